"""How well pages become articles: `python -m benchmarks.structure [--set tune|report] [--from N] [--pages N]`.

Generated pages (tests/generator), never the same seeds in the two sets: rules are tuned on `tune`, figures are
reported on `report`. Where real pages lie beside the checkout, their spans of truth are scored too.
"""

from __future__ import annotations

import argparse
import difflib
import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from reader.model import Article, Furniture, Page, TextBlock, TextLine
from reader.structure import find_articles
from tests.generator import GeneratedPage, Region, generate_page
from tests.generator.metrics import ArticleScore, PageScore, count_changes, score_answer, score_bcubed

SETS = {"tune": range(0, 100_000), "report": range(100_000, 200_000)}
"""Seeds of each set; some of a set are used, its first ones unless told."""
_JUMPING = 6
"""Every so many pages, an issue of two pages with a story that goes on overleaf."""
_REAL = Path(__file__).resolve().parents[1] / ".." / "shared" / "pages" / "plain"
_BINS = (0.0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
_HEADER = ("", "articles", "found", "headline", "heading", "exact", "strict", "IoU≥.8", "signed", "kind")
_PAGE_HEADER = (
    "",
    "pages",
    "out/true",
    "break P",
    "break R",
    "break F1",
    "B-cubed",
    "order",
    "furn P",
    "furn R",
    "lost",
    "added",
)


def make_page(seed: int) -> GeneratedPage:
    """The benchmark's page of that seed; some are issues of two pages."""
    return generate_page(seed, pages=2 if seed % _JUMPING == 0 else 1)


def score_page(page: GeneratedPage) -> PageScore:
    """The reader's answer for a page, measured."""
    truth = page.truth
    answer = find_articles(truth.pages)
    return score_answer(truth.pages, truth.articles, truth.furniture, answer.articles, answer.furniture, truth.genres)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables, or one page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=SETS, default="report", help="which seeds (default: %(default)s)")
    parser.add_argument("--pages", type=int, default=300, help="how many pages (default: %(default)s)")
    parser.add_argument("--from", dest="first", type=int, default=0, metavar="N", help="leave out the set's first N")
    parser.add_argument("--show", type=int, metavar="SEED", help="print one page, its truth, and the answer as a diff")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="list the seeds of the N worst pages")
    options = parser.parse_args(arguments)
    if options.show is not None:
        show_page(make_page(options.show))
        return
    seeds = SETS[options.set][options.first : options.first + options.pages]
    pages = [make_page(seed) for seed in seeds]
    started = time.process_time()
    scores = [score_page(page) for page in pages]
    spent = time.process_time() - started
    print_tables(pages, scores, options.set)
    if options.worst:
        print_worst(pages, scores, options.worst)
    print_calibration([article for score in scores for article in score.articles])
    print_real_pages()
    print_speed(pages, spent)


def print_tables(pages: Sequence[GeneratedPage], scores: Sequence[PageScore], name: str) -> None:
    """Articles by genre, manner and region; pages by manner and region."""
    every = [article for score in scores for article in score.articles]
    by_genre: defaultdict[str, list[ArticleScore]] = defaultdict(list)
    for article in every:
        by_genre[article.genre].append(article)
    groupings: list[tuple[str, Callable[[GeneratedPage], str]]] = [
        ("manner", _manner_of),
        ("region", lambda page: page.region.value),
    ]
    print(f"\n{name}: {len(pages)} issues, {sum(len(p.texts) for p in pages)} pages, {len(every)} articles\n")
    rows = [("ALL", every), *sorted(by_genre.items())]
    _print_table("by genre", _HEADER, [_article_row(label, articles) for label, articles in rows])
    for title, key in groupings:
        grouped: defaultdict[str, list[PageScore]] = defaultdict(list)
        for page, score in zip(pages, scores, strict=True):
            grouped[key(page)].append(score)
        parts = sorted(grouped.items())
        article_rows = [_article_row(label, [a for score in found for a in score.articles]) for label, found in parts]
        _print_table(f"by {title}: articles", _HEADER, article_rows)
        page_rows = [_page_row(label, found) for label, found in [("ALL", list(scores)), *parts]]
        _print_table(f"by {title}: pages", _PAGE_HEADER, page_rows)


