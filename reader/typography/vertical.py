"""Vertical setting 竖排: a paragraph in columns of cells, each cell one em, with its way back to the text.

The columns are pure values; that the first stands at the right is the view's doing. The same breaker and the same
filling as in horizontal setting serve here, with rows for cells, so kinsoku holds at column heads and feet.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, compress
from typing import Final, NamedTuple

from reader.typography.classes import (
    BLANK,
    CLOSE_ASCII,
    DIGIT,
    MARK,
    OPEN_ASCII,
    REGIONAL,
    WIDE_DIGIT,
    Kinsoku,
    classify,
    find_class,
)
from reader.typography.filling import Paragraph
from reader.typography.vertical_forms import CELLS, Glyphs
from reader.typography.widths import Width, char_width, text_width

_SPECIAL: Final = re.compile(
    r"""(?x) [BRNWMJ]                       # one set first, so that Han are skipped fast
    (?: (?<=B)B*
      | (?<=R)[MJ]*(?:R[MJ]*)?
        # 縱中橫: a number of exactly two digits (CLREQ §tate-chu-yoko)
      | (?: (?<=N)N | (?<=W)W ) (?<![ANW]..) (?<![ANW][IKYGL]..) (?![ANWMJ]|[IKYGL][ANW])
      | (?<=[HANW][MJ]) (?:(?<=J)[HAN])? (?:M|J[HAN]?)*
      | (?<=[MJ])[MJ]*
    )"""
)
"""The characters that do not each take a row: runs of blanks, flags, upright pairs, and marks with what they join."""

_DIGITS: Final = DIGIT + WIDE_DIGIT
_EM_SPACE: Final = "\u3000"
_NARROW_DIGITS: Final = str.maketrans("０１２３４５６７８９", "0123456789")
_STRAIGHT_QUOTES: Final = {OPEN_ASCII: "﹃", CLOSE_ASCII: "﹄"}
"""By the class that `classify` settled on: which way a straight double quote turns."""


class Cell(NamedTuple):
    """One place of a column: two screen cells wide, one row high."""

    start: int
    end: int
    """Code points of the text that it shows, half-open."""
    glyph: str
    """What is drawn, two cells wide."""


class Column(NamedTuple):
    """One column, from its head to its foot."""

    start: int
    end: int
    """Code points of the text, half-open; the blanks at the foot are not drawn but belong to the last cell."""
    indent: int
    """Rows left free at its head."""
    glyphs: tuple[str, ...]
    """What each place shows."""
    offsets: Sequence[int]
    """Where in the text each place begins, and `end`; one more than there are places."""

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The places from the first below the indent on."""
        return tuple(map(Cell, self.offsets, self.offsets[1:], self.glyphs))

    def find_row(self, offset: int) -> int:
        """The row, counted from the column's head with its indent, that shows a character; the nearest one outside."""
        place = bisect_right(self.offsets, offset) - 1
        return self.indent + max(0, min(place, len(self.glyphs) - 1))

    def find_offset(self, row: int) -> int:
        """The first character of the cell on a row; the column's start above its cells, its end below them."""
        return self.offsets[max(0, min(row - self.indent, len(self.glyphs)))]


def set_vertical(
    text: str,
    height: int,
    *,
    width: Width = char_width,
    indent: int = 0,
    kinsoku: Kinsoku = Kinsoku.GB,
    hanging: bool = False,
) -> tuple[Column, ...]:
    """Set a paragraph in columns, the first to be read first.

    Han and marks take a cell each, marks in their vertical forms. A number of two digits is upright in one cell, other
    Latin and digits go letter by letter in full-width forms. A sequence that is drawn as one character takes one cell;
    a run of narrow blanks takes one. Otherwise everything is as in `reflow`.

    Args:
        text: One paragraph.
        height: Rows of a column; less than 1 counts as 1.
        width: Cells of one character, to fill narrow glyphs up to two cells.
        indent: Rows left free at the head of the first column.
        kinsoku: Which marks are kept from the heads and feet of columns.
        hanging: Whether one 。，、 may stand below the last row.

    Returns:
        Columns whose slices join to the text; none for "".
    """
    if not text:
        return ()
    height = max(1, height)
    classes = classify(text)
    rows, glyphs = _divide(text, classes, width)
    paragraph = Paragraph(text, classes, list(accumulate(rows, initial=0)), kinsoku)
    indent = paragraph.fit_indent(indent, height)
    ends, cuts = paragraph.fill(height, indent, hanging)
    paragraph.repair_orphan(ends, cuts, height)
    starts = (0, *ends)
    return tuple(
        _set_column(start, end, 0 if start else indent, classes, rows, glyphs)
        for start, end in zip(starts, ends, strict=False)
    )


def _set_column(start: int, end: int, indent: int, classes: str, rows: Sequence[int], glyphs: Sequence[str]) -> Column:
    slots = rows[start:end]
    shown = tuple(glyphs[start:end])
    offsets: Sequence[int] = range(start, end + 1)
    if 0 in slots:
        shown = tuple(compress(shown, slots))
        offsets = (*compress(range(start, end), slots), end)
    while classes[offsets[-2]] == BLANK and len(shown) > 1:
        shown = shown[:-1]
        offsets = (*offsets[:-2], end)
    return Column(start, end, indent, shown, offsets)


def find_place(columns: Sequence[Column], offset: int) -> tuple[int, int] | None:
    """The column and row that show a character of the text; None where there are no columns."""
    if not columns:
        return None
    index = max(0, bisect_right(columns, offset, key=lambda column: column.start) - 1)
    return index, columns[index].find_row(offset)


@lru_cache(maxsize=8)
def _find_glyphs(width: Width) -> Glyphs:
    return Glyphs(width)


def _divide(text: str, classes: str, width: Width) -> tuple[list[int], list[str]]:
    """For every character the rows that it begins, 1 or 0, and the glyph of the cell that it begins."""
    table = _find_glyphs(width)
    rows = [1] * len(text)
    glyphs = list(map(table.__getitem__, text))
    for special in _SPECIAL.finditer(classes):
        start, end = special.span()
        if classes[start] == BLANK:
            rows[start + 1 : end] = [int(character == _EM_SPACE) for character in text[start + 1 : end]]
            glyphs[start:end] = [_EM_SPACE] * (end - start)
        elif classes[start] in _DIGITS:
            rows[start + 1] = 0
            glyphs[start] = text[start:end].translate(_NARROW_DIGITS)
        else:
            if start and classes[start] != REGIONAL:
                start -= 1  # what the marks stand on
            for first, last in _find_sequences(text, start, end, width):
                rows[first + 1 : last] = [0] * (last - first - 1)
                glyphs[first] = table.pad(table[text[first]].rstrip(" ") + text[first + 1 : last])
    if '"' in text:
        for at, name in enumerate(classes):
            if text[at] == '"' and name in _STRAIGHT_QUOTES:
                glyphs[at] = _STRAIGHT_QUOTES[name]
    return rows, glyphs


def _find_sequences(text: str, start: int, end: int, width: Width) -> Iterator[tuple[int, int]]:
    """A sequence as one span if it is drawn in one cell; else each character of it with the marks after it.

    Descriptions of ideographs ⿰木每 are drawn one after the other, and so is what this screen does not join.
    """
    if text_width(text[start:end], width) <= CELLS:
        yield start, end
        return
    while start < end:
        last = start + 1
        while last < end and find_class(text[last]) == MARK and not width(text[last]):
            last += 1
        yield start, last
        start = last
