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
from reader.languages import message, say
from reader.typography import Kinsoku


@dataclass(frozen=True, slots=True)
class Setting:
    """One line of the screen."""

    field: str
    """The field of `Typesetting`."""
    title: str
    values: Sequence[object]
    names: Sequence[str]
    """Those of the values; to be translated, as the title is."""


def _setting(field: str, title: str, values: Sequence[object], names: Sequence[str] = ()) -> Setting:
    return Setting(field, title, values, names or [str(value) for value in values])


NO_YES = (False, True)
NO_YES_NAMES = (message("no"), message("yes"))

SETTINGS: tuple[Setting, ...] = (
    _setting("view", message("View"), tuple(View), [VIEW_NAMES[view] for view in View]),
    _setting("measure", message("Characters in a line"), range(MIN_MEASURE, MAX_MEASURE + 1, 2)),
    _setting("columns", message("Columns side by side"), COLUMN_COUNTS, (message("as fit"), "1", "2", "3", "4")),
    _setting(
        "kinsoku",
        message("Rules of line breaking"),
        tuple(Kinsoku),
        (message("none"), message("national standard"), message("strict")),
    ),
    _setting("hanging", message("Hanging punctuation"), NO_YES, NO_YES_NAMES),
    _setting("justify", message("Justified lines"), NO_YES, NO_YES_NAMES),
    _setting("indent", message("First-line indent in characters"), range(MAX_INDENT + 1)),
    _setting("line_spacing", message("Blank rows between lines"), range(MAX_SPACING + 1)),
    _setting("paragraph_spacing", message("Blank rows between paragraphs"), range(MAX_SPACING + 1)),
    _setting("dim_doubtful", message("Dim doubtful words"), NO_YES, NO_YES_NAMES),
)


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
    TITLE_TEXT = message("Typesetting: ← → change, = resets")

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
        name = say(setting.names[values.index(now)]) if now in values else str(now)
        title_width = max(text_cells(say(each.title)) for each in SETTINGS) + 2
        title = say(setting.title)
        text = Text(title + " " * (title_width - text_cells(title)))
        text.append(f"‹ {name} ›", style="bold")
        return text
