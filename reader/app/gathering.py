"""Articles gathered while reading, to be copied or exported together: what `s` does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.languages import say_count
from reader.model import Article

if TYPE_CHECKING:
    from reader.app.screens.reading import ReadingScreen


class Gathering:
    """The articles that were gathered on one reading screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self._ids: set[str] = set()

    @property
    def articles(self) -> tuple[Article, ...]:
        """What was gathered, in the newspaper's order."""
        return tuple(article for article in self.screen.issue.articles if article.id in self._ids)

    def toggle(self) -> None:
        """Take the article, or let it go; in the sidebar, on to the next one."""
        article = self.screen.article
        if article is None:
            return
        self._ids ^= {article.id}
        self.show()
        count = len(self.articles)
        words = say_count("{count} article gathered for copying and export.", "{count} articles gathered.", count)
        self.screen.notify(words, timeout=2)
        if self.screen.article_list.has_focus:
            self.screen.article_list.move_lines(1)

    def show(self) -> None:
        """Mark in the sidebar what was gathered."""
        self.screen.article_list.set_gathered(frozenset(article.id for article in self.articles))
