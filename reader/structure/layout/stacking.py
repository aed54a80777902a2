"""Lines stacked into blocks: the pieces of columns, headings and captions that white space keeps apart."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median_low
from typing import Final

from reader.structure.layout.placing import Area, Level, Placed, Placement, find_union

_LEADING: Final = 1.75
"""Times the size; lines of one block follow each other at most so far (body is set at 1.2 to 1.6)."""

_WIDE_LEADING: Final = 1.4
"""Times the page's usual leading, where that is wider than newspapers set: typescripts, pages made from the web."""

_WIDEST_LEADING: Final = 3.0
"""Times the size; further apart lines are no text, whatever is usual."""

_LEAST_STEPS: Final = 8
"""So many lines tell what is usual."""

_HEADING_LEADING: Final = 1.6

_OVERLAP: Final = 0.4
"""Share of the shorter of two lines that must lie below the other."""

_SAME_SIZE: Final = 0.25

_WIDER: Final = 1.6
"""A line so many times longer than the block above opens another, wider leg."""

_INDENT: Final = 3.0
"""Em by which lines of one column begin at different places."""

_FEW: Final = 2
"""So few lines above may all be short."""

_SAME_ROW: Final = 0.35
"""Em; lines whose feet differ by less stand beside each other."""

_INITIAL: Final = 1.6
"""Times the body's size; a single character so large beside lines of body is their initial."""

_INITIAL_GAP: Final = 1.2
"""Em between an initial and its lines."""


@dataclass(slots=True, eq=False)
class Block:
    """Lines of one column that follow each other closely, or the rows of a table."""

    lines: list[Placed]
    area: Area
    level: Level
    frame: int = 0
    rows: list[tuple[Placed, ...]] = field(default_factory=list)
    """The rows, where it is a table."""

    @property
    def size(self) -> float:
        """Size of its type."""
        return self.lines[-1].size

    @property
    def text(self) -> str:
        """Its lines as the patterns read them."""
        return "".join(line.strip.plain for line in self.lines)


def make_block(lines: Sequence[Placed]) -> Block:
    """A block of these lines."""
    return Block(list(lines), find_union(line.area for line in lines), lines[0].level, lines[0].frame)


def group_rows(lines: Iterable[Placed]) -> list[list[Placed]]:
    """Lines that stand beside each other, from the top; each row from its start."""
    rows: list[list[Placed]] = []
    for line in sorted(lines, key=lambda line: (line.area.bottom, line.area.start)):
        for row in reversed(rows[-3:]):
            if abs(row[0].area.bottom - line.area.bottom) <= _SAME_ROW * min(row[0].size, line.size):
                row.append(line)
                break
        else:
            rows.append([line])
    for row in rows:
        row.sort(key=lambda line: line.area.start)
    return rows


def join_initials(lines: Sequence[Placed], body: float) -> tuple[Placed, ...]:
    """The lines, with large initials put to the first line beside them instead of standing alone."""
    initials = [
        line
        for line in lines
        if line.level is Level.DISPLAY and len(line.strip.text) <= 2 and line.size >= _INITIAL * body
    ]
    if not initials:
        return tuple(lines)
    changed = {line.key: line for line in lines}
    for initial in initials:
        beside = [
            line
            for line in changed.values()
            if line.level <= Level.MINOR
            and line.frame == initial.frame
            and -0.3 * body <= line.area.start - initial.area.end <= _INITIAL_GAP * body
            and initial.area.top - 0.5 * body <= (line.area.top + line.area.bottom) / 2 <= initial.area.bottom
        ]
        if len(beside) < 2:
            continue
        first = min(beside, key=lambda line: line.area.top)
        if first.drop is not None:
            continue
        del changed[initial.key]
        for line in beside:
            area = line.area._replace(start=initial.area.start)
            changed[line.key] = replace(line, area=area, drop=initial.strip if line is first else None)
    return tuple(changed.values())


