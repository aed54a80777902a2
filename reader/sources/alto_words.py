"""Words to lines: where a space stands between the Strings of an ALTO line."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from typing import TYPE_CHECKING, Final

from reader.model import Box
from reader.sources.joining import is_word_break
from reader.sources.positioned import parse_number

if TYPE_CHECKING:
    from lxml.etree import _Element

_FIRST_WIDE: Final = "\u2e80"
"""Words of lines with nothing at or beyond it are parted by spaces: neither Han nor kana stand below."""

_CLOSING: Final = frozenset({*".,;:!?)]»“”", "..."})
_OPENING: Final = frozenset("([«„")
_LONE_MARKS: Final = _CLOSING | _OPENING
"""Marks that some programs write as words of their own."""

_NARROW_SPACE: Final = 0.3
"""A space between Han, or beside a mark, narrower than this share of the line's height is no space."""


def find_gaps(text: str, contents: Sequence[str], strings: Sequence[_Element], line: _Element) -> list[bool] | None:
    """Whether a space stands before each word of a line; None where one stands before every word but the first.

    Args:
        text: The line with a space between all of its words.
        contents: The words.
        strings: Their elements.
        line: The line's element.
    """
    if not text.isascii() and max(text) >= _FIRST_WIDE:
        return _find_gaps_of_han(contents, strings, line)
    if not _LONE_MARKS.isdisjoint(contents) and next(line.iterchildren("{*}SP"), None) is None:
        return _find_gaps_at_marks(contents, strings)
    return None


def _find_gaps_of_han(contents: Sequence[str], strings: Sequence[_Element], line: _Element) -> list[bool]:
    """Whether a space stands before each word of a line that holds Han."""
    spaces: dict[int, _Element] = {}
    places = {string: at for at, string in enumerate(strings)}
    for space in line.iterchildren("{*}SP"):
        if (place := next((places[other] for other in space.itersiblings() if other in places), None)) is not None:
            spaces[place] = space
    gaps = [False]
    for at in range(1, len(contents)):
        gap = is_word_break(contents[at - 1][-1], contents[at][0])
        if not gap and (before := spaces.get(at)) is not None:
            width, height = parse_number(before.get("WIDTH")), parse_number(strings[at].get("HEIGHT"))
            gap = width is None or not height or width >= _NARROW_SPACE * height
        gaps.append(gap)
    return gaps


def _find_gaps_at_marks(contents: Sequence[str], strings: Sequence[_Element]) -> list[bool]:
    """Whether a space stands before each word of a line in whose file marks are words and spaces are not told."""
    return [
        at > 0
        and not ((content in _CLOSING or contents[at - 1] in _OPENING) and _stand_close(strings[at - 1], strings[at]))
        for at, content in enumerate(contents)
    ]


def _stand_close(one: _Element, other: _Element) -> bool:
    """Whether two words are printed without a space between them."""
    left, right = read_box(one), read_box(other)
    if left is None or right is None:
        return False
    return right.hpos - left.hpos - left.width < _NARROW_SPACE * max(left.height, right.height)


def read_box(element: _Element) -> Box | None:
    """Where an element of ALTO stands; None where it does not say."""
    left, top, width, height = element.get("HPOS"), element.get("VPOS"), element.get("WIDTH"), element.get("HEIGHT")
    if left is None or top is None or width is None or height is None:
        return None
    try:
        box = Box(float(left), float(top), max(0.0, float(width)), max(0.0, float(height)))
    except ValueError:
        return None
    return box if isfinite(box.hpos + box.vpos + box.width + box.height) else None
