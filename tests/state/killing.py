"""Kills a process in the middle of each kind of write, after so many instructions of SQLite's machine; POSIX only.

Run as `python -m tests.state.killing FOLDER`: a process of its own, for it forks. Says how many were killed at what.
"""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Final

from reader.state import Removed, open_store
from reader.state.kept_issue import KeptIssue
from reader.state.store import Store
from reader.state.values import STOPS
from tests.state.issues import ISSUE, LIBRARY, make_issue

Write = Callable[[Store, KeptIssue], object]

REMOVED: Final = Removed(9, (1, "highlight", "[]", "通车", "", 0.0, "", ""))

WRITES: Final[dict[str, Write]] = {
    "place": lambda store, kept: kept.remember_place(0, 1, 5, 0.5),
    "further": lambda store, kept: kept.remember_place(1, 1, 5, 1.0),
    "read": lambda store, kept: kept.set_read(2),
    "mark": lambda store, kept: kept.set_mark("b", 0, 1, 1),
    "mark again": lambda store, kept: kept.set_mark("A", 0, 1, 1),
    "no mark": lambda store, kept: kept.remove_mark("a"),
    "bookmark": lambda store, kept: kept.add_bookmark(0, 1, 1, "再看"),
    "highlight": lambda store, kept: kept.add_highlight(0, (1, 1), (2, 4)),
    "note": lambda store, kept: store.change_note(1, "三看"),
    "removal": lambda store, kept: store.remove(1),
    "restoring": lambda store, kept: store.restore(REMOVED),
    "highlight's note": lambda store, kept: store.change_note(2, "要点"),
    "highlight's removal": lambda store, kept: store.remove(2),
    "stop": lambda store, kept: kept.add_stop(0, 1, 7),
    "stops ahead": lambda store, kept: store.drop_stops([1, 2]),
    "issue": lambda store, kept: store.keep(replace(ISSUE, source="other.txt")),
    "corrected issue": lambda store, kept: store.keep(make_issue([("镇图书馆昨起夜间开放", LIBRARY[1])])),
    "forgetting": lambda store, kept: store.forget(ISSUE.source),
    "forgetting all": lambda store, kept: store.forget_all(),
}
STEPS: Final = (1, 3, 8, 13, 21, 34, 89, 233)
"""Instructions after which the kill comes."""

NEVER: Final = 1 << 30


def make_base(file: Path) -> None:
    """A file with something of every kind."""
    with open_store(file) as store:
        kept = store.keep(ISSUE)
        kept.add_bookmark(0, 1, 1, "先看")
        kept.add_highlight(1, (1, 0), (1, 4))
        kept.remember_place(1, 1, 2, 0.25)
        kept.set_mark("a", 0, 1, 1)
        kept.set_mark("A", 1, 1, 1)
        # As many as are kept: the next one drops the first.
        for offset in range(STOPS):
            kept.add_stop(1, 1, offset % 10)


def look(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, without their times, of a file that is sound."""
    with open_store(file) as store:
        assert store.remarks == (), store.remarks
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        columns = {
            "issues": "id, key, title, articles",
            "articles": "issue, key, anchor, progress, read, here",
            "marks": "scope, letter, issue, anchor",
            "annotations": "id, issue, kind, anchor, note",
            "stops": "id, issue, anchor",
        }
        return {table: db.execute(f"SELECT {names} FROM {table}").fetchall() for table, names in columns.items()}


def write_in_child(file: Path, write: Write, step: int) -> bool:
    """Write in a process that is killed after so many instructions, unless it is done before; whether it was."""
    child = os.fork()
    if child == 0:
        store = open_store(file)
        kept = KeptIssue(store._db, 1, ISSUE.source, store.keep(ISSUE)._finder)

        def kill() -> int:
            os.kill(os.getpid(), signal.SIGKILL)
            return 0

        store._db._connection.set_progress_handler(kill, step)
        write(store, kept)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return True
    assert os.waitstatus_to_exitcode(status) == 0
    return False


def main(folder: Path) -> None:
    base, file = folder / "base.sqlite3", folder / "killed.sqlite3"
    make_base(base)
    before = look(base)
    for name, write in WRITES.items():
        killed = 0
        after = None
        for step in (NEVER, *STEPS):
            for old in folder.glob(f"{file.name}*"):
                old.unlink()
            shutil.copy(base, file)
            was_killed = write_in_child(file, write, step)
            found = look(file)
            if after is None:
                after = found
                assert after != before, name
            assert found in (before, after), (name, step, found)
            assert was_killed or found == after, (name, step)
            killed += was_killed
        print(name, killed, sep="\t")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
