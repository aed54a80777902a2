"""A panel that lets the reader choose one of several things, by its letter or with the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from rich.text import Text
from textual import events, on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reader.app.keys.binding import find_keymap
from reader.app.screens.panel import Panel

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """One thing to choose."""

    value: T
    text: str
    explanation: str = ""
    key: str = ""
    """The letter that chooses it at once; "" for none."""


class Choose(Panel[T]):
    """Dismissed with the value that was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n", "move(1)", show=False, priority=True),
        Binding("up,ctrl+p", "move(-1)", show=False, priority=True),
    ]

    def __init__(self, title: str, choices: Sequence[Choice[T]], *, current: int = 0) -> None:
        super().__init__()
        self._title_text = title
        self.choices = choices
        self.current = current

    def title_text(self) -> str:
        """As it was given."""
        return self._title_text

    def panel(self) -> Widget:
        """A row a choice."""
        options = OptionList(*(Option(_describe(choice)) for choice in self.choices))
        options.highlighted = self.current if self.choices else None
        return options

    def on_key(self, event: events.Key) -> None:
        """A choice's own letter chooses it; the keys for a line down and up move where they are nobody's."""
        for choice in self.choices:
            if choice.key and event.character == choice.key:
                event.stop()
                self.dismiss(choice.value)
                return
        keymap = find_keymap(self.app)
        for command, by in (("line_down", 1), ("line_up", -1)):
            if event.key in keymap.to_textual(command):
                event.stop()
                self.action_move(by)

    def action_move(self, by: int) -> None:
        """The next or previous row."""
        options = self.query_one(OptionList)
        if by > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self.choices[event.option_index].value)


def _describe(choice: Choice[T]) -> Text:
    text = Text(f"{choice.key:2}" if choice.key else "", style="bold")
    text.append(choice.text, style="not bold")
    if choice.explanation:
        text.append(f"  {choice.explanation}", style="dim not bold")
    return text
