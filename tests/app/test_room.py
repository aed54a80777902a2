"""Too little room: a sentence instead of a broken layout, on every screen, and everything back when there is room."""

from __future__ import annotations

import random

import pytest
from textual.pilot import Pilot

from reader.app.app import DubaoApp
from reader.app.widgets.room import LEAST, Room
from reader.model import Issue

SENTENCE = "请把窗口拉大一些"
TINY = [(1, 1), (3, 40), (20, 5), (39, 9), (39, 40), (120, 1)]
PANELS = [
    pytest.param((), id="text"),
    pytest.param(("tab",), id="sidebar"),
    pytest.param(("p",), id="page"),
    pytest.param(("v",), id="vertical"),
    pytest.param(("w",), id="columns"),
    pytest.param(("slash", "水"), id="search"),
    pytest.param(("question_mark",), id="help"),
    pytest.param(("i",), id="info"),
    pytest.param(("C",), id="choose"),
    pytest.param(("comma",), id="typesetting"),
    pytest.param(("colon",), id="palette"),
    pytest.param(("T",), id="themes"),
]


def is_covered(app: DubaoApp) -> bool:
    return any(cover.display for cover in app.screen.query(Room))


def shown(app: DubaoApp) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def settle(pilot: Pilot[None]) -> None:
    for _ in range(3):
        await pilot.pause()


@pytest.mark.parametrize("keys", PANELS)
async def test_every_screen_asks_for_room_and_comes_back(issue: Issue, keys: tuple[str, ...]) -> None:
    app = DubaoApp(issue)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press(*keys)
        await settle(pilot)
        focused, screen = app.focused, app.screen
        for size in TINY:
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert is_covered(app), size
        await pilot.resize_terminal(30, 8)
        await settle(pilot)
        assert SENTENCE in shown(app)
        await pilot.resize_terminal(100, 30)
        await settle(pilot)
        assert not is_covered(app)
        assert app.screen is screen
        # A narrow screen puts the sidebar away, and its focus with it.
        assert app.focused is focused or keys == ("tab",)


@pytest.mark.parametrize("key", ["question_mark", "i", "colon"])
async def test_a_panel_that_is_opened_without_room_asks_too(issue: Issue, key: str) -> None:
    app = DubaoApp(issue)
    async with app.run_test(size=(20, 5)) as pilot:
        await settle(pilot)
        assert is_covered(app)
        await pilot.press(key)
        await settle(pilot)
        assert is_covered(app)
        await pilot.press("escape")
        await pilot.resize_terminal(LEAST.width, LEAST.height)
        await settle(pilot)
        assert not is_covered(app)


async def test_a_resize_storm_ends_in_the_right_layout(issue: Issue) -> None:
    calm, stormy = DubaoApp(issue), DubaoApp(issue)
    async with calm.run_test(size=(110, 33)) as pilot:
        await settle(pilot)
        expected = shown(calm)
    sizes = random.Random(4)
    async with stormy.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for _ in range(100):
            await pilot.resize_terminal(sizes.randint(1, 220), sizes.randint(1, 70))
        await pilot.resize_terminal(110, 33)
        await settle(pilot)
        assert shown(stormy) == expected
