"""What formats write about how sure text recognition was, as `TextLine.ratings` has it: a byte a character."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import isfinite
from operator import mul
from typing import Final

from reader.model import UNRATED
from reader.sources.positioned import parse_number

NO_RATING: Final = bytes([UNRATED])
"""The rating of one character that was not rated."""


def rate(share: float | None) -> bytes:
    """The rating of one character of a word of which the recognition was so sure, 0 to 1; None for unrated."""
    if share is None or not isfinite(share):
        return NO_RATING
    return bytes([round(100 * min(1.0, max(0.0, share)))])


@lru_cache(maxsize=4096)
def rate_written(share: str | None) -> bytes:
    """The same for a share as it is written."""
    return rate(parse_number(share))


def rate_words(words: Sequence[str], ratings: Sequence[bytes]) -> bytes:
    """The ratings of words with a space between each two, by those of the words; b"" where none of them is rated."""
    if b"".join(ratings).count(NO_RATING) == len(ratings):
        return b""
    return b"".join(map(mul, ratings, [len(word) + 1 for word in words]))[:-1]


def carry_ratings(ratings: bytes, before: str, after: str) -> bytes:
    """The ratings of a line whose text was cleaned: some characters are gone, or composed, or changed one by one.

    Args:
        ratings: Those of its text as it was.
        before: That text.
        after: Its text as it is.
    """
    if not ratings or before == after:
        return ratings
    carried = bytearray()
    at = 0
    for left in range(len(after), 0, -1):
        gone = len(before) - at - left
        found = before.find(after[-left], at, at + gone + 1) if gone > 0 else at
        at = found if found >= 0 else at
        carried.append(ratings[min(at, len(ratings) - 1)])
        at += 1
    return bytes(carried)
