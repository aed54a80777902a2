"""`dubao check`, and `--no-corrections`."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from reader.cli.check import describe_check, find_doubtful, format_check
from reader.corrections import Anchor, Corrections, Split, write_corrections
from reader.model import Issue, Note
from reader.model.account import make_account
from tests.cli.conftest import Run
from tests.corrections.issues import LINES, make_issue

LOST = replace(make_issue(), furniture=make_issue().furniture[1:])


def check(issue: Issue) -> list[str]:
    return list(format_check(issue, make_account(issue)))


def test_what_went_where() -> None:
    assert check(make_issue()) == [
        "青禾日报",
        "printed                 128 chars",
        "articles                119 chars  2 articles 93.0%",
        "  a1 03                  79 chars  青禾镇新桥昨日通车",
        "  a2 03                  40 chars  doubtful  石桥村梅子开园",
        "furniture                 9 chars  7.0%",
        "  folio                   7 chars",
        "  other page furniture    2 chars",
        "lost                      0 chars",
        "added                     0 chars",
        "* 标题为推定 · the headline is a guess (a2)",
    ]


def test_what_is_lost_is_shown_with_its_place() -> None:
    assert f"! lost: 03 line 1: {LINES[0]}" in check(LOST)


def test_json() -> None:
    described = json.loads(json.dumps(describe_check(LOST, make_account(LOST)), ensure_ascii=False))
    assert (described["schema"], described["whole"], described["lost"], described["added"]) == (
        "dubao.check/1",
        False,
        7,
        0,
    )
    assert described["lost_places"] == [{"page": "p1", "line": 1, "start": 0, "end": 8, "text": LINES[0]}]
    assert [article["doubtful"] for article in described["articles"]] == [False, True]


def test_an_article_that_a_note_is_about_is_doubtful() -> None:
    notes = (Note("encoding-doubtful", "编码", "p1"), Note("headline-uncertain", "标题", None, "a1"))
    assert find_doubtful(replace(make_issue(), notes=notes)) == ("a1",)


@pytest.mark.parametrize("lost", [False, True])
def test_exit_code(run: Run, page: Path, monkeypatch: pytest.MonkeyPatch, lost: bool) -> None:
    if lost:
        monkeypatch.setattr("reader.library.open_issue", lambda path, **_: LOST)
    result = run("check", page)
    assert result.code == int(lost)
    assert ("! lost" in result.out) is lost
    assert json.loads(run("check", page, "--json").out)["whole"] is not lost


def test_a_missing_file_is_an_error(run: Run, tmp_path: Path) -> None:
    assert run("check", tmp_path / "none.txt").code == 2


@pytest.fixture
def corrected(page: Path) -> Path:
    """A page whose second printed line was made an article of its own."""
    write_corrections(page, Corrections().add(Split(Anchor("p1", "钟，船工老沈"))))
    return page


@pytest.mark.parametrize("command", ["list", "show", "check"])
def test_corrections_apply_and_can_be_left_out(run: Run, corrected: Path, command: str) -> None:
    with_them = json.loads(run(command, corrected, "--json").out)
    without = json.loads(run(command, corrected, "--json", "--no-corrections").out)
    assert (len(with_them["articles"]), len(without["articles"])) == (2, 1)
    assert run(command, corrected).out != run(command, corrected, "--no-corrections").out


def test_what_is_opened_into_a_pipe_is_corrected(run: Run, corrected: Path) -> None:
    assert run(corrected).out != run(corrected, "--no-corrections").out


def test_the_search_finds_what_the_corrections_say(run: Run, corrected: Path) -> None:
    assert ":a2:" in run("search", "渡船", corrected).out
    assert ":a1:" in run("search", "渡船", corrected, "--no-corrections").out
