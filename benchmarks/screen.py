"""An article of one megabyte on the screen: opening, resizing, a page down. Run `python -m benchmarks.screen`.

The peer is Rich's own wrap of the same paragraphs at the same widths, in the same process.
"""

from __future__ import annotations

import asyncio
import resource
import sys
import time

from rich.console import Console
from rich.text import Text

from reader.app.app import DubaoApp
from reader.model import Article, ArticleKind, Issue, Page, Part, PartKind

SENTENCE = "渠水顺着新修的水渠流进稻田，站长说：“今年春灌比往年早了10天。”村民们都笑了——这是头一回。"
PARAGRAPH = SENTENCE * 4
BYTES = 1_000_000


def make_issue(count: int = BYTES // len(PARAGRAPH.encode())) -> Issue:
    """One article of a megabyte in paragraphs of some 200 characters."""
    parts = tuple(Part(PartKind.PARAGRAPH, PARAGRAPH, "p1") for _ in range(count))
    return Issue("long", "plain", None, None, (Page("p1", ()),), (Article("a1", "p1", ArticleKind.ARTICLE, parts),))


def wrap_with_rich(count: int, width: int) -> float:
    """Milliseconds of CPU that Rich needs to wrap the same text."""
    console = Console(width=width)
    start = time.process_time_ns()
    for _ in range(count):
        Text(PARAGRAPH).wrap(console, width)
    return (time.process_time_ns() - start) / 1e6


async def measure() -> None:
    """Print the table."""
    issue = make_issue()
    # The program runs already: what is measured is the article, not the start.
    app = DubaoApp(make_issue(1))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert app.reading is not None
        start = time.process_time_ns()
        app.reading.show_issue(issue)
        await pilot.pause()
        rows = [("open", (time.process_time_ns() - start) / 1e6)]
        for name, action in (
            ("resize", pilot.resize_terminal(100, 40)),
            ("page down", pilot.press("space")),
            ("to the end", pilot.press("G")),
        ):
            start = time.process_time_ns()
            await action
            await pilot.pause()
            rows.append((name, (time.process_time_ns() - start) / 1e6))
    peer = wrap_with_rich(len(issue.articles[0].parts), 80)
    print(f"{'':<28}{'ms of CPU':>12}{'to Rich wrap':>16}")
    for name, took in [*rows, ("Rich wraps the same text", peer)]:
        print(f"{name:<28}{took:>12.0f}{took / peer:>15.2f}x")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    print(f"peak memory {memory:.0f} MB")


def main() -> None:
    asyncio.run(measure())


if __name__ == "__main__":
    main()
