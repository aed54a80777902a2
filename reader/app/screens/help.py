"""The help screen: every command with the keys that it has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.widget import Widget
from textual.widgets import Static

from reader.app.cells import text_cells
from reader.app.commands import COMMANDS, Group
from reader.app.keys.binding import find_keymap
from reader.app.screens.panel import Panel, PanelScroll

TITLE_WIDTH = max(text_cells(command.title) for command in COMMANDS)
"""Cells of the column: all groups are aligned."""


class HelpScreen(Panel[None]):
    """All keys, in groups."""

    ACTIONS: ClassVar[Mapping[str, str]] = {"help": "close"}
    TITLE_TEXT = "帮助 Help"

    def panel(self) -> Widget:
        """A table a group."""
        keymap = find_keymap(self.app)
        keys = {command.name: keymap.show(command.name) for command in COMMANDS}
        width = max(map(text_cells, keys.values()))
        tables: list[Static] = []
        for group in Group:
            table = Table.grid(padding=(0, 2), expand=True)
            table.add_column(width=width, no_wrap=True, style="bold")
            table.add_column(width=TITLE_WIDTH, no_wrap=True)
            table.add_column(ratio=1, style="dim")
            for command in (command for command in COMMANDS if command.group is group):
                table.add_row(keys[command.name], command.title, command.english)
            tables.append(Static(Text(group.value, style="bold underline")))
            tables.append(Static(table, classes="help-group"))
        return PanelScroll(*tables)
