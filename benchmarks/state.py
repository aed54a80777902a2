"""A year of daily use: the shelf and its screen, opening an issue, keeping a place. Run `python -m benchmarks.state`.

The year is 365 issues of 60 articles, half of them read, 20,000 marks, bookmarks and highlights, and as many jumps in
each issue as are kept. The peer is a store with nothing in it, opened in turn with the other; each time is a process's
own, from the import on.
"""

from __future__ import annotations

import asyncio
import random
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from reader.app.app import DubaoApp
from reader.app.screens.shelf import ShelfScreen
from reader.model import Article, ArticleKind, Issue, Page, Part, PartKind
from reader.state import open_store
from reader.state.values import STOPS

DAYS = 365
ARTICLES = 60
MARKS = 20_000
CHARACTERS = (
    "渠水顺着新修的幸福流进了三百多亩稻田县利站长说今年春灌比往早用量却少两成这是以后第一个季里把每段道都编号谁家放"
)
REPEATS = 15
FILTER = "2031-05"
"""What is typed on the shelf."""

SHELF = """\
import sys, time
start = time.perf_counter()
from reader.state import open_store
with open_store(sys.argv[1]) as store:
    store.shelf()
    print((time.perf_counter() - start) * 1000)
"""


def make_issue(day: int) -> Issue:
    """An issue of invented words; no two of its paragraphs are alike."""
    words = random.Random(day)

    def write(count: int) -> str:
        return "".join(words.choices(CHARACTERS, k=count))

    articles = tuple(
        Article(
            f"a{number}",
            "p1",
            ArticleKind.ARTICLE,
            (
                Part(PartKind.HEADLINE, write(12), "p1"),
                *(Part(PartKind.PARAGRAPH, write(120), "p1") for _ in range(4)),
            ),
        )
        for number in range(1, ARTICLES + 1)
    )
    when = date(2031, 1, 1) + timedelta(days=day)
    return Issue(f"papers/{when}.txt", "plain", "青禾日报", when, (Page("p1", ()),), articles)


def fill(file: Path) -> list[float]:
    """Live through the year; the milliseconds that each write took."""
    took = []
    with open_store(file) as store:
        for day in range(DAYS):
            kept = store.keep(make_issue(day))
            for number in range(ARTICLES // 2):
                start = time.perf_counter()
                kept.remember_place(number, 2, 30, 1.0)
                took.append((time.perf_counter() - start) * 1000)
            for number in range(MARKS // DAYS + 1):
                start = time.perf_counter()
                if number < 20:
                    kept.set_mark("abcdefghijklmnopqrst"[number], number, 1, 40)
                elif number < 38:
                    kept.add_bookmark(number, 1, 40, "再看")
                else:
                    kept.add_highlight(number, (1, 40), (1, 60), "好")
                took.append((time.perf_counter() - start) * 1000)
            for number in range(STOPS):
                start = time.perf_counter()
                kept.add_stop(number % ARTICLES, 1, number)
                took.append((time.perf_counter() - start) * 1000)
    return took


def open_shelf(file: Path) -> float:
    """Milliseconds that a fresh process takes."""
    done = subprocess.run([sys.executable, "-c", SHELF, file], capture_output=True, check=True, encoding="utf-8")
    return float(done.stdout)


async def draw_shelf(file: Path) -> tuple[float, float]:
    """Milliseconds of CPU that the shelf's screen takes to come, and each key of a filter to be answered."""
    app = DubaoApp(make_issue(0))
    opening, filtering = [], []
    with open_store(file) as store:
        async with app.run_test(size=(120, 40)) as pilot:
            for _ in range(REPEATS):
                start = time.process_time_ns()
                app.push_screen(ShelfScreen(store.shelf(), store=store))
                await pilot.pause()
                opening.append((time.process_time_ns() - start) / 1e6)
                await pilot.press("slash")
                start = time.process_time_ns()
                await pilot.press(*FILTER)
                filtering.append((time.process_time_ns() - start) / 1e6 / len(FILTER))
                await pilot.press("escape", "escape")
    return statistics.median(opening), statistics.median(filtering)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        year, empty = Path(folder, "year.sqlite3"), Path(folder, "empty.sqlite3")
        took = sorted(fill(year))
        with open_store(year) as store:
            marks = len(store.marks()) + len(store.bookmarks()) + len(store.highlights())
            issues = len(store.shelf())
            start = time.perf_counter()
            store.keep(make_issue(7)).highlights()
            opening = (time.perf_counter() - start) * 1000
        times = [(open_shelf(year), open_shelf(empty)) for _ in range(REPEATS)]
        drawn = [asyncio.run(draw_shelf(file)) for file in (year, empty)]
        size = year.stat().st_size / 1e6
    full, none = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"{issues} issues, {marks:,} marks, bookmarks and highlights, {size:.1f} MB")
    middle, most = took[len(took) // 2], took[len(took) * 99 // 100]
    print(f"one write, ms: median {middle:.3f}, 99 in 100 at most {most:.3f}, all at most {took[-1]:.1f}")
    print(f"an issue put on the shelf, its highlights found: {opening:.1f} ms")
    print(f"shelf of a year {full:.1f} ms, of nothing {none:.1f} ms, over it {full - none:.1f} ms")
    for name, full, none in zip(("shelf on the screen", "a key of its filter"), *drawn, strict=True):
        print(f"{name}, CPU: of a year {full:.1f} ms, of nothing {none:.1f} ms, over it {full - none:.1f} ms")


if __name__ == "__main__":
    main()
