"""The reading pane: one article, set as the reader likes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from reader.app.cells import character_cells, text_cells
from reader.app.highlights import Light, Lit, Mark, Span, cut, place_marks
from reader.app.places import Place
from reader.app.setting import Drawn, Items, Layout, Room, Typesetting, make_items, make_layout
from reader.app.setting.items import FOOT, NEXT, NOTE
from reader.app.widgets.line_view import LineView
from reader.hanzi.script import Converted
from reader.languages import spoken_language
from reader.model import Article, PartKind

LEAST_WIDTH = 8
"""Cells below which nothing is set: two characters and their margins."""

STYLES = {name: f"text--{name}" for name in (*(kind.value for kind in PartKind), FOOT, NOTE, NEXT)}


class ArticleView(LineView):
    """Shows an article, keeps the reader's place in it, and knows which character stands in which cell."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *STYLES.values(),
        *(light.value for light in Light if light not in (Light.NONE, Light.SELECTION)),
    }

    @dataclass
    class Moved(Message):
        """The reader's place has changed."""

    @dataclass
    class Pointed(Message):
        """A character of the article was clicked."""

        place: Place

    @dataclass
    class NextWanted(Message):
        """The words after the article's end that lead to the next one were clicked."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.article: Article | None = None
        self.typesetting = Typesetting()
        self.show: Callable[[str], Converted] = Converted
        self.remarks: tuple[str, ...] = ()
        self.next_title: str | None = None
        self.items = Items()
        self.setting: Layout | None = None
        """How the article is set; None while there is no article, or no room."""
        self._made_of: tuple[object, ...] | None = None
        """What `items` were made of."""
        self._room = Room(0, 0)
        self._anchor = Place()
        self._looked_at: Place | None = None
        """What was last brought into sight, until the reader moves on: it stays in sight in another setting too."""
        self._returning = False
        self.find_doubtful: Callable[[], Sequence[Mark]] = tuple
        self._doubtful: Lit = {}
        self._marks: tuple[Mark, ...] = ()
        self._lit: Lit = {}
        self._highlights: tuple[Mark, ...] = ()
        self._highlighted: Lit = {}
        self._notes: tuple[str, ...] = ()
        self._pressed: Offset | None = None

    # What is shown

    def show_article(
        self,
        article: Article | None,
        place: Place,
        *,
        remarks: Sequence[str] = (),
        next_title: str | None = None,
        find_doubtful: Callable[[], Sequence[Mark]] = tuple,
    ) -> None:
        """Show an article from a place on.

        Args:
            article: None clears the pane.
            place: The character to begin at.
            remarks: What the reader should know about it; set after its end.
            next_title: Headline of the article that follows; None at the end of the issue.
            find_doubtful: Finds its doubtful words, where those are to be dim.
        """
        self.article = article
        self.remarks = tuple(remarks)
        self.next_title = next_title
        self.find_doubtful = find_doubtful
        self._anchor = place
        self._looked_at = None
        self._marks = ()
        self._highlights, self._notes = (), ()
        self.reset()

    def set_script(self, show: Callable[[str], Converted]) -> None:
        """Show the text through another conversion, at the same place."""
        self.show = show
        self.reset()

    def set_typesetting(self, typesetting: Typesetting) -> None:
        """Set the text in another manner, at the same place."""
        self.typesetting = typesetting
        self.reset()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Light these stretches and no others."""
        self._marks = tuple(marks)
        self._lit = place_marks(self._marks, self.items)
        self.refresh()

    def set_highlights(self, highlights: Sequence[Mark], notes: Sequence[str]) -> None:
        """Light what the reader has highlighted, and set the notes on it after the article's end."""
        self._highlights = tuple(highlights)
        if tuple(notes) != self._notes:
            self._notes = tuple(notes)
            self.reset()
        self._highlighted = place_marks(self._highlights, self.items)
        self.refresh()

    def reset(self) -> None:
        """Set the article anew for the present room, and go back to the reader's place."""
        region = self.scrollable_content_region
        self._room = Room(region.width, region.height)
        if self.article is None or region.width < LEAST_WIDTH or region.height < 1:
            self.items, self.setting, self._made_of = Items(), None, None
        else:
            self._make_items(self.article)
            self.setting = make_layout(self.items, self._room, self.typesetting, width=character_cells)
        self._doubtful = place_marks(self.find_doubtful() if self.typesetting.dim_doubtful else (), self.items)
        self._lit = place_marks(self._marks, self.items)
        self._highlighted = place_marks(self._highlights, self.items)
        self._returning = True
        self.set_row_count(0 if self.setting is None else self.setting.length)
        self._return_to_anchor()

    def _make_items(self, article: Article) -> None:
        """What is to be set; made once for all the widths that it is set in."""
        setting = self.typesetting
        own = (self.remarks, self._notes, self.next_title, spoken_language())
        made_of = (article, self.show, setting.indent, setting.paragraph_spacing, *own)
        if self._made_of is None or any(one is not other for one, other in zip(made_of, self._made_of, strict=True)):
            self.items = make_items(
                article,
                show=self.show,
                indent=setting.indent,
                paragraph_spacing=setting.paragraph_spacing,
                remarks=self.remarks,
                notes=self._notes,
                next_title=self.next_title,
            )
            self._made_of = made_of

    def on_resize(self) -> None:
        """Set the text for the new room."""
        self.reset()

    # The reader's place

    @property
    def place(self) -> Place:
        """The first character that is seen; it outlives resizing, conversion and other views."""
        return self._anchor

    @property
    def progress(self) -> float:
        """How much of the article has been seen, 0 to 1."""
        seen = self.scroll_offset.y + self.visible_rows
        return min(1.0, seen / self.row_count) if self.row_count else 0.0

    @property
    def visible_rows(self) -> int:
        """How many units of the layout a screen shows."""
        return super().visible_rows if self.setting is None else self.setting.visible

    @property
    def overlap(self) -> int:
        """How many units stay in sight from one screen to the next."""
        return super().overlap if self.setting is None else self.setting.overlap

    def _find_unit(self, place: Place) -> int:
        if self.setting is None or place == Place():
            return 0
        found = self.items.find_shown(place.part, place.offset, place.offset)
        return max(0, self.row_count - 1) if found is None else self.setting.find_unit(*found[:2])

    def go_to(self, place: Place) -> None:
        """Bring a character into sight; where it is seen already, nothing moves."""
        unit = self._find_unit(place)
        top = self.scroll_offset.y
        if not top <= unit < top + self.visible_rows:
            # A third of the pane before it shows what leads to it.
            self.scroll_rows(unit - self.visible_rows // 3)
        self._looked_at = place

    def return_to(self, place: Place) -> None:
        """Put a character's unit first."""
        self._anchor = place
        self._looked_at = None
        self._return_to_anchor()

    def move_paragraph(self, step: int) -> bool:
        """Put the next or previous paragraph first; False at the end."""
        unit = None if self.setting is None else self.setting.find_item_start(self.scroll_offset.y, step)
        return unit is not None and self.scroll_rows(unit)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember the new place, whether keys, wheel or scroll bar led to it."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) == round(new_value):
            return
        region = self.scrollable_content_region
        # What moves while the room changes is not the reader's doing.
        settled = not self._returning and self._room == Room(region.width, region.height)
        if settled and self.setting is not None:
            top = round(new_value)
            start = self.setting.find_start(top) if top else None
            self._anchor = self.items.find_place(*start) if start is not None else Place()
            self._looked_at = None
        self.post_message(self.Moved())

    def _return_to_anchor(self) -> None:
        # The anchor itself stays: rounding it to a row's start at each resize would creep upwards.
        self._returning = True
        self.scroll_rows(self._find_unit(self._anchor))
        if self._looked_at is not None:
            self.go_to(self._looked_at)
        self._returning = False
        self.post_message(self.Moved())

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw a row of the screen."""
        width, style = self.scrollable_content_region.width, self.rich_style
        segments: list[Segment] = []
        if self.setting is not None:
            at = 0
            for drawn in self.setting.draw(self.scroll_offset.y, y):
                segments.append(Segment(" " * (drawn.x - at)))
                pieces = self._draw_piece(drawn)
                segments += pieces
                at = drawn.x + sum(text_cells(piece.text) for piece in pieces)
        return Strip(segments).apply_style(style).adjust_cell_length(width, style)

    def _draw_piece(self, drawn: Drawn) -> list[Segment]:
        item = self.items.all[drawn.item]
        style = self.get_component_rich_style(STYLES[item.look])
        selection = self.text_selection if item.block is not None else None
        selected = selection.get_span(drawn.item) if selection is not None else None
        pieces = cut(
            drawn.start,
            drawn.end,
            self._doubtful.get(drawn.item, ()),
            self._highlighted.get(drawn.item, ()),
            self._lit.get(drawn.item, ()),
            () if selected is None else (_span_of(selected, drawn.end),),
        )
        if drawn.glyph is not None:
            # One glyph is lit as a whole, by the first of its characters that is.
            light = next((piece.light for piece in pieces if piece.light is not Light.NONE), Light.NONE)
            return [Segment(drawn.glyph, style + self._style_of(light))]
        text = item.drawn
        return [Segment(text[start:end], style + self._style_of(light)) for start, end, light in pieces]

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
        """The character nearest to a cell of the pane, as (code point of the shown text, item).

        Args:
            x: Cells from the left edge of the content.
            y: Rows from its top.
        """
        found = None if self.setting is None else self.setting.find_text(self.scroll_offset.y, x, y)
        return None if found is None else Offset(found[1], found[0])

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text as it is shown, a line a block, without the breaks of the screen."""
        pieces = []
        for index, item in enumerate(self.items.all):
            span = selection.get_span(index)
            if span is not None and item.block is not None:
                pieces.append(item.shown.text[span[0] : None if span[1] == -1 else span[1]])
        return ("\n".join(pieces), "\n") if pieces else None

    def find_selected(self) -> tuple[Place, Place] | None:
        """Where the selection begins and ends in the article; None where nothing of it is selected."""
        selection = self.text_selection
        if selection is None:
            return None
        start, end = selection.start or Offset(0, 0), selection.end
        if end is None:
            end = Offset(0, len(self.items.all))
        return self.items.find_stretch((start.y, start.x), (end.y, end.x))

    def selection_updated(self, selection: Selection | None) -> None:
        """Redraw when the selection changes."""
        self.refresh()

    def text_select_all(self) -> None:
        """Double click: select the paragraph under the pointer."""
        if self._pressed is not None and self._pressed.y < len(self.items.all):
            index = self._pressed.y
            end = len(self.items.all[index].shown.text)
            self.screen.selections = {self: Selection(Offset(0, index), Offset(end, index))}

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a double click will have begun."""
        offset = event.get_content_offset_capture(self)
        self._pressed = self.text_offset_at(offset.x, offset.y)

    def on_click(self, event: events.Click) -> None:
        """A click on the words after the end leads on."""
        at = event.get_content_offset_capture(self)
        found = None if self.setting is None else self.setting.find_text(self.scroll_offset.y, at.x, at.y)
        if found is not None and self.items.all[found[0]].look == NEXT:
            self.post_message(self.NextWanted())
        elif found is not None and self.items.all[found[0]].block is not None:
            self.post_message(self.Pointed(self.items.find_place(*found)))


def _span_of(selected: tuple[int, int], end: int) -> Span:
    """What Textual says is selected of an item; -1 as the end means all the rest."""
    return Span(selected[0], end if selected[1] == -1 else selected[1], Light.SELECTION)
