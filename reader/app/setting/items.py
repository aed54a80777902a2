"""What is set: the blocks of an article in the script being read, and our remarks after its end."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from reader.app.cells import display_text
from reader.app.places import Place
from reader.hanzi.script import Converted
from reader.languages import say
from reader.model import Article, PartKind
from reader.typography import Align, Block, Piece, compose

HEADING_ROLES = frozenset({PartKind.KICKER, PartKind.HEADLINE, PartKind.SUBHEADLINE, PartKind.CROSSHEAD})
"""What is set in lines of equal length rather than filled, and kept with what follows it."""

FOOT, NOTE, NEXT = "foot", "own-note", "next"
"""Looks of our own remarks; those of the article's blocks are called by their roles."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to be set."""

    look: str
    """The name of its style: the role of a block, or that of a remark."""
    shown: Converted
    """Its text in the script being read: what is copied."""
    drawn: str
    """The same, code point for code point, as this terminal can draw it: what is set."""
    block: Block | None = None
    """The block of the article; None for a remark."""
    indent: int = 0
    """Em before its first line."""
    align: Align = "start"
    space_before: int = 0
    """Blank rows, or vertical columns, before it."""

    @property
    def is_heading(self) -> bool:
        """Whether it is set as a heading."""
        return self.block is not None and self.block.role in HEADING_ROLES


@dataclass(frozen=True, slots=True)
class Items:
    """All there is to set, and the way between the parts of the article and what is shown."""

    all: tuple[Item, ...] = ()
    of_part: Mapping[int, int] = field(default_factory=dict)
    """Index of a part → index of the item that holds it."""

    def find_shown(self, part: int, start: int, end: int) -> tuple[int, int, int] | None:
        """A stretch of a part as (item, start, end) of the shown text; None for a part that is not set."""
        index = self.of_part.get(part)
        block = None if index is None else self.all[index].block
        if index is None or block is None:
            return None
        first, last = block.from_part(part, start), block.from_part(part, end)
        if first is None or last is None:
            return None
        shown = self.all[index].shown
        if first == last:
            at = shown.from_source(first)
            return index, at, at
        return index, *shown.span_from_source(first, last)

    def find_place(self, item: int, offset: int) -> Place:
        """The place of a shown code point; the article's end for those of our remarks."""
        block = self.all[item].block
        if block is None:
            return self.end
        return Place(*block.to_part(self.all[item].shown.to_source(offset)))

    def find_stretch(self, start: tuple[int, int], end: tuple[int, int]) -> tuple[Place, Place] | None:
        """The stretch of the article that a stretch of shown text stands for; None where it is nothing of it.

        Args:
            start: Item and offset of its first code point.
            end: Item and offset behind its last one.
        """
        pieces: list[Piece] = []
        for index in range(start[0], min(end[0] + 1, len(self.all))):
            item = self.all[index]
            if item.block is None:
                continue
            first = start[1] if index == start[0] else 0
            last = min(end[1], len(item.shown.text)) if index == end[0] else len(item.shown.text)
            if first < last:
                pieces += item.block.to_pieces(*item.shown.span_to_source(first, last))
        if not pieces:
            return None
        return Place(pieces[0].part, pieces[0].start), Place(pieces[-1].part, pieces[-1].end)

    @property
    def end(self) -> Place:
        """The place after the article's last character."""
        last = next((item.block for item in reversed(self.all) if item.block is not None), None)
        return Place() if last is None else Place(*last.to_part(len(last.text)))


def make_items(
    article: Article,
    *,
    show: Callable[[str], Converted],
    indent: int,
    paragraph_spacing: int = 0,
    remarks: Sequence[str] = (),
    notes: Sequence[str] = (),
    next_title: str | None = None,
) -> Items:
    """What an article is set as.

    Args:
        article: What to set.
        show: Converts a block's text to the script being read.
        indent: Em before a paragraph's first line.
        paragraph_spacing: Blank rows between paragraphs.
        remarks: What the reader should know about the article.
        notes: What the reader has written about it.
        next_title: Title of the article that follows; None at the end of the issue.
    """
    items: list[Item] = []
    of_part: dict[int, int] = {}
    for index, block in enumerate(compose(article)):
        of_part.update((run.part, index) for run in block.runs)
        is_text = block.role in (PartKind.PARAGRAPH, PartKind.NOTE)
        space = max(block.space_before, paragraph_spacing if is_text and index else 0)
        own_indent = min(block.indent, indent)
        shown = show(block.text)
        drawn = display_text(shown.text)
        items.append(Item(block.role.value, shown, drawn, block, own_indent, block.align, space))
    items.append(_remark(FOOT, "──────", space_before=1))
    items.extend(_remark(FOOT, f"※ {remark}") for remark in remarks)
    items.extend(_remark(NOTE, note) for note in notes)
    if next_title is None:
        items.append(_remark(FOOT, say("End of this issue")))
    else:
        items.append(_remark(NEXT, say("Next: {title}", title=show(next_title).text)))
    return Items(tuple(items), of_part)


def _remark(look: str, text: str, *, space_before: int = 0) -> Item:
    return Item(look, Converted(text), display_text(text), space_before=space_before)
