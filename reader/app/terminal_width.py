"""How wide this terminal draws what Unicode leaves open: ambiguous characters (UAX #11), and emoji made of several.

The terminal is asked: a character is written, then the report of the cursor's position is read (ECMA-48 CPR). All is
asked at once and answered while the screen's modules load, so that it costs no time; one that is silent is believed
to do what most do. Not on Windows, where the console's keyboard is no file; `--ambiguous` says it there.
"""

from __future__ import annotations

import os
import re
import sys
import time
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final, Protocol

PATIENCE: Final = 0.1
"""Seconds from the question to the last answer; a person does not see a tenth of one."""

SAMPLES: Final = "“—…·①■α"
"""One ambiguous character of each kind that fonts and terminals treat alike."""
EMOJI_STYLE: Final = "❤\ufe0f"
JOINED_EMOJI: Final = "👩\u200d👧"
QUESTIONS: Final = (*SAMPLES, EMOJI_STYLE, JOINED_EMOJI)

_REPORT: Final = re.compile(rb"\x1b\[\d+;(\d+)R")
_QUESTION: Final = "".join(f"\r{question}\x1b[6n" for question in QUESTIONS) + "\r\x1b[K"

_AMBIGUOUS: Final = (range(0xA1, 0x3300), range(0xFFFD, 0xFFFE), range(0x1F100, 0x1F1B0))
_LINES_AND_BLOCKS: Final = range(0x2500, 0x25A0)
"""What borders and bars are drawn with: Textual counts on one cell, whatever the terminal does."""


class Ambiguous(StrEnum):
    """What the reader says of the terminal's ambiguous characters."""

    AUTO = "auto"
    """Ask the terminal."""
    NARROW = "narrow"
    WIDE = "wide"


@dataclass(frozen=True, slots=True)
class TerminalWidths:
    """What a terminal does where Unicode leaves it open; by default, what most do."""

    wide: frozenset[str] = frozenset()
    """The ambiguous characters that take two cells."""
    emoji_style: bool = True
    """Whether U+FE0F makes a narrow sign wide, as in ❤️."""
    joins_emoji: bool = True
    """Whether emoji joined by U+200D take the room of one."""


@cache
def ambiguous_characters() -> Mapping[str, frozenset[str]]:
    """The ambiguous characters of text (UAX #11, class A), by the sample that stands for them.

    Marks without a width of their own are none of them, nor is what lines and bars are drawn with.
    """
    kinds: dict[str, set[str]] = {sample: set() for sample in SAMPLES}
    for codes in _AMBIGUOUS:
        for character in map(chr, codes):
            if unicodedata.east_asian_width(character) == "A" and ord(character) not in _LINES_AND_BLOCKS:
                sample = _find_sample(character)
                if sample is not None:
                    kinds[sample].add(character)
    return {sample: frozenset(kind) for sample, kind in kinds.items()}


def _find_sample(character: str) -> str | None:
    category = unicodedata.category(character)
    if character in "·‧":
        return "·"
    if category in ("Pi", "Pf"):
        return "“"
    if category == "Pd":
        return "—"
    if category in ("No", "Nl") or 0x2460 <= ord(character) <= 0x24FF or ord(character) >= 0x1F100:
        return "①"
    return {"P": "…", "S": "■", "L": "α"}.get(category[0])


def read_reports(answer: bytes, choice: Ambiguous = Ambiguous.AUTO) -> TerminalWidths:
    """What the terminal's reports say, in the order of `QUESTIONS`; what is not answered stays as most have it.

    Args:
        answer: What the terminal sent; other bytes may stand between the reports.
        choice: What the reader says, which goes before what the terminal says.
    """
    columns = [int(column) - 1 for column in _REPORT.findall(answer)]
    widths = dict(zip(QUESTIONS, columns, strict=False))
    kinds = ambiguous_characters() if choice is Ambiguous.WIDE or 2 in columns else {}
    return TerminalWidths(
        wide=frozenset().union(
            *(
                kind
                for sample, kind in kinds.items()
                if choice is Ambiguous.WIDE or (choice is Ambiguous.AUTO and widths.get(sample) == 2)
            )
        ),
        emoji_style=widths.get(EMOJI_STYLE, 2) == 2,
        joins_emoji=widths.get(JOINED_EMOJI, 2) == 2,
    )


class Asked(Protocol):
    """A terminal that has been asked."""

    def read(self) -> TerminalWidths:
        """Its answer, waited for no longer than `PATIENCE` after the question."""


@dataclass(frozen=True, slots=True)
class _Unasked:
    """Stands for a terminal that cannot be asked."""

    choice: Ambiguous

    def read(self) -> TerminalWidths:
        return read_reports(b"", self.choice)


@contextmanager
def asking(choice: Ambiguous, env: Mapping[str, str] = os.environ) -> Iterator[Asked]:
    """Ask the terminal, where there is one that may answer; its mode is restored at the end, whatever happens.

    Args:
        choice: What the reader says of ambiguous characters; emoji are asked for nevertheless.
        env: The environment: nothing is asked where TERM is dumb or CI is set.
    """
    if sys.platform == "win32" or env.get("TERM", "dumb") == "dumb" or env.get("CI") or not _is_ours():
        yield _Unasked(choice)
        return
    # Unix only, so not above.
    import termios

    keyboard = sys.stdin.fileno()
    try:
        before = termios.tcgetattr(keyboard)
    except termios.error:
        yield _Unasked(choice)
        return
    asked = _Asked(keyboard, choice)
    try:
        # The answers are neither shown nor kept for a line's end; Ctrl+C still stops the program.
        quiet = [*before]
        quiet[3] &= ~(termios.ECHO | termios.ICANON)
        termios.tcsetattr(keyboard, termios.TCSADRAIN, quiet)
        asked.ask(sys.stdout.fileno())
        yield asked
    finally:
        # Where an answer is still missing, what has come of it is thrown away; else nothing is, least of all keys.
        termios.tcsetattr(keyboard, termios.TCSADRAIN if asked.is_answered else termios.TCSAFLUSH, before)


def _is_ours() -> bool:
    """Whether keyboard and screen are a terminal that this program may write to, in an encoding that it understands."""
    assert sys.platform != "win32"
    try:
        return (
            sys.stdin.isatty()
            and sys.stdout.isatty()
            and sys.stdout.encoding.lower().replace("-", "") == "utf8"
            and os.tcgetpgrp(sys.stdin.fileno()) == os.getpgrp()
        )
    except (AttributeError, OSError, ValueError):
        # No stream, a closed one, or one that is no file.
        return False


class _Asked:
    """A terminal from the question on."""

    def __init__(self, keyboard: int, choice: Ambiguous) -> None:
        self._keyboard = keyboard
        self._choice = choice
        self._answer = b""
        self._deadline = 0.0

    @property
    def is_answered(self) -> bool:
        """Whether every question has its answer."""
        return len(_REPORT.findall(self._answer)) >= len(QUESTIONS)

    def ask(self, screen: int) -> None:
        """Write all questions, and wipe them away."""
        sys.stdout.flush()
        os.write(screen, _QUESTION.encode())
        self._deadline = time.monotonic() + PATIENCE

    def read(self) -> TerminalWidths:
        """The answer; what has not come by now, or by the deadline, is not waited for."""
        import select

        while not self.is_answered:
            wait = max(0.0, self._deadline - time.monotonic())
            if not select.select([self._keyboard], [], [], wait)[0]:
                break
            # Byte by byte, so that keys typed behind the answer stay where they are.
            piece = os.read(self._keyboard, 1)
            if not piece:
                break
            self._answer += piece
        return read_reports(self._answer, self._choice)
