"""`dubao check`: what became of every character of an issue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reader.cli.columns import align
from reader.cli.naming import name_issue, name_page
from reader.cli.notes import format_notes
from reader.cli.terminal import paint
from reader.export.json import JsonObject, describe_notes
from reader.hanzi.harmless import make_harmless
from reader.languages import message, say, say_count
from reader.model import Issue, LineSpan
from reader.model.account import Account
from reader.model.names import name_role

SCHEMA: Final = "dubao.check/1"

WHOLE: Final = 0
NOT_WHOLE: Final = 1

_SHOWN: Final = 20
"""Places of lost print that are shown; who lost more looks at the JSON."""


def find_doubtful(issue: Issue) -> tuple[str, ...]:
    """Ids of the articles that a note is about, in the issue's order."""
    about = {note.article for note in issue.notes}
    return tuple(article.id for article in issue.articles if article.id in about)


def format_check(issue: Issue, account: Account) -> Iterator[str]:
    """The lines of the account: what is printed, where it went, what is doubtful, and the notes."""
    if name := name_issue(issue):
        yield paint(name, "headline")
    doubtful = find_doubtful(issue)
    articles = say_count("{count} article", "{count} articles", len(account.articles))
    rows = [[say("printed"), _count(account.printed), ""]]
    rows.append(
        [
            say("articles"),
            _count(sum(account.articles)),
            f"{articles} {_share(account, account.articles)}",
        ]
    )
    for article, count in zip(issue.articles, account.articles, strict=True):
        mark = say("doubtful") + "  " if article.id in doubtful else ""
        title = make_harmless(article.title) or say("(untitled)")
        rows.append([f"  {article.id} {name_page(issue, article.page)}", _count(count), mark + title])
    rows.append(
        [say("furniture"), _count(sum(account.furniture.values())), _share(account, tuple(account.furniture.values()))]
    )
    rows += [[f"  {name_role(kind)}", _count(n), ""] for kind, n in account.furniture.items()]
    rows.append([say("lost"), _count(account.lost_characters + account.missing), ""])
    rows.append([say("added"), _count(account.added + account.twice_characters), ""])
    if account.unprinted:
        rows.append([say("unprinted"), _count(account.unprinted), ""])
    for row in align(rows, frozenset({1})):
        yield "  ".join(row).rstrip()
    for what, spans in ((message("lost"), account.lost), (message("twice"), account.twice)):
        for span in spans[:_SHOWN]:
            yield "! " + say(
                "{what}: {page} line {line}: {text}",
                what=say(what),
                page=name_page(issue, span.page),
                line=span.line,
                text=make_harmless(_find_text(issue, span)),
            )
        if len(spans) > _SHOWN:
            yield "! " + say("… {count} places in all", count=len(spans))
    for line in format_notes(issue.notes):
        yield paint(f"* {line}", "quiet")


def describe_check(issue: Issue, account: Account) -> JsonObject:
    """The account as values that JSON knows, in the schema "dubao.check/1"."""
    doubtful = frozenset(find_doubtful(issue))
    return {
        "schema": SCHEMA,
        "source": make_harmless(issue.source),
        "whole": account.is_whole,
        "printed": account.printed,
        "articles": [
            {
                "id": article.id,
                "page": article.page,
                "title": make_harmless(article.title),
                "characters": count,
                "doubtful": article.id in doubtful,
            }
            for article, count in zip(issue.articles, account.articles, strict=True)
        ],
        "furniture": {kind.value: count for kind, count in account.furniture.items()},
        "lost": account.lost_characters + account.missing,
        "added": account.added + account.twice_characters,
        "unprinted": account.unprinted,
        "lost_places": [_describe_place(issue, span) for span in account.lost],
        "twice_places": [_describe_place(issue, span) for span in account.twice],
        "notes": describe_notes(issue.notes),
    }


def _describe_place(issue: Issue, span: LineSpan) -> JsonObject:
    return {
        "page": span.page,
        "line": span.line,
        "start": span.start,
        "end": span.end,
        "text": make_harmless(_find_text(issue, span)),
    }


def _find_text(issue: Issue, span: LineSpan) -> str:
    page = issue.find_page(span.page)
    lines = page.lines if page else ()
    return next((line.text[span.start : span.end] for line in lines if line.number == span.line), "")


def _count(number: int) -> str:
    return say("{count:,} chars", count=number)


def _share(account: Account, counts: tuple[int, ...]) -> str:
    return f"{sum(counts) / account.printed:.1%}" if account.printed else ""
