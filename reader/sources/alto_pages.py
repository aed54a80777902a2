"""The pages of ALTO files, versions 1 to 4: their blocks, lines and words, as text recognition writes them.

Only local names are looked at, for the namespaces are many: none, CCS's, the Library of Congress's v2 to v4. The units
differ as well (pixels, tenths of a millimetre, 1/1200 inch), so only ratios of boxes mean anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from operator import mul
from typing import TYPE_CHECKING, Final

from reader.model import Box, Direction, Page, TextBlock, TextLine
from reader.sources.alto_words import find_gaps, read_box
from reader.sources.cleaning import Removed, clean, clean_lines
from reader.sources.positioned import find_direction, find_scale, find_union, make_block, parse_number
from reader.sources.ratings import carry_ratings, rate_words, rate_written
from reader.sources.safe_xml import iter_named, local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

_HYPHENS: Final = "-\u00ad\u00ac\u2010\u2011=⸗"
"""What OCR programs write for the hyphen at a line's end; ¬ is FineReader's."""

_MARGINS: Final = frozenset({"TopMargin", "LeftMargin", "RightMargin", "BottomMargin"})

_BLOCKS: Final = ("{*}TextBlock", "{*}ComposedBlock", "{*}Illustration", "{*}GraphicalElement")

_VERTICAL: Final = frozenset({"ttb", "btt"})
"""Values of BASEDIRECTION (ALTO 4.3) for lines that run downward or upward."""


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
    """The words that were asked for, by their ids."""
    width: float | None = None
    """Of the page, in the units of its boxes, where the file says it."""

    def to_page(self, page_id: str) -> Page:
        """The page by its id in the issue."""
        return Page(page_id, tuple(block.block for block in self.blocks), label=self.label, direction=self.direction)


def read_pages(root: _Element, *, words: frozenset[str] = frozenset()) -> Iterator[AltoPage]:
    """The pages of an ALTO file, those without text too.

    Args:
        root: The file's first element.
        words: Ids of words whose places are wanted.
    """
    sizes = {
        str(style.get("ID")): size
        for styles in root.iterchildren("{*}Styles")
        for style in styles.iterchildren("{*}TextStyle")
        if (size := parse_number(style.get("FONTSIZE")))
    }
    pages = [page for layout in root.iterchildren("{*}Layout") for page in layout.iterchildren("{*}Page")]
    # In a damaged file they may stand anywhere.
    for page in pages or iter_named(root, "Page"):
        yield _PageReading(page, sizes, words).finish()


@dataclass(slots=True)
class _Row:
    """A line while its page is read."""

    text: str
    box: Box | None
    ratings: bytes
    divided: bool
    """Whether it ends with a hyphen that only divides a word."""
    points: float | None
    """Size of its type in points."""


class _PageReading:
    """One page while it is read; line numbers count from 1.

    A page has thousands of words, and each call for one of them shows: hence the loops without helpers.
    """

    def __init__(self, page: _Element, sizes: Mapping[str, float], words: frozenset[str]) -> None:
        self.page = page
        self.sizes = sizes
        self.wanted = words
        self.words: dict[str, Word] = {}
        self.following: dict[str, str] = {}
        """Ids of blocks, and those of the blocks that are said to come next."""
        self.points: dict[str | None, float | None] = {None: None}
        """Sizes of type in points by the styles that are referred to."""
        self.holders: dict[_Element | None, tuple[tuple[str, ...], bool]] = {}
        """What holds blocks, and whether it stands outside of the print space, by the blocks' parents."""
        self.rows: list[_Row] = []
        self.vertical = page.get("BASEDIRECTION") in _VERTICAL

    def finish(self) -> AltoPage:
        """Read the page and put it together."""
        groups: list[tuple[_Element, int]] = []
        block_points: float | None = None
        ids: set[str] = set()
        for line in self.page.iter("{*}TextLine", *_BLOCKS):
            if not line.tag.endswith("TextLine"):
                name = line.get("ID") or ""
                ids.add(name)
                if following := line.get("IDNEXT"):
                    self.following[name] = following
                continue
            parent = line.getparent()
            if parent is not None and (not groups or groups[-1][0] is not parent):
                groups.append((parent, len(self.rows)))
                block_points = self._find_points(parent.get("STYLEREFS"))
            self._read_line(line, block_points)
        lines, removed = self._make_lines()
        ends = [*(start for _, start in groups[1:]), len(lines)][: len(groups)]
        blocks = [
            self._make_block(parent, kept)
            for (parent, start), end in zip(groups, ends, strict=True)
            if (kept := [line for line in lines[start:end] if line is not None])
        ]
        vertical = self.vertical or find_direction([line for line in lines if line]) is Direction.VERTICAL
        label = self.page.get("PRINTED_IMG_NR")
        return AltoPage(
            id=self.page.get("ID"),
            # Cataloguers put numbers that are not printed in brackets.
            label=" ".join(clean(label).text.split()).strip("[]") or None if label else None,
            blocks=tuple(_find_order(self.page, blocks, self.following)),
            direction=Direction.VERTICAL if vertical else Direction.HORIZONTAL,
            removed=removed,
            ids=frozenset(ids),
            words=self.words,
            width=parse_number(self.page.get("WIDTH")),
        )

    def _read_line(self, line: _Element, block_points: float | None) -> None:
        strings = [*line.iterchildren("{*}String")]
        contents = [string.get("CONTENT") or "" for string in strings]
        text = " ".join(contents)
        if not text or "  " in f" {text} ":
            # Some of them are blank.
            strings = [string for string, content in zip(strings, contents, strict=True) if content.strip()]
            contents = [content for content in contents if content.strip()]
            if not contents:
                return
        ratings = [rate_written(string.get("WC")) for string in strings]
        if local_name(line[-1]) == "HYP" or strings[-1].get("SUBS_TYPE") == "HypPart1":
            divided = True
            contents[-1] = (contents[-1].rstrip(_HYPHENS) or contents[-1]) + "-"
        else:
            divided = False
        text = " ".join(contents)
        if self.wanted and not (text.isascii() and text.isprintable()):
            # Their places are those in the clean line.
            contents = [" ".join(clean(content).text.split()) or "\ufffd" for content in contents]
            text = " ".join(contents)
        rated = rate_words(contents, ratings)
        gaps = find_gaps(text, contents, strings, line)
        if gaps:
            words = [f" {word}" if gap else word for gap, word in zip(gaps, contents, strict=True)]
            text = "".join(words)
            rated = rated and b"".join(map(mul, ratings, map(len, words)))
        if self.wanted:
            self._note_words(contents, strings, gaps)
        if line.get("BASEDIRECTION") in _VERTICAL:
            self.vertical = True
        self.rows.append(
            _Row(
                text,
                read_box(line) or find_union([box for string in strings if (box := read_box(string))]),
                rated,
                divided,
                self._find_points(line.get("STYLEREFS") or strings[0].get("STYLEREFS")) or block_points,
            )
        )

    def _note_words(self, contents: list[str], strings: list[_Element], gaps: list[bool] | None) -> None:
        names = [string.get("ID") for string in strings]
        if self.wanted.isdisjoint(names):
            return
        number = len(self.rows) + 1
        at = 0
        for index, (content, word) in enumerate(zip(contents, names, strict=True)):
            at += gaps[index] if gaps else index > 0
            if word in self.wanted:
                self.words.setdefault(word, Word(number, at, at + len(content)))
            at += len(content)

    def _find_points(self, styles: str | None) -> float | None:
        if styles not in self.points:
            named = styles.split() if styles else ()
            self.points[styles] = next((size for style in named if (size := self.sizes.get(style))), None)
        return self.points[styles]

    def _make_block(self, parent: _Element, lines: list[TextLine]) -> AltoBlock:
        above = parent.getparent()
        if above not in self.holders:
            held_by = [(local_name(ancestor), ancestor.get("ID")) for ancestor in parent.iterancestors()]
            holders = tuple(name for kind, name in held_by if name and kind not in ("Layout", "alto"))
            self.holders[above] = (holders, any(kind in _MARGINS for kind, _ in held_by))
        return AltoBlock(make_block(lines, parent.get("ID"), read_box(parent)), *self.holders[above])

    def _make_lines(self) -> tuple[list[TextLine | None], Removed]:
        """The lines with clean text and the size of their type; None for those that had nothing else."""
        texts, removed = clean_lines([row.text for row in self.rows])
        scale = find_scale([(row.box, row.points) for row in self.rows])
        lines = [
            TextLine(
                text,
                number,
                box=row.box,
                size=row.points * scale if row.points and scale else None,
                ratings=carry_ratings(row.ratings, row.text, text),
                hyphen=int(row.divided and text.endswith("-")),
            )
            if text
            else None
            for number, (row, text) in enumerate(zip(self.rows, texts, strict=True), 1)
        ]
        return lines, removed


