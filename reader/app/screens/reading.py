"""The reading screen: the articles of an issue at the left, the one being read at the right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.geometry import Offset
from textual.widget import Widget

from reader.app.as_printed import AsPrinted
from reader.app.commands import BINDINGS
from reader.app.copying import Copying
from reader.app.correcting import Correcting
from reader.app.keeping import Keeping
from reader.app.looks import MEASURE_STEP, Looks
from reader.app.names import article_name, page_name
from reader.app.places import Place, find_again
from reader.app.screens.moving import MovingScreen
from reader.app.script_view import ScriptView
from reader.app.scripts import Scripts
from reader.app.searching import Searching
from reader.app.setting import VIEW_NAMES, View
from reader.app.sidebar import Sidebar
from reader.app.widgets.article_list import ArticleList
from reader.app.widgets.article_view import ArticleView
from reader.app.widgets.bars import Header, StatusLine
from reader.app.widgets.page_view import PageView
from reader.hanzi.harmless import make_harmless
from reader.model import Article, Issue

if TYPE_CHECKING:
    from reader.app.widgets.hit_list import HitList
    from reader.app.widgets.search_bar import SearchBar

BAR_LENGTH = 10
"""Cells of the progress bar."""

READING_SPEED = 400
"""Han characters a minute: adults read Chinese prose silently at 300 to 500."""


class ReadingScreen(MovingScreen):
    """Reads one issue."""

    BINDINGS: ClassVar[list[BindingType]] = [*BINDINGS]
    AUTO_FOCUS = "#text"

    def __init__(self, issue: Issue, *, share: float = 1.0, greeting: str = "") -> None:
        super().__init__()
        self.issue = issue
        self.share = share
        """How much of the issue there is, 0 to 1."""
        self.greeting = greeting
        """Said once at the start; "" says nothing."""
        self.article_index = 0
        self.article_list = ArticleList(id="articles")
        self.article_view = ArticleView(id="text")
        self.sidebar = Sidebar(self)
        self.header = Header(id="header")
        self.status_line = StatusLine(id="status")
        self.searching = Searching(self)
        self.scripts = Scripts(self)
        self.copying = Copying(self)
        self.looks = Looks(self)
        self.as_printed = AsPrinted(self)
        self.correcting = Correcting(self)
        self.keeping = Keeping(self)
        self._places: dict[str, Place] = {}
        """Article id → where the reader left it."""

    def compose(self) -> ComposeResult:
        """Header, sidebar and text, status line."""
        yield self.header
        with Horizontal(id="body"):
            yield self.article_list
            yield self.article_view
            yield self.as_printed.view
        yield self.status_line

    def on_mount(self) -> None:
        """Begin with the first article."""
        self.sidebar.place(self.app.size.width)
        self.show_issue(self.issue, share=self.share)
        if self.greeting:
            self.notify(self.greeting, timeout=8)

    # What is shown

    @property
    def article(self) -> Article | None:
        """The article being read; None in an issue without any."""
        articles = self.issue.articles
        return articles[self.article_index] if articles else None

    @property
    def script(self) -> ScriptView:
        """The script that the issue is shown in."""
        return self.scripts.view

    def show_issue(self, issue: Issue, *, share: float = 1.0) -> None:
        """Show an issue, or the same one with more pages or other articles; the reader's place stays.

        Args:
            issue: What to show.
            share: How much of it there is, 0 to 1.
        """
        before, place = self.article, self.article_view.place
        self.issue = issue
        self.share = share
        self._places = {}
        self.article_list.set_issue(issue)
        self.searching.set_issue(issue)
        self.scripts.set_issue(issue)
        self.looks.set_issue(issue)
        index, place = (0, Place()) if before is None else find_again(before, place, issue)
        self.article_view.article = None
        self.show_article(index, place)
        self.as_printed.set_issue()
        if share == 1.0:
            self.keeping.set_issue(issue)

    def show_article(self, index: int, place: Place | None = None, *, keep_place: bool = False) -> None:
        """Show an article.

        Args:
            index: Its index in the issue.
            place: Where to begin; by default where the reader left it.
            keep_place: Where it is shown already, do not move.
        """
        articles = self.issue.articles
        shown = self.article_view.article
        if not articles:
            self.article_view.show_article(None, Place())
        elif shown is None or index != self.article_index:
            if shown is not None:
                self._places[shown.id] = self.article_view.place
                self.keeping.remember()
            self.article_index = index
            article = articles[index]
            if place is None:
                place = self._places.get(article.id) or self.keeping.find_place(index)
            following = articles[index + 1] if index + 1 < len(articles) else None
            self.article_view.show_article(
                article,
                place or Place(),
                remarks=[note.message for note in self.issue.notes if note.article == article.id],
                next_title=None if following is None else article_name(following),
            )
            self.keeping.shown()
            self.article_list.go_to_article(index)
            self.searching.mark()
        elif not keep_place and place is not None:
            self.article_view.return_to(place)
        self.show_state()

    def show_state(self) -> None:
        """Bring header and status line up to date."""
        self.header.left = self.script.show_text("  ".join(filter(None, self._describe_place())))
        self.header.right = self.script.name
        self.status_line.left = "  ".join(self._describe_state())

    def _describe_place(self) -> Iterator[str]:
        issue, article = self.issue, self.article
        yield issue.title or make_harmless(PurePath(issue.source).name)
        yield issue.date.isoformat() if issue.date else ""
        if article is not None:
            number = next((n for n, page in enumerate(issue.pages, 1) if page.id == article.page), 1)
            yield page_name(issue.pages[number - 1], number)

    def _describe_state(self) -> Iterator[str]:
        if self.article is not None:
            yield f"{self.article_index + 1}/{len(self.issue.articles)}篇"
            yield f"{self.article_view.progress:.0%}"
            yield VIEW_NAMES[self.article_view.typesetting.view]
            minutes = round(self.article.length * (1 - self.article_view.progress) / READING_SPEED)
            if minutes:
                yield f"约{minutes}分钟"
        elif self.share == 1.0:
            yield "没有文章，请按 i · no articles: press i"
        if self.share < 1.0:
            done = round(self.share * BAR_LENGTH)
            yield f"正在打开 opening [{'#' * done}{'-' * (BAR_LENGTH - done)}] {self.share:.0%} Esc 停"
        if (count := self.searching.session.count_text) and not self.searching.typing:
            yield f"“{self.searching.session.query}” {count}"

    @on(ArticleView.Moved)
    def _moved(self) -> None:
        if not self.as_printed.view.has_focus:
            self.as_printed.follow_text()
        self.keeping.moved()
        self.show_state()

    @on(PageView.Pointed)
    def _pointed(self, event: PageView.Pointed) -> None:
        self.as_printed.follow_page(event.line)

    @on(ArticleList.Chosen)
    def _chosen(self, event: ArticleList.Chosen) -> None:
        self.show_article(event.article)
        if event.opened:
            self.sidebar.leave()

    @on(ArticleView.NextWanted)
    def _next_wanted(self) -> None:
        self.action_next_article()

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """The widget in a cell and the character of its text there; the pane knows its own characters."""
        widget, offset = super().get_widget_and_offset_at(x, y)
        if widget is self.article_view:
            local = Offset(x, y) - widget.content_region.offset
            return widget, self.article_view.text_offset_at(local.x, local.y)
        return widget, offset

    # Where things stand

    def on_resize(self, event: events.Resize) -> None:
        """Sidebar, text and page side by side where there is room, one over the other where not."""
        self.sidebar.place(event.size.width)
        self.as_printed.place(event.size.width)

    def focus_text(self) -> None:
        """Go to the text, or to the page where that stands in its place."""
        (self.article_view if self.article_view.display else self.as_printed.view).focus()

    def action_toggle_sidebar(self) -> None:
        """Show or hide the sidebar; over the text where there is no room beside it."""
        self.sidebar.toggle()

    def action_switch_focus(self) -> None:
        """From the text or the page to the sidebar, opening it where it is hidden, and back."""
        self.sidebar.switch_focus()

    def action_open_article(self) -> None:
        """Read the article, or the match, under the cursor."""
        if self.article_list.has_focus:
            self.sidebar.leave()
        for hit_list in self.query("HitList:focus"):
            hit_list.open()  # type: ignore[attr-defined]

    def action_as_printed(self) -> None:
        """The page as printed, beside the text or instead of it."""
        self.as_printed.toggle()

    # Text

    def action_narrower(self) -> None:
        """Lines two Han characters shorter."""
        self.looks.change_measure(-MEASURE_STEP)

    def action_wider(self) -> None:
        """Lines two Han characters longer."""
        self.looks.change_measure(MEASURE_STEP)

    def action_reset_measure(self) -> None:
        """Lines of the usual length."""
        self.looks.change_measure(0)

    def action_vertical(self) -> None:
        """Vertical columns from right to left, or horizontal lines again."""
        self.looks.switch_view(View.VERTICAL)

    def action_columns(self) -> None:
        """Newspaper columns side by side, or one again."""
        self.looks.switch_view(View.COLUMNS)

    def action_typesetting(self) -> None:
        """How the text is set, in all its settings."""
        self.looks.choose()

    def action_next_script(self) -> None:
        """原文 → 简体 → 繁體."""
        self.scripts.cycle()

    def action_choose_standard(self) -> None:
        """Pick the standard to convert to."""
        self.scripts.choose()

    def action_choose_theme(self) -> None:
        """Pick the colours."""
        self.app.search_themes()

    # Searching and copying

    async def action_search(self) -> None:
        """Ask for words."""
        await self.searching.open()

    def on_search_bar_changed(self, event: SearchBar.Changed) -> None:
        """Find while typing."""
        self.searching.look_for(event.query, event.mode)

    def on_search_bar_kept(self) -> None:
        """Enter in the search bar."""
        self.searching.keep()

    async def on_search_bar_list_wanted(self) -> None:
        """Tab in the search bar."""
        await self.searching.open_list()

    def on_hit_list_chosen(self, event: HitList.Chosen) -> None:
        """A hit of the list."""
        self.searching.go_to(event.number)
        if event.opened:
            self.searching.close_list()
            if self.searching.typing:
                self.searching.keep()

    def on_search_bar_left(self) -> None:
        """Esc in the search bar."""
        self.searching.leave()

    async def action_list_hits(self) -> None:
        """All matches, each with what stands around it."""
        await self.searching.open_list()

    def action_search_this(self) -> None:
        """Find the selection, or the word at the reader's place."""
        self.searching.look_for_this()

    def action_only_hits(self) -> None:
        """Only articles with matches in the sidebar, or all."""
        self.searching.toggle_only_hits()

    def action_next_hit(self) -> None:
        """The next match."""
        self.searching.step(1)

    def action_previous_hit(self) -> None:
        """The previous match."""
        self.searching.step(-1)

    def action_cancel(self) -> None:
        """Esc: close what is open, then let go of the selection, then of the search."""
        if self.share < 1.0:
            self.app.stop_opening()  # type: ignore[attr-defined]
        elif self.sidebar.is_laid_over:
            self.sidebar.leave()
        elif self.selections:
            self.clear_selection()
        elif self.searching.close_list():
            pass
        elif self.as_printed.view.has_focus:
            self.as_printed.close()
        elif not self.searching.clear() and self.article_list.has_focus:
            self.sidebar.leave()

    def action_copy(self) -> None:
        """The selection, or else the article, to the clipboard."""
        self.copying.copy()

    def action_copy_as(self) -> None:
        """The same with its citation, as Markdown, as HTML; or the whole page."""
        self.copying.ask()

    def action_export(self) -> None:
        """The article or the issue, to a file."""
        from reader.app.exporting import Exporting

        Exporting(self).ask()

    # Correcting

    def action_correct(self) -> None:
        """Put right what the structure got wrong."""
        self.correcting.ask()

    def action_choose_lines(self) -> None:
        """Begin a stretch of printed lines on the page, or let it go."""
        if self.as_printed.view.has_focus:
            self.as_printed.view.toggle_stretch()
        else:
            self.notify("先按 p 看版面，再选行 · press p for the page first", timeout=3)

    def action_undo(self) -> None:
        """Take the last correction back."""
        self.correcting.undo()

    def action_redo(self) -> None:
        """Do it again."""
        self.correcting.redo()

    # The rest

    def action_info(self) -> None:
        """What is known and what is uncertain about this issue and article."""
        from reader.app.screens.info import InfoScreen

        self.app.push_screen(InfoScreen(self.issue, self.article, self.script))

    def action_help(self) -> None:
        """All keys."""
        from reader.app.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    def action_palette(self) -> None:
        """All commands, by name."""
        self.app.action_command_palette()

    def action_set_mark(self) -> None:
        """Put a letter on this place."""
        self.keeping.set_mark()

    def action_go_to_mark(self) -> None:
        """Go to the place with a letter."""
        self.keeping.go_to_mark()

    def action_bookmarks(self) -> None:
        """All bookmarks; add one here."""
        self.keeping.list_bookmarks()

    def action_shelf(self) -> None:
        """All issues that were opened before."""
        self.keeping.show_shelf()

    def action_quit(self) -> None:
        """Leave."""
        self.keeping.remember()
        self.app.exit()
