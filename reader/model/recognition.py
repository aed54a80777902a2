"""How sure text recognition was of its words: the mean of pages, and the doubtful stretches of an article."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from reader.model.article import Article
from reader.model.line_map import place_spans
from reader.model.page import UNRATED, Page, TextLine

_UNRATED_BYTE = bytes([UNRATED])


def mean_rating(lines: Iterable[TextLine]) -> float | None:
    """How sure the recognition was on the average of the characters that it rated, 0 to 1; None where it rated none."""
    rated = b"".join(line.ratings for line in lines).replace(_UNRATED_BYTE, b"")
    return sum(rated) / len(rated) / 100 if rated else None


def find_doubtful(article: Article, pages: Iterable[Page], least: float) -> tuple[tuple[int, int, int], ...]:
    """The stretches of an article whose words the recognition was less sure of.

    Args:
        article: The article.
        pages: Those that it is printed on, at least.
        least: How sure it has to be, 0 to 1, for a word not to be doubtful.

    Returns:
        Index of the part, and code points of its text, half-open; in reading order.
    """
    wanted = article.pages
    lines = {(page.id, line.number): line for page in pages if page.id in wanted for line in page.lines}
    found: list[tuple[int, int, int]] = []
    for number, part in enumerate(article.parts):
        placed = place_spans(part.text, part.spans, lines)
        doubtful = chain.from_iterable(
            _find_in_span(part.text, start, end, lines[span.page, span.line], span.start, span.end, least)
            for span, start, end in placed
            if (span.page, span.line) in lines and lines[span.page, span.line].ratings
        )
        found.extend((number, start, end) for start, end in _join(doubtful, part.text))
    return tuple(found)


def _find_in_span(
    text: str, start: int, end: int, line: TextLine, first: int, last: int, least: float
) -> Iterable[tuple[int, int]]:
    """Each doubtful character between `start` and `end`, which is printed between `first` and `last` of a line."""
    ratings = [
        rating
        for character, rating in zip(line.text[first:last], line.ratings[first:last], strict=False)
        if not character.isspace()
    ]
    inked = (at for at in range(start, end) if not text[at].isspace())
    for at, rating in zip(inked, ratings, strict=False):
        if rating < least * 100:
            yield at, at + 1


def _join(stretches: Iterable[tuple[int, int]], text: str) -> Iterable[tuple[int, int]]:
    """Stretches in order, as one where at most white space parts them."""
    begun: tuple[int, int] | None = None
    for start, end in stretches:
        if begun is not None and not text[begun[1] : start].strip():
            begun = (begun[0], end)
            continue
        if begun is not None:
            yield begun
        begun = (start, end)
    if begun is not None:
        yield begun
