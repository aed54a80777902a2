"""The page as printed, beside the set text or instead of it: what `p` does, and how the two follow each other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader.app.highlights import Light, Span, flatten
from reader.app.places import Place
from reader.app.widgets.page_view import PageView, PrintedLine
from reader.model.line_map import LineMap

if TYPE_CHECKING:
    from reader.app.screens.reading import ReadingScreen
    from reader.state.values import Annotation, Found

BESIDE = 150
"""Cells from which sidebar, text and page have room side by side."""


class AsPrinted:
    """The page view of one reading screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self.view = PageView(id="page")
        self.view.display = False
        self._highlights: tuple[tuple[Annotation, Found | None], ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether the page is shown."""
        return bool(self.view.display)

    def toggle(self) -> None:
        """Show the page at the reader's place, or go back to the text at the page's place."""
        if self.is_open:
            self.close()
            return
        self.view.display = True
        self.view.set_issue(self.screen.issue)
        self.show_highlights(self._highlights)
        self.place(self.screen.size.width)
        self.follow_text()
        self.view.focus()

    def close(self) -> None:
        """Show the text again."""
        had_focus = self.view.has_focus
        self.view.display = False
        self.screen.article_view.display = True
        if had_focus:
            self.screen.focus_text()

    def set_issue(self) -> None:
        """Show the articles that were made anew; the cursor stays on its line."""
        if self.is_open:
            line = self.view.line
            self.view.set_issue(self.screen.issue)
            self.view.light(self.screen.article_index)
            if line is not None:
                self.view.point_at(line)

    def show_highlights(self, highlights: Iterable[tuple[Annotation, Found | None]]) -> None:
        """Light what the reader has highlighted, where it is printed."""
        self._highlights = tuple(highlights)
        lit: dict[PrintedLine, list[Span]] = {}
        if self.is_open and self.view.line_map is not None:
            for highlight, found in self._highlights:
                if found is not None:
                    light = Light.NOTED if highlight.note else Light.HIGHLIGHT
                    _light(self.view.line_map, found, light, lit)
        self.view.set_highlights({line: flatten(spans) for line, spans in lit.items()})

    def place(self, width: int) -> None:
        """Put the page beside the text, or where there is no room instead of it."""
        if self.is_open:
            beside = width >= BESIDE
            self.view.set_class(beside, "-beside")
            self.screen.article_view.display = beside

    def follow_text(self) -> None:
        """Go to the printed line of the reader's place."""
        if not self.is_open or self.view.line_map is None or self.screen.article is None:
            return
        place = self.screen.article_view.place
        self.view.light(self.screen.article_index)
        found = self.view.line_map.find_printed(self.screen.article_index, place.part, place.offset)
        if found is not None:
            self.view.point_at(PrintedLine(found.page, found.line))

    def follow_page(self, line: PrintedLine) -> None:
        """Show the article that a printed line belongs to, at that line; furniture belongs to none."""
        if self.view.line_map is None:
            return
        found = self.view.line_map.find_text(line.page, line.number)
        if found is not None:
            self.screen.show_article(found.article, Place(found.part, found.offset))
            self.view.light(found.article)


def _light(line_map: LineMap, found: Found, light: Light, lit: dict[PrintedLine, list[Span]]) -> None:
    """Add where a highlight is printed to what is lit of each line."""
    for stretch in found.find_stretches(line_map.issue.articles[found.article]):
        for piece in line_map.by_part.get((found.article, stretch.part), ()):
            start, end = max(stretch.start, piece.start), min(stretch.end, piece.end)
            first = line_map.find_printed(found.article, stretch.part, start) if start < end else None
            last = line_map.find_printed(found.article, stretch.part, end - 1) if start < end else None
            if first is not None and last is not None and first.line == last.line:
                span = Span(first.column, last.column + 1, light)
                lit.setdefault(PrintedLine(first.page, first.line), []).append(span)
