"""Asks what to copy and as what: two lists side by side, each chosen from by a letter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reader.app.copying import What
from reader.app.screens.panel import Panel
from reader.export.extracts import Manner
from reader.languages import message, say

WHATS: Mapping[What, tuple[str, str]] = {
    What.SELECTION: ("s", message("The selection")),
    What.HIT: ("f", message("The match in its context")),
    What.ARTICLE: ("a", message("This article")),
    What.PAGE: ("p", message("All articles of this page")),
    What.GATHERED: ("g", message("The articles gathered")),
}
MANNERS: Mapping[Manner, tuple[str, str]] = {
    Manner.PLAIN: ("t", message("Plain text")),
    Manner.CITED: ("y", message("Text and citation")),
    Manner.MARKDOWN: ("m", "Markdown"),
    Manner.HTML: ("h", "HTML"),
    Manner.CITATION: ("c", message("Citation alone")),
}
"""Letters and names; a letter of the first list chooses, one of the second copies at once."""


class CopyScreen(Panel[tuple[What, Manner]]):
    """Dismissed with what to copy and as what."""

    TITLE_TEXT = message("Copy")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,right,tab,shift+tab", "other", show=False, priority=True),
        Binding("enter", "copy", show=False, priority=True),
    ]

    def __init__(self, whats: Sequence[What], what: What, manner: Manner) -> None:
        super().__init__()
        self.whats = tuple(whats)
        self.what = what
        self.manner = manner

    def panel(self) -> Widget:
        """The two lists."""
        whats = OptionList(*(Option(_describe(*WHATS[what])) for what in self.whats), id="copy-what")
        manners = OptionList(*(Option(_describe(*MANNERS[manner])) for manner in Manner), id="copy-manner")
        whats.highlighted = self.whats.index(self.what)
        manners.highlighted = list(Manner).index(self.manner)
        return Horizontal(whats, manners)

    def on_mount(self) -> None:
        """Begin with the second list: the first is mostly right."""
        self.query_one("#copy-manner").focus()

    def on_key(self, event: events.Key) -> None:
        """The letters."""
        for what in self.whats:
            if event.character == WHATS[what][0]:
                event.stop()
                self.what = what
                self.query_one("#copy-what", OptionList).highlighted = self.whats.index(what)
        for manner, (letter, _) in MANNERS.items():
            if event.character == letter:
                event.stop()
                self.dismiss((self.what, manner))

    @on(OptionList.OptionHighlighted, "#copy-what")
    def _what_chosen(self, event: OptionList.OptionHighlighted) -> None:
        self.what = self.whats[event.option_index]

    @on(OptionList.OptionHighlighted, "#copy-manner")
    def _manner_chosen(self, event: OptionList.OptionHighlighted) -> None:
        self.manner = tuple(Manner)[event.option_index]

    @on(OptionList.OptionSelected, "#copy-manner")
    def _clicked(self) -> None:
        self.action_copy()

    def action_other(self) -> None:
        """The other list."""
        first, second = self.query_one("#copy-what"), self.query_one("#copy-manner")
        (first if second.has_focus else second).focus()

    def action_copy(self) -> None:
        """Copy what is under both cursors."""
        self.dismiss((self.what, self.manner))


def _describe(letter: str, name: str) -> Text:
    return Text(f"{letter} ", style="bold").append(say(name), style="not bold")
