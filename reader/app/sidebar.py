"""Where the sidebar stands: beside the text, over it where there is no room, or out of the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.app.screens.reading import ReadingScreen

NARROW = 70
"""Cells below which sidebar and text do not fit side by side."""


class Sidebar:
    """The sidebar of one reading screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self.view = screen.article_list
        self.is_wanted = True
        """Whether it stands beside the text where there is room."""
        self.is_laid_over = False
        """Whether it has been opened over the text."""

    def place(self, width: int) -> None:
        """Put it where a screen of so many cells has room for it."""
        narrow = width < NARROW
        self.view.set_class(narrow, "-overlay")
        self.view.display = self.is_laid_over if narrow else self.is_wanted
        if not self.view.display and self.view.has_focus:
            self.screen.focus_text()

    def toggle(self) -> None:
        """Show or hide it."""
        if self.view.has_class("-overlay"):
            self.is_laid_over = not self.is_laid_over
        else:
            self.is_wanted = not self.is_wanted
        self.place(self.screen.size.width)
        if self.is_laid_over and self.view.display:
            self.view.focus()

    def switch_focus(self) -> None:
        """Go into it, opening it where it is hidden, or back to the text."""
        if self.view.has_focus:
            self.leave()
            return
        if not self.view.display:
            self.toggle()
        self.view.focus()

    def leave(self) -> None:
        """Go back to the text."""
        self.is_laid_over = False
        self.screen.focus_text()
        self.place(self.screen.size.width)
