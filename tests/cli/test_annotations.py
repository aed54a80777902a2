"""`dubao notes`."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from reader.state import open_store
from tests.cli.conftest import Run
from tests.state.issues import ISSUE


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bookmark in one issue and highlights in two."""
    monkeypatch.setenv("DUBAO_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    for name in ("one.txt", "two.txt"):
        Path(name).touch()
    with open_store() as store:
        first = store.keep(replace(ISSUE, source="one.txt"))
        first.add_highlight(0, (1, 0), (1, 9), "先看")
        first.add_bookmark(1, 1, 0)
        store.keep(replace(ISSUE, source="two.txt", title="永和日报")).add_highlight(2, (0, 0), (0, 4), "天气")


def test_those_of_an_issue(run: Run) -> None:
    done = run("notes", "one.txt")
    assert done.code == 0
    assert "> 昨日上午，青禾镇新\n" in done.out and "——先看" in done.out
    assert "青禾镇新桥通车[N]. 青禾日报, 2031-05-12(1)." in done.out
    assert "天气" not in done.out


def test_those_of_all_issues_as_json(run: Run) -> None:
    found = json.loads(run("notes", "--json").out)
    assert [(one["title"], one["kind"], one["note"]) for one in found["notes"]] == [
        ("永和日报", "highlight", "天气"),
        ("青禾日报", "bookmark", ""),
        ("青禾日报", "highlight", "先看"),
    ]


def test_a_file_and_never_over_another(run: Run) -> None:
    assert run("notes", "-o", "notes.md").code == 0
    assert "> 昨日上午，青禾镇新" in Path("notes.md").read_text(encoding="utf-8")
    again = run("notes", "-o", "notes.md")
    assert again.code != 0 and "--force" in again.err
    assert run("notes", "-o", "notes.md", "--force").code == 0
    assert run("notes", "-o", ".", "--format", "epub").code == 0
    assert Path("notes.epub").read_bytes().startswith(b"PK")


def test_none(run: Run) -> None:
    done = run("notes", "three.txt")
    assert (done.code, done.out) == (1, "")
    assert "no bookmarks" in done.err


def test_epub_is_no_text(run: Run) -> None:
    assert run("notes", "--format", "epub").code == 2
