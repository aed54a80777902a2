"""The shelf's order, and how an issue's state is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from reader.state import IssueName, Order, ShelfEntry, sort_shelf
from reader.state.rows import make_unopened


def make_entry(
    path: str,
    title: str | None = "青禾日报",
    day: date | None = None,
    *,
    opened: int | None = 1,
    progress: float = 0.0,
    unread: int = 3,
) -> ShelfEntry:
    """An issue on the shelf that was opened in so many seconds of the epoch."""
    when = None if opened is None else datetime.fromtimestamp(opened, UTC)
    return ShelfEntry(IssueName(path, title, day), "plain", 3, unread, 900, progress, 0, 0, when)


ENTRIES = (
    make_entry("a", "乙报", date(1901, 2, 3), opened=5),
    make_entry("b", None, None, opened=9),
    make_entry("c", "丙报", date(1931, 2, 3), opened=None),
    make_entry("d", "丙報", date(1931, 2, 1), opened=7),
    make_entry("e", "丙报", None, opened=1),
)


@pytest.mark.parametrize(
    ("order", "paths"),
    [
        pytest.param(Order.OPENED, "bdaec", id="the last one first, those never opened at the end"),
        pytest.param(Order.TITLE, "edcab", id="paper by paper in either script, each by date"),
        pytest.param(Order.DATE, "adceb", id="the oldest first, those without a date at the end"),
    ],
)
def test_order(order: Order, paths: str) -> None:
    assert "".join(entry.issue.path for entry in sort_shelf(ENTRIES, order)) == paths
    assert sort_shelf(reversed(ENTRIES), order) == sort_shelf(ENTRIES, order)


@pytest.mark.parametrize(
    ("entry", "is_read", "is_begun"),
    [
        pytest.param(make_entry("a"), False, False, id="opened"),
        pytest.param(make_entry("a", progress=0.2), False, True, id="begun"),
        pytest.param(make_entry("a", progress=1.0, unread=0), True, False, id="read"),
        pytest.param(make_unopened(IssueName("a", None, None)), False, False, id="never opened"),
        pytest.param(replace(make_entry("a", unread=0), articles=0), False, False, id="nothing to read"),
    ],
)
def test_state(entry: ShelfEntry, is_read: bool, is_begun: bool) -> None:
    assert (entry.is_read, entry.is_begun) == (is_read, is_begun)
