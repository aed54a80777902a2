"""Finding things in an issue; values stay as they are."""

from __future__ import annotations

import dataclasses

import pytest

from reader.model import Article, ArticleKind, Issue, Page, TextBlock, TextLine

LINES = (TextLine("新桥", 1), TextLine("通车", 2), TextLine("要闻", 3))
PAGES = (Page("p1", (TextBlock(LINES[:2]), TextBlock(LINES[2:]))), Page("p2", ()))
ISSUE = Issue("-", "plain", None, None, PAGES, (Article("a1", "p1", ArticleKind.BRIEF, ()),))


def test_a_page_has_the_lines_of_its_blocks() -> None:
    assert PAGES[0].lines == LINES
    assert PAGES[1].lines == ()


@pytest.mark.parametrize(("page_id", "place"), [("p1", 0), ("p2", 1)])
def test_finds_a_page(page_id: str, place: int) -> None:
    assert ISSUE.find_page(page_id) is PAGES[place]


def test_finds_an_article() -> None:
    assert ISSUE.find_article("a1") is ISSUE.articles[0]


def test_finds_nothing() -> None:
    assert ISSUE.find_page("p3") is None
    assert ISSUE.find_article("p1") is None


def test_values_are_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        ISSUE.title = "青禾日报"  # type: ignore[misc]
