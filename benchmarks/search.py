"""A keystroke of search over one issue, against a bare `str.find` loop over the same folded text; then over many files.

Run `python -m benchmarks.search`. Both run in the same process; the ratio is what counts.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from functools import partial

from benchmarks import search_files
from reader.hanzi.fold import fold
from reader.model import Article, ArticleKind, Part, PartKind
from reader.search import Index, Mode, parse_query

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


def find_bare_all(text: str, needles: Sequence[str]) -> list[list[int]]:
    """The loop to beat where there are several words."""
    return [find_bare(text, needle) for needle in needles]


def print_keystrokes(index: Index, folded: str) -> None:
    """What a keystroke costs, in the mode that is always on."""
    by_count = sorted(set(folded), key=folded.count)
    queries = {
        "two characters": folded[30_000:30_002],
        "four characters": folded[20_000:20_004],
        "eight characters": folded[10_000:10_008],
        "nothing found": "甲乙丙丁",
        "two words": f"{folded[20_000:20_002]} {folded[20_050:20_052]}",
        "a character in fifty": by_count[-6],
        "the commonest character": by_count[-1],
    }
    print(f"{'query':<26}{'hits':>6}{'find loop µs':>14}{'keystroke µs':>14}{'ratio':>8}")
    for name, query in queries.items():
        bare = best(partial(find_bare_all, folded, query.split()))
        ours = best(partial(index.find, query))
        print(f"{name:<26}{len(index.find(query)):>6}{bare:>14.1f}{ours:>14.1f}{ours / bare:>8.2f}")


def print_fuzzy(index: Index, folded: str) -> None:
    """What fuzzy search costs; 2 ms is the goal."""
    common = "".join(sorted(set(folded), key=folded.count)[-4:])
    print(f"{'fuzzy':<26}{'hits':>6}{'ms':>8}")
    for name, query in {
        "four characters": folded[20_000:20_004],
        "eight characters": folded[10_000:10_008],
        "twelve characters": folded[10_000:10_012],
        "nothing found": "甲乙丙丁",
        "four commonest ones": common,
    }.items():
        parsed = parse_query(query, Mode.FUZZY)
        print(f"{name:<26}{len(index.find(parsed)):>6}{best(partial(index.find, parsed)) / 1_000:>8.2f}")


def main() -> None:
    """Print the tables."""
    articles = make_articles()
    texts = [part.text for article in articles for part in article.parts]
    issue = "".join(texts)
    index = Index(articles)
    start = time.perf_counter()
    index.find("一")
    first = (time.perf_counter() - start) * 1_000
    folded = fold(issue)
    folding = len(issue.encode()) / best(partial(fold, issue))
    print(f"search: {len(issue):,} characters, {len(texts)} paragraphs")
    print(f"first search, with folding, {first:.1f} ms; fold {folding:.0f} MB/s")
    print_keystrokes(index, folded)
    print_fuzzy(index, folded)
    search_files.main()


if __name__ == "__main__":
    main()
