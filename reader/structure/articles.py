"""The entry to this room: the articles of pages of lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.model import (
    Article,
    ArticleKind,
    Furniture,
    Note,
    Page,
    Part,
    PartKind,
)
from reader.structure.account import find_unplaced
from reader.structure.classes import judge_all
from reader.structure.elements import Element, ElementKind, find_elements
from reader.structure.lines import cut_run, measure
from reader.structure.paragraphs import find_manner
from reader.structure.parts import make_furniture, make_part
from reader.structure.patterns import DATELINE


@dataclass(frozen=True, slots=True)
class Structure:
    """What the lines of some pages mean."""

    articles: tuple[Article, ...]
    """In the newspaper's order, with ids a1, a2, …"""
    furniture: tuple[Furniture, ...]
    notes: tuple[Note, ...]


def find_articles(pages: Sequence[Page]) -> Structure:
    """The articles of an issue: page by page, each in the newspaper's order."""
    found = [find_page_articles(page) for page in pages]
    articles = [article for structure in found for article in structure.articles]
    return Structure(
        tuple(replace(article, id=f"a{number}") for number, article in enumerate(articles, 1)),
        tuple(piece for structure in found for piece in structure.furniture),
        tuple(note for structure in found for note in structure.notes),
    )


def find_page_articles(page: Page) -> Structure:
    """The articles of one page; their ids count from a1 on this page."""
    strips = measure(page)
    judged = judge_all(strips)
    manner = find_manner([piece.strip for piece in judged])
    elements, loose = find_elements(judged, manner)
    articles: list[Article] = []
    group: list[Element] = []
    for element in elements:
        heading = element.kind in (ElementKind.DISPLAY, ElementKind.LABEL)
        if heading and any(e.kind is ElementKind.PARAGRAPH for e in group):
            articles.append(_make_article(page, group, len(articles) + 1))
            group = []
        group.append(element)
    if group:
        articles.append(_make_article(page, group, len(articles) + 1))
    furniture = [make_furniture(piece.kind, piece.strips) for piece in loose]
    furniture.extend(find_unplaced(page, articles, furniture))
    return Structure(tuple(articles), tuple(furniture), ())


_PART_KINDS = {
    ElementKind.DISPLAY: PartKind.HEADLINE,
    ElementKind.LABEL: PartKind.LABEL,
    ElementKind.BYLINE: PartKind.BYLINE,
    ElementKind.CREDIT: PartKind.CREDIT,
}


def _make_article(page: Page, elements: list[Element], number: int) -> Article:
    parts: list[Part] = []
    for element in elements:
        if element.kind is ElementKind.PARAGRAPH:
            match = DATELINE.match(element.plain)
            end = match.end() if match else 0
            if end and (lead := cut_run(element.strips, 0, end)):
                parts.append(make_part(PartKind.DATELINE, lead))
            if rest := cut_run(element.strips, end, len(element.text)):
                parts.append(make_part(PartKind.PARAGRAPH, rest))
        else:
            parts.append(make_part(_PART_KINDS[element.kind], element.strips))
    return Article(f"a{number}", page.id, ArticleKind.ARTICLE, tuple(parts))
