"""What a page's print says about it, and what must not be taken for that."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.folio import Folio, find_agreed, find_folio, find_page_starts
from reader.sources.plain import find_lines

DAY = date(2024, 3, 5)
REPUBLIC = date(1934, 3, 5)

PROSE = "\n本报讯 县里的新桥昨日通车，两岸的人\n们都来看热闹。县长在会上说，这座桥\n用了两年时间，是全县最长的一座。\n"

FOLIOS = {
    "all on one line": ("青禾日报 2024年3月5日 星期二 第02版 要闻", Folio("青禾日报", DAY, "02", "要闻")),
    "with lunar date and number": (
        "2024年3月5日 星期二 农历正月廿五 第10325期 今日8版\n青禾日报",
        Folio("青禾日报", DAY),
    ),
    "letter page": ("A03版：综合新闻 2024-03-05 星期二", Folio(None, DAY, "A03", "综合新闻")),
    "page and section": ("第2版：乡村", Folio(None, None, "2", "乡村")),
    "a leaf beside the date": ("本港新聞　2024年3月5日　星期二　第三頁", Folio(None, DAY, "3", "本港新聞")),
    "page alone at the top": ("第三版", Folio(label="3")),
    "full-width digits": ("２０２４年３月５日　星期二　第２版", Folio(None, DAY, "2")),
    "spaced nameplate": ("青 禾 晚 报\n2024年3月5日 星期二", Folio("青禾晚报", DAY)),
    "Republic": ("第二版　民國二十三年三月五日　星期一\n禾報", Folio("禾報", REPUBLIC, "2")),
    "Republic, in pieces": ("中華民國二十三年三月五日\n星期一\n第一張第二版", Folio(None, REPUBLIC, "2")),
    "cyclical date": ("甲戌年正月二十日 1934年3月5日", Folio(None, REPUBLIC)),
    "Taiwan": ("青禾時報 中華民國113年3月5日 星期二 A3版 地方新聞", Folio("青禾時報", DAY, "A3", "地方新聞")),
    "page by letter and number": ("中華民國113年3月5日 星期二 A1 要聞", Folio(None, DAY, "A1", "要聞")),
    "the same before the date": ("A12 地方 中華民國113年3月5日 星期二", Folio(None, DAY, "A12", "地方")),
    "letter, number and section": ("B2 副刊", Folio(None, None, "B2", "副刊")),
    "nameplate alone at the top": ("青禾日报", Folio("青禾日报")),
    "short name beside the date": ("禾报 2024年3月5日", Folio("禾报", DAY)),
}

NO_FOLIOS = {
    "date in a sentence": "2024年3月5日，新桥通车。",
    "date in a headline": "2024年3月5日新桥通车典礼举行",
    "paper as the source": "据青禾日报",
    "paper quoted": "（青禾日报）",
    "paper in a headline": "青禾日报记者走基层",
    "jump": "下转第4版",
    "jump in brackets": "（上接第一版）",
    "teaser": "新桥昨日通车 详见3版",
    "short teaser": "新桥通车 3版",
    "telegram": "新社青禾3月5日电",
    "the word 版面": "第3版面貌一新",
    "a sheet of paper": "A4 纸涨价",
    "a road": "新桥连接G1与G25",
    "several pages": "第2版 第3版",
    "count of pages": "今日8版",
    "no paper": "天气预报",
    "our paper": "本报",
}


@pytest.mark.parametrize(("text", "expected"), FOLIOS.values(), ids=FOLIOS)
def test_folio_before_the_text(text: str, expected: Folio) -> None:
    assert find_folio(find_lines(text + "\n" + PROSE)) == expected


@pytest.mark.parametrize("name", [name for name in FOLIOS if "alone" not in name and "page and" not in name])
def test_folio_wherever_the_text_layer_puts_it(name: str) -> None:
    text, expected = FOLIOS[name]
    assert find_folio(find_lines(PROSE * 2 + text + "\n" + PROSE)) == expected
    assert find_folio(find_lines(PROSE * 2 + text)) == expected


@pytest.mark.parametrize("text", NO_FOLIOS.values(), ids=NO_FOLIOS)
def test_no_folio(text: str) -> None:
    assert find_folio(find_lines(text + "\n" + PROSE)) == Folio()
    assert find_folio(find_lines(PROSE + text)) == Folio()


@pytest.mark.parametrize("text", ["2024年3月5日", "青禾日报", "第3版"])
def test_a_piece_alone_inside_or_below_the_text_is_no_evidence(text: str) -> None:
    """A notice ends with its date, a reprint with its source."""
    assert find_folio(find_lines(PROSE + text + "\n" + PROSE)) == Folio()
    assert find_folio(find_lines(PROSE + text)) == Folio()


def test_two_dates_are_none() -> None:
    assert find_folio(find_lines("2024年3月5日 星期二\n2024年3月6日 星期三\n" + PROSE)).date is None


@pytest.mark.parametrize(
    ("values", "agreed"),
    [
        ([], None),
        ([None, None], None),
        (["甲", None, None], "甲"),
        (["甲", "甲", "乙"], "甲"),
        (["甲", "乙"], None),
        (["甲", "乙", "丙", "甲"], None),
    ],
)
def test_agreement(values: list[str | None], agreed: str | None) -> None:
    assert find_agreed(values) == agreed


PIECES = st.sampled_from(
    [
        "青禾日报",
        "2024年3月5日",
        "星期二",
        "第2版",
        "要闻",
        "农历正月",
        " ",
        "　",
        "：",
        "。",
        "\n",
        "年",
        "月",
        "日",
        "版",
        "3",
    ]
)


@given(st.lists(PIECES | st.text(max_size=3), max_size=20).map("".join))
def test_nothing_is_said_that_is_not_printed(text: str) -> None:
    folio = find_folio(find_lines(text))
    printed = "".join(text.split())
    assert folio.title is None or folio.title in printed
    assert folio.section is None or folio.section in printed
    assert folio.date is None or "月" in printed or "3" in printed


_SECOND = "民國二十三年三月五日　青禾日報　第二版"
_THIRD = "民國二十三年三月五日　青禾日報　第三版"


@pytest.mark.parametrize(
    ("lines", "starts"),
    [
        pytest.param([_SECOND, "渡船失事", _THIRD, "米價續漲"], (0, 2), id="a spread: each page under its head"),
        pytest.param(["渡船", "失事", "昨日", "午後", _SECOND, "米價", _THIRD], (0,), id="heads anywhere"),
        pytest.param([_SECOND, "渡船失事", _SECOND, "米價續漲"], (0,), id="one page whose head is printed twice"),
        pytest.param(["第二版", "渡船失事", "第三版", "米價續漲"], (0,), id="a number alone is no head"),
        pytest.param([], (0,), id="nothing"),
    ],
)
def test_pages_of_a_spread(lines: list[str], starts: tuple[int, ...]) -> None:
    assert find_page_starts(find_lines("\n".join(lines))) == starts
