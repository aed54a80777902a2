"""A month of a paper: its weeks, Monday first, with the days that have issues marked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.app.cells import crop, text_cells
from reader.app.shelf import SIGNS, Shelf, State, find_day_state, name_state
from reader.languages import say, say_count
from reader.state.calendar import WEEK, Paper, find_weeks

MOST_WEEKS = 6
LEAST_CELLS, MOST_CELLS = 5, 12
"""Of a day: number and mark; more than the latter tears the month apart."""
TOP = 2
"""Rows above the weeks: the month, and the days of the week."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day with issues, as it is shown."""

    state: State
    words: str


class MonthGrid(Widget):
    """One month, a day under the cursor."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "month--title",
        "month--heads",
        "month--plain",
        "month--unread",
        "month--begun",
        "month--read",
        "month--missing",
        "month--cursor",
    }

    @dataclass
    class Pointed(Message):
        """A day was clicked."""

        day: date

    def __init__(self, paper: Paper, day: date, shelf: Shelf) -> None:
        super().__init__()
        self.paper = paper
        self.day = day
        """The day under the cursor."""
        self.shelf = shelf

    def point(self, paper: Paper, day: date) -> None:
        """Put the cursor on a day."""
        self.paper, self.day = paper, day
        self.refresh()

    def describe(self, day: date) -> Day | None:
        """What stands on a day; None where there is no issue."""
        entries = self.paper.days.get(day)
        if not entries:
            return None
        state = find_day_state(entries, self.shelf)
        if len(entries) > 1:
            return Day(state, say_count("{count} issue", "{count} issues", len(entries)))
        return Day(state, name_state(entries[0], state))

    @property
    def _cells(self) -> int:
        return max(LEAST_CELLS, min(self.size.width // WEEK, MOST_CELLS))

    @property
    def _rows(self) -> int:
        """Rows of a week: the number, with words below and a blank row where there is room."""
        return max(1, min((self.size.height - TOP) // MOST_WEEKS, 3))

    @property
    def _left(self) -> int:
        return max(0, (self.size.width - WEEK * self._cells) // 2)

    def render_line(self, y: int) -> Strip:
        """Draw a row."""
        base = self.rich_style
        if y == 0:
            title = say("{year}-{month:02}", year=self.day.year, month=self.day.month)
            margin = " " * max(0, (self.size.width - text_cells(title)) // 2)
            segments = [Segment(margin + title, self.get_component_rich_style("month--title"))]
        elif y == 1:
            heads = say("Mo Tu We Th Fr Sa Su").split()
            words = "".join(self._fill(f" {head}") for head in heads)
            segments = [Segment(" " * self._left + words, self.get_component_rich_style("month--heads"))]
        else:
            week, row = divmod(y - TOP, self._rows)
            weeks = find_weeks(self.day.year, self.day.month)
            days = weeks[week] if week < len(weeks) else ()
            segments = [Segment(" " * self._left, base), *(self._draw_day(day, row) for day in days)]
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def _draw_day(self, day: date | None, row: int) -> Segment:
        if day is None:
            return Segment(" " * self._cells, self.rich_style)
        shown = self.describe(day)
        kind = f"month--{shown.state.value}" if shown else "month--plain"
        style = self.get_component_rich_style(kind)
        if day == self.day and row < max(1, self._rows - 1):
            style = self.get_component_rich_style("month--cursor")
        if row == 0:
            return Segment(self._fill(f" {day.day:2}{SIGNS[shown.state] if shown else ''}"), style)
        return Segment(self._fill(f" {shown.words}" if shown and row == 1 else ""), style)

    def _fill(self, text: str) -> str:
        text = crop(text, self._cells - 1)
        return text + " " * (self._cells - text_cells(text))

    def on_click(self, event: events.Click) -> None:
        """Point at the day that was clicked."""
        offset = event.get_content_offset_capture(self)
        weeks = find_weeks(self.day.year, self.day.month)
        week, column = (offset.y - TOP) // self._rows, (offset.x - self._left) // self._cells
        if 0 <= week < len(weeks) and 0 <= column < WEEK and (day := weeks[week][column]) is not None:
            self.post_message(self.Pointed(day))
