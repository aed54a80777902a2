"""A keystroke of search over one issue, against a bare `str.find` loop over the same folded text.

Run `python -m benchmarks.search`. Both run in the same process; the ratio is what counts.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from functools import partial

from reader.hanzi.fold import fold
from reader.model import Article, ArticleKind, Part, PartKind
from reader.search import Index

CHARACTERS = 60_000
PARAGRAPH = 180
PARAGRAPHS_OF_ARTICLE = 12
REPEATS = 25


def make_articles(seed: int = 1) -> tuple[Article, ...]:
    """An issue of random Han, common characters far oftener than rare ones; a blank in every tenth paragraph."""
    chance = random.Random(seed)
    han = [chr(code) for code in chance.sample(range(0x4E00, 0x9FA6), 3_000)]
    weights = [1 / rank for rank in range(1, len(han) + 1)]
    articles = []
    for number in range(CHARACTERS // (PARAGRAPH * PARAGRAPHS_OF_ARTICLE)):
        parts = []
        for place in range(PARAGRAPHS_OF_ARTICLE):
            text = "".join(chance.choices(han, weights, k=PARAGRAPH))
            parts.append(Part(PartKind.PARAGRAPH, text if place % 10 else f"{text[:80]} {text[80:]}", "p1"))
        articles.append(Article(f"a{number + 1}", "p1", ArticleKind.ARTICLE, tuple(parts)))
    return tuple(articles)


def find_bare(text: str, needle: str) -> list[int]:
    """The loop to beat: offsets alone, in one string."""
    found = []
    at = text.find(needle)
    while at >= 0:
        found.append(at)
        at = text.find(needle, at + len(needle))
    return found


def best(run: Callable[[], object]) -> float:
    """The shortest of several runs, in microseconds of CPU."""
    times = []
    for _ in range(REPEATS):
        start = time.process_time_ns()
        for _ in range(20):
            run()
        times.append(time.process_time_ns() - start)
    return min(times) / 20 / 1_000


def main() -> None:
    """Print the table."""
    articles = make_articles()
    texts = [part.text for article in articles for part in article.parts]
    issue = "".join(texts)
    index = Index(articles)
    start = time.perf_counter()
    index.find("一")
    first = (time.perf_counter() - start) * 1_000
    folded = fold(issue)
    start = time.perf_counter()
    fold(issue)
    folding = len(issue.encode()) / (time.perf_counter() - start) / 1e6
    common = max(set(folded), key=folded.count)
    queries = {
        "two characters": folded[30_000:30_002],
        "four characters": folded[20_000:20_004],
        "eight characters": folded[10_000:10_008],
        "nothing found": "甲乙丙丁",
        "a character in fifty": sorted(set(folded), key=folded.count)[-6],
        "the commonest character": common,
    }
    print(f"search: {len(issue):,} characters, {len(texts)} paragraphs")
    print(f"first search, with folding, {first:.1f} ms; fold {folding:.0f} MB/s")
    print(f"{'query':<26}{'hits':>6}{'find loop µs':>14}{'keystroke µs':>14}{'ratio':>8}")
    for name, query in queries.items():
        bare = best(partial(find_bare, folded, query))
        ours = best(partial(index.find, query))
        print(f"{name:<26}{len(index.find(query)):>6}{bare:>14.1f}{ours:>14.1f}{ours / bare:>8.2f}")


if __name__ == "__main__":
    main()
