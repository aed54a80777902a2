"""Broken lines made whole."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.hanzi.joining import clean_spaces, join_lines, join_words


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("青禾镇", "新桥"), "青禾镇新桥"),
        (("青禾镇 Green", "Rice Town"), "青禾镇 Green Rice Town"),
        (("共20", "31年"), "共2031年"),
        (("第3", "A组"), "第3 A组"),
        (("新桥通车。", "Green"), "新桥通车。Green"),
        ((), ""),
    ],
)
def test_lines_run_on(lines: tuple[str, ...], text: str) -> None:
    assert join_lines(lines) == text


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("昨日 12 时", "昨日12时"),
        ("新桥 ，通车", "新桥，通车"),
        ("苏木青  何田", "苏木青 何田"),
        ("Green  Rice", "Green Rice"),
        ("共 31%", "共31%"),
    ],
)
def test_justification_goes_and_words_stay_apart(text: str, cleaned: str) -> None:
    assert clean_spaces(text) == cleaned


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [("要 闻 简 报", "要闻简报"), ("要　闻　简　报", "要闻简报"), ("新桥通车 两岸相连", "新桥通车 两岸相连")],
)
def test_display_type_is_drawn_together(text: str, cleaned: str) -> None:
    assert clean_spaces(text, heading=True) == cleaned


@pytest.mark.parametrize(
    ("lines", "hyphens", "text"),
    [
        (("Green Rice,", "a town"), (0, 0), "Green Rice, a town"),
        (("Green Ri-", "ce"), (1, 0), "Green Rice"),
        (("Green-", "Rice"), (0, 0), "Green- Rice"),
        (("Ri-",), (1,), "Ri-"),
        (("-", "Rice"), (1, 0), "- Rice"),
        (("青禾镇", "Green", "新桥"), (0, 0, 0), "青禾镇Green新桥"),
        (("초록", "마을"), (0, 0), "초록 마을"),
        (("porté", "à", "été"), (0, 0, 0), "porté à été"),
        (("Green。", "Rice"), (0, 0), "Green。Rice"),
        ((), (), ""),
    ],
)
def test_words_are_parted_and_divided_ones_whole(lines: tuple[str, ...], hyphens: tuple[int, ...], text: str) -> None:
    assert join_words(lines, hyphens) == text


def test_a_word_goes_on_whose_hyphen_is_elsewhere() -> None:
    assert join_words(("Green Ri", "ce", "Town"), (0, 0, 0), {0}) == "Green Rice Town"


@given(st.lists(st.text("新桥a1 ，。　", min_size=1, max_size=8).filter(str.strip), max_size=5), st.booleans())
@settings(max_examples=100, deadline=None)
def test_only_white_space_changes(lines: list[str], heading: bool) -> None:
    stripped = [line.strip() for line in lines]
    assert "".join(clean_spaces(join_lines(stripped), heading=heading).split()) == "".join("".join(lines).split())