def _manner_of(page: GeneratedPage) -> str:
    return f"republican: {page.manner.name}" if page.region is Region.REPUBLICAN else page.manner.name


def _share(values: Iterable[bool | None]) -> str:
    known = [value for value in values if value is not None]
    return f"{sum(known) / len(known):.3f}" if known else "–"


def _article_row(label: str, articles: Sequence[ArticleScore]) -> tuple[str, ...]:
    return (
        label,
        str(len(articles)),
        _share(a.matched for a in articles),
        _share(a.headline for a in articles),
        _share(a.heading for a in articles),
        _share(a.exact for a in articles),
        _share(a.strict for a in articles),
        _share(a.whole for a in articles),
        _share(a.sources for a in articles),
        _share(a.kind for a in articles),
    )


def _page_row(label: str, scores: Sequence[PageScore]) -> tuple[str, ...]:
    def ratio(over: int, under: int) -> float:
        return over / under if under else 1.0

    right = sum(score.breaks_right for score in scores)
    precision = ratio(right, sum(score.breaks_found for score in scores))
    recall = ratio(right, sum(score.breaks_true for score in scores))
    weight = sum(score.characters for score in scores) or 1
    b_precision = sum(score.bcubed_precision * score.characters for score in scores) / weight
    b_recall = sum(score.bcubed_recall * score.characters for score in scores) / weight
    furniture = sum(score.furniture_right for score in scores)
    return (
        label,
        str(len(scores)),
        f"{sum(s.answered for s in scores)}/{sum(len(s.articles) for s in scores)}",
        f"{precision:.3f}",
        f"{recall:.3f}",
        f"{_harmonic(precision, recall):.3f}",
        f"{_harmonic(b_precision, b_recall):.3f}",
        f"{ratio(sum(s.pairs_right for s in scores), sum(s.pairs for s in scores)):.3f}",
        f"{ratio(furniture, sum(s.furniture_found for s in scores)):.3f}",
        f"{ratio(furniture, sum(s.furniture_true for s in scores)):.3f}",
        str(sum(s.lost for s in scores)),
        str(sum(s.added for s in scores)),
    )


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0


