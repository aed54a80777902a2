"""The page as printed: every line of the source, with what each was taken for, the current article's lit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message

from reader.app.cells import character_cells, crop, display_text, text_cells
from reader.app.highlights import Light, Span, cut
from reader.app.names import page_name
from reader.app.widgets.line_view import LineView
from reader.languages import message, say
from reader.model import Issue, PartKind, TextLine
from reader.model.line_map import LineMap, LinePiece, make_line_map
from reader.typography import reflow

ROLE_MARKS: Mapping[PartKind, str] = {
    PartKind.LABEL: message("la"),
    PartKind.KICKER: message("ki"),
    PartKind.HEADLINE: message("he"),
    PartKind.SUBHEADLINE: message("su"),
    PartKind.BYLINE: message("by"),
    PartKind.DATELINE: message("dt"),
    PartKind.PARAGRAPH: message("pa"),
    PartKind.CROSSHEAD: message("ch"),
    PartKind.CAPTION: message("ca"),
    PartKind.CREDIT: message("cr"),
    PartKind.VERSE: message("ve"),
    PartKind.TABLE: message("ta"),
    PartKind.NOTE: message("ed"),
}
"""What a line was taken for, in two cells: letters or one Han character; of a paragraph on its first line only."""

FURNITURE_MARK = message("fu")
NO_MARK = "  "
GUTTER = 6
"""Cells before the text: the article's bar, the mark, and blanks."""
LONGEST_WITHOUT_BLANKS = 0.5
"""Where more of the lines than this follow a blank one, the source doubles its lines, and blanks say nothing."""

NO_LINE = TextLine("", 0)
"""Stands in a row that is blank."""


class PrintedRow(NamedTuple):
    """One row of the view."""

    page: int
    """Index of the page."""
    line: TextLine | None = None
    """The printed line, NO_LINE in a blank row; None in the heading of a page."""
    start: int = 0
    end: int = 0
    """Code points of the line; a long line takes several rows."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of the source: how the screen speaks of it."""

    page: str
    number: int


