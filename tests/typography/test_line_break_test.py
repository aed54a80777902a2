"""Unicode's own test of line breaking (UAX #14, LineBreakTest 17.0.0), as far as terminal setting follows it.

We bend UAX #14 where CLREQ and GB/T 15834 do (`test_against_icu` lists where), and have no classes for the scripts that
no Chinese newspaper prints: the rate is told, and may not fall.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from reader.typography import find_breaks

lzma = pytest.importorskip("lzma", reason="this Python has no lzma")

DATA = Path(__file__).resolve().parent / "data" / "LineBreakTest-17.0.0.txt.xz"
LEAST_LINES = 0.71
"""Lines of the test in which every break is Unicode's; 13 800 of 19 338 with Python 3.11's Unicode tables."""
LEAST_PLACES = 0.90
"""Places between two characters that are judged as Unicode judges them."""


class Example(NamedTuple):
    text: str
    breaks: frozenset[int]


def parse_line(line: str) -> Example:
    """A line of the test: code points in hexadecimal, ÷ where a line may break and × where not."""
    text, breaks = "", set()
    for word in line.split():
        if word == "÷":
            breaks.add(len(text))
        elif word != "×":
            text += chr(int(word, 16))
    return Example(text, frozenset(breaks))


def read_examples() -> list[Example]:
    lines = lzma.decompress(DATA.read_bytes()).decode("utf-8").splitlines()
    return [parse_line(line) for line in lines if line and not line.startswith("#")]


def test_a_line_of_the_test_is_understood() -> None:
    assert parse_line("× 4E2D ÷ 201C × 0020 ÷") == Example("中“ ", frozenset({1, 3}))


def test_the_rate_of_agreement_does_not_fall(capsys: pytest.CaptureFixture[str]) -> None:
    examples = read_examples()
    assert len(examples) == 19_338
    lines = places = judged = 0
    for text, breaks in examples:
        ours = frozenset(find_breaks(text))
        lines += ours == breaks
        judged += len(text)
        places += len(text) - len(ours ^ breaks)
    with capsys.disabled():
        print(f"\nLineBreakTest 17.0.0: {lines / len(examples):.2%} of lines, {places / judged:.2%} of places")
    assert lines / len(examples) >= LEAST_LINES
    assert places / judged >= LEAST_PLACES
