"""The base of the sidebar and the reading pane: rows drawn one by one, whatever their number."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """A scrolling list of rows drawn by the Line API: only what is seen is ever made.

    The screen's commands move it by the `move_…` methods, so the same keys work in every view.
    """

    DEFAULT_CSS: ClassVar[str] = """
    LineView {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
    }
    """

    row_count: int = 0
    """How many rows there are."""

    def draw_row(self, row: int, width: int) -> list[Segment]:
        """The segments of one row, which the base crops and fills to `width` cells; none unless a view has rows."""
        return []

    def set_row_count(self, count: int) -> None:
        """Tell how many rows there are now, and redraw."""
        self.row_count = count
        # The scroll bar counts in rows of ours, of which a screen may show more or fewer than it has rows itself.
        region = self.scrollable_content_region
        self.virtual_size = Size(region.width, max(0, count - self.visible_rows) + region.height)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the row at `y` of the visible region."""
        width = self.scrollable_content_region.width
        row = self.scroll_offset.y + y
        segments = self.draw_row(row, width) if 0 <= row < self.row_count else []
        style = self.rich_style
        return Strip(segments).apply_style(style).adjust_cell_length(width, style)

    def refresh_row(self, row: int) -> None:
        """Redraw one row, if it is seen."""
        self.refresh_line(row - self.scroll_offset.y)

    @property
    def visible_rows(self) -> int:
        """How many rows fit on the screen, at least one."""
        return max(1, self.scrollable_content_region.height)

    @property
    def overlap(self) -> int:
        """How many rows stay in sight from one screen to the next, so that the eye finds its line again."""
        return 1

    def move_lines(self, by: int) -> bool:
        """Move by single rows; False at the end."""
        return self.scroll_rows(self.scroll_offset.y + by)

    def move_screens(self, by: float) -> bool:
        """Move by whole or half screens; False at the end."""
        rows = max(1, round(abs(by) * (self.visible_rows - self.overlap)))
        return self.move_lines(rows if by > 0 else -rows)

    def move_to_top(self) -> None:
        """Go to the first row."""
        self.scroll_rows(0)

    def move_to_end(self) -> None:
        """Go to the last row."""
        self.scroll_rows(self.row_count)

    def scroll_rows(self, top: int) -> bool:
        """Put row `top` at the top, as far as there are rows; False where nothing moved."""
        target = max(0, min(top, self.row_count - self.visible_rows))
        if target == self.scroll_offset.y:
            return False
        self.scroll_to(y=target, animate=False, force=True, immediate=True)
        return True

    def keep_in_sight(self, row: int) -> None:
        """Scroll until a row can be seen, no further."""
        top = self.scroll_offset.y
        if row < top:
            self.scroll_rows(row)
        elif row >= top + self.visible_rows:
            self.scroll_rows(row - self.visible_rows + 1)
