"""Prepare lines for judging: trimmed, measured in em, and folded once for the patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from reader.hanzi.characters import em_width
from reader.hanzi.fold import fold
from reader.model import LineSpan, Page

_KEPT_PUNCTUATION = {
    "，": ",",
    "：": ":",
    "∶": ":",
    "︰": ":",
    "﹕": ":",
    "；": ";",
    "？": "?",
    "！": "!",
    "｡": "。",
    "．": ".",
    "（": "(",
    "）": ")",
    "﹙": "(",
    "﹚": ")",
    "〔": "[",
    "〕": "]",
    "［": "[",
    "］": "]",
    "／": "/",
    "∕": "/",
    "｜": "|",
    "‖": "|",
    "「": "“",
    "」": "”",
    "『": "‘",
    "』": "’",
    "﹁": "“",
    "﹂": "”",
    "﹃": "‘",
    "﹄": "’",
    "〝": "“",
    "〞": "”",
    "─": "—",
    "━": "—",
    "―": "—",
    "‧": "·",
    "・": "·",
    "•": "·",
    "∙": "·",
    "⋯": "…",
    "％": "%",
    "＠": "@",
    "－": "-",
    "–": "-",
    "＿": "_",
    "＃": "#",
    "　": " ",
    "\u00a0": " ",
    "\t": " ",
    "\u2003": " ",
    "\u2002": " ",
    "\u2009": " ",
}
"""Punctuation written several ways in print and text layers, and the one form that the patterns know.

The search fold of `hanzi` goes further (，and 、are one, “ and ” are one): for roles those differences matter."""

_SQUEEZED = re.compile(r"[，。、；：！？“”‘’（）《》〈〉【】〔〕「」『』—…·]")
"""Marks that a compositor may set to half their width (CLREQ §3.1.6)."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A stretch of one printed line that is judged as a line of its own."""

    page: str
    line: int
    """`TextLine.number`."""
    start: int
    """Offset of `text` in `TextLine.text`."""
    text: str
    plain: str
    """`text` in simplified characters with one form of each mark: the same length, for patterns only."""
    width: float
    """On paper, in em."""
    squeeze: int
    """How many marks may have been set to half their width."""
    indent: float = 0.0
    tight: bool = False
    column: int = 0
    """Which of several columns that the text layer had mixed begins here, from 1 in the order of print; 0 elsewhere."""
    item: int = 0
    """How many characters in front are marks such as ● or ○ with their space, which may open an item."""

    title: bool = False
    """Whether the source says that it is the title of an article."""

    @property
    def end(self) -> int:
        """Offset of the end in `TextLine.text`."""
        return self.start + len(self.text)

    @property
    def span(self) -> LineSpan:
        """Where it is printed."""
        return LineSpan(self.page, self.line, self.start, self.end)

    def cut(self, start: int, end: int) -> Strip | None:
        """The piece between two offsets of `text`, without white space at its ends; None when nothing is left."""
        text = self.text[start:end]
        start += len(text) - len(text.lstrip())
        text = text.strip()
        if not text:
            return None
        plain = self.plain[start : start + len(text)]
        return replace(
            self,
            start=self.start + start,
            text=text,
            plain=plain,
            width=em_width(text),
            squeeze=len(_SQUEEZED.findall(text)),
            indent=self.indent if start == 0 else 0.0,
            tight=self.tight or start > 0,
            column=self.column if start == 0 else 0,
            item=self.item if start == 0 else 0,
        )


@lru_cache(maxsize=1)
def _plain_table() -> dict[int, str]:
    """Folds Han, letters and digits as the search does, and punctuation more gently; built once, in a few ms."""
    source = "".join(map(chr, (*range(0x2E80, 0x2FE0), *range(0x3400, 0xA000), *range(0xF900, 0xFB00))))
    table = {ord(a): b for a, b in zip(source, fold(source), strict=True) if a != b}
    for first, last, base in (("０", "９", "0"), ("Ａ", "Ｚ", "A"), ("ａ", "ｚ", "a")):
        table.update({cp: chr(ord(base) + cp - ord(first)) for cp in range(ord(first), ord(last) + 1)})
    table.update({ord(a): b for a, b in _KEPT_PUNCTUATION.items()})
    return table


def plainly(text: str) -> str:
    """`text` as the patterns read it: simplified characters, one form of each mark, the same length."""
    return text.translate(_plain_table())


def measure(page: Page) -> tuple[Strip, ...]:
    """The lines of a page that are not blank, in the order of the source."""
    return tuple(
        strip
        for line in page.lines
        if (strip := make_strip(page.id, line.number, line.text, indent=line.indent, tight=line.tight))
    )


def make_strip(page: str, number: int, text: str, *, indent: float = 0.0, tight: bool = False) -> Strip | None:
    """One printed line, trimmed and measured; None for a blank one."""
    start = len(text) - len(text.lstrip())
    text = text.strip()
    if not text:
        return None
    squeeze = len(_SQUEEZED.findall(text))
    return Strip(page, number, start, text, plainly(text), em_width(text), squeeze, indent, tight)


def cut_run(strips: Iterable[Strip], start: int, end: int) -> tuple[Strip, ...]:
    """The pieces of a run of strips between two offsets of their joined `text`."""
    pieces: list[Strip] = []
    at = 0
    for strip in strips:
        length = len(strip.text)
        if at + length > start and at < end:
            low, high = max(0, start - at), min(length, end - at)
            piece = strip if (low, high) == (0, length) else strip.cut(low, high)
            if piece is not None:
                pieces.append(piece)
        at += length
    return tuple(pieces)
