"""What is kept while reading: places, what was read, and marks."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from reader.app.keys.binding import find_keymap
from reader.app.places import Place
from reader.errors import StateError
from reader.languages import say
from reader.model import Issue

if TYPE_CHECKING:
    from textual.timer import Timer

    from reader.app.screens.reading import ReadingScreen
    from reader.state.kept_issue import KeptIssue
    from reader.state.store import Store
    from reader.state.values import Anchor

LAST_PLACE = ("'", "`")
"""Pressed after the key that goes to marks, it means the place before the last jump, as in vim and less."""

REST = 0.5
"""Seconds after a move until the place is kept: a kill loses no more than the last second. What was seen for a shorter
time was not read."""


class Keeping:
    """What is kept of the issue on one reading screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self.store: Store | None = None
        self.kept: KeptIssue | None = None
        """None until the issue has been opened whole."""
        self._timer: Timer | None = None
        self._shown_at = monotonic()
        """When the article on the screen was first shown."""

    def begin(self, store: Store, anchor: Anchor | None = None) -> None:
        """Put the issue on the shelf, and go to where the reader left it.

        Args:
            store: What is kept.
            anchor: Where to go instead; where its words are gone, the reader is told.
        """
        self.store = store
        self.set_issue(self.screen.issue)
        if self.kept is None:
            return
        self.screen.going.begin(self.kept)
        if anchor is not None:
            found = self.kept.resolve(anchor)
            if found is not None:
                self.screen.show_article(found.article, Place(found.part, found.start))
                return
            self.screen.notify(say("Its words are gone from this issue."), severity="warning", timeout=3)
        try:
            last = self.kept.find_last()
        except StateError as error:
            self.fail(error)
            return
        untouched = self.screen.article_index == 0 and self.screen.article_view.place == Place()
        if last is not None and untouched and (last.article, last.part, last.start) != (0, 0, 0):
            self.screen.show_article(last.article, Place(last.part, last.start))
            key = find_keymap(self.screen.app).mention("previous_page")
            self.screen.notify(say("Here is where you left it; {key} goes to the first page.", key=key), timeout=4)

    def set_issue(self, issue: Issue) -> None:
        """Keep an issue, or the same one whose articles have been made anew."""
        if self.store is None:
            return
        try:
            self.kept = self.store.keep(issue)
        except StateError as error:
            self.fail(error)
            return
        self._show_read()
        self.screen.annotating.read()

    def moved(self) -> None:
        """The reader has moved: keep the place in a moment."""
        if self.kept is not None and self._timer is None:
            self._timer = self.screen.set_timer(REST, self.remember)

    def shown(self) -> None:
        """Another article is on the screen."""
        self._shown_at = monotonic()

    def remember(self) -> None:
        """Keep the reader's place now."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        view = self.screen.article_view
        if self.kept is None or view.article is None:
            return
        progress = view.progress if monotonic() - self._shown_at >= REST else 0.0
        try:
            self.kept.remember_place(self.screen.article_index, view.place.part, view.place.offset, progress)
        except StateError as error:
            self.fail(error)
            return
        self._show_read()

    def find_place(self, article: int) -> Place | None:
        """Where the reader left an article in an earlier session."""
        if self.kept is None:
            return None
        try:
            found = self.kept.find_place(article)
        except StateError as error:
            self.fail(error)
            return None
        return None if found is None else Place(found.part, found.start)

    # Marks

    def set_mark(self) -> None:
        """Ask for a letter, and put it on the reader's place."""

        def chosen(letter: str | None) -> None:
            if letter is None or self.kept is None or self.screen.article is None:
                return
            place = self.screen.article_view.place
            try:
                self.kept.set_mark(letter, self.screen.article_index, place.part, place.offset)
            except StateError as error:
                self.fail(error)
            else:
                key = find_keymap(self.screen.app).mention("go_to_mark")
                self.screen.notify(say("Marked; {key} {letter} comes back here.", key=key, letter=letter), timeout=3)

        from reader.app.screens.ask_letter import AskLetter

        self.screen.app.push_screen(AskLetter(say("Mark this place with a letter")), chosen)

    def go_to_mark(self) -> None:
        """Ask for a letter, and go to its place; the sign of marks itself goes to the place before the last jump."""

        def chosen(letter: str | None) -> None:
            if letter in LAST_PLACE:
                self.screen.going.swap()
            elif letter is not None and self.kept is not None:
                self._go_to(self.kept, letter)

        from reader.app.screens.ask_letter import AskLetter

        self.screen.app.push_screen(AskLetter(say("Go to a mark"), also=LAST_PLACE), chosen)

    def _go_to(self, kept: KeptIssue, letter: str) -> None:
        try:
            mark = kept.find_mark(letter)
        except StateError as error:
            self.fail(error)
            return
        if mark is None:
            self.screen.notify(say("There is no mark {letter}.", letter=letter), severity="warning", timeout=3)
        else:
            self.screen.going.jump_to(mark.issue.path, mark.anchor)

    def _show_read(self) -> None:
        if self.kept is not None:
            try:
                states = self.kept.find_states()
            except StateError as error:
                self.fail(error)
                return
            self.screen.article_list.set_read(frozenset(index for index, state in states.items() if state.read))

    def fail(self, error: StateError) -> None:
        """Say that nothing can be kept, and go on without."""
        self.screen.notify(str(error), severity="error", timeout=8)
        # Once is enough: what cannot be written now will not be in half a second either.
        self.kept = None
