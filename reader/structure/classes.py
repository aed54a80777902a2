"""What kind of line each is, judged alone: byline, credit, label, page furniture, or plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import zip_longest

from reader.model import FurnitureKind
from reader.structure import patterns
from reader.structure.bylines import has_surname, is_balanced, is_pen_name, is_person, parse_byline
from reader.structure.leads import find_cuts, opens_article
from reader.structure.lines import Strip
from reader.structure.settings import SETTINGS, Settings

_SECTION = 4
"""Characters of a section's name that is not a usual one: 城事, 民生关注."""


class LineClass(StrEnum):
    """The role of a line as its own words tell it."""

    TEXT = "text"
    BYLINE = "byline"
    CREDIT = "credit"
    LABEL = "label"
    FURNITURE = "furniture"
    TABLE = "table"
    VERSE = "verse"


@dataclass(frozen=True, slots=True)
class Judged:
    """A line, or a piece of one, with its class."""

    strip: Strip
    kind: LineClass
    furniture: FurnitureKind = FurnitureKind.OTHER
    """What furniture it is, if it is furniture."""
    goes_on: bool = False
    """Whether it is the rest of what the line before began."""


def judge(strip: Strip, settings: Settings = SETTINGS) -> tuple[Judged, ...]:
    """The line's pieces in order: marks in front and a doubled half are pieces of their own."""
    if doubled := _judge_doubled(strip, settings):
        return doubled
    if furniture := _find_furniture(strip, settings):
        return (Judged(strip, LineClass.FURNITURE, furniture),)
    marks = patterns.LEADING_MARKS.match(strip.plain)
    start = marks.end() if marks else 0
    rest = strip.cut(start, len(strip.text))
    if rest is None:
        return (Judged(strip, LineClass.FURNITURE),)
    if whole := _judge_tail(strip, settings) or _judge_whole_article(strip, settings):
        return whole
    kind = LineClass.TEXT
    if _is_credit(rest, settings):
        kind = LineClass.CREDIT
    elif _is_byline(rest, bool(marks), settings) or (marks and _is_marked_name(marks.group(), rest)):
        kind = LineClass.BYLINE
    front = strip.cut(0, start) if start else None
    if front is None:
        return (Judged(strip, kind),)
    if kind is LineClass.TEXT:
        return (Judged(replace(strip, item=start), kind),)
    return (Judged(front, LineClass.FURNITURE), Judged(rest, kind))


def _judge_tail(strip: Strip, settings: Settings) -> tuple[Judged, ...] | None:
    """A title and, far to the right on the same line, who wrote it."""
    match = patterns.FAR_TAIL.search(strip.plain)
    if match is None:
        return None
    tail = match.group(1)
    signature = patterns.SIGNATURE_LINE.fullmatch(tail)
    if parse_byline(tail) is None and (signature is None or not is_pen_name(signature.group(1))):
        return None
    title, name = strip.cut(0, match.start()), strip.cut(match.start(1), len(strip.text))
    if title is None or name is None:
        return None
    return Judged(title, LineClass.TEXT), Judged(
        name, LineClass.CREDIT if _is_credit(name, settings) else LineClass.BYLINE
    )


def _judge_whole_article(strip: Strip, settings: Settings) -> tuple[Judged, ...] | None:
    """An article on one line, as corpora of old papers give it: [title] [author] text. Brackets are furniture."""
    match = patterns.TITLE_AUTHOR_LINE.match(strip.plain)
    if match is None or strip.width <= settings.widest_column or opens_article(find_cuts(strip.plain)):
        # 〔记者…〕 and 〔…电〕 open a text too, and are no title.
        return None
    return _cut_title(strip, match)


def _cut_title(strip: Strip, match: re.Match[str]) -> tuple[Judged, ...]:
    """Title, author and text of a line, and the brackets as furniture."""
    pieces: list[Judged] = []
    at = 0
    for group, kind in ((1, LineClass.TEXT), (2, LineClass.BYLINE)):
        if match.group(group):
            pieces.extend(_cut_pieces(strip, at, match.start(group), LineClass.FURNITURE))
            whole = replace(strip, title=kind is LineClass.TEXT)
            pieces.extend(_cut_pieces(whole, match.start(group), match.end(group), kind))
            at = match.end(group)
    pieces.extend(_cut_pieces(strip, at, match.end(), LineClass.FURNITURE))
    pieces.extend(_cut_pieces(strip, match.end(), len(strip.text), LineClass.TEXT))
    return tuple(pieces)


