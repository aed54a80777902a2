"""MPEG-21 DIDL as the Koninklijke Bibliotheek delivers newspapers: ALTO pages, and for each article its zones and text.

An item's zones are rectangles on the page; the blocks of print in them are the article's. An article whose zones hold
none is read from its own `…_articletext.xml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from reader.errors import SourceError
from reader.languages import sentence
from reader.model import Article, Box, Note, Page, Part, PartKind, TextLine
from reader.sources.alto_articles import ArticleBuilder
from reader.sources.alto_sheets import AltoSheets
from reader.sources.base import Beside, NothingBeside, OnPart, Sourced
from reader.sources.joining import Piece, make_part
from reader.sources.mets_map import ITEM_KINDS, Area, Item, Leaf, TextFile
from reader.sources.mets_metadata import normal_language, parse_day, tidy
from reader.sources.positioned import make_block, parse_number
from reader.sources.remarks import name_file
from reader.sources.safe_xml import Document, find_attribute, iter_named, local_name, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_TYPES: Final = {
    "artikel": "ARTICLE",
    "advertentie": "ADVERTISEMENT",
    "familiebericht": "FAMILY_NOTICE",
    "illustratie met onderschrift": "ILLUSTRATION",
}
"""The library's subjects, and the types that METS has for them."""

_LONGEST_HEADING: Final = 200
"""Characters of a first zone that may be the heading."""


@dataclass(slots=True)
class _Entry:
    """An article while its pieces on all pages are gathered."""

    item: Item
    page: int
    """Index of the page that it begins on."""
    title: str | None
    text: str | None
    """Name of the file with its text."""
    zones: list[tuple[str, Box]]
    """Ids of pages' files, and rectangles on them."""


@dataclass(frozen=True, slots=True)
class Didl:
    """The format of DIDL files with the ALTO files and article texts that they name."""

    name: str = "didl"
    suffixes: frozenset[str] = frozenset({".xml", ".didl"})

    def read(self, path: PurePath, data: bytes, *, encoding: str | None = None, first_page: int = 1) -> Sourced:
        """As `read_linked`, for a file that came alone.

        Raises:
            BrokenSourceError: It lacks the files that it names.
        """
        return self.read_linked(path, data, NothingBeside(), encoding=encoding, first_page=first_page)

    def read_linked(
        self,
        path: PurePath,
        data: bytes,
        beside: Beside,
        *,
        encoding: str | None = None,
        first_page: int = 1,
        on_part: OnPart | None = None,
    ) -> Sourced:
        """The issue: pages from the ALTO files, articles from their zones or their texts.

        Raises:
            BrokenSourceError: It cannot be read, or none of the files that it names is there.
            EmptySourceError: The files hold no text.
        """
        name = name_file(path)
        document = parse_xml(data, name, encoding=encoding)
        files, entries = _read_plan(document.root)
        sheets = AltoSheets(name, beside, words=frozenset(), encoding=encoding, first_page=first_page)

        def make() -> Sourced:
            return self._make_issue(document, entries, sheets, beside)

        sheets.read(files, lambda share: on_part(make, share) if on_part is not None else None)
        made = make()
        if not any(page.lines for page in made.pages):
            sheets.refuse_blank()
        return made

    def _make_issue(self, document: Document, entries: list[_Entry], sheets: AltoSheets, beside: Beside) -> Sourced:
        """What there is of the issue with the pages that are read."""
        name = sheets.name
        items = [replace(entry.item, leaves=list(_find_leaves(entry, sheets))) for entry in entries]
        builder = ArticleBuilder(sheets, {entry.item.id: entry.title for entry in entries if entry.title})
        zoned, furniture = builder.build(items)
        notes = [*document.notes(name), *sheets.notes, *builder.notes(name)]
        unzoned = [entry for entry, item in zip(entries, items, strict=True) if not item.leaves]
        pages, texts = _read_texts(unzoned, sheets.pages, beside, notes)
        places = {page.id: at for at, page in enumerate(pages)}
        articles = sorted([*zoned, *texts], key=lambda article: places[article.page])
        record = next(iter_named(document.root, "dcx"), document.root)
        day = _find_text(record, "date")
        return Sourced(
            tuple(pages),
            self.name,
            tuple(notes),
            title=_find_text(record, "title"),
            date=parse_day(day) if day else None,
            articles=tuple(replace(one, id=f"a{number}") for number, one in enumerate(articles, 1)) or None,
            furniture=furniture,
            number=_find_text(record, "issuenumber"),
            language=normal_language(_find_text(record, "language") or ""),
        )


