"""Whatever is wrong with the file, a store opens and says so."""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reader.state import find_data_folder, open_store, schema
from reader.state.opening import find_set_aside
from tests.state.issues import ISSUE


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "reading.sqlite3"


def mark(path: Path) -> None:
    """Keep something."""
    with open_store(path) as store:
        assert store.remarks == ()
        store.keep(ISSUE).set_mark("a", 0, 1, 4)


def test_folder_of_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DUBAO_DATA", str(tmp_path / "own" / "data"))
    assert find_data_folder() == tmp_path / "own" / "data"
    with open_store() as store:
        store.keep(ISSUE)
    assert [path.name for path in find_data_folder().iterdir()] == ["reading.sqlite3"], "nothing is left beside it"
    monkeypatch.delenv("DUBAO_DATA")
    assert find_data_folder().name == "dubao"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_nobody_else_may_look(tmp_path: Path) -> None:
    file = tmp_path / "data" / "reading.sqlite3"
    mark(file)
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_a_program_that_is_killed_needs_no_sync(file: Path) -> None:
    with open_store(file):
        pass
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert db.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION,)
        assert db.execute("PRAGMA user_version").fetchone() == (len(schema.MIGRATIONS),)


def test_private_keeps_nothing_and_sees_nothing(file: Path) -> None:
    mark(file)
    before = file.read_bytes()
    with open_store(file, private=True) as store:
        assert (store.is_kept, store.remarks, store.shelf()) == (False, (), ())
        kept = store.keep(ISSUE)
        kept.set_mark("b", 0, 0, 0)
        assert kept.find_mark("b") is not None, "it lasts as long as the session"
    assert file.read_bytes() == before
    assert list(file.parent.iterdir()) == [file]
    with open_store(file) as store:
        assert [found.letter for found in store.marks()] == ["a"]


@pytest.mark.parametrize(
    "data",
    [b"these are no marks" * 200, b"SQLite format 3\x00" + b"\xff" * 5000, b"\x00" * 4096],
    ids=["text", "header", "zeros"],
)
def test_damaged_file_is_set_aside(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    with open_store(file) as store:
        assert store.is_kept
        [remark] = store.remarks
        [aside] = find_set_aside(file)
        assert "damaged" in remark
        assert str(aside) in remark
        assert aside.read_bytes() == data
        store.keep(ISSUE).set_mark("a", 0, 0, 0)
    with open_store(file) as store:
        assert (store.remarks, len(store.shelf())) == ((), 1)
        store.forget_all()
    assert find_set_aside(file) == (), "what is to be forgotten is in there too"


def test_page_that_is_damaged_deep_inside(file: Path) -> None:
    with open_store(file) as store:
        kept = store.keep(ISSUE)
        for number in range(300):
            kept.add_bookmark(0, 1, number % 20, "好" * 50)
    data = bytearray(file.read_bytes())
    for page in range(8, len(data) // 4096, 3):
        data[page * 4096 : page * 4096 + 64] = b"\x5a" * 64
    file.write_bytes(data)
    with open_store(file) as store:
        assert len(store.remarks) == 1
        assert store.shelf() == ()
    assert len(find_set_aside(file)) == 1


def test_file_that_is_cut_off(file: Path) -> None:
    mark(file)
    file.write_bytes(file.read_bytes()[:5000])
    with open_store(file) as store:
        assert len(store.remarks) == 1
        assert store.is_kept


def test_database_of_another_program_is_set_aside_as_it_is(file: Path) -> None:
    with closing(sqlite3.connect(file)) as db:
        db.execute("CREATE TABLE recipes (name TEXT)")
        db.commit()
    before = file.read_bytes()
    with open_store(file) as store:
        assert len(store.remarks) == 1
        assert store.is_kept
    [aside] = find_set_aside(file)
    assert aside.read_bytes() == before


def test_file_of_a_later_version_is_left_alone(file: Path) -> None:
    mark(file)
    with closing(sqlite3.connect(file)) as db:
        db.execute("PRAGMA user_version = 99")
    before = file.read_bytes()
    with open_store(file) as store:
        [remark] = store.remarks
        assert "later dubao" in remark
        assert not store.is_kept
        store.keep(ISSUE).set_mark("b", 0, 0, 0)
    assert file.read_bytes() == before
    assert find_set_aside(file) == ()


def test_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("no folder", encoding="utf-8")
    with open_store(tmp_path / "data" / "reading.sqlite3") as store:
        [remark] = store.remarks
        assert "as long as this session" in remark
        kept = store.keep(ISSUE)
        kept.set_mark("a", 0, 1, 4)
        assert kept.find_mark("a") is not None
        assert not store.is_kept
        assert store.forget_all() == 1


def test_name_that_the_system_refuses(tmp_path: Path) -> None:
    with open_store(tmp_path / ("x" * 5000) / "reading.sqlite3") as store:
        assert len(store.remarks) == 1
        assert not store.is_kept


def test_folder_in_place_of_the_file(file: Path) -> None:
    file.mkdir()
    with open_store(file) as store:
        assert len(store.remarks) == 1
        assert not store.is_kept


def test_what_cannot_be_written_can_be_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mark(file)
    before = file.read_bytes()

    def refuse(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr("reader.state.opening.os.open", refuse)
        store = open_store(file)
    with store:
        assert "Permission denied" in store.remarks[0]
        assert not store.is_kept
        kept = store.keep(ISSUE)
        assert kept.find_mark("a") is not None
        kept.set_mark("b", 0, 0, 0)
    assert file.read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_read_only_folder(file: Path) -> None:
    mark(file)
    file.chmod(0o400)
    file.parent.chmod(0o500)
    try:
        with open_store(file) as store:
            assert not store.is_kept
            assert [found.letter for found in store.marks()] == ["a"]
    finally:
        file.parent.chmod(0o700)


def test_empty_file_is_a_new_one(file: Path) -> None:
    file.touch()
    mark(file)
    assert find_set_aside(file) == ()


@pytest.mark.parametrize("version", range(len(schema.MIGRATIONS)))
def test_every_older_version_becomes_this_one(file: Path, version: int) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        for statements in schema.MIGRATIONS[:version]:
            for statement in statements:
                db.execute(statement)
        db.execute(f"PRAGMA application_id = {schema.APPLICATION}")
        db.execute(f"PRAGMA user_version = {version}")
    mark(file)
    with open_store(file) as store:
        assert [found.letter for found in store.marks()] == ["a"]


def test_next_version_keeps_what_is_there(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mark(file)
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, ("ALTER TABLE marks ADD COLUMN colour TEXT",)))
    with open_store(file) as store:
        assert store.remarks == ()
        assert [found.letter for found in store.marks()] == ["a"]
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("SELECT colour FROM marks").fetchall() == [(None,)]


def test_migration_that_fails_leaves_the_file_as_it_was(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mark(file)
    broken = ("ALTER TABLE marks ADD COLUMN colour TEXT", "ALTER TABLE no_such_table ADD COLUMN colour TEXT")
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, broken))
        with closing(sqlite3.connect(file, isolation_level=None)) as db:
            with pytest.raises(sqlite3.OperationalError, match="no_such_table"):
                schema.migrate(db)
            assert db.execute("PRAGMA user_version").fetchone() == (len(schema.MIGRATIONS) - 1,)
    with open_store(file) as store:
        assert store.remarks == ()
        assert [found.letter for found in store.marks()] == ["a"]
