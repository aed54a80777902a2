"""Asks for a line of text."""

from __future__ import annotations

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from reader.app.screens.panel import Panel


class AskLine(Panel[str]):
    """Dismissed with what was typed, maybe "", or with None at Esc."""

    def __init__(self, title: str, line: str = "") -> None:
        super().__init__()
        self._title_text = title
        self.line = line
        """What stands in it at first."""

    def title_text(self) -> str:
        """As it was given."""
        return self._title_text

    def panel(self) -> Widget:
        """The line."""
        return Input(self.line)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip())
