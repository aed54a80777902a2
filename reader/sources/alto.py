"""ALTO, versions 1 to 4: a page's blocks, lines and words, as text recognition writes them.

Only local names are looked at, for the namespaces are many: none, CCS's, the Library of Congress's v2 to v4. The units
differ as well (pixels, tenths of a millimetre, 1/1200 inch), so only ratios of boxes mean anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from reader.model import Box, Direction, Note, Page, TextBlock, TextLine
from reader.sources.base import Sourced
from reader.sources.cleaning import Removed, clean, clean_lines
from reader.sources.folio import find_folio
from reader.sources.joining import is_word_break
from reader.sources.positioned import find_direction, find_scale, find_union, make_block, parse_number
from reader.sources.remarks import name_file, note_removed, say_blank
from reader.sources.safe_xml import iter_named, local_name, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_HYPHENS: Final = "-\u00ad\u00ac\u2010\u2011=⸗"
"""What OCR programs write for the hyphen at a line's end; ¬ is FineReader's."""

_FIRST_WIDE: Final = "\u1100"
"""Every character below needs a space between words; no Han, kana or Hangul stands there."""

_MARGINS: Final = frozenset({"TopMargin", "LeftMargin", "RightMargin", "BottomMargin"})

_BLOCKS: Final = ("TextBlock", "ComposedBlock", "Illustration", "GraphicalElement")

_VERTICAL: Final = frozenset({"ttb", "btt"})
"""Values of BASEDIRECTION (ALTO 4.3) for lines that run downward or upward."""

NARROW_SPACE: Final = 0.3
"""A space between Han narrower than this share of the line's height is no space."""


@dataclass(frozen=True, slots=True)
class AltoBlock:
    """The lines of a TextBlock."""

    block: TextBlock
    holders: tuple[str, ...]
    """Ids of the ComposedBlocks around it, and of the page, the nearest first."""
    margin: bool
    """Whether it stands outside of the print space."""


@dataclass(frozen=True, slots=True)
class Word:
    """Where a String stands."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class AltoPage:
    """One Page of an ALTO file."""

    id: str | None
    label: str | None
    """The page's printed number."""
    blocks: tuple[AltoBlock, ...]
    """Those that hold text, in reading order."""
    direction: Direction
    removed: Removed
    ids: frozenset[str] = frozenset()
    """Ids of all blocks, those without text too: pictures, rules."""
    words: Mapping[str, Word] = field(default_factory=dict)
    """The words by their ids, where they were asked for, in the order of the document."""

    def to_page(self, number: int) -> Page:
        """The page of that number in the issue."""
        return Page(
            f"p{number}", tuple(block.block for block in self.blocks), label=self.label, direction=self.direction
        )


@dataclass(frozen=True, slots=True)
class Alto:
    """The format of ALTO files that come without METS."""

    name: str = "alto"
    suffixes: frozenset[str] = frozenset({".xml", ".alto"})

    def read(self, path: PurePath, data: bytes, *, encoding: str | None = None, first_page: int = 1) -> Sourced:
        """The pages of a file, with places and sizes of their lines.

        Raises:
            EmptySourceError: There is no text in it.
            BrokenSourceError: It cannot be read.
        """
        name = name_file(path)
        document = parse_xml(data, name, encoding=encoding)
        pages: list[Page] = []
        notes: list[Note] = []
        for found in read_pages(document.root):
            if not found.blocks:
                continue
            page = found.to_page(first_page + len(pages))
            folio = find_folio(page.lines)
            pages.append(replace(page, label=page.label or folio.label, section=folio.section))
            notes.extend(note_removed(name, found.removed, page.id))
        if not pages:
            raise say_blank(name)
        folio = find_folio(pages[0].lines)
        return Sourced(
            tuple(pages),
            self.name,
            notes=(*document.notes(name, pages[0].id), *notes),
            title=folio.title,
            date=folio.date,
        )


