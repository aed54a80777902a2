"""Runs of lines that are no prose: tables and verse, found by their common measure before paragraphs are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.structure import patterns
from reader.structure.classes import Judged, LineClass
from reader.structure.lettering import LETTER
from reader.structure.settings import SETTINGS, Settings

_FIELD_GAP = re.compile(r"(?<=\S) {1,}(?=\S)")
_AMOUNT = re.compile(r"[0-9]|[〇零一二三四五六七八九十百千两]+(?:元|角|分|度|级|时|号|点|厘|毛|文|斤|石|元整)")
_CLAUSES = re.compile(rf"((?:{LETTER}|[○□]){{4,7}})(?:(?:[,。;!?、:]\s*|\s+)((?:{LETTER}|[○□]){{4,7}}))?[,。;!?、:]?")
"""One or two clauses of a regular poem: 五言, 七言, 四言."""


_UNMARKED = re.compile(rf"(?:{LETTER}|[○□])+")
_COUPLETS = frozenset({10, 14})
"""Characters of a line that has two clauses of 五言 or 七言 with nothing between them."""


def find_blocks(judged: Sequence[Judged], settings: Settings = SETTINGS) -> tuple[Judged, ...]:
    """The same pieces, with lines of tables and of verse marked as such."""
    found = list(judged)
    at = 0
    while at < len(found):
        length, kind = _measure_block(found, at, settings)
        for index in range(at, at + length):
            found[index] = replace(found[index], kind=kind)
        at += max(1, length)
    return tuple(found)


def _measure_block(judged: Sequence[Judged], at: int, settings: Settings) -> tuple[int, LineClass]:
    length = rows = 0
    while at + length < len(judged):
        piece = judged[at + length]
        row = _is_row(piece, settings)
        if not row and not _is_price(piece, settings):
            break
        rows += row
        length += 1
    if rows >= settings.table_least or length >= settings.price_rows:
        return length, LineClass.TABLE
    length = _measure_verse(judged, at)
    if length > settings.stanza:
        # What is over of the last stanza heads what follows: 绝句 and 律诗 have four and eight lines.
        length -= length % settings.stanza
    return (length, LineClass.VERSE) if length >= settings.verse_least else (0, LineClass.TEXT)


def _is_row(piece: Judged, settings: Settings) -> bool:
    """A line of fields with white space between them and numbers among them, or of a forecast."""
    if piece.kind is not LineClass.TEXT or piece.strip.item:
        return False
    plain = piece.strip.plain
    if len(plain) > 1 and patterns.WEATHER.fullmatch(plain):
        return True
    if piece.strip.width > settings.furniture_limit or patterns.ROW_MARKS.search(plain):
        return False
    fields = _FIELD_GAP.split(plain)
    return len(fields) >= 2 and any(_AMOUNT.search(field) for field in fields[1:]) and _is_wide_gap(plain, len(fields))


_PRICE = re.compile(
    rf"(?:[^\W\d_]|[()]){{1,8}}\s+[-+$¥]?[0-9][0-9.,:/%-]*\s*(?:元|角|分|万|吨|%|℃|只|斤|公斤)?(?:/{LETTER}{{1,2}})?"
)


def _is_price(piece: Judged, settings: Settings) -> bool:
    """A word and a number, short."""
    narrow = piece.strip.width <= settings.price_width
    return piece.kind is LineClass.TEXT and narrow and bool(_PRICE.fullmatch(piece.strip.plain))


def _is_wide_gap(plain: str, fields: int) -> bool:
    """Whether the gaps are those of a table: not the one space that justification leaves before a number."""
    inner = len(re.findall(rf"(?<={LETTER}) (?=[0-9])|(?<=[0-9]) (?={LETTER})", plain))
    return fields - 1 > inner or "  " in plain


def _measure_verse(judged: Sequence[Judged], at: int) -> int:
    """How many lines from here on are a poem in regular metre: all of them have the same clauses."""
    length = 0
    metre: tuple[int, ...] | None = None
    while at + length < len(judged) and judged[at + length].kind is LineClass.TEXT:
        found = find_metre(judged[at + length].strip.plain)
        if found is None or (metre is not None and found != metre):
            break
        metre = found
        length += 1
    return length


def find_metre(plain: str) -> tuple[int, ...] | None:
    """The characters of each clause of a line of verse; None for a line that is none."""
    if len(plain) in _COUPLETS and _UNMARKED.fullmatch(plain):
        return (len(plain) // 2,) * 2
    match = _CLAUSES.fullmatch(plain)
    if match is None:
        return None
    metre = tuple(len(clause) for clause in match.groups() if clause)
    return metre if len(set(metre)) == 1 else None
