"""The base of the screens that lie over the reading screen: a titled panel that any way back closes."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget

from reader.app.keys.binding import Keyed
from reader.languages import say

ResultType = TypeVar("ResultType")


class PanelScroll(Keyed, VerticalScroll, can_focus=True, inherit_bindings=False):
    """The inside of a panel, moved by the reading keys."""

    ACTIONS: ClassVar[Mapping[str, str]] = {
        "line_down": "scroll_down",
        "line_up": "scroll_up",
        "page_down": "page_down",
        "page_up": "page_up",
        "half_down": "page_down",
        "half_up": "page_up",
        "top": "scroll_home",
        "end": "scroll_end",
    }


class Panel(Keyed, ModalScreen[ResultType]):
    """Shows something over the page; Esc closes it whatever the keys are, as do those that go back and leave."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", show=False)]
    ACTIONS: ClassVar[Mapping[str, str]] = {"cancel": "close", "quit": "close"}

    TITLE_TEXT = ""
    """What stands in the border, marked by `message`."""

    @abstractmethod
    def panel(self) -> Widget:
        """The widget inside."""

    def title_text(self) -> str:
        """What stands in the border, in the reader's language."""
        return say(self.TITLE_TEXT)

    def compose(self) -> ComposeResult:
        """The panel, with its title in the border."""
        panel = self.panel()
        panel.add_class("panel")
        self._write_border(panel)
        yield panel

    def show_state(self) -> None:
        """Say in the language that is spoken now what stands in the border."""
        self._write_border(self.query_one(".panel"))

    def _write_border(self, panel: Widget) -> None:
        # As text: what it speaks of may have brackets in its name.
        panel.border_title = Content(self.title_text())
        panel.border_subtitle = say("Esc goes back")

    def action_close(self) -> None:
        """Close without a choice."""
        self.dismiss(None)
