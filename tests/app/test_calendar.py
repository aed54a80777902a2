"""The calendar: every key, one paper and several, any year."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from reader.app.app import DubaoApp
from reader.app.screens.calendar import CalendarScreen
from reader.app.screens.shelf import ShelfScreen
from reader.app.shelf import State
from reader.app.widgets.bars import Bar
from reader.app.widgets.month_grid import MonthGrid
from reader.languages import Language
from reader.state import ShelfEntry
from tests.app.conftest import make_issue
from tests.app.test_shelf import make_entry

pytestmark = pytest.mark.parametrize("language", [Language.ENGLISH], indirect=True)

DAYS = (date(2031, 4, 28), date(2031, 5, 1), date(2031, 5, 15), date(2031, 12, 31), date(2032, 2, 29))
OTHER = date(1901, 3, 3)


def make_entries(folder: Path) -> list[ShelfEntry]:
    """A paper with issues on some days, one without any date, and another paper with two on one day."""
    paths = [folder / str(number) for number in range(len(DAYS) + 3)]
    for path in paths:
        path.touch()
    entries = [make_entry(str(path), "青禾日报", day) for path, day in zip(paths, DAYS, strict=False)]
    undated = make_entry(str(paths[-3]), "青禾日报", None)
    return [*entries, undated, *(make_entry(str(path), "永和报", OTHER) for path in paths[-2:])]


@asynccontextmanager
async def calendar(
    entries: Sequence[ShelfEntry], size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Pilot[None], ShelfScreen]]:
    """The calendar over a shelf with these, begun at the first of them."""
    app = DubaoApp(make_issue())
    async with app.run_test(size=size) as pilot:
        shelf = ShelfScreen(entries, here=entries[0].issue.path)
        app.push_screen(shelf)
        await pilot.pause()
        await pilot.press("c")
        await pilot.pause()
        yield pilot, shelf


def shown(pilot: Pilot[None]) -> tuple[str | None, date]:
    screen = pilot.app.screen
    assert isinstance(screen, CalendarScreen)
    return screen.paper.title, screen.day


def rows(grid: MonthGrid) -> list[str]:
    return [grid.render_line(row).text.rstrip() for row in range(grid.size.height)]


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        pytest.param(["right"], date(2031, 5, 16), id="a day on"),
        pytest.param(["l", "h", "left"], date(2031, 5, 14), id="a day back"),
        pytest.param(["down"], date(2031, 5, 22), id="a week on"),
        pytest.param(["j", "j", "j"], date(2031, 6, 5), id="into the next month"),
        pytest.param(["up", "k", "k"], date(2031, 4, 24), id="weeks back"),
        pytest.param(["pagedown"], date(2031, 6, 15), id="a month on"),
        pytest.param(["right_square_bracket", "left_square_bracket", "pageup"], date(2031, 4, 15), id="a month back"),
        pytest.param(["right_curly_bracket"], date(2032, 5, 15), id="a year on"),
        pytest.param(["left_curly_bracket"] * 181, date(1850, 5, 15), id="back to 1850"),
        pytest.param(["right_curly_bracket"] * 69, date(2100, 5, 15), id="on to 2100"),
        pytest.param(["home"], DAYS[0], id="first issue"),
        pytest.param(["end"], DAYS[-1], id="last issue"),
        pytest.param(["n"], DAYS[3], id="next issue"),
        pytest.param(["n", "n", "n", "n"], DAYS[4], id="no issue after the last"),
        pytest.param(["N"], DAYS[1], id="issue before"),
        pytest.param(["G", "g"], DAYS[0], id="vim's keys for the ends"),
    ],
)
async def test_moving(tmp_path: Path, keys: list[str], day: date) -> None:
    entries = make_entries(tmp_path)
    async with calendar(entries) as (pilot, _):
        screen = pilot.app.screen
        assert isinstance(screen, CalendarScreen)
        screen._go(DAYS[2])
        await pilot.press(*keys)
        assert shown(pilot) == ("青禾日报", day)


async def test_begins_at_the_issue_under_the_cursor_and_opens_one(tmp_path: Path) -> None:
    entries = make_entries(tmp_path)
    async with calendar(entries) as (pilot, shelf):
        app = pilot.app
        await pilot.press("escape")
        chosen: list[str | None] = []
        await pilot.press("f", *"2031-12", "tab", "c")
        await pilot.pause()
        assert shown(pilot) == ("青禾日报", DAYS[3])
        shelf.dismiss = chosen.append  # type: ignore[assignment,method-assign]
        await pilot.press("right", "enter")
        assert isinstance(app.screen, CalendarScreen), "no issue on that day"
        await pilot.press("N", "enter")
        await pilot.pause()
        assert chosen == [entries[3].issue.path]


async def test_one_paper_at_a_time(tmp_path: Path) -> None:
    async with calendar(make_entries(tmp_path)) as (pilot, shelf):
        chosen: list[str | None] = []
        shelf.dismiss = chosen.append  # type: ignore[assignment,method-assign]
        await pilot.press("home")
        header = pilot.app.screen.query_one("#header", Bar)
        assert "1 without a date" in header.right
        await pilot.press("tab")
        assert shown(pilot) == ("永和报", OTHER)
        assert "1901-03-03" in header.left
        await pilot.press("shift+tab")
        assert shown(pilot)[0] == "青禾日报"
        await pilot.press("p")
        await pilot.pause()
        assert pilot.app.screen.query_one(OptionList).option_count == 2
        await pilot.press("j", "enter")
        await pilot.pause()
        if shown(pilot)[0] == "青禾日报":
            await pilot.press("tab")
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen.query_one(OptionList).option_count == 2, "two issues on a day"
        await pilot.press("down", "enter")
        await pilot.pause()
        assert chosen == [str(tmp_path / str(len(DAYS) + 2))]


async def test_help_and_back(tmp_path: Path) -> None:
    async with calendar(make_entries(tmp_path)) as (pilot, shelf):
        await pilot.press("question_mark")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, CalendarScreen)
        await pilot.press("escape", "q")
        await pilot.pause()
        assert pilot.app.screen is shelf


async def test_without_dates_there_is_none(tmp_path: Path) -> None:
    async with calendar([make_entry("a", "青禾日报", None)]) as (pilot, shelf):
        assert pilot.app.screen is shelf


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        pytest.param((40, 10), ["  1+   2    3", " 12   13   14   15"], id="one row a week"),
        pytest.param((80, 24), ["  1+         2          3", " 40%"], id="three rows a week"),
    ],
)
async def test_weeks_have_the_rows_that_there_is_room_for(
    tmp_path: Path, size: tuple[int, int], expected: list[str]
) -> None:
    async with calendar(make_entries(tmp_path), size) as (pilot, _):
        screen = pilot.app.screen
        assert isinstance(screen, CalendarScreen)
        screen._go(DAYS[2])
        drawn = rows(screen.grid)
        assert all(any(words in row for row in drawn) for words in expected), drawn
        assert drawn[1].split() == ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]


async def test_a_day_is_marked_by_the_issue_to_read_next(tmp_path: Path) -> None:
    entries = make_entries(tmp_path)
    async with calendar(entries) as (pilot, _):
        screen = pilot.app.screen
        assert isinstance(screen, CalendarScreen)
        await pilot.press("home", "tab")
        if shown(pilot)[0] != "永和报":
            await pilot.press("tab")
        (tmp_path / str(len(DAYS) + 1)).unlink()
        day = screen.grid.describe(OTHER)
        assert day is not None
        assert (day.state, day.words) == (State.BEGUN, "2 issues")
        assert screen.grid.describe(DAYS[0]) is None


async def test_click(tmp_path: Path) -> None:
    async with calendar(make_entries(tmp_path), (80, 24)) as (pilot, _):
        screen = pilot.app.screen
        assert isinstance(screen, CalendarScreen)
        screen._go(DAYS[2])
        # The second week's first day: 2031-05-05 is a Monday.
        await pilot.click(MonthGrid, offset=(3, 2 + 3))
        assert shown(pilot)[1] == date(2031, 5, 5)