def _print_table(title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    print(title)
    first = max(len(row[0]) for row in rows) + 1
    for row in [header, *rows]:
        print("  " + row[0].ljust(first) + "".join(cell.rjust(10) for cell in row[1:]))
    print()


def print_worst(pages: Sequence[GeneratedPage], scores: Sequence[PageScore], count: int) -> None:
    """The pages with most articles wrong, by share."""
    ranked = sorted(
        (sum(a.exact for a in score.articles) / max(1, len(score.articles)), page.seed, page.region, page.manner.name)
        for page, score in zip(pages, scores, strict=True)
    )
    for share, seed, region, manner in ranked[:count]:
        print(f"  seed {seed}: {share:.2f} exact ({region}, {manner})")
    print()


def print_calibration(articles: Sequence[ArticleScore]) -> None:
    """Of the articles that say they are so sure, how many are right: exact, and with the right headline."""
    sure = [article for article in articles if article.confidence is not None]
    if not sure:
        print("confidence: articles carry none\n")
        return
    rows = []
    for low, high in pairwise(_BINS):
        found = [a for a in sure if a.confidence is not None and low <= a.confidence < high]
        if found:
            mean = sum(a.confidence or 0.0 for a in found) / len(found)
            right = [a.exact and a.headline is not False for a in found]
            heads, exact = _share(a.headline for a in found), _share(a.exact for a in found)
            rows.append((f"{low:.2f}–{min(high, 1):.2f}", str(len(found)), f"{mean:.3f}", _share(right), heads, exact))
    _print_table("confidence", ("", "articles", "said", "right", "headline", "exact"), rows)


def print_real_pages() -> None:
    """B-cubed on the spans of real pages, where they lie beside the checkout."""
    rows = []
    for path in sorted(_REAL.glob("jb_*.json")):
        page, clusters = _read_spans(path)
        answer = find_articles([page])
        owned = [_lines_of(article) for article in answer.articles]
        precision, recall = score_bcubed(clusters, owned)
        lost, added = count_changes([page], answer.articles, answer.furniture)
        heads = {min(cluster) for cluster in clusters}
        found = {min(lines) for lines in owned if lines}
        cells = (precision, recall, _harmonic(precision, recall))
        rows.append(
            (
                path.stem,
                f"{len(answer.articles)}/{len(clusters)}",
                *(f"{cell:.3f}" for cell in cells),
                f"{len(heads & found) / max(1, len(found)):.3f}",
                f"{len(heads & found) / max(1, len(heads)):.3f}",
                str(lost),
                str(added),
            )
        )
    if rows:
        header = ("", "out/true", "B³ P", "B³ R", "B³ F", "starts P", "starts R", "lost", "added")
        _print_table("real pages with spans of truth (by lines)", header, rows)
    else:
        print("real pages: none beside the checkout\n")


def _read_spans(path: Path) -> tuple[Page, list[set[tuple[str, int, int]]]]:
    rows = path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    spans = json.loads(path.read_text(encoding="utf-8"))["spans"]
    clusters = [
        {("p1", number, 0) for number in range(span["start"], span["end"] + 1) if rows[number - 1].strip()}
        for span in spans
        if span["type"] != "margin"
    ]
    return _build_page(rows), [cluster for cluster in clusters if cluster]


def _build_page(rows: Sequence[str]) -> Page:
    lines = tuple(
        TextLine(
            row.strip(),
            number,
            float(len(row) - len(row.lstrip())),
            tight=number > 1 and bool(rows[number - 2].strip()),
        )
        for number, row in enumerate(rows, 1)
        if row.strip()
    )
    return Page("p1", (TextBlock(lines),))


def _lines_of(article: Article) -> set[tuple[str, int, int]]:
    return {(span.page, span.line, 0) for part in article.parts for span in part.spans}


def print_speed(pages: Sequence[GeneratedPage], spent: float) -> None:
    """CPU time a page, and how it grows with the text."""
    count = sum(len(page.texts) for page in pages)
    print(f"CPU (with scoring): {1000 * spent / count:.1f} ms a page")
    page = max(pages[:50], key=lambda page: len(page.text)).truth.pages[0]
    rows = [line.text for line in page.lines]
    once, tenfold = (_time(_build_page(rows * times)) for times in (1, 10))
    size = sum(map(len, rows))
    print(f"one page of {size} characters: {1000 * once:.1f} ms; ten times the text: {tenfold / once:.1f} × the time\n")


def _time(page: Page) -> float:
    """The least CPU seconds of three runs."""
    spent = []
    for _ in range(3):
        started = time.process_time()
        find_articles([page])
        spent.append(time.process_time() - started)
    return min(spent)


def show_page(page: GeneratedPage) -> None:
    """Print a page with line numbers, then the truth against the answer."""
    print(f"seed {page.seed}, {page.region}, {page.manner.name}")
    for laid in page.truth.pages:
        print(f"── {laid.id}")
        for line in laid.lines:
            print(f"{line.number:4d} {' ' if line.tight else '│'}{'　' * int(line.indent)}{line.text}")
    answer = find_articles(page.truth.pages)
    true = _describe(page.truth.articles, page.truth.furniture)
    told = _describe(answer.articles, answer.furniture)
    print("\n── truth (-) and answer (+)")
    for row in difflib.unified_diff(true, told, "truth", "answer", n=3, lineterm=""):
        print(row)
    for note in answer.notes:
        print(f"note {note.code} {note.article or ''}: {note.message}")
    score = score_page(page)
    for article, result in zip(page.truth.articles, score.articles, strict=True):
        wrong = [
            name
            for name in ("matched", "headline", "heading", "exact", "strict", "sources", "kind")
            if getattr(result, name) is False
        ]
        print(f"{result.genre:12} IoU {result.overlap:.2f} {article.title[:24]}: {', '.join(wrong) or 'right'}")
    print(f"lost {score.lost}, added {score.added}")


def _describe(articles: Sequence[Article], furniture: Sequence[Furniture]) -> list[str]:
    rows = []
    for article in articles:
        rows.append(f"=== {article.kind} {article.page}")
        for part in article.parts:
            lines = sorted({span.line for span in part.spans})
            where = f"{lines[0]}–{lines[-1]}" if lines else "?"
            rows.append(f"{part.kind:11} {where:9} {''.join(part.text.split())}")
    rows.append("=== furniture")
    rows += sorted(f"{piece.kind:11} {''.join(piece.text.split())}" for piece in furniture)
    return rows


if __name__ == "__main__":
    main()
