"""Standard output and standard error: their encoding, their colours, the keyboard behind a pipe."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import Final

import click

from reader.errors import ReaderError
from reader.hanzi.harmless import make_harmless
from reader.languages import say

MEASURE: Final = 80
"""Cells of a line where nobody asks for others: 40 Han characters, a newspaper's widest column."""

STYLES: Final[dict[str, dict[str, str | bool]]] = {
    "headline": {"bold": True},
    "quiet": {"dim": True},
    "path": {"fg": "magenta"},
    "separator": {"fg": "cyan"},
    "match": {"fg": "red", "bold": True},
}
"""The looks of a piece of text, by what it is; those of a match and its place are grep's."""


def prepare_streams() -> None:
    """Make both streams able to write any text.

    A terminal keeps its own encoding, and what that cannot write becomes a question mark; a pipe or a file gets UTF-8,
    unless PYTHONIOENCODING asks for something else.
    """
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, TextIOWrapper):
            continue
        if stream.isatty() or os.environ.get("PYTHONIOENCODING"):
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors="replace")


@contextmanager
def leaving_quietly() -> Iterator[None]:
    """Leave with exit code 0 when the other end of our output is closed: so `| head` says that it has enough."""
    try:
        yield
    except OSError as error:
        # Windows calls a closed pipe an invalid argument.
        if error.errno != errno.EPIPE and (sys.platform != "win32" or error.errno != errno.EINVAL):
            raise
        # What is buffered still must not fail once more when the interpreter ends.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
        raise click.exceptions.Exit(0) from error


def is_terminal() -> bool:
    """Whether somebody looks at standard output."""
    return sys.stdout.isatty()


def has_colour() -> bool:
    """Whether standard output shows colours and nobody has asked for none (no-color.org)."""
    return is_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def terminal_width() -> int | None:
    """Cells in a row of the terminal; None where standard output is no terminal."""
    return shutil.get_terminal_size().columns if is_terminal() else None


def paint(text: str, style: str) -> str:
    """The text in one of the looks of `STYLES`, where there are colours; "" names none."""
    return click.style(text, **STYLES[style]) if style and text and has_colour() else text  # type: ignore[arg-type]


def write(lines: Iterable[str]) -> None:
    """Write lines to standard output."""
    for line in lines:
        click.echo(line, color=has_colour())


def report(message: str) -> None:
    """Say one thing on standard error, on one line whatever is in it."""
    click.echo(make_harmless(f"dubao: {' '.join(message.split())}"), err=True)


def take_keyboard() -> None:
    """Make standard input the keyboard again, for a screen whose text came through a pipe.

    Raises:
        ReaderError: Where there is no keyboard within reach.
    """
    if sys.stdin is not None and sys.stdin.isatty():
        return
    if sys.platform == "win32":
        raise ReaderError(say("standard input is no keyboard: save it as a file and open that"))
    try:
        keyboard = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise ReaderError(say("no keyboard is within reach: use dubao show")) from error
    os.dup2(keyboard, 0)
    os.close(keyboard)
