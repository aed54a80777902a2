"""The screen on which the text's setting is chosen, each change seen at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from rich.text import Text
from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reader.app.cells import text_cells
from reader.app.screens.panel import Panel
from reader.app.setting import VIEW_NAMES, Typesetting, View
from reader.app.setting.typesetting import COLUMN_COUNTS, MAX_INDENT, MAX_MEASURE, MAX_SPACING, MIN_MEASURE
from reader.typography import Kinsoku


@dataclass(frozen=True, slots=True)
class Setting:
    """One line of the screen."""

    field: str
    """The field of `Typesetting`."""
    title: str
    english: str
    values: Sequence[object]
    names: Sequence[str]


def _setting(field: str, title: str, english: str, values: Sequence[object], names: Sequence[str] = ()) -> Setting:
    return Setting(field, title, english, values, names or [str(value) for value in values])


NO_YES = (False, True)
NO_YES_NAMES = ("否", "是")

SETTINGS: tuple[Setting, ...] = (
    _setting("view", "排法", "view", tuple(View), [VIEW_NAMES[view] for view in View]),
    _setting("measure", "行长（字）", "characters in a line", range(MIN_MEASURE, MAX_MEASURE + 1, 2)),
    _setting("columns", "分栏数", "columns", COLUMN_COUNTS, ("自动", "1", "2", "3", "4")),
    _setting("kinsoku", "避头尾", "line-breaking rules", tuple(Kinsoku), ("不避", "国标", "从严")),
    _setting("hanging", "标点悬挂", "hanging punctuation", NO_YES, NO_YES_NAMES),
    _setting("justify", "两端对齐", "justified lines", NO_YES, NO_YES_NAMES),
    _setting("indent", "段首缩进（字）", "first-line indent", range(MAX_INDENT + 1)),
    _setting("line_spacing", "行距", "blank rows between lines", range(MAX_SPACING + 1)),
    _setting("paragraph_spacing", "段距", "blank rows between paragraphs", range(MAX_SPACING + 1)),
)

TITLE_WIDTH = max(text_cells(setting.title) for setting in SETTINGS) + 2
VALUE_WIDTH = 10


class TypesettingScreen(Panel[None]):
    """All settings; ← and → change the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l,plus", "change(1)", show=False, priority=True),
        Binding("left,h,minus", "change(-1)", show=False, priority=True),
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
        Binding("equals_sign", "reset", show=False),
        Binding("comma", "close", show=False),
    ]
    TITLE_TEXT = "版式 Typesetting  ← → 更改  = 复原"

    def __init__(self, typesetting: Typesetting, apply: Callable[[Typesetting], None]) -> None:
        super().__init__()
        self.typesetting = typesetting
        self.apply = apply

    def panel(self) -> Widget:
        """A row a setting."""
        return OptionList(*(Option(self._describe(setting)) for setting in SETTINGS))

    def action_change(self, by: int) -> None:
        """The next or previous value of the setting under the cursor, round the ends."""
        options = self.query_one(OptionList)
        if options.highlighted is None:
            return
        setting = SETTINGS[options.highlighted]
        values = list(setting.values)
        now = getattr(self.typesetting, setting.field)
        at = values.index(now) if now in values else 0
        changed: dict[str, Any] = {setting.field: values[(at + by) % len(values)]}
        self._set(replace(self.typesetting, **changed))

    def action_reset(self) -> None:
        """Everything as it is without a choice, but for the view."""
        self._set(Typesetting(view=self.typesetting.view))

    def action_move(self, by: int) -> None:
        """The next or previous row."""
        options = self.query_one(OptionList)
        if by > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_change(1)

    def _set(self, typesetting: Typesetting) -> None:
        self.typesetting = typesetting
        options = self.query_one(OptionList)
        for index, setting in enumerate(SETTINGS):
            options.replace_option_prompt_at_index(index, self._describe(setting))
        self.apply(typesetting)

    def _describe(self, setting: Setting) -> Text:
        values = list(setting.values)
        now = getattr(self.typesetting, setting.field)
        name = setting.names[values.index(now)] if now in values else str(now)
        text = Text(setting.title + " " * (TITLE_WIDTH - text_cells(setting.title)))
        text.append(f"‹ {name} ›" + " " * max(0, VALUE_WIDTH - text_cells(name)), style="bold")
        text.append(setting.english, style="dim")
        return text
