"""The way back and forward: as a value, and with the keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.app.history import History
from reader.app.screens.reading import ReadingScreen
from reader.app.screens.shelf import ShelfScreen
from reader.library import find_samples
from reader.state import Anchor, Point, Stop
from reader.state.values import STOPS
from tests.app.sessions import session


def stop(name: str) -> Stop:
    return Stop("qinghe.txt", Anchor(name, Point(0, 0, "", "")))


@pytest.mark.parametrize(
    ("moves", "names", "at"),
    [
        pytest.param("A B", "AB", None, id="two jumps"),
        pytest.param("A A", "A", None, id="twice from one place"),
        pytest.param("A B <C", "ABC", 1, id="back keeps the way forward"),
        pytest.param("A B <C <B", "ABC", 0, id="back twice"),
        pytest.param("A B <C >B", "ABC", 2, id="and forward"),
        pytest.param("A B <B", "ABB", 0, id="no step to where one is"),
        pytest.param("A B <C <B X", "X", None, id="another way begins where one is"),
        pytest.param("A B <C B", "AB", None, id="a jump after going back"),
        pytest.param(">A", "", None, id="nothing ahead"),
        pytest.param("<A", "", None, id="nothing behind"),
    ],
)
def test_history(moves: str, names: str, at: int | None) -> None:
    history = History()
    for move in moves.split():
        match move:
            case _ if move.startswith("<"):
                history, _ = history.back(stop(move[1]))
            case _ if move.startswith(">"):
                history, _ = history.forward(stop(move[1]))
            case _:
                history = history.leave(stop(move))
    assert ("".join(one.anchor.article for one in history.stops), history.at) == (names, at)


def test_only_so_many_are_known() -> None:
    history = History()
    for number in range(STOPS + 5):
        history = history.leave(stop(str(number)))
    assert len(history.stops) == STOPS
    assert history.stops[0].anchor.article == "5"


def where(screen: ReadingScreen) -> tuple[int, object]:
    return screen.article_index, screen.article_view.place


async def test_back_and_forward_after_jumps() -> None:
    async with session() as (pilot, screen):
        await pilot.press("j", "j", "j", "j")
        first = where(screen)
        await pilot.press("J")
        second = where(screen)
        await pilot.press("G")
        third = where(screen)
        await pilot.press("ctrl+o")
        assert where(screen) == second
        await pilot.press("alt+left")
        assert where(screen) == first
        await pilot.press("ctrl+o")
        assert where(screen) == first
        await pilot.press("ctrl+i", "alt+right")
        assert where(screen) == third
        await pilot.press("ctrl+i")
        assert where(screen) == third


async def test_tab_is_not_ctrl_i() -> None:
    async with session() as (pilot, screen):
        await pilot.press("J", "ctrl+o", "tab")
        assert screen.article_list.has_focus
        assert screen.article_index == 0


async def test_twice_the_apostrophe_toggles() -> None:
    async with session() as (pilot, screen):
        await pilot.press("J", "j", "j", "j")
        second = where(screen)
        await pilot.press("right_parenthesis")
        third = where(screen)
        await pilot.press("apostrophe", "apostrophe")
        await pilot.pause()
        assert where(screen) == second
        await pilot.press("grave_accent", "grave_accent")
        await pilot.pause()
        assert where(screen) == third
        await pilot.press("apostrophe", "escape")


@pytest.mark.parametrize(
    ("keys", "came_back"),
    [
        pytest.param(["right_square_bracket"], True, id="next article"),
        pytest.param(["end"], True, id="end"),
        pytest.param(["slash", *"流量", "enter"], True, id="a search"),
        pytest.param(["tab", "j", "j", "enter"], True, id="the sidebar"),
        pytest.param(["space", "j"], False, id="reading on is no jump"),
    ],
)
async def test_what_is_a_jump(keys: list[str], came_back: bool) -> None:
    async with session() as (pilot, screen):
        await pilot.press("J", "j", "j")
        before = where(screen)
        await pilot.press(*keys)
        await pilot.pause()
        assert where(screen) != before
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert (where(screen) == before) is came_back


async def test_the_way_is_kept_for_the_next_session() -> None:
    async with session() as (pilot, screen):
        await pilot.press("j", "j", "j")
        place = where(screen)
        await pilot.press("J", "q")
    async with session() as (pilot, screen):
        assert screen.article_index == 1
        await pilot.press("ctrl+o")
        assert where(screen) == place


async def test_back_to_another_issue() -> None:
    async with session() as (pilot, screen):
        await pilot.press("J", "j", "j", "j")
        place, title = where(screen), screen.issue.title
        await pilot.press("m", "Q")
        await pilot.press("S")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ShelfScreen)
        pilot.app.screen.dismiss(str(find_samples()[1].path))
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        second = pilot.app.screen
        assert isinstance(second, ReadingScreen) and second.issue.title != title
        await pilot.press("ctrl+o")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        third = pilot.app.screen
        assert isinstance(third, ReadingScreen) and third.issue.title == title
        assert where(third) == place
        await pilot.press("ctrl+i")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        fourth = pilot.app.screen
        assert isinstance(fourth, ReadingScreen) and fourth.issue.title == second.issue.title
        await pilot.press("grave_accent", "Q")
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        fifth = pilot.app.screen
        assert isinstance(fifth, ReadingScreen) and (fifth.issue.title, where(fifth)) == (title, place)


async def test_a_private_session_keeps_no_way(private_data_folder: Path) -> None:
    async with session(private=True) as (pilot, screen):
        await pilot.press("J", "ctrl+o")
        assert screen.article_index == 0
    assert not list(private_data_folder.iterdir())
