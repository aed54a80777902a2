"""Take the pictures of docs/ from the running program: `make screenshots`."""

from __future__ import annotations

import asyncio
from pathlib import Path

from reader.app.app import DubaoApp
from reader.library import find_samples, open_issue

DOCS = Path(__file__).resolve().parent.parent / "docs"
SIZE = (110, 32)

PICTURES: dict[str, tuple[int, tuple[str, ...]]] = {
    "reading.svg": (0, ()),
    "search.svg": (0, ("slash", "水", "库")),
    "traditional.svg": (0, ("c", "c")),
}
"""File → index of the sample, and the keys to press before the picture is taken."""


async def take_picture(name: str, sample: int, keys: tuple[str, ...]) -> None:
    """Run the program on a sample, press keys, and write what is seen."""
    app = DubaoApp(open_issue(find_samples()[sample].path))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        (DOCS / name).write_text(app.export_screenshot(title="dubao 读报"), encoding="utf-8", newline="\n")


async def main() -> None:
    """Take all pictures."""
    DOCS.mkdir(exist_ok=True)
    for name, (sample, keys) in PICTURES.items():
        await take_picture(name, sample, keys)


if __name__ == "__main__":
    asyncio.run(main())
