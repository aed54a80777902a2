"""The words of an issue, ready to be searched at every keystroke."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Sequence

from reader.model import Article, Furniture, Issue, Page
from reader.search.fields import FIELD_KINDS, find_pages
from reader.search.fuzzy import find_near
from reader.search.hits import FurnitureHit, Hit
from reader.search.joins import find_joins
from reader.search.patterns import PatternSearch
from reader.search.query import FOLDS, Mode, Query, Word, parse_query, squeeze
from reader.search.sieve import make_sieve
from reader.search.texts import SearchText, make_search_text

_Place = tuple[int, int]
"""A stretch of a `SearchText`."""


class Index:
    """Finds words in the articles of an issue, in headings, bylines and bodies alike.

    Each article is folded at the first search of a mode and kept so; a search after that is one in plain strings.
    """

    def __init__(self, issue: Issue | Iterable[Article], *, once: bool = False) -> None:
        """Folds nothing yet.

        Args:
            issue: What to search; without an issue there are no pages and no furniture to search.
            once: Whether there will be one search only: then articles are sifted as they are, and only those that may
                hold the words are folded.
        """
        self._articles: tuple[Article, ...]
        self._pages: tuple[Page, ...] = ()
        self._furniture: tuple[Furniture, ...] = ()
        if isinstance(issue, Issue):
            self._articles, self._pages, self._furniture = issue.articles, issue.pages, issue.furniture
        else:
            self._articles = tuple(issue)
        self._by_id = {article.id: article for article in self._articles}
        self._texts: dict[Mode, tuple[SearchText, ...]] = {}
        self._once = once

    def find(self, query: str | Query) -> tuple[Hit, ...]:
        """All places where the words stand, in reading order, none overlapping another; () for an empty query.

        A string is a query in the mode FOLDED. A hit's text, folded as the query's mode folds, reads as one of the
        words but for white space, and is as near to it as the word may be in the mode FUZZY. Where pages are asked for
        and no words, the hits are the first parts of the articles on them, whole.

        Raises:
            QueryError: If the query is a regular expression that takes too long.
        """
        if isinstance(query, str):
            query = parse_query(query)
        if query.is_empty:
            return ()
        articles = self._articles
        if self._once and (may_hold := make_sieve(query)):
            articles = tuple(filter(may_hold, articles))
        # Short words of a fuzzy query are looked for as they are folded.
        plain = self._fold(Mode.FOLDED if query.mode is Mode.FUZZY else query.mode, articles)
        if query.is_plain:
            return _find_plain(query.words[0].needle, plain)
        texts = self._fold(query.mode, articles)
        search = _Search(query, find_pages(self._pages, query.pages) if query.pages else None)
        hits: list[Hit] = []
        for article, text, plain_text in zip(articles, texts, plain, strict=True):
            hits += search.find_in(article, text, plain_text)
        return tuple(hits)

    def find_furniture(self, query: str | Query) -> tuple[FurnitureHit, ...]:
        """All places where the words stand in the issue's furniture, piece by piece; each piece is a text of its own.

        No piece of furniture is a headline or an author, so a word that is looked for there is in none.

        Raises:
            QueryError: As `find`.
        """
        if isinstance(query, str):
            query = parse_query(query)
        if query.is_empty or not query.words:
            return ()
        pages = find_pages(self._pages, query.pages) if query.pages else None
        search = _Search(query, None)
        hits = []
        for number, piece in enumerate(self._furniture):
            if pages is not None and piece.page not in pages:
                continue
            text = _make_text(query.mode, "", (piece.text,), (False,))
            plain = _make_text(Mode.FOLDED, "", (piece.text,), (False,)) if query.mode is Mode.FUZZY else text
            hits += [FurnitureHit(number, hit.start, hit.end) for hit in search.find_in(None, text, plain)]
        return tuple(hits)

    def get_text(self, hit: Hit) -> str:
        """The text that a hit stands on, as it is printed; where print broke it, its pieces put together."""
        parts = self._by_id[hit.article].parts
        return "".join(parts[span.part].text[span.start : span.end] for span in hit.spans)

    def _fold(self, mode: Mode, articles: tuple[Article, ...]) -> tuple[SearchText, ...]:
        """The articles as a mode reads them; kept where they are all."""
        if mode in self._texts:
            return self._texts[mode]
        texts = tuple(
            _make_text(mode, article.id, [part.text for part in article.parts], find_joins(article))
            for article in articles
        )
        if not self._once:
            self._texts[mode] = texts
        return texts


def _make_text(mode: Mode, article: str, texts: Sequence[str], joins: Sequence[bool]) -> SearchText:
    return make_search_text(article, texts, joins, FOLDS.get(mode))


def _find_plain(needle: str, texts: Iterable[SearchText]) -> tuple[Hit, ...]:
    """The hits of one word wherever it stands: what nearly every keystroke asks for."""
    hits: list[Hit] = []
    # Thousands of hits, made in a row and all kept, would start the garbage collector over and over: a fifth of the
    # time, and nothing for it to find.
    collects = gc.isenabled()
    gc.disable()
    try:
        for text in texts:
            text.find_hits(needle, hits)
    finally:
        if collects:
            gc.enable()
    return tuple(hits)


class _Search:
    """One query with conditions, taken through the articles of an issue."""

    def __init__(self, query: Query, pages: frozenset[str] | None) -> None:
        self._query = query
        self._pages = pages
        self._patterns = (
            {word.needle: PatternSearch(word.needle) for word in query.words} if query.mode is Mode.REGEX else {}
        )

    def find_in(self, article: Article | None, text: SearchText, plain: SearchText) -> list[Hit]:
        """The hits in one article; None stands for a piece of furniture, which has no parts of any kind.

        Args:
            article: The article.
            text: Its text, folded as the query's mode folds.
            plain: Its text, folded as the words are that have to be found as they are.
        """
        if not self._query.words:
            return self._find_first(article, plain)
        found = list[_Place]()
        for word in self._query.words:
            places = self._find_word(word, article, text if word.edits else plain, self._pages)
            if not places:
                return []
            found += places
        for word in self._query.excluded:
            if self._find_word(word, article, plain, None):
                return []
        return [text.make_hit(start, end) for start, end in _without_overlaps(found)]

    def _find_first(self, article: Article | None, text: SearchText) -> list[Hit]:
        """The first part of an article on the pages that are asked for, as a hit."""
        if article is None or any(self._find_word(word, article, text, None) for word in self._query.excluded):
            return []
        wanted = _find_wanted(article, None, self._pages)
        for place, part in enumerate(article.parts):
            if wanted[place] and squeeze(part.text):
                return [Hit(article.id, place, 0, len(part.text))]
        return []

    def _find_word(
        self, word: Word, article: Article | None, text: SearchText, pages: frozenset[str] | None
    ) -> list[_Place]:
        """The places of one word, from the left, that stand in a part where it is looked for."""
        accepts = self._make_test(word, article, text, pages)
        if self._patterns:
            places = self._patterns[word.needle].find_in(text)
        elif word.edits:
            places = [near[:2] for near in find_near(text.text, word.needle, word.edits)]
        elif accepts is not None:
            return _find_accepted(text.text, word.needle, accepts)
        else:
            return text.find_all(word.needle)
        return places if accepts is None else [place for place in places if accepts(*place)]

    def _make_test(
        self, word: Word, article: Article | None, text: SearchText, pages: frozenset[str] | None
    ) -> Callable[[int, int], bool] | None:
        """What tells whether a stretch stands where the word is looked for; None where it may stand anywhere."""
        if word.field is None and pages is None:
            return None
        wanted = _find_wanted(article, word, pages) if article else []
        if not any(wanted):
            return lambda start, end: False
        return lambda start, end: any(wanted[part] for part in text.find_parts(start, end))


def _find_wanted(article: Article, word: Word | None, pages: frozenset[str] | None) -> list[bool]:
    """For each part, whether its kind is of the word's field and it stands on one of the pages."""
    kinds = FIELD_KINDS[word.field] if word and word.field else None
    return [
        (kinds is None or part.kind in kinds)
        and (pages is None or part.page in pages or any(span.page in pages for span in part.spans))
        for part in article.parts
    ]


def _find_accepted(text: str, needle: str, accepts: Callable[[int, int], bool]) -> list[_Place]:
    """The places of a needle that pass a test; one that does not may overlap one that does."""
    found, length = list[_Place](), len(needle)
    at = text.find(needle)
    while at >= 0:
        if accepts(at, at + length):
            found.append((at, at + length))
            at = text.find(needle, at + length)
        else:
            at = text.find(needle, at + 1)
    return found


def _without_overlaps(places: list[_Place]) -> list[_Place]:
    """The places in order; of those that overlap the first is taken, of those that begin together the longest."""
    places.sort(key=lambda place: (place[0], -place[1]))
    kept = list[_Place]()
    for place in places:
        if not kept or place[0] >= kept[-1][1]:
            kept.append(place)
    return kept
