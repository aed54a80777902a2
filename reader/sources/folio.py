"""What a page's own print says about it: the paper's name, the date, the page's number and section.

The evidence is folio lines 报眉 and the nameplate 报头, found wherever the text layer puts them. A line counts only
where nothing else is on it, so that dates and papers named in articles never name the issue.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Final, TypeVar

from reader.hanzi.characters import em_width, is_han
from reader.hanzi.numerals import find_date, parse_numeral
from reader.model import TextLine

_LONGEST_LINE: Final = 40.0
"""Em; a folio is one line across a few columns at most."""

_EDGE_LINES: Final = 3
"""A date or a name alone counts among so many lines at the top of the page, for there the folio stands."""

_NEIGHBOURS: Final = 2
"""… or within so many lines of another folio line, where the folio is broken into its pieces."""

_LONGEST_SECTION: Final = 4
"""Han characters of a section's name that is not a usual one."""

_LETTER: Final = r"[^\W\d_a-zA-Z]"
"""A Han character, or a letter of another script; much cheaper to compile than all the ranges of Han."""

_DIGIT: Final = "0-9０-９〇零○一二三四五六七八九十廿卅"
_SPACE: Final = "[ \u3000\u00a0]*"

_COUNT: Final = f"(?:今[日天]|本期|共){_SPACE}(?:大?[张張]{_SPACE})?[{_DIGIT}]{{1,4}}{_SPACE}版"
_DAY: Final = f"[{_DIGIT}元 \u3000]{{1,6}}月[{_DIGIT} \u3000]{{1,6}}[日号號]"
_DATE: Final = (
    f"(?:中[华華])?民[国國]{_SPACE}[元{_DIGIT}百]{{1,6}}{_SPACE}年{_DAY}"
    f"|[{_DIGIT}]{{4}}{_SPACE}年{_DAY}"
    r"|(?<![0-9])[0-9]{4}(?P<separator>[-/.])[0-9]{1,2}(?P=separator)[0-9]{1,2}(?![0-9])"
    r"|(?<![0-9])(?:18|19|20)[0-9]{6}(?![0-9])"
)
_WEEKDAY: Final = f"(?:星期|周|週|[礼禮]拜){_SPACE}[一二三四五六日天](?!{_LETTER})"
_LUNAR: Final = (
    f"(?:[农農夏旧舊阴陰][历曆]{_SPACE}(?:\\w{{2}}年)?|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)"
    f"{_SPACE}[闰閏]?[正元冬腊臘{_DIGIT}]{{1,3}}月[初大小{_DIGIT}]{{1,4}}日?"
)
_NUMBER: Final = f"(?:[总總]?第{_SPACE}|[总總])[{_DIGIT}百千万萬]{{1,9}}{_SPACE}[期号號张張]"
_PAGE: Final = (
    f"第{_SPACE}[A-Z]?[{_DIGIT}]{{1,3}}{_SPACE}版|(?<!\\w)[A-Z]?[{_DIGIT}]{{1,3}}{_SPACE}版(?!面)"
    # Taiwan and Hong Kong print A1 by itself.
    r"|(?<!\S)[A-Z][0-9]{1,2}(?!\S)"
)

_LEAF: Final = f"第{_SPACE}[{_DIGIT}]{{1,3}}{_SPACE}[页頁]"
"""A page's number as some papers print it beside the date; alone it is a converter's, which counts sheets."""

_MARKS: Final = re.compile(
    f"(?P<count>{_COUNT})|(?P<date>{_DATE})|(?P<weekday>{_WEEKDAY})|(?P<lunar>{_LUNAR})"
    f"|(?P<number>{_NUMBER})|(?P<page>{_PAGE})|(?P<leaf>{_LEAF})"
)
"""What a folio is made of; a count of pages 今日四版 comes first, lest it be taken for a page's number."""

_PROSE: Final = re.compile("[，。；！？、,;!?（）()《》“”「」…]|[转轉接见見详詳据據讯訊电電]")
"""Marks of sentences, and of the jumps, teasers and datelines that name pages and dates too."""

_NAME: Final = re.compile(
    ".{1,8}(?:[日晚早晨午时時商新快导導画畫公法]|都市|青年|工人|[农農]民|[农農]村|法[制治])[报報]"
    "|.{2,8}(?:周[报報刊]|週[報刊])"
)
"""A newspaper's name, by the words with which they end."""

_SHORT_NAME: Final = re.compile(".{1,7}[报報]")
_NOT_A_NAME: Final = re.compile(
    ".*(?:[本日晚早简簡通预預播情电電汇匯彙举舉海捷喜警板上回年月填谎謊战戰墙牆天气氣][报報])|.?(?:公报|公報)"
)
"""Other things that end in 报; checked only against `_SHORT_NAME`."""

_USUAL_SECTION: Final = re.compile(
    "(?:综合|本地|国内|国际|体育|社会|经济|文化|教育|民生|综合|地方)?新闻|要闻|综合|本地|时事|时政|时评|国内|国际|经济|社会|民生|文化|体育"
    "|副刊|专版|专题|专刊|广告|教育|健康|法治|评论|理论|文艺|娱乐|财经|科技|读者|生活|特别报道|公告|天下|头版"
    "|(?:綜合|本地|國內|國際|體育|社會|經濟|文化|教育|地方)?新聞|要聞|綜合|時事|國內|國際|經濟|社會|文化|體育"
    "|專版|專題|專刊|廣告|評論|理論|文藝|娛樂|財經|讀者|地方|頭版"
)
"""Names of sections that need no further evidence beside a page's number."""

_SPACED_OUT: Final = re.compile(f"(?<!{_LETTER}){_LETTER}(?:[ \u3000]+{_LETTER}(?!{_LETTER}))+")
"""Single characters set apart, as in a nameplate."""

