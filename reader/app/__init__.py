"""The screen: Textual, and nothing that reads files or guesses structure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.model import Issue


def run(issue: Issue, *, greeting: str = "") -> None:
    """Read an issue on the screen until the reader leaves.

    Args:
        issue: What to read.
        greeting: A line to show at the start; "" shows none.
    """
    from reader.app.app import DubaoApp

    DubaoApp(issue, greeting=greeting).run()
