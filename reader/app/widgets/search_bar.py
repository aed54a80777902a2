"""The search bar: a line to type in, which tells of every change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static


class SearchBar(Horizontal):
    """Asks for words; posts `Changed` while typing, `Kept` at Enter, `Left` at Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Back", show=False)]

    @dataclass
    class Changed(Message):
        """The words have changed."""

        query: str

    @dataclass
    class Kept(Message):
        """Stay where the search has led."""

    @dataclass
    class Left(Message):
        """Go back to where the search began."""

    def compose(self) -> ComposeResult:
        """The sign, the line, the count."""
        yield Static("查找 ", id="search-sign")
        yield Input(id="search-input", compact=True, placeholder="简繁皆可 · either script", select_on_focus=True)
        yield Static("", id="search-count")

    def open(self, query: str) -> None:
        """Show the bar, with the last words selected."""
        self.display = True
        box = self.query_one(Input)
        box.value = query
        box.focus()

    def close(self) -> None:
        """Hide the bar."""
        self.display = False

    def show_count(self, text: str, *, nothing: bool) -> None:
        """Tell how many were found."""
        count = self.query_one("#search-count", Static)
        count.update(f" {text} ")
        count.set_class(nothing, "-nothing")

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.display:
            self.post_message(self.Changed(event.value))

    @on(Input.Submitted)
    def _kept(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Kept())

    def action_leave(self) -> None:
        """Esc."""
        self.post_message(self.Left())
