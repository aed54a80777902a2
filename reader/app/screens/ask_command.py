"""Asks for a command of the shell; those that were run before come back with the arrows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input, Static

from reader.app.screens.ask_line import AskLine
from reader.languages import say


class AskCommand(AskLine):
    """Dismissed with the command; it runs as it stands there, and nothing else is put into it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "recall(1)", show=False, priority=True),
        Binding("down", "recall(-1)", show=False, priority=True),
    ]

    def __init__(self, title: str, past: Sequence[str]) -> None:
        super().__init__(title)
        self.past = past
        self._recalled = 0
        """How many commands back the line is."""

    def panel(self) -> Widget:
        """The line, and what becomes of it."""
        hint = say("It runs in your shell and reads the text from its standard input: wc -m, less, cat > a.txt")
        return Vertical(Input(placeholder="wc -m"), Static(hint, markup=False, id="command-hint"))

    def action_recall(self, by: int) -> None:
        """An older command (↑), or a newer one (↓)."""
        self._recalled = max(0, min(self._recalled + by, len(self.past)))
        box = self.query_one(Input)
        box.value = self.past[-self._recalled] if self._recalled else ""
        box.cursor_position = len(box.value)
