"""Take the pictures of docs/ from the running program: `make screenshots`."""

from __future__ import annotations

import asyncio
from pathlib import Path

from reader.app.app import DubaoApp
from reader.library import find_samples, open_issue

DOCS = Path(__file__).resolve().parent.parent / "docs"
SIZE = (110, 32)

PICTURES: dict[str, tuple[str, tuple[str, ...]]] = {
    "reading.svg": ("chengpu", ()),
    "search.svg": ("chengpu", ("slash", *"龍眼水庫", "enter", "L")),
    "vertical.svg": ("shujiang", ("J", "J", "J", "J")),
    "as-printed.svg": ("chengpu", ("p", "j", "j", "j", "j")),
}
"""File → the sample, and the keys to press before the picture is taken."""


async def take_picture(name: str, sample: str, keys: tuple[str, ...]) -> None:
    """Run the program on a sample, press keys, and write what is seen."""
    path = next(found.path for found in find_samples() if found.name == sample)
    app = DubaoApp(open_issue(path))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        app.clear_notifications()
        await pilot.pause()
        (DOCS / name).write_text(app.export_screenshot(title="dubao 读报"), encoding="utf-8", newline="\n")


async def main() -> None:
    """Take all pictures."""
    DOCS.mkdir(exist_ok=True)
    for name, (sample, keys) in PICTURES.items():
        await take_picture(name, sample, keys)


if __name__ == "__main__":
    asyncio.run(main())