_WORD: Final = re.compile(f"{_LETTER}+")

_HINT: Final = re.compile("[版报報刊期号號日]|[0-9]{4}|[A-Z][0-9]")
"""Every folio line has one of these; a test that is cheap to fail."""

_T = TypeVar("_T")


class _Mark(Enum):
    DATE = auto()
    PAGE = auto()
    NAME = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Folio:
    """What a page says about itself; None for what it does not say."""

    title: str | None = None
    date: date | None = None
    label: str | None = None
    section: str | None = None


@dataclass(frozen=True, slots=True)
class _FolioLine:
    place: int
    """Index among the page's lines."""
    marks: frozenset[_Mark]
    folio: Folio


def find_folio(lines: Sequence[TextLine]) -> Folio:
    """What the nameplate and the folio lines of a page say; nothing where they disagree.

    Args:
        lines: The page's lines in the order of the source.
    """
    candidates = [line for place, text in enumerate(lines) if (line := _parse_line(place, text.text))]
    folios = [line.folio for index, line in enumerate(candidates) if _counts(index, candidates)]
    return Folio(
        title=find_agreed(folio.title for folio in folios),
        date=find_agreed(folio.date for folio in folios),
        label=find_agreed(folio.label for folio in folios),
        section=find_agreed(folio.section for folio in folios),
    )


def find_page_starts(lines: Sequence[TextLine]) -> tuple[int, ...]:
    """Indices of the lines that open the pages of a spread, or of a whole issue, in one text; (0,) for one page.

    Args:
        lines: The lines in the order of the source. Running heads part them: lines that hold the page's number beside
            the date or the paper's name. The first one stands at the top, and each has a number of its own; a text
            layer that puts them anywhere parts nothing.
    """
    heads: dict[str, int] = {}
    for place, line in enumerate(lines):
        head = _parse_line(place, line.text)
        if head is None or head.folio.label is None or not head.marks & {_Mark.DATE, _Mark.NAME}:
            continue
        if not heads and place >= _EDGE_LINES:
            return (0,)
        heads.setdefault(head.folio.label, place)
    return (0, *list(heads.values())[1:])


def find_agreed(values: Iterable[_T | None]) -> _T | None:
    """The value that more than half of those who say anything agree on; None where there is no such value."""
    counts = Counter(value for value in values if value is not None)
    if not counts:
        return None
    value, count = counts.most_common(1)[0]
    return value if 2 * count > counts.total() else None


def _counts(index: int, candidates: Sequence[_FolioLine]) -> bool:
    """Whether a line is evidence: by what it holds together, by its place, or by its neighbours."""
    line = candidates[index]
    if len(line.marks) > 1:
        return True
    if line.place < _EDGE_LINES:
        return _Mark.OTHER not in line.marks
    near = candidates[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS + 1]
    return any(abs(other.place - line.place) <= _NEIGHBOURS and len(other.marks | line.marks) > 1 for other in near)


def _parse_line(place: int, text: str) -> _FolioLine | None:
    """A line that holds nothing but what folios are made of."""
    if len(text) > 2 * _LONGEST_LINE or not _HINT.search(text) or em_width(text) > _LONGEST_LINE or _PROSE.search(text):
        return None
    text = _SPACED_OUT.sub(lambda found: re.sub(r"\s", "", found[0]), text)
    marks: set[_Mark] = set()
    labels: set[str] = set()
    leaves: set[str] = set()
    for found in _MARKS.finditer(text):
        if found.lastgroup == "page":
            marks.add(_Mark.PAGE)
            labels.add(_parse_label(found[0]))
        elif found.lastgroup == "leaf":
            leaves.add(_parse_label(found[0]))
        elif found.lastgroup == "date":
            marks.add(_Mark.DATE)
        else:
            marks.add(_Mark.OTHER)
    if leaves and not labels and _Mark.DATE in marks:
        marks.add(_Mark.PAGE)
        labels = leaves
    rest = _MARKS.sub(" ", text)
    words = [word for word in _WORD.findall(rest) if is_han(word[0])]
    names = [word for word in words if _is_name(word)]
    sections = [word for word in words if word not in names]
    if names:
        marks.add(_Mark.NAME)
    if not marks or len(names) > 1 or len(sections) > 1 or len(labels) > 1:
        return None
    section = sections[0] if sections else None
    if section is not None and not _USUAL_SECTION.fullmatch(section):
        introduced = re.search(f"版{_SPACE}[:：·]{_SPACE}{section}", text)
        if len(section) > _LONGEST_SECTION or not (len(marks) > 1 or introduced):
            return None
    if section is not None and _Mark.PAGE in marks:
        marks.add(_Mark.OTHER)
    return _FolioLine(
        place,
        frozenset(marks),
        Folio(
            title=names[0] if names else None,
            date=find_date(text) if _Mark.DATE in marks else None,
            label=next(iter(labels), None),
            section=section if _Mark.PAGE in marks else None,
        ),
    )


def _is_name(word: str) -> bool:
    if _NAME.fullmatch(word):
        return True
    return bool(_SHORT_NAME.fullmatch(word)) and not _NOT_A_NAME.fullmatch(word)


def _parse_label(printed: str) -> str:
    """第二版 → 2, 第02版 → 02, A03版 → A03."""
    bare = re.sub(r"[第版页頁\s]", "", printed)
    letter = bare[:1] if bare[:1].isascii() and bare[:1].isalpha() else ""
    digits = bare[len(letter) :]
    if digits.isascii():
        return bare
    value = parse_numeral(digits)
    return bare if value is None else f"{letter}{value}"
