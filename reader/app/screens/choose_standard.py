"""The list of script standards that `C` offers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reader.app.screens.panel import Panel
from reader.hanzi.script import Standard


class ChooseStandard(Panel[Standard]):
    """Pick how the text is converted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
    ]
    TITLE_TEXT = "字形标准 Script standard"

    def __init__(self, standards: Sequence[Standard], current: str | None) -> None:
        super().__init__()
        self.standards = standards
        self.current = current

    def panel(self) -> Widget:
        """A row a standard, the present one under the cursor."""
        options = OptionList(*(Option(f"{standard.name}  {standard.config}") for standard in self.standards))
        configs = [standard.config for standard in self.standards]
        options.highlighted = configs.index(self.current) if self.current in configs else 0
        return options

    def action_move(self, by: int) -> None:
        """The next or previous row."""
        options = self.query_one(OptionList)
        if by > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self.standards[event.option_index])
