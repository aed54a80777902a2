"""From the blocks of a story to its paragraphs: indents, short lines and white space are real here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median
from typing import Final

from reader.hanzi.characters import em_width, is_han
from reader.model import FurnitureKind
from reader.structure import patterns
from reader.structure.bylines import is_person
from reader.structure.classes import LineClass, judge
from reader.structure.layout.placing import Level, Placed
from reader.structure.layout.stacking import Block
from reader.structure.leads import find_cuts, opens_article
from reader.structure.lines import Strip
from reader.structure.settings import SETTINGS

_INDENT: Final = 0.8
"""Em; less white space before a line is uneven setting."""

_INDENT_MOST: Final = 5.0
"""Em; more is a centred line or a new column."""

_SHORT: Final = 2.4
"""Em left free at the end of a line of Han: more than rules for punctuation ever leave (two characters)."""

_SHORT_JUSTIFIED: Final = 1.3
"""The same where lines are justified: what is left free then would have been spread."""

_LEAST_WRAPPED: Final = 3
"""Lines in a row that end at one place are full for a measure of their own."""

_LEAST_LINES: Final = 4
_REACHING: Final = 0.8
"""Em; a line this near to the edge is full, with its last mark hung or squeezed."""

_WORD_SLACK: Final = 1.0
"""Em beyond the next line's first word, for Latin set ragged."""

_FULL: Final = 0.7
_SAME_COLUMN: Final = 3.0
"""Em by which the edges of one column's blocks differ at most."""

_SAME_EDGE: Final = 0.5
_JUSTIFIED: Final = 0.4
"""Share of a block's lines that reach its edge: then it has its own measure."""

_WIDE_LEADING: Final = 1.25
"""Times the usual leading."""

_BREAK_SHORT: Final = 4.0
_BREAK_FULL: Final = -1.0
_BREAK_STOP: Final = 1.0
_BREAK_OPEN: Final = -1.0
_BREAK_COMMA: Final = -2.5
_BREAK_INDENT: Final = 3.0
_BREAK_NO_INDENT: Final = -2.0
_BREAK_SPACE: Final = 2.0
_BREAK_ITEM: Final = 2.5
_BREAK_WEIGHT: Final = 2.0
_BREAK_LEAD: Final = 2.0
"""What each piece of evidence says for a new paragraph; above 0 there is one."""

_LEAST_INDENTED: Final = 2
_MOST_INDENTED: Final = 0.6
"""Share of the lines: more cannot all open paragraphs."""


class PieceKind(StrEnum):
    """What a stretch of a story is."""

    PARAGRAPH = "paragraph"
    CROSSHEAD = "crosshead"
    ROW = "row"
    BYLINE = "byline"
    CREDIT = "credit"
    JUMP = "jump"
    MARKS = "marks"


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines of one role, in reading order."""

    kind: PieceKind
    strips: tuple[Strip, ...]
    initials: frozenset[int] = frozenset()
    """Numbers of the lines that are large initials: the next strip follows without a space."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of text with the measure of its column."""

    line: Placed
    indent: float
    """Em from the column's edge."""
    short: float
    """Em left free at its end."""
    step: float
    """Leading to the line before, over the usual one of its block; 0 at the head of a block."""
    justified: bool
    """Whether its column is set to full lines."""


def has_indents(blocks: Iterable[Block]) -> bool:
    """Whether the paragraphs of a page open with printed white space."""
    lines = indented = 0
    for block in blocks:
        if block.level is not Level.BODY or block.rows or len(block.lines) < 2:
            continue
        for line in block.lines:
            lines += 1
            indented += _INDENT <= (line.area.start - block.area.start) / (line.size or 1.0) <= _INDENT_MOST
    return _LEAST_INDENTED <= indented <= _MOST_INDENTED * lines


