"""Newspaper columns 分栏: rows already set, laid side by side in columns of a height, page after page.

What a row is does not matter: a line of horizontal text in a column, or a column of vertical text in a tier 段.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple


class SetRow(NamedTuple):
    """What the layout must know of one row."""

    block: int
    """The block that it belongs to: rows of one block follow each other."""
    blank: bool = False
    """Whether it only sets blocks apart: it is left out at the head of a column."""
    keep: bool = False
    """Whether it must not be parted from the row after it: headings, a caption above its credit."""


class Stretch(NamedTuple):
    """The rows of one column, half-open."""

    start: int
    end: int


Spread = tuple[Stretch, ...]
"""The columns of one page, in reading order; the last page may have fewer."""


def lay_columns(rows: Sequence[SetRow], count: int, height: int, *, balanced: bool = True) -> tuple[Spread, ...]:
    """Lay rows in pages of columns.

    A column does not end in a row that is kept with the next, and leaves neither the first row of a block alone at its
    foot nor the last alone at the head of the next, if that can be had by leaving up to half of its height free. Blank
    rows at its head are in no stretch.

    Args:
        rows: All rows of an article, in order.
        count: Columns a page; less than 1 counts as 1.
        height: Rows a column; less than 1 counts as 1.
        balanced: Whether the columns of the last page are made equally long, as newspapers set them.

    Returns:
        Pages of at most `count` columns; none for no rows.
    """
    count, height = max(1, count), max(1, height)
    stretches = _fill(rows, 0, height)
    pages = [tuple(stretches[first : first + count]) for first in range(0, len(stretches), count)]
    if balanced and pages:
        pages[-1] = _balance(rows, pages[-1], count, height)
    return tuple(pages)


def find_position(pages: Sequence[Spread], row: int) -> tuple[int, int, int] | None:
    """The page, the column and the row in it, of a row; None without pages.

    A blank row that fell away at the head of a column counts as that column's first row.
    """
    ends = [(stretch.end, page, column) for page, spread in enumerate(pages) for column, stretch in enumerate(spread)]
    if not ends:
        return None
    _, page, column = ends[min(bisect_right(ends, row, key=lambda end: end[0]), len(ends) - 1)]
    start, end = pages[page][column]
    return page, column, max(0, min(row, end - 1) - start)


def _fill(rows: Sequence[SetRow], start: int, height: int) -> list[Stretch]:
    """Columns as full as the rules allow, from a row on."""
    stretches: list[Stretch] = []
    while True:
        while start < len(rows) and rows[start].blank:
            start += 1
        if start == len(rows):
            return stretches
        limit = start + height
        end = limit
        if limit < len(rows):
            lowest = start + max(1, height // 2)
            end = next((at for at in range(limit, lowest - 1, -1) if _may_part(rows, at)), limit)
        else:
            end = len(rows)
        stretches.append(Stretch(start, end))
        start = end


def _may_part(rows: Sequence[SetRow], at: int) -> bool:
    """Whether a column may end before this row."""
    above, below = rows[at - 1], rows[at]
    if above.keep or (above.blank and at > 1 and rows[at - 2].keep):
        return False
    if above.blank or below.blank or above.block != below.block:
        return True
    first = at - 1 == 0 or rows[at - 2].block != above.block
    last = at + 1 == len(rows) or rows[at + 1].block != below.block
    return not (first or last)


def _balance(rows: Sequence[SetRow], spread: Spread, count: int, height: int) -> Spread:
    """The last page's rows in columns as short as they can be without becoming more than `count`."""
    start = spread[0].start
    shortest = -(-(len(rows) - start) // count)
    for tried in range(max(1, shortest), height):
        shorter = _fill(rows, start, tried)
        if len(shorter) <= count:
            return tuple(shorter)
    return spread