def read_pages(root: _Element, *, words: bool = False) -> Iterator[AltoPage]:
    """The pages of an ALTO file, those without text too.

    Args:
        root: The file's first element.
        words: Whether to say where each word stands.
    """
    sizes = {
        str(style.get("ID")): size
        for style in iter_named(root, "TextStyle")
        if (size := parse_number(style.get("FONTSIZE")))
    }
    for page in iter_named(root, "Page"):
        yield _PageReading(page, sizes, words).finish()


class _PageReading:
    """One page while it is read; line numbers count from 1."""

    def __init__(self, page: _Element, sizes: Mapping[str, float], words: bool) -> None:
        self.page = page
        self.sizes = sizes
        self.wants_words = words
        self.words: dict[str, Word] = {}
        self.points: dict[int, float] = {}
        self.lines: list[TextLine] = []
        self.vertical = page.get("BASEDIRECTION") in _VERTICAL

    def finish(self) -> AltoPage:
        """Read the page and put it together."""
        groups: list[tuple[_Element, list[int]]] = []
        for line in iter_named(self.page, "TextLine"):
            index = len(self.lines)
            self._read_line(line)
            parent = line.getparent()
            if len(self.lines) > index and parent is not None:
                if not groups or groups[-1][0] is not parent:
                    groups.append((parent, []))
                groups[-1][1].append(index)
        cleaned, removed = self._clean()
        blocks = [
            _make_block(parent, lines)
            for parent, indices in groups
            if (lines := [kept for index in indices if (kept := cleaned[index])])
        ]
        vertical = self.vertical or find_direction([line for line in cleaned if line]) is Direction.VERTICAL
        label = self.page.get("PRINTED_IMG_NR")
        return AltoPage(
            id=self.page.get("ID"),
            label=" ".join(clean(label).text.split()) or None if label else None,
            blocks=tuple(_find_order(self.page, blocks)),
            direction=Direction.VERTICAL if vertical else Direction.HORIZONTAL,
            removed=removed,
            ids=self._find_ids(),
            words=self.words,
        )

    def _find_ids(self) -> frozenset[str]:
        found = (block.get("ID") for name in _BLOCKS for block in iter_named(self.page, name))
        return frozenset(name for name in found if name)

    def _read_line(self, line: _Element) -> None:
        contents: list[str] = []
        strings: list[_Element] = []
        spaces: dict[int, _Element] = {}
        hyphen = ""
        sure = rated = 0.0
        for child in line.iterchildren("*"):
            tag = child.tag
            if tag.endswith("String"):
                content = child.get("CONTENT")
                if not content or content.isspace():
                    continue
                contents.append(content)
                strings.append(child)
                if (value := parse_number(child.get("WC"))) is not None:
                    sure += value
                    rated += 1
            elif tag.endswith("SP"):
                spaces[len(contents)] = child
            elif tag.endswith("HYP"):
                hyphen = (child.get("CONTENT") or "").strip() or "-"
        if not contents:
            return
        number = len(self.lines) + 1
        divided = 0
        if hyphen or strings[-1].get("SUBS_TYPE") == "HypPart1":
            contents[-1] = (contents[-1].rstrip(_HYPHENS) or contents[-1]) + "-"
            divided = 1
        if self.wants_words:
            contents = [" ".join(clean(content).text.split()) or "\ufffd" for content in contents]
        text = " ".join(contents)
        gaps: list[bool] | None = None
        if max(text) >= _FIRST_WIDE:
            gaps = _find_gaps(contents, strings, spaces)
            text = "".join(f" {word}" if gap else word for gap, word in zip(gaps, contents, strict=True))
        if self.wants_words:
            self._note_words(number, contents, strings, gaps)
        if size := self._find_points(line, strings[0]):
            self.points[number] = size
        if line.get("BASEDIRECTION") in _VERTICAL:
            self.vertical = True
        box = _read_box(line) or find_union([box for string in strings if (box := _read_box(string))])
        confidence = min(1.0, max(0.0, sure / rated)) if rated else None
        self.lines.append(TextLine(text, number, box=box, confidence=confidence, hyphen=divided))

    def _note_words(self, number: int, contents: list[str], strings: list[_Element], gaps: list[bool] | None) -> None:
        at = 0
        for index, (content, string) in enumerate(zip(contents, strings, strict=True)):
            at += (gaps[index] if gaps else index > 0) * 1
            if word_id := string.get("ID"):
                self.words.setdefault(word_id, Word(number, at, at + len(content)))
            at += len(content)

    def _find_points(self, line: _Element, string: _Element) -> float | None:
        for styles in (line.get("STYLEREFS"), string.get("STYLEREFS"), self._find_block_styles(line)):
            for style in (styles or "").split():
                if size := self.sizes.get(style):
                    return size
        return None

    def _find_block_styles(self, line: _Element) -> str | None:
        parent = line.getparent()
        return None if parent is None else parent.get("STYLEREFS")

    def _clean(self) -> tuple[list[TextLine | None], Removed]:
        """The lines with clean text and the size of their type; None for those that had nothing else."""
        texts, removed = clean_lines([line.text for line in self.lines])
        scale = find_scale(self.points, self.lines)
        lines: list[TextLine | None] = []
        for line, text in zip(self.lines, texts, strict=True):
            points = self.points.get(line.number)
            size = points * scale if points and scale else None
            if not text:
                lines.append(None)
            elif text != line.text or size is not None:
                hyphen = line.hyphen if text.endswith("-") else 0
                lines.append(
                    TextLine(text, line.number, box=line.box, size=size, confidence=line.confidence, hyphen=hyphen)
                )
            else:
                lines.append(line)
        return lines, removed


