"""`dubao shelf --calendar 2031-05`: the issues of each paper in a month."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import MAXYEAR, MINYEAR, date
from typing import Final

import click

from reader.app.shelf import LEGEND, SIGNS, Shelf, find_day_state
from reader.cli.columns import count_cells
from reader.cli.terminal import paint
from reader.hanzi.harmless import make_harmless
from reader.languages import say
from reader.state import ShelfEntry
from reader.state.calendar import MONTHS, Paper, find_weeks, group_papers

CELLS: Final = 5
"""Of a day: two digits, a sign, and room."""
_MONTH: Final = re.compile(r"(\d{4})-(\d{1,2})")


def parse_month(written: str) -> date:
    """The first day of a month that is written 2031-05.

    Raises:
        click.UsageError: If it is no month.
    """
    found = _MONTH.fullmatch(written)
    if found and MINYEAR <= int(found[1]) <= MAXYEAR and 1 <= int(found[2]) <= MONTHS:
        return date(int(found[1]), int(found[2]), 1)
    raise click.UsageError(say("--calendar wants a month, such as 2031-05."))


def format_calendar(entries: Sequence[ShelfEntry], month: date) -> Iterator[str]:
    """The lines of a month, a grid a paper; none where there are no issues.

    Args:
        entries: The issues of that month.
        month: Any day of it.
    """
    shelf = Shelf()
    for paper in group_papers(entries):
        yield from _format_paper(paper, month, shelf)
        yield ""
    if entries:
        yield paint("  ".join(f"{SIGNS[state]} {say(name)}" for state, name in LEGEND.items()), "quiet")


def _format_paper(paper: Paper, month: date, shelf: Shelf) -> Iterator[str]:
    name = make_harmless(paper.title) if paper.title else say("Paper unknown")
    yield f"{name}  {say('{year}-{month:02}', year=month.year, month=month.month)}"
    yield "".join(_fill(f" {head}") for head in say("Mo Tu We Th Fr Sa Su").split()).rstrip()
    for week in find_weeks(month.year, month.month):
        yield "".join(_fill(_format_day(paper, day, shelf)) for day in week).rstrip()


def _format_day(paper: Paper, day: date | None, shelf: Shelf) -> str:
    if day is None:
        return ""
    entries = paper.days.get(day)
    return f" {day.day:2}{SIGNS[find_day_state(entries, shelf)] if entries else ''}"


def _fill(text: str) -> str:
    return text + " " * (CELLS - count_cells(text))
