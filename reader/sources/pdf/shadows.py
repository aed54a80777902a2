"""Shadow text: a label drawn twice or more, a little displaced. Its copies are kept apart from the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from reader.sources.pdf.glyphs import Glyph

_REACH: Final = 0.3
"""Em; a shadow lies nearer than this."""

_REACH_OF_WIDTH: Final = 0.5
"""… and nearer than half the glyph's width, or the second l of "all" would be a shadow of the first."""

_NARROWEST: Final = 0.1
"""Em; a glyph without width still has this."""

_DIAGONAL: Final = 1.4
"""Together the two distances are at most so many times the reach."""


def part_shadows(glyphs: Sequence[Glyph]) -> tuple[list[Glyph], list[Glyph]]:
    """The glyphs without shadows, and the shadows; both in the order of drawing.

    A glyph is a shadow of an earlier one if it is the same character in the same size, and nearer than 0.3 em and than
    half its width in both directions.
    """
    kept: list[Glyph] = []
    shadows: list[Glyph] = []
    seen: defaultdict[tuple[str, int, int, int], list[tuple[float, float]]] = defaultdict(list)
    for glyph in glyphs:
        text, left, right, _, _, baseline, size, _, turn = glyph
        if text == " ":
            kept.append(glyph)
            continue
        if turn % 2:
            along, width = glyph.top, glyph.bottom - glyph.top
        else:
            along, width = left, right - left
        reach = min(_REACH * size, _REACH_OF_WIDTH * max(width, _NARROWEST * size))
        rounded = max(1, round(size))
        column, row = int(along // rounded), int(baseline // rounded)
        if _has_near(seen, (text, rounded, column, row), along, baseline, reach):
            shadows.append(glyph)
        else:
            seen[text, rounded, column, row].append((along, baseline))
            kept.append(glyph)
    return kept, shadows


def _has_near(
    seen: defaultdict[tuple[str, int, int, int], list[tuple[float, float]]],
    key: tuple[str, int, int, int],
    along: float,
    baseline: float,
    reach: float,
) -> bool:
    text, rounded, column, row = key
    # The reach is less than half an em: of the neighbouring cells only the nearer ones can hold a shadow.
    columns = (column, column - 1 if along - column * rounded < rounded / 2 else column + 1)
    rows = (row, row - 1 if baseline - row * rounded < rounded / 2 else row + 1)
    for cell_column in columns:
        for cell_row in rows:
            for other_along, other_baseline in seen.get((text, rounded, cell_column, cell_row), ()):
                across, down = abs(along - other_along), abs(baseline - other_baseline)
                if across < reach and down < reach and across + down < _DIAGONAL * reach:
                    return True
    return False
