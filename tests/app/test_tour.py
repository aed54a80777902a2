"""The tour: for newcomers, on a sample, once; each key goes one step on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.app.app import DubaoApp
from reader.app.commands import COMMANDS
from reader.app.opening import HandOver, TourFor
from reader.app.screens.reading import ReadingScreen
from reader.app.screens.shelf import ShelfScreen
from reader.app.tour import STEPS, TourPanel
from reader.languages import Language
from reader.library import find_samples, open_issue
from reader.model import Issue
from reader.state import open_store

pytestmark = pytest.mark.parametrize("language", [Language.ENGLISH], indirect=True)

KEYS = {
    "page_down": ["space"],
    "next_article": ["right_square_bracket"],
    "switch_focus": ["tab", "tab"],
    "search": ["slash"],
    "next_hit": ["水", "enter", "n"],
    "next_script": ["c", "c", "c"],
    "vertical": ["v", "v"],
    "as_printed": ["p", "p"],
    "copy": ["y"],
    "help": ["question_mark"],
}


def open_sample(_: HandOver) -> Issue:
    return open_issue(find_samples()[0].path, corrections=False)


@asynccontextmanager
async def session(app: DubaoApp) -> AsyncIterator[Pilot[None]]:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        yield pilot


def words(pilot: Pilot[None]) -> str:
    """What the tour says; "" where there is none."""
    assert isinstance(pilot.app, DubaoApp)
    screen = pilot.app.reading
    return "" if screen is None else "".join(str(panel.render()) for panel in screen.query(TourPanel))


def toasts(pilot: Pilot[None]) -> str:
    return " ".join(toast.message for toast in pilot.app._notifications)


def test_steps_are_ten_commands() -> None:
    names = [step.command for step in STEPS]
    assert len(set(names)) == 10
    assert set(names) <= {command.name for command in COMMANDS}
    assert list(KEYS) == names


async def test_goes_on_key_by_key_and_never_comes_again() -> None:
    async with session(DubaoApp(private=False, tour=TourFor.NEWCOMERS)) as pilot:
        assert isinstance(pilot.app.screen, ReadingScreen)
        for number, (command, keys) in enumerate(KEYS.items(), 1):
            assert f"Tour {number} of 10" in words(pilot), command
            await pilot.press(*keys)
            await pilot.pause()
        assert words(pilot) == ""
        assert "That was the tour" in toasts(pilot)
    async with session(DubaoApp(private=False, tour=TourFor.NEWCOMERS)) as pilot:
        assert isinstance(pilot.app.screen, ShelfScreen)
    async with session(DubaoApp(opener=open_sample, private=False, tour=TourFor.NEWCOMERS)) as pilot:
        assert words(pilot) == ""
    async with session(DubaoApp(opener=open_sample, private=False, tour=TourFor.ALL)) as pilot:
        assert "Tour 1 of 10" in words(pilot)


async def test_waits_for_the_key_that_it_names() -> None:
    async with session(DubaoApp(opener=open_sample, tour=TourFor.ALL)) as pilot:
        await pilot.press("j", "right_square_bracket", "c")
        assert "Tour 1 of 10" in words(pilot)
        await pilot.press("space")
        assert "Tour 2 of 10" in words(pilot)


async def test_escape_leaves_it() -> None:
    async with session(DubaoApp(opener=open_sample, tour=TourFor.ALL)) as pilot:
        await pilot.press("space", "escape")
        await pilot.pause()
        assert words(pilot) == ""
        assert "?" in toasts(pilot)
        await pilot.press("right_square_bracket", "escape")
        assert words(pilot) == ""


async def test_names_the_keys_in_force() -> None:
    from reader.app.keys import make_keymap

    async with session(DubaoApp(opener=open_sample, tour=TourFor.ALL)) as pilot:
        assert isinstance(pilot.app, DubaoApp)
        pilot.app.use_keymap(make_keymap(own={"next_article": ["ctrl+n"]})[0])
        await pilot.press("space")
        assert "Ctrl+N" in words(pilot)
        await pilot.press("ctrl+n")
        assert "Tour 3 of 10" in words(pilot)


@pytest.mark.parametrize(
    ("private", "tour", "expected"),
    [
        pytest.param(False, TourFor.NOBODY, "dubao --tour", id="a line for a newcomer with an issue of their own"),
        pytest.param(True, TourFor.NOBODY, "", id="nothing in private"),
        pytest.param(True, TourFor.NEWCOMERS, "", id="nor the tour"),
    ],
)
async def test_who_opens_an_issue_is_left_alone(private: bool, tour: TourFor, expected: str) -> None:
    async with session(DubaoApp(opener=open_sample, private=private, tour=tour)) as pilot:
        assert words(pilot) == ""
        assert expected in toasts(pilot)
        assert bool(expected) == ("dubao --tour" in toasts(pilot))


@pytest.mark.parametrize("is_kept", [False, True], ids=["a folder in its place", "damaged"])
async def test_whose_record_is_no_good_is_no_newcomer(private_data_folder: Path, is_kept: bool) -> None:
    file = private_data_folder / "reading.sqlite3"
    if is_kept:
        file.write_bytes(b"these are no marks" * 200)
    else:
        file.mkdir()
    async with session(DubaoApp(private=False, tour=TourFor.NEWCOMERS)) as pilot:
        assert isinstance(pilot.app.screen, ShelfScreen)
        assert open_store().is_kept == is_kept
