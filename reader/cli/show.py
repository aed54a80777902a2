"""`dubao show`: articles as text, set in lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reader.cli.naming import name_issue, name_page
from reader.cli.notes import format_notes
from reader.cli.terminal import paint, report
from reader.errors import ArticleNotFoundError
from reader.export import Transform
from reader.export.text import EM_SPACE
from reader.hanzi.harmless import make_harmless
from reader.languages import say
from reader.model import Article, Issue, PartKind
from reader.typography.composition import compose
from reader.typography.reflow import reflow

CELLS_OF_EM: Final = 2
"""A Han character takes two cells."""

RULE_CELLS: Final = 16
"""A short rule between articles: seen by the eye, found by `grep`, and never as long as a line of text."""

STYLES: Final = {
    PartKind.HEADLINE: "headline",
    PartKind.CROSSHEAD: "headline",
    PartKind.LABEL: "quiet",
    PartKind.BYLINE: "quiet",
    PartKind.CREDIT: "quiet",
}
"""The looks of a block on a terminal; the other roles are plain."""


def choose_articles(issue: Issue, wanted: str | None) -> tuple[Article, ...]:
    """The article of that number or id, or all of them.

    Raises:
        ArticleNotFoundError: Where the issue has no such article.
    """
    if wanted is None:
        return issue.articles
    article_id = f"a{wanted.lstrip('0')}" if wanted.isdecimal() else wanted.lower()
    article = issue.find_article(article_id)
    if article is None:
        count = len(issue.articles)
        raise ArticleNotFoundError(
            say("{article}: there is no such article; there are {count}", article=wanted, count=count)
        )
    return (article,)


def report_notes(issue: Issue, articles: Sequence[Article]) -> None:
    """Say on standard error what is uncertain about these articles, so that the text itself stays clean."""
    ids = {article.id for article in articles}
    for line in format_notes(note for note in issue.notes if note.article is None or note.article in ids):
        report(f"* {line}")


def format_issue(issue: Issue, measure: int, transform: Transform | None = None) -> Iterator[str]:
    """The lines of the whole issue: its name, then page by page its articles with a rule between them."""
    page = None
    name = name_issue(issue)
    if name:
        yield paint(transform(name) if transform else name, "headline")
    for at, article in enumerate(issue.articles):
        if article.page != page:
            page = article.page
            if at or name:
                yield ""
            place = name_page(issue, page)
            yield paint(f"【{transform(place) if transform else place}】", "separator")
        else:
            yield ""
            yield paint("─" * RULE_CELLS, "separator")
        yield ""
        yield from format_article(article, measure, transform)


def format_articles(articles: Sequence[Article], measure: int, transform: Transform | None = None) -> Iterator[str]:
    """The lines of some articles, a blank line between them."""
    for at, article in enumerate(articles):
        if at:
            yield ""
        yield from format_article(article, measure, transform)


def format_article(article: Article, measure: int, transform: Transform | None = None) -> Iterator[str]:
    """The lines of one article, reflowed to `measure` cells; headings stand at the left, as pipes like them."""
    for at, block in enumerate(compose(article)):
        if at:
            yield from [""] * block.space_before
        text = make_harmless(transform(block.text) if transform else block.text)
        indent = block.indent * CELLS_OF_EM if block.align == "start" else 0
        for line in reflow(text, measure, indent=indent):
            ems, cells = divmod(line.indent, CELLS_OF_EM)
            shown = paint(text[line.start : line.end].rstrip(), STYLES.get(block.role, ""))
            yield EM_SPACE * ems + " " * cells + shown
