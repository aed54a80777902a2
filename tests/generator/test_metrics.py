"""The measures on answers whose marks can be worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from reader.model import (
    Article,
    ArticleKind,
    Furniture,
    FurnitureKind,
    LineSpan,
    Page,
    Part,
    PartKind,
    TextBlock,
    TextLine,
)
from tests.generator import GeneratedPage
from tests.generator.metrics import PageScore, count_changes, score_answer, score_bcubed
from tests.generator.strategies import generated_pages

ROWS = ("春堤", "一二三四", "五六七八", "晚渡", "甲乙丙丁", "第2版")
PAGE = Page("p1", (TextBlock(tuple(TextLine(row, number) for number, row in enumerate(ROWS, 1))),))


def part(kind: PartKind, *lines: int) -> Part:
    spans = tuple(LineSpan("p1", line, 0, len(ROWS[line - 1])) for line in lines)
    return Part(kind, "".join(ROWS[line - 1] for line in lines), "p1", spans)


def article(name: str, *parts: Part) -> Article:
    return Article(name, "p1", ArticleKind.ARTICLE, parts)


HEAD, BODY, ONE, TWO = PartKind.HEADLINE, PartKind.PARAGRAPH, "a1", "a2"
TRUE = (
    article(ONE, part(HEAD, 1), part(BODY, 2), part(BODY, 3)),
    article(TWO, part(HEAD, 4), part(BODY, 5)),
)
FOLIO = (Furniture(FurnitureKind.FOLIO, ROWS[5], "p1", (LineSpan("p1", 6, 0, 3),)),)


def score(*articles: Article, furniture: tuple[Furniture, ...] = FOLIO) -> PageScore:
    return score_answer([PAGE], TRUE, FOLIO, articles, furniture, ("news", "brief"))


@settings(max_examples=30, deadline=None)
@given(generated_pages())
def test_truth_is_perfect(page: GeneratedPage) -> None:
    truth = page.truth
    result = score_answer(truth.pages, truth.articles, truth.furniture, truth.articles, truth.furniture, truth.genres)
    assert (result.lost, result.added) == (0, 0)
    assert result.bcubed_precision == pytest.approx(1) and result.bcubed_recall == pytest.approx(1)
    assert result.breaks_right == result.breaks_found == result.breaks_true
    assert result.pairs_right == result.pairs
    assert result.furniture_right == result.furniture_found == result.furniture_true
    for found in result.articles:
        assert found.matched and found.heading and found.exact and found.strict and found.kind
        assert found.headline is not False and found.sources is not False
        assert found.overlap == 1 and found.whole


def test_swapped_headlines() -> None:
    result = score(
        article(ONE, part(HEAD, 4), part(BODY, 2), part(BODY, 3)), article(TWO, part(HEAD, 1), part(BODY, 5))
    )
    assert [found.headline for found in result.articles] == [False, False]
    assert [found.exact for found in result.articles] == [False, False]
    assert [found.overlap for found in result.articles] == [1, 1]
    # a1: its 10 characters fall 8 + 2: (8² + 2²) / 10 / 10; a2: 4 and 2 of 6.
    assert result.bcubed_recall == pytest.approx((68 / 10 + 20 / 6) / 16)


def test_merged_articles() -> None:
    result = score(
        article(ONE, part(HEAD, 1), part(BODY, 2), part(BODY, 3), part(PartKind.CROSSHEAD, 4), part(BODY, 5))
    )
    first, second = result.articles
    assert first.matched and not second.matched
    assert first.headline is True and second.headline is False
    assert not first.exact
    assert first.overlap == pytest.approx(8 / 14)
    assert result.answered == 1
    # The 10 characters of a1 and the 6 of a2 in one cluster of 16.
    assert result.bcubed_precision == pytest.approx((100 / 16 + 36 / 16) / 16)
    assert result.bcubed_recall == 1
    # Breaks said: lines 3, 4, 5; true: line 3; line 5 opens a true article, so it is no false break.
    assert (result.breaks_right, result.breaks_found, result.breaks_true) == (1, 2, 1)


def test_joined_paragraphs() -> None:
    result = score(article(ONE, part(HEAD, 1), part(BODY, 2, 3)), TRUE[1])
    assert (result.breaks_right, result.breaks_found, result.breaks_true) == (0, 0, 1)
    assert result.articles[0].exact and not result.articles[0].strict


def test_split_article() -> None:
    result = score(article(ONE, part(HEAD, 1), part(BODY, 2)), article("a3", part(BODY, 3)), TRUE[1])
    assert result.answered == 3
    assert result.articles[0].overlap == pytest.approx(0.5)
    # The second half opens an answer's article: the break is found all the same.
    assert (result.breaks_right, result.breaks_found, result.breaks_true) == (1, 1, 1)


def test_wrong_roles() -> None:
    result = score(article(ONE, part(PartKind.KICKER, 1), part(BODY, 2), part(BODY, 3)), TRUE[1])
    first = result.articles[0]
    assert first.headline is True
    assert not first.heading
    assert first.exact and not first.strict


def test_wrong_order_and_lost_furniture() -> None:
    result = score(TRUE[1], TRUE[0], furniture=())
    assert (result.pairs_right, result.pairs) == (0, 1)
    assert (result.lost, result.added) == (3, 0)
    assert (result.furniture_right, result.furniture_found, result.furniture_true) == (0, 0, 3)


def test_furniture_that_is_an_article() -> None:
    stray = Furniture(FurnitureKind.OTHER, ROWS[3], "p1", (LineSpan("p1", 4, 0, 2),))
    result = score(TRUE[0], article(TWO, part(BODY, 5)), furniture=(*FOLIO, stray))
    assert (result.furniture_right, result.furniture_found, result.furniture_true) == (3, 5, 3)
    assert result.articles[1].headline is False


def test_marks_and_white_space_never_count() -> None:
    rows = ("●春 堤", "□记者 柳棠")
    page = Page("p1", (TextBlock(tuple(TextLine(row, number) for number, row in enumerate(rows, 1))),))

    def build(head: str, start: int, name: str) -> Article:
        parts = (
            Part(HEAD, head, "p1", (LineSpan("p1", 1, start, 4),)),
            Part(PartKind.BYLINE, name, "p1", (LineSpan("p1", 2, 6 - len(name), 6),)),
        )
        return Article(ONE, "p1", ArticleKind.ARTICLE, parts)

    result = score_answer([page], [build("●春 堤", 0, rows[1])], [], [build("春堤", 1, rows[1][1:])], [])
    only = result.articles[0]
    assert only.exact and only.strict and only.headline and only.sources


@pytest.mark.parametrize(("kind", "exact"), [(PartKind.BYLINE, True), (BODY, False)])
def test_brackets_may_be_missing_round_a_byline_only(kind: PartKind, exact: bool) -> None:
    page = Page("p1", (TextBlock((TextLine("（柳棠）", 1), TextLine("春水绕堤", 2))),))

    def build(start: int, end: int) -> Article:
        spans = (LineSpan("p1", 1, start, end),)
        rest = Part(BODY, "春水绕堤", "p1", (LineSpan("p1", 2, 0, 4),))
        return Article(ONE, "p1", ArticleKind.ARTICLE, (Part(kind, "（柳棠）"[start:end], "p1", spans), rest))

    result = score_answer([page], [build(0, 4)], [], [build(1, 3)], [])
    assert result.articles[0].exact is exact


def test_count_changes() -> None:
    doubled = replace(TRUE[1], parts=(*TRUE[1].parts, part(BODY, 5)))
    assert count_changes([PAGE], TRUE, FOLIO) == (0, 0)
    assert count_changes([PAGE], [doubled], FOLIO) == (10, 4)


def test_bcubed_without_an_answer() -> None:
    atoms = {("p1", 1, 0), ("p1", 1, 1)}
    assert score_bcubed([atoms], []) == (0.0, 0.0)
    assert score_bcubed([], []) == (1.0, 1.0)
