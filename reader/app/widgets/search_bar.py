"""The search bar: a line to type in with the marks of the modes, which tells of every change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from reader.app.cells import text_cells
from reader.app.commands import Scope
from reader.app.keys.binding import Keyed, actions_of, find_keymap
from reader.app.search_session import MODE_NAMES, SearchSession
from reader.languages import say
from reader.search import Mode

LEAST_LINE = 30
"""Cells for the sign, some ten characters that are typed, and how many were found."""


class SearchBar(Keyed, Horizontal):
    """Asks for words; posts `Changed` while typing, `Kept` at Enter, `Left` at Esc, `ListWanted` at Tab."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", show=False),
    ]
    ACTIONS: ClassVar[Mapping[str, str]] = {"cancel": "leave", **actions_of(Scope.TYPING)}

    @dataclass
    class Changed(Message):
        """The words or the mode have changed."""

        query: str
        mode: Mode

    @dataclass
    class Kept(Message):
        """Stay where the search has led."""

    @dataclass
    class Left(Message):
        """Go back to where the search began."""

    @dataclass
    class ListWanted(Message):
        """Show all hits."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.mode = Mode.FOLDED
        self._past: Sequence[str] = ()
        self._recalled = 0
        """How many steps back in the past the line is."""

    def compose(self) -> ComposeResult:
        """The sign, the line, what was found, the modes."""
        yield Static(id="search-sign")
        yield Input(id="search-input", compact=True, select_on_focus=True)
        yield Static("", id="search-count")
        yield Static("", id="search-modes")

    def open(self, query: str, mode: Mode, past: Sequence[str]) -> None:
        """Show the bar with the last words, selected."""
        self.display = True
        self.mode = mode
        self._past = past
        self._recalled = 0
        self.query_one("#search-sign", Static).update(say("Search"))
        box = self.query_one(Input)
        box.placeholder = say("either script will do")
        box.value = query
        box.focus()
        self._show_modes()

    def tell(self, session: SearchSession) -> None:
        """Tell how many were found, or what is wrong."""
        count = self.query_one("#search-count", Static)
        nothing = session.is_asking and not session.hits
        words = session.remark if nothing else "  ".join(filter(None, [session.count_text, session.remark]))
        count.update(Text(f" {words} "))
        count.set_class(nothing, "-nothing")

    def on_resize(self) -> None:
        """All modes where there is room for them."""
        self._show_modes()

    def _show_modes(self) -> None:
        marks = self._draw_modes(MODE_NAMES)
        if text_cells(marks.plain) > self.app.size.width - LEAST_LINE:
            marks = self._draw_modes([self.mode])
        self.query_one("#search-modes", Static).update(marks)

    def _draw_modes(self, modes: Iterable[Mode]) -> Text:
        marks = Text()
        keymap = find_keymap(self.app)
        for mode in modes:
            marks.append(keymap.show_first(f"mode_{mode.value}") + " ", style="dim")
            marks.append(say(MODE_NAMES[mode]), style="bold reverse" if mode is self.mode else "")
            marks.append(" ")
        return marks

    def action_leave(self) -> None:
        """Esc."""
        self.post_message(self.Left())

    def action_list(self) -> None:
        """Tab."""
        self.post_message(self.ListWanted())

    def action_mode(self, value: str) -> None:
        """One of the modes' keys."""
        self.mode = Mode(value)
        self._show_modes()
        self.post_message(self.Changed(self.query_one(Input).value, self.mode))

    def action_recall(self, by: int) -> None:
        """What was looked for before (↑), or after that (↓)."""
        steps = max(0, min(self._recalled - by, len(self._past)))
        if steps != self._recalled:
            self._recalled = steps
            box = self.query_one(Input)
            box.value = self._past[-steps] if steps else ""
            box.cursor_position = len(box.value)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.display:
            self.post_message(self.Changed(event.value, self.mode))

    @on(Input.Submitted)
    def _kept(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Kept())
