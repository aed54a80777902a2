"""From bytes to an Issue: a page, and the same text ten times as long. Run `python -m benchmarks.opening`."""

from __future__ import annotations

import io
import time
from pathlib import Path

from reader.library import find_samples, open_issue

REAL_PAGE = Path(__file__).resolve().parents[2] / "shared/pages/plain/yongkang-2017-12-13.txt"
REPEATS = 7


def measure(data: bytes) -> float:
    """The shortest of several runs, in milliseconds of CPU."""
    times = []
    for _ in range(REPEATS):
        start = time.process_time_ns()
        open_issue("-", stdin=io.BytesIO(data))
        times.append(time.process_time_ns() - start)
    return min(times) / 1e6


def main() -> None:
    paths = [page for sample in find_samples() for page in sorted(Path(sample.path).glob("*.txt"))[:1]]
    if REAL_PAGE.exists():
        paths.append(REAL_PAGE)
    print(f"{'page':<28}{'characters':>12}{'ms':>8}{'ten times, ms':>16}{'growth':>9}")
    for path in paths:
        data = path.read_bytes()
        once, ten = measure(data), measure(data * 10)
        name = f"{path.parent.name}/{path.name}"
        print(f"{name:<28}{len(data.decode()):>12}{once:>8.1f}{ten:>16.1f}{ten / once:>8.1f}x")


if __name__ == "__main__":
    main()
