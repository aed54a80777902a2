"""Columns that a text layer mixed are read one after the other."""

from __future__ import annotations

from reader.structure.columns import straighten
from reader.structure.lines import measure
from tests.structure.pages import make_page

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
    assert [strip.column for strip in strips] == [False] * 4 + [True] + [False] * 3


def test_a_table_keeps_its_rows() -> None:
    rows = ["东门 晴   10℃", "西门 阴   12℃", "南门 雨   11℃", "北门 雪   9℃"]
    assert [strip.text for strip in straighten(measure(make_page("\n".join(rows))))] == rows


def test_ordinary_lines_stay_in_order() -> None:
    lines = [*_LEFT, *_RIGHT, *_LEFT]
    assert [strip.text for strip in straighten(measure(make_page("\n".join(lines))))] == lines
