"""Finding words while reading: what `/` `n` `N` `*` `L` `&` and Esc do to the pane, the sidebar and the bar."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.app.keys.binding import find_keymap
from reader.app.places import Place
from reader.app.search_session import MODE_NAMES, SearchSession
from reader.errors import QueryError
from reader.languages import say
from reader.model import Issue
from reader.search import Index, Mode, find_suggestions, parse_query

if TYPE_CHECKING:
    from reader.app.screens.reading import ReadingScreen
    from reader.app.widgets.search_bar import SearchBar

FIRST_WORD = re.compile(r"[㐀-鿿豈-﫿𠀀-𲎯]{2}|[A-Za-z0-9]+")
"""What `*` takes from the text without a selection: two Han characters, as most Chinese words have, or a Latin word."""


class Searching:
    """The search of one reading screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self.session = SearchSession()
        self.past: list[str] = []
        """What was looked for before, the latest last; each once."""
        self.set_issue(screen.issue)
        self._origin: tuple[int, Place] = (0, Place())
        self._before = self.session
        self.typing = False
        """Whether the bar is open, and says itself what was found."""
        self._only_hits = False

    def set_issue(self, issue: Issue) -> None:
        """Search another issue, or the same one made anew, for the same words."""
        self.index = Index(issue)
        self.order = {article.id: number for number, article in enumerate(issue.articles)}
        self.session = self._find(self.session.query, self.session.mode)

    # The bar

    async def open(self) -> None:
        """Ask for words, remembering where the reader is."""
        bar = await self._make_bar()
        self._origin = (self.screen.article_index, self.screen.article_view.place)
        self._before = self.session
        self.typing = True
        bar.open(self.session.query, self.session.mode, self.past)
        self._tell()

    def look_for(self, query: str, mode: Mode) -> None:
        """Find the words, mark them, and go to the first from where the search began."""
        article, place = self._origin
        self.session = self._find(query, mode).at_or_after(article, place.part, place.offset)
        if self.session.hit is None:
            self.screen.show_article(article, place)
        self._show_hit()

    def keep(self) -> None:
        """End typing and read on from here."""
        if not self.session.is_asking:
            self.leave()
            return
        query = self.session.query
        if self.session.hit is not None:
            self.screen.going.leave_from(*self._origin)
        self.past = [*(past for past in self.past if past != query), query]
        self._close_bar()

    def leave(self) -> None:
        """End typing and go back to where the search began."""
        self.session = self._before
        article, place = self._origin
        self.screen.show_article(article, place)
        self.mark()
        self._close_bar()

    def _find(self, query: str, mode: Mode) -> SearchSession:
        if not query.strip():
            return SearchSession(mode=mode, order=self.order)
        try:
            parsed = parse_query(query, mode)
            hits = self.index.find(parsed)
        except QueryError as error:
            return SearchSession(query, mode, order=self.order, remark=str(error))
        remark = parsed.remark if hits else self._suggest(query, mode)
        return SearchSession(query, mode, hits, order=self.order, remark=remark)

    def _suggest(self, query: str, mode: Mode) -> str:
        """What to say where nothing was found: which other modes would find something, each with its key."""
        keymap = find_keymap(self.screen.app)
        offers = [
            say(
                "{key} {mode}: {count}",
                key=keymap.show_first(f"mode_{found.mode.value}"),
                mode=say(MODE_NAMES[found.mode]),
                count=found.count,
            )
            for found in find_suggestions(self.index, query, mode)
        ]
        return say("Not found; {offers}", offers=say(", ").join(offers)) if offers else say("Not found")

    # Hits

    def clear(self) -> bool:
        """Take the marks away; False where there were none."""
        if not self.session.is_asking:
            return False
        self.session = SearchSession(mode=self.session.mode, order=self.order)
        self.close_list()
        if self._only_hits:
            self.toggle_only_hits()
        self.mark()
        return True

    def step(self, by: int) -> None:
        """Go to the next or previous hit, round the end of the issue."""
        if not self.session.hits:
            key = find_keymap(self.screen.app).mention("search")
            self.screen.notify(
                say("There is nothing to look for: press {key} first.", key=key), severity="warning", timeout=3
            )
            return
        self.screen.going.leave()
        self.session, wrapped = self.session.step(by)
        self._show_hit()
        if wrapped:
            text = say("On from the top of the issue.") if by > 0 else say("On from the end of the issue.")
            self.screen.notify(text, timeout=2)

    def go_to(self, number: int) -> None:
        """Go to a hit of the list."""
        if not self.typing:
            self.screen.going.leave(browsing=True)
        self.session = SearchSession(
            self.session.query, self.session.mode, self.session.hits, number, self.order, self.session.remark
        )
        self._show_hit()

    def look_for_this(self) -> None:
        """Find the selection, or else the word at the reader's place, everywhere else."""
        query = self.screen.get_selected_text()
        if not query and (article := self.screen.article) is not None:
            place = self.screen.article_view.place
            found = FIRST_WORD.search(article.parts[place.part].text, place.offset)
            query = found.group() if found else ""
        if not query:
            self.screen.notify(say("There is nothing to look for here."), severity="warning", timeout=3)
            return
        self.screen.clear_selection()
        self._origin = (self.screen.article_index, self.screen.article_view.place)
        self.look_for(f'"{query.splitlines()[0]}"', Mode.FOLDED)
        self.keep()

    def toggle_only_hits(self) -> None:
        """Show only articles with hits in the sidebar, or all of them."""
        self._only_hits = not self._only_hits and bool(self.session.hits)
        self.screen.article_list.show_only(set(self.session.counts) if self._only_hits else None)

    def mark(self) -> None:
        """Bring highlights, counts and list up to date with what is found and what is shown."""
        article = self.screen.article
        self.screen.article_view.set_marks(self.session.marks(article.id) if article is not None else [])
        self.screen.article_list.set_counts(self.session.counts)
        if self._only_hits:
            self.screen.article_list.show_only(set(self.session.counts) or None)
        for hit_list in self.screen.query("HitList"):
            if hit_list.display:
                hit_list.show_session(self.session)  # type: ignore[attr-defined]
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
            bar.tell(self.session)  # type: ignore[attr-defined]

    # The list

    async def open_list(self) -> None:
        """Show all hits with what stands around them, and go into that list."""
        from reader.app.widgets.hit_list import HitList

        if not self.screen.query(HitList):
            await self.screen.mount(HitList(id="hits"), before=self.screen.status_line)
        hit_list = self.screen.query_one(HitList)
        hit_list.display = True
        hit_list.articles = self.screen.issue.articles
        hit_list.show = self.screen.script.show
        hit_list.show_session(self.session)
        hit_list.focus()

    def close_list(self) -> bool:
        """Hide the list; False where there was none."""
        closed = False
        for hit_list in self.screen.query("HitList"):
            closed = closed or hit_list.display
            hit_list.display = False
        if closed:
            self.screen.focus_text()
        return closed

    async def _make_bar(self) -> SearchBar:
        # Made at the first search: an input line costs a tenth of the start.
        from reader.app.widgets.search_bar import SearchBar

        if not self.screen.query(SearchBar):
            await self.screen.mount(SearchBar(id="search"), before=self.screen.status_line)
        return self.screen.query_one(SearchBar)

    def _close_bar(self) -> None:
        for bar in self.screen.query("SearchBar"):
            bar.display = False
        self.typing = False
        self.screen.focus_text()
        self.screen.show_state()
