"""From the command to help, and to the first screen. Run `python -m benchmarks.startup`; needs a POSIX system.

`dubao --help` is held against a Python that only imports click, and the first screen of a sample issue, in a
pseudo-terminal of 120 by 40, against a bare Textual app with one Static. The runs take turns, so that whatever else the
machine does falls on all alike.
"""

from __future__ import annotations

import os
import select
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from reader.config_file import FILE_NAME, FOLDER_VARIABLE
from reader.settings import SETTINGS
from reader.settings.declaration import format_value

REPEATS: Final = 15
PATIENCE: Final = 30.0
"""Seconds after which a screen that does not come is given up."""

SIZE: Final = struct.pack("HHHH", 40, 120, 0, 0)
"""Rows, columns and no pixels, as TIOCSWINSZ takes them."""

BARE: Final = """\
from textual.app import App, ComposeResult
from textual.widgets import Static

class Bare(App):
    def compose(self) -> ComposeResult:
        yield Static("{mark}")

Bare().run()
"""


FIRST_HEADLINE: Final = """\
from reader.library import find_samples, open_issue
sample = find_samples()[0]
print(sample.name, open_issue(sample.path).articles[0].title[:3])
"""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a program."""

    wall: float
    """Milliseconds until it ended, or until its screen stood."""
    cpu: float
    """Milliseconds of CPU in all."""
    memory: float
    """Its peak, in MB."""


def run_to_end(command: list[str]) -> Run:
    """Run a program that ends by itself."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as process:
        return _reap(process, start, None)


def run_to_mark(command: list[str], mark: str, more: Mapping[str, str] | None = None) -> Run:
    """Run a program in a terminal, with more environment, until these characters are on its screen; then stop it."""
    import fcntl
    import pty
    import termios

    screen, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, SIZE)
    env = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "DUBAO_LANGUAGE": "en", **(more or {})}
    start = time.perf_counter()
    with subprocess.Popen(
        command, stdin=terminal, stdout=terminal, stderr=terminal, env=env, start_new_session=True
    ) as process:
        os.close(terminal)
        written = b""
        while mark.encode() not in written:
            if not select.select([screen], [], [], PATIENCE)[0]:
                raise TimeoutError(f"no {mark} on the screen of {command}")
            written += os.read(screen, 1 << 16)
        stood = time.perf_counter()
        process.kill()
        result = _reap(process, start, stood)
    os.close(screen)
    return result


def _reap(process: subprocess.Popen[bytes], start: float, stood: float | None) -> Run:
    _, status, usage = os.wait4(process.pid, 0)
    end = time.perf_counter()
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    cpu = (usage.ru_utime + usage.ru_stime) * 1e3
    return Run(((stood or end) - start) * 1e3, cpu, usage.ru_maxrss / unit)


def compare(name: str, ours: Callable[[], Run], peer_name: str, peer: Callable[[], Run]) -> None:
    """Print medians of both, and their ratio."""
    runs: tuple[list[Run], list[Run]] = ([], [])
    for _ in range(REPEATS):
        runs[0].append(ours())
        runs[1].append(peer())
    figures = [[median(getattr(run, what) for run in side) for what in ("wall", "cpu", "memory")] for side in runs]
    for label, (wall, cpu, memory) in zip((name, peer_name), figures, strict=True):
        print(f"{label:<36}{wall:>10.0f}{cpu:>10.0f}{memory:>10.1f}")
    print(f"{'  ratio':<36}" + "".join(f"{mine / theirs:>9.2f}x" for mine, theirs in zip(*figures, strict=True)))


FIRST_FRAME = "Opening"
"""What the screen says before the issue is there."""


def main() -> None:
    if sys.platform == "win32":
        print("needs a POSIX system")
        return
    python = [sys.executable, "-X", "utf8"]
    # Asked of another process: what this one has in memory, its children begin with.
    sample, mark = subprocess.check_output([*python, "-c", FIRST_HEADLINE], encoding="utf-8").split()
    dubao = [*python, "-m", "reader"]
    print(f"{f'median of {REPEATS}':<36}{'ms':>10}{'CPU ms':>10}{'peak MB':>10}")
    compare(
        "dubao --help",
        lambda: run_to_end([*dubao, "--help"]),
        "import click",
        lambda: run_to_end([*python, "-c", "import click"]),
    )
    compare(
        f"dubao --sample {sample}, first frame",
        lambda: run_to_mark([*dubao, "--sample", sample], FIRST_FRAME),
        "Textual with one Static, first frame",
        lambda: run_to_mark([*python, "-c", BARE.format(mark=FIRST_FRAME)], FIRST_FRAME),
    )
    with TemporaryDirectory() as folder:
        entries = (f"{setting.name} = {format_value(setting.default)}\n" for setting in SETTINGS)
        (Path(folder) / FILE_NAME).write_text("".join(entries), encoding="utf-8")
        compare(
            "  the same with a file of settings",
            lambda: run_to_mark([*dubao, "--sample", sample], FIRST_FRAME, {FOLDER_VARIABLE: folder}),
            "Textual with one Static, first frame",
            lambda: run_to_mark([*python, "-c", BARE.format(mark=FIRST_FRAME)], FIRST_FRAME),
        )
    compare(
        f"dubao --sample {sample}, first article",
        lambda: run_to_mark([*dubao, "--sample", sample], mark),
        "Textual with one Static, first frame",
        lambda: run_to_mark([*python, "-c", BARE.format(mark=mark)], mark),
    )


if __name__ == "__main__":
    main()