def _read_plan(root: _Element) -> tuple[list[TextFile], list[_Entry]]:
    """The pages' files, and the articles with their zones, in the order of the file."""
    files: list[TextFile] = []
    entries: dict[str, _Entry] = {}
    texts: dict[str, str] = {}
    page = ""
    for item in iter_named(root, "Item"):
        item_id = find_attribute(item, "identifier") or ""
        article_id = find_attribute(item, "article_id")
        components = dict(_iter_components(item))
        if "alto" in components:
            label = _find_text(components.get("metadata"), "nativePageNumber")
            page = item_id
            files.append(TextFile(page, _find_place(components["alto"]), label))
        text = next((_find_place(part) for role, part in components.items() if "ocr" in role.split("/")), None)
        if text:
            texts[article_id or item_id] = text
        if article_id and page:
            metadata = components.get("metadata")
            kind = _TYPES.get((_find_text(metadata, "subject") or "").lower(), "ARTICLE")
            entry = entries.setdefault(
                article_id,
                _Entry(Item(article_id, kind, None, ()), len(files) - 1, _find_text(metadata, "title"), None, []),
            )
            entry.zones.extend((page, zone) for zone in _iter_zones(components.get("metadata/zoning")))
    for entry in entries.values():
        entry.text = texts.get(entry.item.id)
    return files, list(entries.values())


def _iter_components(item: _Element) -> Iterator[tuple[str, _Element]]:
    """The parts of an item itself, by their roles."""
    for component in item.iterchildren("{*}Component"):
        for statement in iter_named(component, "Statement"):
            if find_attribute(statement, "type") == "role" and statement.text:
                yield statement.text.strip(), component


def _find_place(component: _Element) -> str:
    """The name of a component's file; what it links to is on the network."""
    for resource in iter_named(component, "Resource"):
        if place := find_attribute(resource, "filename") or resource.get("ref"):
            return place
    return ""


def _iter_zones(component: _Element | None) -> Iterator[Box]:
    for area in iter_named(component, "area") if component is not None else ():
        values = [parse_number(area.get(name)) for name in ("hpos", "vpos", "width", "height")]
        numbers = [value for value in values if value is not None]
        if len(numbers) == len(values):
            yield Box(*numbers)


def _find_text(element: _Element | None, name: str) -> str | None:
    if element is None:
        return None
    return next((text for found in iter_named(element, name) if (text := tidy(found.text))), None)


def _find_leaves(entry: _Entry, sheets: AltoSheets) -> Iterator[Leaf]:
    """The blocks in an article's zones; a first zone that is short is its heading."""
    for at, (file, zone) in enumerate(entry.zones):
        blocks = [
            block
            for _, page in sheets.found.get(file, ())
            for block in page.blocks
            if block.block.id and block.block.box and _is_in(block.block.box, zone)
        ]
        length = sum(len(line.text) for block in blocks for line in block.block.lines)
        is_heading = at == 0 and len(entry.zones) > 1 and length <= _LONGEST_HEADING and entry.item.type == "ARTICLE"
        kind = "TITLE" if is_heading else "PARAGRAPH"
        for block in blocks:
            yield Leaf((Area(file, block.block.id or ""),), (entry.item.type, kind))


def _is_in(box: Box, zone: Box) -> bool:
    """Whether the middle of a box lies in a zone."""
    across, down = box.hpos + box.width / 2 - zone.hpos, box.vpos + box.height / 2 - zone.vpos
    return 0 <= across <= zone.width and 0 <= down <= zone.height


def _read_texts(
    entries: list[_Entry], pages: list[Page], beside: Beside, notes: list[Note]
) -> tuple[list[Page], list[Article]]:
    """The articles whose print is not on the pages, from their own files; their paragraphs become lines of a page."""
    pages = list(pages)
    articles: list[Article] = []
    for entry in entries:
        if entry.text is None or entry.page >= len(pages):
            continue
        try:
            root = parse_xml(beside.read(entry.text), entry.text).root
        except SourceError as error:
            notes.append(
                Note(
                    "article-missing",
                    sentence("{name}, an article's text, is not there: {error}", name=entry.text, error=error),
                )
            )
            continue
        page = pages[entry.page]
        number = max((line.number for line in page.lines), default=0)
        lines: list[TextLine] = []
        parts: list[Part] = []
        for element in root.iter("*"):
            kind = {"title": PartKind.HEADLINE, "p": PartKind.PARAGRAPH}.get(local_name(element))
            text = tidy("".join(str(piece) for piece in element.itertext())) if kind else None
            if kind and text:
                lines.append(TextLine(text, number + len(lines) + 1))
                parts.append(make_part(kind, [Piece(page.id, lines[-1])]))
        if parts:
            pages[entry.page] = replace(page, blocks=(*page.blocks, make_block(lines)))
            articles.append(Article("", page.id, ITEM_KINDS[entry.item.type], tuple(parts)))
    return pages, articles
