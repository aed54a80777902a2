"""Where our breaks differ from ICU's for Chinese, and that they differ nowhere else.

`DELIBERATE` is the one list of differences. Each names the classes (of `reader.typography.classes`) on the two sides
of the break, who breaks, and the clause that says so.
"""

from __future__ import annotations

import re
from itertools import product
from typing import NamedTuple

import pytest
from hypothesis import given, settings

from reader.typography import find_breaks
from reader.typography.classes import classify

from .strategies import prose

breakers = pytest.importorskip("icu4py.breakers", reason="icu4py has no wheel here")


class Difference(NamedTuple):
    breaks: str
    """Who breaks: "ours" or "icu"."""
    between: str
    """Pattern over the two letters: the class before and the class after the place."""
    clause: str


DELIBERATE = (
    Difference("icu", ".C", "CLREQ §prohibition rules, GB 5.1.6-7: · and connectors begin no line (UAX14 AL, ID)"),
    Difference("icu", ".D", "GB 5.1.6: a single — is a connector and begins no line (UAX14 B2)"),
    Difference("icu", ".L|L.", "GB 5.1.9: the solidus stands at neither end of a line (UAX14 SY, ID)"),
    Difference("icu", "[CY]G", "a no-break space has no break on either side (UAX14 LB12a, after BA and HY)"),
    Difference("icu", ".S", "CLREQ §horizontal digits: a suffix begins no line (UAX14 LB25, only after numbers)"),
    Difference("icu", "P.", "CLREQ §horizontal digits: a prefix ends no line (UAX14 LB25, only before numbers)"),
    Difference(
        "icu", "[ANWM][ANW]", "CLREQ §mixed text: full-width letters and digits make words (UAX14 ID), so do ❤ and ■"
    ),
    Difference("icu", "B[CKVIE]", "CLREQ §prohibition rules: blanks do not save a mark (UAX14 LB18: NS, QU, IS, IN)"),
    Difference("icu", "B[BM]", "what is not drawn at a line's end is never parted (UAX14 LB10, LB18)"),
    Difference("icu", "YW", "a full-width number keeps its minus, as a narrow one does (UAX14 LB25)"),
    Difference(
        "ours", "[IcSVCK][ANW]", "a word may begin after a stop that ends a clause of Han (UAX14 LB24-25, LB29-30)"
    ),
    Difference("ours", "[ANMSVICcDTEYRW][Oo]", "an opening mark may begin a line after anything (UAX14 LB19, LB30)"),
    Difference("ours", "[ANMIVCWKc]P", "a sum of money may begin a line after a word (UAX14 LB24-25)"),
    Difference("ours", "[IV][HDTRW]", "an apostrophe after Han is a closing quote (UAX14 LB19)"),
    Difference("ours", "[DT][DT]", "CLREQ §unbreakable marks: four halves of a dash part in the middle (UAX14 LB17)"),
    Difference("ours", "BY|BQ", "U+3000 is a blank (UAX14 BA, so that LB19 and LB21 hold after it)"),
)

SYMBOLS = (
    *"中〇々ァあ한，。、；：！？“”‘’「」『』（）《》〈〉【】〔〕·…—⸺～－–／/aé1Ａ１ \u3000.,:;!?-'\"()[]",
    *"%℃￥$％①■❤🎉\u00a0№°×㈠",
    *("🇨🇳", "——", "……", "e\u0301", "葛\U000e0100", "👨\u200d👩"),
)


def find_icu_breaks(text: str) -> set[int]:
    """ICU's line breaks for Chinese; its own offsets are UTF-16, so the pieces are counted."""
    breaks: set[int] = set()
    at = 0
    for piece in breakers.LineBreaker(text, "zh"):
        at += len(piece)
        breaks.add(at)
    return breaks


def find_difference(text: str, at: int) -> Difference | str | None:
    """What explains a difference at an offset; None if there is none, "?" if nothing explains it."""
    ours, icu = at in find_breaks(text), at in find_icu_breaks(text)
    if ours == icu:
        return None
    classes = classify(text)
    who = "ours" if ours else "icu"
    for difference in DELIBERATE:
        if difference.breaks == who and re.fullmatch(difference.between, classes[at - 1] + classes[at]):
            return difference
    return f"? {who} {classes[at - 1 : at + 1]} {text!r}"


def test_pairs_of_all_marks_differ_only_where_listed() -> None:
    found = {find_difference(f"中{one}{two}中", 1 + len(one)) for one, two in product(SYMBOLS, SYMBOLS)}
    assert sorted(each for each in found if isinstance(each, str)) == []
    assert set(DELIBERATE) <= found, "a difference that no longer occurs is off the list"


@settings(max_examples=300, deadline=None)
@given(prose)
def test_prose_differs_only_where_listed(text: str) -> None:
    for at in range(1, len(text)):
        assert not isinstance(difference := find_difference(text, at), str), difference


def test_plain_chinese_does_not_differ_at_all() -> None:
    text = (
        "本报讯（记者 安生）12日，“春江‘花月’杯”大赛在江滨开幕，2031年35万平方米……"
        "据介绍，GDP增长6.9%；《月夜》等12.5％的作品——这是第三届——入选，最低-5℃，奖金￥500元！"
    )
    assert find_icu_breaks(text) == set(find_breaks(text))
