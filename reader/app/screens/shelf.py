"""The shelf: the issues opened before, or those found in a folder; one of them is opened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Input, Static

from reader.app.commands import Group, Scope
from reader.app.keys.binding import Keyed, actions_of, find_keymap
from reader.app.screens.help import HelpScreen
from reader.app.shelf import ORDER_NAMES, Shelf, State, name_entry
from reader.app.widgets.bars import Bar, StatusLine, find_hints
from reader.app.widgets.shelf_list import ShelfList
from reader.errors import StateError
from reader.hanzi.harmless import make_harmless
from reader.languages import say, say_count
from reader.state import Order, ShelfEntry

if TYPE_CHECKING:
    from reader.state.store import Store

HINTS = find_hints("shelf_open", "shelf_find", "shelf_calendar", "shelf_sort", "help", "shelf_forget", "quit")


class ShelfScreen(Keyed, Screen[str]):
    """Chooses an issue: dismissed with its path, or opening it where this is the first screen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab,shift+tab", "to_list", show=False, priority=True)]
    ACTIONS: ClassVar[Mapping[str, str]] = {
        **actions_of(Scope.SHELF),
        "help": "help",
        "cancel": "cancel",
        "quit": "leave",
        "line_down": "move_lines(1)",
        "line_up": "move_lines(-1)",
        "page_down": "move_screens(1)",
        "page_up": "move_screens(-1)",
        "half_down": "move_screens(0.5)",
        "half_up": "move_screens(-0.5)",
        "top": "move_to_top",
        "end": "move_to_end",
    }
    AUTO_FOCUS = "#shelf"

    def __init__(
        self,
        entries: Iterable[ShelfEntry],
        *,
        store: Store | None = None,
        show: Callable[[str], str] = str,
        title: str = "",
        words: str = "",
        order: Order = Order.OPENED,
        here: str = "",
        is_first: bool = False,
    ) -> None:
        """Choose among these issues.

        Args:
            entries: Those to choose from.
            store: Where they are forgotten.
            show: Shows a title in the reader's script.
            title: What the screen is called; by default the shelf.
            words: Said above the list; "" says nothing.
            order: What they are put in order by.
            here: The path of the issue that is being read.
            is_first: Whether there is nothing to go back to.
        """
        super().__init__()
        self.shelf = Shelf(entries, order)
        self.store = store
        self.heading = title or say("Shelf")
        self.words = words
        self.here = here
        self.is_first = is_first
        self.forgotten: set[str] = set()
        """Paths of the issues that have been forgotten."""
        self.is_opening = False
        """Whether an issue is being opened in this screen's place."""
        self.list = ShelfList(self.shelf, show, id="shelf")

    def compose(self) -> ComposeResult:
        """Header, headings, list, filter, what is known of the issue under the cursor, keys."""
        yield Bar(id="header")
        if self.words:
            yield Static(self.words, id="shelf-words", markup=False)
        yield Static(id="shelf-headings")
        yield self.list
        with Horizontal(id="shelf-filter"):
            yield Static(say("Find") + " ", id="search-sign")
            yield Input(id="search-input", compact=True, placeholder=say("title, date or path"))
        yield Bar(id="shelf-detail")
        yield StatusLine(HINTS, id="status")

    def on_mount(self) -> None:
        """Begin with the issue that is being read, or else the first."""
        super().on_mount()
        self.query_one("#shelf-filter").display = False
        self.list.rearrange(next((entry for entry in self.shelf.entries if entry.issue.path == self.here), None))
        self._tell()

    def on_resize(self, event: events.Resize) -> None:
        """As many columns and hints as there is room for."""
        self._tell()

    def on_unmount(self) -> None:
        """However the screen was left."""
        self._forget()

    def add(self, entries: Iterable[ShelfEntry]) -> None:
        """More issues have been found."""
        entry = self.list.entry
        self.shelf.add(entries)
        self.list.rearrange(entry)

    def tell_failure(self, reason: str) -> None:
        """The issue could not be opened."""
        self.is_opening = False
        self._tell()
        self.notify(reason, severity="error", timeout=8)

    # What is said

    @on(ShelfList.Pointed)
    def _tell(self) -> None:
        shelf, width = self.shelf, self.app.size.width
        header = self.query_one("#header", Bar)
        every = len(shelf.entries)
        count = say_count("{count} issue", "{count} issues", every)
        if shelf.words:
            count = say("{found} of {count}", found=len(shelf.shown), count=every)
        header.left = f"{self.heading}  {count}"
        header.right = say(ORDER_NAMES[shelf.order])
        self.query_one("#shelf-headings", Static).update(Text(self.list.describe_columns(width)))
        self.query_one("#shelf-detail", Bar).left = self._describe()
        self.query_one("#shelf-detail", Bar).right = self._describe_notes()
        self.query_one("#status", Bar).left = f"{min(self.list.cursor + 1, len(shelf.shown))}/{len(shelf.shown)}"

    def _describe(self) -> str:
        entry = self.list.entry
        if self.is_opening:
            return say("Opening…")
        if entry is None:
            return self._describe_nothing()
        path = make_harmless(entry.issue.path)
        if self.shelf.find_state(entry) is State.MISSING:
            return say("It is not there any more: {path}", path=path)
        return path

    def _describe_nothing(self) -> str:
        if not self.shelf.words:
            return say("No issues here.")
        return say("No issue has these words; {key} shows all.", key=find_keymap(self.app).mention("cancel"))

    def _describe_notes(self) -> str:
        entry = self.list.entry
        if entry is None or self.is_opening:
            return ""
        counts = []
        if entry.bookmarks:
            counts.append(say_count("{count} bookmark", "{count} bookmarks", entry.bookmarks))
        if entry.highlights:
            counts.append(say_count("{count} highlight", "{count} highlights", entry.highlights))
        return "  ".join(counts)

    # Moving

    def action_move_lines(self, by: int) -> None:
        """By single issues."""
        self.list.move_lines(by)

    def action_move_screens(self, by: float) -> None:
        """By whole or half screens."""
        self.list.move_screens(by)

    def action_move_to_top(self) -> None:
        """To the first issue."""
        self.list.move_to_top()

    def action_move_to_end(self) -> None:
        """To the last issue."""
        self.list.move_to_end()

    # Finding

    def action_filter(self) -> None:
        """Ask for words."""
        self.query_one("#shelf-filter").display = True
        self.query_one(Input).focus()

    def action_to_list(self) -> None:
        """From the words to the list, which stays as they have it."""
        self.list.focus()

    @on(Input.Changed)
    def _filtered(self, event: Input.Changed) -> None:
        entry = self.list.entry
        self.shelf.filter(event.value)
        self.list.rearrange(entry)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_open()

    def action_cancel(self) -> None:
        """Esc: show all issues again; then leave."""
        if self.shelf.words or self.query_one(Input).has_focus:
            self.query_one(Input).value = ""
            self.query_one("#shelf-filter").display = False
            self.list.focus()
        else:
            self.action_leave()

    def action_sort(self) -> None:
        """The next order."""
        entry = self.list.entry
        self.shelf.turn()
        self.list.rearrange(entry)

    def action_calendar(self) -> None:
        """The paper's issues by month; one opens."""
        from reader.app.screens.calendar import CalendarScreen

        screen = CalendarScreen.of(self.shelf, self.list.entry, self.list.show)
        if screen is None:
            self.notify(say("None of these issues has a date."), timeout=3)
        else:
            self.app.push_screen(screen, self._chosen)

    def _chosen(self, entry: ShelfEntry | None) -> None:
        if entry is not None:
            self.list.rearrange(entry)
            self._open(entry)

    # Opening and forgetting

    @on(ShelfList.Opened)
    def action_open(self) -> None:
        """Open the issue under the cursor."""
        if self.list.entry is not None:
            self._open(self.list.entry)

    def _open(self, entry: ShelfEntry) -> None:
        if self.is_opening:
            return
        if self.shelf.find_state(entry) is State.MISSING:
            self.notify(
                say(
                    "It is not there any more. Open it where it is now: dubao knows it by its text. {key} forgets it.",
                    key=find_keymap(self.app).mention("shelf_forget"),
                ),
                severity="warning",
                timeout=6,
            )
            return
        self._forget()
        if self.is_first:
            self.is_opening = True
            self._tell()
            self.app.open_path(entry.issue.path)  # type: ignore[attr-defined]
        else:
            self.dismiss(entry.issue.path)

    def action_forget(self) -> None:
        """Put the issue under the cursor away; it is forgotten when the shelf is left."""
        entry = self.list.entry
        if entry is None:
            return
        if entry.opened is None:
            self.notify(say("Nothing is kept of it: it was never opened."), timeout=3)
            return
        self.shelf.take_off(entry)
        self.list.rearrange()
        name = f"{self.list.show(name_entry(entry))} {entry.issue.date or ''}".strip()
        key = find_keymap(self.app).mention("shelf_restore")
        words = say("{name} is forgotten when you leave the shelf; {key} brings it back.", name=name, key=key)
        self.notify(words, timeout=4)

    def action_bring_back(self) -> None:
        """Put back the issue that was put away last."""
        entry = self.shelf.bring_back()
        if entry is None:
            self.notify(say("Nothing is to be forgotten."), timeout=3)
        else:
            self.list.rearrange(entry)

    def _forget(self) -> None:
        while self.store is not None and self.shelf.put_away:
            entry = self.shelf.put_away.pop()
            try:
                self.store.forget(entry.issue.path)
                self.forgotten.add(entry.issue.path)
            except StateError as error:
                self.app.notify(str(error), severity="error", timeout=8)
                return

    def action_help(self) -> None:
        """The keys."""
        self.app.push_screen(HelpScreen((Group.SHELF, Group.CALENDAR)))

    def action_leave(self) -> None:
        """Back to the issue, or out of the program."""
        self._forget()
        if self.is_first:
            self.app.exit()
        else:
            self.dismiss(None)
