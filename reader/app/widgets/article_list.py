"""The sidebar: the pages of the issue and their articles, a row each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message

from reader.app.cells import crop, text_cells
from reader.app.names import article_name, page_name
from reader.app.widgets.line_view import LineView
from reader.languages import message, say
from reader.model import Article, ArticleKind, Issue, Page

KIND_MARKS: Mapping[ArticleKind, str] = {
    ArticleKind.BRIEF: message("br"),
    ArticleKind.PHOTO: message("ph"),
    ArticleKind.NOTICE: message("nt"),
    ArticleKind.ADVERTISEMENT: message("ad"),
    ArticleKind.VERSE: message("ve"),
    ArticleKind.TABLE: message("ta"),
}
"""Two cells for what is not an ordinary story: letters or Han, since symbols differ in width between terminals."""

DOUBT_MARK = "?"
GATHERED_MARK = "+"


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row of the sidebar: a page's heading, or an article."""

    page: Page
    article: int | None = None
    """Index into the issue's articles; None for the heading of a page."""


def list_rows(issue: Issue) -> tuple[ListRow, ...]:
    """The rows of an issue: each page's heading, then its articles; a page without articles keeps its heading."""
    by_page: dict[str, list[int]] = {page.id: [] for page in issue.pages}
    for index, article in enumerate(issue.articles):
        by_page.setdefault(article.page, []).append(index)
    rows: list[ListRow] = []
    for page in issue.pages:
        rows.append(ListRow(page))
        rows.extend(ListRow(page, index) for index in by_page[page.id])
    return tuple(rows)


