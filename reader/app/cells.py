"""How wide text is in this terminal: the one place that the app measures with."""

from __future__ import annotations

from rich.cells import get_character_cell_size

ELLIPSIS = "…"


class _Widths(dict[str, int]):
    """Cells of single characters, filled on first use."""

    def __missing__(self, character: str) -> int:
        cells = self[character] = get_character_cell_size(character)
        return cells


_widths = _Widths()

character_cells = _widths.__getitem__
"""Cells that one character takes on the screen, as the compositor counts them."""


def text_cells(text: str) -> int:
    """Cells that a text takes on one row."""
    return sum(map(character_cells, text))


def crop(text: str, cells: int) -> str:
    """The text cut to at most so many cells, with … where something was cut off."""
    if text_cells(text) <= cells:
        return text
    room = cells - character_cells(ELLIPSIS)
    used = 0
    for index, character in enumerate(text):
        used += character_cells(character)
        if used > room:
            return text[:index].rstrip() + ELLIPSIS if room > 0 else ""
    return text
