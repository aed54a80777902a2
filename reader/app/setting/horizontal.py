"""Horizontal setting 横排: rows from left to right, one under the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from reader.app.setting.items import Item, Items
from reader.app.setting.layout import Drawn, Room
from reader.app.setting.typesetting import CELLS_PER_EM, Typesetting
from reader.typography import Gap, Line, balance, justify, reflow, text_width

MARGIN = 2
"""Cells kept free at either side of the text; a hanging mark stands in them."""

BLANK = -1


class Row(NamedTuple):
    """One row."""

    item: int
    """Index of the item; BLANK for an empty row."""
    start: int
    end: int
    """Code points of the item's shown text, half-open."""
    left: int
    """Cells before the text, from the left edge of the measure."""
    line: int = 0
    """Which line of the item it is."""


EMPTY_ROW = Row(BLANK, 0, 0, 0)


class Rows:
    """Items set in rows of one measure."""

    def __init__(self, items: Items, measure: int, setting: Typesetting, width: Callable[[str], int]) -> None:
        """Set the items.

        Args:
            items: What to set.
            measure: Length of a row, in cells.
            setting: The reader's choices.
            width: Cells of one character.
        """
        self.items = items
        self.measure = measure
        self.setting = setting
        self.width = width
        # A blank row above, as a page has its head margin.
        self.rows: list[Row] = [EMPTY_ROW]
        self.firsts: list[int] = []
        """For each item, its first row."""
        self._lines: dict[int, tuple[Line, ...]] = {}
        self._gaps: dict[int, tuple[tuple[Gap, ...], ...]] = {}
        spacing = [EMPTY_ROW] * setting.line_spacing
        for index, item in enumerate(items.all):
            self.rows += [EMPTY_ROW] * (item.space_before + (setting.line_spacing if item.space_before else 0))
            self.firsts.append(len(self.rows))
            for row in self._set(index, item):
                self.rows.append(row)
                self.rows += spacing

    def _set(self, index: int, item: Item) -> list[Row]:
        text, measure, width = item.drawn, self.measure, self.width
        if item.is_heading:
            lines = balance(text, measure, width=width, kinsoku=self.setting.kinsoku)
        else:
            lines = reflow(
                text,
                measure,
                width=width,
                # Half of a narrow measure, at most, is left to the indent.
                indent=min(item.indent * CELLS_PER_EM, measure // 2),
                kinsoku=self.setting.kinsoku,
                hanging=self.setting.hanging,
            )
        if self.setting.justify and item.align == "start":
            self._lines[index] = lines
        if item.align == "start":
            return [Row(index, line.start, line.end, line.indent, number) for number, line in enumerate(lines)]
        rows = []
        for number, line in enumerate(lines):
            spare = measure - text_width(text[line.start : line.end].rstrip(), width)
            left = spare // 2 if item.align == "center" else spare
            rows.append(Row(index, line.start, line.end, max(0, left), number))
        return rows

    def draw(self, row: Row, left: int) -> list[Drawn]:
        """What stands in a row whose measure begins at a cell."""
        if row.item == BLANK:
            return []
        gaps = self._find_gaps(row)
        if not gaps:
            return [Drawn(left + row.left, row.item, row.start, row.end)]
        text = self.items.all[row.item].drawn
        cuts = [row.start, *(gap.at for gap in gaps), row.end]
        x = left + row.left
        drawn = []
        for number, (start, end) in enumerate(pairwise(cuts)):
            x += gaps[number - 1].cells if number else 0
            drawn.append(Drawn(x, row.item, start, end))
            x += text_width(text[start:end], self.width)
        return drawn

    def _find_gaps(self, row: Row) -> tuple[Gap, ...]:
        lines = self._lines.get(row.item)
        if lines is None:
            return ()
        if row.item not in self._gaps:
            # Found when a row of the item is first seen: the gaps of all the text would cost as much as setting it.
            text = self.items.all[row.item].drawn
            self._gaps[row.item] = justify(
                text,
                lines,
                self.measure,
                width=self.width,
                kinsoku=self.setting.kinsoku,
                hanging=self.setting.hanging,
            )
        return self._gaps[row.item][row.line]

    def find_row(self, item: int, offset: int) -> int:
        """The row of a shown code point."""
        last = self.firsts[item + 1] if item + 1 < len(self.firsts) else len(self.rows)
        found = self.firsts[item]
        for row in range(found, last):
            if self.rows[row].item == item and self.rows[row].start <= offset:
                found = row
        return found

    def find_column(self, row: Row, x: int) -> int:
        """The shown code point of a row nearest to a cell, counted from the left edge of the measure."""
        text = self.items.all[row.item].drawn
        for piece in self.draw(row, 0):
            at = piece.x
            for offset in range(piece.start, piece.end):
                at += self.width(text[offset])
                if x < at:
                    return offset
        return row.end


class Horizontal:
    """Rows down the pane."""

    overlap = 1

    def __init__(self, items: Items, room: Room, setting: Typesetting, width: Callable[[str], int]) -> None:
        free = max(CELLS_PER_EM, room.width - 2 * MARGIN)
        measure = min(setting.measure, free // CELLS_PER_EM) * CELLS_PER_EM
        self.items = items
        self.left = MARGIN + (free - measure) // 2
        self.set = Rows(items, measure, setting, width)
        self.length = len(self.set.rows)
        self.visible = max(1, room.height)

    def draw(self, top: int, y: int) -> list[Drawn]:
        """What stands in a row of the screen."""
        row = top + y
        return self.set.draw(self.set.rows[row], self.left) if row < self.length else []

    def find_unit(self, item: int, offset: int) -> int:
        """The row of a shown code point."""
        return self.set.find_row(item, offset)

    def find_start(self, unit: int) -> tuple[int, int] | None:
        """The first shown code point in a row or after it."""
        found = next((row for row in self.set.rows[max(0, unit) :] if row.item != BLANK), None)
        return None if found is None else (found.item, found.start)

    def find_text(self, top: int, x: int, y: int) -> tuple[int, int] | None:
        """The shown code point nearest to a cell."""
        rows = self.set.rows
        wanted = top + y
        number = min(wanted, len(rows) - 1)
        while number >= 0 and rows[number].item == BLANK:
            number -= 1
        if number < 0:
            return None
        row = rows[number]
        return row.item, row.end if wanted > number else self.set.find_column(row, x - self.left)

    def find_item_start(self, unit: int, step: int) -> int | None:
        """The row with which the next or previous item begins."""
        return find_neighbour(self.set.firsts, unit, step)


def find_neighbour(starts: list[int], unit: int, step: int) -> int | None:
    """The next start after a unit (step 1), or the last before it (step -1); None where there is none."""
    position = bisect_right(starts, unit) - 1
    if step > 0:
        position += 1
    elif position >= 0 and starts[position] >= unit:
        position -= 1
    return starts[position] if 0 <= position < len(starts) else None
