"""Finding words while reading: what `/` `n` `N` and Esc do to the pane, the sidebar and the bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.app.highlights import Mark
from reader.app.places import Place
from reader.app.search_session import SearchSession
from reader.model import Issue
from reader.search import Index

if TYPE_CHECKING:
    from reader.app.screens.reading import ReadingScreen
    from reader.app.widgets.search_bar import SearchBar


class Searching:
    """The search of one reading screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self.session = SearchSession()
        self.set_issue(screen.issue)
        self._origin: tuple[int, Place] = (0, Place())
        self._before = self.session
        self.typing = False
        """Whether the bar is open, and says itself what was found."""

    def set_issue(self, issue: Issue) -> None:
        """Search another issue, or the same one made anew, for the same words."""
        query = self.session.query
        self.index = Index(issue)
        self.order = {article.id: number for number, article in enumerate(issue.articles)}
        self.session = SearchSession(query, self.index.find(query) if query else (), order=self.order)

    async def open(self) -> None:
        """Ask for words, remembering where the reader is."""
        bar = await self._bar()
        self._origin = (self.screen.article_index, self.screen.article_view.place)
        self._before = self.session
        self.typing = True
        bar.open(self.session.query)
        self._tell()

    def look_for(self, query: str) -> None:
        """Find the words, mark them, and go to the first from where the search began."""
        hits = self.index.find(query) if query.strip() else ()
        article, place = self._origin
        session = SearchSession(query, hits, order=self.order)
        self.session = session.at_or_after(article, place.part, place.offset)
        if self.session.hit is None:
            self.screen.show_article(article, place)
        self._show_hit()

    def keep(self) -> None:
        """End typing and read on from here."""
        if not self.session.query.strip():
            self.leave()
            return
        self._close_bar()

    def leave(self) -> None:
        """End typing and go back to where the search began."""
        self.session = self._before
        article, place = self._origin
        self.screen.show_article(article, place)
        self.mark()
        self._close_bar()

    def clear(self) -> bool:
        """Take the marks away; False where there were none."""
        if not self.session.query:
            return False
        self.session = SearchSession(order=self.order)
        self.mark()
        return True

    def step(self, by: int) -> None:
        """Go to the next or previous hit, round the end of the issue."""
        if not self.session.hits:
            self.screen.notify("没有可找的词，请按 / · nothing to look for: press /", severity="warning", timeout=3)
            return
        self.session, wrapped = self.session.step(by)
        self._show_hit()
        if wrapped:
            text = "已到期末，从头再找 · from the top" if by > 0 else "已到期首，从尾再找 · from the end"
            self.screen.notify(text, timeout=2)

    def mark(self) -> None:
        """Bring highlights and counts up to date with what is found and what is shown."""
        article = self.screen.article
        spans = self.session.spans(article.id) if article is not None else []
        self.screen.article_view.set_marks([Mark(*span) for span in spans])
        self.screen.article_list.set_counts(self.session.counts)
        self._tell()

    def _show_hit(self) -> None:
        hit = self.session.hit
        if hit is not None:
            self.screen.show_article(self.order[hit.article], keep_place=True)
        self.mark()
        if hit is not None:
            self.screen.article_view.go_to(Place(hit.part, hit.start))

    def _tell(self) -> None:
        self.screen.show_state()
        for bar in self.screen.query("SearchBar"):
            nothing = bool(self.session.query.strip()) and not self.session.hits
            words = "没有找到 · not found" if nothing else self.session.count_text
            bar.show_count(words, nothing=nothing)  # type: ignore[attr-defined]

    async def _bar(self) -> SearchBar:
        # Made at the first search: an input line costs a tenth of the start.
        from reader.app.widgets.search_bar import SearchBar

        bars = self.screen.query(SearchBar)
        if not bars:
            await self.screen.mount(SearchBar(id="search"), before=self.screen.status_line)
        return self.screen.query_one(SearchBar)

    def _close_bar(self) -> None:
        for bar in self.screen.query("SearchBar"):
            bar.display = False
        self.typing = False
        self.screen.article_view.focus()
        self.screen.show_state()
