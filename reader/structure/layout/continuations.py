"""Stories that simply go on at the top of the next page, without a jump line or a heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from reader.languages import sentence
from reader.model import Article, Note, Part, PartKind
from reader.structure import patterns
from reader.structure.articles import Structure
from reader.structure.layout.joining import is_word_break
from reader.structure.lines import plainly

_SAME_SIZE: Final = 0.08
"""Sizes of a story's two halves differ by less."""

CONTINUED: Final = ("continuation-uncertain", sentence("taken to go on from the page before"))


@dataclass(frozen=True, slots=True)
class Flow:
    """How the text of a page begins and ends."""

    last: str | None = None
    """Id of the article whose text stands last."""
    open_end: bool = False
    """Its last line ends in mid-sentence."""
    full_line: bool = False
    """Its last line is full."""
    full_column: bool = False
    """It reaches the page's foot."""
    first: str | None = None
    """Id of the article whose text stands first, where it has no heading and no dateline."""
    size: float = 1.0


def join_continuations(found: Sequence[Structure], flows: Sequence[Flow | None]) -> list[Structure]:
    """The pages' structures, with text that goes on from the page before put to its article.

    Args:
        found: One a page.
        flows: How the text of each begins and ends; None for a page read by its words.
    """
    structures = list(found)
    # Where the article that a page ends with is kept, if not on that page.
    moved: dict[tuple[int, str], tuple[int, str]] = {}
    for at in range(1, len(structures)):
        before, after = flows[at - 1], flows[at]
        if before is None or after is None or not _goes_on(before, after):
            continue
        assert before.last is not None and after.first is not None
        home, name = moved.get((at - 1, before.last), (at - 1, before.last))
        second = next(article for article in structures[at].articles if article.id == after.first)
        moved[at, second.id] = home, name
        rest = tuple(article for article in structures[at].articles if article is not second)
        structures[at] = replace(structures[at], articles=rest)
        joined = tuple(
            _join(article, second, whole=not before.open_end or not before.full_line) if article.id == name else article
            for article in structures[home].articles
        )
        notes = structures[home].notes
        if not before.open_end:
            notes = (*notes, Note(*CONTINUED, second.page, name))
        structures[home] = replace(structures[home], articles=joined, notes=notes)
    return structures


def _goes_on(before: Flow, after: Flow) -> bool:
    if before.last is None or after.first is None:
        return False
    if abs(before.size - after.size) > _SAME_SIZE * max(before.size, after.size):
        return False
    return before.open_end or before.full_column


def _join(article: Article, second: Article, *, whole: bool) -> Article:
    """One article; a sentence that the page's end broke is whole again, unless its paragraph was `whole`."""
    parts, rest = list(article.parts), list(second.parts)
    if not whole and parts[-1].kind is PartKind.PARAGRAPH and rest[0].kind is PartKind.PARAGRAPH:
        last, first = parts.pop(), rest.pop(0)
        space = " " if is_word_break(last.text, first.text) else ""
        parts.append(Part(last.kind, last.text + space + first.text, last.page, last.spans + first.spans))
    authors = tuple(dict.fromkeys(article.authors + second.authors))
    return replace(article, parts=(*parts, *rest), authors=authors, jump=article.jump or second.jump)


def is_open(text: str) -> bool:
    """Whether a text ends in mid-sentence."""
    plain = plainly(text.rstrip())
    return bool(plain) and not (patterns.STOP.search(plain) or plain[-1] in ".!?")
