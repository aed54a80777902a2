"""Headings: lines of about equal length, parted where the headline parts itself."""

from __future__ import annotations

import re
from typing import Final

from reader.typography.classes import Kinsoku
from reader.typography.filling import Paragraph
from reader.typography.reflow import Line
from reader.typography.widths import Width, char_width

_OWN_SPACE: Final = re.compile(r"[^\S\u3000]*\u3000\s*|(?<=[^\x00-\u024f])\s+(?=[^\x00-\u024f])")
"""The space between two halves of a headline: an ideographic one, or any between Han; not one beside Latin."""
_PAUSE: Final = re.compile(r"[，。；：！？]")

# Where a headline parts itself, the best first, and the lines that it may take more than it needs to be parted there.
_PARTINGS: Final = ((_OWN_SPACE, 1), (_PAUSE, 0))


def balance(text: str, measure: int, *, width: Width = char_width, kinsoku: Kinsoku = Kinsoku.GB) -> tuple[Line, ...]:
    """Set a heading in as few lines as it needs, of about equal length, for centring.

    A heading that does not fit on one line is broken at its own space, the one nearest its middle, if that takes at
    most one line more than it needs; else at such a comma or stop, if that takes no more; each half is then set for
    itself. Otherwise its lines are as short as they can be without becoming more.

    Args:
        text: The heading; several lines of one are several texts.
        measure: The most that a line may take, in cells.
        width: Cells of one character.
        kinsoku: Which marks are kept from the head and the foot of lines.

    Returns:
        Lines that join to the text, none with an indent; none for "".
    """
    if not text:
        return ()
    ends = _balance(text, max(1, measure), width, kinsoku)
    return tuple(Line(start, end, 0) for start, end in zip((0, *ends), ends, strict=False))


def _balance(text: str, measure: int, width: Width, kinsoku: Kinsoku) -> list[int]:
    """The ends of the lines."""
    paragraph = Paragraph.of_cells(text, width, kinsoku)
    ends, _ = paragraph.fill(measure)
    if len(ends) == 1:
        return ends
    for parting, extra in _PARTINGS:
        if middle := _find_middle(parting, text, paragraph):
            first = _balance(text[:middle], measure, width, kinsoku)
            second = _balance(text[middle:], measure, width, kinsoku)
            if len(first) + len(second) <= len(ends) + extra:
                return [*first, *(middle + end for end in second)]
    low, high = 1, measure
    while low < high:
        tried = (low + high) // 2
        shorter, cuts = paragraph.fill(tried)
        if len(shorter) <= len(ends) and not cuts:
            high = tried
        else:
            low = tried + 1
    return paragraph.fill(high)[0]


def _find_middle(parting: re.Pattern[str], text: str, paragraph: Paragraph) -> int | None:
    """The end of the match that parts a headline most evenly, if a line may end there; None if there is none."""
    ends = [found.end() for found in parting.finditer(text) if found.start() and found.end() < len(text)]
    allowed = [at for at in ends if paragraph.may_break(at)]
    return min(allowed, key=lambda at: abs(paragraph.width(0, at) - paragraph.width(at, len(text))), default=None)
