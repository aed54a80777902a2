"""Lines beyond a page's edge: what ran over it belongs to the text, what printers put there does not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reader.sources.pdf.lines import PrintedLine

_PITCH: Final = 3.0
"""Times its size from one line of text to the next, over a blank line too; printers’ marks stand further off."""

_SAME_SIZE: Final = 0.05
"""Share by which the type of one text differs."""


def part_outside(
    text: Sequence[PrintedLine], outside: Sequence[PrintedLine], width: float, height: float
) -> tuple[tuple[PrintedLine, ...], tuple[PrintedLine, ...]]:
    """Those lines beyond the edge that go on from the text on the page, and the rest; each in its order.

    Args:
        text: The lines on the page.
        outside: The lines whose middle is beyond its edge.
        width: The page's, in points.
        height: The page's, in points.
    """
    # What the edge cuts can be seen.
    found = [line for line in outside if _is_seen(line, width, height)]
    near = [*text, *found]
    waiting = [line for line in outside if line not in found]
    while going_on := [line for line in waiting if any(_goes_on(line, other) for other in near)]:
        # A second line over the edge goes on from the first.
        near = going_on
        found += going_on
        waiting = [line for line in waiting if line not in going_on]
    return tuple(line for line in outside if line in found), tuple(waiting)


def _is_seen(line: PrintedLine, width: float, height: float) -> bool:
    box = line.box
    return box.right > 0 and box.bottom > 0 and box.left < width and box.top < height


def _goes_on(line: PrintedLine, other: PrintedLine) -> bool:
    """Whether two lines are neighbours in one column of one type."""
    if line.vertical or other.vertical or abs(line.size - other.size) > _SAME_SIZE * other.size:
        return False
    one, two = line.box, other.box
    apart = abs(one.top - two.top)
    beside = min(one.right, two.right) - max(one.left, two.left)
    return 0 < apart <= _PITCH * other.size and beside > 0
