"""Setting speed against Rich's wrap, Textual's and ICU's line breaker, measured in one run: ratios count, not times."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Final

from rich._wrap import divide_line
from rich.cells import get_character_cell_size
from rich.console import Console
from rich.text import Text

from reader.model import Article, ArticleKind, Part, PartKind
from reader.typography import SetRow, balance, compose, find_breaks, justify, lay_columns, reflow, set_vertical

MEASURE: Final = 80
"""Cells: forty Han, the widest that the reading pane sets."""
PARAGRAPH: Final = 200
"""Characters."""
MEGABYTE: Final = 1_000_000
"""Of UTF-8: about 340 000 characters."""
RUNS: Final = 5
SEED: Final = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One contender, and the CPU seconds of its best run."""

    name: str
    seconds: float


def make_text(size: int = MEGABYTE) -> str:
    """So many bytes of text with the marks, numbers and words of a newspaper, over some 6 000 characters."""
    random = Random(SEED)
    pieces: list[str] = []
    written = 0
    while written < size:
        clause = "".join(
            chr(0x4E00 + min(int(random.expovariate(1 / 900)), 20900)) for _ in range(random.randint(3, 13))
        )
        match random.randint(0, 30):
            case 0:
                clause = f"“{clause}”"
            case 1:
                clause = f"《{clause}》"
            case 2:
                clause += str(random.randint(1, 2031))
            case 3:
                clause += random.choice(["GDP", "12.5％", "35℃", "（3）", "——", "……", "A.B."])
        clause += random.choice("，，，，，。。、；")
        pieces.append(clause)
        written += len(clause.encode())
    return "".join(pieces)


def measure(run: Callable[[], object]) -> float:
    """CPU seconds of the best of several runs, never less than the clock can tell."""
    times: list[float] = []
    for _ in range(RUNS):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return max(min(times), time.get_clock_info("process_time").resolution)


def measure_all(text: str) -> Iterator[Row]:
    """Every contender on the same text, ours first and Rich's wrap second."""
    paragraphs = [text[start : start + PARAGRAPH] for start in range(0, len(text), PARAGRAPH)]

    def set_all(hanging: bool = False) -> Callable[[], object]:
        return lambda: [
            reflow(each, MEASURE, width=get_character_cell_size, indent=4, hanging=hanging) for each in paragraphs
        ]

    yield Row("reflow", measure(set_all()))
    yield Row("rich divide_line", measure(lambda: [divide_line(each, MEASURE) for each in paragraphs]))
    console = Console(width=MEASURE)
    yield Row("rich Text.wrap", measure(lambda: [Text(each).wrap(console, MEASURE) for each in paragraphs]))
    try:
        from icu4py.breakers import LineBreaker
    except ImportError:
        print("icu4py is not installed: no comparison with ICU", file=sys.stderr)
    else:
        yield Row("icu4py breaks only", measure(lambda: [list(LineBreaker(each, "zh")) for each in paragraphs]))
    yield Row("breaks only", measure(lambda: [find_breaks(each) for each in paragraphs]))
    yield Row("reflow, hanging", measure(set_all(hanging=True)))
    yield Row("reflow, one paragraph", measure(lambda: reflow(text, MEASURE, width=get_character_cell_size)))
    yield Row("reflow and justify", measure(lambda: [_justify(each) for each in paragraphs]))
    yield Row(
        "set_vertical, 40 rows",
        measure(lambda: [set_vertical(each, 40, width=get_character_cell_size, indent=2) for each in paragraphs]),
    )
    rows = [SetRow(index // 6) for index in range(len(text) // 40)]
    yield Row(f"lay_columns, {len(rows)} rows", measure(lambda: lay_columns(rows, 3, 40)))
    headings = [each[:30] for each in paragraphs]
    yield Row(f"balance, {len(headings)} headings", measure(lambda: [balance(each, 40) for each in headings]))
    article = Article(
        "a1", "p1", ArticleKind.ARTICLE, tuple(Part(PartKind.PARAGRAPH, each, "p1") for each in paragraphs)
    )
    yield Row("compose", measure(lambda: compose(article)))


def _justify(paragraph: str) -> object:
    lines = reflow(paragraph, MEASURE, width=get_character_cell_size, indent=4)
    return justify(paragraph, lines, MEASURE, width=get_character_cell_size)


def main() -> None:
    """Print the table."""
    text = make_text()
    print(f"{len(text):,} characters in paragraphs of {PARAGRAPH}, measure {MEASURE} cells; CPU, best of {RUNS}")
    print(f"{'':28}{'ms/MB':>8}{'Mchar/s':>9}{'× rich':>8}")
    rows = list(measure_all(text))
    rich = next(row.seconds for row in rows if row.name == "rich divide_line")
    for row in rows:
        rate = len(text) / row.seconds / 1e6
        print(f"{row.name:28}{row.seconds * 1000:8.1f}{rate:9.2f}{row.seconds / rich:8.2f}")


if __name__ == "__main__":
    main()
