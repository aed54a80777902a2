"""Stretches are found on pages extracted once more, a little differently, their articles found anew."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from random import Random

import pytest

from reader.model import Issue
from reader.state.anchors import TextFinder
from reader.structure import find_articles
from tests.corrections.test_reextraction import extract_again, make_page
from tests.generator.pages import generate_page

SEEDS = range(12)
LENGTH = 10
STEP = 17
"""Characters from one stretch to the next; every paragraph has some."""

LIKE = 0.6
"""Least likeness of what was found to what was meant: some of its own characters are wrong, too."""
LEAST_FOUND = 0.97
"""Share of the stretches that must be found again, on pages where one character in fifty is wrong."""
MOST_MISTAKEN = 0.01
"""Share of those that may be taken for others: generated pages say many sentences twice, newspapers few."""


def make_issue(texts: list[str]) -> Issue:
    page = make_page(texts)
    return Issue("page.txt", "plain", None, None, (page,), find_articles([page]).articles)


def list_stretches(issue: Issue) -> Iterator[tuple[int, int, int, int]]:
    """Article, part, start and end."""
    for index, article in enumerate(issue.articles):
        for number, part in enumerate(article.parts):
            for start in range(0, max(0, len(part.text) - LENGTH // 2), STEP):
                yield index, number, start, min(start + LENGTH, len(part.text))


@pytest.fixture(scope="module")
def outcome() -> tuple[int, int, int]:
    """Stretches sought, found, taken for others."""
    sought = found = mistaken = 0
    for seed in SEEDS:
        texts = [line.strip() for line in generate_page(seed).text.split("\n") if line.strip()]
        before = make_issue(texts)
        after = make_issue([text for _, text in extract_again(texts, Random(seed))])
        old, new = TextFinder(before), TextFinder(after)
        for index, part, start, end in list_stretches(before):
            sought += 1
            place = new.resolve(old.make_anchor(index, (part, start), (part, end)))
            if place is None:
                continue
            found += 1
            article = after.articles[place.article]
            pieces = place.find_stretches(article)
            text = "".join(article.parts[piece.part].text[piece.start : piece.end] for piece in pieces)
            wanted = before.articles[index].parts[part].text[start:end]
            mistaken += SequenceMatcher(None, text, wanted).ratio() < LIKE
    return sought, found, mistaken


def test_stretches_are_found_again(outcome: tuple[int, int, int]) -> None:
    sought, found, _ = outcome
    assert sought > 500
    assert found / sought >= LEAST_FOUND


def test_few_stretches_are_taken_for_others(outcome: tuple[int, int, int]) -> None:
    _, found, mistaken = outcome
    assert mistaken / found <= MOST_MISTAKEN
