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
from reader.structure.elements import Element, ElementKind, find_elements
from reader.structure.evidence import Evidence
from reader.structure.genres import Genre, find_genre
from reader.structure.headings import Assigned, assign_headings
from reader.structure.jumps import join_jumps
from reader.structure.lines import Strip, measure
from reader.structure.matching import Matcher
from reader.structure.paragraphs import find_manner
from reader.structure.parts import make_furniture, make_part
from reader.structure.settings import SETTINGS, Settings
from reader.structure.settle import settle
from reader.structure.units import Layout, Unit, Where, cut_windows, find_layout


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
    reading = _find_reading(elements, settings)
    if reading is None:
        return Structure((_make_plain_article(page, elements),), (), (_note(NOT_PROSE, page),))
    layout, matcher, assigned = reading
    units = _join_columns(_move_bylines(layout, assigned), assigned)
    labels, free = _assign_labels(elements, layout, assigned, matcher, settings)
    furniture = [make_furniture(FurnitureKind.OTHER, label.strips) for label in free]
    notes: list[Note] = []
    for line in assigned.rest:
        furniture.append(make_furniture(FurnitureKind.OTHER, line.strips))
        notes.append(_note(HEADLINE_WITHOUT_BODY, page, furniture[-1].text))
    places = {id(element): at for at, element in enumerate(elements)}
    drafts: list[tuple[int, Article]] = []
    genre: Genre | None = None
    for number, unit in enumerate(units):
        if unit is None:
            continue
        heading = assigned.headings[number].lines
        going_on = genre if genre is Genre.BRIEFS and goes_on_with_items(unit, heading, settings) else None
        built, marks = build_articles(unit, heading, labels[number], going_on, settings)
        genre = next((found for line in (*labels[number], *heading) if (found := find_genre(line.plain))), going_on)
        furniture.extend(marks)
        drafts.extend((places[id(heading[0])] if heading else unit.at, article) for article in built)
    drafts.sort(key=lambda draft: draft[0])
    return Structure(tuple(article for _, article in drafts), tuple(furniture), tuple(notes))


def _find_reading(elements: Sequence[Element], settings: Settings) -> tuple[Layout, Matcher, Assigned] | None:
    """The reading of a page whose headings fit their bodies best; None for a page without bodies."""
    evidence = Evidence(elements, settings)
    best: tuple[Layout, Matcher, Assigned] | None = None
    for where in Where:
        if where is Where.APART and best is not None and _is_settled(best[0], best[2], settings):
            continue
        layout = find_layout(evidence, where, settings)
        if not layout.units:
            return None
        matcher = Matcher([unit.plain for unit in layout.units], settings)
        assigned = assign_headings(layout, matcher, settings)
        if best is None or assigned.score > best[2].score:
            best = layout, matcher, assigned
    return best


def _move_bylines(layout: Layout, assigned: Assigned) -> tuple[Unit, ...]:
    """The units, with the byline below several headings at the body of the last of them."""
    units = list(layout.units)
    owners = {id(line): number for number, heading in enumerate(assigned.headings) for line in heading.lines}
    for run in layout.runs:
        owner = owners.get(id(run.lines[-1]))
        if layout.where is not Where.BEFORE or run.after is None or owner is None or owner == run.after:
            continue
        body = units[run.after].body
        count = next((at for at, element in enumerate(body) if element.kind is not ElementKind.BYLINE), 0)
        units[run.after] = replace(units[run.after], body=body[count:])
        units[owner] = replace(units[owner], body=body[:count] + units[owner].body)
    return tuple(units)


def _join_columns(units: Sequence[Unit], assigned: Assigned) -> tuple[Unit | None, ...]:
    """The units with columns joined that only go on from the one before; None in their place."""
    joined: list[Unit | None] = []
    last = 0
    for number, unit in enumerate(units):
        before = joined[last] if joined else None
        if unit.column and not assigned.headings[number].lines and before is not None:
            joined[last] = replace(before, body=before.body + unit.body)
            joined.append(None)
        else:
            last = number
            joined.append(unit)
    return tuple(joined)


def _is_settled(layout: Layout, assigned: Assigned, settings: Settings) -> bool:
    """Whether nearly every body has its heading beside it, so that none can be looked for elsewhere."""
    headless = sum(
        not heading.lines and not unit.is_item and not unit.column
        for unit, heading in zip(layout.units, assigned.headings, strict=True)
    )
    longest = max((len(heading.lines) for heading in assigned.headings), default=0)
    return headless <= settings.headless * len(layout.units) and not assigned.rest and longest <= settings.long_run


NOT_PROSE = ("page-not-prose", "没有成段的正文，按原行显示 · no prose was found here; the lines are shown as printed")
HEADLINE_WITHOUT_BODY = ("headline-without-body", "标题“{}”未找到正文 · no body was found for this heading")


def _note(code: tuple[str, str], page: Page, text: str = "") -> Note:
    return Note(code[0], code[1].format(text), page.id)


def _assign_labels(
    elements: Sequence[Element], layout: Layout, assigned: Assigned, matcher: Matcher, settings: Settings
) -> tuple[list[list[Element]], list[Element]]:
    """Labels of each unit, and those of the page as a whole."""
    labels: list[list[Element]] = [[] for _ in layout.units]
    free: list[Element] = []
    owners = {id(line): number for number, heading in enumerate(assigned.headings) for line in heading.lines}
    for at, label in layout.labels:
        following = elements[at + 1] if at + 1 < len(elements) else None
        owner = owners.get(id(following))
        if owner is None:
            owner = _find_labelled(at, label, layout, matcher, settings)
        (free if owner is None else labels[owner]).append(label)
    return labels, free


def _find_labelled(at: int, label: Element, layout: Layout, matcher: Matcher, settings: Settings) -> int | None:
    for run in layout.runs:
        if run.after is not None and at + 1 == run.at:
            return run.after
    for number, unit in enumerate(layout.units):
        if unit.at == at + 1:
            return number
    scores = matcher.score(label.plain)
    order = sorted(range(len(scores)), key=lambda unit: -scores[unit])
    best = order[0]
    second = scores[order[1]] if len(order) > 1 else 0.0
    clear = scores[best] >= settings.label_score and scores[best] >= settings.label_margin * second
    return best if clear else None


def _make_plain_article(page: Page, elements: Sequence[Element]) -> Article:
    """All lines of a page without prose, as they are."""
    strips: list[Strip] = [strip for element in elements for strip in element.strips]
    parts: tuple[Part, ...] = tuple(make_part(PartKind.TABLE, (strip,)) for strip in strips)
    return Article("", page.id, ArticleKind.OTHER, parts)


def _finish(page: Page, articles: Sequence[Article], furniture: list[Furniture], notes: Sequence[Note]) -> Structure:
    numbered = tuple(replace(article, id=f"a{number}") for number, article in enumerate(articles, 1))
    furniture.extend(find_unplaced(page, numbered, furniture))
    return Structure(numbered, tuple(furniture), tuple(notes))
