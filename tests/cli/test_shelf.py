"""`dubao shelf` and `dubao forget`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from reader.cli.shelf import describe_shelf, format_shelf
from reader.state import IssueName, ShelfEntry, find_data_folder, open_store
from reader.state.store import Store
from tests.cli.conftest import Run
from tests.export.issues import ISSUE


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUBAO_DATA", str(tmp_path / "data"))


@pytest.fixture
def store(own_folder: None) -> Iterator[Store]:
    with open_store() as opened:
        yield opened


def make_entry(path: Path, title: str | None = "青禾日报", day: date | None = date(2031, 5, 12)) -> ShelfEntry:
    opened = datetime(2031, 5, 13, 7, 30, tzinfo=UTC)
    return ShelfEntry(IssueName(str(path), title, day), "plain", 12, 5, 4000, 0.999, 2, 1, opened)


def test_table(tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.touch()
    assert list(format_shelf([make_entry(here), make_entry(tmp_path / "gone", None, None)])) == [
        f"青禾日报    2031-05-12  99%  5 of 12 unread           {here}",
        f"(no title)  -           99%  5 of 12 unread  missing  {tmp_path / 'gone'}",
    ]


def test_paths_are_cut_to_the_terminal(tmp_path: Path) -> None:
    [line] = format_shelf([make_entry(tmp_path / "gone")], 60)
    assert line.endswith("…")
    assert list(format_shelf([])) == []


def test_json(tmp_path: Path) -> None:
    assert describe_shelf([make_entry(tmp_path / "gone")]) == {
        "schema": "dubao.shelf/1",
        "issues": [
            {
                "path": str(tmp_path / "gone"),
                "title": "青禾日报",
                "date": "2031-05-12",
                "format": "plain",
                "articles": 12,
                "unread": 5,
                "characters": 4000,
                "progress": 0.999,
                "bookmarks": 2,
                "highlights": 1,
                "opened": "2031-05-13T07:30:00+00:00",
                "missing": True,
            }
        ],
    }


def test_control_characters_do_not_act(tmp_path: Path) -> None:
    entry = make_entry(Path("\x1b[2J"), "青\x9b禾")
    assert not {"\x1b", "\x9b"} & set("".join(format_shelf([entry])))
    assert not {"\x1b", "\x9b"} & set(json.dumps(describe_shelf([entry]), ensure_ascii=False))


def test_empty_shelf(run: Run) -> None:
    assert (run("shelf").code, run("shelf").out) == (1, "")
    result = run("shelf", "--json")
    assert (result.code, json.loads(result.out)["issues"]) == (1, [])


def test_shelf_with_words(run: Run, store: Store, tmp_path: Path) -> None:
    for name, title in (("a", "青禾日报"), ("b", "永和日报")):
        (tmp_path / name).touch()
        store.keep(replace(ISSUE, source=str(tmp_path / name), title=title))
    assert [line.split()[0] for line in run("shelf").out.splitlines()] == ["永和日报", "青禾日报"]
    assert [line.split()[0] for line in run("shelf", "2031", "青禾日報").out.splitlines()] == ["青禾日报"]
    result = run("shelf", "桐溪")
    assert (result.code, result.out, result.err) == (1, "", "")


def test_damage_is_told(run: Run) -> None:
    find_data_folder().mkdir()
    (find_data_folder() / "reading.sqlite3").write_bytes(b"these are no marks" * 200)
    assert "were damaged" in run("shelf").err
    assert run("shelf").err == ""


def test_forget_one(run: Run, store: Store, tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).touch()
        store.keep(replace(ISSUE, source=str(tmp_path / name)))
    result = run("forget", tmp_path / "a", "--yes")
    assert (result.code, result.out) == (0, "")
    assert "Forgotten" in result.err
    assert [Path(entry.issue.path).name for entry in store.shelf()] == ["b"]
    result = run("forget", tmp_path / "a", "--yes")
    assert result.code == 1
    assert "nothing was kept" in result.err
    assert (tmp_path / "a").exists(), "the newspaper stays"


def test_forget_all(run: Run, store: Store) -> None:
    store.keep(ISSUE).set_mark("A", 0, 0, 0)
    assert run("forget", "--all", "--yes").code == 0
    assert (store.shelf(), store.marks()) == ((), ())


@pytest.mark.parametrize(("answer", "code", "left"), [("y\n", 0, 0), ("n\n", 1, 1), ("\n", 1, 1)])
def test_forget_asks(
    run: Run, store: Store, monkeypatch: pytest.MonkeyPatch, answer: str, code: int, left: int
) -> None:
    store.keep(ISSUE).add_bookmark(0, 0, 0)

    class Keyboard:
        def isatty(self) -> bool:
            return True

        def readline(self) -> str:
            return answer

    monkeypatch.setattr("sys.stdin", Keyboard())
    result = run("forget", ISSUE.source)
    assert result.code == code
    assert "Forget 青禾日报 2031-05-12, with its bookmarks (1)" in result.err
    assert result.out == ""
    assert len(store.shelf()) == left


def test_forget_with_nobody_to_ask(run: Run, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.keep(ISSUE)

    class Pipe:
        def isatty(self) -> bool:
            return False

    monkeypatch.setattr("sys.stdin", Pipe())
    for args in (["--all"], [ISSUE.source]):
        result = run("forget", *args)
        assert result.code == 2
        assert "--yes" in result.err
    assert len(store.shelf()) == 1


@pytest.mark.parametrize("args", [[], ["page.txt", "--all"]])
def test_forget_wants_one_thing(run: Run, args: list[str]) -> None:
    result = run("forget", *args, "--yes")
    assert result.code == 2
    assert "either PATH or --all" in result.err


def test_what_cannot_be_written_cannot_be_forgotten(run: Run, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("no folder", encoding="utf-8")
    result = run("forget", "--all", "--yes")
    assert result.code == 2
    assert "nothing was forgotten" in result.err


def test_calendar(run: Run, store: Store, tmp_path: Path) -> None:
    for title, day in (("青禾日报", 1), ("青禾日报", 12), ("永和报", 31)):
        path = tmp_path / f"{title}-{day}"
        path.touch()
        kept = store.keep(replace(ISSUE, source=str(path), title=title, date=date(2031, 5, day)))
        if day == 12:
            kept.remember_place(0, 1, 0, 0.5)
    result = run("shelf", "--calendar", "2031-05")
    assert result.code == 0
    assert result.out.splitlines() == [
        "永和报  2031-05",
        " Mo   Tu   We   Th   Fr   Sa   Su",
        "                 1    2    3    4",
        "  5    6    7    8    9   10   11",
        " 12   13   14   15   16   17   18",
        " 19   20   21   22   23   24   25",
        " 26   27   28   29   30   31*",
        "",
        "青禾日报  2031-05",
        " Mo   Tu   We   Th   Fr   Sa   Su",
        "                 1*   2    3    4",
        "  5    6    7    8    9   10   11",
        " 12+  13   14   15   16   17   18",
        " 19   20   21   22   23   24   25",
        " 26   27   28   29   30   31",
        "",
        "* unread  + begun  = read  ! missing",
    ]
    assert run("shelf", "永和", "--calendar", "2031-5").out.count("2031-05") == 1
    assert run("shelf", "--calendar", "2031-06").code == 1


@pytest.mark.parametrize("month", ["2031", "2031-13", "0000-01", "May"])
def test_calendar_wants_a_month(run: Run, month: str) -> None:
    result = run("shelf", "--calendar", month)
    assert (result.code, result.out) == (2, "")
    assert "2031-05" in result.err
