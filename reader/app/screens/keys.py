"""The keys of a screen of its own: bound, hinted at and listed from one table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.table import Table
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from reader.app.cells import text_cells
from reader.app.screens.panel import Panel, PanelScroll
from reader.languages import say


@dataclass(frozen=True, slots=True)
class Key:
    """What one key, or several, do on a screen."""

    action: str
    keys: str
    """Textual's names, with commas between them."""
    shown: str
    title: str
    """A message."""
    hint: str = ""
    """One word for the foot of the screen, a message; "" keeps it out of there."""

    @property
    def binding(self) -> Binding:
        """The key binding that Textual needs."""
        return Binding(self.keys, self.action, show=False)


def make_hints(keys: Sequence[Key], room: int) -> str:
    """The hints that have room in so many cells, the first of them first."""
    hints = ""
    for key in keys:
        if key.hint:
            longer = f"{hints}  {key.shown.split()[0]} {say(key.hint)}".lstrip()
            if text_cells(longer) > room:
                break
            hints = longer
    return hints


class KeysScreen(Panel[None]):
    """All keys of a screen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("question_mark,f1", "close", show=False)]

    def __init__(self, title: str, keys: Sequence[Key]) -> None:
        super().__init__()
        self.TITLE_TEXT = title
        self.keys = keys

    def panel(self) -> Widget:
        """A row a key."""
        table = Table.grid(padding=(0, 2), expand=True)
        table.add_column(width=max(text_cells(key.shown) for key in self.keys), no_wrap=True, style="bold")
        table.add_column(ratio=1)
        for key in self.keys:
            table.add_row(key.shown, say(key.title))
        return PanelScroll(Static(table))
