"""Text in columns of a terminal: measured in cells, not characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reader.typography.reflow import char_width

ELLIPSIS: Final = "…"
GAP: Final = 2
"""Cells between two columns."""


def count_cells(text: str) -> int:
    """Cells that a text takes on one row."""
    return sum(map(char_width, text))


def crop(text: str, cells: int) -> str:
    """The text cut to at most so many cells, with … where something was cut off."""
    if count_cells(text) <= cells:
        return text
    room = cells - count_cells(ELLIPSIS)
    for at, character in enumerate(text):
        room -= char_width(character)
        if room < 0:
            return text[:at].rstrip() + ELLIPSIS
    return text


def align(rows: Sequence[Sequence[str]], rightward: frozenset[int] = frozenset()) -> Iterator[list[str]]:
    """The same rows with every cell but the last of a row padded to the width of its column.

    Args:
        rows: Rows of the same number of columns.
        rightward: Numbers of the columns that end at the same place instead of beginning there, such as numbers.
    """
    widths = [max(map(count_cells, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = []
        for at, (text, width) in enumerate(zip(row, widths, strict=True)):
            padding = " " * (width - count_cells(text))
            if at in rightward:
                cells.append(padding + text)
            else:
                cells.append(text if at == len(row) - 1 else text + padding)
        yield cells
