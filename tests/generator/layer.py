"""From galleys to a text layer: what an extractor makes of the printed page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from random import Random

from reader.model import Direction
from tests.generator.galley import Galley, PrintedLine, Run
from tests.generator.truth import LaidLine, LaidPage

_NUMBER = re.compile(r"(?<![A-Za-z0-9.:])[0-9]+(?:[.:\-][0-9]+)*%?")


class Spacing(Enum):
    """Blank lines of the text layer."""

    SINGLE = "single"  # none
    DOUBLE = "double"  # one between all lines, but for lines that are set close
    GALLEYS = "galleys"  # one between things that stand apart on the page


@dataclass(frozen=True, slots=True)
class LayerManner:
    """An extractor's habits."""

    spacing: Spacing = Spacing.SINGLE
    indents: bool = False
    """Whether the white space before a line is kept, as U+3000."""
    justified: float = 0.0
    """Share of numbers that get a stray space before or behind them."""


def lay_page(
    galleys: Iterable[Galley],
    manner: LayerManner,
    random: Random,
    *,
    label: str | None = None,
    section: str | None = None,
    direction: Direction = Direction.HORIZONTAL,
) -> LaidPage:
    """The lines of a page as an extractor gives them, numbered as in the file."""
    laid: list[LaidLine] = []
    number = 0
    for galley in galleys:
        for index, line in enumerate(galley.lines):
            blank = bool(laid) and _has_blank_before(line, index, manner.spacing)
            number += 2 if blank else 1
            runs = _space_numbers(line.runs, manner.justified, random)
            indent = float(line.indent) if manner.indents else 0.0
            laid.append(LaidLine(number, runs, indent, bool(laid) and not blank))
    return LaidPage(tuple(laid), label, section, direction)


def write_text(page: LaidPage) -> str:
    """The page as the text of a file, with a line end after the last line."""
    rows = [""] * (page.lines[-1].number if page.lines else 0)
    for line in page.lines:
        rows[line.number - 1] = "　" * int(line.indent) + line.text
    return "".join(row + "\n" for row in rows)


def _has_blank_before(line: PrintedLine, index: int, spacing: Spacing) -> bool:
    if spacing is Spacing.GALLEYS:
        return index == 0
    return spacing is Spacing.DOUBLE and not line.tight


def _space_numbers(runs: tuple[Run, ...], share: float, random: Random) -> tuple[Run, ...]:
    if not share:
        return runs
    return tuple(Run(run.owner, _space(run.text, share, random)) for run in runs)


def _space(text: str, share: float, random: Random) -> str:
    """Put stray spaces round some numbers, never at the ends of the text: there they would be trimmed away."""

    def spaced(match: re.Match[str]) -> str:
        before = " " if match.start() > 0 and random.random() < share else ""
        behind = " " if match.end() < len(text) and random.random() < share / 3 else ""
        return before + match.group() + behind

    return _NUMBER.sub(spaced, text)
