"""Columns that a text layer mixed are read one after the other."""

from __future__ import annotations

from reader.structure.columns import straighten
from reader.structure.lines import measure
from tests.structure.pages import make_page, set_lines

_LEFT = ["渡口在村东头的老樟树下面", "每天清早六点，渡船头一班", "撑船的石小山今年五十九岁", "两个儿子都在城里开小饭馆"]
_RIGHT = [
    "县里的图书馆昨天搬了新家",
    "书架从三排变成了三十二排",
    "馆员江水生推着小车来回走",
    "孩子们在窗边一直坐到天黑",
]


def test_two_columns_side_by_side() -> None:
    rows = [f"{a}          {b}" for a, b in zip(_LEFT, _RIGHT, strict=True)]
    strips = straighten(measure(make_page("\n".join(rows))))
    assert [strip.text for strip in strips] == _LEFT + _RIGHT
    assert [strip.column for strip in strips] == [1, 0, 0, 0, 2, 0, 0, 0]


def test_a_heading_over_both_columns_ends_them() -> None:
    rows = [f"{a}          {b}" for a, b in zip(_LEFT, _RIGHT, strict=True)]
    heading = "桥修好了"
    strips = straighten(measure(make_page("\n".join([*rows, "，没有人回来。", heading, *rows]))))
    texts = [strip.text for strip in strips]
    assert texts == [*_LEFT, "，没有人回来。", *_RIGHT, heading, *_LEFT, *_RIGHT]


def test_the_left_column_goes_on_below_the_right_one() -> None:
    rows = [f"{a}          {b}" for a, b in zip(_LEFT, _RIGHT, strict=True)]
    below = ["，谁也不肯回来撑这条船。", "新桥通车"]
    texts = [strip.text for strip in straighten(measure(make_page("\n".join([*rows, *below]))))]
    assert texts == [*_LEFT, below[0], *_RIGHT, below[1]]


def test_a_table_keeps_its_rows() -> None:
    rows = ["东门 晴   10℃", "西门 阴   12℃", "南门 雨   11℃", "北门 雪   9℃"]
    assert [strip.text for strip in straighten(measure(make_page("\n".join(rows))))] == rows


def test_ordinary_lines_stay_in_order() -> None:
    lines = [*_LEFT, *_RIGHT, *_LEFT]
    assert [strip.text for strip in straighten(measure(make_page("\n".join(lines))))] == lines


_FERRY = (
    "石小山在老渡口撑船，老渡口的人都说，石小山的渡船比钟还准。石小山清早撑渡船，天黑以后还撑渡船，老渡口的人从来没有误过。",
    "去年老渡口修了桥，坐渡船的人少了，石小山坐在渡船上补渔网。石小山说，老渡口的渡船还要留着，发大水的时候老渡口还得靠渡船。",
)
_LIBRARY = (
    "县图书馆昨天搬了新家，图书馆的书架从三排变成三十二排，馆员江水生推着书架来回走，江水生把新书放上书架。",
    "江水生说，孩子们喜欢图书馆的窗边，图书馆为孩子们添了椅子，江水生把书架也挪开了一尺。",
)


def _interleave(one: list[str], other: list[str]) -> list[str]:
    longer = max(len(one), len(other))
    return [line for at in range(longer) for column in (one, other) for line in column[at : at + 1]]


def test_two_columns_in_turn() -> None:
    ferry = [line for text in _FERRY for line in set_lines(text, 14, 2)]
    library = [line for text in _LIBRARY for line in set_lines(text, 14, 2)]
    page = make_page("\n".join(["渡口的船", "图书馆搬家", *_interleave(ferry, library)]))
    strips = straighten(measure(page))
    # Which of two texts that end together is read first does not matter.
    assert [strip.text for strip in strips[2:]] in (library + ferry, ferry + library)


def test_one_column_is_not_parted() -> None:
    lines = [line for text in (*_FERRY, *_LIBRARY) for line in set_lines(text, 14, 2)]
    assert [strip.text for strip in straighten(measure(make_page("\n".join(lines))))] == lines
