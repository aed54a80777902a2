"""Columns that stay straight whatever script stands in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli.columns import align, count_cells, crop

MIXED = st.text(st.sampled_from("新桥通车，“abc1é\u0301。ｱ"), max_size=12)


@pytest.mark.parametrize(
    ("text", "cells"), [("", 0), ("abc", 3), ("新桥", 4), ("新桥ab", 6), ("，。", 4), ("e\u0301", 1), ("𠀀", 2)]
)
def test_cells(text: str, cells: int) -> None:
    assert count_cells(text) == cells


@pytest.mark.parametrize(
    ("text", "cells", "expected"),
    [
        ("新桥通车", 8, "新桥通车"),
        ("新桥通车", 7, "新桥通…"),
        ("新桥通车", 6, "新桥…"),
        ("新桥通车", 2, "…"),
        ("新桥通车", 1, "…"),
        ("新桥 通车", 6, "新桥…"),
        ("a新桥", 4, "a新…"),
        ("", 3, ""),
    ],
)
def test_crop(text: str, cells: int, expected: str) -> None:
    assert crop(text, cells) == expected


@given(MIXED, st.integers(1, 30))
def test_cropped_text_fits(text: str, cells: int) -> None:
    cropped = crop(text, cells)
    assert count_cells(cropped) <= cells
    assert cropped == text or cropped.endswith("…")


@given(st.lists(st.tuples(MIXED, MIXED, MIXED), min_size=1, max_size=6))
def test_columns_are_straight(rows: list[tuple[str, str, str]]) -> None:
    aligned = list(align(rows, frozenset({1})))
    for column in (0, 1):
        assert len({count_cells(row[column]) for row in aligned}) == 1
    for row, cells in zip(rows, aligned, strict=True):
        assert cells[0].startswith(row[0])
        assert cells[1].endswith(row[1])
        assert cells[2] == row[2], "nothing after the last column"
