"""Opening the file in which state is kept; whatever is wrong with it, the reader can read."""

from __future__ import annotations

import os
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reader.data_folder import find_data_folder
from reader.hanzi.harmless import make_harmless
from reader.languages import say
from reader.state.database import is_damage
from reader.state.schema import is_foreign, is_newer, migrate

if TYPE_CHECKING:
    import sqlite3

    from reader.state.store import Store

NAME: Final = "reading.sqlite3"
PATIENCE: Final = 2.0
"""Seconds to wait for another dubao: a write of one takes less than a thousandth."""
RETRY: Final = 0.02
"""Seconds between two attempts at what SQLite itself does not wait for."""
SET_ASIDE: Final = "damaged"
"""Stands in the name of a file that was set aside."""
_COMPANIONS: Final = ("", "-wal", "-shm")
"""What SQLite appends to the name for the files that belong together."""


class _UnusableError(Exception):
    """The file is damaged, or another program's."""


class _NewerError(Exception):
    """The file was made by a later dubao."""


def open_store(path: str | Path | None = None, private: bool = False) -> Store:
    """Open what is kept of earlier sessions, making the file where there is none.

    A file that is damaged or of another program is renamed, and a new one is begun. Where nothing can be written, what
    can be read is read, and new things last as long as the program. Nothing is raised: `Store.remarks` tells.

    Args:
        path: The file; by default the one in the data folder.
        private: Whether to keep nothing, and to look at nothing that was kept.

    Returns:
        The store; use it in one thread at a time.
    """
    # A program that keeps nothing does not pay for it (12 ms).
    import sqlite3

    from reader.state.store import Store

    if private:
        return Store(_open_memory(), None)
    file = Path(path) if path is not None else find_data_folder() / NAME
    remarks: tuple[str, ...] = ()
    try:
        try:
            return Store(_open_file(file), file)
        except _UnusableError:
            remarks = _set_aside(file)
            return Store(_open_file(file), file, remarks)
    except _NewerError:
        reason = say("it was made by a later dubao")
    except _UnusableError:
        reason = say("it is damaged")
    except (OSError, sqlite3.Error) as error:
        reason = make_harmless(getattr(error, "strerror", None) or str(error))
    name = make_harmless(str(file))
    remark = say("places and marks last only as long as this session: {name}: {reason}", name=name, reason=reason)
    return Store(_open_memory(file), None, (*remarks, remark))


def find_set_aside(file: Path) -> tuple[Path, ...]:
    """The damaged files that were set aside, and what belongs to them."""
    return tuple(sorted(file.parent.glob(f"{file.name}.{SET_ASIDE}-*")))


def _open_file(file: Path) -> sqlite3.Connection:
    """A connection to the file, made where there is none.

    Raises:
        _UnusableError: It is damaged or foreign.
        _NewerError: It is of a later version.
        OSError: It cannot be made or written.
        sqlite3.Error: The same, as SQLite sees it.
    """
    import sqlite3

    # What somebody reads is nobody else's business.
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    db = _connect(file)
    try:
        if is_foreign(db):
            raise _UnusableError
        if is_newer(db):
            raise _NewerError
        _begin_log(db)
        if db.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise _UnusableError
        migrate(db)
    except BaseException as error:  # Ctrl+C too closes the file
        db.close()
        if isinstance(error, sqlite3.DatabaseError) and is_damage(error):
            raise _UnusableError from error
        raise
    return db


def _connect(file: Path | str, *, uri: bool = False) -> sqlite3.Connection:
    import sqlite3

    db = sqlite3.connect(file, timeout=PATIENCE, isolation_level=None, check_same_thread=False, uri=uri)
    db.execute("PRAGMA foreign_keys = ON")
    # What is forgotten is overwritten.
    db.execute("PRAGMA secure_delete = ON")
    return db


def _begin_log(db: sqlite3.Connection) -> None:
    """Write ahead, where the file system can: a commit then survives the program's end without waiting for the disk.

    NORMAL syncs when the log is folded into the file. A kill, even of a write that is under way, loses no commit; loss
    of power may lose the last ones, and leaves the file sound. Elsewhere, as on a network drive, FULL stays.
    """
    import sqlite3

    end = time.monotonic() + PATIENCE
    while True:
        try:
            mode = db.execute("PRAGMA journal_mode = WAL").fetchone()[0]
            break
        except sqlite3.OperationalError as error:
            # Two that begin at once; SQLite does not wait here.
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(RETRY)
    if mode == "wal":
        db.execute("PRAGMA synchronous = NORMAL")


def _open_memory(file: Path | None = None) -> sqlite3.Connection:
    """A store that ends with the program, with what can be read of a file that cannot be written."""
    import sqlite3

    db = _connect(":memory:")
    # A folder that may not be looked into is no error here.
    if file is not None and os.path.isfile(file):  # noqa: PTH113
        try:
            # Immutable: it needs no files beside it.
            with closing(_connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as kept:
                if not is_foreign(kept) and not is_newer(kept):
                    kept.backup(db)
        except sqlite3.Error:
            db.close()
            db = _connect(":memory:")
    migrate(db)
    return db


def _set_aside(file: Path) -> tuple[str, ...]:
    """Rename a file that is no good, unless another dubao has done so, and tell."""
    with closing(_connect(file.with_name(f"{file.name}.lock"))) as lock:
        # The system gives it free when the program dies.
        lock.execute("BEGIN EXCLUSIVE")
        try:
            _open_file(file).close()
            return ()
        except _UnusableError:
            pass
        stamp = time.strftime("%Y%m%d-%H%M%S")
        aside = file.with_name(f"{file.name}.{SET_ASIDE}-{stamp}-{os.urandom(2).hex()}")
        for companion in _COMPANIONS:
            part = file.with_name(file.name + companion)
            if part.exists():
                part.rename(aside.with_name(aside.name + companion))
    where = make_harmless(str(aside))
    return (say("places and marks were damaged; a new file was begun, the old one is {path}", path=where),)
