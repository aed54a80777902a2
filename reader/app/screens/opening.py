"""What is seen until the first page has been read: the first frame, which waits for nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from reader.app.keys.binding import Keyed
from reader.languages import say


class OpeningScreen(Keyed, Screen[None]):
    """Says that the newspaper is being opened; Esc, q and Ctrl+C leave."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+c", "app.quit", show=False)]
    ACTIONS: ClassVar[Mapping[str, str]] = {"quit": "app.quit"}
    DEFAULT_CSS: ClassVar[str] = "OpeningScreen { align: center middle; } OpeningScreen Static { width: auto; }"

    def compose(self) -> ComposeResult:
        """One line."""
        yield Static(say("Opening…"))
