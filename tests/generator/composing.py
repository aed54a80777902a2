"""From a story to its galleys: what a sub-editor's copy looks like in type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.model import BODY_KINDS, PartKind
from tests.generator.galley import Galley, Owner, Piece, Place, PrintedLine, Run, Story
from tests.generator.typesetter import Column, em_width, set_display, set_paragraph

_RUNNING = frozenset({PartKind.PARAGRAPH, PartKind.CAPTION, PartKind.NOTE})
_BRACKETS = frozenset("】〕）")
_GUTTER = 2
"""Em between two columns that stand side by side."""
_LINES = frozenset({PartKind.VERSE, PartKind.TABLE})


@dataclass(frozen=True, slots=True)
class SetStory:
    """A story in type: any galley may be empty."""

    label: Galley
    head: Galley
    byline: Galley
    body: Galley

    def in_order(self) -> tuple[Galley, ...]:
        """The galleys as a reader meets them, without empty ones."""
        return tuple(galley for galley in (self.label, self.head, self.byline, self.body) if galley.lines)


def set_story(
    number: int,
    story: Story,
    column: Column,
    *,
    widest_head: float | None = None,
    caption: Column | None = None,
    legs: Sequence[tuple[int, int]] = (),
    flush_signature: bool = False,
    beside: bool = False,
) -> SetStory:
    """Set one story.

    Args:
        number: Its index among the stories, for the owners.
        story: The copy.
        column: How its body is set.
        widest_head: Width in em beyond which a display line is turned.
        caption: How captions are set; as the body if None.
        legs: Changes of measure, by line of the body.
        beside: Whether a byline above the body stands on the headline's last line.
        flush_signature: Whether a signature on a line of its own is pushed to the right.
    """
    heads: dict[str, list[PrintedLine]] = {"label": [], "head": [], "byline": []}
    body: list[PrintedLine] = []
    pending: list[Run] = []
    pieces = story.pieces
    for index, piece in enumerate(pieces):
        owner = Owner(number, index)
        if piece.place is Place.LEAD:
            spaced = piece.kind is PartKind.DATELINE and piece.text[-1] not in _BRACKETS
            pending.append(Run(owner, piece.text + " " * spaced))
        elif piece.kind in _RUNNING:
            runs = [*pending, Run(owner, piece.text), *_tails(number, pieces, index)]
            pending = []
            setting = caption if piece.kind is PartKind.CAPTION and caption else column
            body += set_paragraph(runs, setting, [(line - len(body), wide) for line, wide in legs])
        elif piece.place is Place.TAIL:
            continue
        elif piece.kind in _LINES:
            body.append(PrintedLine((Run(owner, piece.text),)))
        elif piece.kind in BODY_KINDS or body:
            follows = index > 0 and pieces[index - 1].kind is piece.kind is PartKind.CREDIT
            body += _set_line(owner, piece, column, flush_signature, close=follows)
        else:
            where = {PartKind.LABEL: "label", PartKind.BYLINE: "byline"}.get(piece.kind, "head")
            turned = set_display(owner, piece.text, piece.breaks, widest_head if where == "head" else None)
            heads[where] += turned
    if beside and heads["head"] and len(heads["byline"]) == 1:
        heads["head"][-1] = _join(heads["head"][-1], heads["byline"].pop())
    galleys = {role: Galley(tuple(lines), f"{role}:{number}") for role, lines in heads.items()}
    return SetStory(galleys["label"], galleys["head"], galleys["byline"], Galley(tuple(body), f"body:{number}"))


def _join(title: PrintedLine, author: PrintedLine) -> PrintedLine:
    last = title.runs[-1]
    return PrintedLine((*title.runs[:-1], Run(last.owner, last.text + "　　"), *author.runs), title.indent)


def _tails(number: int, pieces: Sequence[Piece], index: int) -> list[Run]:
    found: list[Run] = []
    for after in range(index + 1, len(pieces)):
        if pieces[after].place is not Place.TAIL:
            break
        found.append(Run(Owner(number, after), pieces[after].text))
    return found


def _set_line(owner: Owner, piece: Piece, column: Column, flush: bool, *, close: bool) -> tuple[PrintedLine, ...]:
    """A line on its own inside or behind a body: a crosshead, a credit, a signature."""
    turned = set_display(owner, piece.text, piece.breaks, float(column.measure))
    if piece.kind is PartKind.CREDIT:
        return tuple(PrintedLine(line.runs, line.indent, tight=close or index > 0) for index, line in enumerate(turned))
    if piece.kind is PartKind.BYLINE and flush:
        return tuple(PrintedLine(line.runs, max(0, column.measure - len(line.text) - 1)) for line in turned)
    return turned


def interleave(left: Galley, right: Galley) -> Galley:
    """Two columns read across: a line of the left one, a line of the right one, and so on."""
    lines: list[PrintedLine] = []
    for index in range(max(len(left.lines), len(right.lines))):
        lines += [*left.lines[index : index + 1], *right.lines[index : index + 1]]
    return Galley(tuple(lines), f"{left.role}+{right.role}")


def stand_beside(left: Galley, right: Galley, measure: int) -> Galley:
    """Two columns as a layout dump has them: side by side in one line, with a gutter of blanks between.

    Args:
        left: The left column.
        right: The right column.
        measure: Width of the left column in em; its lines are padded to it.
    """
    lines: list[PrintedLine] = []
    for index in range(max(len(left.lines), len(right.lines))):
        if index >= len(left.lines):
            other = right.lines[index]
            lines.append(PrintedLine(other.runs, measure + _GUTTER + other.indent))
        elif index >= len(right.lines):
            lines.append(left.lines[index])
        else:
            one, other = left.lines[index], right.lines[index]
            room = measure + _GUTTER + other.indent - one.indent - em_width(one.text)
            gap = " " * max(3, round(2 * room))
            last = one.runs[-1]
            runs = (*one.runs[:-1], Run(last.owner, last.text + gap), *other.runs)
            lines.append(PrintedLine(runs, one.indent))
    return Galley(tuple(lines), f"{left.role}|{right.role}")


def cut_galley(galley: Galley, at: int) -> tuple[Galley, Galley]:
    """The galley's first `at` lines, and the rest."""
    return Galley(galley.lines[:at], galley.role), Galley(galley.lines[at:], galley.role)
