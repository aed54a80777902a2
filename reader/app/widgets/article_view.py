"""The reading pane: one article, set in lines of a chosen measure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection

from reader.app.cells import character_cells
from reader.app.highlights import Light, Mark, Span, cut_row, place_marks
from reader.app.places import Place
from reader.app.setting import BLANK, CELLS_PER_EM, Setting, set_article
from reader.app.widgets.line_view import LineView
from reader.hanzi.script import Converted
from reader.model import Article, PartKind
from reader.typography import reflow

DEFAULT_MEASURE = 40
"""Han characters in a line, at most: longer lines make the eye lose the next one (CLREQ recommends at most 40)."""
MIN_MEASURE, MAX_MEASURE = 8, 80
MEASURE_STEP = 2
MARGIN = 2
"""Cells kept free at either side of the text."""

ROLE_STYLES = {kind: f"text--{kind.value}" for kind in PartKind}


@dataclass(frozen=True, slots=True)
class FootRow:
    """A row after the article's end: a remark of ours, no text of the paper."""

    text: str
    style: str


class ArticleView(LineView):
    """Shows an article, keeps the reader's place in it, and knows which character stands in which cell."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *ROLE_STYLES.values(),
        Light.HIT.value,
        Light.CURRENT_HIT.value,
        "text--foot",
        "text--next",
    }

    @dataclass
    class Moved(Message):
        """The reader's place has changed."""

    @dataclass
    class NextWanted(Message):
        """The words after the article's end that lead to the next one were clicked."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.article: Article | None = None
        self.setting = Setting()
        self.show: Callable[[str], Converted] = Converted
        self.measure = DEFAULT_MEASURE
        """Han characters in a line, at most."""
        self.remarks: tuple[str, ...] = ()
        self.next_title: str | None = None
        self._foot: tuple[FootRow, ...] = ()
        self._left = MARGIN
        self._anchor = Place()
        self._returning = False
        self._marks: tuple[Mark, ...] = ()
        self._lit: Mapping[int, tuple[Span, ...]] = {}
        self._pressed: Offset | None = None

    # What is shown

    def show_article(
        self, article: Article | None, place: Place, *, remarks: Sequence[str] = (), next_title: str | None = None
    ) -> None:
        """Show an article from a place on.

        Args:
            article: None clears the pane.
            place: The character to begin at.
            remarks: What the reader should know about it; set after its end.
            next_title: Headline of the article that follows; None at the end of the issue.
        """
        self.article = article
        self.remarks = tuple(remarks)
        self.next_title = next_title
        self._anchor = place
        self._marks = ()
        self.reset()

    def set_script(self, show: Callable[[str], Converted]) -> None:
        """Show the text through another conversion, at the same place."""
        self.show = show
        self.reset()

    def set_measure(self, measure: int) -> None:
        """Set the text in lines of so many Han characters, at the same place."""
        self.measure = max(MIN_MEASURE, min(measure, MAX_MEASURE))
        self.reset()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Light these stretches and no others."""
        self._marks = tuple(marks)
        self._lit = place_marks(self._marks, self.setting)
        self.refresh()

    def reset(self) -> None:
        """Set the article anew at the present width, and go back to the reader's place."""
        room = self.scrollable_content_region.width - 2 * MARGIN
        if room < CELLS_PER_EM:
            return
        measure = min(self.measure, room // CELLS_PER_EM) * CELLS_PER_EM
        self._left = MARGIN + (room - measure) // 2
        if self.article is None:
            self.setting, self._foot = Setting(), ()
        else:
            self.setting = set_article(self.article, measure, show=self.show, width=character_cells)
            self._foot = tuple(self._foot_rows(measure))
        self._lit = place_marks(self._marks, self.setting)
        self.set_row_count(len(self.setting.rows) + len(self._foot))
        self._return_to_anchor()

    def _foot_rows(self, measure: int) -> list[FootRow]:
        def set_words(text: str, style: str) -> list[FootRow]:
            lines = reflow(text, measure, width=character_cells)
            return [FootRow(text[line.start : line.end], style) for line in lines]

        rows = [FootRow("", "text--foot"), FootRow("─" * min(measure, 6 * CELLS_PER_EM), "text--foot")]
        for remark in self.remarks:
            rows += set_words(f"※ {remark}", "text--foot")
        if self.next_title is None:
            return [*rows, FootRow("本期完", "text--foot")]
        return rows + set_words(f"下一篇：{self.show(self.next_title).text}", "text--next")

    # The reader's place

    @property
    def place(self) -> Place:
        """The character at the top of the pane; it outlives resizing and conversion."""
        return self._anchor

    @property
    def progress(self) -> float:
        """How much of the article has been seen, 0 to 1."""
        seen = self.scroll_offset.y + self.visible_rows
        return min(1.0, seen / self.row_count) if self.row_count else 0.0

    def go_to(self, place: Place) -> None:
        """Bring a character into sight; where it is seen already, nothing moves."""
        row = self.setting.row_of_place(place)
        top = self.scroll_offset.y
        if not top <= row < top + self.visible_rows:
            # A third of the pane above it shows what leads to it.
            self.scroll_rows(row - self.visible_rows // 3)

    def return_to(self, place: Place) -> None:
        """Put a character's row at the top."""
        self._anchor = place
        self._return_to_anchor()

    def move_paragraph(self, step: int) -> bool:
        """Put the next or previous paragraph at the top; False at the end."""
        row = self.setting.paragraph_row(self.scroll_offset.y, step)
        return row is not None and self.scroll_rows(row)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember the new place, whether keys, wheel or scroll bar led to it."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) == round(new_value):
            return
        if not self._returning:
            top = round(new_value)
            self._anchor = self.setting.place_of_row(top) if top else Place()
        self.post_message(self.Moved())

    def _return_to_anchor(self) -> None:
        # The anchor itself stays: rounding it to a row's start at each resize would creep upwards.
        self._returning = True
        self.scroll_rows(self.setting.row_of_place(self._anchor) if self._anchor != Place() else 0)
        self._returning = False
        self.post_message(self.Moved())

    def on_resize(self) -> None:
        """Set the text for the new width."""
        self.reset()

    # Drawing

    def draw_row(self, row: int, width: int) -> list[Segment]:
        """A row of the article, or of the remarks after it."""
        if row >= len(self.setting.rows):
            foot = self._foot[row - len(self.setting.rows)]
            return [Segment(" " * self._left), Segment(foot.text, self.get_component_rich_style(foot.style))]
        entry = self.setting.rows[row]
        if entry.block == BLANK:
            return []
        block = self.setting.blocks[entry.block]
        style = self.get_component_rich_style(ROLE_STYLES[block.block.role])
        selection = self.text_selection
        selected = selection.get_span(entry.block) if selection is not None else None
        pieces = cut_row(entry, self._lit.get(entry.block, ()), selected)
        text = block.shown.text
        segments = [Segment(" " * (self._left + entry.left))]
        segments += [Segment(text[start:end], style + self._style_of(light)) for start, end, light in pieces]
        return segments

    def _style_of(self, light: Light) -> Style:
        match light:
            case Light.NONE:
                return Style.null()
            case Light.SELECTION:
                return self.screen.get_component_rich_style("screen--selection", partial=True)
            case _:
                return self.get_component_rich_style(light.value, partial=True)

    # Mouse and selection

    def text_offset_at(self, x: int, y: int) -> Offset | None:
        """The character in a cell of the pane, as (code point of the shown text, block); the nearest one of its row.

        Args:
            x: Cells from the left edge of the content.
            y: Rows from its top.
        """
        rows = self.setting.rows
        wanted = self.scroll_offset.y + y
        row = min(wanted, len(rows) - 1)
        while row >= 0 and rows[row].block == BLANK:
            row -= 1
        if row < 0:
            return None
        entry = rows[row]
        if wanted > row:
            return Offset(entry.end, entry.block)
        text = self.setting.blocks[entry.block].shown.text
        at = self._left + entry.left
        for offset in range(entry.start, entry.end):
            at += character_cells(text[offset])
            if x < at:
                return Offset(offset, entry.block)
        return Offset(entry.end, entry.block)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text as it is shown, a line a block, without the breaks of the screen."""
        pieces = []
        for index, block in enumerate(self.setting.blocks):
            span = selection.get_span(index)
            if span is not None:
                pieces.append(block.shown.text[span[0] : None if span[1] == -1 else span[1]])
        return ("\n".join(pieces), "\n") if pieces else None

    def selection_updated(self, selection: Selection | None) -> None:
        """Redraw when the selection changes."""
        self.refresh()

    def text_select_all(self) -> None:
        """Double click: select the paragraph under the pointer."""
        if self._pressed is not None and self._pressed.y < len(self.setting.blocks):
            block = self._pressed.y
            end = len(self.setting.blocks[block].shown.text)
            self.screen.selections = {self: Selection(Offset(0, block), Offset(end, block))}

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a double click will have begun."""
        offset = event.get_content_offset_capture(self)
        self._pressed = self.text_offset_at(offset.x, offset.y)

    def on_click(self, event: events.Click) -> None:
        """A click on the words after the end leads on."""
        row = self.scroll_offset.y + event.get_content_offset_capture(self).y - len(self.setting.rows)
        if 0 <= row < len(self._foot) and self._foot[row].style == "text--next":
            self.post_message(self.NextWanted())
