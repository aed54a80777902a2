"""Copying while reading: what `y` and `Y` do, and what the reader is told about it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reader import clipboard

if TYPE_CHECKING:
    from reader.app.screens.reading import ReadingScreen


class Copying:
    """The clipboard of one reading screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen

    def copy(self, *, cited: bool = False) -> None:
        """Copy the selection, or else the article as it is shown.

        Args:
            cited: Add a line with the source (GB/T 7714).
        """
        from reader.export.citation import cite
        from reader.export.text import write_article

        article, show = self.screen.article, self.screen.script.show_text
        text = self.screen.get_selected_text()
        if not text and article is not None:
            text = write_article(article, show)
        if not text or article is None:
            self.screen.notify("没有可复制的文字 · nothing to copy", severity="warning", timeout=3)
            return
        if cited:
            text = f"{text}\n\n{cite(self.screen.issue, article, show)}"
        self.copy_text(text)

    def copy_text(self, text: str) -> None:
        """Copy any text, beside the screen: a clipboard that does not answer must not stop the reader."""
        self.screen.run_worker(lambda: self._copy(text), thread=True, group="copy", exclusive=True)

    def _copy(self, text: str) -> None:
        app = self.screen.app

        def send(sequence: str) -> None:
            app.call_from_thread(app.write_to_terminal, sequence)  # type: ignore[attr-defined]

        copied = clipboard.copy(text, env=os.environ, send=send)
        severity = "information" if copied.routes else "error"
        app.call_from_thread(self.screen.notify, clipboard.describe(copied), severity=severity, timeout=4)