def read_pieces(blocks: Sequence[Block], page: Sequence[Block], *, indents: bool) -> list[Piece]:
    """The paragraphs, crossheads, rows, bylines and credits of a story.

    Args:
        blocks: Its blocks in reading order.
        page: All text blocks of the page, among which are others of the same columns.
        indents: Whether paragraphs open with printed white space.
    """
    pieces: list[Piece] = []
    open_rows: list[_Row] = []

    def close() -> None:
        pieces.extend(_part_paragraphs(open_rows, indents=indents))
        open_rows.clear()

    for block in blocks:
        if block.rows:
            close()
            pieces.extend(Piece(PieceKind.ROW, tuple(cell.strip for cell in row)) for row in block.rows)
        elif block.level is Level.MINOR:
            close()
            pieces.append(Piece(PieceKind.CROSSHEAD, tuple(line.strip for line in block.lines)))
        else:
            open_rows.extend(_measure(block, page))
    close()
    return pieces


def _measure(block: Block, page: Sequence[Block]) -> list[_Row]:
    """The lines of a block, measured by its own edges or by those of its column."""
    size = median(line.size for line in block.lines) or 1.0
    start, end = block.area.start, block.area.end
    justified = is_justified(block)
    if not justified:
        column = [
            other.area
            for other in page
            if abs(other.area.start - start) < _SAME_COLUMN * size and other.area.end > end and is_justified(other)
        ]
        if column:
            justified = True
            end = min(area.end for area in column)
            start = min(start, *(area.start for area in column if area.end == end))
    steps = [b.area.bottom - a.area.bottom for a, b in zip(block.lines, block.lines[1:], strict=False)]
    usual = median(steps) if steps else 1.0
    ends = _find_ends(block, end)
    return [
        _Row(
            line,
            (line.area.start - start) / size,
            (ends[at] - line.area.end) / size,
            step / (usual or 1.0),
            justified,
        )
        for at, (line, step) in enumerate(zip(block.lines, [0.0, *steps], strict=True))
    ]


def _find_ends(block: Block, end: float) -> list[float]:
    """For each line where its measure ends: before a picture several lines in a row end alike."""
    lines = block.lines
    ends = [end] * len(lines)
    at = 0
    while at < len(lines):
        last = at + 1
        while last < len(lines) and abs(lines[last].area.end - lines[at].area.end) < _SAME_EDGE * lines[at].size:
            last += 1
        run = lines[at:last]
        open_lines = sum(1 for line in run if not patterns.STOP.search(line.strip.plain))
        if len(run) >= _LEAST_WRAPPED and open_lines > len(run) / 2:
            ends[at:last] = [max(line.area.end for line in run)] * len(run)
        at = last
    return ends


def is_justified(block: Block) -> bool:
    """Whether most of a block's lines reach its edge: it shows the measure of its column."""
    if block.rows or block.level is not Level.BODY or len(block.lines) < _LEAST_LINES:
        return False
    reaching = sum(1 for line in block.lines if block.area.end - line.area.end < _REACHING * line.size)
    return reaching >= _JUSTIFIED * len(block.lines)


def _part_paragraphs(rows: Sequence[_Row], *, indents: bool) -> list[Piece]:
    pieces: list[Piece] = []
    group: list[_Row] = []

    def close() -> None:
        if group:
            pieces.append(_make_paragraph(group))
            group.clear()

    for at, row in enumerate(rows):
        before = rows[at - 1] if at else None
        after = rows[at + 1] if at + 1 < len(rows) else None
        opens = before is None or not group or _weigh_break(before, row, indents=indents) > 0
        alone = opens or bool(before is not None and patterns.STOP.search(before.line.strip.plain))
        if alone and (judged := _judge_alone(row, after)):
            close()
            pieces.extend(judged)
            continue
        if before is None and after is not None and _is_bare_name(row):
            pieces.append(Piece(PieceKind.BYLINE, (row.line.strip,)))
            continue
        if opens:
            close()
        group.append(row)
    close()
    return pieces


