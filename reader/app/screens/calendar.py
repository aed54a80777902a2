"""The calendar: the issues of one paper by month; one of them is opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import ClassVar, Self

from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen

from reader.app.cells import text_cells
from reader.app.commands import Group, Scope
from reader.app.keys.binding import Keyed, actions_of, find_keymap
from reader.app.screens.choose import Choice, Choose
from reader.app.screens.help import HelpScreen
from reader.app.shelf import LEGEND, SIGNS, Shelf, name_entry, name_state
from reader.app.widgets.bars import Bar, StatusLine, find_hints
from reader.app.widgets.month_grid import MonthGrid
from reader.hanzi.harmless import make_harmless
from reader.languages import say, say_count
from reader.state.calendar import Paper, group_papers, step_day, step_month
from reader.state.values import ShelfEntry

HINTS = find_hints("calendar_open", "next_issue", "next_month", "next_paper", "help", "quit")

MARGINS = 2
"""Cells that a bar leaves at its ends."""


class CalendarScreen(Keyed, Screen[ShelfEntry]):
    """Dismissed with an issue, or with None."""

    ACTIONS: ClassVar[Mapping[str, str]] = {
        **actions_of(Scope.CALENDAR),
        "help": "help",
        "cancel": "leave",
        "quit": "leave",
    }

    def __init__(self, papers: Sequence[Paper], at: int, day: date, shelf: Shelf, show: Callable[[str], str]) -> None:
        """Show a month.

        Args:
            papers: At least one.
            at: Index of the one to begin with.
            day: The day to begin on.
            shelf: Knows how issues stand.
            show: Shows a title in the reader's script.
        """
        super().__init__()
        self.papers = papers
        self.at = at
        self.shelf = shelf
        self.show = show
        self.grid = MonthGrid(papers[at], day, shelf)

    @classmethod
    def of(cls, shelf: Shelf, entry: ShelfEntry | None, show: Callable[[str], str]) -> Self | None:
        """The calendar of a shelf that begins with an issue's paper and day; None where no issue has a date."""
        papers = group_papers(shelf.entries)
        if not papers:
            return None
        if entry is None:
            return cls(papers, 0, papers[0].last, shelf, show)
        at = next((number for number, paper in enumerate(papers) if paper.is_of(entry)), 0)
        day = entry.issue.date if papers[at].is_of(entry) else None
        return cls(papers, at, day or papers[at].last, shelf, show)

    @property
    def paper(self) -> Paper:
        """The paper whose month is shown."""
        return self.papers[self.at]

    @property
    def day(self) -> date:
        """The day under the cursor."""
        return self.grid.day

    def compose(self) -> ComposeResult:
        """Header, month, the day under the cursor, keys."""
        yield Bar(id="header")
        yield self.grid
        yield Bar(id="shelf-detail")
        yield StatusLine(HINTS, id="status")

    def on_mount(self) -> None:
        """Say what is shown."""
        super().on_mount()
        self._tell()

    def on_resize(self, event: events.Resize) -> None:
        """As many hints as there is room for."""
        self._tell()

    def _go(self, day: date) -> None:
        self.grid.point(self.paper, day)
        self._tell()

    def _tell(self) -> None:
        paper, header, detail = self.paper, self.query_one("#header", Bar), self.query_one("#shelf-detail", Bar)
        issues = sum(map(len, paper.days.values()))
        header.left = "  ".join(
            [
                self._name_paper(paper),
                say_count("{count} issue", "{count} issues", issues),
                f"{paper.first.isoformat()} – {paper.last.isoformat()}",
            ]
        )
        undated = say_count("{count} without a date", "{count} without a date", paper.undated) if paper.undated else ""
        header.right = undated
        detail.left = self._describe_day()
        legend = "  ".join(f"{SIGNS[state]} {say(name)}" for state, name in LEGEND.items())
        has_room = text_cells(f"{detail.left}  {legend}") <= self.app.size.width - MARGINS
        detail.right = legend if has_room else ""
        self.query_one("#status", Bar).left = f"{self.at + 1}/{len(self.papers)}" if len(self.papers) > 1 else ""

    def _describe_day(self) -> str:
        entries = self.paper.days.get(self.day, ())
        words = [self.day.isoformat()]
        if len(entries) == 1:
            entry = entries[0]
            words.append(name_state(entry, self.shelf.find_state(entry)))
            if entry.opened is not None:
                words.append(say("{unread} of {articles} unread", unread=entry.unread, articles=entry.articles))
        elif entries:
            words.append(say_count("{count} issue", "{count} issues", len(entries)))
        else:
            words.append(say("no issue here"))
        return "  ".join(words)

    def _name_paper(self, paper: Paper) -> str:
        return self.show(make_harmless(paper.title)) if paper.title else say("Paper unknown")

    def action_step_day(self, by: int) -> None:
        """So many days on."""
        self._go(step_day(self.day, by))

    def action_step_month(self, by: int) -> None:
        """So many months on."""
        self._go(step_month(self.day, by))

    def action_step_issue(self, by: int) -> None:
        """The next day with an issue, or the one before."""
        day = self.paper.find_next(self.day) if by > 0 else self.paper.find_previous(self.day)
        if day is not None:
            self._go(day)
        else:
            self.notify(say("That is the last issue.") if by > 0 else say("That is the first issue."), timeout=2)

    def action_first(self) -> None:
        """The first issue."""
        self._go(self.paper.first)

    def action_last(self) -> None:
        """The last issue."""
        self._go(self.paper.last)

    def action_step_paper(self, by: int) -> None:
        """The next paper, round the ends."""
        self._take_paper((self.at + by) % len(self.papers))

    def action_choose_paper(self) -> None:
        """One of the papers."""
        choices = [
            Choice(number, self._name_paper(paper), f"{paper.first.isoformat()} – {paper.last.isoformat()}")
            for number, paper in enumerate(self.papers)
        ]
        self.app.push_screen(Choose(say("Choose the paper"), choices, current=self.at), self._take_paper)

    def _take_paper(self, at: int | None) -> None:
        if at is not None:
            self.at = at
            self._go(self.day if self.day in self.paper.days else self.paper.find_nearest(self.day))

    @on(MonthGrid.Pointed)
    def _pointed(self, event: MonthGrid.Pointed) -> None:
        if event.day == self.day:
            self.action_open()
        else:
            self._go(event.day)

    def action_open(self) -> None:
        """The issue of the day under the cursor; of several, one is chosen."""
        entries = self.paper.days.get(self.day, ())
        if len(entries) == 1:
            self.dismiss(entries[0])
        elif entries:
            choices = [Choice(entry, name_entry(entry), make_harmless(entry.issue.path)) for entry in entries]
            self.app.push_screen(Choose(self.day.isoformat(), choices), self._chosen)
        else:
            key = find_keymap(self.app).mention("next_issue")
            self.notify(say("No issue on this day; {key} goes to the next one.", key=key), timeout=3)

    def _chosen(self, entry: ShelfEntry | None) -> None:
        if entry is not None:
            self.dismiss(entry)

    def action_help(self) -> None:
        """The keys."""
        self.app.push_screen(HelpScreen((Group.CALENDAR,)))

    def action_leave(self) -> None:
        """Back to the shelf."""
        self.dismiss(None)
