"""Words with a few characters wrong, missing or too much, as OCR leaves them.

By the pigeonhole: of a word cut into one piece more than it may have errors, one piece stands in the text as it is. So
plain `str.find` looks for the pieces, and only round them are the rest of the word and the text compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from reader.search.texts import BORDER


class _Distance(Protocol):
    """The Levenshtein distance of two strings; anything above `score_cutoff` for those that are farther apart."""

    def __call__(self, one: str, other: str, /, *, score_cutoff: int) -> int: ...


class Near(NamedTuple):
    """A stretch of a text that is nearly a word."""

    start: int
    end: int
    edits: int
    """Characters wrong, missing or too much: the Levenshtein distance."""


def find_near(text: str, needle: str, edits: int) -> list[Near]:
    """The stretches of a text that differ from a word by so many characters at most.

    Of stretches that overlap the one with fewest edits is taken, then the one that begins and ends as the word does,
    then the nearest in length, then the first. A stretch holds no border between parts.

    Args:
        text: The text, folded as the word is.
        needle: The word; longer than `edits`.
        edits: How many characters may be wrong, missing or too much.

    Returns:
        From the left, none overlapping another.
    """
    # 27 ms to import, for the few who ask for it.
    from rapidfuzz.distance.Levenshtein import distance

    best: dict[tuple[int, int], int] = {}
    for begin, end in cut_word(len(needle), edits + 1):
        for at in _find_overlapping(text, needle[begin:end]):
            _compare_round(text, needle, edits, (begin, end), at, distance, best)
    length, first, last = len(needle), needle[0], needle[-1]
    ordered = sorted(
        (count, (text[start] != first) + (text[end - 1] != last), abs(end - start - length), start, end)
        for (start, end), count in best.items()
    )
    chosen = list[Near]()
    taken = set[int]()
    for count, _, _, start, end in ordered:
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            chosen.append(Near(start, end, count))
    return sorted(chosen)


def cut_word(length: int, count: int) -> Iterator[tuple[int, int]]:
    """Where the pieces of a word begin and end, as equal in length as can be."""
    for piece in range(count):
        yield piece * length // count, (piece + 1) * length // count


def _find_overlapping(text: str, piece: str) -> Iterator[int]:
    at = text.find(piece)
    while at >= 0:
        yield at
        at = text.find(piece, at + 1)


def _compare_round(
    text: str,
    needle: str,
    edits: int,
    piece: tuple[int, int],
    at: int,
    distance: _Distance,
    best: dict[tuple[int, int], int],
) -> None:
    """Add the stretches round one place of a piece."""
    head, tail = needle[: piece[0]], needle[piece[1] :]
    after = at + piece[1] - piece[0]
    ends = _match_tail(text, tail, after, edits, distance)
    if not ends:
        return
    for start, left in _match_head(text, head, at, edits, distance):
        for end, right in ends:
            count = left + right
            if count <= edits and count < best.get((start, end), edits + 1):
                best[start, end] = count


def _match_tail(text: str, tail: str, at: int, edits: int, distance: _Distance) -> list[tuple[int, int]]:
    """Where the rest of a word may end that begins here, and with how many edits."""
    # A longer stretch than the word to its end never has fewer edits, and is never taken.
    if not tail:
        return [(at, 0)]
    length = len(tail)
    # A character more or less changes the distance by one at most: one look tells most places off.
    if distance(tail, text[at : at + length], score_cutoff=2 * edits) > 2 * edits:
        return []
    found = []
    for end in range(max(at, at + length - edits), min(len(text), at + length + edits) + 1):
        stretch = text[at:end]
        count = distance(tail, stretch, score_cutoff=edits)
        if count <= edits and BORDER not in stretch:
            found.append((end, count))
    return found


def _match_head(text: str, head: str, at: int, edits: int, distance: _Distance) -> list[tuple[int, int]]:
    """Where the beginning of a word may begin that ends here, and with how many edits."""
    if not head:
        return [(at, 0)]
    length = len(head)
    if distance(head, text[max(0, at - length) : at], score_cutoff=2 * edits) > 2 * edits:
        return []
    found = []
    for start in range(max(0, at - length - edits), min(at, at - length + edits) + 1):
        stretch = text[start:at]
        count = distance(head, stretch, score_cutoff=edits)
        if count <= edits and BORDER not in stretch:
            found.append((start, count))
    return found
