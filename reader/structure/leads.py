"""What is set into the first and last line of a body: datelines, bylines in brackets, signatures, jumps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.structure import patterns
from reader.structure.bylines import is_pen_name, parse_byline, parse_names
from reader.structure.lettering import LETTER


class CutKind(StrEnum):
    """What a piece of a paragraph is."""

    DATELINE = "dateline"
    BYLINE = "byline"
    BRACKET = "bracket"
    CREDIT = "credit"
    JUMP_TO = "jump to"
    JUMP_FROM = "jump from"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of a paragraph's joined text."""

    kind: CutKind
    start: int
    end: int


_BRACKETED = re.compile(r"\s*([(\[【])([^()\[\]【】]{2,60})([)\]】])\s*")
_CHAINED = re.compile(
    r"\s*((?:记者|通讯员|特约记者|见习记者|实习记者)[^,。:;(]{2,24}?(?:摄影报道|报道|报导))\s*(?:[:,]|(?=\s))"
)
_TAIL = re.compile(r"([(\[【])([^()\[\]【】]{1,40})([)\]】])\s*$")
_TAIL_PLAIN = re.compile(r"(?<=[。?!”’])\s*[—□■●◎◇○]+\s*([^,。?!:;]{2,16})$")
_TAIL_CREDIT = re.compile(
    rf"(?<=[。?!”])\s*((?:(?:本报|新华社|中新社|见习|实习|特约|通讯员|记者|摄影)?(?:记者|通讯员)?\s*(?:{LETTER}|[○×·]){{1,5}}[\s、/]*){{1,4}}"
    rf"(?:摄影报道|摄影报导|摄影|翻摄|提供|供图|摄|图|绘))$"
)
"""本报记者 某某 摄: who took the picture, run on behind the caption."""

_TAIL_CREDIT_BRACKET = re.compile(
    r"([(\[【][^()\[\]【】]{1,30}(?:摄影报道|摄影报导|摄影|摄|供图|提供|制图|绘|资料图片|资料照片|图)[)\]】])$"
)
"""（记者 某某 摄）: the same in brackets."""

_TAIL_SOURCE = re.compile(
    r"^(?:作者|本文|摘自|选自|原载|转载|来源|据|编辑|执笔|整理|记者|通讯员|特约|译自|本报评论员|本报综合|综合|供稿|未完|待续|完|上|中|下)"
)
_TAIL_CLOSE = re.compile(r"[^,。;!?、:]{2,16}(?:(?<![开重])启|[谨敬][上白识志具]|投函|投|来函)$")
"""（某街住户某某启）: a letter's signature, whose last word says so."""

_TAIL_REACH = 80
"""Signatures and jumps stand in the last so many characters."""


def find_cuts(plain: str) -> tuple[Cut, ...]:
    """The pieces of a paragraph in order: leads, the text itself, a signature, a jump; they cover all of it."""
    heads, start = _find_heads(plain)
    tails, end = _find_tails(plain, start)
    middle = (Cut(CutKind.TEXT, start, end),) if plain[start:end].strip() else ()
    return (*heads, *middle, *tails)


def opens_article(cuts: Sequence[Cut]) -> bool:
    """Whether a paragraph begins as the first of an article does, or of its second half."""
    for cut in cuts:
        if cut.kind is CutKind.TEXT:
            return False
        if cut.kind in (CutKind.DATELINE, CutKind.BYLINE, CutKind.JUMP_FROM):
            return True
    return False


def _find_heads(plain: str) -> tuple[tuple[Cut, ...], int]:
    cuts: list[Cut] = []
    at = 0
    if (match := patterns.JUMP_FROM.match(plain)) and match.end() < len(plain):
        cuts.append(Cut(CutKind.JUMP_FROM, 0, match.end()))
        at = match.end()
    seen: set[CutKind] = set()
    while True:
        cut = _find_head(plain, at)
        if cut is None or cut[-1].kind in seen or cut[0].kind in seen:
            return tuple(cuts), at
        seen.update(piece.kind for piece in cut if piece.kind is not CutKind.BRACKET)
        cuts.extend(cut)
        at = cut[-1].end


def _find_head(plain: str, at: int) -> tuple[Cut, ...] | None:
    if match := patterns.DATELINE.match(plain, at):
        return (Cut(CutKind.DATELINE, at, match.end()),)
    if match := patterns.BRACKET_DATELINE.match(plain, at):
        return (Cut(CutKind.DATELINE, at, match.end()),)
    if (match := _BRACKETED.match(plain, at)) and parse_byline(match.group(2)) is not None:
        if at and match.group(1) == "(":
            return (
                Cut(CutKind.BRACKET, match.start(1), match.end(1)),
                Cut(CutKind.BYLINE, match.start(2), match.end(2)),
                Cut(CutKind.BRACKET, match.start(3), match.end(3)),
            )
        return (Cut(CutKind.BYLINE, match.start(1), match.end(3)),)
    if at and (match := _CHAINED.match(plain, at)) and parse_byline(match.group(1)) is not None:
        return (Cut(CutKind.BYLINE, at, match.end()),)
    return None


def _find_tails(plain: str, start: int) -> tuple[tuple[Cut, ...], int]:
    start = max(start, len(plain) - _TAIL_REACH)
    cuts: list[Cut] = []
    end = len(plain)
    if (match := patterns.JUMP_TO.search(plain, start)) and match.group().strip()[:1] in "([【▶▼→►>":
        cuts.insert(0, Cut(CutKind.JUMP_TO, match.start(), end))
        end = match.start()
    text = plain[:end]
    if (match := _TAIL_CREDIT.search(text, start)) or (match := _TAIL_CREDIT_BRACKET.search(text, start)):
        cuts.insert(0, Cut(CutKind.CREDIT, match.start(1), end))
        end = match.start(1)
    elif (match := _TAIL.search(text, start)) and match.start() and patterns.TAIL_DATELINE.fullmatch(match.group(2)):
        cuts.insert(0, Cut(CutKind.DATELINE, match.start(), end))
        end = match.start()
    elif (match := _TAIL.search(text, start)) and _is_signature(text, match.start(), match.group(2)):
        cuts.insert(0, Cut(CutKind.BYLINE, match.start(), end))
        end = match.start()
    elif (match := _TAIL_PLAIN.search(text, start)) and parse_names(match.group(1)):
        cuts.insert(0, Cut(CutKind.BYLINE, match.start(1), end))
        cuts.insert(0, Cut(CutKind.BRACKET, match.start(), match.start(1)))
        end = match.start()
    return tuple(cuts), end


def _is_signature(text: str, start: int, inside: str) -> bool:
    before = text[:start].rstrip()
    if not before:
        # 【短评】 alone on its line names a column; （作者系…） tells who wrote.
        return parse_byline(inside) is not None or inside.startswith(("作者", "本文作者"))
    if before[-1] not in "。?!…”’、,":
        return False
    if patterns.COLUMN_NAME.fullmatch(inside) or patterns.BOX_HEADING.fullmatch(inside):
        return False
    signed = is_pen_name(inside) or parse_byline(inside)
    return bool(signed or _TAIL_SOURCE.match(inside) or _TAIL_CLOSE.fullmatch(inside))


def is_signed(cuts: Sequence[Cut]) -> bool:
    """Whether the paragraph ends with a signature, or with where it was sent from: the article ends there."""
    text_seen = False
    for cut in cuts:
        if cut.kind is CutKind.TEXT:
            text_seen = True
        elif cut.kind in (CutKind.BYLINE, CutKind.DATELINE) and text_seen:
            return True
    return False
