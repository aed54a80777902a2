"""An article set in lines: which characters stand on which row, and back. Pure; knows no widget."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from reader.app.places import Place
from reader.hanzi.script import Converted
from reader.model import Article, PartKind
from reader.typography import Block, balance, compose, reflow, text_width

CELLS_PER_EM = 2
"""A Han character takes two cells in every terminal."""

HEADING_ROLES = frozenset({PartKind.KICKER, PartKind.HEADLINE, PartKind.SUBHEADLINE, PartKind.CROSSHEAD})
"""What is set in lines of equal length rather than filled."""

BLANK = -1


class Row(NamedTuple):
    """One row of the setting."""

    block: int
    """Index of the block; BLANK for an empty row."""
    start: int
    end: int
    """Code points of the block's shown text, half-open."""
    left: int
    """Cells before the text, counted from the left edge of the measure."""


EMPTY_ROW = Row(BLANK, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class SetBlock:
    """A block of the article with its text as it is shown."""

    block: Block
    shown: Converted


@dataclass(frozen=True, slots=True)
class Setting:
    """All rows of an article at one measure, in one script."""

    blocks: tuple[SetBlock, ...] = ()
    rows: tuple[Row, ...] = ()
    first_rows: tuple[int, ...] = ()
    """For each block, the row on which its text begins."""
    block_of_part: Mapping[int, int] = field(default_factory=dict)
    """Index of a part → index of the block that holds it."""

    def shown_span(self, part: int, start: int, end: int) -> tuple[int, int, int] | None:
        """A stretch of a part as (block, start, end) of the shown text; None for a part that is not set."""
        index = self.block_of_part.get(part)
        if index is None:
            return None
        block = self.blocks[index]
        first, last = block.block.from_part(part, start), block.block.from_part(part, end)
        if first is None or last is None:
            return None
        if first == last:
            at = block.shown.from_source(first)
            return index, at, at
        return index, *block.shown.span_from_source(first, last)

    def place_of_row(self, row: int) -> Place:
        """The first character on this row, or on the next row that has one."""
        for candidate in self.rows[max(0, row) :]:
            if candidate.block != BLANK:
                return self.place_of_shown(candidate.block, candidate.start)
        return self.end

    def place_of_shown(self, block: int, offset: int) -> Place:
        """The place of a block's shown code point."""
        chosen = self.blocks[block]
        return Place(*chosen.block.to_part(chosen.shown.to_source(offset)))

    def row_of_place(self, place: Place) -> int:
        """The row on which a character stands; the last row for places beyond the text."""
        found = self.shown_span(place.part, place.offset, place.offset)
        if found is None:
            return max(0, len(self.rows) - 1)
        block, offset, _ = found
        row = self.first_rows[block]
        while row + 1 < len(self.rows) and self.rows[row + 1].block == block and self.rows[row + 1].start <= offset:
            row += 1
        return row

    def paragraph_row(self, row: int, step: int) -> int | None:
        """The first row of the next (step 1) or previous (step -1) block, seen from `row`; None at the end."""
        position = bisect_right(self.first_rows, row) - 1
        if step > 0:
            position += 1
        elif position >= 0 and self.first_rows[position] >= row:
            position -= 1
        return self.first_rows[position] if 0 <= position < len(self.first_rows) else None

    @property
    def end(self) -> Place:
        """The place after the last character."""
        if not self.blocks:
            return Place()
        last = self.blocks[-1].block
        return Place(*last.to_part(len(last.text)))


def set_article(
    article: Article, measure: int, *, show: Callable[[str], Converted], width: Callable[[str], int]
) -> Setting:
    """Set an article in lines of `measure` cells.

    Args:
        article: What to set.
        measure: Length of the line, in cells.
        show: Converts a block's text to the script being read.
        width: Cells of one character in this terminal.
    """
    blocks: list[SetBlock] = []
    # A blank row above, as a page has its head margin.
    rows: list[Row] = [EMPTY_ROW]
    first_rows: list[int] = []
    block_of_part: dict[int, int] = {}
    for index, block in enumerate(compose(article)):
        shown = show(block.text)
        blocks.append(SetBlock(block, shown))
        block_of_part.update((run.part, index) for run in block.runs)
        if index:
            rows.extend([EMPTY_ROW] * block.space_before)
        first_rows.append(len(rows))
        rows.extend(_set_block(index, block, shown.text, measure, width))
    return Setting(tuple(blocks), tuple(rows), tuple(first_rows), block_of_part)


def _set_block(index: int, block: Block, text: str, measure: int, width: Callable[[str], int]) -> list[Row]:
    if block.role in HEADING_ROLES:
        lines = balance(text, measure, width=width)
    else:
        indent = min(block.indent * CELLS_PER_EM, max(0, measure - 2 * CELLS_PER_EM))
        lines = reflow(text, measure, width=width, indent=indent)
    if block.align == "start":
        return [Row(index, line.start, line.end, line.indent) for line in lines]
    rows = []
    for line in lines:
        spare = measure - text_width(text[line.start : line.end].rstrip(), width)
        left = spare // 2 if block.align == "center" else spare
        rows.append(Row(index, line.start, line.end, max(0, left)))
    return rows
