"""The help screen: every command with its keys, as `commands` declares them."""

from __future__ import annotations

from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from reader.app.cells import text_cells
from reader.app.commands import COMMANDS, Group
from reader.app.screens.panel import Panel, PanelScroll

KEYS_WIDTH = max(text_cells(command.shown) for command in COMMANDS)
TITLE_WIDTH = max(text_cells(command.title) for command in COMMANDS)
"""Cells of the columns: all groups are aligned."""


class HelpScreen(Panel[None]):
    """All keys, in groups."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("question_mark,f1", "close", show=False)]
    TITLE_TEXT = "帮助 Help"

    def panel(self) -> Widget:
        """A table a group."""
        tables: list[Static] = []
        for group in Group:
            table = Table.grid(padding=(0, 2), expand=True)
            table.add_column(width=KEYS_WIDTH, no_wrap=True, style="bold")
            table.add_column(width=TITLE_WIDTH, no_wrap=True)
            table.add_column(ratio=1, style="dim")
            for command in (command for command in COMMANDS if command.group is group):
                table.add_row(command.shown, command.title, command.english)
            tables.append(Static(Text(group.value, style="bold underline")))
            tables.append(Static(table, classes="help-group"))
        return PanelScroll(*tables)
