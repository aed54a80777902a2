"""Lines that are verse: in regular metre, or free under a title and the author's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.structure import patterns
from reader.structure.bylines import is_person
from reader.structure.classes import Judged, LineClass
from reader.structure.hints import is_lead, names_column
from reader.structure.lettering import LETTER
from reader.structure.lines import Strip
from reader.structure.matching import find_grams
from reader.structure.settings import Settings

_CLAUSES = re.compile(rf"((?:{LETTER}|[○□]){{4,7}})(?:(?:[,。;!?、:]\s*|\s+)((?:{LETTER}|[○□]){{4,7}}))?[,。;!?、:]?")
"""One or two clauses of a regular poem: 五言, 七言, 四言."""


_UNMARKED = re.compile(rf"(?:{LETTER}|[○□])+")
_DIGIT = re.compile("[0-9]")
_COUPLETS = frozenset({10, 14})
"""Characters of a line that has two clauses of 五言 or 七言 with nothing between them."""


def measure_verse(judged: Sequence[Judged], at: int, settings: Settings) -> int:
    """How many lines from here on are a poem; 0 for none."""
    regular, free = _measure_regular(judged, at, settings), _measure_free(judged, at, settings)
    if regular < settings.verse_least:
        return free
    # A few lines more than the metre has are a heading; another stanza of them is free verse that began alike.
    return free if free >= regular + settings.stanza else regular


def _measure_regular(judged: Sequence[Judged], at: int, settings: Settings) -> int:
    """How many lines from here on are a poem in regular metre: all of them have the same clauses."""
    length = 0
    metre: tuple[int, ...] | None = None
    while at + length < len(judged) and judged[at + length].kind is LineClass.TEXT:
        found = find_metre(judged[at + length].strip.plain)
        if found is None or (metre is not None and found != metre):
            break
        metre = found
        length += 1
    if length and _fills_column(judged, at, length):
        return 0
    # What is over of the last stanza heads what follows: 绝句 and 律诗 have four and eight lines.
    return length - length % settings.stanza if length > settings.stanza else length


def _fills_column(judged: Sequence[Judged], at: int, length: int) -> bool:
    """Whether prose as wide as these lines stands directly above or below them: they are part of it."""
    width = judged[at].strip.width
    beside = [judged[i].strip for i in (at - 1, at + length) if 0 <= i < len(judged)]
    return any(
        abs(strip.width - width) <= 1.0 and bool(re.search("[,、。;]", strip.plain)) and not find_metre(strip.plain)
        for strip in beside
    )


def find_metre(plain: str) -> tuple[int, ...] | None:
    """The characters of each clause of a line of verse; None for a line that is none."""
    if len(plain) in _COUPLETS and _UNMARKED.fullmatch(plain):
        return (len(plain) // 2,) * 2
    match = _CLAUSES.fullmatch(plain)
    if match is None:
        return None
    metre = tuple(len(clause) for clause in match.groups() if clause)
    return metre if len(set(metre)) == 1 else None


def _measure_free(judged: Sequence[Judged], at: int, settings: Settings) -> int:
    """How many lines from here on are free verse: short ones without marks, below a title and who wrote it."""
    author = find_author(judged, at)
    title = _find_print(judged, author)
    if author is None or title is None or not _is_line(judged[title], settings):
        return 0
    length = 0
    while at + length < len(judged) and _is_line(judged[at + length], settings):
        if length >= settings.verse_least and patterns.COLUMN_NAME.fullmatch(judged[at + length].strip.plain):
            break
        length += 1
    # Where a name stands among them as this author's does, the line before it is the title of the next poem.
    bare = judged[author].kind is LineClass.TEXT
    names = (i for i in range(settings.verse_least + 1, length) if _is_author(judged[at + i]))
    another = next(names, None) if bare else None
    if another is not None and length - another > settings.verse_least:
        return another - 1
    lines = judged[at : at + length]
    if sum(_is_author(piece) for piece in lines) > settings.verse_names * length:
        return 0
    below = [piece for piece in judged[at + length : at + length + 8] if piece.kind is not LineClass.FURNITURE]
    if below and (below[0].kind is not LineClass.TEXT or _is_prose(below[0].strip)):
        length = _find_heading(lines, below, settings)
    return length if length >= settings.verse_least else 0


def find_author(judged: Sequence[Judged], at: int) -> int | None:
    """The index of the line above this one that names who wrote it; None if there is none."""
    above = _find_print(judged, at)
    return above if above is not None and _is_author(judged[above]) else None


def _find_print(judged: Sequence[Judged], at: int | None) -> int | None:
    """The index of the last line above this one that is no mark or other furniture."""
    return next((i for i in range((at or 0) - 1, -1, -1) if judged[i].kind is not LineClass.FURNITURE), None)


def _is_author(piece: Judged) -> bool:
    return piece.kind is LineClass.BYLINE or (piece.kind is LineClass.TEXT and is_person(piece.strip.plain))


def _is_line(piece: Judged, settings: Settings) -> bool:
    plain = piece.strip.plain
    # A line of one word looks like noise of recognition elsewhere.
    word = piece.kind is LineClass.FURNITURE and len(plain) == 1 and plain.isalpha() and plain not in "一丨"
    return (
        (piece.kind is LineClass.TEXT or word)
        and not piece.strip.item
        and piece.strip.width <= settings.verse_width
        and not patterns.ROW_MARKS.search(plain)
        and "、" not in plain
        and plain[0] not in "([【"
        and not is_lead(piece.strip)
        and not patterns.ADVERTISING.search(plain)
        and not names_column(plain)
    )


def _is_prose(strip: Strip) -> bool:
    return bool(patterns.ROW_MARKS.search(strip.plain)) or is_lead(strip)


def _find_heading(lines: Sequence[Judged], below: Sequence[Judged], settings: Settings) -> int:
    """The index of the first line that is no more verse but heads the text below, which has one heading at least."""
    text = "".join(piece.strip.plain for piece in below)
    first = max(0, len(lines) - settings.heading_reach)
    widest = max((piece.strip.width for piece in lines[: max(first, settings.verse_least)]), default=0.0)
    for at in range(first, len(lines) - 1):
        strip = lines[at].strip
        words = set(find_grams(strip.plain, 2))
        known = sum(word in text for word in words)
        if patterns.GAP.search(strip.plain) or patterns.KICKER_CUE.search(strip.plain) or _DIGIT.search(strip.plain):
            return at
        if patterns.SUBHEAD_CUE.match(lines[at + 1].strip.plain):
            return at
        if strip.width > widest + settings.indent or (words and known >= settings.heading_words * len(words)):
            return at
        if at + 2 == len(lines) and _is_author(lines[-1]):
            return at
    return max(0, len(lines) - 1)
