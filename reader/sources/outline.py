"""Articles by headings: what HTML, Markdown and e-books have in common."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from reader.hanzi.numerals import find_date
from reader.model import Article, Author, Furniture, FurnitureKind, Page, Part, PartKind
from reader.sources.told import ToldPage, make_article

LEVELS: Final = 6
"""Levels of headings, as HTML has them."""


_DATE_BEHIND: Final = re.compile(r"[\s(（·,，]*\d{4}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*日?\s*[)）]?\s*$")
"""The day behind a newspaper's name, in a document's first heading."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of some level, 1 the highest."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, a caption, a row of a table, …."""

    kind: PartKind
    text: str


Element = Heading | Text


@dataclass(frozen=True, slots=True)
class Outlined:
    """What headings make of a document."""

    page: Page
    articles: tuple[Article, ...]
    furniture: tuple[Furniture, ...]
    title: str | None
    """The document's own heading, above all articles."""
    date: date | None
    """A date in that heading."""


def find_outline(elements: Sequence[Element], page: ToldPage) -> Outlined:
    """The articles of a document.

    Articles begin at the headings of the level that has most text right below it; higher ones name sections, which
    stand as labels on their first articles, and lower ones are crossheads. A first heading that is higher than all
    articles is the newspaper's name. What stands before the first heading is furniture, unless there is nothing else.

    Args:
        elements: The document, in its order.
        page: The page to write on; an empty one.
    """
    level = find_level(elements)
    furniture: list[Furniture | None] = []
    drafts: list[list[Part | None]] = []
    labels: list[Part | None] = []
    title: str | None = None
    said = ""
    body_of_section = False
    has_headings = any(isinstance(element, Heading) for element in elements)
    for at, element in enumerate(elements):
        if isinstance(element, Text):
            if not drafts and not labels and has_headings:
                furniture.append(page.add_furniture(FurnitureKind.OTHER, element.text))
                continue
            if not drafts or (labels and not body_of_section):
                # Text right below a section's heading is an article of its own.
                drafts.append([_as_headline(part) for part in labels])
                labels, body_of_section = [], True
            drafts[-1].append(page.add_part(element.kind, element.text))
        elif at == 0 and element.level < level:
            title = _DATE_BEHIND.sub("", element.text) or element.text
            said = element.text
            furniture.append(page.add_furniture(FurnitureKind.NAMEPLATE, element.text))
        elif element.level < level:
            page.end_block()
            labels.append(page.add_part(PartKind.LABEL, element.text))
            body_of_section = False
        elif element.level == level:
            page.end_block()
            drafts.append([*labels, page.add_part(PartKind.HEADLINE, element.text)])
            labels = []
        elif drafts:
            drafts[-1].append(page.add_part(PartKind.CROSSHEAD, element.text))
        else:
            drafts.append([*labels, page.add_part(PartKind.HEADLINE, element.text)])
            labels = []
    furniture.extend(
        Furniture(FurnitureKind.OTHER, part.text, part.page, part.spans) for part in labels if part is not None
    )
    articles: list[Article] = []
    for draft in drafts:
        authors = tuple(
            name for part in draft if part and part.kind is PartKind.BYLINE for name in find_names(part.text)
        )
        if article := make_article(len(articles) + 1, draft, authors=authors):
            articles.append(article)
    day = find_date(said)
    return Outlined(page.finish(), tuple(articles), tuple(piece for piece in furniture if piece), title, day)


def find_level(elements: Sequence[Element]) -> int:
    """The level of heading that articles have: the one with most text right below; the higher where two are equal."""
    counts: Counter[int] = Counter()
    for heading, following in pairwise([*elements, None]):
        if isinstance(heading, Heading) and isinstance(following, Text):
            counts[heading.level] += 1
    levels = [element.level for element in elements if isinstance(element, Heading)]
    return max(range(1, LEVELS + 1), key=lambda level: (counts[level], level in levels, -level))


def find_names(text: str) -> tuple[Author, ...]:
    """The people in a byline that a file marks as such: 记者 沈二 陈三."""
    words = [
        word for word in text.replace("、", " ").replace("，", " ").replace(":", " ").replace("：", " ").split() if word
    ]
    roles = ("记者", "記者", "通讯员", "通訊員", "作者", "文", "摄影", "图")
    role: str | None = None
    authors: list[Author] = []
    for word in words:
        if word in roles:
            role = word
        else:
            authors.append(Author(word, role))
    return tuple(authors)


def _as_headline(part: Part | None) -> Part | None:
    return None if part is None else Part(PartKind.HEADLINE, part.text, part.page, part.spans)


def join_texts(texts: Iterable[str]) -> str:
    """Pieces of text on one line, with single spaces."""
    return " ".join(" ".join(texts).split())
