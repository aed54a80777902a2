"""What the eye should see of the shelf, the calendar and the tour, in the colours of a dark and of a light theme.

To accept new pictures after looking at them: `pytest tests/app/test_shelf_pictures.py --snapshot-update`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from reader.app.app import DubaoApp
from reader.app.screens.shelf import ShelfScreen
from reader.state import IssueName, ShelfEntry
from tests.app.conftest import make_issue

MISSING = "/papers/missing.txt"


def make_entries() -> list[ShelfEntry]:
    """Two months of two papers: read, begun, opened, never opened, one of them missing, one without a name."""
    entries = [ShelfEntry(IssueName(MISSING, "永和报", date(1931, 4, 8)), "plain", 40, 12, 9000, 0.7, 0, 0, stamp(1))]
    for number in range(36):
        day = date(1931, 4, 1) + timedelta(days=number * 2)
        title = "永和報" if number % 5 == 0 else "青禾日报"
        share = (0.0, 0.35, 1.0)[number % 3]
        opened = None if number % 4 == 3 else stamp(number)
        unread = 0 if share == 1.0 else 20 - number % 7
        entries.append(
            ShelfEntry(
                IssueName(f"/papers/{title}/{day}.txt", title, day),
                "plain",
                24 if opened else 0,
                unread if opened else 0,
                9000,
                share if opened else 0.0,
                number % 2,
                number % 3,
                opened,
            )
        )
    return [*entries, ShelfEntry(IssueName("/papers/clipping.pdf", None, None), "pdf", 3, 3, 900, 0.0, 0, 0, stamp(2))]


def stamp(day: int) -> datetime:
    return datetime(2031, 5, 1, 9, tzinfo=UTC) + timedelta(days=day)


@pytest.fixture(autouse=True)
def _no_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ShelfEntry, "is_missing", lambda entry: entry.issue.path == MISSING)


@pytest.mark.parametrize(
    ("keys", "size", "theme"),
    [
        pytest.param([], (80, 24), "paper-dark", id="shelf"),
        pytest.param(["s", "G", "k"], (160, 45), "paper-light", id="wide by paper"),
        pytest.param(["f", *"永和 1931-04"], (80, 24), "paper-light", id="filter"),
        pytest.param(["f", *"没有"], (60, 12), "paper-dark", id="nothing found"),
        pytest.param(["question_mark"], (80, 24), "paper-dark", id="help"),
        pytest.param(["j", "j", "c"], (80, 24), "paper-dark", id="calendar"),
        pytest.param(["c", "n"], (140, 40), "paper-light", id="wide calendar"),
        pytest.param(["c", "g"], (40, 12), "paper-light", id="small calendar"),
    ],
)
def test_shelf(snap_compare: Callable[..., bool], keys: list[str], size: tuple[int, int], theme: str) -> None:
    app = DubaoApp(make_issue())
    app.theme = theme

    async def look(pilot: Pilot[None]) -> None:
        await app.push_screen(ShelfScreen(make_entries()))
        await pilot.press(*keys)
        await settle(pilot)

    assert snap_compare(app, terminal_size=size, run_before=look)


def test_first_shelf(snap_compare: Callable[..., bool]) -> None:
    """What is said to somebody who has opened nothing."""
    app = DubaoApp(make_issue())

    async def look(pilot: Pilot[None]) -> None:
        samples = [
            ShelfEntry(IssueName(f"/samples/{name}", name, None), "", 0, 0, 0, 0.0, 0, 0, None)
            for name in ("甲报", "乙报")
        ]
        await app.push_screen(ShelfScreen(samples, words="还没有打开过报纸。从样报读起。", is_first=True))
        await settle(pilot)

    assert snap_compare(app, terminal_size=(80, 24), run_before=look)


@pytest.mark.parametrize(
    ("keys", "size", "theme"),
    [
        pytest.param([], (80, 24), "paper-dark", id="first key"),
        pytest.param(["space", "right_square_bracket", "tab", "tab", "slash"], (120, 40), "paper-light", id="search"),
        pytest.param(["space", "right_square_bracket", "tab"], (50, 14), "paper-dark", id="narrow"),
    ],
)
def test_tour(snap_compare: Callable[..., bool], keys: list[str], size: tuple[int, int], theme: str) -> None:
    app = DubaoApp(make_issue())
    app.theme = theme

    async def look(pilot: Pilot[None]) -> None:
        assert app.reading is not None
        await app.reading.tour.begin()
        await pilot.press(*keys)
        await settle(pilot)

    assert snap_compare(app, terminal_size=size, run_before=look)


async def settle(pilot: Pilot[None]) -> None:
    """Nothing is left that comes and goes by the clock."""
    await pilot.pause()
    pilot.app.clear_notifications()
    for box in pilot.app.screen.query(Input):
        box.cursor_blink = False
    await pilot.pause()
