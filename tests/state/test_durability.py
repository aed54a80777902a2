"""Kills in the middle of writes, and several dubaos at once, in processes of their own."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from reader.state import Found, open_store
from reader.state.opening import find_set_aside
from tests.state.issues import ISSUE
from tests.state.killing import WRITES

ROOT = Path(__file__).parents[2]
KILLS = 8
PATIENCE = 60.0
"""Seconds for a process to begin; nothing is measured by it."""

WRITE = """\
import sys
from reader.state import open_store
from tests.state.issues import ISSUE
store = open_store(sys.argv[1])
assert store.is_kept, store.remarks
kept = store.keep(ISSUE)
number = 0
while True:
    number += 1
    kept.remember_place(0, 1, number % 20, 0.5)
    kept.add_bookmark(0, 1, number % 20, str(number))
    if number % 40 == 0:
        store.keep(ISSUE)
    print(number, flush=True)
"""
"""Says each number after its bookmark was kept, until it is killed."""

MARK = """\
import sys
from reader.state import open_store
from tests.state.issues import ISSUE
file, name, count = sys.argv[1:]
with open_store(file) as store:
    assert store.is_kept, store.remarks
    kept = store.keep(ISSUE)
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(int(count)):
        kept.add_bookmark(0, 1, number % 20, f"{name}{number}")
        kept.add_highlight(0, (1, number % 20), (2, 5), f"{name}{number}")
        kept.remember_place(number % 2, 1, number % 20, 0.5)
    kept.set_mark(name, 0, 1, 3)
"""


def start(code: str, *args: str | Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-X", "utf8", "-c", code, *map(str, args)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        cwd=ROOT,
    )


def test_kill_in_the_middle_of_writes(tmp_path: Path) -> None:
    file = tmp_path / "reading.sqlite3"
    moments = random.Random(5)
    for _ in range(KILLS):
        with open_store(file) as store:
            store.forget_all()
        with start(WRITE, file) as process:
            assert process.stdout is not None
            process.stdout.readline()
            # Some moment, in the middle of whatever is being done then.
            timer = threading.Timer(moments.uniform(0.0, 0.15), process.kill)
            timer.start()
            # The last line may be torn; what is whole was said after it was kept.
            said = [int(line) for line in process.stdout if line.endswith("\n")]
            timer.join()
        with closing(sqlite3.connect(file)) as db:
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        with open_store(file) as store:
            assert store.remarks == ()
            numbers = {int(bookmark.note) for bookmark in store.bookmarks()}
            assert numbers == set(range(1, max(numbers) + 1))
            assert max(numbers) >= max(said, default=1)
            last = store.keep(ISSUE).find_last()
            assert last is not None
            # The place is written before the bookmark of the same number: it may be one ahead.
            assert last.start in {max(numbers) % 20, (max(numbers) + 1) % 20}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_kill_in_the_middle_of_each_kind_of_write(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "tests.state.killing", tmp_path],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        timeout=PATIENCE * 2,
    )
    assert done.returncode == 0, done.stderr
    killed = {name: int(count) for name, count in (line.split("\t") for line in done.stdout.splitlines())}
    assert set(killed) == set(WRITES)
    assert min(killed.values()) >= 3, "each was killed at several places"


def test_several_at_once_keep_all_that_each_has_kept(tmp_path: Path) -> None:
    file = tmp_path / "reading.sqlite3"
    names, count = "abcd", 60
    processes = [start(MARK, file, name, str(count)) for name in names]
    try:
        for process in processes:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
        for process in processes:
            process.communicate("go\n", timeout=PATIENCE)
            assert process.returncode == 0
    finally:
        for process in processes:
            process.kill()
            process.communicate()
    with open_store(file) as store:
        assert store.remarks == ()
        notes = [bookmark.note for bookmark in store.bookmarks()]
        assert sorted(notes) == sorted(f"{name}{number}" for name in names for number in range(count))
        assert sorted(highlight.note for highlight in store.highlights()) == sorted(notes)
        kept = store.keep(ISSUE)
        assert [mark.letter for mark in kept.marks()] == list(names)
        assert kept.find_place(0) == Found(0, 1, (count - 2) % 20, 1, (count - 2) % 20)


def test_several_that_begin_with_a_damaged_file_set_it_aside_once(tmp_path: Path) -> None:
    file = tmp_path / "reading.sqlite3"
    file.write_bytes(b"these are no marks" * 500)
    processes = [start(MARK, file, name, "1") for name in "abcd"]
    for process in processes:
        process.communicate("go\n", timeout=PATIENCE)
        assert process.returncode == 0
    assert len(find_set_aside(file)) == 1
    with open_store(file) as store:
        assert [mark.letter for mark in store.marks()] == ["a", "b", "c", "d"]


def test_one_that_waits_for_another(tmp_path: Path) -> None:
    file = tmp_path / "reading.sqlite3"
    with open_store(file) as store:
        kept = store.keep(ISSUE)
        held, give = threading.Event(), threading.Event()

        def hold() -> None:
            with closing(sqlite3.connect(file, isolation_level=None)) as db:
                db.execute("BEGIN IMMEDIATE")
                held.set()
                give.wait(PATIENCE)
                time.sleep(0.1)
                db.execute("COMMIT")

        thread = threading.Thread(target=hold)
        thread.start()
        held.wait(PATIENCE)
        give.set()
        kept.set_mark("a", 0, 1, 3)
        thread.join()
        assert kept.find_mark("a") is not None
