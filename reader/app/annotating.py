"""Bookmarks and highlights while reading: what `h` and `B` do, what is lit, and taking it all back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from reader.app.cells import ELLIPSIS
from reader.app.highlights import Light, Mark
from reader.app.keys.binding import find_keymap
from reader.app.places import Place
from reader.errors import StateError
from reader.hanzi.harmless import make_harmless
from reader.languages import say
from reader.state import AnnotationKind

if TYPE_CHECKING:
    from reader.app.screens.reading import ReadingScreen
    from reader.state.kept_issue import KeptIssue
    from reader.state.store import Store
    from reader.state.values import Annotation, Found

QUOTED = 12
"""Characters of a highlight by which a note after the article's end tells what it is on."""

Placed = tuple["Annotation", "Found | None"]
"""A bookmark or a highlight, and where it stands now."""


class Change(NamedTuple):
    """Something that can be taken back."""

    undo: Callable[[Store], object]
    undone: str
    """What to say then."""


class Annotating:
    """The bookmarks and highlights of one reading screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self._highlights: tuple[Placed, ...] = ()
        self._changes: list[Change] = []

    @property
    def kept(self) -> KeptIssue | None:
        """What is kept of the issue."""
        return self.screen.keeping.kept

    @property
    def store(self) -> Store | None:
        """What is kept of all issues."""
        return self.screen.keeping.store

    # What is shown

    def read(self) -> None:
        """Look at what is kept, and show it."""
        if self.kept is None:
            return
        try:
            self._highlights = self.kept.highlights()
        except StateError as error:
            self.screen.keeping.fail(error)
            return
        self.show()

    def forget(self) -> None:
        """Show none: the articles are about to be others."""
        self._highlights = ()

    def show(self) -> None:
        """Light the highlights of the article on the screen and of the page as printed."""
        article, index = self.screen.article, self.screen.article_index
        if article is None:
            return
        marks = []
        notes = []
        for highlight, found in self._highlights:
            if found is None or found.article != index:
                continue
            light = Light.NOTED if highlight.note else Light.HIGHLIGHT
            stretches = found.find_stretches(article)
            marks += [Mark(stretch.part, stretch.start, stretch.end, light) for stretch in stretches]
            if highlight.note:
                quote = self.screen.script.show_text(_shorten(highlight.quote))
                notes.append(say("On “{quote}”: {note}", quote=quote, note=make_harmless(highlight.note)))
        self.screen.article_view.set_highlights(marks, notes)
        self.screen.as_printed.show_highlights(self._highlights)

    def tell(self, place: Place) -> None:
        """Say what the reader has written about a character, if anything."""
        highlight = self._find_over(place, Place(place.part, place.offset + 1))
        if highlight is not None:
            self.screen.notify(highlight.note or say("Highlighted, without a note."), timeout=6)

    def _find_over(self, start: Place, end: Place) -> Annotation | None:
        """The latest highlight of the article on the screen in which all of a stretch lies."""
        return next(
            (
                highlight
                for highlight, found in sorted(self._highlights, key=lambda one: one[0].id, reverse=True)
                if found is not None
                and found.article == self.screen.article_index
                and Place(found.part, found.start) <= start
                and end <= Place(found.end_part, found.end)
            ),
            None,
        )

    # Highlighting

    async def highlight(self) -> None:
        """Highlight the selection and ask for a note; without one, let the keys choose."""
        if self.kept is None:
            words = say("Nothing can be kept of this issue now.")
            self.screen.notify(words, severity="warning", timeout=3)
            return
        selected = self.screen.article_view.find_selected()
        if selected is None:
            await self.screen.selecting.begin()
            return
        from reader.app.screens.ask_line import AskLine

        article = self.screen.article_index
        there = self._find_over(*selected)
        self.screen.selecting.end(keep=True)

        def written(note: str | None) -> None:
            self.screen.clear_selection()
            if note is None or self.kept is None:
                return
            if there is None:
                self._add_highlight(self.kept, article, *selected, note)
                return
            try:
                self.change_note(there, note)
            except StateError as error:
                self.screen.notify(str(error), severity="error", timeout=8)

        title = say("A note on this, or nothing") if there is None else say("The note on this highlight")
        self.screen.app.push_screen(AskLine(title, "" if there is None else there.note), written)

    def _add_highlight(self, kept: KeptIssue, article: int, start: Place, end: Place, note: str) -> None:
        try:
            added = kept.add_highlight(article, (start.part, start.offset), (end.part, end.offset), note)
        except StateError as error:
            self.screen.notify(str(error), severity="error", timeout=8)
            return
        self._changes.append(Change(lambda store: store.remove(added.id), say("The highlight is gone again.")))
        self.read()
        key = find_keymap(self.screen.app).show_first("bookmarks")
        self.screen.notify(say("Highlighted; {key} lists it, and changes or removes it.", key=key), timeout=3)

    # The list

    def list(self) -> None:
        """All bookmarks and highlights."""
        from reader.app.screens.annotations import AnnotationsScreen

        if self.kept is not None and self.store is not None:
            self.read()
            self.screen.app.push_screen(AnnotationsScreen(self), lambda chosen: chosen and chosen())

    def find_here(self) -> tuple[Placed, ...]:
        """This issue's, in the order of the text; those whose words are gone come last."""
        if self.kept is None:
            return ()
        placed = [*self.kept.bookmarks(), *self.kept.highlights()]
        last = len(self.screen.issue.articles)
        return tuple(sorted(placed, key=lambda one: (one[1].article, one[1].part, one[1].start) if one[1] else (last,)))

    def find_everywhere(self) -> tuple[Annotation, ...]:
        """All issues', the latest first."""
        if self.store is None:
            return ()
        both = (*self.store.bookmarks(), *self.store.highlights())
        return tuple(sorted(both, key=lambda annotation: annotation.made, reverse=True))

    def go(self, annotation: Annotation) -> None:
        """Go to one, in whichever issue it is."""
        self.screen.going.jump_to(annotation.issue.path, annotation.anchor)

    def add_bookmark(self, note: str) -> None:
        """Put a bookmark on the reader's place."""
        place = self.screen.article_view.place
        if self.kept is None or self.screen.article is None:
            return
        added = self.kept.add_bookmark(self.screen.article_index, place.part, place.offset, note)
        self._changes.append(Change(lambda store: store.remove(added.id), say("The bookmark is gone again.")))

    def change_note(self, annotation: Annotation, note: str) -> None:
        """Write another note on one."""
        if self.store is not None and self.store.change_note(annotation.id, note):
            undo = Change(lambda store: store.change_note(annotation.id, annotation.note), say("The old note is back."))
            self._changes.append(undo)
            self.read()

    def remove(self, annotation: Annotation) -> None:
        """Remove one."""
        if self.store is None or (removed := self.store.remove(annotation.id)) is None:
            return
        is_bookmark = annotation.kind is AnnotationKind.BOOKMARK
        words = say("The bookmark is back.") if is_bookmark else say("The highlight is back.")
        self._changes.append(Change(lambda store: store.restore(removed), words))
        self.read()

    def undo(self) -> str:
        """Take the last change of this session back, and tell what happened."""
        if not self._changes or self.store is None:
            return say("There is nothing to undo.")
        change = self._changes.pop()
        change.undo(self.store)
        self.read()
        return change.undone


def _shorten(quote: str) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= QUOTED else f"{line[:QUOTED]}{ELLIPSIS}"
