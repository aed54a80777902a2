"""Runs of lines that are no prose: tables and verse, found before paragraphs are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.structure import patterns
from reader.structure.classes import Judged, LineClass
from reader.structure.lettering import LETTER
from reader.structure.settings import SETTINGS, Settings
from reader.structure.verse import find_author, measure_verse

_FIELD_GAP = re.compile(r"(?<=\S) {1,}(?=\S)")
_AMOUNT = re.compile(r"[0-9]|[〇零一二三四五六七八九十百千两]+(?:元|角|分|度|级|时|号|点|厘|毛|文|斤|石|元整)")


def find_blocks(judged: Sequence[Judged], settings: Settings = SETTINGS) -> tuple[Judged, ...]:
    """The same pieces, with lines of tables and of verse marked as such."""
    found = list(judged)
    at = 0
    while at < len(found):
        length, kind = _measure_block(found, at, settings)
        for index in range(at, at + length):
            found[index] = replace(found[index], kind=kind)
        if kind is LineClass.VERSE and (author := find_author(found, at)) is not None:
            found[author] = replace(found[author], kind=LineClass.BYLINE)
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
    length = measure_verse(judged, at, settings)
    return (length, LineClass.VERSE) if length else (0, LineClass.TEXT)


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
