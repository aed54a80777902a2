"""The words of an issue, ready to be searched at every keystroke."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reader.model import Article, Issue
from reader.search.hits import Hit
from reader.search.patterns import find_pattern
from reader.search.query import FOLDS, IGNORED, Mode, Query, parse_query

# Stands between the parts of an article, so that no match reaches over from one to the next. It counts as white
# space, and so is in no needle and in no text that was squeezed.
_BORDER = "\x1e"


@dataclass(frozen=True, slots=True)
class _Folded:
    """The text of one article as it is searched: folded, without white space, its parts in one string."""

    article: str
    text: str
    starts: tuple[int, ...]
    """Where each part begins in `text`; last, the length of all."""
    offsets: tuple[array[int] | None, ...]
    """For each part, the offset in `Part.text` of each of its characters; None where they are the same."""


def _fold_article(article: Article, fold: Callable[[str], str]) -> _Folded:
    texts, offsets, starts, at = [], [], [], 0
    for part in article.parts:
        text, places = _squeeze(fold(part.text))
        texts.append(text)
        offsets.append(places)
        starts.append(at)
        at += len(text) + 1
    return _Folded(article.id, _BORDER.join(texts), (*starts, at), tuple(offsets))


def _squeeze(text: str) -> tuple[str, array[int] | None]:
    """The text without white space, and where its characters stood; None where there was none."""
    places = array("I")
    kept, at = [], 0
    for blank in IGNORED.finditer(text):
        kept.append(text[at : blank.start()])
        places.extend(range(at, blank.start()))
        at = blank.end()
    if not at:
        return text, None
    places.extend(range(at, len(text)))
    return "".join([*kept, text[at:]]), places


class Index:
    """Finds words in the articles of an issue, in headings, bylines and bodies alike.

    Each article is folded at the first search of a mode and kept so; a search after that is one in plain strings.
    """

    def __init__(self, issue: Issue | Iterable[Article]) -> None:
        self._articles = issue.articles if isinstance(issue, Issue) else tuple(issue)
        self._folded: dict[Mode, tuple[_Folded, ...]] = {}

    def find(self, query: str | Query) -> tuple[Hit, ...]:
        """All places where the words stand, in reading order, none overlapping another; () for an empty query.

        A string is a query in the mode FOLDED. A hit's text, folded as the query's mode folds, reads as the query but
        for white space.

        Raises:
            QueryError: If the query is a regular expression that cannot be understood, or that takes too long.
        """
        if isinstance(query, str):
            query = parse_query(query)
        if not query.needle:
            return ()
        if query.mode is Mode.REGEX:
            return tuple(find_pattern(self._articles, query.needle))
        hits: list[Hit] = []
        for folded in self._fold(query.mode):
            _find_in(folded, query.needle, hits)
        return tuple(hits)

    def _fold(self, mode: Mode) -> tuple[_Folded, ...]:
        if mode not in self._folded:
            self._folded[mode] = tuple(_fold_article(article, FOLDS[mode]) for article in self._articles)
        return self._folded[mode]


def _find_in(folded: _Folded, needle: str, hits: list[Hit]) -> None:
    """Add the hits in one article."""
    find, article, length = folded.text.find, folded.article, len(needle)
    make, add = tuple.__new__, hits.append
    part, first, last, places = -1, 0, 0, None
    at = find(needle)
    while at >= 0:
        if at >= last:
            while at >= last:
                part += 1
                first, last = folded.starts[part], folded.starts[part + 1]
            places = folded.offsets[part]
        start = at - first
        at += length
        if places is None:
            add(make(Hit, (article, part, start, at - first)))
        else:
            add(make(Hit, (article, part, places[start], places[at - first - 1] + 1)))
        at = find(needle, at)