def _judge_catalogued(strip: Strip, following: Strip | None, settings: Settings) -> tuple[Judged, ...] | None:
    """A title and an author in brackets above a text on one line, as corpora of old papers give them."""
    match = patterns.TITLE_AUTHOR_LINE.fullmatch(strip.plain)
    # In print such brackets are 〔〕 or 【】, and hold the name of a column.
    if match is None or not strip.text.startswith("[") or opens_article(find_cuts(strip.plain)):
        return None
    if match.group(2) is None and (following is None or following.width <= settings.widest_column):
        return None
    return _cut_title(strip, match)


def _cut_pieces(strip: Strip, start: int, end: int, kind: LineClass) -> tuple[Judged, ...]:
    piece = strip.cut(start, end)
    return () if piece is None else (Judged(piece, kind),)


def judge_all(strips: Iterable[Strip], settings: Settings = SETTINGS) -> tuple[Judged, ...]:
    """The pieces of all lines, in order."""
    printed = list(strips)
    pieces = [
        piece
        for strip, following in zip_longest(printed, printed[1:])
        for piece in (_judge_catalogued(strip, following, settings) or judge(strip, settings))
    ]
    judged = _join_bylines(pieces, settings)
    stops = sum(piece.strip.plain.count("。") for piece in judged) * settings.stops_per_mark >= sum(
        piece.strip.plain.count(mark) for piece in judged for mark in ",、"
    )
    judged = [
        replace(piece, kind=LineClass.TEXT) if _is_inside(judged, at) else piece for at, piece in enumerate(judged)
    ]
    return tuple(
        replace(piece, kind=LineClass.FURNITURE) if _is_stray(judged, at, stops) else piece
        for at, piece in enumerate(judged)
    )


def _join_bylines(judged: Sequence[Judged], settings: Settings) -> list[Judged]:
    """The pieces, with a byline that is broken over two lines, in a name or before one, told as such."""
    found: list[Judged] = []
    for piece in judged:
        before = found[-1] if found else None
        if before is None or piece.kind is not LineClass.TEXT or not _is_broken_byline(before, piece, settings):
            found.append(piece)
            continue
        start = before.strip.item
        mark = before.strip.cut(0, start) if start else None
        name = before.strip.cut(start, len(before.strip.text))
        assert name is not None
        found[-1:] = [Judged(mark, LineClass.FURNITURE)] if mark else []
        found += [Judged(name, LineClass.BYLINE), replace(piece, kind=LineClass.BYLINE, goes_on=True)]
    return found


def _is_broken_byline(before: Judged, piece: Judged, settings: Settings) -> bool:
    """Whether two lines are one byline: neither can stand alone, and the second is the shorter one."""
    first, second = before.strip.plain[before.strip.item :], piece.strip.plain
    short = piece.strip.width < before.strip.width and before.strip.width + piece.strip.width <= settings.byline_limit
    if before.kind not in (LineClass.TEXT, LineClass.BYLINE) or not short or piece.strip.item:
        return False
    if before.kind is LineClass.BYLINE and not patterns.OPEN_BYLINE.search(first):
        return False
    return parse_byline(second) is None and parse_byline(first + second) is not None


def _is_inside(judged: Sequence[Judged], at: int) -> bool:
    """Whether what looks like a credit is a full line of prose: …提供／的数字."""
    piece = judged[at]
    if piece.kind is not LineClass.CREDIT or not 0 < at < len(judged) - 1:
        return False
    before, after = judged[at - 1], judged[at + 1]
    if before.kind is not LineClass.TEXT or after.kind is not LineClass.TEXT:
        return False
    if patterns.CLITIC.match(after.strip.plain):
        return True
    # A credit is short, or what stands before it has ended.
    full = piece.strip.width >= before.strip.width - 1
    return full and not patterns.STOP.search(before.strip.plain) and bool(patterns.ANY_MARK.search(before.strip.plain))


def _is_stray(judged: Sequence[Judged], at: int, stops: bool) -> bool:
    """A single character on its line that ends no sentence: noise of recognition, but not a headline set downwards."""
    piece = judged[at]
    plain = piece.strip.plain
    if piece.kind is not LineClass.TEXT or len(plain) != 1 or patterns.STOP.search(plain) or plain == "摄":
        return False
    if not stops and patterns.STOPLESS_END.search(plain):
        return False
    if at and _is_cut_short(judged[at - 1].strip, plain):
        return False
    neighbours = [judged[i] for i in (at - 1, at + 1) if 0 <= i < len(judged)]
    return not any(len(other.strip.plain) == 1 and other.kind is LineClass.TEXT for other in neighbours)


def _is_cut_short(before: Strip, plain: str) -> bool:
    """Whether a character is the rest of a line of display type that its column was too narrow for."""
    return plain.isalpha() and plain not in "一丨" and bool(patterns.ADVERTISING.search(before.plain + plain))


