"""What all formats with places on the page share: boxes, sizes of type, directions, the order of places."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from statistics import median
from typing import Final

from reader.hanzi.characters import is_han
from reader.model import Box, Direction, TextBlock, TextLine

_TALL: Final = 1.5
"""A line so many times higher than wide runs downward."""

_LONG_ENOUGH: Final = 3
"""Characters of a line whose shape says how it runs."""


def parse_number(text: str | None) -> float | None:
    """A coordinate or a share; None where it is none, or not finite."""
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def find_union(boxes: Sequence[Box]) -> Box | None:
    """The smallest box around some others; None where there are none."""
    if not boxes:
        return None
    left = min(box.hpos for box in boxes)
    top = min(box.vpos for box in boxes)
    right = max(box.hpos + box.width for box in boxes)
    bottom = max(box.vpos + box.height for box in boxes)
    return Box(left, top, right - left, bottom - top)


def make_box(left: float, top: float, right: float, bottom: float) -> Box:
    """A box from its edges, in whatever order they come."""
    return Box(min(left, right), min(top, bottom), abs(right - left), abs(bottom - top))


def find_direction(lines: Sequence[TextLine]) -> Direction:
    """How the lines of a page of Han run, by the shape of their boxes; horizontal where they do not say."""
    tall = wide = 0
    for line in lines:
        if line.box is None or len(line.text) < _LONG_ENOUGH or not is_han(line.text[len(line.text) // 2]):
            continue
        tall += line.box.height > _TALL * line.box.width
        wide += line.box.width > _TALL * line.box.height
    return Direction.VERTICAL if tall > wide else Direction.HORIZONTAL


def find_scale(sizes: Iterable[tuple[Box | None, float | None]]) -> float | None:
    """How many units of the page one point of type is, by the lines whose size in points is known.

    Args:
        sizes: The boxes of lines, and the sizes of their type in points.
    """
    ratios = [box.height / points for box, points in sizes if box is not None and box.height > 0 and points]
    return median(ratios) if ratios else None


def find_order(boxes: Sequence[Box], direction: Direction = Direction.HORIZONTAL) -> list[int]:
    """The order in which boxes on a page are read: by columns where white space parts them, else from the top.

    A recursive cut (XY-cut, Nagy and Seth 1984): columns first, bands where there are none. On vertical pages columns
    come from the right.

    Args:
        boxes: The boxes.
        direction: How the page's lines run.

    Returns:
        The indices of the boxes, in reading order.
    """
    order: list[int] = []
    pending = [list(range(len(boxes)))]
    while pending:
        group = pending.pop()
        if len(group) == 1:
            order.append(group[0])
            continue
        columns = _cut([(boxes[i].hpos, boxes[i].hpos + boxes[i].width, i) for i in group])
        if len(columns) > 1:
            # What is taken next lies at the end.
            pending.extend(columns if direction is Direction.VERTICAL else columns[::-1])
            continue
        bands = _cut([(boxes[i].vpos, boxes[i].vpos + boxes[i].height, i) for i in group])
        if len(bands) > 1:
            pending.extend(bands[::-1])
            continue
        sign = -1 if direction is Direction.VERTICAL else 1
        order.extend(sorted(group, key=lambda i: (boxes[i].vpos, sign * boxes[i].hpos)))
    return order


def _cut(intervals: list[tuple[float, float, int]]) -> list[list[int]]:
    """Groups of intervals with a gap between them; an overlap of a twentieth of the smaller one is no overlap."""
    intervals.sort()
    groups: list[list[int]] = []
    end = -math.inf
    width = 0.0
    for low, high, index in intervals:
        if not groups or low >= end - min(high - low, width) / 20:
            groups.append([])
            width = high - low
        groups[-1].append(index)
        end = max(end, high)
        width = max(width, high - low)
    return groups


def make_block(lines: Sequence[TextLine], block_id: str | None = None, box: Box | None = None) -> TextBlock:
    """A block of lines, with the box around them where it has none of its own."""
    return TextBlock(tuple(lines), block_id, box or find_union([line.box for line in lines if line.box]))
