"""Print at the edges of a page that belongs to no article: running heads, imprints, contents, and what repeats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from reader.model import Direction, FurnitureKind, Page
from reader.structure import patterns
from reader.structure.classes import LineClass, judge
from reader.structure.layout.placing import Level, Placed, Placement
from reader.structure.layout.stacking import Block

_TOP: Final = 0.13
_BOTTOM: Final = 0.08
_SIDE: Final = 0.05
"""Shares of the page at its edges where folios and imprints stand."""

_REPEATED: Final = 3
"""Pages on which the same words at the same place are a running head."""

_CELLS: Final = 50
"""A running head may shift by a fiftieth of the page."""

_IMPRINT_LINES: Final = 5

_NEAR: Final = 1.8
"""Times the size; text follows more closely than this."""

_SHARE: Final = 0.3

_LONGEST: Final = 40
"""Characters of a running head."""

Margins = frozenset[tuple[str, int]]
"""Words and places, across the page, of running heads."""


def find_repeated(pages: Iterable[Page]) -> Margins:
    """What stands at the same place near the upper or lower edge of several pages."""
    met: Counter[tuple[str, int]] = Counter()
    for page in pages:
        found: set[tuple[str, int]] = set()
        for line in page.lines:
            if line.box is None or page.box is None or not page.box.height or len(line.text) > _LONGEST:
                continue
            place = (line.box.vpos - page.box.vpos) / page.box.height
            if place < _TOP or place > 1 - _BOTTOM:
                found.add((line.text, round(place * _CELLS)))
        met.update(found)
    return frozenset(key for key, count in met.items() if count >= _REPEATED)


def find_margin_furniture(placement: Placement, repeated: Margins) -> dict[int, FurnitureKind]:
    """For the keys of lines at a page's edges what furniture they are."""
    found: dict[int, FurnitureKind] = {}
    known = {line.number: line for line in placement.page.lines}
    page = placement.page.box
    for line in placement.lines:
        judged = judge(line.strip)
        if len(judged) == 1 and judged[0].furniture in (FurnitureKind.FOLIO, FurnitureKind.IMPRINT):
            whole = patterns.WHOLE_FOLIO.fullmatch(line.strip.plain)
            if whole or (_is_at_edge(line, placement) and _is_isolated(line, placement)):
                found[line.key] = judged[0].furniture
            continue
        box = known[line.strip.line].box
        if repeated and box is not None and page is not None:
            place = round((box.vpos - page.vpos) / page.height * _CELLS)
            if any((line.strip.text, near) in repeated for near in (place - 1, place, place + 1)):
                found[line.key] = FurnitureKind.FOLIO
    return found


def _is_at_edge(line: Placed, placement: Placement) -> bool:
    box = next((known.box for known in placement.page.lines if known.number == line.strip.line), None)
    page = placement.page.box
    if box is None:
        return False
    if page is None:
        middle = (line.area.top + line.area.bottom) / 2 - placement.area.top
        share = middle / max(1e-9, placement.area.depth)
        return share < _TOP or share > 1 - _BOTTOM
    across = (box.vpos + box.height / 2 - page.vpos) / max(1e-9, page.height)
    along = (box.hpos + box.width / 2 - page.hpos) / max(1e-9, page.width)
    at_side = placement.page.direction is Direction.VERTICAL and (along < _SIDE or along > 1 - _SIDE)
    return across < _TOP or across > 1 - _BOTTOM or at_side


def _is_isolated(line: Placed, placement: Placement) -> bool:
    """Whether no line of text stands right above or below: at the foot of a column an address is text."""
    return not any(
        other is not line
        and other.area.share_along(line.area) > _SHARE
        and abs(other.area.bottom - line.area.bottom) < _NEAR * max(line.size, other.size)
        and judge(other.strip)[0].kind is not LineClass.FURNITURE
        for other in placement.lines
    )


def find_block_furniture(block: Block) -> FurnitureKind | None:
    """What furniture a whole block is: the imprint in small type, a list of what stands elsewhere."""
    if block.rows or len(block.lines) > 4 * _IMPRINT_LINES:
        return None
    kinds = [judge(line.strip)[0] for line in block.lines]
    if any(piece.kind is not LineClass.FURNITURE for piece in kinds):
        return None
    if all(piece.furniture is FurnitureKind.CONTENTS for piece in kinds) and len(kinds) >= 2:
        return FurnitureKind.CONTENTS
    small = block.level is Level.SMALL and len(block.lines) <= _IMPRINT_LINES
    return FurnitureKind.IMPRINT if small and all(p.furniture is FurnitureKind.IMPRINT for p in kinds) else None


def is_nameplate(lines: Sequence[Placed]) -> bool:
    """Whether display lines are a newspaper's name and nothing else."""
    return all(patterns.NAMEPLATE.fullmatch(line.strip.plain) for line in lines)
