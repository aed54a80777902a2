"""Vertical setting 竖排: columns from right to left, each read from top to bottom."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from reader.app.setting.columns import LOW
from reader.app.setting.horizontal import BLANK, MARGIN, find_neighbour
from reader.app.setting.items import FOOT, NEXT, NOTE, Item, Items
from reader.app.setting.layout import Drawn, Room
from reader.app.setting.typesetting import CELLS_PER_EM, Typesetting
from reader.typography import Column, set_vertical

GAP = 1
"""Cells between two columns: with none, the eye reads across."""

HEAD = 2
"""Rows by which headings stand higher than the text, as old papers set them."""


class Standing(NamedTuple):
    """One column of the screen."""

    item: int
    """Index of the item; BLANK for an empty column."""
    column: Column | None
    head: int
    """Rows left free above the column."""


EMPTY_COLUMN = Standing(BLANK, None, 0)


class Upright:
    """Columns from right to left; a screen shows `visible` of them."""

    overlap = 1

    def __init__(self, items: Items, room: Room, setting: Typesetting, width: Callable[[str], int]) -> None:
        self.items = items
        self.pitch = CELLS_PER_EM + GAP + setting.line_spacing
        free = max(CELLS_PER_EM, room.width - 2 * MARGIN)
        self.visible = max(1, (free + self.pitch - CELLS_PER_EM) // self.pitch)
        self.right = room.width - MARGIN - CELLS_PER_EM
        # One row of margin above, where there is room for it.
        self.margin = 1 if room.height > LOW else 0
        height = max(1, room.height - self.margin)
        head = HEAD if height >= 4 * HEAD else 0
        self.columns: list[Standing] = []
        self.firsts: list[int] = []
        for index, item in enumerate(items.all):
            self.columns += [EMPTY_COLUMN] * item.space_before
            self.firsts.append(len(self.columns))
            above = 0 if self._stands_high(item) else head
            tall = min(height - above, setting.measure)
            set_columns = set_vertical(
                item.drawn,
                tall,
                width=width,
                indent=min(item.indent, tall // 2),
                kinsoku=setting.kinsoku,
                hanging=False,
            )
            for column in set_columns:
                # A line that stood at the right in horizontal setting stands at the foot here.
                below = tall - len(column.glyphs) if item.align == "end" else 0
                self.columns.append(Standing(index, column, above + max(0, below)))
        self.length = len(self.columns)

    def _stands_high(self, item: Item) -> bool:
        return item.is_heading or item.look in ("label", FOOT, NOTE, NEXT)

    def draw(self, top: int, y: int) -> list[Drawn]:
        """What stands in a row of the screen, from left to right."""
        drawn: list[Drawn] = []
        for number in range(min(self.visible, self.length - top) - 1, -1, -1):
            standing = self.columns[top + number]
            if standing.column is None:
                continue
            place = y - self.margin - standing.head - standing.column.indent
            if 0 <= place < len(standing.column.glyphs):
                offsets = standing.column.offsets
                x = self.right - number * self.pitch
                glyph = standing.column.glyphs[place]
                drawn.append(Drawn(x, standing.item, offsets[place], offsets[place + 1], glyph))
        return drawn

    def find_unit(self, item: int, offset: int) -> int:
        """The column of a shown code point."""
        first = self.firsts[item]
        last = first
        while last + 1 < self.length and self.columns[last + 1].item == item:
            last += 1
        starts = [standing.column.start for standing in self.columns[first : last + 1] if standing.column is not None]
        return first + max(0, bisect_right(starts, offset) - 1)

    def find_start(self, unit: int) -> tuple[int, int] | None:
        """The first shown code point in a column or after it."""
        for standing in self.columns[max(0, unit) :]:
            if standing.column is not None:
                return standing.item, standing.column.start
        return None

    def find_text(self, top: int, x: int, y: int) -> tuple[int, int] | None:
        """The shown code point nearest to a cell."""
        number = max(0, (self.right + CELLS_PER_EM - 1 - x) // self.pitch)
        unit = min(top + number, self.length - 1)
        while unit >= 0 and self.columns[unit].column is None:
            unit -= 1
        if unit < 0:
            return None
        standing = self.columns[unit]
        assert standing.column is not None
        if unit < top + number:
            return standing.item, standing.column.end
        return standing.item, standing.column.find_offset(y - self.margin - standing.head)

    def find_item_start(self, unit: int, step: int) -> int | None:
        """The column with which the next or previous item begins."""
        return find_neighbour(self.firsts, unit, step)
