"""Which stretches of the text are lit: hits, highlights and the selection, as pieces. Pure; knows no widget."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from reader.app.setting import Items
from reader.app.setting.typesetting import DOUBTFUL
from reader.model import Article, Page, find_doubtful


class Light(Enum):
    """Why a stretch is lit."""

    NONE = ""
    DOUBTFUL = "text--doubtful"
    HIGHLIGHT = "text--highlight"
    NOTED = "text--noted"
    """A highlight with a note."""
    HIT = "text--hit"
    CURRENT_HIT = "text--current-hit"
    SELECTION = "selection"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the article to be lit."""

    part: int
    start: int
    end: int
    light: Light


class Span(NamedTuple):
    """A lit stretch of an item's shown text."""

    start: int
    end: int
    light: Light


Lit = Mapping[int, tuple[Span, ...]]
"""Item index → its lit stretches, in order, none over another."""


def place_marks(marks: Iterable[Mark], items: Items) -> Lit:
    """The lit stretches of each item; marks on what is not set are left out."""
    placed: dict[int, list[Span]] = {}
    for mark in marks:
        found = items.find_shown(mark.part, mark.start, mark.end)
        if found is not None:
            item, start, end = found
            placed.setdefault(item, []).append(Span(start, end, mark.light))
    return {item: flatten(spans) for item, spans in placed.items()}


def flatten(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same stretches in order, none over another: where several were, the one that begins last shows."""
    flat: list[Span] = []
    for span in sorted(spans, key=lambda span: span[:2]):
        below: list[Span] = []
        while flat and flat[-1].end > span.start:
            below.insert(0, flat.pop())
        flat += [other._replace(end=span.start) for other in below if other.start < span.start]
        flat.append(span)
        flat += [other._replace(start=max(other.start, span.end)) for other in below if other.end > span.end]
    return tuple(flat)


def find_doubtful_marks(article: Article, pages: Iterable[Page]) -> tuple[Mark, ...]:
    """The words of an article that were doubtful to the text recognition."""
    return tuple(Mark(*stretch, Light.DOUBTFUL) for stretch in find_doubtful(article, pages, DOUBTFUL))


def cut(start: int, end: int, *layers: Sequence[Span]) -> list[Span]:
    """A stretch of shown text cut at every edge of a lit one; the pieces cover it, in order.

    Args:
        start: First code point of the stretch.
        end: The one after its last.
        layers: What lies over what, the uppermost last; in each, the stretches in order, none over another.
    """
    lit: list[Span] = []
    for spans in layers:
        first = bisect_left(spans, start + 1, key=lambda span: span.end)
        last = bisect_left(spans, end, key=lambda span: span.start)
        lit += spans[first:last]
    edges = {start, end}
    for span in lit:
        edges.update(edge for edge in span[:2] if start < edge < end)
    pieces = []
    for left, right in pairwise(sorted(edges)):
        light = next((span.light for span in reversed(lit) if span.start <= left and right <= span.end), Light.NONE)
        pieces.append(Span(left, right, light))
    return pieces
