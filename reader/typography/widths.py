"""How many cells a text takes."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import Final

from reader.typography.classes import BLANK, DIGIT, HAN, JOINER, LETTER, MARK, WIDE_DIGIT, classify

Width = Callable[[str], int]
"""Cells that one character takes."""

_EMOJI_STYLE: Final = "\ufe0f"
_UNSEEN: Final = frozenset({"Mn", "Me", "Cf", "Cc"})
_SKIN_TONES: Final = frozenset("🏻🏼🏽🏾🏿")
_MARKS: Final = MARK + JOINER
_JOINABLE: Final = HAN + LETTER + DIGIT
_JOINING: Final = _JOINABLE + WIDE_DIGIT


def char_width(character: str) -> int:
    """Cells of one character by the Unicode tables: 0 for marks, 2 for wide and full-width (UAX #11), else 1.

    The app passes the width that its compositor uses instead, so that no row is ever cut.
    """
    if unicodedata.category(character) in _UNSEEN or character in _SKIN_TONES:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def text_width(text: str, width: Width = char_width) -> int:
    """Cells of a text on one line, as `reflow` counts them: what is joined to an emoji takes no room of its own."""
    return sum_widths(text, classify(text), width)[-1]


def sum_widths(text: str, classes: str, width: Width) -> list[int]:
    """Cells of text[:i] for every i from 0 to its length; never falling."""
    cells: Iterable[int] = map(_find_cache(width).__getitem__, text)
    if JOINER in classes or _EMOJI_STYLE in text:
        cells = _join_emoji(text, classes, list(cells))
    return list(accumulate(cells, initial=0))


class _Widths(dict[str, int]):
    """Cells of single characters under one width function, filled on first use."""

    def __init__(self, width: Width) -> None:
        super().__init__()
        self._width = width

    def __missing__(self, character: str) -> int:
        cells = self[character] = self._width(character)
        return cells


_caches: dict[Width, _Widths] = {}
_MOST_CACHES: Final = 8
"""Width functions remembered; a program has one or two, a test may make thousands."""


def _find_cache(width: Width) -> _Widths:
    cache = _caches.get(width)
    if cache is None:
        if len(_caches) >= _MOST_CACHES:
            _caches.clear()
        cache = _caches[width] = _Widths(width)
    return cache


def forget_width(width: Width) -> None:
    """Forget what a width function has answered, after it has changed its mind."""
    _caches.pop(width, None)


def _join_emoji(text: str, classes: str, cells: list[int]) -> list[int]:
    """The widths with what a joiner takes in at 0, and narrow signs that VS16 turns into emoji at 2."""
    base = BLANK
    narrow = False  # whether a VS16 would widen the character before it
    for index, name in enumerate(classes):
        if text[index] == _EMOJI_STYLE and narrow:
            cells[index] = 1
            narrow = False
        elif name in _JOINABLE and base in _JOINING and classes[index - 1] == JOINER:
            cells[index] = 0
        if cells[index]:
            narrow = cells[index] == 1 and text[index] != _EMOJI_STYLE
        if name not in _MARKS:
            base = name
    return cells
