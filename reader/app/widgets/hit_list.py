"""The list of hits: by article, each with what stands around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual import events
from textual.message import Message

from reader.app.cells import character_cells, crop, display_text, text_cells
from reader.app.names import article_name
from reader.app.search_session import SearchSession
from reader.app.widgets.line_view import LineView
from reader.hanzi.script import Converted
from reader.languages import say_count
from reader.model import Article, PartKind
from reader.model.names import name_role
from reader.search import Hit, find_context

TEXT_KINDS = frozenset({PartKind.PARAGRAPH, PartKind.VERSE, PartKind.TABLE})
"""Where a hit stands is told of all others."""


class HitRow(NamedTuple):
    """One row: an article's heading, or a hit."""

    article: int
    hit: int | None = None
    """Index of the hit; None for the heading."""


class HitList(LineView):
    """All hits of a search, live while it is typed."""

    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {"hits--article", "hits--text", "hits--match", "hits--cursor", "hits--part"}

    @dataclass
    class Chosen(Message):
        """The reader went to a hit."""

        number: int
        opened: bool
        """Whether to go on reading there."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.articles: Sequence[Article] = ()
        self.show: Callable[[str], Converted] = Converted
        self.session = SearchSession()
        self.cursor = 0
        self._rows: list[HitRow] = []

    def show_session(self, session: SearchSession) -> None:
        """List the hits of a search, the cursor on the current one."""
        self.session = session
        rows: list[HitRow] = []
        last = ""
        for number, hit in enumerate(session.hits):
            index = session.order[hit.article]
            if hit.article != last:
                rows.append(HitRow(index))
                last = hit.article
            rows.append(HitRow(index, number))
        self._rows = rows
        current = session.current or 0
        self.cursor = next((row for row, entry in enumerate(rows) if entry.hit == current), 0)
        self.set_row_count(len(rows))
        self._keep_cursor_in_sight()

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.set_row_count(len(self._rows))
        self._keep_cursor_in_sight()

    def _keep_cursor_in_sight(self) -> None:
        """Scroll until the cursor, and above an article's first hit its heading, can be seen."""
        if self.cursor and self._rows[self.cursor - 1].hit is None:
            self.keep_in_sight(self.cursor - 1)
        self.keep_in_sight(self.cursor)

    def draw_row(self, row: int, width: int) -> list[Segment]:
        """An article with its count, or a hit in its context."""
        entry = self._rows[row]
        article = self.articles[entry.article]
        if entry.hit is None:
            found = self.session.counts[article.id]
            count = "  " + say_count("{count} match", "{count} matches", found)
            name = crop(self.show(article_name(article)).text, width - text_cells(count) - 2)
            return [Segment(f" {name}{count}", self.get_component_rich_style("hits--article"))]
        return self._draw_hit(article, self.session.hits[entry.hit], width, row == self.cursor)

    def _draw_hit(self, article: Article, hit: Hit, width: int, under_cursor: bool) -> list[Segment]:
        base = self.get_component_rich_style("hits--cursor" if under_cursor else "hits--text")
        part = article.parts[hit.part]
        shown = self.show(part.text)
        start, end = shown.span_from_source(hit.start, hit.end)
        where = "" if part.kind in TEXT_KINDS else name_role(part.kind)
        lead = f" {'>' if under_cursor else ' '} "
        tail = f" {where}" if where else ""
        room = width - text_cells(lead) - text_cells(tail) - 3
        context = find_context(display_text(shown.text), start, end, room, character_cells)
        match = base + self.get_component_rich_style("hits--match", partial=True)
        return [
            Segment(lead + ("…" if context.cut_before else "") + context.before, base),
            Segment(context.match, match),
            Segment(context.after + ("…" if context.cut_after else ""), base),
            Segment(tail, base + self.get_component_rich_style("hits--part", partial=True)),
        ]

    def move_lines(self, by: int) -> bool:
        """Move the cursor by hits; the pane follows; False at the end."""
        numbers = [row for row, entry in enumerate(self._rows) if entry.hit is not None]
        if not numbers:
            return False
        at = numbers.index(self.cursor) + by if self.cursor in numbers else 0
        return self._go(numbers[max(0, min(at, len(numbers) - 1))])

    def move_to_top(self) -> None:
        """Go to the first hit."""
        self.move_lines(-len(self._rows))

    def move_to_end(self) -> None:
        """Go to the last hit."""
        self.move_lines(len(self._rows))

    def _go(self, row: int, *, opened: bool = False) -> bool:
        moved = row != self.cursor
        self.cursor = row
        self.refresh()
        self._keep_cursor_in_sight()
        number = self._rows[row].hit
        if number is not None and (moved or opened):
            self.post_message(self.Chosen(number, opened))
        return moved

    def open(self) -> None:
        """Read on at the hit under the cursor."""
        if self._rows:
            self._go(self.cursor, opened=True)

    def on_click(self, event: events.Click) -> None:
        """Read on at the hit that was clicked."""
        row = self.scroll_offset.y + event.get_content_offset_capture(self).y
        if 0 <= row < len(self._rows) and self._rows[row].hit is not None:
            self._go(row, opened=True)
