"""What every manner of setting offers to the pane that draws it.

A layout is a sequence of units, of which a screen shows some: rows that go down, columns that go from left to right, or
vertical columns that go from right to left. The pane scrolls by units whatever they are.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

from reader.app.setting.items import Items


class Room(NamedTuple):
    """The room that a pane has, in cells and rows."""

    width: int
    height: int


class Drawn(NamedTuple):
    """Something that stands in a row of the screen."""

    x: int
    """Cells from the pane's left edge."""
    item: int
    start: int
    end: int
    """Code points of the item's shown text, half-open."""
    glyph: str | None = None
    """What is drawn instead of these characters, as one; None draws the characters themselves."""


class Layout(Protocol):
    """An article set in one manner."""

    @property
    def items(self) -> Items:
        """What is set."""

    @property
    def length(self) -> int:
        """How many units there are."""

    @property
    def visible(self) -> int:
        """How many units a screen shows, at least one."""

    @property
    def overlap(self) -> int:
        """How many units of a screen stay in sight on the next one, so that the eye finds its place."""

    def draw(self, top: int, y: int) -> list[Drawn]:
        """What stands in row `y` of a screen that begins with unit `top`, from left to right."""

    def find_unit(self, item: int, offset: int) -> int:
        """The unit in which a shown code point stands."""

    def find_start(self, unit: int) -> tuple[int, int] | None:
        """The first shown code point (item, offset) in a unit or after it; None after the last."""

    def find_text(self, top: int, x: int, y: int) -> tuple[int, int] | None:
        """The shown code point (item, offset) nearest to a cell of a screen that begins with unit `top`."""

    def find_item_start(self, unit: int, step: int) -> int | None:
        """The unit with which the next (1) or previous (-1) item begins, seen from a unit; None at the end."""
