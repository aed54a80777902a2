"""What became of every printed character."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.model import (
    Article,
    ArticleKind,
    Furniture,
    FurnitureKind,
    Issue,
    LineSpan,
    Page,
    Part,
    PartKind,
    TextBlock,
    TextLine,
)
from reader.model.account import make_account

LINES = (TextLine("青禾镇新桥 通车", 1), TextLine("第一版", 3))
PART = Part(PartKind.PARAGRAPH, "青禾镇新桥通车", "p1", (LineSpan("p1", 1, 0, 8),))
FOLIO = Furniture(FurnitureKind.FOLIO, "第一版", "p1", (LineSpan("p1", 3, 0, 3),))


def make_issue(*parts: Part, furniture: tuple[Furniture, ...] = (FOLIO,)) -> Issue:
    article = Article("a1", "p1", ArticleKind.ARTICLE, parts)
    return Issue("-", "plain", None, None, (Page("p1", (TextBlock(LINES),)),), (article,), furniture)


def test_all_is_there() -> None:
    account = make_account(make_issue(PART))
    assert account.is_whole
    assert (account.printed, account.articles, dict(account.furniture)) == (10, (7,), {FurnitureKind.FOLIO: 3})
    assert (account.lost_characters, account.missing, account.added, account.unprinted) == (0, 0, 0, 0)


def test_what_stands_nowhere_is_lost() -> None:
    half = replace(PART, text="青禾", spans=(LineSpan("p1", 1, 0, 2),))
    account = make_account(make_issue(half, furniture=()))
    assert not account.is_whole
    assert account.lost == (LineSpan("p1", 1, 2, 8), LineSpan("p1", 3, 0, 3))
    assert account.lost_characters == 8


def test_what_stands_twice_is_told() -> None:
    again = Furniture(FurnitureKind.DUPLICATE, "新桥", "p1", (LineSpan("p1", 1, 3, 5),))
    account = make_account(make_issue(PART, furniture=(FOLIO, again)))
    assert account.twice == (LineSpan("p1", 1, 3, 5),)
    assert (account.is_whole, account.twice_characters) == (False, 2)


@pytest.mark.parametrize(
    ("text", "missing", "added"),
    [("青禾镇新桥通", 1, 0), ("青禾镇新桥通车了", 0, 1), ("青禾镇新桥通航", 1, 1), ("青禾镇新桥通车通车", 0, 2)],
)
def test_a_text_that_is_not_that_of_its_print(text: str, missing: int, added: int) -> None:
    account = make_account(make_issue(replace(PART, text=text)))
    assert (account.is_whole, account.missing, account.added) == (False, missing, added)


def test_a_source_without_lines_loses_nothing() -> None:
    account = make_account(make_issue(PART, replace(PART, spans=())))
    assert account.is_whole
    assert account.unprinted == 7


def test_a_hyphen_that_divides_a_word_is_not_lost() -> None:
    lines = (TextLine("Ri-", 1, hyphen=1), TextLine("ce", 2))
    part = Part(PartKind.PARAGRAPH, "Rice", "p1", (LineSpan("p1", 1, 0, 3), LineSpan("p1", 2, 0, 2)))
    article = Article("a1", "p1", ArticleKind.ARTICLE, (part,))
    issue = Issue("-", "alto", None, None, (Page("p1", (TextBlock(lines),)),), (article,))
    assert make_account(issue).is_whole
    other = replace(part, text="Ric")
    assert make_account(replace(issue, articles=(replace(article, parts=(other,)),))).missing == 1


def test_spans_of_lines_that_are_not_there_add() -> None:
    stray = replace(PART, spans=(LineSpan("p9", 1, 0, 8),))
    account = make_account(make_issue(PART, stray))
    assert (account.is_whole, account.added) == (False, 7)
