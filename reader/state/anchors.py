"""Finding places and stretches of articles by their words, also in another extraction or after corrections."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from reader.hanzi.fold import fold
from reader.model import Article, Issue
from reader.state.values import Anchor, Found, Point

CONTEXT: Final = 16
"""Characters on either side of a place: about a column's line, as corrections have it."""
KEY: Final = 24
"""Characters of a headline, and of the body's opening, that an article is known by."""
FEWEST: Final = 8
"""Characters below which words found in another article, or on one side only, mean nothing: 本报讯 is everywhere."""

LEAST_LIKENESS: Final = 0.75
"""Least ratio of equal characters: a wrong one in four; two lines of Chinese that differ share less than half."""
LEAST_LEAD: Final = 0.1
"""How much more alike the likest place must be than one that is preferred for standing nearer, or than any other."""
GRAM: Final = 3
"""Characters that a place that is nearly the same must share somewhere: of eight of them, two may be wrong."""
MOST_TRIED: Final = 8
"""Places that are compared closely; those that share the most go first."""


@dataclass(frozen=True, slots=True)
class _Running:
    """An article's text as it is compared: all parts in one, folded, without white space."""

    article: Article
    text: str
    starts: tuple[int, ...]
    """Index into the text at which each part begins."""

    def locate(self, part: int, offset: int) -> int:
        """Index of a place, or of the one nearest to it in this article."""
        if part >= len(self.starts):
            return len(self.text)
        return self.starts[part] + len("".join(self.article.parts[part].text[:offset].split()))

    def look_around(self, part: int, offset: int) -> Point:
        """The point at a place."""
        at = self.locate(part, offset)
        return Point(part, offset, self.text[max(0, at - CONTEXT) : at], self.text[at : at + CONTEXT])

    def has(self, point: Point) -> bool:
        """Whether the point is just where it was."""
        parts = self.article.parts
        return (
            point.part < len(parts)
            and point.offset <= len(parts[point.part].text)
            and self.look_around(point.part, point.offset) == point
        )

    def to_start(self, at: int) -> tuple[int, int]:
        """Part and offset of the character of that index; past the last one, the end of the text."""
        if at >= len(self.text):
            return self.to_end(at)
        part = bisect_right(self.starts, at) - 1
        return part, self._offset(part, at)

    def to_end(self, at: int) -> tuple[int, int]:
        """Part and offset behind the character before that index."""
        if at <= 0 or not self.text:
            return 0, 0
        part = bisect_right(self.starts, at - 1) - 1
        return part, self._offset(part, at - 1) + 1

    def _offset(self, part: int, at: int) -> int:
        printed = (offset for offset, ch in enumerate(self.article.parts[part].text) if not ch.isspace())
        return next(offset for count, offset in enumerate(printed) if count == at - self.starts[part])


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place in an article's running text."""

    index: int
    exact: bool


_Search = Callable[[str, Point, int | None], "_Spot | None"]
"""Text, point and the index near which it should be (None where it must be the only one) → where it is."""


class TextFinder:
    """Makes anchors in an issue and finds those of the same issue as it was before; folds an article when asked."""

    def __init__(self, issue: Issue) -> None:
        self.issue = issue
        self.keys = make_keys(issue)
        """The key of each article."""
        self._indexes = {key: index for index, key in enumerate(self.keys)}
        self._by_headline: defaultdict[str, list[int]] = defaultdict(list)
        self._by_opening: defaultdict[str, list[int]] = defaultdict(list)
        for index, key in enumerate(self.keys):
            headline, opening, *_ = key.split("\n")
            self._by_headline[headline].append(index)
            self._by_opening[opening].append(index)
        self._running: dict[int, _Running] = {}

    def make_anchor(self, article: int, start: tuple[int, int], end: tuple[int, int] | None = None) -> Anchor:
        """The anchor of a place, or of a stretch; `resolve` finds it.

        Args:
            article: Index of the article.
            start: Part and offset.
            end: Part and offset behind the last character of a stretch; None for a place.
        """
        running = self._read(article)
        first = running.look_around(*start)
        if end is None:
            return Anchor(self.keys[article], first)
        length = running.locate(*end) - running.locate(*start)
        return Anchor(self.keys[article], first, running.look_around(*end), max(0, length))

    def resolve(self, anchor: Anchor) -> Found | None:
        """Where an anchor's words stand now; None where they are gone, or could as well be in several articles.

        The very words come first, in the article of the same key and then in the others; then the words of one side,
        then words that are nearly the same. Of several in one article the nearest to where it was counts.
        """
        home = self.find_article(anchor.article)
        if home is not None and (found := self._take_place(home, anchor)):
            return found
        for search in (_find_whole, _find_half, _find_alike):
            if home is not None and (found := self._find_in(home, anchor, search, at_home=True)):
                return found
            others = [
                found
                for index in range(len(self.keys))
                if index != home and (found := self._find_in(index, anchor, search, at_home=False))
            ]
            if len(others) == 1:
                return others[0]
        return None

    def find_article(self, key: str) -> int | None:
        """Index of the article with that key, or else the only one with its opening, or with its headline."""
        if key in self._indexes:
            return self._indexes[key]
        headline, opening, *_ = key.split("\n")
        for words, indexes in ((opening, self._by_opening), (headline, self._by_headline)):
            alike = indexes.get(words, [])
            if len(words) >= GRAM and len(alike) == 1:
                return alike[0]
        return None

    def _read(self, index: int) -> _Running:
        if index not in self._running:
            article = self.issue.articles[index]
            texts = [_compact(part.text) for part in article.parts]
            starts = tuple(accumulate(map(len, texts), initial=0))[:-1]
            self._running[index] = _Running(article, "".join(texts), starts)
        return self._running[index]

    def _take_place(self, index: int, anchor: Anchor) -> Found | None:
        """Just where it was, if it is there."""
        running = self._read(index)
        start, end = anchor.start, anchor.end or anchor.start
        if not running.has(start) or not running.has(end):
            return None
        if running.locate(end.part, end.offset) - running.locate(start.part, start.offset) != anchor.length:
            return None
        return Found(index, start.part, start.offset, end.part, end.offset)

    def _find_in(self, index: int, anchor: Anchor, search: _Search, *, at_home: bool) -> Found | None:
        running = self._read(index)
        start = _seek(running, anchor.start, search, at_home)
        if anchor.end is None:
            return None if start is None else Found(index, *(running.to_start(start.index) * 2), exact=start.exact)
        end = _seek(running, anchor.end, search, at_home) if start is None else None
        # One end is where the other says, or near there; that needs no words so sure.
        text, length, room = running.text, anchor.length, 2 * anchor.length + CONTEXT
        if start is not None:
            end = _find_near(text, anchor.end, start.index + length, range(start.index, start.index + room))
        elif end is not None:
            start = _find_near(text, anchor.start, end.index - length, range(end.index - room, end.index + 1))
        if start is None or end is None or start.index >= end.index:
            return None
        exact = start.exact and end.exact and end.index - start.index == anchor.length
        return Found(index, *running.to_start(start.index), *running.to_end(end.index), exact=exact)


