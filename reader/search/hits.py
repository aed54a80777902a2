"""Where a search found something, and what stands around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from reader.model import Article


class Span(NamedTuple):
    """A stretch of one part's text."""

    part: int
    """Index into `Article.parts`."""
    start: int
    end: int
    """Code points of `Part.text`, half-open."""


class Hit(NamedTuple):
    """One place where the words stand. A plain tuple: a common character has thousands of hits at each keystroke."""

    article: str
    """The article's id."""
    part: int
    """Index into `Article.parts`: the part in which it begins."""
    start: int
    end: int
    """Code points of that part's text, half-open."""
    rest: tuple[Span, ...] = ()
    """Where it goes on, when print broke it: over two lines of a headline, from a page to another."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """All of it, in reading order; mostly one."""
        return (Span(self.part, self.start, self.end), *self.rest)


class FurnitureHit(NamedTuple):
    """One place where the words stand in what belongs to no article: a folio, an imprint, a list of contents."""

    piece: int
    """Index into `Issue.furniture`."""
    start: int
    end: int
    """Code points of `Furniture.text`, half-open."""


@dataclass(frozen=True, slots=True)
class Context:
    """A hit with the text on either side; white space at the edges is left out."""

    before: str
    match: str
    after: str
    cut_before: bool
    """Whether the part has more text before."""
    cut_after: bool
    """Whether the part has more text after."""


def _one(_: str) -> float:
    return 1


def find_context(text: str, start: int, end: int, room: float, width: Callable[[str], float] = _one) -> Context:
    """A stretch of a text with what stands around it, for a list of results.

    Args:
        text: The text of the part, or its converted form.
        start: The stretch's first code point.
        end: The code point after its last.
        room: What the three pieces together may take. The match is never cut, however long.
        width: The width of one character, in the unit of `room`; each is 1 where this is not given.
    """
    match = text[start:end]
    left = right = max(0.0, room - sum(map(width, match))) / 2
    all_before, all_after = text[:start].lstrip(), text[end:].rstrip()
    before = _take(reversed_text := all_before[::-1], left, width)
    after = _take(all_after, right, width)
    # What one side does not need is the other's.
    if len(before) == len(all_before):
        after = _take(all_after, right + left - sum(map(width, before)), width)
    elif len(after) == len(all_after):
        before = _take(reversed_text, left + right - sum(map(width, after)), width)
    return Context(
        before[::-1], match, after, cut_before=len(before) < len(all_before), cut_after=len(after) < len(all_after)
    )


def find_hit_context(article: Article, hit: Hit, room: float, width: Callable[[str], float] = _one) -> Context:
    """A hit with what stands around it; parts over which it runs are read as one text.

    Args:
        article: The article that the hit is in.
        hit: The hit.
        room: As for `find_context`.
        width: As for `find_context`.
    """
    last = hit.spans[-1]
    texts = [part.text for part in article.parts[hit.part : last.part + 1]]
    end = sum(map(len, texts[:-1])) + last.end
    return find_context("".join(texts), hit.start, end, room, width)


def _take(text: str, room: float, width: Callable[[str], float]) -> str:
    """As many characters from the start as there is room for."""
    taken = 0.0
    for place, character in enumerate(text):
        taken += width(character)
        if taken > room:
            return text[:place]
    return text
