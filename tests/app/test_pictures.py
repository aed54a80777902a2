"""What the eye should see: each view, at three sizes, of each sample, as text; and its colours, as SVG.

The interface speaks 简体中文, as it does to most who read such papers; one sample is drawn in each language.

The samples are read from their golden articles, so that these pictures change with the screen alone. To accept new ones
after looking at them: `python -m tests.app.test_pictures` for the text, `pytest --snapshot-update` for the SVG.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from reader.app.app import DubaoApp
from reader.languages import Language, set_language
from reader.library import open_issue
from reader.model import Issue

CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "samples"
PICTURES = Path(__file__).resolve().parent / "pictures"
SAMPLES = ("chengpu", "langang", "shujiang")
SIZES = ((80, 24), (120, 40), (200, 60))
VIEWS = {
    "lines": (),
    "columns": ("w",),
    "vertical": ("v",),
    "page": ("p",),
    "search": ("slash", "水"),
    "help": ("question_mark",),
    "settings": ("comma",),
}
PANELS = {
    "info": ("i",),
    "settings": ("comma",),
    "copy": ("Y",),
    "palette": ("colon",),
    "nothing": ("slash", "*"),
}


def open_sample(name: str) -> Issue:
    """A sample's golden articles as an issue."""
    issue = open_issue(CORPUS / f"{name}.json", corrections=False)
    return replace(issue, source=f"{name}.json")


async def draw(name: str, view: str, size: tuple[int, int]) -> str:
    """The screen as text, a line a row."""
    app = DubaoApp(open_sample(name))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press("J", *(VIEWS | PANELS)[view])
        await pilot.pause()
        for box in app.screen.query(Input):
            box.cursor_blink = False
        # Toasts come and go by the clock.
        app.clear_notifications()
        await pilot.pause()
        strips = app.screen._compositor.render_strips(app.size)
        return "".join(strip.text.rstrip() + "\n" for strip in strips)


CASES = [(name, view, size) for name in SAMPLES for view in VIEWS for size in SIZES]
CASES_BY_LANGUAGE = [
    (language, view, size)
    for language in Language
    for view in VIEWS | PANELS
    for size in SIZES[:2]
    if language is not Language.SIMPLIFIED or view in PANELS
]


def picture_path(name: str, view: str, size: tuple[int, int]) -> Path:
    """Where a picture is kept."""
    return PICTURES / f"{name}-{view}-{size[0]}x{size[1]}.txt"


@pytest.mark.parametrize(("name", "view", "size"), CASES, ids=lambda value: str(value))
async def test_the_screen_is_as_it_was_looked_at(name: str, view: str, size: tuple[int, int]) -> None:
    assert await draw(name, view, size) == picture_path(name, view, size).read_text(encoding="utf-8")


@pytest.mark.parametrize(("language", "view", "size"), CASES_BY_LANGUAGE, ids=str, indirect=["language"])
async def test_every_language_is_as_it_was_looked_at(language: Language, view: str, size: tuple[int, int]) -> None:
    expected = picture_path(language.value, view, size).read_text(encoding="utf-8")
    assert await draw(SAMPLES[0], view, size) == expected


@pytest.mark.parametrize("theme", ["paper-dark", "paper-light"])
@pytest.mark.parametrize("view", ["lines", "vertical", "search"])
def test_the_colours_are_as_they_were_looked_at(snap_compare: Callable[..., bool], view: str, theme: str) -> None:
    """Headline in the accent colour, hits underlined on their ground, the sidebar's cursor on a darker row."""
    app = DubaoApp(open_sample("langang"))
    app.theme = theme

    async def look(pilot: Pilot[None]) -> None:
        await pilot.press("J", *VIEWS[view])
        await pilot.pause()
        pilot.app.clear_notifications()
        for box in pilot.app.screen.query(Input):
            box.cursor_blink = False
        await pilot.pause()

    assert snap_compare(app, terminal_size=(100, 30), run_before=look)


async def main() -> None:
    """Draw all pictures anew."""
    PICTURES.mkdir(exist_ok=True)
    set_language(Language.SIMPLIFIED)
    for name, view, size in CASES:
        picture = await draw(name, view, size)
        picture_path(name, view, size).write_text(picture, encoding="utf-8", newline="\n")
        sys.stdout.write(f"{name} {view} {size}\n")
    for language, view, size in CASES_BY_LANGUAGE:
        set_language(language)
        picture = await draw(SAMPLES[0], view, size)
        picture_path(language.value, view, size).write_text(picture, encoding="utf-8", newline="\n")
        sys.stdout.write(f"{language} {view} {size}\n")


if __name__ == "__main__":
    asyncio.run(main())
