"""The base of the screens that lie over the reading screen: a titled panel that any way back closes."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget

ResultType = TypeVar("ResultType")


class PanelScroll(VerticalScroll, can_focus=True, inherit_bindings=False):
    """The inside of a panel, moved by the reading keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "scroll_down", show=False),
        Binding("k,up", "scroll_up", show=False),
        Binding("space,pagedown,d", "page_down", show=False),
        Binding("b,pageup,u", "page_up", show=False),
        Binding("g,home", "scroll_home", show=False),
        Binding("G,shift+g,end", "scroll_end", show=False),
    ]


class Panel(ModalScreen[ResultType]):
    """Shows something over the page; Esc and q close it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "close", "关闭", show=False)]

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
