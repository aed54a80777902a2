"""Jumping while reading, and the way back: what `Ctrl+O`, `Ctrl+I` and `''` do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.app.history import History, is_same
from reader.app.places import Place
from reader.errors import StateError
from reader.hanzi.harmless import make_harmless
from reader.languages import say

if TYPE_CHECKING:
    from reader.app.screens.reading import ReadingScreen
    from reader.state.kept_issue import KeptIssue
    from reader.state.values import Anchor, Found, Stop


class Going:
    """The jumps of one reading screen; the way that they make is the session's, over all its issues."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self._browsing = False
        """Whether the last jump was one of a cursor that looks at this and that: the next one is the same jump."""

    @property
    def history(self) -> History:
        """The way that the reader came."""
        return self.screen.app.history  # type: ignore[attr-defined, no-any-return]

    @history.setter
    def history(self, history: History) -> None:
        self.screen.app.history = history  # type: ignore[attr-defined]

    @property
    def _left(self) -> Stop | None:
        """The place before the last jump."""
        return self.screen.app.left  # type: ignore[attr-defined, no-any-return]

    @_left.setter
    def _left(self, stop: Stop | None) -> None:
        self.screen.app.left = stop  # type: ignore[attr-defined]

    def begin(self, kept: KeptIssue) -> None:
        """Take up the way that was kept, unless the reader has come here on another."""
        if not self.history.stops:
            self.history = History(kept.stops())

    # Jumping

    def leave(self, *, browsing: bool = False) -> None:
        """The reader is about to jump from here.

        Args:
            browsing: Whether a cursor only looks on; many such jumps after each other are one.
        """
        self.leave_from(self.screen.article_index, self.screen.article_view.place, browsing=browsing)

    def leave_from(self, article: int, place: Place, *, browsing: bool = False) -> None:
        """The reader is about to jump, or has just jumped, from a place."""
        again, self._browsing = browsing and self._browsing, browsing
        kept = self.screen.keeping.kept
        if again or kept is None or self.screen.article is None:
            return
        here = kept.make_stop(article, place.part, place.offset)
        ahead = [stop.id for stop in self.history.ahead if stop.id is not None]
        history = self.history.leave(here)
        try:
            if ahead and self.screen.keeping.store is not None:
                self.screen.keeping.store.drop_stops(ahead)
            if history.stops[-1] is here:
                history = History((*history.stops[:-1], kept.add_stop(article, place.part, place.offset)))
        except StateError as error:
            self.screen.keeping.fail(error)
        self.history, self._left = history, here

    def jump(self, found: Found | None) -> None:
        """Go to words of this issue, so that there is a way back."""
        if found is None:
            self.screen.notify(say("Its words are gone from this issue."), severity="warning", timeout=3)
            return
        self.leave()
        self.screen.show_article(found.article, Place(found.part, found.start))

    def jump_to(self, path: str, anchor: Anchor) -> None:
        """Go to words of any issue, so that there is a way back; another one opens in place of this."""
        kept = self.screen.keeping.kept
        if kept is None:
            return
        if kept.path == path:
            self.jump(kept.resolve(anchor))
            return
        self.leave()
        self._open(path, anchor, self.history)

    # The way back

    def back(self) -> None:
        """Where the reader was before."""
        if (kept := self.screen.keeping.kept) is not None:
            history, stop = self.history.back(self._here(kept))
            self._follow(history, stop, say("There is no place to go back to."))

    def forward(self) -> None:
        """Where the reader was before going back."""
        if (kept := self.screen.keeping.kept) is not None:
            history, stop = self.history.forward(self._here(kept))
            self._follow(history, stop, say("There is no place to go forward to."))

    def swap(self) -> None:
        """Where the reader was before the last jump; the same again comes back here."""
        kept = self.screen.keeping.kept
        if kept is None:
            return
        stop = self._left or next(reversed(self.history.stops), None)
        here = self._here(kept)
        if stop is None or is_same(stop, here):
            self.screen.notify(say("There is no place to go back to."), timeout=2)
        else:
            self.jump_to(stop.path, stop.anchor)

    def _here(self, kept: KeptIssue) -> Stop:
        place = self.screen.article_view.place
        return kept.make_stop(self.screen.article_index, place.part, place.offset)

    def _follow(self, history: History, stop: Stop | None, otherwise: str) -> None:
        kept = self.screen.keeping.kept
        if stop is None or kept is None:
            self.screen.notify(otherwise, timeout=2)
            return
        here = self._here(kept)
        self._browsing = False
        if stop.path != kept.path:
            self._open(stop.path, stop.anchor, history)
            return
        self.history, self._left = history, here
        found = kept.resolve(stop.anchor)
        if found is None:
            self.screen.notify(say("Its words are gone from this issue."), severity="warning", timeout=3)
        else:
            self.screen.show_article(found.article, Place(found.part, found.start))

    def _open(self, path: str, anchor: Anchor, history: History) -> None:
        from reader.state.rows import STANDARD_INPUT

        if path == STANDARD_INPUT:
            words = say("That issue came through standard input and cannot be opened again.")
            self.screen.notify(words, severity="warning", timeout=4)
            return
        self.screen.keeping.remember()
        self.screen.notify(say("Opening {path}", path=make_harmless(path)), timeout=2)
        self.screen.app.open_path(path, anchor, history)  # type: ignore[attr-defined]
