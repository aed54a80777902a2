"""Sessions of reading the first sample, with a store of their own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from reader.app.app import DubaoApp
from reader.app.screens.reading import ReadingScreen
from reader.library import find_samples, open_issue
from reader.model import Issue


@asynccontextmanager
async def session(
    *, private: bool = False, size: tuple[int, int] = (100, 24), issue: Issue | None = None
) -> AsyncIterator[tuple[Pilot[None], ReadingScreen]]:
    """A session, from the moment on when what is kept is there.

    Args:
        private: Whether nothing is kept.
        size: Cells of the screen.
        issue: What is read; the first sample by default.
    """

    def opener(_: object) -> Issue:
        return issue or open_issue(find_samples()[0].path, corrections=False)

    app = DubaoApp(opener=opener, private=private)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.reading is not None
        yield pilot, app.reading