def _find_gaps(contents: list[str], strings: list[_Element], spaces: Mapping[int, _Element]) -> list[bool]:
    """Whether a space stands before each word of a line that holds Han."""
    gaps = [False]
    for at in range(1, len(contents)):
        gap = is_word_break(contents[at - 1][-1], contents[at][0])
        if not gap and (space := spaces.get(at)) is not None:
            width, height = parse_number(space.get("WIDTH")), parse_number(strings[at].get("HEIGHT"))
            gap = width is None or not height or width >= NARROW_SPACE * height
        gaps.append(gap)
    return gaps


def _read_box(element: _Element) -> Box | None:
    left, top = parse_number(element.get("HPOS")), parse_number(element.get("VPOS"))
    width, height = parse_number(element.get("WIDTH")), parse_number(element.get("HEIGHT"))
    if left is None or top is None or width is None or height is None:
        return None
    return Box(left, top, max(0.0, width), max(0.0, height))


def _make_block(parent: _Element, lines: list[TextLine]) -> AltoBlock:
    holders: list[str] = []
    margin = False
    for ancestor in parent.iterancestors():
        name = local_name(ancestor)
        margin = margin or name in _MARGINS
        if name not in ("Layout", "alto") and (holder := ancestor.get("ID")):
            holders.append(holder)
    return AltoBlock(make_block(lines, parent.get("ID"), _read_box(parent)), tuple(holders), margin)


def _find_order(page: _Element, blocks: list[AltoBlock]) -> list[AltoBlock]:
    """The blocks in the order that a ReadingOrder (ALTO 4.3) gives, and then those that it leaves out.

    IDNEXT is not followed: it does not say where to begin, and few write it whole.
    """
    root = page.getroottree().getroot()
    places: dict[str, int] = {}
    for order in iter_named(root, "ReadingOrder"):
        for reference in order.iter("*"):
            if target := reference.get("REF"):
                places.setdefault(target, len(places))
    if not places:
        return blocks

    def place(block: AltoBlock) -> int:
        ids = (block.block.id, *block.holders)
        return min((places[name] for name in ids if name in places), default=len(places))

    return sorted(blocks, key=place)
