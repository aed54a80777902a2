"""Tables: rows of short cells beside each other, without the marks of prose. They are read row by row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reader.hanzi.characters import em_width
from reader.structure.layout.placing import Level, Placed, Placement
from reader.structure.layout.stacking import Block, group_rows, make_block

_CELL: Final = 16.0
"""Em; cells are shorter."""

_NEAREST: Final = 0.8
"""Em between cells: closer words are one cell."""

_FARTHEST: Final = 9.0
"""Em; wider gaps part columns of the page."""

_PROSE: Final = 10.0
"""Em; lines from here on show where columns of text begin."""

_COLUMN_LINES: Final = 3
"""So many lines of prose that begin below each other are a column."""

_LEAST_ROWS: Final = 3
_STRONG: Final = 0.6
"""Share of the rows that hold no mark of prose at all."""

_APART: Final = 2.4
"""Times the size; rows of one table follow each other more closely."""

_MARKS: Final = re.compile(r"[,。;!?]")


def find_tables(lines: Sequence[Placed], placement: Placement) -> list[Block]:
    """The tables of a page as blocks with rows; each line in one at most."""
    starts = _find_columns(lines)
    tables: list[Block] = []
    open_rows: list[list[tuple[Placed, ...]]] = []
    for row in group_rows(line for line in lines if line.level <= Level.MINOR):
        for chain in _find_chains(row, starts, placement.body):
            for rows in open_rows:
                if _follows(rows[-1], chain):
                    rows.append(chain)
                    break
            else:
                open_rows.append([chain])
    for rows in open_rows:
        strong = sum(1 for row in rows if not any(_MARKS.search(cell.strip.plain) for cell in row))
        if len(rows) >= _LEAST_ROWS and strong >= _STRONG * len(rows):
            block = make_block([cell for row in rows for cell in row])
            block.level, block.rows = Level.BODY, rows
            tables.append(block)
    return tables


def _find_columns(lines: Sequence[Placed]) -> list[float]:
    """Where columns of prose begin."""
    starts = sorted((line.area.start, line.size) for line in lines if em_width(line.strip.text) >= _PROSE)
    found: list[float] = []
    at = 0
    while at < len(starts):
        end = at
        while end < len(starts) and starts[end][0] - starts[at][0] <= starts[at][1]:
            end += 1
        if end - at >= _COLUMN_LINES:
            found.append(starts[at][0])
        at = end
    return found


def _find_chains(row: Sequence[Placed], starts: Sequence[float], body: float) -> list[tuple[Placed, ...]]:
    """Cells beside each other within one column of the page: two at least."""
    chains: list[list[Placed]] = []
    for cell in row:
        if em_width(cell.strip.text) > _CELL:
            chains.append([])
            continue
        before = chains[-1][-1] if chains and chains[-1] else None
        if before is not None and _is_beside(before, cell, starts, body):
            chains[-1].append(cell)
        else:
            chains.append([cell])
    return [tuple(chain) for chain in chains if len(chain) >= 2]


def _is_beside(before: Placed, cell: Placed, starts: Sequence[float], body: float) -> bool:
    gap = cell.area.start - before.area.end
    if before.frame != cell.frame or before.across or cell.across or not _NEAREST * body < gap < _FARTHEST * body:
        return False
    return not any(before.area.end - body / 2 <= start <= cell.area.start + body for start in starts)


def _follows(above: Sequence[Placed], below: Sequence[Placed]) -> bool:
    """Whether one row stands right under another."""
    size = below[0].size
    step = below[0].area.bottom - above[0].area.bottom
    if not 0 < step <= _APART * size or above[0].frame != below[0].frame:
        return False
    common = min(above[-1].area.end, below[-1].area.end) - max(above[0].area.start, below[0].area.start)
    return common > 0