class ArticleList(LineView):
    """The articles of an issue; the cursor is the article being read."""

    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--page",
        "list--article",
        "list--untitled",
        "list--read",
        "list--cursor",
        "list--length",
        "list--hits",
        "list--mark",
    }

    @dataclass
    class Chosen(Message):
        """The reader went to an article in the sidebar."""

        article: int
        opened: bool
        """Whether to go on reading it (Enter, click), not only to look at it."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.articles: tuple[Article, ...] = ()
        self.rows: tuple[ListRow, ...] = ()
        self._all_rows: tuple[ListRow, ...] = ()
        self.cursor = 0
        self.counts: Mapping[str, int] = {}
        self.show: Callable[[str], str] = str
        self.doubtful: frozenset[str] = frozenset()
        self.read: frozenset[int] = frozenset()
        self.gathered: frozenset[str] = frozenset()
        self._article_rows: tuple[int, ...] = ()
        """For each article in the sidebar's order, its row."""
        self._row_of_article: dict[int, int] = {}
        self._page_numbers: dict[str, int] = {}

    def set_issue(self, issue: Issue) -> None:
        """List the articles of an issue, the cursor on the first."""
        self.articles = issue.articles
        self._all_rows = list_rows(issue)
        self._page_numbers = {page.id: number for number, page in enumerate(issue.pages, 1)}
        self.doubtful = frozenset(note.article for note in issue.notes if note.article is not None)
        self._take_rows(self._all_rows)

    def _take_rows(self, rows: tuple[ListRow, ...]) -> None:
        self.rows = rows
        self._row_of_article = {row.article: number for number, row in enumerate(rows) if row.article is not None}
        self._article_rows = tuple(self._row_of_article.values())
        self.cursor = self._article_rows[0] if self._article_rows else 0
        self.set_row_count(len(rows))

    def on_resize(self) -> None:
        """Keep the cursor in sight when the height changes."""
        self.set_row_count(len(self.rows))
        self.keep_cursor_in_sight()

    @property
    def article(self) -> int | None:
        """Index of the article under the cursor."""
        return self.rows[self.cursor].article if self.rows else None

    def go_to_article(self, index: int) -> None:
        """Put the cursor on an article, if it is listed, without telling anybody."""
        if index in self._row_of_article:
            self._put_cursor(self._row_of_article[index])

    def show_only(self, articles: set[str] | None) -> None:
        """List only these articles, by their ids, and the pages they stand on; None lists all."""
        article = self.article
        kept: list[ListRow] = []
        for row in self._all_rows:
            if row.article is None:
                if kept and kept[-1].article is None and articles is not None:
                    # The page before has nothing to list.
                    kept.pop()
                kept.append(row)
            elif articles is None or self.articles[row.article].id in articles:
                kept.append(row)
        if kept and kept[-1].article is None and articles is not None:
            kept.pop()
        self._take_rows(tuple(kept))
        if article is not None and article in self._row_of_article:
            self.cursor = self._row_of_article[article]
        self.keep_cursor_in_sight()

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many hits each article has."""
        self.counts = counts
        self.refresh()

    def set_read(self, articles: frozenset[int]) -> None:
        """Tell which articles, by their indices, have been read to their end."""
        if articles != self.read:
            self.read = articles
            self.refresh()

    def set_gathered(self, articles: frozenset[str]) -> None:
        """Mark the articles of these ids as gathered."""
        if articles != self.gathered:
            self.gathered = articles
            self.refresh()

    def set_script(self, show: Callable[[str], str]) -> None:
        """Show the headlines in another script."""
        self.show = show
        self.refresh()

    def draw_row(self, row: int, width: int) -> list[Segment]:
        """A page's heading, or an article's mark, headline, hits and length."""
        entry = self.rows[row]
        if entry.article is None:
            return self._draw_page(entry.page, width)
        return self._draw_article(entry.article, width, row == self.cursor)

    def _draw_page(self, page: Page, width: int) -> list[Segment]:
        name = crop(self.show(page_name(page, self._page_numbers[page.id])), max(0, width - 2))
        rule = "─" * max(0, width - text_cells(name) - 2)
        return [Segment(f"{name} {rule} ", self.get_component_rich_style("list--page"))]

    def _draw_article(self, index: int, width: int, under_cursor: bool) -> list[Segment]:
        article = self.articles[index]
        look_of_title = "list--article" if article.title else "list--untitled"
        if index in self.read:
            look_of_title = "list--read"
        base = self.get_component_rich_style("list--cursor" if under_cursor else look_of_title)
        mark = say(KIND_MARKS.get(article.kind, "  "))
        hits = self.counts.get(article.id, 0)
        doubt = DOUBT_MARK if article.id in self.doubtful else " "
        tail_hits = " " + say("{count}x", count=hits) if hits else ""
        tail_length = f" {article.length}"
        room = width - 1 - text_cells(mark) - len(doubt) - text_cells(tail_hits) - len(tail_length) - 1
        title = crop(self.show(article_name(article)), room)
        fill = " " * max(0, room - text_cells(title))

        def look(name: str) -> Style:
            # The cursor's background lies under every piece of its row.
            return self.get_component_rich_style(name) + Style(bgcolor=base.bgcolor)

        return [
            Segment(GATHERED_MARK if article.id in self.gathered else "▌" if under_cursor else " ", base),
            Segment(mark + doubt, look("list--mark")),
            Segment(title + fill, base),
            Segment(tail_hits, look("list--hits")),
            Segment(tail_length + " ", look("list--length")),
        ]

    def move_lines(self, by: int) -> bool:
        """Move the cursor by articles, passing over the pages' headings; False at the end."""
        order = self._article_rows
        if not order:
            return False
        position = bisect_left(order, self.cursor) + by
        return self._choose(order[max(0, min(position, len(order) - 1))])

    def move_to_top(self) -> None:
        """Go to the first article."""
        self.move_lines(-len(self.rows))
        self.scroll_rows(0)

    def move_to_end(self) -> None:
        """Go to the last article."""
        self.move_lines(len(self.rows))

    def on_click(self, event: events.Click) -> None:
        """Read the article that was clicked."""
        row = self.scroll_offset.y + event.get_content_offset_capture(self).y
        if 0 <= row < len(self.rows) and (article := self.rows[row].article) is not None:
            self._put_cursor(row)
            self.post_message(self.Chosen(article, opened=True))

    def keep_cursor_in_sight(self) -> None:
        """Scroll until the cursor, and above a page's first article its heading, can be seen."""
        if self.cursor and self.rows[self.cursor - 1].article is None:
            self.keep_in_sight(self.cursor - 1)
        self.keep_in_sight(self.cursor)

    def _choose(self, row: int) -> bool:
        if row == self.cursor:
            return False
        self._put_cursor(row)
        article = self.rows[row].article
        if article is not None:
            self.post_message(self.Chosen(article, opened=False))
        return True

    def _put_cursor(self, row: int) -> None:
        before, self.cursor = self.cursor, row
        self.refresh_row(before)
        self.refresh_row(row)
        self.keep_cursor_in_sight()
