"""The base of the reading screen: how the keys move through text, sidebar, page and articles."""

from __future__ import annotations

from abc import abstractmethod

from textual.screen import Screen

from reader.app.going import Going
from reader.app.keys.binding import Keyed
from reader.app.places import Place
from reader.app.setting import View
from reader.app.widgets.article_list import ArticleList
from reader.app.widgets.article_view import ArticleView
from reader.app.widgets.line_view import LineView
from reader.languages import say
from reader.model import Article, Issue


class MovingScreen(Keyed, Screen[None]):
    """Moves what has the focus, and at the ends of an article goes on to the next or back to the one before."""

    issue: Issue
    article_index: int
    article_list: ArticleList
    article_view: ArticleView
    going: Going

    @property
    def article(self) -> Article | None:
        """The article being read; None in an issue without any."""
        articles = self.issue.articles
        return articles[self.article_index] if articles else None

    @abstractmethod
    def show_article(self, index: int, place: Place | None = None, *, keep_place: bool = False) -> None:
        """Show an article; see the reading screen."""

    @property
    def _moving(self) -> LineView:
        return self.focused if isinstance(self.focused, LineView) else self.article_view

    def _read_on(self, moved: bool) -> None:
        if not moved and self._moving is self.article_view:
            self._step_article(1)

    def _read_back(self, moved: bool) -> None:
        if not moved and self._moving is self.article_view and self.article_index > 0:
            self.show_article(self.article_index - 1)
            self.article_view.move_to_end()

    def action_line_down(self) -> None:
        """A line further; after the last one, the next article."""
        self._read_on(self._moving.move_lines(1))

    def action_line_up(self) -> None:
        """A line back; before the first one, the article before."""
        self._read_back(self._moving.move_lines(-1))

    def action_half_down(self) -> None:
        """Half a screen further."""
        self._read_on(self._moving.move_screens(0.5))

    def action_half_up(self) -> None:
        """Half a screen back."""
        self._read_back(self._moving.move_screens(-0.5))

    def action_page_down(self) -> None:
        """A screen further."""
        self._read_on(self._moving.move_screens(1))

    def action_page_up(self) -> None:
        """A screen back."""
        self._read_back(self._moving.move_screens(-1))

    def action_top(self) -> None:
        """To the top of the article or of the sidebar."""
        if self._moving is self.article_view:
            self.going.leave()
        self._moving.move_to_top()

    def action_end(self) -> None:
        """To the end of the article or of the sidebar."""
        if self._moving is self.article_view:
            self.going.leave()
        self._moving.move_to_end()

    def action_next_paragraph(self) -> None:
        """The next paragraph at the top of the pane."""
        if not self.article_view.move_paragraph(1):
            self.article_view.move_to_end()

    def action_previous_paragraph(self) -> None:
        """The previous paragraph at the top of the pane."""
        if not self.article_view.move_paragraph(-1):
            self.article_view.move_to_top()

    def action_next_article(self) -> None:
        """The next article from its top."""
        self._step_article(1, jumping=True)

    def action_previous_article(self) -> None:
        """The previous article from its top."""
        self._step_article(-1, jumping=True)

    def _step_article(self, by: int, *, jumping: bool = False) -> None:
        target = self.article_index + by
        if 0 <= target < len(self.issue.articles):
            if jumping:
                self.going.leave()
            self.show_article(target, Place())
        else:
            self.notify(say("This is the last article.") if by > 0 else say("This is the first article."), timeout=2)

    def action_back(self) -> None:
        """Where the reader was before the last jump, and further back."""
        self.going.back()

    def action_forward(self) -> None:
        """Where the reader was before going back."""
        self.going.forward()

    def action_go_left(self) -> None:
        """Where columns run to the left, the next one; else the previous article."""
        if self.article_view.typesetting.view is View.VERTICAL and self._moving is self.article_view:
            self.action_line_down()
        else:
            self.action_previous_article()

    def action_go_right(self) -> None:
        """Where columns run to the left, the one before; else the next article."""
        if self.article_view.typesetting.view is View.VERTICAL and self._moving is self.article_view:
            self.action_line_up()
        else:
            self.action_next_article()

    def action_next_page(self) -> None:
        """The first article of the paper's next page."""
        self._step_page(1)

    def action_previous_page(self) -> None:
        """The first article of this page, or of the one before."""
        self._step_page(-1)

    def _step_page(self, by: int) -> None:
        firsts = list(
            {article.page: index for index, article in reversed(list(enumerate(self.issue.articles)))}.values()
        )
        firsts.sort()
        ahead = [first for first in firsts if (first > self.article_index if by > 0 else first < self.article_index)]
        if ahead:
            self.going.leave()
            self.show_article(ahead[0] if by > 0 else ahead[-1], Place())
        else:
            self.notify(say("This is the last page.") if by > 0 else say("This is the first page."), timeout=2)
