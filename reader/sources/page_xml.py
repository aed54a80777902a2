"""PAGE XML (PRImA, Transkribus, OCR-D): regions, lines, a reading order, and perhaps which line is of which article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from reader.model import (
    Article,
    ArticleKind,
    Box,
    Direction,
    Furniture,
    FurnitureKind,
    Page,
    Part,
    PartKind,
    TextBlock,
    TextLine,
)
from reader.sources.base import Sourced
from reader.sources.cleaning import Removed, clean_lines
from reader.sources.joining import Piece, make_furniture, make_part
from reader.sources.positioned import find_direction, make_block, parse_number
from reader.sources.ratings import carry_ratings, rate, rate_words
from reader.sources.recognised import RecognisedPages
from reader.sources.remarks import name_file
from reader.sources.safe_xml import iter_named, local_name, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_HYPHENS: Final = "⸗\u00ac\u00ad"
"""Signs that stand at a line's end only where they divide a word: the double oblique hyphen of Fraktur, ¬, U+00AD."""

_CUSTOM: Final = re.compile(r"(\w+)\s*\{([^}]*)\}")
_FURNITURE: Final = {
    "header": FurnitureKind.FOLIO,
    "page-number": FurnitureKind.FOLIO,
    "footer": FurnitureKind.OTHER,
    "catch-word": FurnitureKind.OTHER,
    "signature-mark": FurnitureKind.OTHER,
    "marginalia": FurnitureKind.OTHER,
}
"""Types of regions that are no part of an article."""

_PARTS: Final = {
    "heading": PartKind.HEADLINE,
    "caption": PartKind.CAPTION,
    "credit": PartKind.CREDIT,
    "footnote": PartKind.NOTE,
}

_VERTICAL: Final = frozenset({"top-to-bottom", "bottom-to-top"})


@dataclass(frozen=True, slots=True)
class _Region:
    """A region with text."""

    block: TextBlock
    type: str
    articles: tuple[str | None, ...]
    """For each line the article it is said to belong to."""


@dataclass(frozen=True, slots=True)
class PageXml:
    """The format."""

    name: str = "page-xml"
    suffixes: frozenset[str] = frozenset({".xml", ".page"})

    def read(self, path: PurePath, data: bytes, *, encoding: str | None = None, first_page: int = 1) -> Sourced:
        """The page, in its reading order; with its articles where the lines say which they belong to.

        Raises:
            EmptySourceError: There is no text in it.
            BrokenSourceError: It cannot be read.
        """
        name = name_file(path)
        document = parse_xml(data, name, encoding=encoding)
        gathered = RecognisedPages(name, self.name, first_page)
        articles: list[Article] = []
        furniture: list[Furniture] = []
        for element in iter_named(document.root, "Page"):
            reading = _Reading(element)
            regions = reading.finish()
            if not regions:
                continue
            page_id = gathered.next_id
            gathered.add(reading.make_page(page_id, regions), reading.removed)
            if any(article for region in regions for article in region.articles):
                told, rest = _gather_articles(page_id, regions, len(articles))
                articles.extend(told)
                furniture.extend(rest)
        # Where the lines of one page do not say it, the print of all pages does.
        is_told = len({article.page for article in articles}) == len(gathered.pages)
        return gathered.finish(
            notes=document.notes(name, f"p{first_page}"),
            articles=tuple(articles) if is_told else None,
            furniture=tuple(furniture) if is_told else (),
        )


class _Reading:
    """A page while it is read."""

    def __init__(self, page: _Element) -> None:
        self.page = page
        self.removed = Removed()
        self.vertical = False

    def finish(self) -> list[_Region]:
        found: list[tuple[_Element, list[_Element]]] = []
        for region in iter_named(self.page, "TextRegion"):
            lines = sorted(region.iterchildren("{*}TextLine"), key=_place_in_custom)
            found.append((region, lines or [region]))
        entries = [(region, line, text) for region, lines in found for line in lines if (text := _find_text(line))]
        # A region that was not cut into lines has its line breaks in its text.
        flat = [(region, line, row) for region, line, text in entries for row in text.split("\n")]
        texts, self.removed = clean_lines([_mark_hyphen(row) for _, _, row in flat])
        by_region: dict[str, list[tuple[TextLine, str | None]]] = {}
        number = 0
        for (region, line, raw), text in zip(flat, texts, strict=True):
            if not text:
                continue
            number += 1
            hyphen = int(raw.rstrip()[-1:] in _HYPHENS and text.endswith("-"))
            ratings = _rate_line(line, _mark_hyphen(raw), text)
            made = TextLine(text, number, box=_find_box(line), ratings=ratings, hyphen=hyphen)
            key = region.get("id") or str(id(region))
            by_region.setdefault(key, []).append((made, _find_article(line) or _find_article(region)))
            if (line.get("readingDirection") or region.get("readingDirection")) in _VERTICAL:
                self.vertical = True
        made_regions: list[_Region] = []
        for region, _ in found:
            rows = by_region.pop(region.get("id") or str(id(region)), [])
            if rows:
                block = make_block([line for line, _ in rows], region.get("id"), _find_box(region))
                kind = region.get("type") or dict(_iter_structure(region)).get("type") or ""
                made_regions.append(_Region(block, kind.lower(), tuple(article for _, article in rows)))
        return _in_order(self.page, made_regions)

    def make_page(self, page_id: str, regions: Sequence[_Region]) -> Page:
        blocks = tuple(region.block for region in regions)
        lines = [line for block in blocks for line in block.lines]
        vertical = self.vertical or find_direction(lines) is Direction.VERTICAL
        return Page(page_id, blocks, direction=Direction.VERTICAL if vertical else Direction.HORIZONTAL)


