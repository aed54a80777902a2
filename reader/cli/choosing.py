"""Which articles of an issue are meant."""

from __future__ import annotations

from collections.abc import Iterable

from reader.cli.show import choose_articles
from reader.model import Article, Issue


def choose_several(issue: Issue, wanted: Iterable[str]) -> tuple[Article, ...]:
    """The articles of those numbers or ids, each once, in the order asked for; all of them where none is named.

    Raises:
        ArticleNotFoundError: Where the issue has no such article.
    """
    chosen = [article for name in wanted for article in choose_articles(issue, name)]
    return tuple({article.id: article for article in chosen}.values()) or issue.articles
