"""Take the pictures of docs/ from the running program: `make screenshots`."""

from __future__ import annotations

import asyncio
from pathlib import Path

from reader.app.app import DubaoApp
from reader.languages import Language, set_language
from reader.library import find_samples, open_issue

DOCS = Path(__file__).resolve().parent.parent / "docs"
SIZE = (110, 32)

PICTURES: dict[str, tuple[str, Language, tuple[str, ...]]] = {
    "reading.svg": ("chengpu", Language.ENGLISH, ()),
    "search.svg": ("chengpu", Language.SIMPLIFIED, ("slash", *"龍眼水庫", "enter", "L")),
    "vertical.svg": ("shujiang", Language.TRADITIONAL, ("J", "J", "J", "J")),
    "as-printed.svg": ("chengpu", Language.SIMPLIFIED, ("p", "j", "j", "j", "j")),
}
"""File → the sample, the interface's language, and the keys to press before the picture is taken."""


async def take_picture(name: str, sample: str, language: Language, keys: tuple[str, ...]) -> None:
    """Run the program on a sample, press keys, and write what is seen."""
    set_language(language)
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
    for name, (sample, language, keys) in PICTURES.items():
        await take_picture(name, sample, language, keys)


if __name__ == "__main__":
    asyncio.run(main())
