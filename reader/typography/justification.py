"""Justification 两端对齐: where a line's spare cells go, so that all lines but the last end at the measure."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise
from typing import Final, NamedTuple

from reader.typography.breaks import find_atom_pattern
from reader.typography.classes import (
    BLANK,
    CLOSING_CLASSES,
    DASH,
    DIGIT,
    HAN,
    LETTER,
    LONG_DASH,
    MARK,
    OPENING_CLASSES,
    WIDE_DIGIT,
    Kinsoku,
    classify,
)
from reader.typography.filling import HANGING
from reader.typography.reflow import Line
from reader.typography.widths import Width, char_width, sum_widths

WIDEST_GAP: Final = 2
"""Cells added at one place, one em: a line that needs wider gaps stays ragged (CLREQ §line adjustment)."""

_WORDS: Final = frozenset({LETTER, DIGIT, WIDE_DIGIT})
_STRETCHING: Final = CLOSING_CLASSES | {BLANK, DASH, LONG_DASH}


class LineKind(StrEnum):
    """Where a line stands in its paragraph; the last and the only one are set ragged."""

    ONLY = "only"
    FIRST = "first"
    MIDDLE = "middle"
    LAST = "last"


class Gap(NamedTuple):
    """Cells to leave free before a character."""

    at: int
    """Offset in the text, inside the line."""
    cells: int


def find_kind(index: int, count: int) -> LineKind:
    """What kind the line of this index is, of so many."""
    if count == 1:
        return LineKind.ONLY
    if index == 0:
        return LineKind.FIRST
    return LineKind.LAST if index == count - 1 else LineKind.MIDDLE


def justify(
    text: str,
    lines: Sequence[Line],
    measure: int,
    *,
    width: Width = char_width,
    kinsoku: Kinsoku = Kinsoku.GB,
    hanging: bool = False,
) -> tuple[tuple[Gap, ...], ...]:
    """Where each line's spare cells go; the offsets of the lines stay as they are.

    Spare cells go to the blanks and the outer sides of marks, evenly; if there are fewer of these than cells, to the
    joints of Han with Latin as well; if those do not suffice at `WIDEST_GAP` each, or if there is no such place, the
    line is left ragged, as the last one is: on a grid of half ems a gap inside a word of Han is worse than a ragged
    edge. No gap stands where a line could not have broken.

    Args:
        text: The paragraph.
        lines: What `reflow` made of it, with the same arguments.
        measure: Length of the line in cells.
        width: Cells of one character.
        kinsoku: As given to `reflow`.
        hanging: As given to `reflow`: a mark that hangs stays outside the measure.

    Returns:
        For each line its gaps, ascending; none where it is full or ragged.
    """
    if len(lines) < 2:
        return ((),) * len(lines)
    classes = classify(text)
    before = sum_widths(text, classes, width)
    atom = find_atom_pattern(kinsoku)
    gaps: list[tuple[Gap, ...]] = []
    at = 0  # always between two atoms, and not before the line
    for line in lines[:-1]:
        end = _find_drawn_end(classes, line)
        used = before[end] - before[line.start]
        if hanging and used > measure - line.indent and text[end - 1] in HANGING:
            used = before[end - 1] - before[line.start]
        spare = measure - line.indent - used
        if spare <= 0 and classes[line.end - 1 : line.end + 1] == HAN * 2:
            at = line.end  # nothing to find, and certainly between two atoms
            gaps.append(())
            continue
        places: list[int] = []
        while at < line.end:
            if line.start < at < end:
                places.append(at)
            match = atom.match(classes, at)
            at = match.end() if match else line.end
        gaps.append(_spread(spare, places, classes))
    return (*gaps, ())


def _find_drawn_end(classes: str, line: Line) -> int:
    end = line.end
    while end > line.start and classes[end - 1] == BLANK:
        end -= 1
    return end


def _spread(spare: int, breaks: Sequence[int], classes: str) -> tuple[Gap, ...]:
    """So many cells over the places of a line that may stretch."""
    if spare <= 0:
        return ()
    marks: list[int] = []
    joints: list[int] = []
    for at in breaks:
        left, right = _find_base(classes, at), classes[at]
        if left in _STRETCHING or right in OPENING_CLASSES:
            marks.append(at)
        elif (left == HAN and right in _WORDS) or (left in _WORDS and right == HAN):
            joints.append(at)
    places = marks if len(marks) >= spare else sorted(marks + joints)
    if len(places) * WIDEST_GAP < spare:
        return ()
    count = len(places)
    shares = [(spare * index + count // 2) // count for index in range(count + 1)]  # rounded, so a lone one is central
    return tuple(Gap(at, more - less) for at, (less, more) in zip(places, pairwise(shares), strict=True) if more > less)


def _find_base(classes: str, at: int) -> str:
    """The class of the character before an offset, marks aside."""
    while at > 1 and classes[at - 1] == MARK:
        at -= 1
    return classes[at - 1]
