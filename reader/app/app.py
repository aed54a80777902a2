"""The Textual application: themes, the first screen, the clipboard."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App

from reader.app.palette import CommandProvider
from reader.app.screens.reading import ReadingScreen
from reader.app.themes import DEFAULT_THEME, THEMES
from reader.model import Issue


class DubaoApp(App[None]):
    """dubao 读报."""

    TITLE = "dubao 读报"
    CSS_PATH = "reader.tcss"
    COMMANDS: ClassVar = {CommandProvider}

    def __init__(self, issue: Issue, *, greeting: str = "") -> None:
        super().__init__()
        self.issue = issue
        self.greeting = greeting
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DEFAULT_THEME

    def get_default_screen(self) -> ReadingScreen:
        """The reading screen is there from the first frame on."""
        return ReadingScreen(self.issue, greeting=self.greeting)

    @property
    def reading(self) -> ReadingScreen:
        """The reading screen, whatever lies over it."""
        screen = self.screen_stack[0]
        assert isinstance(screen, ReadingScreen)
        return screen

    def copy_to_clipboard(self, text: str) -> None:
        """Copy by every route that the terminal has, not by OSC 52 alone (Ctrl+C comes here)."""
        self.reading.copying.copy_text(text)

    def write_to_terminal(self, sequence: str) -> None:
        """Send a control sequence of ours to the terminal, past the screen."""
        if self._driver is not None:
            self._driver.write(sequence)
