"""The settings' screen: everything that can be decided, each change seen at once and written down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reader.app.cells import text_cells
from reader.app.choices import Choices, find_choices
from reader.app.screens.panel import Panel
from reader.languages import message, say
from reader.settings import BY_NAME, SETTINGS, Group, Origin, Setting, Value

VALUE_WIDTH = 22
"""Cells of a value with its arrows; where a value comes from stands behind it."""


class SettingsPanel(Vertical):
    """The list of settings, and below it what the one under the cursor is about."""

    def compose(self) -> ComposeResult:
        """Both."""
        yield OptionList(*_list_rows(find_choices(self.app)), id="settings")
        yield Static(id="about")


class SettingsScreen(Panel[None]):
    """All settings; ← and → change the one under the cursor, = makes it usual again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l,plus", "change(1)", show=False, priority=True),
        Binding("left,h,minus", "change(-1)", show=False, priority=True),
        Binding("equals_sign", "reset", show=False),
    ]
    ACTIONS: ClassVar[Mapping[str, str]] = {"settings": "close", "line_down": "move(1)", "line_up": "move(-1)"}
    # On a low screen the rows need all the room.
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]  # noqa: RUF012 - so Textual declares it
    TITLE_TEXT = message("Settings: ← → change, = the usual value")

    def panel(self) -> Widget:
        """A row a setting, in groups."""
        return SettingsPanel()

    @property
    def choices(self) -> Choices:
        """The settings in force."""
        return find_choices(self.app)

    @property
    def rows(self) -> OptionList:
        """The list."""
        return self.query_one("#settings", OptionList)

    @property
    def setting(self) -> Setting | None:
        """The setting under the cursor."""
        option = self.rows.highlighted_option
        return BY_NAME[option.id] if option is not None and option.id is not None else None

    def action_change(self, by: int) -> None:
        """The next or previous value of the setting under the cursor, round the ends."""
        if (setting := self.setting) is None:
            return
        steps = self._steps(setting)
        now = self.choices[setting.name]
        if now in steps:
            value = steps[(steps.index(now) + by) % len(steps)]
        else:
            # A number from the file may lie between the steps.
            further = [step for step in steps if isinstance(now, int) and (step > now if by > 0 else step < now)]  # type: ignore[operator]
            value = further[0 if by > 0 else -1] if further else steps[0]
        self.choices.choose(setting.name, value)
        self._show()

    def action_reset(self) -> None:
        """The usual value for the setting under the cursor."""
        if (setting := self.setting) is not None:
            self.choices.reset(setting.name)
            self._show()

    def action_move(self, by: int) -> None:
        """The next or previous row."""
        if by > 0:
            self.rows.action_cursor_down()
        else:
            self.rows.action_cursor_up()

    def action_close(self) -> None:
        """Close, with everything written down."""
        self.choices.write()
        super().action_close()

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        """Enter: keep a value that only this session has, or else take the next one."""
        if (setting := self.setting) is None:
            return
        if self.choices.settings.origin(setting.name) in (Origin.DEFAULT, Origin.FILE):
            self.action_change(1)
        else:
            self.choices.choose(setting.name, self.choices[setting.name])
            self._show()

    @on(OptionList.OptionHighlighted)
    def _highlighted(self) -> None:
        if (setting := self.setting) is not None:
            self.query_one("#about", Static).update(Text(self._describe(setting)))

    def _steps(self, setting: Setting) -> Sequence[Value]:
        return list(setting.kind.steps) or list(self.app.available_themes)

    def _describe(self, setting: Setting) -> str:
        """What a setting is about, and what is to be known of its present value."""
        settings = self.choices.settings
        match settings.origin(setting.name):
            case Origin.SESSION:
                more = say("Enter keeps what this session has.")
            case Origin.OPTION | Origin.ENVIRONMENT:
                more = say("It was given at the start, which goes before the file; Enter writes it there.")
            case _:
                more = say("A change has its effect at the next start.") if setting.at_start else ""
        return f"{say(setting.comment)} {more}".rstrip()

    def _show(self) -> None:
        # The headings too: the language may be what has changed.
        for index, row in enumerate(_list_rows(self.choices)):
            self.rows.replace_option_prompt_at_index(index, row.prompt)
        self._highlighted()


def _list_rows(choices: Choices) -> Sequence[Option]:
    """A row a setting, and one above each group."""
    title_width = max(text_cells(say(setting.title)) for setting in SETTINGS) + 2
    rows: list[Option] = []
    for group in Group:
        rows.append(Option(Text(say(group.value), style="bold underline"), disabled=True))
        rows += (
            Option(_describe_row(setting, choices, title_width), id=setting.name)
            for setting in SETTINGS
            if setting.group is group
        )
    return rows


def _describe_row(setting: Setting, choices: Choices, title_width: int) -> Text:
    title, value = say(setting.title), f"‹ {setting.show(choices[setting.name])} ›"
    origin = choices.settings.origin(setting.name)
    text = Text(title + " " * (title_width - text_cells(title)))
    text.append(value, style="bold")
    if origin is not Origin.DEFAULT:
        text.append(" " * max(2, VALUE_WIDTH - text_cells(value)) + say(origin.value))
    return text
