"""How far a long search or conversion has come, on one line of the terminal that goes away again."""

from __future__ import annotations

import sys
import time
from typing import Final

from reader.languages import say

_FIRST: Final = 1.0
"""Seconds before anything is shown; what is done by then needs no word."""
_AGAIN: Final = 0.1
"""Seconds between two states of the line."""


class Progress:
    """A line on standard error, where somebody looks at it."""

    def __init__(self) -> None:
        self._shows = sys.stderr is not None and sys.stderr.isatty()
        self._due = time.monotonic() + _FIRST
        self._is_shown = False

    def show(self, issues: int, hits: int) -> None:
        """Say how many issues were searched, and how much was found."""
        self.say(say("{issues} issues searched, {hits} hits", issues=issues, hits=hits))

    def say(self, text: str) -> None:
        """Say how far it has come, where it is time for it."""
        now = time.monotonic()
        if self._shows and now >= self._due:
            self._due = now + _AGAIN
            self._is_shown = True
            self._write(f"\r\x1b[K{text}")

    def clear(self) -> None:
        """Take the line away, before something else is written."""
        if self._is_shown:
            self._is_shown = False
            self._write("\r\x1b[K")

    def _write(self, text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()
