"""Which stretches of the text are lit: hits and the selection, as pieces. Pure; knows no widget."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from reader.app.setting import Items


class Light(Enum):
    """Why a stretch is lit."""

    NONE = ""
    HIT = "text--hit"
    CURRENT_HIT = "text--current-hit"
    SELECTION = "selection"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the article to be lit."""

    part: int
    start: int
    end: int
    current: bool


class Span(NamedTuple):
    """A lit stretch of an item's shown text."""

    start: int
    end: int
    light: Light


def place_marks(marks: Iterable[Mark], items: Items) -> Mapping[int, tuple[Span, ...]]:
    """Item index → its lit stretches, in order; marks on what is not set are left out."""
    placed: dict[int, list[Span]] = {}
    for mark in marks:
        found = items.find_shown(mark.part, mark.start, mark.end)
        if found is not None:
            item, start, end = found
            light = Light.CURRENT_HIT if mark.current else Light.HIT
            placed.setdefault(item, []).append(Span(start, end, light))
    return {item: tuple(sorted(spans, key=lambda span: span[:2])) for item, spans in placed.items()}


def cut(start: int, end: int, spans: Sequence[Span], selected: tuple[int, int] | None) -> list[Span]:
    """A stretch of shown text cut at every edge of a lit one; the pieces cover it, in order.

    Args:
        start: First code point of the stretch.
        end: The one after its last.
        spans: The hits of its item, sorted, none over another.
        selected: The selected code points of the item; -1 as the end means all the rest.
    """
    first = bisect_left(spans, start + 1, key=lambda span: span.end)
    last = bisect_left(spans, end, key=lambda span: span.start)
    lit = list(spans[first:last])
    if selected is not None:
        # The selection lies over the hits, so it is asked last.
        lit.append(Span(selected[0], end if selected[1] == -1 else selected[1], Light.SELECTION))
    edges = {start, end}
    for span in lit:
        edges.update(edge for edge in span[:2] if start < edge < end)
    pieces = []
    for left, right in pairwise(sorted(edges)):
        light = next((span.light for span in reversed(lit) if span.start <= left and right <= span.end), Light.NONE)
        pieces.append(Span(left, right, light))
    return pieces
