"""From ALTO pages and a plan of items to articles: every character goes where it is claimed first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reader.languages import message, sentence
from reader.model import Article, ArticleKind, Author, Furniture, FurnitureKind, Note, Part, PartKind, TextLine
from reader.sources.alto_pages import AltoBlock
from reader.sources.alto_sheets import AltoSheets
from reader.sources.joining import Piece, make_furniture, make_part
from reader.sources.mets_map import ITEM_KINDS, Area, Item, Leaf
from reader.sources.positioned import find_order, find_union

_PART_KINDS: Final = {
    "TITLE": PartKind.HEADLINE,
    "HEADING": PartKind.HEADLINE,
    "HEADLINE": PartKind.HEADLINE,
    "OVERLINE": PartKind.KICKER,
    "KICKER": PartKind.KICKER,
    "SUBHEADLINE": PartKind.SUBHEADLINE,
    "SUBHEADING": PartKind.SUBHEADLINE,
    "SUBTITLE": PartKind.SUBHEADLINE,
    "AUTHOR": PartKind.BYLINE,
    "BYLINE": PartKind.BYLINE,
    "DATELINE": PartKind.DATELINE,
    "CROSSHEADING": PartKind.CROSSHEAD,
    "CROSSHEAD": PartKind.CROSSHEAD,
    "INTERTITLE": PartKind.CROSSHEAD,
    "CAPTION": PartKind.CAPTION,
    "ILLUSTRATION": PartKind.CAPTION,
    "CREDIT": PartKind.CREDIT,
    "TABLE": PartKind.TABLE,
    "POEM": PartKind.VERSE,
    "VERSE": PartKind.VERSE,
    "FOOTNOTE": PartKind.NOTE,
    "PARAGRAPH": PartKind.PARAGRAPH,
    "TEXTBLOCK": PartKind.PARAGRAPH,
}
"""Types of divs inside an item, and the parts that their text makes; the innermost that is known here counts."""

_FURNITURE_KINDS: Final = {
    "HEADLINE": FurnitureKind.NAMEPLATE,
    "TITLE_SECTION": FurnitureKind.NAMEPLATE,
    "MASTHEAD": FurnitureKind.NAMEPLATE,
    "PUBLISHING_STMT": FurnitureKind.IMPRINT,
    "IMPRINT": FurnitureKind.IMPRINT,
    "TABLE_OF_CONTENTS": FurnitureKind.CONTENTS,
    "CONTENTS": FurnitureKind.CONTENTS,
    "HEADER": FurnitureKind.FOLIO,
    "PAGE_HEADER": FurnitureKind.FOLIO,
    "PAGE_NUMBER": FurnitureKind.FOLIO,
    "FOOTER": FurnitureKind.FOLIO,
}
"""The same for what belongs to no item: METS calls the newspaper's own name HEADLINE."""

_ONE_A_LINE: Final = frozenset({PartKind.TABLE, PartKind.VERSE})

_LONGEST_TITLE: Final = 300
"""Characters of a paragraph that may be the title which the map has cut short."""

_SHORTEST_CUT: Final = 12
"""Characters of a cut title that tell it from others."""

