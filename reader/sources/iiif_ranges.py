"""IIIF Ranges: the table of contents of a manifest, whose entries may say where on its canvases an article stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reader.model import Article, ArticleKind, Box, Furniture, FurnitureKind, Page, Part, PartKind, TextLine
from reader.sources.alto_articles import add_title, bare_letters
from reader.sources.joining import Piece, make_furniture, make_part
from reader.sources.json_text import JsonObject, as_list, as_object, as_text, as_texts
from reader.sources.mets_metadata import tidy

_PLACE: Final = re.compile(
    r"xywh=(?:pixel:)?(\d{1,7}(?:\.\d+)?),(\d{1,7}(?:\.\d+)?),(\d{1,7}(?:\.\d+)?),(\d{1,7}(?:\.\d+)?)"
)

_MOST_TITLE_LINES: Final = 6
"""Lines of a headline that are compared with what a range is called."""

_DEEPEST: Final = 12
"""Ranges within ranges: issue, section, article, part of an article."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A canvas, or a rectangle on it."""

    canvas: str
    """The canvas's id."""
    box: Box | None
    """In the canvas's units; None for all of it."""


@dataclass(frozen=True, slots=True)
class Range:
    """An entry of the table of contents that names canvases itself."""

    label: str | None
    zones: tuple[Zone, ...]

    @property
    def is_section(self) -> bool:
        """Whether it names whole canvases only: pages, not articles."""
        return all(zone.box is None for zone in self.zones)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page with the scale of its places: how many of their units one of the canvas's is."""

    page: Page
    scale: float


def find_label(value: object) -> str | None:
    """The text of a language map: {"zh": ["…"]}."""
    for texts in as_object(value).values():
        if text := tidy(" ".join(as_texts(texts))):
            return text
    return None


def find_box(target: object) -> Box | None:
    """The rectangle that the target of an annotation, or an item of a range, names with #xywh=."""
    entry = as_object(target)
    said = (
        target
        if isinstance(target, str)
        else " ".join(as_texts([entry.get("id"), as_object(entry.get("selector")).get("value")]))
    )
    found = _PLACE.search(said)
    return Box(*(float(number) for number in found.groups())) if found else None


def read_ranges(manifest: JsonObject) -> tuple[Range, ...]:
    """The ranges that name canvases, in the order of the table of contents."""
    found: list[Range] = []
    waiting = [(as_object(entry), 0) for entry in reversed(as_list(manifest.get("structures")))]
    while waiting:
        entry, depth = waiting.pop()
        items = as_list(entry.get("items"))
        if zones := tuple(_iter_zones(items)):
            found.append(Range(find_label(entry.get("label")), zones))
        inner = [as_object(item) for item in items if as_object(item).get("type") == "Range"]
        if depth < _DEEPEST:
            waiting.extend((one, depth + 1) for one in reversed(inner))
    return tuple(found)


def _iter_zones(items: Sequence[object]) -> Iterator[Zone]:
    for item in items:
        entry = as_object(item)
        if entry.get("type") == "SpecificResource":
            source = entry.get("source")
            named = source if isinstance(source, str) else as_text(as_object(source).get("id"))
        elif entry.get("type") == "Canvas":
            named = as_text(entry.get("id"))
        else:
            named = item if isinstance(item, str) else None
        if named:
            yield Zone(named.partition("#")[0], find_box(item))


def name_sections(ranges: Sequence[Range], leaves: Mapping[str, Leaf]) -> dict[str, str]:
    """The names of sections by the ids of the pages that they begin on or hold."""
    return {
        leaves[zone.canvas].page.id: one.label
        for one in reversed(ranges)
        if one.label and one.is_section
        for zone in one.zones
        if zone.canvas in leaves
    }


def build_articles(
    ranges: Sequence[Range], leaves: Mapping[str, Leaf]
) -> tuple[tuple[Article, ...], tuple[Furniture, ...]]:
    """The articles of ranges that name rectangles, and all print that is in none of them.

    Args:
        ranges: In the order of the table of contents.
        leaves: The pages by the ids of their canvases, in the issue's order.

    Returns:
        The articles, page by page; none where no print stands in any rectangle.
    """
    taken: set[tuple[str, int]] = set()
    articles: list[Article] = []
    for one in ranges:
        groups: list[list[Piece]] = []
        for zone in one.zones:
            if zone.box is not None and zone.canvas in leaves:
                groups.extend(_take_zone(zone.box, leaves[zone.canvas], taken))
        if groups:
            parts = add_title(_make_parts(groups, one.label), one.label, "ARTICLE")
            articles.append(Article("", groups[0][0].page, ArticleKind.ARTICLE, tuple(parts)))
    if not articles:
        return (), ()
    places = {leaf.page.id: at for at, leaf in enumerate(leaves.values())}
    articles.sort(key=lambda article: places[article.page])
    furniture = [
        make_furniture(FurnitureKind.OTHER, pieces)
        for leaf in leaves.values()
        for block in leaf.page.blocks
        if (pieces := [Piece(leaf.page.id, line) for line in block.lines if (leaf.page.id, line.number) not in taken])
    ]
    return tuple(replace(one, id=f"a{number}") for number, one in enumerate(articles, 1)), tuple(furniture)


def _make_parts(groups: Sequence[Sequence[Piece]], label: str | None) -> list[Part]:
    """A paragraph a block; first lines that say what the range is called are the headline."""
    first = groups[0]
    for count in range(1, min(len(first), _MOST_TITLE_LINES) + 1):
        if label and bare_letters("".join(piece.text for piece in first[:count])) == bare_letters(label):
            rest = [first[count:], *groups[1:]]
            headline = make_part(PartKind.HEADLINE, first[:count])
            return [headline, *(make_part(PartKind.PARAGRAPH, pieces) for pieces in rest if pieces)]
    return [make_part(PartKind.PARAGRAPH, pieces) for pieces in groups]


def _take_zone(zone: Box, leaf: Leaf, taken: set[tuple[str, int]]) -> Iterator[list[Piece]]:
    """The blocks whose lines stand in a rectangle; a line that an article has already stays there."""
    for block in leaf.page.blocks:
        pieces = [
            Piece(leaf.page.id, line)
            for line in block.lines
            if (leaf.page.id, line.number) not in taken and _is_in(line, zone, leaf.scale)
        ]
        if pieces:
            taken.update((piece.page, piece.line.number) for piece in pieces)
            yield pieces


def _is_in(line: TextLine, zone: Box, scale: float) -> bool:
    """Whether the middle of a line stands in a rectangle."""
    if line.box is None:
        return False
    across = (line.box.hpos + line.box.width / 2) / scale - zone.hpos
    down = (line.box.vpos + line.box.height / 2) / scale - zone.vpos
    return 0 <= across <= zone.width and 0 <= down <= zone.height
