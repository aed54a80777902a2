"""The list of the shelf: an issue a row, its columns as many as there is room for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message

from reader.app.cells import crop, text_cells
from reader.app.shelf import Shelf, State, name_entry, name_state, name_time
from reader.app.widgets.line_view import LineView
from reader.hanzi.harmless import make_harmless
from reader.languages import say
from reader.state import ShelfEntry

GAP = 2
MARGIN = 3
"""Cells before the name, in which the cursor stands."""
LONGEST_NAME = 36
"""Cells of a name where there is room for all: a newspaper's has seldom half as many."""
LEAST_NAME = 12
DATE, STATE, UNREAD, OPENED = 10, 8, 9, 10
"""Cells of the other columns."""
LEAST_PATH = 24
"""Cells below which a path is no help."""


@dataclass(frozen=True, slots=True)
class Widths:
    """Cells of the columns; 0 for one that has no room."""

    name: int
    unread: int
    opened: int
    path: int


def fit_columns(width: int) -> Widths:
    """The columns of a row: name, date and state always, then what is unread, when it was opened, and the path."""
    left = width - MARGIN - DATE - STATE - 3 * GAP
    unread = UNREAD if left - UNREAD - GAP >= LEAST_NAME else 0
    left -= unread + GAP if unread else 0
    opened = OPENED if left - OPENED - GAP >= LEAST_NAME else 0
    left -= opened + GAP if opened else 0
    path = left - LONGEST_NAME - GAP
    return Widths(left, unread, opened, 0) if path < LEAST_PATH else Widths(LONGEST_NAME, unread, opened, path)


class ShelfList(LineView):
    """The issues on the shelf, one of them under the cursor."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "shelf--heading",
        "shelf--issue",
        "shelf--read",
        "shelf--missing",
        "shelf--quiet",
        "shelf--cursor",
    }

    @dataclass
    class Pointed(Message):
        """The cursor is on another issue, or on none."""

    @dataclass
    class Opened(Message):
        """The issue under the cursor was clicked once more."""

    def __init__(self, shelf: Shelf, show: Callable[[str], str], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.shelf = shelf
        self.show = show
        """Shows a title in the reader's script."""
        self.cursor = 0
        self.today = date.today()

    @property
    def entry(self) -> ShelfEntry | None:
        """The issue under the cursor."""
        shown = self.shelf.shown
        return shown[self.cursor] if self.cursor < len(shown) else None

    def rearrange(self, keep: ShelfEntry | None = None) -> None:
        """Show the shelf as it is now, the cursor on an issue if that is shown, else as near as it was."""
        shown = self.shelf.shown
        here = next((row for row, entry in enumerate(shown) if entry is keep), self.cursor)
        self.cursor = max(0, min(here, len(shown) - 1))
        self.set_row_count(len(shown))
        self.keep_in_sight(self.cursor)
        self.post_message(self.Pointed())

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.set_row_count(len(self.shelf.shown))
        self.keep_in_sight(self.cursor)

    def draw_row(self, row: int, width: int) -> list[Segment]:
        """An issue."""
        entry = self.shelf.shown[row]
        state = self.shelf.find_state(entry)
        under_cursor = row == self.cursor
        kind = {State.READ: "shelf--read", State.MISSING: "shelf--missing"}.get(state, "shelf--issue")
        base = self.get_component_rich_style("shelf--cursor" if under_cursor else kind)
        quiet = base if under_cursor else self.get_component_rich_style("shelf--quiet")
        columns = fit_columns(width)
        day = entry.issue.date.isoformat() if entry.issue.date else ""
        unread = f"{entry.unread}/{entry.articles}" if entry.opened else ""
        return [
            Segment(f" {'>' if under_cursor else ' '} ", base),
            Segment(_fill(self.show(name_entry(entry)), columns.name), base),
            Segment(_fill(day, DATE), base),
            Segment(_fill(name_state(entry, state), STATE, rightward=True), base),
            Segment(_fill(unread, columns.unread, rightward=True), base),
            Segment(_fill(name_time(entry, self.today), columns.opened), quiet),
            Segment(_fill(make_harmless(entry.issue.path), columns.path), quiet),
        ]

    def describe_columns(self, width: int) -> str:
        """The columns' headings."""
        columns = fit_columns(width)
        headings = [
            _fill(say("Paper"), columns.name),
            _fill(say("Date"), DATE),
            _fill(say("Read"), STATE, rightward=True),
            _fill(say("Unread"), columns.unread, rightward=True),
            _fill(say("Opened"), columns.opened),
            _fill(say("Path"), columns.path),
        ]
        return " " * MARGIN + "".join(headings).rstrip()

    def move_lines(self, by: int) -> bool:
        """Move the cursor; the list follows; False at the end."""
        return self._go(self.cursor + by)

    def move_to_top(self) -> None:
        """Go to the first issue."""
        self._go(0)

    def move_to_end(self) -> None:
        """Go to the last issue."""
        self._go(self.row_count)

    def _go(self, row: int) -> bool:
        row = max(0, min(row, self.row_count - 1))
        if row == self.cursor:
            return False
        self.cursor = row
        self.refresh()
        self.keep_in_sight(row)
        self.post_message(self.Pointed())
        return True

    def on_click(self, event: events.Click) -> None:
        """Point at the issue that was clicked; a click on the one under the cursor opens it."""
        row = self.scroll_offset.y + event.get_content_offset_capture(self).y
        if row == self.cursor and self.entry is not None:
            self.post_message(self.Opened())
        elif 0 <= row < self.row_count:
            self._go(row)


def _fill(text: str, cells: int, *, rightward: bool = False) -> str:
    """A column's text, cut and filled to its width, with the gap before the next; "" for a column without room."""
    if not cells:
        return ""
    text = crop(text, cells)
    padding = " " * (cells - text_cells(text))
    return (padding + text if rightward else text + padding) + " " * GAP
