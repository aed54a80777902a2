"""Which hits are nearest to what was typed, and what other ways of searching would find."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reader.errors import QueryError
from reader.hanzi.fold import fold, fold_variants
from reader.hanzi.lookalikes import fold_lookalikes
from reader.search.hits import Hit
from reader.search.index import Index
from reader.search.query import Mode, Query, Word, parse_query, squeeze

# What to try where a mode finds nothing, the surest first.
_WIDER: dict[Mode, tuple[Mode, ...]] = {
    Mode.EXACT: (Mode.FOLDED, Mode.VARIANTS, Mode.FUZZY),
    Mode.FOLDED: (Mode.VARIANTS, Mode.FUZZY),
    Mode.VARIANTS: (Mode.FUZZY,),
    Mode.REGEX: (Mode.FOLDED, Mode.VARIANTS, Mode.FUZZY),
    Mode.FUZZY: (Mode.VARIANTS,),
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another mode, and how much the same words find in it."""

    mode: Mode
    count: int
    """Hits; at least one."""


def find_suggestions(index: Index, query: str, mode: Mode) -> tuple[Suggestion, ...]:
    """The other modes in which what was typed finds more than in this one, the surest first; mostly ()."""
    try:
        most = len(index.find(parse_query(query, mode)))
    except QueryError:
        most = 0
    found = []
    for wider in _WIDER[mode]:
        try:
            count = len(index.find(parse_query(query, wider)))
        except QueryError:
            # Fuzzy search is not installed.
            continue
        if count > most:
            found.append(Suggestion(wider, count))
            most = count
    return tuple(found)


def rank_hits(index: Index, query: Query, hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """The hits for a list of results, the nearest to what was typed first.

    First those in the very characters, then other scripts and widths, then rare variants, then those with errors,
    fewest first. Hits of one rank stay in the order given.
    """
    if query.mode in (Mode.EXACT, Mode.REGEX):
        return tuple(hits)
    return tuple(sorted(hits, key=lambda hit: find_rank(query, index.get_text(hit))))


def find_rank(query: Query, text: str) -> tuple[int, int]:
    """How far a hit's text is from the nearest of the words, for comparing with another's."""
    text = squeeze(text)
    return min((_rank(word, text) for word in query.words), default=(0, 0))


def _rank(word: Word, text: str) -> tuple[int, int]:
    if text == word.text:
        return 0, 0
    if fold(text) == fold(word.text):
        return 1, 0
    if not word.edits:
        return (2, 0) if fold_variants(text) == fold_variants(word.text) else (3, 0)
    from rapidfuzz.distance.Levenshtein import distance

    # Characters that look alike make a match less near, but not as much as others do.
    return 3 + distance(fold_lookalikes(text), word.needle), distance(fold(text), fold(word.text))