_NAMED: Final = 3
"""Places that a Note names as examples."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """An article before the issue is put in order."""

    article: Article
    page: int
    """Index of its first page."""
    pieces: tuple[Piece, ...]


class ArticleBuilder:
    """Makes articles of areas.

    Args:
        sheets: The pages.
        titles: Titles of items by the items' ids, as a map or a catalogue has them.
    """

    def __init__(self, sheets: AltoSheets, titles: dict[str, str]) -> None:
        self.sheets = sheets
        self.titles = titles
        self.places = {page.id: at for at, page in enumerate(sheets.pages)}
        self.missing: list[str] = []
        self.twice: list[str] = []
        self.partly: dict[tuple[str, int], list[tuple[int, int]]] = {}
        self.lines: dict[str, dict[int, TextLine]] = {}
        self.blocks: dict[tuple[str, str], list[tuple[str, AltoBlock]]] = {}
        self.ids = {(file, name) for file, pages in sheets.found.items() for _, page in pages for name in page.ids}
        for file, pages in sheets.found.items():
            for page_id, page in pages:
                self.lines[page_id] = {line.number: line for block in page.blocks for line in block.block.lines}
                for block in page.blocks:
                    for name in (block.block.id, *block.holders):
                        if name:
                            self.blocks.setdefault((file, name), []).append((page_id, block))

    def build(
        self, items: Iterable[Item], loose: Iterable[Leaf] = ()
    ) -> tuple[tuple[Article, ...], tuple[Furniture, ...]]:
        """All items in the newspaper's order, and all print that belongs to none."""
        drafts = [draft for item in items if (draft := self._build_item(item))]
        furniture = list(self._build_loose(loose))
        furniture.extend(self._build_rest())
        ordered = self._in_order(drafts)
        articles = tuple(replace(draft.article, id=f"a{number}") for number, draft in enumerate(ordered, 1))
        furniture.sort(key=lambda piece: self.places[piece.page])
        return articles, tuple(furniture)

    def notes(self, name: str) -> Iterator[Note]:
        """What did not fit together."""
        for code, places, words in (
            (
                "area-missing",
                self.missing,
                message("{name}: places of text that it names are not there, {count}: {places}"),
            ),
            (
                "area-duplicate",
                self.twice,
                message("{name}: places of text are claimed twice, {count}; the first claim stands: {places}"),
            ),
        ):
            if places:
                shown = ", ".join(places[:_NAMED]) + (", …" if len(places) > _NAMED else "")
                yield Note(code, sentence(words, name=name, count=len(places), places=shown))

    def _build_item(self, item: Item) -> _Draft | None:
        parts: list[Part] = []
        pieces: list[Piece] = []
        for leaf, kind in [
            *((leaf, PartKind.LABEL) for leaf in item.headings),
            *((leaf, _find_part_kind(leaf.types)) for leaf in item.leaves),
        ]:
            for group in self._claim(leaf):
                pieces.extend(group)
                if kind in _ONE_A_LINE:
                    parts.extend(make_part(kind, [piece]) for piece in group)
                else:
                    parts.append(make_part(kind, group))
        if not parts:
            return None
        parts = add_title(parts, self.titles.get(item.id), item.type)
        page = min(self.places[piece.page] for piece in pieces)
        authors = tuple(Author(part.text.strip(" .,()[]")) for part in parts if part.kind is PartKind.BYLINE)
        kind_of_item = ITEM_KINDS.get(item.type, ArticleKind.ARTICLE)
        article = Article("", self.sheets.pages[page].id, kind_of_item, tuple(parts), authors)
        return _Draft(article, page, tuple(pieces))

    def _build_loose(self, leaves: Iterable[Leaf]) -> Iterator[Furniture]:
        for leaf in leaves:
            kind = next((_FURNITURE_KINDS[name] for name in reversed(leaf.types) if name in _FURNITURE_KINDS), None)
            for group in self._claim(leaf, again=True):
                yield make_furniture(kind or FurnitureKind.OTHER, group)

    def _build_rest(self) -> Iterator[Furniture]:
        """The print that nothing in the map claims, block by block."""
        for pages in self.sheets.found.values():
            for page_id, page in pages:
                for block in page.blocks:
                    group = [piece for line in block.block.lines for piece in self._free_pieces(page_id, line)]
                    if group:
                        kind = FurnitureKind.FOLIO if block.margin else FurnitureKind.OTHER
                        yield make_furniture(kind, group)

    def _claim(self, leaf: Leaf, *, again: bool = False) -> list[list[Piece]]:
        """The lines of a piece of text, a list a paragraph; what is missing or taken is noted.

        Args:
            leaf: The areas.
            again: Whether print that an item has is no contradiction.
        """
        groups: list[list[Piece]] = []
        running = len(leaf.areas) > 1 and "PARAGRAPH" in leaf.types
        for area in leaf.areas:
            found = self._find_pieces(area)
            if not found and (area.file, area.begin) not in self.ids:
                self.missing.append(f"{area.file}#{area.begin}")
            claimed = 0
            for group in found:
                free = [piece for piece in group if self._take(piece)]
                claimed += len(group) - len(free)
                if free and running and groups:
                    groups[-1].extend(free)
                elif free:
                    groups.append(free)
            if claimed and not again:
                self.twice.append(f"{area.file}#{area.begin}")
        return groups

    def _find_pieces(self, area: Area) -> list[list[Piece]]:
        """The lines of an area, a list a block."""
        if blocks := self.blocks.get((area.file, area.begin)):
            return [[Piece(page_id, line) for line in block.block.lines] for page_id, block in blocks]
        for page_id, page in self.sheets.found.get(area.file, ()):
            first, last = page.words.get(area.begin), page.words.get(area.end or area.begin)
            if first is None or last is None:
                continue
            if (last.line, last.end) < (first.line, first.end):
                first, last = last, first
            pieces = []
            for number in range(first.line, last.line + 1):
                if line := self.lines[page_id].get(number):
                    start = first.start if number == first.line else 0
                    end = last.end if number == last.line else len(line.text)
                    # A hyphen at the line's end belongs to the word before it.
                    end = len(line.text) if end >= len(line.text) - line.hyphen else end
                    pieces.append(Piece(page_id, line, start, end))
            return [pieces]
        return []

    def _take(self, piece: Piece) -> bool:
        """Whether a stretch of a line was free; it is taken now."""
        key = (piece.page, piece.line.number)
        spans = self.partly.get(key)
        if spans is None:
            self.partly[key] = [(piece.start, piece.stop)]
            return True
        if any(piece.start < end and start < piece.stop for start, end in spans):
            return False
        spans.append((piece.start, piece.stop))
        return True

    def _free_pieces(self, page_id: str, line: TextLine) -> Iterator[Piece]:
        at = 0
        length = len(line.text)
        taken = self.partly.get((page_id, line.number), [])
        if taken == [(0, length)]:
            return
        for start, end in (*sorted(taken), (length, length)):
            text = line.text[at:start]
            if bare := text.strip():
                first = at + len(text) - len(text.lstrip())
                yield Piece(page_id, line, first, first + len(bare))
            at = max(at, end)

    def _in_order(self, drafts: Sequence[_Draft]) -> list[_Draft]:
        """The newspaper's order: page by page, and on a page by the place where the item begins."""
        ordered: list[_Draft] = []
        for at, page in enumerate(self.sheets.pages):
            here = [draft for draft in drafts if draft.page == at]
            boxes = [
                find_union([p.line.box for p in draft.pieces if p.page == page.id and p.line.box]) for draft in here
            ]
            if all(boxes):
                order = find_order([box for box in boxes if box], page.direction)
                here = [here[index] for index in order]
            ordered.extend(here)
        return ordered


