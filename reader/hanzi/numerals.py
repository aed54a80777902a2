"""Numbers and dates as Chinese newspapers print them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

_DIGITS = {
    character: value
    for value, group in enumerate(
        (
            "〇零○◯０0",
            "一壹１1",
            "二贰貳兩两２2",
            "三叁參３3",
            "四肆４4",
            "五伍５5",
            "六陆陸６6",
            "七柒７7",
            "八捌８8",
            "九玖９9",
        )
    )
    for character in group
}
_ARABIC = re.compile(r"[0-9０-９]+")
_POSITIONAL = re.compile(f"[{''.join(_DIGITS)}]+")
_TENS = {"十": 1, "拾": 1, "廿": 2, "卅": 3, "卌": 4}
_SMALL_UNITS = {"百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE_UNITS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_LONGEST_NUMERAL = 40
"""Code points; longer runs of digits are no number that a newspaper prints, and slow to convert."""


def parse_numeral(text: str) -> int | None:
    """The value of a whole text that is one number: 23, ２３, 二十三, 廿三, 二〇一七, 三千零五, 一亿二千万.

    Capital numerals 壹贰叁 count too. None for anything else, also for numerals whose value custom has to supply
    (一百五 is 150 in speech, and 105 to a careless reader).
    """
    if not 0 < len(text) <= _LONGEST_NUMERAL:
        return None
    if _POSITIONAL.fullmatch(text):
        return int("".join(str(_DIGITS[character]) for character in text))
    return _parse_counted(text)


def _parse_counted(text: str) -> int | None:
    """A numeral with 十 百 千 万 亿; each unit smaller than the one before it."""
    total = 0
    section = text
    for unit_value, units in ((10**8, "亿億"), (10**4, "万萬")):
        head, unit, rest = _cut_at(section, units)
        if not unit:
            continue
        value = _parse_section(head)
        if not value:
            return None
        total += value * unit_value
        section = rest
        if not section:
            return total
    if total and section in _DIGITS:  # 一万五 is 15 000 in speech
        return None
    value = _parse_section(section)
    return None if value is None else total + value


def _cut_at(text: str, units: str) -> tuple[str, str, str]:
    for place, character in enumerate(text):
        if character in units:
            return text[:place], character, text[place + 1 :]
    return text, "", ""


def _parse_section(text: str) -> int | None:
    """A numeral below 10 000; None where its units do not fall in order."""
    if not text:
        return None
    total, below, digit, zero = 0, 10_000, None, False
    for character in text:
        if character in _TENS:
            tens = _TENS[character]
            if below <= 10 or (digit is not None and (tens != 1 or digit == 0)):
                return None
            total += 10 * (digit if digit is not None else tens)
            below, digit, zero = 10, None, False
        elif character in _SMALL_UNITS:
            unit = _SMALL_UNITS[character]
            if unit >= below or not digit:
                return None
            total += digit * unit
            below, digit, zero = unit, None, False
        elif character in _DIGITS and digit is None:
            value = _DIGITS[character]
            if value == 0:
                if zero:
                    return None
                zero = True
            else:
                digit = value
        else:
            return None
    if digit is None:
        return total if total and not zero else None
    # Without 零 a last digit must follow the tens at once: 一百五 is not 105.
    return total + digit if below in (10, 10_000) or zero else None


_YEAR = "[0-9０-９〇零○◯一二三四五六七八九]{4}"
_SMALL = "[0-9０-９]{1,2}|[〇零○◯一二三四五六七八九十廿卅]{1,3}"
_GAP = "[ \u3000\u00a0]{0,4}"
_MONTH_AND_DAY = f"年{_GAP}({_SMALL}|元){_GAP}月{_GAP}({_SMALL}){_GAP}[日号號]"
_LUNAR = re.compile("(?:[农農阴陰旧舊夏][历曆]|[阴陰])[ \u3000:：]{0,2}$")

_COMMON_ERA = re.compile(f"(?<![0-9０-９〇零○◯一二三四五六七八九])({_YEAR}){_GAP}{_MONTH_AND_DAY}")
_REPUBLIC = re.compile(
    f"民[國国]{_GAP}(元|[0-9０-９]{{1,3}}|[〇零○◯一二三四五六七八九十百廿卅]{{1,6}}){_GAP}{_MONTH_AND_DAY}"
)
_ISO = re.compile(r"(?<![0-9])([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")
_COMPACT = re.compile(r"(?<![0-9])([0-9]{4})([0-9]{2})([0-9]{2})(?![0-9])")
_HALF_WIDTH = str.maketrans("０１２３４５６７８９－／．", "0123456789-/.")
_COMPACT_YEARS = range(1800, 2100)
"""Eight digits in a row are a date only in the age of newspapers; else a telephone or a serial number."""


def _year_of_republic(text: str) -> int | None:
    years = 1 if text == "元" else parse_numeral(text)
    return 1911 + years if years else None


def _parse_month(text: str) -> int | None:
    return 1 if text == "元" else parse_numeral(text)


def _date(year: int | None, month: int | None, day: int | None) -> date | None:
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _read_common_era(match: re.Match[str]) -> date | None:
    return _date(parse_numeral(match[1]), _parse_month(match[2]), parse_numeral(match[3]))


def _read_republic(match: re.Match[str]) -> date | None:
    return _date(_year_of_republic(match[1]), _parse_month(match[2]), parse_numeral(match[3]))


def _read_iso(match: re.Match[str]) -> date | None:
    return _date(int(match[1]), int(match[3]), int(match[4]))


def _read_compact(match: re.Match[str]) -> date | None:
    year = int(match[1])
    return _date(year, int(match[2]), int(match[3])) if year in _COMPACT_YEARS else None


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], date | None]], ...] = (
    (_COMMON_ERA, _read_common_era),
    (_REPUBLIC, _read_republic),
    (_ISO, _read_iso),
    (_COMPACT, _read_compact),
)
"""Each way of writing a date with its reader; a calendar of the Qing or by 干支 would be one more."""


def find_date(text: str) -> date | None:
    """The first date in a text, or None.

    Knows 2017年12月13日, 二〇一七年十二月十三日, 民國三十六年七月十二日, 中华民国114年5月3日, 2017-12-13 (with / and .
    too) and 20171213, in ASCII or full-width digits. Impossible dates, dates of the lunar calendar, years of two
    digits and dates without a day are not dates: nothing is guessed.
    """
    text = text.translate(_HALF_WIDTH)
    found: list[tuple[int, date]] = []
    for pattern, read in _FORMS:
        for match in pattern.finditer(text):
            if _LUNAR.search(text, max(0, match.start() - 6), match.start()):
                continue
            if (value := read(match)) is not None:
                found.append((match.start(), value))
                break
    return min(found)[1] if found else None
