"""From glyphs to lines: runs of the content stream first, then what stands on one baseline close together.

The typesetter's stream is in order inside a column; sorting glyphs by position would mix the columns of a newspaper.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low
from typing import Final

from reader.hanzi.characters import is_han
from reader.sources.pdf.glyphs import Glyph, Rectangle

_LEAST_SIZE: Final = 0.1
"""Points; smaller type is an error of the file's."""

_SAME_BASELINE: Final = 0.25
"""Em; a run keeps its baseline this closely."""

_SAME_SIZE: Final = 0.25
"""A run's glyphs differ in size by less than this share."""

_BACK: Final = 0.6
"""Em; kerning, and punctuation set to half its width, move a glyph back over the one before."""

_AHEAD: Final = 1.1
"""Em; a wider gap parts columns or the cells of a table."""

_JOIN_BASELINE: Final = 0.35
_JOIN_SIZE: Final = 0.35
_JOIN_GAP: Final = 0.8
"""Em; runs so near each other on one baseline are one line: a word in another fount, a digit drawn later."""

_LEAST_VERTICAL: Final = 3
"""Glyphs below each other that prove vertical setting where most of the page is horizontal."""

_WORD_GAP: Final = 0.17
"""Em; white space between two Latin letters that parts words (a word space is 0.2 to 0.33 em)."""

_WIDE_GAP: Final = 0.75
"""Em; white space that was meant, whatever stands beside it."""

_HAN_GAP: Final = 0.22
"""Em beyond the line's usual gap; between two Han so much was meant: justification spreads alike over a line."""

_ASCENT: Final = 0.85
_DESCENT: Final = 0.2
"""Em above and below the baseline that a line takes: the em box of Han, near enough for Latin."""

_LATIN: Final = re.compile(r"[A-Za-z0-9À-ɏЀ-ӿ]")
_AFTER_MARK: Final = re.compile(r"[,;:!?)\]’”»]")
"""Latin punctuation that a space follows."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line of print."""

    text: str
    box: Rectangle
    size: float
    bold: bool
    vertical: bool = False


@dataclass(slots=True)
class _Run:
    """Glyphs that follow each other on one line, in a frame where text runs along u and lines stack along v."""

    glyphs: list[Glyph]
    start: float
    end: float
    baseline: float
    size: float
    vertical: bool


