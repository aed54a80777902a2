"""`|` and `o`: text to a command, the file to the system's program."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input

from reader import programs
from reader.app import piping
from reader.app.screens.ask_command import AskCommand
from reader.languages import Language
from reader.model import Issue
from reader.programs import NoOpenerError, Ran
from tests.app.conftest import LONG
from tests.app.test_reading import reading

pytestmark = pytest.mark.parametrize("language", [Language.ENGLISH], indirect=True)


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What was run with what, the last command failing, in a terminal that can be left to it."""
    calls: list[tuple[str, str]] = []

    def run(command: str, text: str) -> Ran:
        calls.append((command, text))
        return Ran(1 if command == "false" else 0)

    @contextmanager
    def suspend(_: App[None]) -> Iterator[None]:
        yield

    monkeypatch.setattr(programs, "run_with_text", run)
    monkeypatch.setattr(App, "suspend", suspend)
    monkeypatch.setattr(piping, "_wait_for_enter", lambda: None)
    return calls


def find_messages(pilot: Pilot[None]) -> list[str]:
    return [notification.message for notification in pilot.app._notifications]


async def test_the_article_goes_to_a_command(issue: Issue, ran: list[tuple[str, str]]) -> None:
    async with reading(issue) as (pilot, _):
        await pilot.press("vertical_line")
        await pilot.pause()
        await pilot.press(*"wc -m", "enter")
        await pilot.pause()
        [(command, text)] = ran
        assert command == "wc -m" and LONG in text and text.endswith("\n")
        assert find_messages(pilot)[-1] == "Exit code 0"


async def test_the_selection_goes_to_a_command(issue: Issue, ran: list[tuple[str, str]]) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press("V")
        await pilot.pause()
        selected = screen.get_selected_text()
        await pilot.press("vertical_line")
        await pilot.pause()
        await pilot.press(*"false", "enter")
        await pilot.pause()
        assert ran == [("false", f"{selected}\n")]
        assert find_messages(pilot)[-1] == "Exit code 1"


async def test_past_commands_come_back(issue: Issue, ran: list[tuple[str, str]]) -> None:
    async with reading(issue) as (pilot, _):
        for command in ("one", "two", "one"):
            await pilot.press("vertical_line")
            await pilot.pause()
            await pilot.press(*command, "enter")
            await pilot.pause()
        await pilot.press("vertical_line")
        await pilot.pause()
        asking = pilot.app.screen
        assert isinstance(asking, AskCommand)
        seen = []
        for key in ("up", "up", "up", "down", "down"):
            await pilot.press(key)
            seen.append(asking.query_one(Input).value)
        assert seen == ["one", "two", "two", "one", ""]
        await pilot.press("enter")
        await pilot.pause()
        assert len(ran) == 3, "nothing typed, nothing run"


async def test_a_terminal_that_cannot_be_left_is_told_of(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        screen.piping.run("wc", "文")
        await pilot.pause()
        assert "cannot be left" in find_messages(pilot)[-1]


@pytest.mark.parametrize(
    ("problem", "message"),
    [
        pytest.param("", "was handed", id="opened"),
        pytest.param("xdg-open, gio", "xdg-open, gio", id="no program"),
    ],
)
async def test_o_opens_the_file(
    issue: Issue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problem: str, message: str
) -> None:
    file = tmp_path / "qinghe.txt"
    file.touch()
    opened = []

    def open_file(path: Path) -> None:
        opened.append(path)
        if problem:
            raise NoOpenerError(problem)

    monkeypatch.setattr(programs, "open_file", open_file)
    async with reading(replace(issue, source=str(file))) as (pilot, _):
        await pilot.press("o")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert opened == [file]
        assert message in find_messages(pilot)[-1]


@pytest.mark.parametrize(("source", "message"), [("-", "standard input"), ("gone.txt", "not there")])
async def test_o_without_a_file(issue: Issue, source: str, message: str) -> None:
    async with reading(replace(issue, source=source)) as (pilot, _):
        await pilot.press("o")
        await pilot.pause()
        assert message in find_messages(pilot)[-1]
