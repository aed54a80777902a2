"""Newspaper columns 分栏: rows in columns side by side, read one column after the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from reader.app.setting.horizontal import BLANK, MARGIN, Row, Rows, find_neighbour
from reader.app.setting.items import Items
from reader.app.setting.layout import Drawn, Room
from reader.app.setting.typesetting import CELLS_PER_EM, Typesetting
from reader.typography import SetRow, lay_columns

GUTTER = 4
"""Cells between two columns: two em, wider than any gap inside a line."""

LEAST_MEASURE = 18
"""Em that a column needs: newspapers set 9 to 18, and narrower ones break the GB kinsoku's long atoms too often."""

MOST_COLUMNS = 4

LOW = 3
"""Rows of a pane that are all needed for text."""


def count_columns(free: int, wanted: int) -> int:
    """How many columns stand side by side.

    Args:
        free: Cells between the margins.
        wanted: The reader's choice; 0 takes as many as have room.
    """
    if wanted:
        # A forced column keeps room for at least four characters.
        return max(1, min(wanted, (free + GUTTER) // (4 * CELLS_PER_EM + GUTTER)))
    return max(1, min(MOST_COLUMNS, (free + GUTTER) // (LEAST_MEASURE * CELLS_PER_EM + GUTTER)))


class Columns:
    """Columns from left to right; a screen shows `visible` of them."""

    overlap = 0

    def __init__(self, items: Items, room: Room, setting: Typesetting, width: Callable[[str], int]) -> None:
        free = max(CELLS_PER_EM, room.width - 2 * MARGIN)
        count = count_columns(free, setting.columns)
        widest = (free - (count - 1) * GUTTER) // count // CELLS_PER_EM
        self.items = items
        self.measure = max(1, min(setting.measure, widest)) * CELLS_PER_EM
        self.left = MARGIN + (free - count * self.measure - (count - 1) * GUTTER) // 2
        self.set = Rows(items, self.measure, setting, width)
        self.visible = count
        rows = [SetRow(row.item, blank=row.item == BLANK, keep=self._keeps(row)) for row in self.set.rows]
        # One row of margin above, where there is room for it.
        self.margin = 1 if room.height > LOW else 0
        pages = lay_columns(rows, count, max(1, room.height - self.margin))
        self.stretches = [stretch for page in pages for stretch in page]
        self.starts = [stretch.start for stretch in self.stretches]
        self.length = len(self.stretches)
        self.item_starts = sorted({self._find_stretch(row) for row in self.set.firsts})

    def _keeps(self, row: Row) -> bool:
        return row.item != BLANK and self.items.all[row.item].is_heading

    def _find_stretch(self, row: int) -> int:
        return max(0, bisect_right(self.starts, row) - 1)

    def _row_at(self, column: int, y: int) -> Row | None:
        """The row at a height of a column, under the head margin."""
        if not 0 <= column < self.length:
            return None
        row = self.stretches[column].start + y - self.margin
        return self.set.rows[row] if self.stretches[column].start <= row < self.stretches[column].end else None

    def draw(self, top: int, y: int) -> list[Drawn]:
        """What stands in a row of the screen."""
        drawn: list[Drawn] = []
        for number in range(self.visible):
            row = self._row_at(top + number, y)
            if row is not None:
                drawn += self.set.draw(row, self.left + number * (self.measure + GUTTER))
        return drawn

    def find_unit(self, item: int, offset: int) -> int:
        """The column of a shown code point."""
        return self._find_stretch(self.set.find_row(item, offset))

    def find_start(self, unit: int) -> tuple[int, int] | None:
        """The first shown code point in a column or after it."""
        if unit >= self.length:
            return None
        rows = self.set.rows[self.stretches[max(0, unit)].start :]
        found = next((row for row in rows if row.item != BLANK), None)
        return None if found is None else (found.item, found.start)

    def find_text(self, top: int, x: int, y: int) -> tuple[int, int] | None:
        """The shown code point nearest to a cell."""
        number = max(0, min((x - self.left) // (self.measure + GUTTER), self.visible - 1))
        column = min(top + number, self.length - 1)
        if column < 0:
            return None
        for height in range(y, -1, -1):
            row = self._row_at(column, height)
            if row is not None and row.item != BLANK:
                left = self.left + (column - top) * (self.measure + GUTTER)
                return row.item, self.set.find_column(row, x - left) if height == y else row.end
        return self.find_start(column)

    def find_item_start(self, unit: int, step: int) -> int | None:
        """The column in which the next or previous item begins."""
        return find_neighbour(self.item_starts, unit, step)
