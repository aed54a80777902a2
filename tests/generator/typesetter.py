"""A column typesetter: copy in, printed lines out.

It does what a newspaper's own does and a segmenter must undo: lines of a fixed measure, marks that may not begin
or end a line (避头尾), marks squeezed to half their width to save a line break, Latin words and numbers kept whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tests.generator.galley import Owner, PrintedLine, Run

_NOT_FIRST = frozenset("。，、；：！？”’」』）》〉】〕·％%…—")
_NOT_LAST = frozenset("“‘「『（《〈【〔")
_SQUEEZABLE = frozenset("。，、；：！？”’」』）》〉】〕“‘「『（《〈【〔")
_ATOM = re.compile(r"[A-Za-z0-9]+(?:[.:\-/@][A-Za-z0-9]+)*%?|——|……|.", re.DOTALL)
_LONGEST_WORD = 16


@dataclass(frozen=True, slots=True)
class Column:
    """How a column is set."""

    measure: int
    """Length of a full line in em."""
    indent: int = 2
    """Em before the first line of a paragraph."""
    kinsoku: bool = True
    """Whether marks are kept from the wrong end of a line."""
    squeeze: int = 2
    """How many marks of one line may be set at half width to pull one more character in."""


@dataclass(frozen=True, slots=True)
class _Atom:
    owner: Owner
    text: str
    width: float


def em_width(text: str) -> float:
    """Width on paper: half an em for ASCII, one for everything else."""
    return sum(0.5 if ch < "\u0080" else 1.0 for ch in text)


def set_paragraph(runs: Iterable[Run], column: Column, legs: Sequence[tuple[int, int]] = ()) -> tuple[PrintedLine, ...]:
    """Set running text in a column.

    Args:
        runs: The words and their owners.
        column: The way of setting.
        legs: (from line, measure) pairs: where the column changes its width within the paragraph.
    """
    atoms = [atom for run in runs for atom in _cut(run)]
    lines: list[PrintedLine] = []
    at = 0
    while at < len(atoms):
        while at < len(atoms) and not atoms[at].text.strip():
            at += 1
        indent = column.indent if not lines else 0
        measure = next((wide for start, wide in reversed(legs) if len(lines) >= start), column.measure)
        end = _find_end(atoms, at, measure - indent, column)
        if end > at:
            lines.append(PrintedLine(_runs_of(atoms[at:end]), indent))
        at = end
    return tuple(line for line in lines if line.text)


def set_display(
    owner: Owner, text: str, breaks: Sequence[int] = (), widest: float | None = None
) -> tuple[PrintedLine, ...]:
    """Set a display line, turned where the copy says or, failing that, evenly when it is wider than `widest` em."""
    cuts = list(breaks)
    if not cuts and widest is not None and em_width(text) > widest:
        count = int(em_width(text) // widest) + 1
        cuts = [_near(text, round(len(text) * part / count)) for part in range(1, count)]
    bounds = [0, *cuts, len(text)]
    halves = [text[start:end].strip() for start, end in pairwise(bounds)]
    return tuple(PrintedLine((Run(owner, half),)) for half in halves if half)


def _near(text: str, at: int) -> int:
    """A place to turn a display line near `at`: behind a space or mark if one is close, never inside a word."""
    for reach in range(4):
        for place in (at + reach, at - reach):
            if 1 < place < len(text) - 1 and text[place - 1] in " 　，、：":
                return place
    while 1 < at < len(text) and (
        text[at - 1 : at + 1].isascii() or text[at] in _NOT_FIRST or text[at - 1] in _NOT_LAST
    ):
        at += 1
    return at


def _cut(run: Run) -> Iterable[_Atom]:
    for word in _ATOM.findall(run.text):
        for start in range(0, len(word), _LONGEST_WORD):
            part = word[start : start + _LONGEST_WORD]
            yield _Atom(run.owner, part, em_width(part))


def _find_end(atoms: Sequence[_Atom], start: int, room: float, column: Column) -> int:
    end, used = start, 0.0
    while end < len(atoms) and used + atoms[end].width <= room:
        used += atoms[end].width
        end += 1
    if end == len(atoms) or not column.kinsoku:
        return max(end, start + 1)
    return _keep_marks_in_place(atoms, start, max(end, start + 1), room - used, column.squeeze)


def _keep_marks_in_place(atoms: Sequence[_Atom], start: int, end: int, spare: float, squeeze: int) -> int:
    """Pull the next atoms in by squeezing marks, or else push the last ones over."""
    pulled, need = end, -spare
    while pulled < len(atoms) and pulled - end < 3:
        need += atoms[pulled].width
        pulled += 1
        marks = sum(atom.text in _SQUEEZABLE for atom in atoms[start:pulled])
        if need > 0.5 * min(marks, squeeze):
            break
        if _may_part(atoms, pulled):
            return pulled
    while end > start + 1 and not _may_part(atoms, end):
        end -= 1
    return end


def _may_part(atoms: Sequence[_Atom], at: int) -> bool:
    if at >= len(atoms):
        return True
    return atoms[at].text[0] not in _NOT_FIRST and atoms[at - 1].text[-1] not in _NOT_LAST


def _runs_of(atoms: Sequence[_Atom]) -> tuple[Run, ...]:
    """The atoms as runs, without blanks at the line's ends."""
    first, last = 0, len(atoms)
    while last > first and not atoms[last - 1].text.strip():
        last -= 1
    runs: list[Run] = []
    for atom in atoms[first:last]:
        if runs and runs[-1].owner == atom.owner:
            runs[-1] = Run(atom.owner, runs[-1].text + atom.text)
        else:
            runs.append(Run(atom.owner, atom.text))
    return tuple(runs)
