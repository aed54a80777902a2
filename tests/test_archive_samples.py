"""The sample that comes as libraries deliver: its files come from the script, and it opens as it was meant."""

from __future__ import annotations

from datetime import date

import pytest

from reader.library import open_issue
from reader.model import Issue
from scripts.make_archive_samples import FOLDER, LEAD, LEAD_ON, ROOT, iter_files
from tests.sources.account import check_account


@pytest.fixture(scope="module")
def issue() -> Issue:
    return open_issue(ROOT / FOLDER)


def test_files_are_what_the_script_makes() -> None:
    made = {path.as_posix(): text for path, text in iter_files()}
    there = {path.relative_to(ROOT).as_posix() for path in (ROOT / FOLDER).rglob("*.*")}
    assert there == set(made)
    for path, text in made.items():
        assert (ROOT / path).read_text(encoding="utf-8") == text, path


def test_the_issue(issue: Issue) -> None:
    assert (issue.format, issue.title, issue.date, issue.number) == ("mets-alto", "棠圩周报", date(2031, 4, 9), "312")
    assert (issue.language, [page.label for page in issue.pages]) == ("zh", ["1", "2"])
    assert issue.notes == ()
    check_account(issue.pages, issue.articles, issue.furniture)


def test_the_articles(issue: Issue) -> None:
    assert [(one.page, one.kind.value, one.title) for one in issue.articles] == [
        ("p1", "article", "三个村的早稻 提前六天下田"),
        ("p1", "article", "月牙桥昨日恢复通行"),
        ("p2", "article", "图书室晚上也开门"),
        ("p2", "article", "桥头"),
        ("p2", "advertisement", ""),
    ]


def test_the_lead_is_whole(issue: Issue) -> None:
    lead = issue.articles[0]
    assert [part.kind.value for part in lead.parts][:5] == ["kicker", "headline", "subheadline", "byline", "dateline"]
    assert [part.text for part in lead.parts[3:5]] == ["记者 范晚舟", "本报讯"]
    body = [text.strip().removeprefix("本报讯（记者 范晚舟）") for text in (*LEAD, *LEAD_ON)]
    assert [part.text for part in lead.body] == body
    assert lead.pages == ("p1", "p2")


def test_parts_of_the_others(issue: Issue) -> None:
    kinds = [[part.kind.value for part in one.parts] for one in issue.articles[1:]]
    assert kinds == [
        ["headline", "byline", "paragraph", "caption", "credit"],
        ["label", "headline", "paragraph"],
        ["headline", "byline", "verse", "verse", "verse", "verse"],
        ["paragraph"],
    ]
    assert {piece.kind.value for piece in issue.furniture} == {"nameplate", "imprint", "folio", "other"}
    assert [piece.text for piece in issue.furniture if piece.kind.value == "other"] == ["（", "）"]