def _find_part_kind(types: Sequence[str]) -> PartKind:
    """What the innermost type that says anything makes of a piece of text."""
    for name in reversed(types):
        if name in _PART_KINDS and not (name == "ILLUSTRATION" and types[0] == name):
            return _PART_KINDS[name]
    return PartKind.CAPTION if types and types[0] == "ILLUSTRATION" else PartKind.PARAGRAPH


def add_title(parts: list[Part], title: str | None, item_type: str) -> list[Part]:
    """The parts with the title that the map or the catalogue gives, where no heading of their own has it.

    Titles of advertisements are the cataloguer's numbers for them, not print.
    """
    if title is None or item_type != "ARTICLE" or any(part.kind is PartKind.HEADLINE for part in parts):
        return parts
    stem = title.rstrip(".… ")
    cut = stem != title and len(stem) >= _SHORTEST_CUT
    for at, part in enumerate(parts):
        if part.kind is PartKind.PARAGRAPH and len(part.text) <= _LONGEST_TITLE:
            printed, wanted = bare_letters(part.text), bare_letters(stem)
            if printed == wanted or (cut and wanted and printed.startswith(wanted)):
                return [replace(part, kind=PartKind.HEADLINE), *parts[:at], *parts[at + 1 :]]
    first = next(
        (at for at, part in enumerate(parts) if part.kind not in (PartKind.LABEL, PartKind.KICKER)), len(parts)
    )
    return [*parts[:first], Part(PartKind.HEADLINE, title, parts[0].page), *parts[first:]]


def bare_letters(text: str) -> str:
    """A text without what readings of it may differ in: case, spaces, marks."""
    return "".join(character for character in text.casefold() if character.isalnum())
