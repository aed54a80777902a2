"""The header above and the status line below: one row each, told what to say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from reader.app.cells import crop, text_cells
from reader.app.commands import COMMANDS
from reader.app.keys.binding import find_keymap
from reader.languages import say

GAP = "  "


def find_hints(*names: str) -> dict[str, str]:
    """These commands with their hints, in this order."""
    hints = {command.name: command.hint for command in COMMANDS}
    return {name: hints[name] for name in names}


HINTS = find_hints(
    "page_down", "next_article", "search", "next_script", "help", "copy", "vertical", "toggle_sidebar", "quit"
)
"""Commands that the reading screen tells of, the most useful to a newcomer first: a narrow one shows the first few."""


class Bar(Widget):
    """One row with words at the left and at the right; the left gives way."""

    DEFAULT_CSS: ClassVar[str] = "Bar { height: 1; }"
    ALLOW_SELECT = False

    left: reactive[str] = reactive("")
    right: reactive[str] = reactive("")

    def render_line(self, y: int) -> Strip:
        """Draw the row."""
        style = self.rich_style
        width = self.size.width
        right = crop(self.right, max(0, width - 2))
        left = crop(self.left, max(0, width - text_cells(right) - len(GAP) - 2))
        fill = " " * max(0, width - text_cells(left) - text_cells(right) - 2)
        return Strip([Segment(f" {left}{fill}{right} ", style)]).adjust_cell_length(width, style)


class Header(Bar):
    """What is being read: paper, date, page, section; and in which script."""


class StatusLine(Bar):
    """Where one is, what was found, and the keys that matter most, as many as there is room for."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"status--hint"}

    def __init__(self, hints: Mapping[str, str] = HINTS, *, id: str | None = None) -> None:
        """Hint at these commands.

        Args:
            hints: Command → its word, the most useful first.
            id: As Textual's.
        """
        super().__init__(id=id)
        self.hints = hints

    def render_line(self, y: int) -> Strip:
        """Draw the row: the state at the left, hints at the right."""
        style = self.rich_style
        width = self.size.width
        left = crop(f" {self.left}", width)
        hints = self._hints(width - text_cells(left) - len(GAP) - 1)
        fill = " " * max(0, width - text_cells(left) - text_cells(hints) - 1)
        hint_style = self.get_component_rich_style("status--hint")
        segments = [Segment(left + fill, style), Segment(hints + " ", hint_style)]
        return Strip(segments).adjust_cell_length(width, style)

    def _hints(self, room: int) -> str:
        keymap = find_keymap(self.app)
        hints = ""
        for name, word in self.hints.items():
            if not (key := keymap.show_first(name)):
                continue
            hint = f"{key} {say(word)}"
            longer = f"{hints}{GAP}{hint}" if hints else hint
            if text_cells(longer) > room:
                break
            hints = longer
        return hints
