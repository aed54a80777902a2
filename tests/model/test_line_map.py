"""From printed lines to articles and back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
from reader.model.line_map import LinePiece, PrintedPlace, TextPlace, make_line_map

LINES = (
    TextLine("青禾镇新桥通车", 1),
    TextLine("本报讯 昨日 12 时，新桥", 2),
    TextLine("● 通车。", 4),
    TextLine("第一版", 5),
)
SPANS = (LineSpan("p1", 2, 4, 14), LineSpan("p1", 4, 2, 5))
ARTICLE = Article(
    "a1",
    "p1",
    ArticleKind.ARTICLE,
    (
        Part(PartKind.HEADLINE, "青禾镇新桥通车", "p1", (LineSpan("p1", 1, 0, 7),)),
        Part(PartKind.DATELINE, "本报讯", "p1", (LineSpan("p1", 2, 0, 3),)),
        Part(PartKind.PARAGRAPH, "昨日12时，新桥通车。", "p1", SPANS),
    ),
)
FURNITURE = (
    Furniture(FurnitureKind.FOLIO, "第一版", "p1", (LineSpan("p1", 5, 0, 3),)),
    Furniture(FurnitureKind.OTHER, "●", "p1", (LineSpan("p1", 4, 0, 1),)),
)
ISSUE = Issue("-", "plain", None, None, (Page("p1", (TextBlock(LINES),)),), (ARTICLE,), FURNITURE)
MAP = make_line_map(ISSUE)


def test_a_line_knows_its_pieces_from_start_to_end() -> None:
    assert MAP.find_pieces("p1", 2) == (
        LinePiece(LineSpan("p1", 2, 0, 3), 0, 3, article=0, part=1),
        LinePiece(SPANS[0], 0, 8, article=0, part=2),
    )
    assert MAP.find_pieces("p1", 4) == (
        LinePiece(LineSpan("p1", 4, 0, 1), 0, 1, furniture=1),
        LinePiece(SPANS[1], 8, 11, article=0, part=2),
    )


@pytest.mark.parametrize("line", [("p1", 3), ("p1", 9), ("p2", 1)])
def test_a_blank_or_unknown_line_has_none(line: tuple[str, int]) -> None:
    assert MAP.find_pieces(*line) == ()
    assert MAP.find_articles(*line) == ()
    assert MAP.find_text(*line) is None


def test_lines_of_an_article() -> None:
    assert MAP.find_lines(0) == (("p1", 1), ("p1", 2), ("p1", 4))
    assert [MAP.find_articles("p1", line.number) for line in LINES] == [(0,), (0,), (0,), ()]


@pytest.mark.parametrize(
    ("offset", "place"),
    [
        (0, PrintedPlace("p1", 2, 4)),
        (2, PrintedPlace("p1", 2, 7)),  # the justification space is only in print
        (7, PrintedPlace("p1", 2, 13)),
        (8, PrintedPlace("p1", 4, 2)),
        (99, PrintedPlace("p1", 4, 4)),
    ],
)
def test_from_text_to_print(offset: int, place: PrintedPlace) -> None:
    assert MAP.find_printed(0, 2, offset) == place


@pytest.mark.parametrize(
    ("line", "column", "place"),
    [
        (2, 0, TextPlace(0, 1, 0)),
        (2, 4, TextPlace(0, 2, 0)),
        (2, 7, TextPlace(0, 2, 2)),
        (2, 99, TextPlace(0, 2, 7)),
        (4, 0, TextPlace(0, 2, 8)),
        (4, 3, TextPlace(0, 2, 9)),
    ],
)
def test_from_print_to_text(line: int, column: int, place: TextPlace) -> None:
    assert MAP.find_text("p1", line, column) == place


def test_furniture_is_no_place_in_an_article() -> None:
    assert MAP.find_text("p1", 5) is None


def test_a_source_without_lines_has_no_print() -> None:
    bare = Article("a1", "p1", ArticleKind.ARTICLE, (Part(PartKind.PARAGRAPH, "新桥通车。", "p1"),))
    found = make_line_map(Issue("-", "html", None, None, (Page("p1", ()),), (bare,)))
    assert found.find_printed(0, 0, 2) is None
    assert found.find_lines(0) == ()


def test_a_hyphen_that_divides_a_word_is_only_in_print() -> None:
    lines = (TextLine("Green Ri-", 1, hyphen=1), TextLine("ce Town", 2))
    spans = (LineSpan("p1", 1, 0, 9), LineSpan("p1", 2, 0, 7))
    part = Part(PartKind.PARAGRAPH, "Green Rice Town", "p1", spans)
    article = Article("a1", "p1", ArticleKind.ARTICLE, (part,))
    found = make_line_map(Issue("-", "alto", None, None, (Page("p1", (TextBlock(lines),)),), (article,)))
    assert [(piece.start, piece.end) for piece in found.by_part[0, 0]] == [(0, 8), (8, 15)]
    assert found.find_printed(0, 0, 8) == PrintedPlace("p1", 2, 0)
    assert found.find_text("p1", 1, 8) == TextPlace(0, 0, 7)
    assert found.find_text("p1", 2) == TextPlace(0, 0, 8)


@given(st.lists(st.text("新桥 a1。　", min_size=1, max_size=8).filter(str.strip), min_size=1, max_size=6))
@settings(max_examples=80, deadline=None)
def test_there_and_back(texts: list[str]) -> None:
    """Every printed character is found from its place in the text, and the other way round."""
    page = Page("p1", (TextBlock(tuple(TextLine(text, number) for number, text in enumerate(texts, 1))),))
    spans = tuple(LineSpan("p1", number, 0, len(text)) for number, text in enumerate(texts, 1))
    text = "".join("".join(texts).split())
    article = Article("a1", "p1", ArticleKind.ARTICLE, (Part(PartKind.PARAGRAPH, text, "p1", spans),))
    found = make_line_map(Issue("-", "plain", None, None, (page,), (article,)))
    for offset, character in enumerate(text):
        place = found.find_printed(0, 0, offset)
        assert place is not None
        assert texts[place.line - 1][place.column] == character
        assert found.find_text("p1", place.line, place.column) == TextPlace(0, 0, offset)
