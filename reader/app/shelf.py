"""The shelf as the screen has it: which issues there are, which of them are shown, and what is said of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from pathlib import PurePath

from reader.hanzi.harmless import make_harmless
from reader.languages import message, say
from reader.state import Order, ShelfEntry, filter_shelf, sort_shelf

ORDER_NAMES = {
    Order.OPENED: message("last opened first"),
    Order.TITLE: message("by paper"),
    Order.DATE: message("by date"),
}


class State(StrEnum):
    """How an issue stands."""

    UNREAD = "unread"
    BEGUN = "begun"
    READ = "read"
    MISSING = "missing"


SIGNS = {State.UNREAD: "*", State.BEGUN: "+", State.READ: "=", State.MISSING: "!"}
"""Beside a day's number in a calendar, so that nothing is told by colour alone."""

LEGEND = {
    State.UNREAD: message("unread"),
    State.BEGUN: message("begun"),
    State.READ: message("read"),
    State.MISSING: message("missing"),
}
"""What the signs mean."""

_MOST_PRESSING = (State.BEGUN, State.UNREAD, State.MISSING, State.READ)


class Shelf:
    """The issues to choose from, in an order, those shown that have some words."""

    def __init__(self, entries: Iterable[ShelfEntry] = (), order: Order = Order.OPENED) -> None:
        self.entries: Sequence[ShelfEntry] = tuple(entries)
        """All that are there, those put away left out."""
        self.order = order
        self.words = ""
        self.put_away: list[ShelfEntry] = []
        """What is to be forgotten when the shelf is left, the last one last."""
        self.shown: Sequence[ShelfEntry] = ()
        self._missing: dict[str, bool] = {}
        self._arrange()

    def add(self, entries: Iterable[ShelfEntry]) -> None:
        """Put more issues on it."""
        self.entries = (*self.entries, *entries)
        self._arrange()

    def filter(self, words: str) -> None:
        """Show those that have all of these words; "" shows all."""
        self.words = words
        self._arrange()

    def turn(self) -> Order:
        """Put it in the next order."""
        orders = list(Order)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]
        self._arrange()
        return self.order

    def take_off(self, entry: ShelfEntry) -> None:
        """Put an issue away, to be forgotten."""
        self.put_away.append(entry)
        self.entries = tuple(other for other in self.entries if other is not entry)
        self._arrange()

    def bring_back(self) -> ShelfEntry | None:
        """Put back the issue that was put away last; None where there is none."""
        if not self.put_away:
            return None
        entry = self.put_away.pop()
        self.add([entry])
        return entry

    def find_state(self, entry: ShelfEntry) -> State:
        """How an issue stands; its file is looked for once."""
        path = entry.issue.path
        if path not in self._missing:
            self._missing[path] = entry.is_missing()
        if self._missing[path]:
            return State.MISSING
        if entry.is_read:
            return State.READ
        return State.BEGUN if entry.is_begun else State.UNREAD

    def _arrange(self) -> None:
        self.shown = sort_shelf(filter_shelf(self.entries, self.words), self.order)


def find_day_state(entries: Iterable[ShelfEntry], shelf: Shelf) -> State:
    """How the issues of one day stand: as the one that there is most to do about.

    Args:
        entries: At least one.
        shelf: Knows how each stands.
    """
    return min((shelf.find_state(entry) for entry in entries), key=_MOST_PRESSING.index)


def name_entry(entry: ShelfEntry) -> str:
    """What an issue is called: its paper, or else its file."""
    return make_harmless(entry.issue.title or PurePath(entry.issue.path).name or entry.issue.path)


def name_state(entry: ShelfEntry, state: State) -> str:
    """How far an issue has been read, in a word."""
    match state:
        case State.MISSING:
            return say("missing")
        case State.UNREAD if entry.opened is None:
            return say("new")
        case _:
            # Cut, not rounded: 100% is all of it.
            return f"{int(entry.progress * 100)}%"


def name_time(entry: ShelfEntry, today: date) -> str:
    """When an issue was opened last: the time of today, or the day; "" for never."""
    if entry.opened is None:
        return ""
    return f"{entry.opened:%H:%M}" if entry.opened.date() == today else entry.opened.date().isoformat()
