"""Other programs: a command that the reader has typed, which is given text, and the system's own for a file.

Text of a newspaper reaches a command by its standard input alone, never by its words.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Final

from reader.hanzi.harmless import make_harmless

TIMEOUT: Final = 5.0
"""Seconds until a program that opens a file is taken to be the one that shows it: xdg-open may wait for its viewer."""

OPENERS: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "darwin": (("open",),),
    "linux": (("xdg-open",), ("gio", "open"), ("termux-open",), ("wslview",)),
}
"""What opens a file with the program that its owner has chosen, by platform, best first; Windows does it itself."""


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended."""

    code: int | None
    """Its exit code, negative for a signal (POSIX); None where it could not be started."""
    error: str = ""
    """Why it could not be started."""


def run_with_text(command: str, text: str) -> Ran:
    """Run a command of the shell with a text on its standard input, until it ends; the terminal is its own meanwhile.

    Ctrl+C is for the command: dubao goes on. A command that does not read all of the text, or is gone before, is not
    told of: `head` does so.

    Args:
        command: What the reader has typed, for `sh` or `cmd.exe`.
        text: Given as UTF-8; control characters but line feeds and tabs become U+FFFD.
    """
    data = make_harmless(text, keep="\n\t").encode("utf-8", "replace")
    with _leaving_interrupts():
        try:
            done = subprocess.run(command, shell=True, input=data, check=False)
        except OSError as error:
            return Ran(None, make_harmless(error.strerror or str(error)))
    return Ran(done.returncode)


@contextmanager
def _leaving_interrupts() -> Iterator[None]:
    """Leave Ctrl+C to the command: a handler is not inherited, as ignoring it would be."""

    def pass_over(_number: int, _frame: FrameType | None) -> None:
        pass

    before = signal.signal(signal.SIGINT, pass_over)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


class NoOpenerError(Exception):
    """Nothing on this machine opens files, or it did not open this one."""


def open_file(path: Path, *, platform: str = sys.platform) -> None:
    """Open a file or folder with the program that the system has for it, and do not wait for that.

    Raises:
        NoOpenerError: There is no such program, or it failed; the message says why.
    """
    if platform == "win32":
        try:
            os.startfile(path)  # type: ignore[attr-defined,unused-ignore]
        except OSError as error:
            raise NoOpenerError(make_harmless(error.strerror or str(error))) from error
        return
    openers = OPENERS.get(platform, OPENERS["linux"])
    opener = next((words for words in openers if shutil.which(words[0])), None)
    if opener is None:
        raise NoOpenerError(", ".join(words[0] for words in openers))
    try:
        process = subprocess.Popen(
            [*opener, str(path.absolute())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        _, complaint = process.communicate(timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        # It shows the file itself, and goes on doing so.
        return
    except OSError as error:
        raise NoOpenerError(make_harmless(error.strerror or str(error))) from error
    if process.returncode:
        lines = complaint.decode("utf-8", "replace").strip().splitlines()
        raise NoOpenerError(f"{opener[0]}: {make_harmless(lines[-1]) if lines else process.returncode}")
