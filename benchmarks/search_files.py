"""`dubao search` over a thousand page files, against ripgrep or grep over their joined text.

Opening the pages, which is working out their articles, is measured apart, on as many cores. Runs as a part of
`python -m benchmarks.search`.
"""

from __future__ import annotations

import math
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from reader.cli.workers import run_in_order
from reader.library import find_samples, open_issue
from reader.search import Index, parse_query

PAGES = 1_000
PAGES_OF_ISSUE = 8
QUERIES = {"often": "新桥", "seldom": "白蒿湾", "nowhere": "甲乙丙丁"}
REPEATS = 3


def make_issues(shelf: Path, count: int) -> list[Path]:
    """Folders of pages, which are those of the samples over and over; so many pages in all."""
    pages = [page for sample in find_samples() for page in sorted(sample.path.glob("*.txt"))]
    folders = []
    for first in range(0, count, PAGES_OF_ISSUE):
        folder = shelf / f"{first // PAGES_OF_ISSUE + 1:04}"
        folder.mkdir(parents=True)
        for number in range(first, min(first + PAGES_OF_ISSUE, count)):
            shutil.copy(pages[number % len(pages)], folder / f"{number - first + 1:02}.txt")
        folders.append(folder)
    return folders


def write_joined(folders: Sequence[Path], shelf: Path) -> int:
    """Write the text of each issue, a part a line, as a peer needs it to find what print broke; bytes in all."""
    shelf.mkdir()
    size = 0
    for folder in folders:
        text = "\n".join(part.text for article in open_issue(folder).articles for part in article.parts)
        size += (shelf / f"{folder.name}.txt").write_bytes(text.encode())
    return size


def open_only(path: str) -> int:
    """Open an issue, as `dubao search` does before it searches."""
    return len(open_issue(path).articles)


class Run(NamedTuple):
    """What a program took."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of all its processes; NaN where the system does not tell."""
    memory: float
    """MB of the largest of its processes; NaN where the system does not tell."""


def measure_run(command: Sequence[str]) -> Run:
    """Run a program that finds something or nothing.

    Raises:
        RuntimeError: If it fails.
    """
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    if hasattr(os, "wait4"):
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = code = os.waitstatus_to_exitcode(status)
        unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
        cpu, memory = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit
    else:
        code, cpu, memory = process.wait(), math.nan, math.nan
    if code not in (0, 1):
        raise RuntimeError(f"{' '.join(command)} ended with {code}")
    return Run(time.perf_counter() - start, cpu, memory)


def find_peer(shelf: Path, query: str) -> tuple[str, list[str]] | None:
    """The name of ripgrep or, without it, grep, and how to run it; None where there is neither."""
    if program := shutil.which("rg"):
        return "ripgrep", [program, "-c", "-F", query, str(shelf)]
    if program := shutil.which("grep"):
        return "grep", [program, "-r", "-c", "-F", query, str(shelf)]
    return None


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory(prefix="dubao-bench-") as folder:
        shelf, joined = Path(folder, "issues"), Path(folder, "joined")
        folders = make_issues(shelf, PAGES)
        size = write_joined(folders, joined)
        print(f"\n{PAGES} page files in {len(folders)} issues, {size / 1e6:.1f} MB of joined text")
        paths = [str(path) for path in folders]
        opening = measure_run([sys.executable, "-m", "benchmarks.search_files", "open", *paths])
        print(f"opening them on all cores {opening.wall:.1f} s, {opening.cpu:.1f} s of CPU")
        issues = [open_issue(path) for path in paths]
        head = (
            f"{'dubao s':>9}{'CPU s':>8}{'less opening':>14}{'find s':>8}{'peer':>10}{'peer s':>8}{'find to peer':>14}"
        )
        print(f"{'query':<10}{head}")
        for name, query in QUERIES.items():
            parsed = parse_query(query)
            start = time.process_time()
            for issue in issues:
                Index(issue, once=True).find(parsed)
            finding = time.process_time() - start
            whole = measure_run([sys.executable, "-m", "reader", "search", "-c", query, str(shelf)])
            row = f"{name:<10}{whole.wall:>9.2f}{whole.cpu:>8.2f}{whole.cpu - opening.cpu:>14.2f}{finding:>8.3f}"
            peer = find_peer(joined, query)
            if peer:
                beside = min(measure_run(peer[1]).wall for _ in range(REPEATS))
                row += f"{peer[0]:>10}{beside:>8.3f}{finding / beside:>14.1f}"
            print(row)
        del issues
        print("memory of the largest process, MB:", end="")
        for count in (PAGES // 10, PAGES):
            some = Path(folder, f"some-{count}")
            make_issues(some, count)
            run = measure_run([sys.executable, "-m", "reader", "search", QUERIES["often"], str(some)])
            print(f"  {count} pages {run.memory:.0f}", end="")
        print()


if __name__ == "__main__":
    if sys.argv[1:2] == ["open"]:
        sum(run_in_order(open_only, sys.argv[2:]))
    else:
        main()
