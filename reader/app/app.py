"""The Textual application: themes, the first screen, opening, the terminal."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import App

from reader.app.palette import CommandProvider
from reader.app.screens.reading import ReadingScreen
from reader.app.themes import DEFAULT_THEME, THEMES
from reader.errors import ReaderError
from reader.model import Issue

Opener = Callable[[Callable[[Issue], None]], Issue]
"""Opens an issue; may hand over what there is of it so far. Runs in a thread."""


class DubaoApp(App[None]):
    """dubao 读报."""

    TITLE = "dubao 读报"
    CSS_PATH = "reader.tcss"
    COMMANDS: ClassVar = {CommandProvider}

    def __init__(self, issue: Issue | None = None, *, opener: Opener | None = None, greeting: str = "") -> None:
        """Read an issue that is there, or one that is opened after the first frame is on the screen."""
        super().__init__()
        self.issue = issue
        self.opener = opener
        self.greeting = greeting
        self.error: ReaderError | None = None
        """Why the issue could not be opened."""
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DEFAULT_THEME

    def get_default_screen(self) -> ReadingScreen:
        """The reading screen is there from the first frame on."""
        return ReadingScreen(self.issue, greeting=self.greeting)

    def on_mount(self) -> None:
        """Begin to open what is not open yet, once the screen has been drawn."""
        if self.opener is not None:
            self.call_after_refresh(self.run_worker, self._open, thread=True, group="open")

    def _open(self) -> None:
        assert self.opener is not None
        try:
            issue = self.opener(lambda part: self.call_from_thread(self.reading.show_issue, part, opening=True))
        except ReaderError as error:
            self.error = error
            self.call_from_thread(self.exit, return_code=2)
        else:
            self.call_from_thread(self.reading.show_issue, issue)

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
