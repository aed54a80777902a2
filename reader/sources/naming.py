"""What the names of files and folders say: `青禾日报-2017-12-13-01.txt`, `20171213/A01.txt`, `2017-12/13/2.txt`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
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
    r"[0-9〇零○一二三四五六七八九]{4}年[^年月/]{1,3}月[^月日/]{1,3}[日号號]"
    r"|(?:中[华華])?民[国國][^年/]{1,5}年[^年月/]{1,3}月[^月日/]{1,3}[日号號]"
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


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date and where it stands in a name."""

    day: date
    start: int
    end: int


def parse_page_name(path: PurePath) -> Named:
    """What a page's path says: its own name first, then the folders that it lies in.

    Args:
        path: The file's path, as full as it is known.
    """
    stem = _stem(nfc(path.name))
    own = _find_date(stem)
    title, _ = _cut_title(stem)
    # A page's number stands after the date; where there is no date, nothing but the paper's name may stand before it.
    _, tail = _cut_title(stem[own.end :] if own else stem)
    found = _LABEL.fullmatch(tail.strip(_SEPARATORS))
    above = parse_issue_name(path.parent)
    day = own.day if own else above.date
    if day is None and (joined := _find_joined_date((*path.parent.parts, stem))):
        # The day was the file's own name, 2017-12/13.txt, and no page's number.
        day, found = joined, None
    return Named(
        title=title or above.title,
        date=day,
        label=_normal_label(found["label"]) if found else None,
        section=found["section"] if found else None,
    )


def parse_issue_name(path: PurePath) -> Named:
    """What the path of an issue's folder says about its title and date; the nearest folder that says it counts."""
    parts = [nfc(part) for part in path.parts if part != path.anchor][-_DEPTH:]
    title = next((title for part in reversed(parts) if (title := _cut_title(part)[0])), None)
    own = next((own for part in reversed(parts) if (own := _find_date(part))), None)
    return Named(title, own.day if own else _find_joined_date(parts))


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


def _find_date(name: str) -> _Dated | None:
    """The first date in one name."""
    for found in _DATE.finditer(name):
        if day := _read_date(found):
            return _Dated(day, found.start(), found.end())
    if (written := _WRITTEN_DATE.search(name)) and (day := find_date(written[0])):
        return _Dated(day, written.start(), written.end())
    return None


def _find_joined_date(parts: Sequence[str]) -> date | None:
    """The last date over the joints of a path: 2017/12/13, 2017-12/13, 201712/13, 2017/1213."""
    days = [day for found in _DATE.finditer("/".join(parts[-_DEPTH - 1 :])) if (day := _read_date(found))]
    return days[-1] if days else None


def _read_date(found: re.Match[str]) -> date | None:
    year, month, day = (int(number) for number in found.groups() if number is not None and number.isdecimal())
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _cut_title(name: str) -> tuple[str | None, str]:
    """The paper's name in a name, and what is left without it; a date written out is no part of it."""
    if written := _WRITTEN_DATE.search(name):
        name = f"{name[: written.start()]} {name[written.end() :]}"
    for word in re.findall(f"{_LETTER}+", name):
        if _PAPER.fullmatch(word):
            return word, name.replace(word, " ", 1).strip(_SEPARATORS)
    return None, name


def _normal_label(label: str) -> str:
    value = parse_numeral(label)
    return label.upper() if label.isascii() or value is None else str(value)
