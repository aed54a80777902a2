"""The text of an article as it is searched, and the way back from it to the article's parts."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.search.hits import Hit, Span
from reader.search.query import IGNORED

BORDER = "\x1e"
"""Stands between parts that do not read on, so that no match reaches from one to the next.

It counts as white space, and so is in no needle and in no text that was squeezed.
"""


_ASCENDING = array("I", range(4096))
"""Offsets of a text without white space; longer ones are counted anew."""


_Stretch = tuple[int, int]
"""Where a stretch of text begins and ends."""


@dataclass(frozen=True, slots=True)
class SearchText:
    """The text of one article: folded, without white space, its parts in one string."""

    article: str
    text: str
    parts: array[int]
    """For each character of `text`, the index of its part."""
    offsets: array[int]
    """For each character of `text`, its offset in `Part.text`."""
    bounds: tuple[tuple[int, int, bool], ...]
    """Where each part begins and ends in `text`, and whether it is unbroken by white space: there one shift gives all
    offsets."""
    groups: tuple[_Stretch, ...]
    """The stretches of `text` that are read as one, of one part or of several; no match reaches over their ends."""

    def find_all(self, needle: str) -> list[_Stretch]:
        """The places of a text, from the left, none overlapping another."""
        find, length = self.text.find, len(needle)
        found = []
        at = find(needle)
        while at >= 0:
            end = at + length
            found.append((at, end))
            at = find(needle, end)
        return found

    def find_hits(self, needle: str, hits: list[Hit]) -> None:
        """Add a hit for each place of a text to `hits`, as `find_all` and `make_hit` would.

        A common character has thousands at each keystroke, and a call for each of them would be half the time.
        """
        at, length = self.text.find(needle), len(needle)
        if at < 0:
            return
        find, make, add, hit, article = self.text.find, tuple.__new__, hits.append, Hit, self.article
        parts, offsets, bounds = self.parts, self.offsets, self.bounds
        part, begins, ends, unbroken = 0, 0, 0, True
        while at >= 0:
            end = at + length
            if end > ends:
                part = parts[at]
                begins, ends, unbroken = bounds[part]
            if end > ends:
                add(self.make_hit(at, end))
            elif unbroken:
                add(make(hit, (article, part, at - begins, end - begins, ())))
            else:
                add(make(hit, (article, part, offsets[at], offsets[end - 1] + 1, ())))
            at = find(needle, end)

    def find_parts(self, start: int, end: int) -> range:
        """Indices of the parts that a stretch of `text` stands in; some may be empty."""
        return range(self.parts[start], self.parts[end - 1] + 1)

    def make_hit(self, start: int, end: int) -> Hit:
        """The hit for a stretch of `text` that is not empty."""
        spans = []
        while start < end:
            part = self.parts[start]
            after = bisect_right(self.parts, part, start, end)
            spans.append(Span(part, self.offsets[start], self.offsets[after - 1] + 1))
            start = after
        return Hit(self.article, *spans[0], tuple(spans[1:]))


def make_search_text(
    article: str, texts: Sequence[str], joins: Sequence[bool], fold: Callable[[str], str] | None
) -> SearchText:
    """The text of an article as it is searched.

    Args:
        article: The article's id.
        texts: The texts of its parts.
        joins: For each, whether it reads on from the one before.
        fold: What the texts go through, keeping their length; None leaves the white space in, too.
    """
    pieces, bounds, groups = list[str](), list[tuple[int, int, bool]](), list[_Stretch]()
    parts, offsets = array("I"), array("I")
    begins = 0
    for number, (text, joined) in enumerate(zip(texts, joins, strict=True)):
        if number and not joined:
            groups.append((begins, len(parts)))
            pieces.append(BORDER)
            parts.append(number - 1)
            offsets.append(0)
            begins = len(parts)
        start = len(parts)
        if fold is None:
            offsets.extend(_count(0, len(text)))
        else:
            text = _squeeze(fold(text), offsets)
        pieces.append(text)
        parts.extend(array("I", (number,)) * len(text))
        bounds.append((start, len(parts), not text or offsets[-1] == len(text) - 1))
    groups.append((begins, len(parts)))
    return SearchText(article, "".join(pieces), parts, offsets, tuple(bounds), tuple(groups))


def _squeeze(text: str, offsets: array[int]) -> str:
    """The text without white space; where its characters stood is added to `offsets`."""
    kept, at = [], 0
    for blank in IGNORED.finditer(text):
        kept.append(text[at : blank.start()])
        offsets.extend(_count(at, blank.start()))
        at = blank.end()
    offsets.extend(_count(at, len(text)))
    return "".join([*kept, text[at:]]) if at else text


def _count(start: int, end: int) -> array[int]:
    return _ASCENDING[start:end] if end <= len(_ASCENDING) else array("I", range(start, end))
