"""What the eye should see of highlights, selections and the panels around them, at two sizes, as text and colours.

To accept new ones after looking at them: `python -m tests.app.test_kept_pictures` for the text,
`pytest --snapshot-update` for the SVG.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from reader.app.app import DubaoApp
from reader.languages import Language, set_language
from reader.model import Issue
from tests.app.sessions import session
from tests.app.test_highlights import highlight
from tests.app.test_pictures import PICTURES, open_sample, picture_path

SIZES = ((80, 24), (200, 60))
VIEWS = {
    "highlights": (),
    "highlights-columns": ("w",),
    "highlights-vertical": ("v",),
    "highlights-traditional": ("c", "c"),
    "selecting": ("V", "j", "space", "j"),
    "selecting-vertical": ("v", "V", "left"),
    "annotations": ("B",),
    "annotations-filter": ("B", "slash", "水"),
    "copy": ("Y",),
    "gathered": ("tab", "s", "s", "e"),
    "pipe": ("vertical_line",),
    "mark": ("apostrophe",),
}
CASES = [(view, size) for view in VIEWS for size in SIZES]


def open_issue() -> Issue:
    """A sample whose path is the same on every machine."""
    return replace(open_sample("chengpu"), source="chengpu")


async def annotate(pilot: Pilot[None]) -> None:
    """A highlight with a note, one without, and a bookmark."""
    await highlight(pilot, note="核对水量")
    await highlight(pilot, "j", "j", "space", "j")
    await pilot.press("J", "B", "a", "enter", "escape", "K")
    await pilot.pause()


async def settle(pilot: Pilot[None]) -> None:
    """Without what comes and goes by the clock."""
    pilot.app.clear_notifications()
    for box in pilot.app.screen.query(Input):
        box.cursor_blink = False
    await pilot.pause()


async def draw(view: str, size: tuple[int, int]) -> str:
    """The screen as text, a line a row."""
    async with session(size=size, issue=open_issue()) as (pilot, _):
        await annotate(pilot)
        await settle(pilot)
        for key in VIEWS[view]:
            await pilot.press(key)
            await pilot.pause()
        await settle(pilot)
        strips = pilot.app.screen._compositor.render_strips(pilot.app.size)
        return "".join(strip.text.rstrip() + "\n" for strip in strips)


@pytest.mark.parametrize(("view", "size"), CASES, ids=lambda value: str(value))
async def test_the_screen_is_as_it_was_looked_at(view: str, size: tuple[int, int]) -> None:
    assert await draw(view, size) == picture_path("kept", view, size).read_text(encoding="utf-8")


@pytest.mark.parametrize("theme", ["paper-dark", "paper-light", "terminal"])
@pytest.mark.parametrize("view", ["highlights", "annotations"])
def test_the_colours_are_as_they_were_looked_at(snap_compare: Callable[..., bool], view: str, theme: str) -> None:
    """Highlights on their ground, those with a note bold."""
    app = DubaoApp(opener=lambda _: open_issue())
    app.theme = theme

    async def look(pilot: Pilot[None]) -> None:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await annotate(pilot)
        await settle(pilot)
        await pilot.press(*VIEWS[view])
        await pilot.pause()
        await settle(pilot)

    assert snap_compare(app, terminal_size=(100, 30), run_before=look)


async def main() -> None:
    """Draw all pictures anew."""
    PICTURES.mkdir(exist_ok=True)
    set_language(Language.SIMPLIFIED)
    for view, size in CASES:
        with tempfile.TemporaryDirectory() as folder:
            os.environ["DUBAO_DATA"] = os.environ["DUBAO_CONFIG"] = folder
            picture = await draw(view, size)
        picture_path("kept", view, size).write_text(picture, encoding="utf-8", newline="\n")
        sys.stdout.write(f"{view} {size}\n")


if __name__ == "__main__":
    asyncio.run(main())
