"""Finding issues on the shelf by a few words, and putting them in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache

from reader.hanzi.fold import fold
from reader.state.values import IssueName, ShelfEntry


class Order(StrEnum):
    """What the issues on a shelf are put in order by."""

    OPENED = "opened"
    """The one that was opened last comes first."""
    TITLE = "title"
    """Paper by paper, each by date."""
    DATE = "date"
    """The oldest issue comes first."""


def sort_shelf(entries: Iterable[ShelfEntry], order: Order) -> tuple[ShelfEntry, ...]:
    """The entries in that order; those that lack what it goes by come last."""
    by_title = sorted(entries, key=_by_title)
    match order:
        case Order.TITLE:
            return tuple(by_title)
        case Order.DATE:
            dated = [entry for entry in by_title if entry.issue.date is not None]
            undated = [entry for entry in by_title if entry.issue.date is None]
            return (*sorted(dated, key=_day), *undated)
        case Order.OPENED:
            opened = [entry for entry in by_title if entry.opened is not None]
            unopened = [entry for entry in by_title if entry.opened is None]
            return (*sorted(opened, key=_time, reverse=True), *unopened)


def filter_shelf(entries: Sequence[ShelfEntry], words: str) -> tuple[ShelfEntry, ...]:
    """Those whose title, date and path have all of these words, whatever their script, case and width.

    Args:
        entries: As `Store.shelf` gives them.
        words: Words with spaces between them; dates as 2031-05 or 2031年5月.
    """
    wanted = fold(words).split()
    return tuple(entry for entry in entries if all(word in _describe(entry.issue) for word in wanted))


def _by_title(entry: ShelfEntry) -> tuple[bool, str, str, str]:
    issue = entry.issue
    # A paper is one paper in either script.
    return issue.title is None, fold(issue.title or ""), issue.date.isoformat() if issue.date else "", issue.path


def _day(entry: ShelfEntry) -> int:
    return entry.issue.date.toordinal() if entry.issue.date else 0


def _time(entry: ShelfEntry) -> float:
    return entry.opened.timestamp() if entry.opened else 0.0


# Asked for again at every key of a filter.
@lru_cache(maxsize=8192)
def _describe(issue: IssueName) -> str:
    day = issue.date
    dates = f"{day.isoformat()} {day.year}年{day.month}月{day.day}日" if day else ""
    return fold(f"{issue.title or ''} {dates} {issue.path}")
