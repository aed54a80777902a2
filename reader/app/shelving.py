"""The way to other issues: the shelf over the one that is being read, or before anything is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath
from time import monotonic
from typing import TYPE_CHECKING

from reader.errors import StateError
from reader.hanzi.harmless import make_harmless
from reader.languages import say
from reader.library import find_issues, find_samples
from reader.state import IssueName, Order

if TYPE_CHECKING:
    from reader.app.screens.reading import ReadingScreen
    from reader.app.screens.shelf import ShelfScreen
    from reader.state.store import Store
    from reader.state.values import ShelfEntry

INTERVAL = 0.25
"""Seconds between two showings of what was found in a folder: each puts the shelf in order anew."""


class Shelving:
    """The shelf over one reading screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen

    def show(self) -> None:
        """All issues that were opened before, and those in the folder that was opened; one opens."""
        from reader.app.screens.shelf import ShelfScreen

        keeping = self.screen.keeping
        if keeping.store is None:
            return
        keeping.remember()
        try:
            found = keeping.store.look_up(self.screen.app.opening.found)  # type: ignore[attr-defined]
            entries = (*keeping.store.shelf(), *(entry for entry in found if entry.opened is None))
        except StateError as error:
            self.screen.notify(str(error), severity="error", timeout=8)
            return
        here = keeping.kept.path if keeping.kept is not None else ""

        def chosen(path: str | None) -> None:
            if here in shelf.forgotten:
                keeping.kept = None
                self.screen.notify(say("Nothing more is kept of this issue until it is opened again."), timeout=4)
            if path is not None and path != here:
                self.screen.going.leave()
                self.screen.notify(say("Opening {path}", path=make_harmless(path)), timeout=2)
                self.screen.app.open_path(path)  # type: ignore[attr-defined]

        shelf = ShelfScreen(entries, store=keeping.store, show=self.screen.scripts.show_other, here=here)
        self.screen.app.push_screen(shelf, chosen)


def make_first_shelf(store: Store) -> ShelfScreen:
    """The first screen: the issues opened before, or the samples where there are none.

    Raises:
        StateError: What is kept cannot be read.
    """
    from reader.app.screens.shelf import ShelfScreen

    entries = store.shelf()
    if entries:
        return ShelfScreen(entries, store=store, is_first=True)
    samples = store.look_up(IssueName(str(sample.path), sample.title, sample.date) for sample in find_samples())
    words = say("Nothing has been opened yet. Open your own newspaper with dubao PATH, or try one of these samples.")
    return ShelfScreen(samples, store=store, words=words, is_first=True)


def make_folder_shelf(folder: str, entries: Iterable[ShelfEntry], store: Store, *, is_first: bool) -> ShelfScreen:
    """The shelf for the issues in a folder, by date."""
    from reader.app.screens.shelf import ShelfScreen

    name = make_harmless(PurePath(folder).name or folder)
    return ShelfScreen(entries, store=store, title=name, order=Order.DATE, is_first=is_first)


def find_batches(folder: str, store: Store, is_wanted: Callable[[], bool]) -> Iterator[tuple[ShelfEntry, ...]]:
    """The issues in a folder as they stand on the shelf, some at a time; none where it is no folder of issues.

    Args:
        folder: Where to look, however deep.
        store: Knows which of them were opened before.
        is_wanted: Asked before each folder whether to go on.
    """
    batch: list[IssueName] = []
    told = monotonic()
    for issue in find_issues(folder, is_wanted):
        batch.append(IssueName(str(issue.path.absolute()), issue.title, issue.date))
        if monotonic() - told > INTERVAL:
            yield store.look_up(batch)
            batch, told = [], monotonic()
    if batch:
        yield store.look_up(batch)
