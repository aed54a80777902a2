"""The base of the screens that lie over the reading screen: a titled panel that any way back closes."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget

from reader.app.keys.binding import Keyed

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

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "关闭", show=False)]
    ACTIONS: ClassVar[Mapping[str, str]] = {"cancel": "close", "quit": "close"}

    TITLE_TEXT = ""

    @abstractmethod
    def panel(self) -> Widget:
        """The widget inside."""

    def compose(self) -> ComposeResult:
        """The panel, with its title in the border."""
        panel = self.panel()
        panel.add_class("panel")
        panel.border_title = self.TITLE_TEXT
        panel.border_subtitle = "Esc 返回"
        yield panel

    def action_close(self) -> None:
        """Close without a choice."""
        self.dismiss(None)