def _in_order(page: _Element, regions: list[_Region]) -> list[_Region]:
    """The regions in the order of ReadingOrder, and then those that it leaves out."""
    places: dict[str, int] = {}
    for order in page.iterchildren("{*}ReadingOrder"):
        for reference in _iter_references(order):
            places.setdefault(reference, len(places))
    return sorted(regions, key=lambda region: places.get(region.block.id or "", len(places)))


def _iter_references(group: _Element) -> Iterator[str]:
    for child in sorted(group.iterchildren("*"), key=lambda element: parse_number(element.get("index")) or 0.0):
        if reference := child.get("regionRef"):
            yield reference
        yield from _iter_references(child)


def _place_in_custom(line: _Element) -> float:
    """A line's place in its region, where Transkribus gives one; they stand in the file's order otherwise."""
    for name, values in _CUSTOM.findall(line.get("custom") or ""):
        if name == "readingOrder" and (found := re.search(r"index:\s*(\d{1,6})", values)):
            return float(found[1])
    return 0.0


def _iter_structure(element: _Element) -> Iterator[tuple[str, str]]:
    for name, values in _CUSTOM.findall(element.get("custom") or ""):
        if name == "structure":
            for pair in values.split(";"):
                key, _, value = pair.partition(":")
                if value:
                    yield key.strip(), value.strip()


def _find_article(element: _Element) -> str | None:
    """The article that a line or region is said to belong to: structure {id:a62; type:article;}."""
    structure = dict(_iter_structure(element))
    return structure.get("id") if structure.get("type") == "article" else None


def _find_text(element: _Element) -> str:
    """The text of a line or region: its own, best reading first, or that of its words."""
    readings = list(element.iterchildren("{*}TextEquiv"))
    readings.sort(key=lambda reading: parse_number(reading.get("index")) or 0.0)
    for reading in readings:
        for name in ("Unicode", "PlainText"):
            for found in reading.iterchildren("{*}" + name):
                if found.text and found.text.strip():
                    return str(found.text)
    if local_name(element) == "TextLine":
        return " ".join(text for word in element.iterchildren("{*}Word") if (text := _find_text(word)))
    return ""


def _rate_line(line: _Element, raw: str, text: str) -> bytes:
    """The ratings of a line: of its words, where those make up its text, or else its own."""
    words = [*line.iterchildren("{*}Word")]
    texts = [_find_text(word) for word in words]
    if " ".join(texts) == raw and (ratings := rate_words(texts, [rate(_find_confidence(word)) for word in words])):
        return carry_ratings(ratings, raw, text)
    confidence = _find_confidence(line)
    return b"" if confidence is None else rate(confidence) * len(text)


def _find_confidence(element: _Element) -> float | None:
    for reading in element.iterchildren("{*}TextEquiv"):
        if (value := parse_number(reading.get("conf"))) is not None:
            return value
    return None


def _find_box(element: _Element) -> Box | None:
    """The box around an element's outline: "x,y x,y …", or Point elements in old versions."""
    for coords in element.iterchildren("{*}Coords"):
        points = [pair.split(",") for pair in (coords.get("points") or "").split()]
        points += [[point.get("x") or "", point.get("y") or ""] for point in coords.iterchildren("{*}Point")]
        places = [(parse_number(pair[0]), parse_number(pair[1])) for pair in points if len(pair) == 2]
        across = [x for x, y in places if x is not None and y is not None]
        down = [y for x, y in places if x is not None and y is not None]
        if across:
            return Box(min(across), min(down), max(across) - min(across), max(down) - min(down))
    return None


def _mark_hyphen(text: str) -> str:
    bare = text.rstrip()
    return f"{bare[:-1]}-" if len(bare) > 1 and bare[-1] in _HYPHENS else text


def _gather_articles(page_id: str, regions: Sequence[_Region], before: int) -> tuple[list[Article], list[Furniture]]:
    """The articles that lines are said to belong to, and what belongs to none."""
    parts: dict[str, list[Part]] = {}
    furniture: list[Furniture] = []
    for region in regions:
        runs: list[tuple[str | None, list[Piece]]] = []
        for line, article in zip(region.block.lines, region.articles, strict=True):
            if not runs or runs[-1][0] != article:
                runs.append((article, []))
            runs[-1][1].append(Piece(page_id, line))
        for article, pieces in runs:
            if article is None or region.type in _FURNITURE:
                furniture.append(make_furniture(_FURNITURE.get(region.type, FurnitureKind.OTHER), pieces))
            else:
                parts.setdefault(article, []).append(make_part(_PARTS.get(region.type, PartKind.PARAGRAPH), pieces))
    articles = [
        Article(f"a{number}", page_id, ArticleKind.ARTICLE, tuple(found))
        for number, found in enumerate(parts.values(), before + 1)
    ]
    return articles, furniture
