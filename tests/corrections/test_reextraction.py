"""Anchors hold on pages that were extracted once more, a little differently."""

from __future__ import annotations

from random import Random

import pytest

from reader.corrections import LineFinder
from reader.model import Page, TextBlock, TextLine
from tests.generator.pages import generate_page

WRONG_CHARACTERS = "曰末已土夭千木人入己"
SEEDS = range(12)

LEAST_FOUND = 0.97
"""Share of the lines that must be found again, on pages where one character in fifty is wrong."""

MOST_MISTAKEN = 0.01
"""Share of those that may be taken for another: generated pages say many sentences twice, newspapers few."""


def extract_again(texts: list[str], random: Random) -> list[tuple[int, str]]:
    """The lines with some characters wrong, some carried over to the next line, and strays; each with its old index."""
    lines: list[tuple[int, str]] = []
    carried = ""
    for index, text in enumerate(texts):
        text = carried + text
        carried = ""
        if random.random() < 0.05 and index + 1 < len(texts) and len(text) > 6:
            text, carried = text[:-1], text[-1]
        if random.random() < 0.03:
            lines.append((-1, "·"))
        wrong = "".join(random.choice(WRONG_CHARACTERS) if random.random() < 0.02 else ch for ch in text)
        lines.append((index, wrong))
    return lines


def make_page(texts: list[str]) -> Page:
    return Page("p1", (TextBlock(tuple(TextLine(text, number) for number, text in enumerate(texts, 1))),), "01")


@pytest.fixture(scope="module")
def outcome() -> tuple[int, int, int]:
    """Lines sought, lines found, lines taken for another."""
    sought = found = mistaken = 0
    for seed in SEEDS:
        texts = [line.strip() for line in generate_page(seed).text.split("\n") if line.strip()]
        again = extract_again(texts, Random(seed))
        before, after = make_page(texts), make_page([text for _, text in again])
        old, new = LineFinder([before]), LineFinder([after])
        for index in range(len(texts)):
            anchor = old.make_anchor(before, index + 1)
            assert anchor is not None
            line = new.find(anchor)
            sought += 1
            if line is None:
                continue
            if again[line.line.number - 1][0] == index:
                found += 1
            else:
                mistaken += 1
    return sought, found, mistaken


def test_lines_are_found_again(outcome: tuple[int, int, int]) -> None:
    sought, found, _ = outcome
    assert sought > 500
    assert found / sought >= LEAST_FOUND


def test_few_lines_are_taken_for_others(outcome: tuple[int, int, int]) -> None:
    sought, _, mistaken = outcome
    assert mistaken / sought <= MOST_MISTAKEN
