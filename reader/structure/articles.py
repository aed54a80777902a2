"""The entry to this room: the articles of pages of lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.model import Article, ArticleKind, Furniture, FurnitureKind, Note, Page, Part, PartKind
from reader.structure.account import find_unplaced
from reader.structure.blocks import find_blocks
from reader.structure.building import build_articles, goes_on_with_items
from reader.structure.classes import judge_all
from reader.structure.columns import straighten
from reader.structure.confidence import find_signs, measure_confidence
from reader.structure.elements import Element, find_elements
from reader.structure.genres import Genre, find_genre
from reader.structure.jumps import join_jumps
from reader.structure.lines import Strip, measure
from reader.structure.manner import find_manner
from reader.structure.notes import find_notes, note_not_prose, note_without_body
from reader.structure.parts import make_furniture, make_part
from reader.structure.reading import find_reading
from reader.structure.settings import SETTINGS, Settings
from reader.structure.settle import settle
from reader.structure.units import cut_windows


@dataclass(frozen=True, slots=True)
class Structure:
    """What the lines of some pages mean."""

    articles: tuple[Article, ...]
    """In the newspaper's order, with ids a1, a2, …"""
    furniture: tuple[Furniture, ...]
    notes: tuple[Note, ...]


def find_articles(pages: Sequence[Page]) -> Structure:
    """The articles of an issue: page by page, each in the newspaper's order."""
    if any(line.box is not None for page in pages for line in page.lines):
        # Where the lines say where they stand, place counts more than words do.
        from reader.structure.layout import find_positioned_articles

        return find_positioned_articles(pages)
    return join_pages(pages, [find_page_articles(page) for page in pages])


def join_pages(pages: Sequence[Page], found: Sequence[Structure]) -> Structure:
    """One structure from those of single pages: jumped stories are joined, ids run through the issue."""
    prefixed = [_renumber(structure, f"{at}.") for at, structure in enumerate(found)]
    articles, repeated = join_jumps([article for structure in prefixed for article in structure.articles], pages)
    ids = {article.id: f"a{number}" for number, article in enumerate(articles, 1)}
    furniture = tuple(piece for structure in prefixed for piece in structure.furniture)
    # A note on a second half says nothing once the halves are one article.
    notes = tuple(
        replace(note, article=ids.get(note.article)) if note.article else note
        for structure in prefixed
        for note in structure.notes
        if note.article is None or note.article in ids
    )
    numbered = tuple(replace(article, id=ids[article.id]) for article in articles)
    return Structure(numbered, furniture + repeated, notes)


def _renumber(structure: Structure, prefix: str) -> Structure:
    return replace(
        structure,
        articles=tuple(replace(article, id=prefix + article.id) for article in structure.articles),
        notes=tuple(replace(n, article=prefix + n.article) if n.article else n for n in structure.notes),
    )


def find_page_articles(page: Page, settings: Settings = SETTINGS) -> Structure:
    """The articles of one page; their ids count from a1 on this page."""
    strips = straighten(measure(page), settings)
    judged = find_blocks(judge_all(strips, settings), settings)
    manner = find_manner([piece.strip for piece in judged], settings)
    elements, loose = find_elements(judged, manner, settings)
    elements, plates = settle(elements, settings)
    furniture = [make_furniture(piece.kind, piece.strips) for piece in (*loose, *plates)]
    notes: list[Note] = []
    articles: list[Article] = []
    for window in cut_windows(elements, settings):
        found = _find_window_articles(page, window, settings)
        articles.extend(found.articles)
        furniture.extend(found.furniture)
        notes.extend(found.notes)
    return _finish(page, articles, furniture, notes)


def _find_window_articles(page: Page, elements: Sequence[Element], settings: Settings) -> Structure:
    """The articles of a stretch of a page (a page, unless it is very long), without ids."""
    reading = find_reading(elements, settings)
    if reading is None:
        return Structure((_make_plain_article(page, elements),), (), (note_not_prose(page.id),))
    furniture = [make_furniture(FurnitureKind.OTHER, label.strips) for label in reading.labels]
    notes: list[Note] = []
    for line in reading.rest:
        furniture.append(make_furniture(FurnitureKind.OTHER, line.strips))
        notes.append(note_without_body(page.id, furniture[-1].text))
    places = {id(element): at for at, element in enumerate(elements)}
    drafts: list[tuple[int, Article]] = []
    genre: Genre | None = None
    for body in reading.bodies:
        unit, heading, labels = body.unit, body.heading.lines, body.labels
        going_on = genre if genre is Genre.BRIEFS and goes_on_with_items(unit, heading, settings) else None
        built, marks = build_articles(unit, heading, labels, going_on, settings)
        genre = next((found for line in (*labels, *heading) if (found := find_genre(line.plain))), going_on)
        furniture.extend(marks)
        confidence = measure_confidence(find_signs(unit, body.heading, reading.circumstances), settings)
        place = places[id(heading[0])] if heading else unit.at
        drafts.extend((place, replace(article, confidence=confidence)) for article in built)
    drafts.sort(key=lambda draft: draft[0])
    return Structure(tuple(article for _, article in drafts), tuple(furniture), tuple(notes))


def _make_plain_article(page: Page, elements: Sequence[Element]) -> Article:
    """All lines of a page without prose, as they are."""
    strips: list[Strip] = [strip for element in elements for strip in element.strips]
    parts: tuple[Part, ...] = tuple(make_part(PartKind.TABLE, (strip,)) for strip in strips)
    return Article("", page.id, ArticleKind.OTHER, parts)


def _finish(page: Page, articles: Sequence[Article], furniture: list[Furniture], notes: Sequence[Note]) -> Structure:
    numbered = tuple(replace(article, id=f"a{number}") for number, article in enumerate(articles, 1))
    furniture.extend(find_unplaced(page, numbered, furniture))
    doubts = [note for article in numbered for note in find_notes(article)]
    return Structure(numbered, tuple(furniture), (*notes, *doubts))
