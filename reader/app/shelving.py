"""The shelf over the issue that is being read: another one opens in its place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import StateError
from reader.hanzi.harmless import make_harmless
from reader.languages import say

if TYPE_CHECKING:
    from reader.app.screens.reading import ReadingScreen
    from reader.state.values import ShelfEntry


class Shelving:
    """The way from one reading screen to other issues."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen

    def show(self) -> None:
        """All issues that were opened before; one opens."""
        from reader.app.screens.choose import Choice, Choose

        keeping = self.screen.keeping
        if keeping.store is None:
            return
        try:
            entries = keeping.store.shelf()
        except StateError as error:
            self.screen.notify(str(error), severity="error", timeout=8)
            return
        choices = [Choice(entry.issue.path, *_describe(entry)) for entry in entries]
        if not choices:
            self.screen.notify(say("The shelf is still empty."), timeout=3)
            return
        here = keeping.kept.path if keeping.kept is not None else ""
        current = next((number for number, entry in enumerate(entries) if entry.issue.path == here), 0)

        def chosen(path: str | None) -> None:
            if path is not None and path != here:
                keeping.remember()
                self.screen.app.open_path(path)  # type: ignore[attr-defined]

        self.screen.app.push_screen(Choose(say("Shelf"), choices, current=current), chosen)


def _describe(entry: ShelfEntry) -> tuple[str, str]:
    """An issue on the shelf: its name, and how far it has been read."""
    name = "  ".join(filter(None, [entry.issue.title or Path(entry.issue.path).name, str(entry.issue.date or "")]))
    state = (
        say("the file is gone")
        if entry.is_missing()
        else say(
            "{progress:.0%}  {unread} of {articles} unread",
            progress=entry.progress,
            unread=entry.unread,
            articles=entry.articles,
        )
    )
    return make_harmless(name), state