def _weigh_break(before: _Row, row: _Row, *, indents: bool) -> float:
    """How much speaks for a new paragraph between two lines."""
    ended, plain = before.line.strip.plain, row.line.strip.plain
    weight = 0.0
    if _is_short(before, row):
        weight += _BREAK_SHORT
    elif before.short < _FULL:
        weight += _BREAK_FULL
    if patterns.STOP.search(ended) or (ended[-1] in ".!?" and len(ended) > 1):
        weight += _BREAK_STOP
    elif patterns.COMMA_END.search(ended):
        weight += _BREAK_COMMA
    elif not patterns.HALF_STOP.search(ended):
        weight += _BREAK_OPEN
    deeper = row.indent - (before.indent if before.indent > _INDENT else 0.0)
    if _INDENT <= row.indent <= _INDENT_MOST and deeper > -_SAME_EDGE:
        weight += _BREAK_INDENT if deeper >= _INDENT or indents else 0.0
    elif indents and row.indent < _SAME_EDGE:
        weight += _BREAK_NO_INDENT
    if row.step > _WIDE_LEADING:
        weight += _BREAK_SPACE
    if patterns.NUMBERED.match(plain) or patterns.LEADING_MARKS.match(plain):
        weight += _BREAK_ITEM
    if row.line.bold != before.line.bold and row.line.level is before.line.level:
        weight += _BREAK_WEIGHT
    if row.line.drop is not None or opens_article(find_cuts(plain)):
        weight += _BREAK_LEAD
    return weight


def _is_short(before: _Row, row: _Row) -> bool:
    """Whether more of the next line would have had room at the end of this one."""
    text = row.line.strip.text
    if is_han(text[0]) or em_width(text[0]) >= 1.0:
        needed = _SHORT_JUSTIFIED if before.justified else _SHORT
    else:
        word = text.split(maxsplit=1)[0]
        head = next((at for at, character in enumerate(word) if is_han(character)), len(word))
        needed = max(_SHORT, 0.5 * head + _WORD_SLACK)
    return before.short > needed


def _judge_alone(row: _Row, after: _Row | None) -> list[Piece]:
    """A line that is no paragraph by its own words: a byline, a credit, a jump, a row of marks."""
    judged = judge(row.line.strip)
    kinds = {
        LineClass.BYLINE: PieceKind.BYLINE,
        LineClass.CREDIT: PieceKind.CREDIT,
    }
    if row.line.drop is not None:
        return []
    last = judged[-1]
    if len(judged) == 1 and last.kind is LineClass.FURNITURE:
        if last.furniture is FurnitureKind.JUMP:
            return [Piece(PieceKind.JUMP, (last.strip,))]
        return [Piece(PieceKind.MARKS, (last.strip,))] if patterns.ONLY_MARKS.fullmatch(last.strip.plain) else []
    if last.kind not in kinds or len(judged) > 2:
        return []
    if len(judged) == 2 and judged[0].kind is not LineClass.FURNITURE:
        return []
    goes_on = after is not None and row.short < _FULL and not patterns.STOP.search(row.line.strip.plain)
    if goes_on and last.kind is LineClass.CREDIT:
        return []
    marks = [Piece(PieceKind.MARKS, (piece.strip,)) for piece in judged[:-1]]
    return [*marks, Piece(kinds[last.kind], (last.strip,))]


def _is_bare_name(row: _Row) -> bool:
    """Whether the first line below a heading is a name and nothing else."""
    return row.line.strip.width <= SETTINGS.name_limit and is_person(row.line.strip.plain)


def _make_paragraph(rows: Sequence[_Row]) -> Piece:
    strips: list[Strip] = []
    initials: set[int] = set()
    for row in rows:
        if row.line.drop is not None:
            initials.add(row.line.drop.line)
            strips.append(row.line.drop)
        strips.append(row.line.strip)
    return Piece(PieceKind.PARAGRAPH, tuple(strips), frozenset(initials))
