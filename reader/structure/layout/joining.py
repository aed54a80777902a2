"""One text from printed lines: words divided at line ends are whole again, by the evidence of the page itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from unicodedata import east_asian_width

from reader.hanzi.characters import is_han
from reader.hanzi.joining import clean_spaces
from reader.model import DISPLAY_KINDS, Part, PartKind
from reader.structure.layout.placing import Placed
from reader.structure.lines import Strip

_HYPHENS: Final = "-‐¬⸗"
"""Hyphen-minus, hyphen, the sign that OCR writes for one, and the double oblique hyphen of Fraktur."""

_DIVIDED: Final = re.compile(rf"([^\W\d_]+)[{_HYPHENS}]$")
_WORD_HEAD: Final = re.compile(r"[^\W\d_]+")
_COMPOUND: Final = re.compile(rf"[^\W\d_]+[{_HYPHENS}][^\W\d_]+")
_URL: Final = re.compile(r"(?:https?://|www\.)\S*$")
_URL_HEAD: Final = re.compile(r"[\w./?=&%#:~+-]*[./?=&%#_~0-9][\w./?=&%#:~+-]*|[\w-]+")

_SHORTEST: Final = 2
"""Letters on either side of a hyphen that divides a word."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of Latin script that a page prints whole."""

    whole: frozenset[str]
    compounds: frozenset[str]
    """Those with a hyphen inside a line."""


def find_words(lines: Iterable[Placed]) -> Words:
    """The words and compounds that stand inside the lines of a page."""
    whole: set[str] = set()
    compounds: set[str] = set()
    for line in lines:
        text = line.strip.text
        if text.isascii() or not all(is_han(character) for character in text[:4]):
            whole.update(word.lower() for word in _WORD_HEAD.findall(text))
            compounds.update(word.lower() for word in _COMPOUND.findall(text))
    return Words(frozenset(whole), frozenset(compounds))


def part_hyphens(
    strips: Sequence[Strip], words: Words, hyphens: Mapping[int, int]
) -> tuple[tuple[Strip, ...], tuple[Strip, ...], frozenset[int]]:
    """The lines of a text without the hyphens that only divide words.

    Args:
        strips: The lines.
        words: What the page prints whole.
        hyphens: For line numbers, how many last characters the source marks as a dividing hyphen.

    Returns:
        The lines, the hyphens, and the indices of lines that go on without a space.
    """
    kept: list[Strip] = []
    taken: list[Strip] = []
    glued: set[int] = set()
    for at, strip in enumerate(strips):
        following = strips[at + 1] if at + 1 < len(strips) else None
        length = _find_hyphen(strip, following, words, hyphens.get(strip.line, 0)) if following else None
        if length is not None:
            glued.add(at)
        rest = strip.cut(0, len(strip.text) - length) if length else None
        mark = strip.cut(len(strip.text) - length, len(strip.text)) if length else None
        if rest is not None and mark is not None:
            taken.append(mark)
            kept.append(rest)
        else:
            kept.append(strip)
    return tuple(kept), tuple(taken), frozenset(glued)


def _find_hyphen(strip: Strip, following: Strip, words: Words, marked: int) -> int | None:
    """How many last characters divide a word and go; 0 where the hyphen belongs to the word; None without one."""
    if marked:
        return min(marked, len(strip.text) - 1)
    if _URL.search(strip.text):
        return 0 if strip.text[-1] in _HYPHENS else None
    before = _DIVIDED.search(strip.text)
    if before is None:
        return None
    after = _WORD_HEAD.match(following.text)
    if after is None:
        return 0
    first, second = before[1].lower(), after[0].lower()
    if f"{first}-{second}" in words.compounds:
        return 0
    if first + second in words.whole:
        return 1
    if min(len(first), len(second)) < _SHORTEST or not after[0][0].islower():
        return 0
    return 1


def join_strips(strips: Sequence[Strip], glued: frozenset[int] = frozenset()) -> str:
    """The text of lines that run on: a space between words, nothing beside Han and its marks."""
    pieces: list[str] = []
    for at, strip in enumerate(strips):
        text = strip.text
        if pieces and at - 1 not in glued and is_word_break(pieces[-1], text):
            pieces.append(" ")
        pieces.append(text)
    return "".join(pieces)


def is_word_break(before: str, after: str) -> bool:
    """Whether a space parts the end of one line from the beginning of the next."""
    if _is_wide(before[-1]) or _is_wide(after[0]):
        # “word” on two lines of Latin keeps its space.
        return before[-1] in "”’—…" and before[-2:-1].isascii() and after[0].isascii() and after[0].isalpha()
    if before[-1].isdigit() and after[0].isdigit():
        # Two years beside each other are rarer than a broken number.
        return not any(is_han(character) for character in before + after) and len(before) > 40
    return not ((found := _URL.search(before)) and _URL_HEAD.match(after) and len(found[0]) > 8)


def _is_wide(character: str) -> bool:
    if character.isascii() or "\uac00" <= character <= "\ud7a3":
        return False
    # Quotes and dashes are wide in Chinese; letters such as é are only in old encodings (UAX #11, A).
    return is_han(character) or east_asian_width(character) in "WF" or character in "“”‘’—…·"


def make_text_part(kind: PartKind, strips: Sequence[Strip], glued: frozenset[int] = frozenset()) -> Part:
    """One part from its lines."""
    text = join_strips(strips, glued)
    if any(map(is_han, text)):
        text = clean_spaces(text, heading=kind in DISPLAY_KINDS)
    return Part(kind, text, strips[0].page, tuple(strip.span for strip in strips))
