"""Composition: an article as the blocks that are set on screen, each with its way back to the article's parts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Literal, NamedTuple

from reader.model import BODY_KINDS, Article, Part, PartKind

SEPARATOR: Final = "\u3000"
"""Set between names on one line, and between a dateline and its paragraph: one em, as newspapers leave it."""

PARAGRAPH_INDENT: Final = 2
"""Em at the head of a paragraph (CLREQ §first-line indents)."""

Align = Literal["start", "center", "end"]

_CENTRED: Final = frozenset({PartKind.KICKER, PartKind.HEADLINE, PartKind.SUBHEADLINE, PartKind.CROSSHEAD})
_INDENTED: Final = frozenset({PartKind.PARAGRAPH, PartKind.DATELINE, PartKind.NOTE})
_KEPT_TOGETHER: Final = frozenset(
    {
        (PartKind.CAPTION, PartKind.CREDIT),
        (PartKind.CREDIT, PartKind.CREDIT),
        (PartKind.VERSE, PartKind.VERSE),
        (PartKind.TABLE, PartKind.TABLE),
        (PartKind.NOTE, PartKind.NOTE),
        (PartKind.CROSSHEAD, PartKind.PARAGRAPH),
        (PartKind.CROSSHEAD, PartKind.CROSSHEAD),
        (PartKind.PARAGRAPH, PartKind.PARAGRAPH),
        (PartKind.PARAGRAPH, PartKind.BYLINE),
        (PartKind.VERSE, PartKind.BYLINE),
        (PartKind.NOTE, PartKind.BYLINE),
        (PartKind.BYLINE, PartKind.BYLINE),
        (PartKind.DATELINE, PartKind.PARAGRAPH),
    }
)
"""The pairs of roles with no blank line between them, in the body; in the heading there is none at all."""


class Run(NamedTuple):
    """A stretch of a block's text that comes from one part, whole."""

    part: int
    """Index into `Article.parts`."""
    start: int
    """Offset in `Part.text`."""
    at: int
    """Offset in `Block.text`."""
    length: int
    """Code points."""


class Piece(NamedTuple):
    """A stretch of a part's text, half-open, in code points."""

    part: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """What is set as one: a heading line, the bylines, a paragraph with its dateline at its head."""

    role: PartKind
    """What it is foremost; a paragraph with its dateline run in is a paragraph."""
    text: str
    """All that is shown; between the runs stand separators, which belong to no part."""
    runs: tuple[Run, ...]
    """In the order of the text, and of the article; at least one."""
    indent: int = 0
    """Em before the first line."""
    align: Align = "start"
    space_before: int = 0
    """Blank lines before it; none before an article's first block."""

    def to_part(self, offset: int) -> tuple[int, int]:
        """The part, and the offset in it, of a character of the block's text.

        A separator counts as the end of the run before it, and what lies outside the text as its nearer end.
        """
        index = bisect_right(self.runs, offset, key=lambda run: run.at) - 1
        run = self.runs[max(0, index)]
        return run.part, run.start + max(0, min(offset - run.at, run.length))

    def from_part(self, part: int, offset: int) -> int | None:
        """The offset in the block's text of a part's character, or of the end of its text; None if it is not here."""
        for run in self.runs:
            if run.part == part and run.start <= offset <= run.start + run.length:
                return run.at + offset - run.start
        return None

    def to_pieces(self, start: int, end: int) -> tuple[Piece, ...]:
        """What the parts have of a stretch of the block's text: one piece a run, none for separators."""
        pieces = (
            Piece(run.part, run.start + max(start - run.at, 0), run.start + min(end - run.at, run.length))
            for run in self.runs
        )
        return tuple(piece for piece in pieces if piece.start < piece.end)


def compose(article: Article) -> tuple[Block, ...]:
    """What an article is set as, in reading order.

    Every character of every part stands in exactly one block. Bylines that follow each other are set on one line. A
    dateline is run in at the head of the paragraph that follows it. Everything else is a block by itself. Takes any
    parts in any order, in time linear in them; a part without text has no block.
    """
    blocks: list[Block] = []
    seen_body = False
    previous: PartKind | None = None
    for group in _group(article.parts):
        role = group[-1][1].kind
        text, runs = _join(group)
        align: Align = "start"
        if role in _CENTRED or (role is PartKind.BYLINE and not seen_body):
            align = "center"
        elif role in (PartKind.CREDIT, PartKind.BYLINE):
            align = "end"
        blocks.append(
            Block(
                role=role,
                text=text,
                runs=runs,
                indent=PARAGRAPH_INDENT if role in _INDENTED else 0,
                align=align,
                space_before=_space_between(previous, role, seen_body),
            )
        )
        seen_body = seen_body or role in BODY_KINDS or role is PartKind.DATELINE
        previous = role
    return tuple(blocks)


def find_block(blocks: Sequence[Block], part: int, offset: int = 0) -> tuple[int, int] | None:
    """Where a part's character stands: the block's index, and the offset in its text.

    Takes logarithmic time. A part that has no block, having no text, counts as the end of what stands before it;
    offsets outside the text count as its nearer end. None only where there are no blocks.
    """
    if not blocks:
        return None
    index = max(0, bisect_right(blocks, part, key=lambda block: block.runs[0].part) - 1)
    block = blocks[index]
    run = block.runs[max(0, bisect_right(block.runs, part, key=lambda run: run.part) - 1)]
    if run.part < part:
        return index, run.at + run.length
    if run.part > part:
        return index, run.at
    return index, run.at + max(0, min(offset - run.start, run.length))


def _group(parts: Sequence[Part]) -> Iterator[list[tuple[int, Part]]]:
    """The parts, with their indices, that are set as one block."""
    datelines: list[tuple[int, Part]] = []
    numbered = ((index, part) for index, part in enumerate(parts) if part.text)
    for kind, group in groupby(numbered, key=lambda item: item[1].kind):
        members = list(group)
        if datelines and kind is not PartKind.PARAGRAPH:
            yield datelines
            datelines = []
        if kind is PartKind.DATELINE:
            datelines = members
        elif kind is PartKind.BYLINE:
            yield members
        else:
            yield [*datelines, members[0]]
            datelines = []
            yield from ([member] for member in members[1:])
    if datelines:
        yield datelines


def _join(group: Sequence[tuple[int, Part]]) -> tuple[str, tuple[Run, ...]]:
    """The text of a block, and its runs."""
    texts: list[str] = []
    runs: list[Run] = []
    at = 0
    for index, part in group:
        if texts:
            texts.append(SEPARATOR)
            at += len(SEPARATOR)
        texts.append(part.text)
        runs.append(Run(index, 0, at, len(part.text)))
        at += len(part.text)
    return "".join(texts), tuple(runs)


def _space_between(previous: PartKind | None, role: PartKind, seen_body: bool) -> int:
    """Blank lines between two blocks."""
    if previous is None or (previous, role) in _KEPT_TOGETHER:
        return 0
    in_heading = not seen_body and role not in BODY_KINDS and role is not PartKind.DATELINE
    return 0 if in_heading else 1
