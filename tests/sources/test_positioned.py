"""Places on the page: the order in which boxes are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Box, Direction
from reader.sources.positioned import find_order, find_union, parse_number

MASTHEAD = Box(0, 0, 100, 10)
LEFT_TOP, LEFT_BELOW = Box(0, 20, 45, 30), Box(0, 55, 45, 40)
RIGHT_TOP, RIGHT_BELOW = Box(55, 20, 45, 50), Box(55, 75, 45, 20)
FOOT = Box(0, 100, 100, 20)


@pytest.mark.parametrize(
    ("direction", "expected"),
    [
        (Direction.HORIZONTAL, [MASTHEAD, LEFT_TOP, LEFT_BELOW, RIGHT_TOP, RIGHT_BELOW, FOOT]),
        (Direction.VERTICAL, [MASTHEAD, RIGHT_TOP, RIGHT_BELOW, LEFT_TOP, LEFT_BELOW, FOOT]),
    ],
)
def test_columns_between_bands(direction: Direction, expected: list[Box]) -> None:
    boxes = [FOOT, RIGHT_BELOW, LEFT_BELOW, MASTHEAD, RIGHT_TOP, LEFT_TOP]
    assert [boxes[at] for at in find_order(boxes, direction)] == expected


def test_boxes_that_touch_a_little_are_still_parted() -> None:
    boxes = [Box(49, 0, 50, 10), Box(0, 0, 50, 10)]
    assert find_order(boxes) == [1, 0]


NUMBERS = st.integers(0, 100)


@given(st.lists(st.builds(Box, NUMBERS, NUMBERS, NUMBERS, NUMBERS), max_size=20), st.sampled_from(Direction))
def test_every_box_once(boxes: list[Box], direction: Direction) -> None:
    assert sorted(find_order(boxes, direction)) == list(range(len(boxes)))


def test_union() -> None:
    assert find_union([Box(1, 1, 2, 2), Box(5, 0, 1, 1)]) == Box(1, 0, 5, 3)
    assert find_union([]) is None


@pytest.mark.parametrize(("text", "value"), [("1.5", 1.5), ("", None), (None, None), ("nan", None), ("x", None)])
def test_numbers(text: str | None, value: float | None) -> None:
    assert parse_number(text) == value
