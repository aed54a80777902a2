from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.hanzi.numerals import find_date, parse_numeral


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("23", 23),
        ("２３", 23),
        ("〇", 0),
        ("零", 0),
        ("○", 0),
        ("十", 10),
        ("十三", 13),
        ("二十", 20),
        ("二十三", 23),
        ("廿", 20),
        ("廿三", 23),
        ("卅一", 31),
        ("一百", 100),
        ("一百零五", 105),
        ("一百一十", 110),
        ("一百十一", 111),
        ("一百二十三", 123),
        ("三千零五", 3005),
        ("三千零五十", 3050),
        ("两千", 2000),
        ("二〇一七", 2017),
        ("二零一七", 2017),
        ("二○一七", 2017),
        ("一九五〇", 1950),
        ("一万", 10_000),
        ("一万零五十", 10_050),
        ("十二万三千", 123_000),
        ("一亿二千万", 120_000_000),
        ("三億零五", 300_000_005),
        ("壹佰贰拾叁", 123),
        ("貳萬", 20_000),
        ("03", 3),
    ],
)
def test_numerals(text: str, value: int) -> None:
    assert parse_numeral(text) == value


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "版", "第四", "一百五", "一千五", "一万五", "百", "万", "十百", "百一", "三十十", "廿十", "二廿"),
        *("十零", "一百零", "一百零零五", "一亿亿", "-3", "3.5", "1e3", "一 二", "²", "٣", "9" * 41),
    ],
)
def test_not_numerals(text: str) -> None:
    assert parse_numeral(text) is None


def spell(value: int) -> str:
    """A plain speller for 1 to 9999, to test the parser against."""
    text, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // unit % 10
        if digit:
            text += ("零" if gap else "") + "零一二三四五六七八九"[digit] + name
            gap = False
        else:
            gap = bool(text)
    return text


def test_every_small_number_is_read_back() -> None:
    for value in range(1, 10_000):
        assert parse_numeral(spell(value)) == value


@given(st.text(alphabet="〇零一二两三九十百千万亿廿卅0９ 年", max_size=12))
def test_any_run_of_numerals_is_a_number_or_nothing(text: str) -> None:
    value = parse_numeral(text)
    assert value is None or value >= 0


@pytest.mark.parametrize(
    ("text", "year", "month", "day"),
    [
        ("2017年12月13日", 2017, 12, 13),
        ("柳江日报 2017 年 12 月 13 日 星期三", 2017, 12, 13),
        ("２０１７年１２月１３日", 2017, 12, 13),
        ("2017年2月3号", 2017, 2, 3),
        ("二〇一七年十二月十三日", 2017, 12, 13),
        ("二○一七年十二月三十一日", 2017, 12, 31),
        ("二零一七年二月廿八日", 2017, 2, 28),
        ("公元一九五〇年元月一日", 1950, 1, 1),
        ("民國三十六年七月十二日", 1947, 7, 12),
        ("中華民國卅六年七月十二日　星期六", 1947, 7, 12),
        ("中華民國元年一月一日", 1912, 1, 1),
        ("中華民國一一四年五月三日", 2025, 5, 3),
        ("中华民国114年5月3日", 2025, 5, 3),
        ("2017-12-13", 2017, 12, 13),
        ("柳江日报-2017-12-13-01.txt", 2017, 12, 13),
        ("2017/1/2", 2017, 1, 2),
        ("2017.12.13", 2017, 12, 13),
        ("２０１７－１２－１３", 2017, 12, 13),
        ("20171213", 2017, 12, 13),
        ("A01_20171213_3.txt", 2017, 12, 13),
        ("2016年2月29日", 2016, 2, 29),
        ("农历八月初三 2017年9月22日", 2017, 9, 22),
        ("2017年13月1日，应为2017年12月1日", 2017, 12, 1),
        ("20180102（2017年12月13日）", 2018, 1, 2),
    ],
)
def test_dates(text: str, year: int, month: int, day: int) -> None:
    assert find_date(text) == date(year, month, day)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2017年12月",
        "12月13日",
        "17年12月13日",
        "114年5月3日",
        "2017年2月29日",
        "2017年13月1日",
        "2017年0月1日",
        "0000年1月1日",
        "民國前三年五月五日",
        "民國〇年五月五日",
        "农历二〇一七年八月十五日",
        "舊曆民國三十六年七月十二日",
        "二〇一七年八月初三",
        "光緒三十年五月五日",
        "201712131",
        "12017年12月13日",
        "20171345",
        "87650101",
        "2017-12.13",
        "2017-12-133",
        "2017 12 13",
    ],
)
def test_no_dates(text: str) -> None:
    assert find_date(text) is None


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2099, 12, 31)))
def test_every_form_of_a_date_is_read_back(day: date) -> None:
    forms = [day.isoformat(), f"{day:%Y%m%d}", f"{day.year}年{day.month}月{day.day}日"]
    year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
    month, number = (spell(value).removeprefix("一" if 10 <= value < 20 else "") for value in (day.month, day.day))
    forms.append(f"{year}年{month}月{number}日")
    if day.year > 1911:
        forms.append(f"民國{day.year - 1911}年{day.month}月{day.day}日")
    assert [find_date(form) for form in forms] == [day] * len(forms)


@given(st.text(alphabet="0123456789年月日民國-/〇一二十廿元 ", max_size=30))
def test_nothing_raises(text: str) -> None:
    found = find_date(text)
    assert found is None or isinstance(found, date)
