"""The bar of choosing text with the keys: it has the focus meanwhile, tells how, and takes the keys that move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from reader.app.keys.binding import Keyed
from reader.app.picking import Unit
from reader.app.widgets.bars import Bar

ARROWS: Mapping[str, tuple[int, int]] = {"right": (1, 0), "left": (-1, 0), "down": (0, 1), "up": (0, -1)}
"""Arrow keys → how far they point to the right and down."""


class PickBar(Keyed, Bar, can_focus=True):
    """Posts what the keys ask for; keys that it does not know go on to the screen's commands."""

    ACTIONS: ClassVar[Mapping[str, str]] = {
        "line_down": "move('sentence', 1)",
        "line_up": "move('sentence', -1)",
        "next_paragraph": "move('paragraph', 1)",
        "previous_paragraph": "move('paragraph', -1)",
        "highlight": "done",
        "choose_lines": "leave",
        "cancel": "leave",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "fix", show=False),
        Binding("o", "swap", show=False),
        Binding("enter", "done", show=False),
        Binding("escape", "leave", show=False),
    ]

    @dataclass
    class Moved(Message):
        """The cursor is to go on."""

        unit: Unit
        by: int

    @dataclass
    class Arrow(Message):
        """An arrow key; what it means depends on the direction of the text."""

        right: int
        down: int
        extending: bool

    @dataclass
    class Fixed(Message):
        """The choice begins here."""

    @dataclass
    class Swapped(Message):
        """The other edge is to move."""

    @dataclass
    class Done(Message):
        """This is what was meant."""

    @dataclass
    class Left(Message):
        """Nothing was meant."""

    def action_move(self, unit: str, by: int) -> None:
        """To another unit."""
        self.post_message(self.Moved(Unit(unit), by))

    def on_key(self, event: events.Key) -> None:
        """An arrow moves as it points, whatever command it is otherwise; with Shift, the choice begins here."""
        name = event.key.removeprefix("shift+")
        if name in ARROWS:
            event.stop()
            self.post_message(self.Arrow(*ARROWS[name], extending=name != event.key))

    def action_fix(self) -> None:
        """Begin here, or let go."""
        self.post_message(self.Fixed())

    def action_swap(self) -> None:
        """Move the other edge."""
        self.post_message(self.Swapped())

    def action_done(self) -> None:
        """Highlight it."""
        self.post_message(self.Done())

    def action_leave(self) -> None:
        """Esc."""
        self.post_message(self.Left())
