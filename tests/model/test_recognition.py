"""How sure text recognition was: the mean, and where in an article its words are doubtful."""

from __future__ import annotations

import pytest

from reader.model import (
    UNRATED,
    Article,
    ArticleKind,
    LineSpan,
    Page,
    Part,
    PartKind,
    TextBlock,
    TextLine,
    find_doubtful,
    mean_rating,
)


def page_of(*lines: TextLine) -> Page:
    return Page("p1", (TextBlock(lines),))


def article_of(text: str, *spans: LineSpan) -> Article:
    return Article("a1", "p1", ArticleKind.ARTICLE, (Part(PartKind.PARAGRAPH, text, "p1", spans),))


def test_the_mean_counts_rated_characters_only() -> None:
    lines = (TextLine("ab", 1, ratings=bytes([90, 80])), TextLine("c", 2, ratings=bytes([UNRATED])), TextLine("d", 3))
    assert mean_rating(lines) == pytest.approx(0.85)
    assert mean_rating(lines[2:]) is None


@pytest.mark.parametrize(
    ("text", "lines", "found"),
    [
        pytest.param("the bridge", [("the bridge", "999444444")], ["bridge"], id="a word"),
        pytest.param("in the bridge", [("in the bridge", "99444444444")], ["the bridge"], id="words that follow"),
        pytest.param("昨日新桥通车", [("昨日新桥", "9944"), ("通车", "49")], ["新桥通"], id="over a line's end"),
        pytest.param("a bridge is", [("a bri-", "94444"), ("dge is", "99999")], ["bri"], id="a divided word"),
        pytest.param("the bridge", [("the bridge", "")], [], id="a line without ratings"),
        pytest.param("2024年", [("2024 年", "99994")], ["年"], id="a space that was taken out"),
    ],
)
def test_doubtful_words(text: str, lines: list[tuple[str, str]], found: list[str]) -> None:
    """Ratings are given a digit a character that is no space."""
    printed: list[TextLine] = []
    for number, (line, digits) in enumerate(lines, 1):
        left = iter(digits)
        ratings = bytes(UNRATED if one == " " else 10 * int(next(left)) for one in line) if digits else b""
        printed.append(TextLine(line, number, ratings=ratings, hyphen=int(line.endswith("-"))))
    spans = [LineSpan("p1", line.number, 0, len(line.text)) for line in printed]
    stretches = find_doubtful(article_of(text, *spans), [page_of(*printed)], 0.5)
    assert [text[start:end] for _, start, end in stretches] == found


def test_a_part_that_begins_in_the_middle_of_a_line() -> None:
    line = TextLine("新桥。通车了", 1, ratings=bytes([40, 40, 90, 90, 40, 90]))
    found = find_doubtful(article_of("通车了", LineSpan("p1", 1, 3, 6)), [page_of(line)], 0.5)
    assert found == ((0, 1, 2),)