def build_lines(glyphs: Sequence[Glyph]) -> tuple[PrintedLine, ...]:
    """The lines of a page, in the order in which the stream begins them; none of them is blank.

    Every glyph that is not a space is in exactly one line.
    """
    turned: defaultdict[int, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        turned[glyph.turn].append(glyph)
    found: list[PrintedLine] = []
    for turn, drawn in turned.items():
        runs = _find_runs([_turn_back(glyph, turn) for glyph in drawn])
        found.extend(_make_line(run, turn) for run in _join_runs(runs))
    return tuple(line for line in found if line.text)


def _turn_back(glyph: Glyph, turn: int) -> Glyph:
    """A glyph of turned text in a frame where that text is upright."""
    if turn == 0:
        return glyph
    text, left, right, top, bottom, baseline, size, bold, _ = glyph
    if turn == 1:
        return Glyph(text, top, bottom, -right, -left, -baseline, size, bold, turn)
    if turn == 2:
        return Glyph(text, -right, -left, -bottom, -top, -baseline, size, bold, turn)
    return Glyph(text, -bottom, -top, left, right, baseline, size, bold, turn)


def _find_runs(glyphs: Sequence[Glyph]) -> list[_Run]:
    """Runs in stream order; vertical ones where glyphs stand below each other."""
    vertical = _find_vertical(glyphs)
    runs: list[_Run] = []
    run: _Run | None = None
    for glyph, is_vertical in zip(glyphs, vertical, strict=True):
        if run is not None and run.vertical == is_vertical and _continues(run, glyph):
            run.glyphs.append(glyph)
            run.end = max(run.end, glyph.bottom if is_vertical else glyph.right)
            continue
        run = _start(glyph, is_vertical)
        runs.append(run)
    return runs


def _start(glyph: Glyph, vertical: bool) -> _Run:
    size = max(glyph.size, _LEAST_SIZE)
    if vertical:
        return _Run([glyph], glyph.top, glyph.bottom, (glyph.left + glyph.right) / 2, size, True)
    return _Run([glyph], glyph.left, glyph.right, glyph.baseline, size, False)


def _continues(run: _Run, glyph: Glyph) -> bool:
    size = run.size
    if abs(glyph.size - size) > _SAME_SIZE * max(size, glyph.size):
        return False
    if run.vertical:
        across, gap = (glyph.left + glyph.right) / 2 - run.baseline, glyph.top - run.end
        # Latin set upright in a vertical line is narrower than its column and may stand to one side.
        return abs(across) < 2 * _SAME_BASELINE * size and -_BACK * size < gap < _AHEAD * size
    if abs(glyph.baseline - run.baseline) > _SAME_BASELINE * size:
        return False
    return -_BACK * size < glyph.left - run.end < _AHEAD * size


def _find_vertical(glyphs: Sequence[Glyph]) -> list[bool]:
    """For each glyph whether it stands in a vertical line: three at least below each other, or most of the page."""
    below = [False] * len(glyphs)
    steps = 0
    for at in range(1, len(glyphs)):
        a, b = glyphs[at - 1], glyphs[at]
        size = max(a.size, _LEAST_SIZE)
        if (
            b.baseline - a.baseline > 0.4 * size
            and abs((a.left + a.right) - (b.left + b.right)) < 0.5 * size
            and -_BACK * size < b.top - a.bottom < _AHEAD / 2 * size
            and abs(b.size - size) <= _SAME_SIZE * size
        ):
            below[at] = True
            steps += 1
    if not steps:
        return below
    least = 2 if 2 * steps > len(glyphs) else _LEAST_VERTICAL
    vertical = [False] * len(glyphs)
    at = 0
    while at < len(glyphs):
        end = at + 1
        while end < len(glyphs) and below[end]:
            end += 1
        if end - at >= least:
            vertical[at:end] = [True] * (end - at)
        at = end
    return vertical


def _join_runs(runs: list[_Run]) -> list[_Run]:
    """Runs of one baseline close to each other as one; the place in the stream is that of the earliest."""
    rows: defaultdict[tuple[bool, int], list[int]] = defaultdict(list)
    for at, run in enumerate(runs):
        rows[run.vertical, int(run.baseline // run.size)].append(at)
    parent = list(range(len(runs)))

    def find(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for at, run in enumerate(runs):
        cell = int(run.baseline // run.size)
        for row in (cell - 1, cell, cell + 1):
            for other in rows.get((run.vertical, row), ()):
                if other != at and _adjoins(run, runs[other]):
                    first, second = sorted((find(at), find(other)))
                    parent[second] = first
    groups: defaultdict[int, list[_Run]] = defaultdict(list)
    for at, run in enumerate(runs):
        groups[find(at)].append(run)
    return [_merge(group) for group in groups.values()]


def _adjoins(run: _Run, other: _Run) -> bool:
    """Whether another run follows on the same line."""
    size = max(run.size, other.size)
    return (
        abs(run.baseline - other.baseline) < _JOIN_BASELINE * size
        and abs(run.size - other.size) <= _JOIN_SIZE * size
        and -_BACK * size < other.start - run.end < _JOIN_GAP * size
        and other.start > run.start
    )


def _merge(group: list[_Run]) -> _Run:
    if len(group) == 1:
        return group[0]
    group.sort(key=lambda run: run.start)
    longest = max(group, key=lambda run: len(run.glyphs))
    glyphs = [glyph for run in group for glyph in run.glyphs]
    return _Run(glyphs, group[0].start, max(r.end for r in group), longest.baseline, longest.size, longest.vertical)


def _make_line(run: _Run, turn: int) -> PrintedLine:
    text = _join_text(run)
    printed = [glyph for glyph in run.glyphs if not glyph.text.isspace()] or run.glyphs
    bold = 2 * sum(glyph.bold for glyph in printed) > len(printed)
    if run.vertical:
        half = run.size / 2
        left, right = run.baseline - half, run.baseline + half
        box = Rectangle(left, min(g.top for g in printed), right, max(g.bottom for g in printed))
    else:
        top, bottom = run.baseline - _ASCENT * run.size, run.baseline + _DESCENT * run.size
        box = Rectangle(min(g.left for g in printed), top, max(g.right for g in printed), bottom)
    vertical = run.vertical if turn % 2 == 0 else not run.vertical
    return PrintedLine(text, _turn_box(box, turn), run.size, bold, vertical)


def _turn_box(box: Rectangle, turn: int) -> Rectangle:
    """A box of the frame in which text is upright, as it lies on the page."""
    left, top, right, bottom = box
    if turn == 1:
        return Rectangle(-bottom, left, -top, right)
    if turn == 2:
        return Rectangle(-right, -bottom, -left, -top)
    if turn == 3:
        return Rectangle(top, -right, bottom, -left)
    return box


def _join_text(run: _Run) -> str:
    """The characters of a run with the spaces that its gaps mean."""
    size = run.size
    gaps: list[float] = []
    before: Glyph | None = None
    for glyph in run.glyphs:
        if before is not None:
            gaps.append((glyph.top - before.bottom if run.vertical else glyph.left - before.right) / size)
        before = glyph
    # Letters spaced out all alike are one word.
    usual = max(0.0, median_low(gaps)) if len(gaps) > 1 else 0.0
    pieces: list[str] = []
    for at, glyph in enumerate(run.glyphs):
        text = glyph.text
        if pieces and not text.isspace() and not pieces[-1].isspace():
            gap = gaps[at - 1] - usual
            if (
                gap > _WIDE_GAP
                or (gap > _WORD_GAP and _parts_words(pieces[-1], text))
                or (gap > _HAN_GAP and is_han(pieces[-1]) and is_han(text))
            ):
                pieces.append(" ")
        pieces.append(text)
    return "".join(pieces).strip()


def _parts_words(before: str, after: str) -> bool:
    """Whether a gap between these characters parts words of Latin."""
    return bool((_LATIN.match(before) or _AFTER_MARK.match(before)) and (_LATIN.match(after) or after in "([“‘«"))