def _find_order(page: _Element, blocks: list[AltoBlock], following: Mapping[str, str]) -> list[AltoBlock]:
    """The blocks in the order that a ReadingOrder (ALTO 4.3) gives, and then those that it leaves out.

    Where there is none, a block stands right behind the one that names it with IDNEXT (ALTO 1 to 4); few files do that
    throughout, so the others stay where they are.
    """
    places: dict[str, int] = {}
    for holder in (page.getroottree().getroot(), page):
        for order in holder.iterchildren("{*}ReadingOrder"):
            for reference in order.iter("*"):
                if target := reference.get("REF"):
                    places.setdefault(target, len(places))
    if not places:
        return _follow(blocks, following)

    def place(block: AltoBlock) -> int:
        ids = (block.block.id, *block.holders)
        return min((places[name] for name in ids if name in places), default=len(places))

    return sorted(blocks, key=place)


def _follow(blocks: list[AltoBlock], following: Mapping[str, str]) -> list[AltoBlock]:
    """The blocks with those that follow each other together; in a ring, the one that stands first begins."""
    if not following:
        return blocks
    named: dict[str, list[AltoBlock]] = {}
    for block in blocks:
        for name in filter(None, (block.block.id, *block.holders)):
            named.setdefault(name, []).append(block)
    waiting = {id(block) for target in following.values() for block in named.get(target, ())}
    ordered: dict[int, AltoBlock] = {}
    for first in (*(block for block in blocks if id(block) not in waiting), *blocks):
        chain = [first]
        while chain:
            block = chain.pop()
            if id(block) not in ordered:
                ordered[id(block)] = block
                chain.extend(reversed(named.get(following.get(block.block.id or "", ""), [])))
    return list(ordered.values())
