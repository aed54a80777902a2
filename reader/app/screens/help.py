"""The help screen: every command with the keys that it has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.widget import Widget
from textual.widgets import Static

from reader.app.cells import text_cells
from reader.app.commands import COMMANDS, Group
from reader.app.keys.binding import find_keymap
from reader.app.screens.panel import Panel, PanelScroll
from reader.languages import message, say


class HelpScreen(Panel[None]):
    """The keys, in groups."""

    ACTIONS: ClassVar[Mapping[str, str]] = {"help": "close"}
    TITLE_TEXT = message("Help")

    def __init__(self, groups: Iterable[Group] = Group) -> None:
        """Show the keys of these groups, by default all."""
        super().__init__()
        self.groups = tuple(groups)

    def panel(self) -> Widget:
        """A table a group."""
        keymap = find_keymap(self.app)
        keys = {command.name: keymap.show(command.name) for command in COMMANDS}
        # All groups are aligned.
        width = max(map(text_cells, keys.values()))
        tables: list[Static] = []
        for group in self.groups:
            table = Table.grid(padding=(0, 2), expand=True)
            table.add_column(width=width, no_wrap=True, style="bold")
            table.add_column(ratio=1)
            for command in (command for command in COMMANDS if command.group is group):
                table.add_row(keys[command.name], say(command.title))
            tables.append(Static(Text(say(group.value), style="bold underline")))
            tables.append(Static(table, classes="help-group"))
        return PanelScroll(*tables)
