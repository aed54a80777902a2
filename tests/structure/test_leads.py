"""Datelines, inline bylines, signatures, credits and jumps are cut off a paragraph; the rest stays whole."""

from __future__ import annotations

from itertools import pairwise

import pytest

from reader.structure.leads import CutKind, find_cuts, is_signed, opens_article
from reader.structure.lines import plainly

_CASES = [
    ("本报讯 昨天路通了。", ["dateline", "text"]),
    ("本报讯（记者 石小山）昨天路通了。", ["dateline", "bracket", "byline", "bracket", "text"]),
    ("〔記者石小山／山城報導〕昨天路通了。", ["byline", "text"]),
    ("【本報訊】昨天路通了。", ["dateline", "text"]),
    ("（省城廿日專電）路已通、", ["dateline", "text"]),
    ("路通了。（石小山）", ["text", "byline"]),
    ("路已通矣、（半帆）", ["text", "byline"]),
    ("路已通矣、（某街住户石小山启）", ["text", "byline"]),
    ("路通了。（闸门已于昨日开启）", ["text"]),
    ("路通了，车也通了（见图）。", ["text"]),
    ("渡船靠岸。本报记者 石小山 摄", ["text", "credit"]),
    ("渡船靠岸。（石小山摄）", ["text", "credit"]),
    ("村里有一支合唱（下转第2版）", ["text", "jump to"]),
    ("（上接第1版）队，唱了三年。", ["jump from", "text"]),
]


@pytest.mark.parametrize(("line", "kinds"), _CASES)
def test_cuts(line: str, kinds: list[str]) -> None:
    cuts = find_cuts(plainly(line))
    assert [cut.kind.value for cut in cuts] == kinds
    assert cuts[0].start == 0 and cuts[-1].end == len(line)
    assert all(a.end == b.start for a, b in pairwise(cuts))


def test_what_opens_and_what_closes_an_article() -> None:
    assert opens_article(find_cuts(plainly("本报讯 昨天路通了。")))
    assert not opens_article(find_cuts(plainly("昨天路通了。（石小山）")))
    assert is_signed(find_cuts(plainly("昨天路通了。（石小山）")))
    assert not is_signed(find_cuts(plainly("〔記者石小山／山城報導〕昨天路通了。")))
    assert find_cuts("") == ()
    assert CutKind.TEXT in {cut.kind for cut in find_cuts("甲")}
