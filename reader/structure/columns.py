"""Columns that a text layer mixes: side by side on one line, or line by line in turn. They are read one after another.

Both happen when a converter sorts the glyphs of a page by height: with a layout option it keeps the gutter as white
space, without one the lines of neighbouring columns follow each other (`interleaving.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.hanzi.characters import em_width
from reader.structure import patterns
from reader.structure.interleaving import mark_column, part_interleaved
from reader.structure.lines import Strip
from reader.structure.settings import SETTINGS, Settings
from reader.structure.text_ends import find_text_end

_GUTTER = re.compile(r"(?<=\S)(?: {3,}|[ \u3000]*\u3000{2,}[ \u3000]*)(?=\S)")


def straighten(strips: Sequence[Strip], settings: Settings = SETTINGS) -> tuple[Strip, ...]:
    """The lines of a page with columns put one after the other; most pages need nothing."""
    return part_interleaved(_cut_gutters(tuple(strips), settings), settings)


# --- side by side ---------------------------------------------------------------------------------------------------


def _cut_gutters(strips: tuple[Strip, ...], settings: Settings) -> tuple[Strip, ...]:
    gaps = [_find_gap(strip) for strip in strips]
    if sum(gap is not None for gap in gaps) < settings.gutter_lines:
        return strips
    result: list[Strip] = []
    at = 0
    while at < len(strips):
        end, edge = _measure_gutter(strips, gaps, at, settings)
        if end == at:
            result.append(strips[at])
            at += 1
            continue
        left, right = _split(strips[at:end], gaps[at:end], edge)
        # The left column goes on below the end of the right one as far as its text does.
        below = next((i for i in range(end, len(strips)) if gaps[i] is not None), len(strips))
        goes_on = find_text_end(left, strips[end:below], settings)
        result.extend((*mark_column(left, 1), *strips[end : end + goes_on]))
        result.extend(_cut_gutters(mark_column(right, 2), settings))
        at = end + goes_on
    return tuple(result)


def _find_gap(strip: Strip) -> tuple[int, float] | None:
    """The first wide gap in a line: offset behind it, and where that is on paper, in em from the margin."""
    match = _GUTTER.search(strip.text)
    return (match.end(), strip.indent + em_width(strip.text[: match.end()])) if match else None


def _measure_gutter(
    strips: Sequence[Strip], gaps: Sequence[tuple[int, float] | None], at: int, settings: Settings
) -> tuple[int, float]:
    """The end of the stretch of lines that share a gutter from here on, and its right edge; `at` when there is none."""
    first = gaps[at]
    if first is None or first[1] < settings.gutter_least:
        return at, 0.0
    low, high = first[1] - settings.indent - 0.5, first[1] + settings.indent + 0.5
    edge, both, end = first[1], 0, at
    for index in range(at, len(strips)):
        gap, strip = gaps[index], strips[index]
        if gap is not None and low <= gap[1] <= high:
            if end < index and _is_crossed(strips[at:end], gaps[at:end], strips[end:index], edge, settings):
                break
            both += 1
            edge = min(edge, gap[1])
        elif gap is not None or (strip.indent < low and strip.indent + strip.width > low):
            break
        if gap is not None or strip.indent >= low:
            end = index + 1
    return (end, edge) if both >= settings.gutter_lines else (at, 0.0)


def _is_crossed(
    strips: Sequence[Strip],
    gaps: Sequence[tuple[int, float] | None],
    alone: Sequence[Strip],
    edge: float,
    settings: Settings,
) -> bool:
    """Whether lines with nothing beside them are more than the text of the left column: a heading over both columns."""
    if all(patterns.INNER_MARKS.search(strip.plain) for strip in alone):
        return False
    left, _ = _split(strips, gaps, edge)
    return find_text_end(left, alone, settings) < len(alone)


def _split(
    strips: Sequence[Strip], gaps: Sequence[tuple[int, float] | None], edge: float
) -> tuple[tuple[Strip, ...], tuple[Strip, ...]]:
    left: list[Strip] = []
    right: list[Strip] = []
    for strip, gap in zip(strips, gaps, strict=True):
        if gap is None:
            # Only half of the width is printed on: which half, the margin tells.
            if strip.indent >= edge - 0.5:
                right.append(replace(strip, indent=strip.indent - edge))
            else:
                left.append(strip)
            continue
        near, far = strip.cut(0, gap[0]), strip.cut(gap[0], len(strip.text))
        if near is not None:
            left.append(near)
        if far is not None:
            right.append(replace(far, indent=max(0.0, gap[1] - edge), tight=strip.tight))
    return tuple(left), tuple(right)
