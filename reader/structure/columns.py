"""Columns that a text layer mixes: side by side on one line, or line by line in turn. They are read one after another.

Both happen when a converter sorts the glyphs of a page by height: with a layout option it keeps the gutter as white
space, without one the lines of neighbouring columns follow each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reader.hanzi.characters import em_width, is_han
from reader.structure import patterns
from reader.structure.lines import Strip
from reader.structure.settings import SETTINGS, Settings

_GUTTER = re.compile(r"(?<=\S)(?: {3,}|[ \u3000]*\u3000{2,}[ \u3000]*)(?=\S)")


def straighten(strips: Sequence[Strip], settings: Settings = SETTINGS) -> tuple[Strip, ...]:
    """The lines of a page with columns put one after the other; most pages need nothing."""
    return _part_interleaved(_cut_gutters(tuple(strips), settings), settings)


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
        result.extend(left)
        result.extend(_cut_gutters(_mark_column(right), settings))
        at = end
    return tuple(result)


def _mark_column(strips: Sequence[Strip]) -> tuple[Strip, ...]:
    return (replace(strips[0], column=True), *strips[1:]) if strips else ()


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
            both += 1
            edge = min(edge, gap[1])
        elif gap is not None or (strip.indent < low and strip.indent + strip.width > low):
            break
        end = index + 1
    # A line with only a left half behind the last full one may already be something else: its column must go on.
    return (end, edge) if both >= settings.gutter_lines else (at, 0.0)


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


# --- line by line in turn -------------------------------------------------------------------------------------------


def _part_interleaved(strips: tuple[Strip, ...], settings: Settings) -> tuple[Strip, ...]:
    """Find stretches where every second line goes on, by words that a line's end would break and by widths."""
    if len(strips) < settings.interleaved_lines:
        return strips
    words = _find_inner_words(strips)
    near = [_link(a, b, words) for a, b in pairwise(strips)]
    far = [_link(a, b, words) for a, b in zip(strips, strips[2:], strict=False)]
    gains = [far[i] - near[i] for i in range(len(far))]
    result: list[Strip] = []
    at = 0
    for first, end in _find_stretches(gains, settings):
        start = _trim_start(strips, far, first, end)
        last = _find_last(strips, gains, start, end, settings)
        if start < at or last - start < settings.interleaved_lines:
            continue
        result.extend(strips[at:start])
        one, other = strips[start : last + 1 : 2], strips[start + 1 : last + 1 : 2]
        # The body that ends first is complete; the other one goes on behind the stretch.
        if (last - start) % 2:
            one, other = other, one
        result.extend((*one, *_mark_column(other)))
        at = last + 1
    result.extend(strips[at:])
    return tuple(result)


def _find_inner_words(strips: Sequence[Strip]) -> frozenset[str]:
    """The two and three characters that stand beside each other within the lines of a page."""
    return frozenset(
        strip.plain[i : i + size] for strip in strips for size in (2, 3) for i in range(len(strip.plain) - size + 1)
    )


def _link(a: Strip, b: Strip, words: frozenset[str]) -> float:
    """Evidence that `b` goes on where `a` ends: known words across the joint, a bracket to close, like widths."""
    score = 0.0
    if is_han(a.text[-1]) and is_han(b.text[0]):
        if a.plain[-2:] + b.plain[0] in words or a.plain[-1] + b.plain[:2] in words:
            score = 1.6
        else:
            score = 0.8 if a.plain[-1] + b.plain[0] in words else -0.4
    elif b.plain[0] in patterns.NEVER_FIRST:
        score = 1.0
    if abs(a.width - b.width) <= 1 and a.width > 8:
        score += 0.5
    return score


def _trim_start(strips: Sequence[Strip], far: Sequence[float], start: int, end: int) -> int:
    """Where two bodies really begin to take turns: at prose, not at the headings above."""
    inside = range(start, min(end, len(far)))
    first = next((at for at in inside if far[at] >= 1.0 and _is_prose(strips[at]) and _is_prose(strips[at + 1])), start)
    while first > start and _is_prose(strips[first - 1]) and _is_prose(strips[first]):
        first -= 1
    return first


def _is_prose(strip: Strip) -> bool:
    return bool(patterns.INNER_MARKS.search(strip.plain)) or strip.plain[0] in "([【"


def _find_last(strips: Sequence[Strip], gains: Sequence[float], start: int, end: int, settings: Settings) -> int:
    """The last line of the body that ends first: about where the evidence ends, at the end of a text."""
    best, best_score = min(end, len(strips)) - 1, -1e9
    for last in range(max(start + 4, end - 8), min(len(strips), end + 16)):
        total = sum(gains[start : last - 1])
        score = total + (settings.interleaved_end if _ends_text(strips, last) else 0.0)
        if score > best_score:
            best, best_score = last, score
    return best


def _ends_text(strips: Sequence[Strip], at: int) -> bool:
    """Whether the last line of a paragraph stands here, in a column that is every second line."""
    plain = strips[at].plain
    if patterns.SIGNED_END.search(plain):
        return True
    return bool(patterns.STOP.search(plain)) and strips[at].width < strips[at - 2].width - 1.5


def _find_stretches(gains: Sequence[float], settings: Settings) -> list[tuple[int, int]]:
    """Stretches of lines with so much evidence that they are interleaved, best first found, in order."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(gains):
        best, best_end, total, start = 0.0, at, 0.0, at
        index = at
        while index < len(gains):
            total += gains[index]
            if total <= 0.0:
                if best >= settings.interleaved_evidence:
                    break
                total, start, best, best_end = 0.0, index + 1, 0.0, index + 1
            elif total > best:
                best, best_end = total, index + 1
            elif best - total > settings.interleaved_evidence and best >= settings.interleaved_evidence:
                break
            index += 1
        if best < settings.interleaved_evidence or best_end + 2 - start < settings.interleaved_lines:
            return found
        found.append((start, min(len(gains) + 2, best_end + 2)))
        at = best_end + 2
    return found
