"""What the names of files and folders say: `青禾日报-2017-12-13-01.txt`, `20171213/A01.txt`, `2017-12/13/2.txt`."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Final

from reader.hanzi.numerals import find_date, parse_numeral

_DEPTH: Final = 4
"""How many folders up a name may still speak of the issue: paper/year/month/day."""

_FIRST_YEAR: Final = 1815
"""The year of the first newspaper in Chinese; an earlier number in a name is no date of issue."""

_LAST_YEAR: Final = 2199

_DATE: Final = re.compile(
    r"(?<!\d)(?P<year>\d{4})(?P<separator>[-_./]?)(?P<month>\d{2})(?P=separator)(?P<day>\d{2})(?!\d)"
    r"|(?<!\d)(?P<loose_year>\d{4})(?P<loose>[-_./])(?P<loose_month>\d{1,2})(?P=loose)(?P<loose_day>\d{1,2})(?!\d)"
    r"|(?<!\d)(?P<mixed_year>\d{4})-?(?P<mixed_month>\d{2})/(?P<mixed_day>\d{2})(?!\d)"
    r"|(?<!\d)(?P<half_year>\d{4})/(?P<half_month>\d{2})-?(?P<half_day>\d{2})(?!\d)"
)
_WRITTEN_DATE: Final = re.compile(
    r"[0-9〇零○一二三四五六七八九]{4}年[^年月/]{1,3}月[^月日/]{1,3}[日号號]|(?:中[华華])?民[国國][^年/]{1,5}年[^年月/]{1,3}月[^月日/]{1,3}[日号號]"
)

_LETTER: Final = r"[^\W\d_a-zA-Z]"
"""A Han character, or a letter of another script."""

_PAPER: Final = re.compile(f"{_LETTER}{{1,10}}(?:[报報]|周刊|週刊|新[闻聞])")
"""A newspaper's name as a file's or folder's name has it."""

_LABEL: Final = re.compile(
    r"(?:第|[Pp]age[ _-]?|[Pp](?=\d))?"
    r"(?P<label>[A-OQ-Za-oq-z]?\d{1,3}|(?<=第)[一二三四五六七八九十廿]{1,3})版?"
    f"(?:[ _：:·-]*(?P<section>{_LETTER}{{2,6}}))?"
)
"""A page's number, and perhaps its section: 01, A03, 第2版, page-4, 01-要闻."""

_SEPARATORS: Final = " \t\u3000_-.·,，、()（）[]【】《》:："

_CHINESE_NUMBER: Final = re.compile("第([〇零一二三四五六七八九十百廿卅]+)(?=[版张張期])")


@dataclass(frozen=True, slots=True)
class Named:
    """What names say; None for what they do not say."""

    title: str | None = None
    date: date | None = None
    label: str | None = None
    section: str | None = None


def parse_page_name(path: PurePath) -> Named:
    """What a page's path says: its own name first, then the folders that it lies in.

    Args:
        path: The file's path, as full as it is known.
    """
    path = PurePath(nfc(str(path)))
    stem = _stem(path.name)
    own_date, rest = _cut_date(stem)
    title, rest = _cut_title(rest)
    found = _LABEL.fullmatch(rest.strip(_SEPARATORS)) if own_date is None else _LABEL.fullmatch(_after_date(stem))
    above = parse_issue_name(path.parent)
    # The day may be the file's own name: 2017-12/13.txt names no page.
    dated = own_date or above.date
    if dated is None and (joined := _find_date("/".join((*path.parent.parts[-_DEPTH:], stem)))):
        return Named(title or above.title, joined)
    return Named(
        title=title or above.title,
        date=dated,
        label=_normal_label(found["label"]) if found else None,
        section=found["section"] if found else None,
    )


def parse_issue_name(path: PurePath) -> Named:
    """What the path of an issue's folder says about its title and date; the nearest folder that says it counts."""
    parts = [nfc(part) for part in path.parts if part != path.anchor][-_DEPTH:]
    title = next((title for part in reversed(parts) if (title := _cut_title(_cut_date(part)[1])[0])), None)
    day = next((day for part in reversed(parts) if (day := _cut_date(part)[0])), None)
    return Named(title, day or _find_date("/".join(parts)))


def nfc(name: str) -> str:
    """A file's name as people compare it; some systems keep names decomposed."""
    return unicodedata.normalize("NFC", name)


def natural_key(name: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts names as people do: 2 before 10, 第二版 before 第十版.

    Args:
        name: A file's name.
    """
    name = _CHINESE_NUMBER.sub(lambda found: f"第{parse_numeral(found[1]) or 0}", name)
    pieces = re.split(r"(\d+)", name.casefold())
    # Digits sort before words, and the name itself settles what is else equal (01 and 1).
    key = [
        (0, int(piece[:_LONGEST_NUMBER]), "") if piece[:1].isdecimal() else (1, 0, piece) for piece in pieces if piece
    ]
    return (*key, (2, 0, name))


_LONGEST_NUMBER: Final = 18
"""Digits that matter in a number; Python refuses to convert thousands of them."""


def _stem(name: str) -> str:
    """A name without its suffix; 2017.12.13 has none."""
    stem, dot, suffix = name.rpartition(".")
    return stem if dot and stem and not suffix.isdecimal() else name


def _cut_date(name: str) -> tuple[date | None, str]:
    """The date in a name, and what is left without it."""
    for found in _DATE.finditer(name):
        if day := _read_date(found):
            return day, f"{name[: found.start()]} {name[found.end() :]}".strip(_SEPARATORS)
    if (found_written := _WRITTEN_DATE.search(name)) and (day := find_date(found_written[0])):
        return day, f"{name[: found_written.start()]} {name[found_written.end() :]}".strip(_SEPARATORS)
    return None, name


def _find_date(joined: str) -> date | None:
    """A date over the joints of a path: 2017/12/13, 2017-12/13, 201712/13, 2017/1213."""
    days = [day for found in _DATE.finditer(joined) if (day := _read_date(found))]
    return days[-1] if days else None


def _read_date(found: re.Match[str]) -> date | None:
    year, month, day = (int(number) for number in found.groups() if number is not None and number.isdecimal())
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _after_date(stem: str) -> str:
    """What stands after the date in a name, where a page's number stands; "" where there is none."""
    for found in (*_DATE.finditer(stem), *_WRITTEN_DATE.finditer(stem)):
        return stem[found.end() :].strip(_SEPARATORS)
    return ""


def _cut_title(name: str) -> tuple[str | None, str]:
    """The paper's name in a name, and what is left without it."""
    for word in re.findall(f"{_LETTER}+", name):
        if _PAPER.fullmatch(word):
            return word, name.replace(word, " ", 1).strip(_SEPARATORS)
    return None, name


def _normal_label(label: str) -> str:
    value = parse_numeral(label)
    return label.upper() if label.isascii() or value is None else str(value)
