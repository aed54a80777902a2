"""Articles from bodies and their headings: every element becomes parts, in reading order."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.model import Article, ArticleKind, Furniture, FurnitureKind, Jump, Part, PartKind
from reader.structure import patterns
from reader.structure.bylines import make_authors, parse_byline, parse_names
from reader.structure.elements import Element, ElementKind
from reader.structure.genres import Genre, find_genre
from reader.structure.leads import Cut, CutKind, find_cuts, opens_article
from reader.structure.lines import Strip, cut_run
from reader.structure.parts import make_furniture, make_part
from reader.structure.settings import SETTINGS, Settings
from reader.structure.units import Unit


@dataclass(slots=True)
class _Draft:
    """An article being written."""

    heading: list[Part] = field(default_factory=list)
    bylines: list[Part] = field(default_factory=list)
    datelines: list[Part] = field(default_factory=list)
    body: list[Part] = field(default_factory=list)
    authors: list[tuple[str | None, str]] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    jump_to: str | None = None
    jump_from: str | None = None


def split_heading(
    lines: Sequence[Element], settings: Settings = SETTINGS, *, main_first: bool = False
) -> tuple[tuple[PartKind, Element], ...]:
    """Kicker, headline and subheadline among the display lines of one article, in order.

    Args:
        lines: the display lines.
        settings: the constants.
        main_first: whether the paper sets its decks below the headline (before 1950), and hardly any kicker above.
    """
    widths = [sum(strip.width for strip in line.strips) for line in lines]
    kinds = _find_heading_kinds([line.plain for line in lines], widths, settings, main_first)
    return tuple(zip(kinds, lines, strict=True))


def _find_heading_kinds(
    plains: Sequence[str], widths: Sequence[float], settings: Settings, main_first: bool
) -> list[PartKind]:
    count = len(plains)
    deck = next((i for i in range(1, count) if patterns.SUBHEAD_CUE.match(plains[i])), count)
    first = 0
    cue = next((i for i in range(deck - 1) if patterns.KICKER_CUE.search(plains[i])), None)
    if cue is not None:
        first = cue + 1
    elif deck > 1 and (deck > 2 or widths[0] >= settings.kicker_wider * widths[1]) and not main_first:
        first = 1
    headline_end = min(deck, first + 1)
    two = deck == count == 2 and cue is None and first == 0 and not main_first
    if two and widths[1] <= settings.deck_wider * widths[0]:
        headline_end = 2
    return [
        PartKind.KICKER if i < first else PartKind.HEADLINE if i < headline_end else PartKind.SUBHEADLINE
        for i in range(count)
    ]


def _is_stopless(plain: str, settings: Settings) -> bool:
    """Whether a text has hardly any full stops, as before 1950."""
    return plain.count("。") * settings.stops_per_mark < sum(map(plain.count, "、,"))


def build_articles(
    unit: Unit,
    heading: Sequence[Element],
    labels: Sequence[Element],
    going_on: Genre | None = None,
    settings: Settings = SETTINGS,
) -> tuple[tuple[Article, ...], tuple[Furniture, ...]]:
    """The articles of a body, without ids, and the marks that were set around bylines; usually one article.

    Args:
        unit: the body.
        heading: its display lines.
        labels: its labels.
        going_on: the genre of the items before it, if this may be another one of them.
        settings: the constants.
    """
    genre = next((found for line in (*labels, *heading) if (found := find_genre(line.plain))), going_on)
    if genre is None and is_list_of_items(unit):
        genre = Genre.NOTICES if patterns.NOTICE_TEXT.search(unit.plain) else Genre.BRIEFS
        labels, heading = [*labels, *heading[:1]], heading[1:]
    elif heading and (found := find_genre(heading[0].plain)) and (len(heading) > 1 or found is Genre.BRIEFS):
        labels, heading = [*labels, heading[0]], heading[1:]
    groups = _split_items(unit, genre)
    if len(groups) == 1:
        article, marks = _build_article(unit, unit.body, heading, labels, genre, settings)
        return ((article,) if article else ()), marks
    articles: list[Article] = []
    furniture: list[Furniture] = []
    # The heading over all items stands as a label on the first; a title of its own below it heads that item.
    over = [line for line in heading if find_genre(line.plain)]
    own = [line for line in heading if line not in over]
    for number, group in enumerate(groups):
        titles = [element for element in group if element.kind is ElementKind.DISPLAY]
        body = [element for element in group if element.kind is not ElementKind.DISPLAY]
        tops = [*labels, *over] if number == 0 else []
        article, marks = _build_article(unit, body, [*(own if number == 0 else []), *titles], tops, genre, settings)
        furniture.extend(marks)
        if article:
            articles.append(article)
    return tuple(articles), tuple(furniture)


def goes_on_with_items(unit: Unit, heading: Sequence[Element], settings: Settings = SETTINGS) -> bool:
    """Whether a body with a title of its own may be one more item under the heading of those before it."""
    if any(line.item for line in heading):
        return True
    paragraphs = [element for element in unit.body if element.kind is ElementKind.PARAGRAPH]
    return (
        len(paragraphs) == 1
        and len(unit.body) == 1
        and not (unit.marked and heading)
        and not unit.photo
        and len(heading) <= 2
        and len(paragraphs[0].text) <= settings.item_characters
    )


def is_list_of_items(unit: Unit) -> bool:
    """Whether a body is marked paragraphs, two at least, and hardly any others that one of these goes on in."""
    marked = sum(1 for element in unit.body if element.item)
    paragraphs = all(element.kind is ElementKind.PARAGRAPH for element in unit.body)
    return paragraphs and unit.body[0].item and marked > 1 and 3 * marked >= 2 * len(unit.body)


def _split_items(unit: Unit, genre: Genre | None) -> list[list[Element]]:
    """The items of a body under a heading that promises several: each with its title, if it has one."""
    body = list(unit.body)
    if is_list_of_items(unit):
        marks = [at for at, element in enumerate(body) if element.item]
        return [body[low:high] for low, high in itertools.pairwise((*marks, len(body)))]
    if genre is None or genre is Genre.TABLE or not any(e.kind is ElementKind.PARAGRAPH for e in body):
        return [body]
    marked = [at for at, element in enumerate(body) if element.item or element.kind is ElementKind.DISPLAY]
    dispatches = [
        at
        for at, element in enumerate(body)
        if element.kind is ElementKind.PARAGRAPH and opens_article(find_cuts(element.plain))
    ]
    starts = marked or dispatches
    if not starts and genre is Genre.BRIEFS:
        starts = [at for at, element in enumerate(body) if element.kind is ElementKind.PARAGRAPH]
    # A title and the marked text below it are one item.
    starts = [at for at in starts if at == 0 or body[at - 1].kind is not ElementKind.DISPLAY]
    bounds = sorted({0, *starts, len(body)})
    return [body[low:high] for low, high in itertools.pairwise(bounds)] or [body]


def _build_article(
    unit: Unit,
    body: Sequence[Element],
    heading: Sequence[Element],
    labels: Sequence[Element],
    genre: Genre | None,
    settings: Settings,
) -> tuple[Article | None, tuple[Furniture, ...]]:
    draft = _Draft()
    draft.heading.extend(make_part(PartKind.LABEL, label.strips) for label in labels)
    display = [line for line in heading if line.kind is not ElementKind.BYLINE]
    draft.heading.extend(
        make_part(kind, line.strips)
        for kind, line in split_heading(display, settings, main_first=_is_stopless(unit.plain, settings))
    )
    for line in heading:
        if line.kind is ElementKind.BYLINE:
            _add_byline(draft, line.strips)
    for element in body:
        _add_element(draft, unit, element)
    parts = (*draft.heading, *draft.bylines, *draft.datelines, *draft.body)
    if not parts:
        return None, tuple(draft.furniture)
    jump = Jump(draft.jump_to, draft.jump_from) if draft.jump_to or draft.jump_from else None
    article = Article("", parts[0].page, _find_kind(unit, genre), parts, make_authors(tuple(draft.authors)), jump)
    return article, tuple(draft.furniture)


def _find_kind(unit: Unit, genre: Genre | None) -> ArticleKind:
    if unit.photo or unit.advert:
        return ArticleKind.PHOTO if unit.photo else ArticleKind.ADVERTISEMENT
    if unit.is_all(ElementKind.TABLE):
        return ArticleKind.TABLE
    if unit.is_all(ElementKind.VERSE):
        return ArticleKind.VERSE
    if genre is Genre.NOTICES:
        return ArticleKind.NOTICE
    return ArticleKind.BRIEF if genre is Genre.BRIEFS else ArticleKind.ARTICLE


_PART_KINDS = {ElementKind.TABLE: PartKind.TABLE, ElementKind.VERSE: PartKind.VERSE}


def _add_element(draft: _Draft, unit: Unit, element: Element) -> None:
    if element.kind is ElementKind.PARAGRAPH:
        for cut in find_cuts(element.plain):
            if strips := cut_run(element.strips, cut.start, cut.end):
                _add_cut(draft, unit, cut, strips)
    elif element.kind is ElementKind.BYLINE:
        _add_byline(draft, element.strips)
    elif element.kind is ElementKind.JUMP:
        kind = CutKind.JUMP_FROM if patterns.JUMP_FROM.match(element.plain) else CutKind.JUMP_TO
        _add_jump(draft, kind, element.strips)
    elif element.kind in _PART_KINDS:
        draft.body.append(make_part(_PART_KINDS[element.kind], element.strips))
    elif element.kind is ElementKind.CREDIT:
        draft.body.append(make_part(PartKind.CREDIT, element.strips))
    else:
        draft.body.append(make_part(PartKind.CROSSHEAD, element.strips))


def _add_cut(draft: _Draft, unit: Unit, cut: Cut, strips: tuple[Strip, ...]) -> None:
    if cut.kind is CutKind.TEXT:
        draft.body.append(make_part(_find_text_kind(unit, strips[0].plain), strips))
    elif cut.kind is CutKind.BYLINE:
        _add_byline(draft, strips)
    elif cut.kind is CutKind.CREDIT:
        draft.body.append(make_part(PartKind.CREDIT, strips))
    elif cut.kind is CutKind.DATELINE:
        _add_dateline(draft, strips)
    elif cut.kind is CutKind.BRACKET:
        draft.furniture.append(make_furniture(FurnitureKind.OTHER, strips))
    else:
        _add_jump(draft, cut.kind, strips)


def _find_text_kind(unit: Unit, plain: str) -> PartKind:
    if unit.photo:
        return PartKind.CAPTION
    if patterns.CAPTION.match(plain):
        return PartKind.CAPTION
    return PartKind.NOTE if patterns.EDITOR_NOTE.match(plain) else PartKind.PARAGRAPH


def _add_jump(draft: _Draft, kind: CutKind, strips: tuple[Strip, ...]) -> None:
    furniture = make_furniture(FurnitureKind.JUMP, strips)
    draft.furniture.append(furniture)
    if kind is CutKind.JUMP_TO:
        draft.jump_to = furniture.text
    else:
        draft.jump_from = furniture.text


def _add_byline(draft: _Draft, strips: tuple[Strip, ...]) -> None:
    part = make_part(PartKind.BYLINE, strips)
    # At the head it belongs to the heading; a signature stays where it is printed.
    (draft.body if draft.body else draft.bylines).append(part)
    draft.authors.extend(read_authors(strips))


def _add_dateline(draft: _Draft, strips: tuple[Strip, ...]) -> None:
    part = make_part(PartKind.DATELINE, strips)
    (draft.body if draft.body else draft.datelines).append(part)


def read_authors(strips: Sequence[Strip]) -> tuple[tuple[str | None, str], ...]:
    """Roles and names in a byline, in the source's characters."""
    text = "".join(strip.text for strip in strips)
    plain = "".join(strip.plain for strip in strips)
    inner = plain.strip("([【)]】 ")
    pairs = parse_byline(inner) or parse_names(inner) or ()
    return tuple(
        (_find_source(text, plain, role) if role else None, _find_source(text, plain, name)) for role, name in pairs
    )


def _find_source(text: str, plain: str, word: str) -> str:
    """The source's characters for a word that was read in the plain form."""
    at = plain.find(word)
    return text[at : at + len(word)] if at >= 0 else word