def make_keys(issue: Issue) -> tuple[str, ...]:
    """What each article of an issue is known by: words of its headline and of its body's opening, and a number.

    The number tells the second and further articles of the same words from the first.
    """
    seen: Counter[str] = Counter()
    keys = []
    for article in issue.articles:
        key = f"{_compact(article.title[: KEY * 2])[:KEY]}\n{_take_opening(article)}"
        seen[key] += 1
        keys.append(key if seen[key] == 1 else f"{key}\n{seen[key]}")
    return tuple(keys)


def _take_opening(article: Article) -> str:
    opening = ""
    for part in article.body:
        opening += _compact(part.text[: KEY * 2])
        if len(opening) >= KEY:
            break
    return opening[:KEY]


def _seek(running: _Running, point: Point, search: _Search, at_home: bool) -> _Spot | None:
    near = running.locate(point.part, point.offset) if at_home else None
    return search(running.text, point, near)


def _find_whole(text: str, point: Point, near: int | None) -> _Spot | None:
    """Where the words of both sides stand."""
    words = point.before + point.after
    if not words or (near is None and len(words) < FEWEST):
        return None
    return _choose([at + len(point.before) for at in _find_all(text, words)], near, exact=True)


def _find_half(text: str, point: Point, near: int | None) -> _Spot | None:
    """Where the words of one side stand: those after it, else those before it."""
    if len(point.after) >= FEWEST and (spot := _choose(list(_find_all(text, point.after)), near, exact=False)):
        return spot
    if len(point.before) < FEWEST:
        return None
    return _choose([at + len(point.before) for at in _find_all(text, point.before)], near, exact=False)


def _find_alike(text: str, point: Point, near: int | None) -> _Spot | None:
    """Where nearly the same words stand."""
    words = point.before + point.after
    if len(words) < FEWEST:
        return None
    votes: Counter[int] = Counter()
    for at in range(len(words) - GRAM + 1):
        votes.update(max(0, found - at) for found in _find_all(text, words[at : at + GRAM]))
    scored = sorted((_score(text, start, words, len(point.before)) for start, _ in votes.most_common(MOST_TRIED)))
    if not scored or scored[-1][0] < LEAST_LIKENESS:
        return None
    best, likest = scored[-1]
    close = [index for score, index in scored if score >= LEAST_LIKENESS and score > best - LEAST_LEAD]
    if near is not None:
        rivals = [index for index in close if abs(index - likest) > CONTEXT]
        nearest = min([likest, *rivals], key=lambda index: abs(index - near))
        return _Spot(nearest, exact=False)
    # What overlaps the likest is the same place, seen with a character more or less.
    return _Spot(likest, exact=False) if all(abs(index - likest) <= CONTEXT for index in close) else None


def _score(text: str, start: int, words: str, at: int) -> tuple[float, int]:
    """How alike the text from there is to the words, and the index in the text of what is at `at` in the words."""
    # Most anchors are found by their very words.
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, text[start : start + len(words)], words, autojunk=False)
    index = start
    for block in matcher.get_matching_blocks():
        if block.size and block.b <= at:
            index = start + block.a + min(at - block.b, block.size)
    return matcher.ratio(), index


def _find_near(text: str, point: Point, near: int, within: range) -> _Spot:
    """Where an end of a stretch is, the other one being known: where its words stand within a range, else just there.

    Both may come to the same place: then the words of the stretch are gone.
    """
    for search in (_find_whole, _find_half, _find_alike):
        spot = search(text, point, near)
        if spot is not None and spot.index in within:
            return spot
    return _Spot(min(max(0, near), len(text)), exact=False)


def _choose(found: list[int], near: int | None, *, exact: bool) -> _Spot | None:
    """The nearest, or the only one."""
    if not found or (near is None and len(found) > 1):
        return None
    return _Spot(found[0] if near is None else min(found, key=lambda at: abs(at - near)), exact)


def _find_all(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _compact(text: str) -> str:
    """Folded, without white space, and such that it can be written as UTF-8."""
    return fold("".join(text.split())).encode("utf-8", "replace").decode("utf-8")
