"""From a library's delivery to an Issue, against parsing its XML with lxml alone: `python -m benchmarks.sources`.

Every issue is the sample, or a real one where they lie beside the checkout. The bound is 2.0.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from reader.library import open_issue
from scripts.make_archive_samples import FOLDER, ROOT

REAL = ROOT.parent / "shared/pages/mets-alto"
REPEATS = 15


def measure(run: Callable[[], object]) -> float:
    """The shortest of several runs, in milliseconds of CPU."""
    times = []
    for _ in range(REPEATS):
        gc.collect()
        start = time.process_time_ns()
        run()
        times.append(time.process_time_ns() - start)
    return min(times) / 1e6


def parse_all(paths: list[Path]) -> None:
    for path in paths:
        etree.parse(path)


def main() -> None:
    issues = [ROOT / FOLDER]
    if REAL.is_dir():
        issues += sorted(path for path in REAL.iterdir() if path.is_dir())
    print(f"{'issue':<26}{'pages':>6}{'articles':>9}{'KiB':>8}{'lxml, ms':>10}{'issue, ms':>11}{'ratio':>8}")
    for folder in issues:
        paths = sorted(folder.rglob("*.xml"))
        size = sum(path.stat().st_size for path in paths) / 1024
        issue = open_issue(folder)
        peer = measure(lambda paths=paths: parse_all(paths))  # type: ignore[misc]
        ours = measure(lambda folder=folder: open_issue(folder))  # type: ignore[misc]
        name = f"{folder.name:<26}{len(issue.pages):>6}{len(issue.articles):>9}{size:>8.0f}"
        print(f"{name}{peer:>10.1f}{ours:>11.1f}{ours / peer:>7.2f}x")


if __name__ == "__main__":
    main()