def stack(lines: Iterable[Placed], placement: Placement) -> list[Block]:
    """Blocks from the top; every line is in exactly one."""
    blocks: list[Block] = []
    open_blocks: list[Block] = []
    rows = group_rows(lines)
    leading = _find_leading(rows)
    largest = max((line.size for line in placement.lines), default=1.0)
    parting = sorted(placement.parting, key=lambda rule: rule.top)
    tops = [rule.top for rule in parting]
    for row in rows:
        open_blocks = [b for b in open_blocks if row[0].area.top - b.area.bottom < 2 * largest]
        found = [_find_above(line, open_blocks, parting, tops, leading) for line in row]
        for line, above in zip(row, found, strict=True):
            # Two lines beside each other below one wide block are columns of their own.
            if above is not None and sum(1 for other in found if other is above) == 1:
                above.lines.append(line)
                above.area = find_union((above.area, line.area))
            else:
                block = make_block([line])
                blocks.append(block)
                open_blocks.append(block)
    return blocks


def _find_leading(rows: Sequence[Sequence[Placed]]) -> float:
    """How far lines of body follow each other at most, in times their size: more where the whole page is set wide."""
    steps: list[float] = []
    for above, below in pairwise(rows):
        line, after = above[0], below[0]
        if line.level is Level.BODY and after.level is Level.BODY and after.area.share_along(line.area) >= _OVERLAP:
            steps.append((after.area.bottom - line.area.bottom) / max(line.size, after.size))
    if len(steps) < _LEAST_STEPS:
        return _LEADING
    return min(_WIDEST_LEADING, max(_LEADING, _WIDE_LEADING * median_low(steps)))


def _find_above(
    line: Placed, blocks: Sequence[Block], parting: Sequence[Area], tops: Sequence[float], leading: float
) -> Block | None:
    """The block that a line goes on with."""
    best: Block | None = None
    nearest = 0.0
    limit = _HEADING_LEADING if line.level is Level.DISPLAY else leading
    for block in blocks:
        last = block.lines[-1]
        if block.level is not line.level or block.frame != line.frame or last.across != line.across:
            continue
        step = line.area.bottom - last.area.bottom
        size = max(line.size, last.size)
        if not 0.3 * size < step <= limit * size or abs(line.size - last.size) > _SAME_SIZE * size:
            continue
        # A short last line and the indented one below it hardly overlap; their column tells that they do follow.
        overlap = max(line.area.share_along(last.area), line.area.share_along(block.area))
        begins_alike = abs(line.area.start - last.area.start) <= _INDENT * size and line.area.start <= block.area.end
        if (overlap < _OVERLAP and not begins_alike) or _is_wider(line, block):
            continue
        if crosses(parting, tops, last.area, line.area):
            continue
        distance = step - 0.1 * size * line.area.share_along(block.area)
        if best is None or distance < nearest:
            best, nearest = block, distance
    return best


def _is_wider(line: Placed, block: Block) -> bool:
    """Whether a line is too long for the column above it; short lines that begin at the same edge show no column."""
    if line.area.length <= _WIDER * block.area.length:
        return False
    return len(block.lines) > _FEW or abs(line.area.start - block.area.start) > 3 * line.size


def crosses(rules: Sequence[Area], tops: Sequence[float], above: Area, below: Area) -> bool:
    """Whether a rule lies between two areas, over most of the shorter one.

    Args:
        rules: Sorted by their tops.
        tops: Their tops.
        above: The upper area.
        below: The lower area.
    """
    low, high = (above.top + above.bottom) / 2, (below.top + below.bottom) / 2
    for at in range(bisect_left(tops, low), len(rules)):
        rule = rules[at]
        if rule.top >= high:
            return False
        # An underline below words is shorter than what it stands under.
        shorter = min(above.length, below.length)
        common = min(rule.end, above.end, below.end) - max(rule.start, above.start, below.start)
        if common > 0.6 * shorter:
            return True
    return False
