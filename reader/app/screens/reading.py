"""The reading screen: the articles of an issue at the left, the one being read at the right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Offset
from textual.widget import Widget

from reader.app.annotating import Annotating
from reader.app.as_printed import AsPrinted
from reader.app.commands import Scope
from reader.app.copying import Copying
from reader.app.correcting import Correcting
from reader.app.gathering import Gathering
from reader.app.going import Going
from reader.app.highlights import find_doubtful_marks
from reader.app.keeping import Keeping
from reader.app.keys.binding import actions_of, find_keymap
from reader.app.looks import Looks
from reader.app.names import article_name, page_name
from reader.app.pace import reading_minutes
from reader.app.piping import Piping
from reader.app.places import Place, find_again
from reader.app.screens.acting import ActingScreen
from reader.app.script_view import ScriptView
from reader.app.scripts import Scripts
from reader.app.searching import Searching
from reader.app.selecting import Selecting
from reader.app.setting import VIEW_NAMES
from reader.app.shelving import Shelving
from reader.app.sidebar import Sidebar
from reader.app.tour import Tour
from reader.app.widgets.article_list import ArticleList
from reader.app.widgets.article_view import ArticleView
from reader.app.widgets.bars import Header, StatusLine
from reader.app.widgets.page_view import PageView
from reader.hanzi.harmless import make_harmless
from reader.languages import say
from reader.model import Issue

if TYPE_CHECKING:
    pass

BAR_LENGTH = 10
"""Cells of the progress bar."""


class ReadingScreen(ActingScreen):
    """Reads one issue."""

    ACTIONS: ClassVar[Mapping[str, str]] = actions_of(Scope.READING)
    AUTO_FOCUS = "#text"

    def __init__(self, issue: Issue, *, share: float = 1.0) -> None:
        super().__init__()
        self.issue = issue
        self.share = share
        """How much of the issue there is, 0 to 1."""
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
        self.going = Going(self)
        self.annotating = Annotating(self)
        self.selecting = Selecting(self)
        self.gathering = Gathering(self)
        self.piping = Piping(self)
        self.shelving = Shelving(self)
        self.tour = Tour(self)
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

    # What is shown

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
        self.annotating.forget()
        self.article_list.set_issue(issue)
        self.gathering.show()
        self.searching.set_issue(issue)
        self.scripts.set_issue(issue)
        self.scripts.take_settings()
        self.looks.set_issue(issue)
        index, place = (0, Place()) if before is None else find_again(before, place, issue)
        self.article_view.article = None
        self.show_article(index, place)
        self.as_printed.set_issue()
        if share == 1.0:
            self.keeping.set_issue(issue)

    def show_share(self, share: float) -> None:
        """Show how much of the issue there is, 0 to 1, where there is nothing else that is new."""
        self.share = share
        self.show_state()

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
            self.clear_selection()
            self.article_index = index
            article = articles[index]
            if place is None:
                place = self._places.get(article.id) or self.keeping.find_place(index)
            following = articles[index + 1] if index + 1 < len(articles) else None
            self.article_view.show_article(
                article,
                place or Place(),
                remarks=[str(note.message) for note in self.issue.notes if note.article == article.id],
                next_title=None if following is None else article_name(following),
                find_doubtful=partial(find_doubtful_marks, article, self.issue.pages),
            )
            self.keeping.shown()
            self.annotating.show()
            self.article_list.go_to_article(index)
            self.searching.mark()
        elif not keep_place and place is not None:
            self.article_view.return_to(place)
        self.show_state()

    def show_again(self) -> None:
        """Show the same article at the same place, our own words about it in the language that is spoken now."""
        view = self.article_view
        place, view.article = view.place, None
        self.show_article(self.article_index, place)
        self.show_state()

    def show_state(self) -> None:
        """Bring header and status line up to date."""
        self.header.left = self.script.show_text("  ".join(filter(None, self._describe_place())))
        self.header.right = say(self.script.name)
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
            yield say("{number} of {total}", number=self.article_index + 1, total=len(self.issue.articles))
            yield f"{self.article_view.progress:.0%}"
            yield say(VIEW_NAMES[self.article_view.typesetting.view])
            minutes = round(reading_minutes(self.article) * (1 - self.article_view.progress))
            if minutes:
                yield say("{minutes} min left", minutes=minutes)
        elif self.share == 1.0:
            yield say("There are no articles: press {key}.", key=find_keymap(self.app).mention("info"))
        if self.share < 1.0:
            bar = ("#" * round(self.share * BAR_LENGTH)).ljust(BAR_LENGTH, "-")
            yield say("Opening [{bar}] {share:.0%}, Esc stops", bar=bar, share=self.share)
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

    @on(ArticleView.Pointed)
    def _text_pointed(self, event: ArticleView.Pointed) -> None:
        self.annotating.tell(event.place)

    @on(ArticleList.Chosen)
    def _chosen(self, event: ArticleList.Chosen) -> None:
        self.going.leave(browsing=True)
        self.show_article(event.article)
        if event.opened:
            self.sidebar.leave()

    @on(ArticleView.NextWanted)
    def _next_wanted(self) -> None:
        self.action_next_article()

    def clear_selection(self) -> None:
        """Let go of what was selected, with the mouse or the keys."""
        super().clear_selection()
        self.selecting.end()

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
