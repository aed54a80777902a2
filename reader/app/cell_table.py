"""Rich's table of cell widths, made to say what this terminal does.

All that Rich and Textual draw is measured by `rich.cells`, so a row is right only if that is. Rich has no public way
to say so; `tests/app/test_cells.py` holds what is used here, and rich is pinned below its next major version.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

import rich.cells
import rich.segment
from rich.cells import CellTable, cached_cell_len, get_character_cell_size

from reader.app.terminal_width import TerminalWidths

_BASE_LOAD: Final[Callable[[str], CellTable]] = vars(rich.cells)["load_cell_table"]
_BASE_SINGLE: Final = rich.cells._SINGLE_CELLS
_widened = _BASE_LOAD("auto").narrow_to_wide


def widened_by_selector() -> frozenset[str]:
    """The narrow signs that U+FE0F makes wide, as Rich measures now."""
    return _widened


def patch_rich(terminal: TerminalWidths) -> None:
    """Make Rich measure as the terminal draws; the default `TerminalWidths` restores Rich's own table."""
    global _widened
    single = _BASE_SINGLE - terminal.wide
    load: Callable[[str], CellTable] = _BASE_LOAD
    if terminal != TerminalWidths():
        tables: dict[str, CellTable] = {}

        def load_patched(unicode_version: str = "auto") -> CellTable:
            table = tables.get(unicode_version)
            if table is None:
                table = tables[unicode_version] = _patch(_BASE_LOAD(unicode_version), terminal)
            return table

        load = load_patched
    # Both modules hold the test for all-narrow text by name.
    vars(rich.cells).update(load_cell_table=load, _is_single_cell_widths=single.issuperset)
    vars(rich.segment).update(_is_single_cell_widths=single.issuperset)
    _widened = load("auto").narrow_to_wide
    get_character_cell_size.cache_clear()
    cached_cell_len.cache_clear()


def _patch(table: CellTable, terminal: TerminalWidths) -> CellTable:
    wide = sorted(map(ord, terminal.wide))
    return CellTable(
        table.unicode_version,
        sorted([*_cut(table, wide), *((code, code, 2) for code in wide)]),
        table.narrow_to_wide - terminal.wide if terminal.emoji_style else frozenset(),
    )


def _cut(table: CellTable, codes: list[int]) -> Iterator[tuple[int, int, int]]:
    """The table's ranges without these code points."""
    for start, end, width in table.widths:
        for code in codes:
            if start <= code <= end:
                if start < code:
                    yield start, code - 1, width
                start = code + 1
        if start <= end:
            yield start, end, width
