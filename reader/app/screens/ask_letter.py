"""Asks for one letter: the next key answers."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.widget import Widget
from textual.widgets import Static

from reader.app.screens.panel import Panel
from reader.languages import say


class AskLetter(Panel[str]):
    """Dismissed with a Latin letter; any other key asks for nothing."""

    def __init__(self, title: str, *, also: Sequence[str] = ()) -> None:
        """Ask.

        Args:
            title: What for.
            also: Other characters that are an answer.
        """
        super().__init__()
        self._title_text = title
        self.also = also

    def title_text(self) -> str:
        """As it was given."""
        return self._title_text

    def panel(self) -> Widget:
        """What may be pressed."""
        lines = [say("a–z: in this issue    A–Z: in all issues")]
        if self.also:
            lines.append(say("' or `: the place before the last jump"))
        return Static("\n".join(lines), markup=False)

    def on_key(self, event: events.Key) -> None:
        """The answer."""
        event.stop()
        letter = event.character or ""
        self.dismiss(letter if (letter.isascii() and letter.isalpha()) or letter in self.also else None)
