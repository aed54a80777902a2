"""The list of bookmarks and highlights: goes to them, changes and removes them, and finds them by their words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reader.app.cells import crop, display_text
from reader.app.screens.panel import Panel
from reader.errors import StateError
from reader.hanzi.fold import fold
from reader.hanzi.harmless import make_harmless
from reader.languages import message, say, say_count
from reader.state import Annotation, AnnotationKind

if TYPE_CHECKING:
    from reader.app.annotating import Annotating

MOST = 500
"""Rows that are listed: more are not looked through, but looked for."""

QUOTED = 50
"""Cells of a quotation in the list: with what it is, a row of the panel."""


class AnnotationsScreen(Panel[Callable[[], None]]):
    """Dismissed with what to do next: to go to the one that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", show=False),
        Binding("e", "edit", show=False),
        Binding("x,d,delete", "remove", show=False),
        Binding("u,U,shift+u", "undo", show=False),
        Binding("slash", "filter", show=False),
        Binding("tab", "everywhere", show=False, priority=True),
    ]
    ACTIONS: ClassVar[Mapping[str, str]] = {"bookmarks": "close", "line_down": "move(1)", "line_up": "move(-1)"}

    TITLE_TEXT = message("Bookmarks and highlights")

    def __init__(self, annotating: Annotating) -> None:
        super().__init__()
        self.annotating = annotating
        self.everywhere = False
        """Whether those of all issues are listed."""
        self.shown: tuple[Annotation, ...] = ()
        self._gone: frozenset[int] = frozenset()
        """Those whose words are gone."""
        self._words: dict[Annotation, str] = {}
        """All by which one may be found; made once, for a year's are looked through at each key press."""

    def panel(self) -> Widget:
        """The words to filter by, the rows, the keys."""
        return Vertical(
            Input(placeholder=say("words of the note, the text or the article"), id="annotations-filter", compact=True),
            OptionList(id="annotations-list"),
            Static(id="annotations-hint"),
        )

    def on_mount(self) -> None:
        """The rows, without the filter."""
        self.query_one(Input).display = False
        self._list()
        self.query_one(OptionList).focus()

    def _list(self, at: int = 0) -> None:
        """List what there is, the cursor on a row of that number."""
        try:
            placed = self.annotating.find_here()
            found = self.annotating.find_everywhere() if self.everywhere else tuple(one for one, _ in placed)
        except StateError as error:
            self.notify(str(error), severity="error", timeout=8)
            return
        self._gone = frozenset(one.id for one, place in placed if place is None)
        words = fold(self.query_one(Input).value).split()
        fitting = [one for one in found if all(word in self._words_of(one) for word in words)]
        self.shown = tuple(fitting[:MOST])
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(self._describe(one)) for one in self.shown)
        options.highlighted = min(at, len(self.shown) - 1) if self.shown else None
        nothing = say("Nothing is found.") if words else say("There is none yet.")
        keys = say("Enter go  e note  x remove  u undo  a bookmark here  / filter  Tab all issues or this one")
        more = len(fitting) - len(self.shown)
        rest = say_count("{count} more: / finds it.", "{count} more: / finds them.", more) if more else ""
        lines = [rest if self.shown else nothing, keys]
        self.query_one("#annotations-hint", Static).update(Text("\n".join(filter(None, lines)), "dim"))

    def _describe(self, one: Annotation) -> Text:
        show = self.annotating.screen.script.show_text
        quote = crop(display_text(show(" ".join(one.quote.split()))), QUOTED)
        kind = say("Bookmark") if one.kind is AnnotationKind.BOOKMARK else say("Highlight")
        text = Text(f"{kind}  ", "bold").append(quote, "not bold")
        if one.note:
            text.append(f"\n  {make_harmless(one.note)}", "not bold italic")
        issue = (one.issue.title or one.issue.path, str(one.issue.date or "")) if self.everywhere else ()
        where = [display_text(show(make_harmless(piece))) for piece in (one.article, one.page, *issue) if piece]
        if one.id in self._gone:
            where.append(say("its words are gone"))
        text.append("\n  " + "  ".join(where), "dim not bold")
        return text

    @property
    def chosen(self) -> Annotation | None:
        """The one under the cursor."""
        at = self.query_one(OptionList).highlighted
        return self.shown[at] if at is not None and at < len(self.shown) else None

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        one = self.shown[event.option_index]
        self.dismiss(lambda: self.annotating.go(one))

    def action_move(self, by: int) -> None:
        """The next or previous row."""
        options = self.query_one(OptionList)
        if by > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_add(self) -> None:
        """A bookmark at the reader's place, with a note."""
        self._ask(say("A note on this bookmark, or nothing"), "", self.annotating.add_bookmark)

    def action_edit(self) -> None:
        """Another note."""
        if (one := self.chosen) is not None:
            self._ask(say("The note"), one.note, lambda note: self.annotating.change_note(one, note))

    def action_remove(self) -> None:
        """Remove the one under the cursor."""
        if (one := self.chosen) is not None:
            self._do(lambda: self.annotating.remove(one))
            self.notify(say("Removed; u brings it back."), timeout=3)

    def action_undo(self) -> None:
        """Take the last change back."""
        self._do(lambda: self.notify(self.annotating.undo(), timeout=3))

    def action_everywhere(self) -> None:
        """Those of all issues, or of this one again."""
        self.everywhere = not self.everywhere
        self._list()

    def action_filter(self) -> None:
        """Find some by their words."""
        box = self.query_one(Input)
        box.display = True
        box.focus()

    def action_close(self) -> None:
        """Esc: out of the filter, then away."""
        box = self.query_one(Input)
        if box.display:
            box.value = ""
            box.display = False
            self.query_one(OptionList).focus()
        else:
            self.dismiss(None)

    @on(Input.Changed)
    def _changed(self) -> None:
        self._list()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.query_one(OptionList).focus()

    def on_key(self, event: events.Key) -> None:
        """From the filter into the rows."""
        if event.key == "down" and self.query_one(Input).has_focus:
            event.stop()
            self.query_one(OptionList).focus()

    def _ask(self, title: str, line: str, then: Callable[[str], None]) -> None:
        from reader.app.screens.ask_line import AskLine

        def written(note: str | None) -> None:
            if note is not None:
                self._do(lambda: then(note))

        self.app.push_screen(AskLine(title, line), written)

    def _do(self, change: Callable[[], object]) -> None:
        try:
            change()
        except StateError as error:
            self.notify(str(error), severity="error", timeout=8)
        self._list(self.query_one(OptionList).highlighted or 0)

    def _words_of(self, one: Annotation) -> str:
        if one not in self._words:
            name = (one.issue.title or "", str(one.issue.date or ""))
            self._words[one] = fold(" ".join([one.note, one.quote, one.article, one.page, *name]))
        return self._words[one]
