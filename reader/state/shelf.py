"""Finding issues on the shelf by a few words."""

from __future__ import annotations

from collections.abc import Sequence

from reader.hanzi.fold import fold
from reader.state.values import ShelfEntry


def filter_shelf(entries: Sequence[ShelfEntry], words: str) -> tuple[ShelfEntry, ...]:
    """Those whose title, date and path have all of these words, whatever their script, case and width.

    Args:
        entries: As `Store.shelf` gives them.
        words: Words with spaces between them; dates as 2031-05 or 2031年5月.
    """
    wanted = fold(words).split()
    return tuple(entry for entry in entries if all(word in _describe(entry) for word in wanted))


def _describe(entry: ShelfEntry) -> str:
    day = entry.issue.date
    dates = f"{day.isoformat()} {day.year}年{day.month}月{day.day}日" if day else ""
    return fold(f"{entry.issue.title or ''} {dates} {entry.issue.path}")
