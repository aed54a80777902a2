"""What `dubao search` does with one issue. Runs in worker processes too, so values in and out are plain."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Final

from reader.cli.naming import name_issue
from reader.errors import QueryError, SourceError
from reader.hanzi.harmless import make_harmless
from reader.library import open_issue
from reader.model import Issue
from reader.search import Context, FurnitureHit, Hit, Index, Query, Span, find_context, find_hit_context

STANDARD_INPUT: Final = "-"


@dataclass(frozen=True, slots=True)
class Request:
    """What is looked for, and how much is told of it."""

    query: Query
    context: int
    """Characters shown on either side of a hit, more on one side where the other has fewer."""
    furniture: bool = False
    """Whether folios, imprints and other print that belongs to no article is searched too."""
    only_count: bool = False
    """Whether the number of hits is all that is asked for."""
    encoding: str | None = None
    corrections: bool = True
    """Whether what was put right by hand applies."""


@dataclass(frozen=True, slots=True)
class Found:
    """A hit with what it was found in; all its text is harmless."""

    issue: str
    """The newspaper and its day; "" where neither is known."""
    page: str
    """Id of the page that its part begins on."""
    label: str | None
    """The page's number as printed."""
    article: str | None
    """None in page furniture."""
    headline: str
    """The article's, in one line; "" where it has none, and in page furniture."""
    part: int
    """1-based number of the part in its article, or of the piece of furniture in the issue."""
    kind: str
    """What sort of part or furniture it is."""
    start: int
    end: int
    """Code points of the part's text."""
    rest: tuple[Span, ...]
    """Where print broke it: its further stretches, with the indices of their parts."""
    before: str
    text: str
    after: str
    """What stands round it, with … where there is more."""


@dataclass(frozen=True, slots=True)
class Searched:
    """One issue that has been searched."""

    path: str
    """As the user gave it, harmless."""
    count: int = 0
    """Hits."""
    found: tuple[Found, ...] = ()
    """In reading order, furniture last; () where only the number was asked for."""
    error: str | None = None
    """Why it could not be opened."""
    query_error: str | None = None
    """Why the search was given up."""


def search_issue(request: Request, path: str) -> Searched:
    """Open the issue at a path and find what is asked for; errors are told, not raised."""
    try:
        stdin = sys.stdin.buffer if path == STANDARD_INPUT else None
        issue = open_issue(path, encoding=request.encoding, stdin=stdin, corrections=request.corrections)
        return find_all(request, issue)
    except SourceError as error:
        return Searched(make_harmless(path), error=str(error))
    except QueryError as error:
        return Searched(make_harmless(path), query_error=str(error))


def find_all(request: Request, issue: Issue) -> Searched:
    """What is asked for in one issue.

    Raises:
        QueryError: As `Index.find`.
    """
    path, index = make_harmless(issue.source), Index(issue, once=True)
    hits = index.find(request.query)
    pieces = index.find_furniture(request.query) if request.furniture else ()
    if request.only_count:
        return Searched(path, len(hits) + len(pieces))
    articles = {article.id: article for article in issue.articles}
    found = []
    for hit in hits:
        article = articles[hit.article]
        room = len(index.get_text(hit)) + 2 * request.context
        part = article.parts[hit.part]
        context = find_hit_context(article, hit, room)
        found.append(_describe(issue, part.page, part.kind.value, article.id, article.title, hit, context))
    for piece_hit in pieces:
        piece = issue.furniture[piece_hit.piece]
        room = piece_hit.end - piece_hit.start + 2 * request.context
        context = find_context(piece.text, piece_hit.start, piece_hit.end, room)
        found.append(_describe(issue, piece.page, piece.kind.value, None, "", piece_hit, context))
    return Searched(path, len(found), tuple(found))


def _describe(
    issue: Issue, page_id: str, kind: str, article: str | None, title: str, hit: Hit | FurnitureHit, context: Context
) -> Found:
    page = issue.find_page(page_id)
    return Found(
        issue=name_issue(issue),
        page=page_id,
        label=make_harmless(page.label) if page and page.label else None,
        article=article,
        headline=make_harmless(title),
        part=(hit.part if isinstance(hit, Hit) else hit.piece) + 1,
        kind=kind,
        start=hit.start,
        end=hit.end,
        rest=hit.rest if isinstance(hit, Hit) else (),
        before=make_harmless(("…" if context.cut_before else "") + context.before),
        text=make_harmless(context.match),
        after=make_harmless(context.after + ("…" if context.cut_after else "")),
    )
