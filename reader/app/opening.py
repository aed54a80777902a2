"""From a path to a screen: the issue at it, the issues in it, or those that were opened before. Runs in a thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias

from textual.worker import get_current_worker

from reader.app.keys.binding import find_keymap
from reader.errors import EmptySourceError, ReaderError, StateError
from reader.languages import say

if TYPE_CHECKING:
    from reader.app.app import DubaoApp
    from reader.app.history import History
    from reader.app.screens.reading import ReadingScreen
    from reader.app.screens.shelf import ShelfScreen
    from reader.model import Issue
    from reader.state import Anchor, IssueName
    from reader.state.store import Store

HandOver: TypeAlias = "Callable[[Issue | None, float], None]"
"""Takes what there is of an issue so far, None where that is not new, and which share of it is read, 0 to 1."""

Opener: TypeAlias = "Callable[[HandOver], Issue]"
"""Opens an issue; may hand over what there is of it while it is read. Runs in a thread."""


class TourFor(StrEnum):
    """Who is given the tour."""

    NOBODY = "nobody"
    """A newcomer is only told that there is one."""
    NEWCOMERS = "newcomers"
    """Whoever has opened nothing before."""
    ALL = "all"


class _Stopped(Exception):  # noqa: N818 - no error, and it never leaves this module
    """The reader does not want to wait for the rest."""


class _Overtaken(Exception):  # noqa: N818 - likewise
    """Another issue is opened meanwhile, or the program ends."""


class Opening:
    """What is to be opened, and the way there."""

    def __init__(self, app: DubaoApp, opener: Opener | None, path: str | None, tour: TourFor) -> None:
        self.app = app
        self.opener = opener
        """Opens it, without what was put right by hand; None lets the reader choose from the shelf."""
        self.path = path
        """What it opens, if that has a path."""
        self.tour = tour
        """Who is taught the first keys once it is open."""
        self.found: tuple[IssueName, ...] = ()
        """The issues in the folder that was opened: on the shelf of this session they stand among the others."""
        self.store: Store | None = None
        """What is kept; None until it is needed."""
        self._is_newcomer = False
        self._stopped = False

    def aim_at(self, path: str) -> None:
        """Open this the next time."""
        self.path, self.opener = path, _make_opener(path)

    def stop(self) -> None:
        """Read on with the pages that there are; those that are not read yet stay so."""
        self._stopped = True

    def begin(self) -> None:
        """Open what is to be opened; without that, the sample for a newcomer and the shelf for everybody else."""
        if self.opener is None:
            from reader.library import find_samples

            store = self._open_store()
            samples = find_samples()
            if not samples or not self._wants_tour():
                self._choose(store)
                return
            self.aim_at(str(samples[0].path))
        self.open()

    def open(self, anchor: Anchor | None = None, history: History | None = None) -> None:
        """Open the issue and show it; of a folder of issues, let the reader choose one.

        Args:
            anchor: Where to read on; where the reader left it by default.
            history: The way that has led there; the present one by default.
        """
        from reader.corrections import Overlay, read_corrections
        from reader.library import correct

        assert self.opener is not None
        app, worker = self.app, get_current_worker()
        show: Callable[..., Any] = app.show
        self._stopped = False
        shown: Issue | None = None

        def show_part(part: Issue | None, share: float) -> None:
            nonlocal shown
            if worker.is_cancelled:
                raise _Overtaken
            if self._stopped and shown is not None:
                raise _Stopped
            if part is not None:
                app.call_from_thread(show, part, share, anew=shown is None)
                shown = part
            elif app.reading is not None:
                app.call_from_thread(app.reading.show_share, share)

        try:
            original = self.opener(show_part)
        except _Overtaken:
            return
        except _Stopped:
            assert shown is not None
            original = shown
            app.call_from_thread(app.notify, say("Stopped here: the other pages were not read."))
        except ReaderError as error:
            if not (isinstance(error, EmptySourceError) and self._choose_from_folder()):
                app.call_from_thread(app.fail, error)
            return
        if worker.is_cancelled:
            return
        overlay = read_corrections(original.source) if app.corrections else Overlay()
        issue = correct(original, overlay.corrections)
        issue = replace(issue, notes=(*issue.notes, *overlay.notes))
        app.call_from_thread(show, issue, anew=shown is None)
        store = self._open_store()
        if app.reading is not None:
            if app.corrections:
                app.call_from_thread(app.reading.correcting.begin, original, overlay.corrections)
            if history is not None:
                app.history = history
            app.call_from_thread(app.reading.keeping.begin, store, anchor)
            welcome: Callable[..., Any] = self._welcome
            app.call_from_thread(welcome, app.reading)

    def _wants_tour(self) -> bool:
        return self.tour is TourFor.ALL or (self.tour is TourFor.NEWCOMERS and self._is_newcomer)

    async def _welcome(self, reading: ReadingScreen) -> None:
        if self._wants_tour():
            await reading.tour.begin()
        elif self._is_newcomer:
            key = find_keymap(reading.app).mention("help")
            reading.notify(say("{key} lists the keys; dubao --tour teaches the first ten.", key=key), timeout=6)
        # Once is enough, whatever else is opened in this session.
        self.tour, self._is_newcomer = TourFor.NOBODY, False

    def _open_store(self) -> Store:
        from reader.state import open_store

        if self.store is None:
            self.store = open_store(private=self.app.private)
            remarks = self.store.remarks
            # Whose record was damaged has been here before.
            self._is_newcomer = self.store.is_kept and not remarks and self.store.is_new()
            for remark in remarks:
                self.app.call_from_thread(self.app.notify, remark, severity="warning", timeout=8)
        return self.store

    def _choose(self, store: Store) -> None:
        # Here and below: behind the first frame, as all that reading needs.
        from reader.app.shelving import make_first_shelf

        try:
            shelf = make_first_shelf(store)
        except StateError as error:
            self.app.call_from_thread(self.app.fail, error)
        else:
            self.app.call_from_thread(self.app.push_screen, shelf)

    def _choose_from_folder(self) -> bool:
        """Whether what could not be opened as an issue is a folder of issues."""
        if self.path is None:
            return False
        from reader.app.shelving import find_batches, make_folder_shelf

        app, worker, store = self.app, get_current_worker(), self._open_store()
        shelf: ShelfScreen | None = None
        self.found = ()
        for batch in find_batches(self.path, store, lambda: not worker.is_cancelled):
            self.found += tuple(entry.issue for entry in batch)
            if shelf is None:
                shelf = make_folder_shelf(self.path, batch, store, is_first=app.reading is None)
                app.call_from_thread(app.push_screen, shelf, self._chosen)
            else:
                app.call_from_thread(shelf.add, batch)
        return shelf is not None

    def _chosen(self, path: str | None) -> None:
        if path is not None:
            self.app.open_path(path)


def _make_opener(path: str) -> Opener:
    def opener(on_progress: HandOver) -> Issue:
        from reader.library import open_issue

        return open_issue(path, corrections=False, on_progress=on_progress)

    return opener
