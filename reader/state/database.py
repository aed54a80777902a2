"""The connection, with errors in the reader's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from reader.errors import StateError
from reader.languages import say

if TYPE_CHECKING:
    import sqlite3

Value = str | bytes | int | float | None
Row = tuple[Any, ...]


class Database:
    """Runs statements; each is kept when its call returns, unless it is one of several in `writing`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def run(self, statement: str, values: Sequence[Value] = ()) -> list[Row]:
        """Run one statement and take all its rows.

        Raises:
            StateError: The file could not be read or written; nothing has changed.
        """
        with _telling():
            return self._connection.execute(statement, [_make_storable(value) for value in values]).fetchall()

    def change(self, statement: str, values: Sequence[Value] = ()) -> int:
        """Run one statement that changes rows, and tell how many.

        Raises:
            StateError: The file could not be written; nothing has changed.
        """
        with _telling():
            return self._connection.execute(statement, [_make_storable(value) for value in values]).rowcount

    def add(self, statement: str, values: Sequence[Value]) -> int:
        """Insert one row and tell its number.

        Raises:
            StateError: The file could not be written; nothing has changed.
        """
        with _telling():
            return self._connection.execute(statement, [_make_storable(value) for value in values]).lastrowid or 0

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Keep all of what is written inside, or nothing of it.

        Raises:
            StateError: The file could not be written.
        """
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:  # Ctrl+C too ends the transaction
            if self._connection.in_transaction:
                self._connection.rollback()
            raise

    def close(self) -> None:
        """Fold the log into the file, and let go of it."""
        self._connection.close()


def is_damage(error: sqlite3.Error) -> bool:
    """Whether an error says that the file is no sound database."""
    import sqlite3

    # The low byte; the others say more closely where.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


@contextmanager
def _telling() -> Iterator[None]:
    import sqlite3

    try:
        yield
    except sqlite3.IntegrityError as error:
        # The only reference there is: to the issue.
        raise StateError(say("this issue was forgotten meanwhile; open it again")) from error
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) == sqlite3.SQLITE_ERROR:
            # A wrong statement: ours to mend.
            raise
        damaged = isinstance(error, sqlite3.DatabaseError) and is_damage(error)
        if damaged:
            message = say("places and marks cannot be kept or read: {error}; start dubao again", error=error)
        else:
            message = say("places and marks cannot be kept or read: {error}", error=error)
        raise StateError(message) from error


def _make_storable(value: Value) -> Value:
    # A lone surrogate has no UTF-8.
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value
