"""Reflow: a paragraph and a measure in, lines out, as slices of the text and never as copies."""

from __future__ import annotations

from typing import NamedTuple

from reader.typography.classes import Kinsoku
from reader.typography.filling import Paragraph
from reader.typography.widths import Width, char_width, text_width

__all__ = ["Line", "Width", "char_width", "reflow", "text_width"]


class Line(NamedTuple):
    """One line as it will be set."""

    start: int
    end: int
    """Code points of the text, half-open, with the blanks at the line's end, which are not drawn."""
    indent: int
    """Cells before it."""


def reflow(
    text: str,
    measure: int,
    *,
    width: Width = char_width,
    indent: int = 0,
    kinsoku: Kinsoku = Kinsoku.GB,
    hanging: bool = False,
) -> tuple[Line, ...]:
    """Set a paragraph in lines.

    The lines' slices joined are the text. No line is wider than the measure, leaving aside the blanks at its end and a
    hanging mark. Lines end only where `find_breaks` allows it. What is wider than a whole line by itself (a long
    address, a pile of brackets) is cut between clusters, not at the side of a mark that may not stand there if there is
    any other place; a line always takes at least one cluster, even where the measure is too small for it. A last line
    of a single character is avoided by moving what stands before it down with it, if that fits (CLREQ §orphans).

    Args:
        text: One paragraph; a line feed in it counts as a blank.
        measure: Length of the line in cells; less than 1 counts as 1.
        width: Cells of one character; it must not change while the program runs, for it is asked once a character.
        indent: Cells left free before the first line; cut down where the first atom needs the room.
        kinsoku: Which marks are kept from the head and the foot of lines.
        hanging: Whether one 。，、 may stand outside the measure, which the caller must then leave room for: 2 cells.

    Returns:
        At least one line for a text that is not empty; none for "".
    """
    if not text:
        return ()
    measure = max(1, measure)
    paragraph = Paragraph.of_cells(text, width, kinsoku)
    indent = paragraph.fit_indent(indent, measure)
    ends, cuts = paragraph.fill(measure, indent, hanging)
    paragraph.repair_orphan(ends, cuts, measure)
    lines = [Line(start, end, 0) for start, end in zip((0, *ends), ends, strict=False)]
    lines[0] = Line(0, ends[0], indent)
    return tuple(lines)
