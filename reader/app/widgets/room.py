"""Asks for room where the screen has too little to read on, on whatever screen or panel is open."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.app import App
from textual.geometry import Size
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from reader.languages import say

LEAST = Size(40, 10)
"""Cells and rows below which nothing is laid out well any more."""


class Room(Widget):
    """Covers the screen below it with a sentence; what is below stays as it is, focus and all."""

    DEFAULT_CSS: ClassVar[str] = """
    Room {
        layer: room;
        dock: top;
        width: 100%;
        height: 100%;
        display: none;
        background: $background;
        color: $foreground;
        text-style: bold;
    }
    """

    def render_line(self, y: int) -> Strip:
        """A sentence in the middle, as many of them as there are rows for; those too wide are left out."""
        # Measuring text takes tables that the first frame does without.
        from reader.app.cells import text_cells

        width, height = self.size
        sentences = (say("More room, please"), f"{LEAST.width}×{LEAST.height}")
        fitting = [sentence for sentence in sentences if text_cells(sentence) <= width][:height]
        top = (height - len(fitting)) // 2
        style = self.rich_style
        sentence = fitting[y - top] if 0 <= y - top < len(fitting) else ""
        left = " " * ((width - text_cells(sentence)) // 2)
        return Strip([Segment(left + sentence, style)]).adjust_cell_length(width, style)


def ask_for_room(app: App[None], size: Size) -> None:
    """Cover every screen that is open where there is less room than `LEAST`; uncover it where there is enough.

    To be called when the size has changed, and when there is another screen.
    """
    wanted = size.width < LEAST.width or size.height < LEAST.height
    for screen in app.screen_stack:
        cover = _find_cover(screen)
        if cover is None and wanted and screen.is_attached:
            cover = Room()
            screen.mount(cover)
        if cover is not None:
            cover.display = wanted


def _find_cover(screen: Screen[object]) -> Room | None:
    return next((child for child in screen.children if isinstance(child, Room)), None)