class PageView(LineView):
    """All pages of an issue as extracted; the cursor is a printed line."""

    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "page--heading",
        "page--article",
        "page--other",
        "page--furniture",
        "page--cursor",
        "page--mark",
        "page--highlight",
        "page--noted",
    }

    @dataclass
    class Pointed(Message):
        """The reader went to a printed line."""

        line: PrintedLine

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.issue: Issue | None = None
        self.line_map: LineMap | None = None
        self.article = -1
        """Index of the article whose lines are lit."""
        self.cursor = 0
        """Index of the row."""
        self.stretch_start: int | None = None
        """The row at which a stretch of several lines begins; None while there is none."""
        self._highlights: Mapping[PrintedLine, tuple[Span, ...]] = {}
        self._rows: list[PrintedRow] = []
        self._first_row: dict[tuple[str, int], int] = {}

    def set_issue(self, issue: Issue) -> None:
        """Show the pages of an issue."""
        self.issue = issue
        self.line_map = make_line_map(issue)
        self.stretch_start = None
        self._lay_out()

    def on_resize(self) -> None:
        """Cut long lines for the new width."""
        line = self.line
        self._lay_out()
        if line is not None:
            self.point_at(line)

    def _lay_out(self) -> None:
        if self.issue is None:
            return
        measure = max(8, self.scrollable_content_region.width - GUTTER - 1)
        rows: list[PrintedRow] = []
        for index, page in enumerate(self.issue.pages):
            if index:
                rows.append(PrintedRow(index, NO_LINE))
            rows.append(PrintedRow(index))
            lines = page.lines
            doubled = sum(not line.tight for line in lines) > LONGEST_WITHOUT_BLANKS * len(lines)
            for number, line in enumerate(lines):
                if number and not line.tight and not doubled:
                    rows.append(PrintedRow(index, NO_LINE))
                set_lines = reflow(display_text(line.text), measure, width=character_cells)
                rows.extend(PrintedRow(index, line, piece.start, piece.end) for piece in set_lines)
        self._rows = rows
        self._first_row = {}
        for row, entry in enumerate(rows):
            if entry.line is not None and entry.line.text:
                self._first_row.setdefault((self.issue.pages[entry.page].id, entry.line.number), row)
        self.cursor = min(self.cursor, max(0, len(rows) - 1))
        self.set_row_count(len(rows))

    # The cursor

    @property
    def line(self) -> PrintedLine | None:
        """The printed line under the cursor."""
        return self._line_of(self.cursor)

    @property
    def chosen(self) -> tuple[PrintedLine, ...]:
        """The lines of the stretch, or else the one under the cursor; in the order of the page."""
        first, last = sorted((self.cursor if self.stretch_start is None else self.stretch_start, self.cursor))
        found = (self._line_of(row) for row in range(first, last + 1))
        return tuple(dict.fromkeys(line for line in found if line is not None))

    def _line_of(self, row: int) -> PrintedLine | None:
        if self.issue is None or not 0 <= row < len(self._rows):
            return None
        entry = self._rows[row]
        if entry.line is None or not entry.line.text:
            return None
        return PrintedLine(self.issue.pages[entry.page].id, entry.line.number)

    def point_at(self, line: PrintedLine) -> None:
        """Put the cursor on a printed line, without telling anybody."""
        row = self._first_row.get((line.page, line.number))
        if row is not None:
            self.cursor = row
            self.keep_in_sight(row)
            self.refresh()

    def light(self, article: int) -> None:
        """Light the lines of an article."""
        self.article = article
        self.refresh()

    def set_highlights(self, highlights: Mapping[PrintedLine, tuple[Span, ...]]) -> None:
        """Light these stretches of printed lines, and no others."""
        if highlights != self._highlights:
            self._highlights = highlights
            self.refresh()

    def toggle_stretch(self) -> None:
        """Begin a stretch of lines here, or let it go."""
        self.stretch_start = None if self.stretch_start is not None else self.cursor
        self.refresh()

    def move_lines(self, by: int) -> bool:
        """Move the cursor by printed lines, passing over blanks and headings; False at the end."""
        row, step, left = self.cursor, 1 if by > 0 else -1, abs(by)
        target = row
        while left and 0 <= row + step < len(self._rows):
            row += step
            line = self._line_of(row)
            if line is not None and row == self._first_row[line.page, line.number]:
                target, left = row, left - 1
        return self._go(target)

    def move_to_top(self) -> None:
        """Go to the first line."""
        self.move_lines(-len(self._rows))
        self.scroll_rows(0)

    def move_to_end(self) -> None:
        """Go to the last line."""
        self.move_lines(len(self._rows))

    def _go(self, row: int) -> bool:
        if row == self.cursor:
            return False
        self.cursor = row
        self.keep_in_sight(row)
        self.refresh()
        if (line := self.line) is not None:
            self.post_message(self.Pointed(line))
        return True

    def on_click(self, event: events.Click) -> None:
        """Go to the line that was clicked."""
        row = self.scroll_offset.y + event.get_content_offset_capture(self).y
        if (line := self._line_of(row)) is not None:
            self._go(self._first_row[line.page, line.number])

    # Drawing

    def draw_row(self, row: int, width: int) -> list[Segment]:
        """A printed line with its mark, or the heading of a page."""
        assert self.issue is not None and self.line_map is not None
        entry = self._rows[row]
        page = self.issue.pages[entry.page]
        if entry.line is None:
            name = crop(page_name(page, entry.page + 1), width - 2)
            rule = "─" * max(0, width - text_cells(name) - 2)
            return [Segment(f"{name} {rule} ", self.get_component_rich_style("page--heading"))]
        if not entry.line.text:
            return []
        pieces = self.line_map.find_pieces(page.id, entry.line.number)
        return self._draw_line(row, entry, entry.line, pieces)

    def _draw_line(self, row: int, entry: PrintedRow, line: TextLine, pieces: tuple[LinePiece, ...]) -> list[Segment]:
        mine = any(piece.article == self.article for piece in pieces)
        owned = any(piece.article is not None for piece in pieces)
        name = "page--article" if mine else "page--other" if owned else "page--furniture"
        style = self.get_component_rich_style(name)
        first, last = sorted((self.cursor if self.stretch_start is None else self.stretch_start, self.cursor))
        chosen = first <= row <= last
        if chosen:
            style += self.get_component_rich_style("page--cursor")
        mark = self._mark(pieces) if entry.start == 0 else NO_MARK
        bar = "▌" if mine else " "
        mark_style = style if chosen else style + self.get_component_rich_style("page--mark", partial=True)
        pointer = ">" if chosen else " "
        return [
            Segment(bar + pointer, style),
            Segment(mark + NO_MARK, mark_style),
            *self._draw_text(entry, line, style),
        ]

    def _draw_text(self, entry: PrintedRow, line: TextLine, style: Style) -> list[Segment]:
        assert self.issue is not None
        printed = PrintedLine(self.issue.pages[entry.page].id, line.number)
        text = display_text(line.text)
        lights = {
            light: self.get_component_rich_style(name, partial=True)
            for light, name in ((Light.HIGHLIGHT, "page--highlight"), (Light.NOTED, "page--noted"))
        }
        return [
            Segment(text[start:end], style + lights.get(light, Style.null()))
            for start, end, light in cut(entry.start, entry.end, self._highlights.get(printed, ()))
        ]

    def _mark(self, pieces: tuple[LinePiece, ...]) -> str:
        """What the line begins with: a part of an article, a paragraph going on, or furniture."""
        assert self.issue is not None
        if not pieces:
            return NO_MARK
        named = next((piece for piece in pieces if piece.article is not None), None)
        if named is None or named.article is None or named.part is None:
            return say(FURNITURE_MARK)
        kind = self.issue.articles[named.article].parts[named.part].kind
        starts = [piece for piece in pieces if piece.start == 0 and piece.article is not None]
        if not starts and kind in (PartKind.PARAGRAPH, PartKind.CAPTION, PartKind.NOTE):
            return NO_MARK
        return say(ROLE_MARKS[kind])
