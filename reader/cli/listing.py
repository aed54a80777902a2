"""`dubao list`: the articles of an issue as a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reader.cli.columns import GAP, align, count_cells, crop
from reader.cli.naming import name_issue, name_page
from reader.cli.notes import format_notes
from reader.cli.terminal import paint
from reader.export.json import JsonObject, describe_notes
from reader.hanzi.harmless import make_harmless
from reader.languages import say
from reader.model import Issue
from reader.model.names import name_kind

SCHEMA: Final = "dubao.list/1"

LENGTH_COLUMN: Final = 3


def format_listing(issue: Issue, width: int | None = None) -> Iterator[str]:
    """The lines of the table: what the issue is, a row an article, and what is uncertain about it.

    Args:
        issue: What to list.
        width: Cells of a row, to which headlines are cut; None leaves them whole.
    """
    if name := name_issue(issue):
        yield paint(name, "headline")
    rows = [
        [
            article.id,
            name_page(issue, article.page),
            name_kind(article.kind),
            say("{count:,} chars", count=article.length),
            make_harmless(article.title) or say("(untitled)"),
        ]
        for article in issue.articles
    ]
    for *columns, title in align(rows, frozenset({LENGTH_COLUMN})) if rows else ():
        start = (" " * GAP).join(columns) + " " * GAP
        room = None if width is None else max(width - count_cells(start), GAP)
        yield paint(start, "quiet") + (title if room is None else crop(title, room))
    for line in format_notes(issue.notes):
        yield paint(f"* {line}", "quiet")


def describe_listing(issue: Issue) -> JsonObject:
    """The table as values that JSON knows, in the schema "dubao.list/1"."""
    articles = []
    for article in issue.articles:
        page = issue.find_page(article.page)
        articles.append(
            {
                "id": article.id,
                "page": article.page,
                "label": _harmless(page.label if page else None),
                "section": _harmless(page.section if page else None),
                "kind": article.kind.value,
                "title": make_harmless(article.title),
                "length": article.length,
            }
        )
    return {
        "schema": SCHEMA,
        "source": make_harmless(issue.source),
        "title": _harmless(issue.title),
        "date": issue.date.isoformat() if issue.date else None,
        "articles": articles,
        "notes": describe_notes(issue.notes),
    }


def _harmless(text: str | None) -> str | None:
    return None if text is None else make_harmless(text)