def _judge_doubled(strip: Strip, settings: Settings) -> tuple[Judged, ...] | None:
    """A label whose shadow the text layer gives again: 甲乙丙丁甲乙丙丁, or every glyph twice."""
    marks = patterns.LEADING_MARKS.match(strip.plain)
    start = marks.end() if marks else 0
    text = strip.text[start:]
    if len(text) > 80 or patterns.INNER_MARKS.search(text):
        return None
    length = find_period(text, settings.shadow_least)
    if not length:
        return None
    pieces = [(strip.cut(0, start), LineClass.FURNITURE, FurnitureKind.OTHER)] if start else []
    pieces.append((strip.cut(start, start + length), LineClass.LABEL, FurnitureKind.OTHER))
    pieces.append((strip.cut(start + length, len(strip.text)), LineClass.FURNITURE, FurnitureKind.DUPLICATE))
    return tuple(Judged(piece, kind, furniture) for piece, kind, furniture in pieces if piece)


def find_period(text: str, least: int) -> int:
    """The length of the unit of which `text` is two or three copies; 0 when it is none."""
    for copies in (2, 3):
        length, over = divmod(len(text), copies)
        if not over and length >= least and text == text[:length] * copies and len(set(text[:length])) > 1:
            return length
    return 0


def _find_furniture(strip: Strip, settings: Settings) -> FurnitureKind | None:
    plain = strip.plain
    if patterns.SPREAD.fullmatch(plain):
        plain = "".join(plain.split())
    if patterns.ONLY_MARKS.fullmatch(plain):
        return FurnitureKind.OTHER
    if any(p.fullmatch(plain) for p in (patterns.PAGE_NUMBER, patterns.PAGE_OF, patterns.RECORD_NUMBER)):
        return FurnitureKind.FOLIO
    if strip.width > settings.furniture_limit:
        return None
    if (patterns.FOLIO.fullmatch(plain) and patterns.FOLIO_PROOF.search(plain)) or _is_head_of_section(plain):
        return FurnitureKind.FOLIO
    if (match := patterns.JUMP_TO.search(plain)) and match.start() == 0:
        return FurnitureKind.JUMP
    if (match := patterns.JUMP_FROM.match(plain)) and match.end() == len(plain):
        return FurnitureKind.JUMP
    if plain.endswith("。") or patterns.SALUTATION.fullmatch(plain):
        return None
    if patterns.IMPRINT.match(plain) or (patterns.CONTACT.search(plain) and strip.width < settings.contact_limit):
        return FurnitureKind.IMPRINT
    if patterns.CONTENTS_HEAD.fullmatch(plain) or patterns.CONTENTS.fullmatch(plain):
        return FurnitureKind.CONTENTS
    return None


def _is_head_of_section(plain: str) -> bool:
    """Whether a line is a running head with a section's own name: 城事 05版 2016年9月22日 星期四."""
    words = [word for word in re.split(r"[\s|]+", plain) if word]
    names = [word for word in words if not patterns.FOLIO.fullmatch(word)]
    rest = " ".join(word for word in words if word not in names)
    return len(names) == 1 and len(names[0]) <= _SECTION and len(patterns.FOLIO_PROOF.findall(rest)) > 1


def _is_credit(strip: Strip, settings: Settings) -> bool:
    plain = strip.plain
    if strip.width > settings.credit_limit or "," in plain or re.search(r"[。?!].", plain):
        return False
    if not is_balanced(plain) or patterns.HALF_CREDIT.fullmatch(plain):
        return False
    return bool(patterns.CREDIT.fullmatch(plain) or patterns.CREDIT_HEAD.match(plain))


def _is_marked_name(marks: str, strip: Strip) -> bool:
    """Whether a full name stands behind a hollow mark: □ 某某; a solid one opens the name of a column too."""
    return patterns.HOLLOW_MARK.search(marks) is not None and "·" not in strip.plain and has_surname(strip.plain)


def _is_byline(strip: Strip, marked: bool, settings: Settings) -> bool:
    plain = strip.plain
    if strip.width > settings.byline_limit or patterns.BOX_HEADING.fullmatch(plain):
        return False
    if patterns.COLUMN_NAME.fullmatch(plain):
        return False
    if parse_byline(plain) is not None or patterns.SIGNED_LINE.fullmatch(plain):
        return True
    if match := patterns.SIGNATURE_LINE.fullmatch(plain):
        return is_pen_name(match.group(1)) and not patterns.COLUMN_NAME.fullmatch(match.group(1))
    return marked and strip.width <= settings.signature_limit and is_person(plain)
