"""`dubao shelf` and `dubao forget`: the issues that were opened before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from reader.cli.columns import GAP, align, count_cells, crop
from reader.cli.terminal import paint, report
from reader.errors import StateError
from reader.export.json import JsonObject
from reader.hanzi.harmless import make_harmless
from reader.languages import say, say_count
from reader.state import ShelfEntry, open_store

SCHEMA: Final = "dubao.shelf/1"

UNDATED: Final = "-"
_NUMBERS: Final = frozenset({2, 3})
"""Columns of progress and of what is unread."""


def format_shelf(entries: Sequence[ShelfEntry], width: int | None = None) -> Iterator[str]:
    """The lines of the table: an issue a row, with its title, date, progress, unread articles and path.

    Args:
        entries: What to show, in this order.
        width: Cells of a row, to which paths are cut; None leaves them whole.
    """
    rows = [
        [
            make_harmless(entry.issue.title or "") or say("(no title)"),
            entry.issue.date.isoformat() if entry.issue.date else UNDATED,
            # Cut, not rounded: 100% is all of it.
            f"{int(entry.progress * 100)}%",
            say("{unread} of {articles} unread", unread=entry.unread, articles=entry.articles),
            say("missing") if entry.is_missing() else "",
            make_harmless(entry.issue.path),
        ]
        for entry in entries
    ]
    for *columns, path in align(rows, _NUMBERS) if rows else ():
        start = (" " * GAP).join(columns) + " " * GAP
        room = None if width is None else max(width - count_cells(start), GAP)
        yield start + paint(path if room is None else crop(path, room), "quiet")


def describe_shelf(entries: Sequence[ShelfEntry]) -> JsonObject:
    """The table as values that JSON knows, in the schema "dubao.shelf/1"."""
    return {"schema": SCHEMA, "issues": [_describe(entry) for entry in entries]}


def forget(path: str | None, ask: Callable[[str], bool]) -> bool:
    """Forget what was kept of an issue, or of all, and say so.

    Args:
        path: The issue's path, "-" for all that came through standard input, or None for all there is.
        ask: Whether to go on; gets a question.

    Returns:
        Whether anything was forgotten.

    Raises:
        StateError: The file is damaged, or cannot be written.
    """
    with open_store() as store:
        for remark in store.remarks:
            report(remark)
        if not store.is_kept:
            raise StateError(say("nothing was forgotten"))
        if path is None:
            entries = store.shelf()
            if not ask(
                say_count(
                    "Forget all that was kept of {count} issue?",
                    "Forget all that was kept of {count} issues?",
                    len(entries),
                )
            ):
                return False
            store.forget_all()
            report(say("Everything was forgotten."))
            return True
        entry = store.find_entry(path)
        if entry is not None and not ask(_ask(entry)):
            return False
        forgotten = store.forget(path)
    report(say("Forgotten.") if forgotten else say("{path}: nothing was kept of it", path=path))
    return forgotten


def _ask(entry: ShelfEntry) -> str:
    name = " ".join(filter(None, [entry.issue.title, entry.issue.date.isoformat() if entry.issue.date else ""]))
    return say(
        "Forget {issue}, with its bookmarks ({bookmarks}) and highlights ({highlights})?",
        issue=make_harmless(name or entry.issue.path),
        bookmarks=entry.bookmarks,
        highlights=entry.highlights,
    )


def _describe(entry: ShelfEntry) -> JsonObject:
    return {
        "path": make_harmless(entry.issue.path),
        "title": None if entry.issue.title is None else make_harmless(entry.issue.title),
        "date": entry.issue.date.isoformat() if entry.issue.date else None,
        "format": entry.format,
        "articles": entry.articles,
        "unread": entry.unread,
        "characters": entry.characters,
        "progress": round(entry.progress, 4),
        "bookmarks": entry.bookmarks,
        "highlights": entry.highlights,
        "opened": entry.opened.isoformat(timespec="seconds") if entry.opened else None,
        "missing": entry.is_missing(),
    }
