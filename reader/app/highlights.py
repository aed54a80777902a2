"""Which stretches of a row are lit: hits and the selection, as pieces that cover the row. Pure; knows no widget."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from reader.app.setting import Row, Setting


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
    """A lit stretch of a block's shown text."""

    start: int
    end: int
    light: Light


def place_marks(marks: Iterable[Mark], setting: Setting) -> Mapping[int, tuple[Span, ...]]:
    """Block index → its lit stretches, in order; marks that the setting does not hold are left out."""
    placed: dict[int, list[Span]] = {}
    for mark in marks:
        found = setting.shown_span(mark.part, mark.start, mark.end)
        if found is not None:
            block, start, end = found
            light = Light.CURRENT_HIT if mark.current else Light.HIT
            placed.setdefault(block, []).append(Span(start, end, light))
    return {block: tuple(sorted(spans)) for block, spans in placed.items()}


def cut_row(row: Row, spans: tuple[Span, ...], selected: tuple[int, int] | None) -> list[Span]:
    """The row cut at every edge of a lit stretch; the pieces cover it, in order.

    Args:
        row: The row.
        spans: The hits of its block, sorted, none over another.
        selected: The selected code points of the block; -1 as the end means all the rest.
    """
    lit = _spans_within(row, spans)
    if selected is not None:
        # The selection lies over the hits, so it is asked last.
        lit.append(Span(selected[0], row.end if selected[1] == -1 else selected[1], Light.SELECTION))
    edges = {row.start, row.end}
    for span in lit:
        edges.update(edge for edge in span[:2] if row.start < edge < row.end)
    pieces = []
    for start, end in pairwise(sorted(edges)):
        light = next((span.light for span in reversed(lit) if span.start <= start and end <= span.end), Light.NONE)
        pieces.append(Span(start, end, light))
    return pieces


def _spans_within(row: Row, spans: tuple[Span, ...]) -> list[Span]:
    first = bisect_left(spans, row.start, key=lambda span: span.end)
    last = bisect_left(spans, row.end, key=lambda span: span.start)
    return list(spans[first:last])
