"""Where on the paper a word is to stand: 标题: 作者: 版:."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.hanzi.fold import fold
from reader.hanzi.numerals import parse_numeral
from reader.model import Page, PartKind


class Field(StrEnum):
    """A kind of text that a word can be looked for in."""

    HEADLINE = "headline"
    """Kickers, headlines and subheadlines 标题."""
    AUTHOR = "author"
    """Bylines and photo credits 作者."""


FIELD_KINDS: dict[Field, frozenset[PartKind]] = {
    Field.HEADLINE: frozenset({PartKind.KICKER, PartKind.HEADLINE, PartKind.SUBHEADLINE}),
    Field.AUTHOR: frozenset({PartKind.BYLINE, PartKind.CREDIT}),
}
"""The kinds of parts that make up each field."""

FIELD_NAMES: dict[str, Field] = {
    "标题": Field.HEADLINE,
    "headline": Field.HEADLINE,
    "作者": Field.AUTHOR,
    "author": Field.AUTHOR,
}
"""What fields are called in a query, as the search fold has it: 標題 and Headline are the same."""
_PAGE_NAMES = frozenset({"版", "page"})

# A name right before a colon; long enough for every name above.
_PREFIX = re.compile(r"([^\W\d_]{1,8})[:：]")
_LABEL = re.compile(r"([a-z]*)0*(\d+)")
_PAGE_WORDS = re.compile(r"^第(?=.)|(?<=.)版$")


@dataclass(frozen=True, slots=True)
class FieldPrefix:
    """The name of a field before a word."""

    field: Field | None
    """None for the page."""
    end: int
    """The code point after its colon."""

    @property
    def is_page(self) -> bool:
        """Whether it names the page."""
        return self.field is None


def find_field(name: str) -> Field | None:
    """The field of that name, in either script."""
    return FIELD_NAMES.get(fold(name.strip()))


def parse_field(text: str, at: int) -> FieldPrefix | None:
    """The field's name that stands at a place of a query; None where there is none."""
    found = _PREFIX.match(text, at)
    if found is None:
        return None
    name = fold(found[1])
    if name in _PAGE_NAMES:
        return FieldPrefix(None, found.end())
    field = FIELD_NAMES.get(name)
    return None if field is None else FieldPrefix(field, found.end())


@dataclass(frozen=True, slots=True)
class PageWish:
    """Pages that are asked for, or that are not wanted."""

    name: str
    """A label, a number or a section, as typed: A03, 3, 第三版, 要闻."""
    excluded: bool = False


def find_pages(pages: Sequence[Page], wishes: Iterable[PageWish]) -> frozenset[str]:
    """Ids of the pages on which words count: those that a wish names, without those that are not wanted.

    A name is a page's label, whatever zeros it begins with, or a piece of its section's name; a number that is no
    page's label is the page's place in the issue.
    """
    wanted, unwanted = list[frozenset[str]](), frozenset[str]()
    for wish in wishes:
        named = _find_named(pages, wish.name)
        if wish.excluded:
            unwanted |= named
        else:
            wanted.append(named)
    return (frozenset().union(*wanted) if wanted else frozenset(page.id for page in pages)) - unwanted


def _find_named(pages: Sequence[Page], name: str) -> frozenset[str]:
    name = "".join(fold(name).split())
    label = _normalise(name)
    by_label = frozenset(page.id for page in pages if page.label and _normalise(fold(page.label)) == label)
    if by_label:
        return by_label
    if label.isdecimal() and 1 <= int(label) <= len(pages):
        return frozenset({pages[int(label) - 1].id})
    section = _PAGE_WORDS.sub("", name)
    return frozenset(page.id for page in pages if page.section and section in "".join(fold(page.section).split()))


def _normalise(label: str) -> str:
    """A label as labels are compared: 第03版 and 三 are 3, A03 is a3."""
    label = _PAGE_WORDS.sub("", "".join(label.split()))
    number = parse_numeral(label)
    if number is not None:
        return str(number)
    found = _LABEL.fullmatch(label)
    return f"{found[1]}{found[2]}" if found else label
