"""Whole pages made up at random: stories are found with their headlines, and nearly all of them exactly."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.model import Page, PartKind, TextBlock
from reader.structure import find_articles
from tests.structure.layout.broadsheet import Manner, make_broadsheet
from tests.structure.layout.pages import Story
from tests.structure.pages import check_nothing_lost

_SEEDS = range(100, 108)


def read(page: Page) -> dict[str, list[str]]:
    structure = find_articles([page])
    check_nothing_lost([page], structure)
    return {article.title: [p.text for p in article.of_kind(PartKind.PARAGRAPH)] for article in structure.articles}


def count(manner: Manner, *, vertical: bool = False, sizes: bool = True) -> tuple[int, int, int]:
    """Stories, those with their headline, those that are exact."""
    stories: list[tuple[Story, list[str] | None]] = []
    for seed in _SEEDS:
        page, truth = make_broadsheet(seed, manner, vertical=vertical)
        found = read(page if sizes else _without_sizes(page))
        stories.extend((story, found.get(story.headline)) for story in truth)
    headed = [paragraphs for _, paragraphs in stories if paragraphs is not None]
    return len(stories), len(headed), sum(story.paragraphs == paragraphs for story, paragraphs in stories)


def _without_sizes(page: Page) -> Page:
    lines = tuple(replace(line, size=None) for line in page.lines)
    return replace(page, blocks=(TextBlock(lines),))


@pytest.mark.parametrize("vertical", [False, True], ids=["horizontal", "vertical"])
@pytest.mark.parametrize("sizes", [True, False], ids=["sizes", "boxes"])
def test_pages_of_every_manner(vertical: bool, sizes: bool) -> None:
    stories, headed, exact = count(Manner(), vertical=vertical, sizes=sizes)
    assert headed == stories
    assert exact >= 0.9 * stories


@pytest.mark.parametrize(
    "manner",
    [
        Manner(photos=0, beside=0, narrow=0),
        Manner(photos=1, beside=0, narrow=0),
        Manner(photos=0, beside=1, narrow=0),
        Manner(rules=1),
    ],
    ids=["plain", "photos", "beside", "ruled"],
)
def test_pages_that_are_made_up_clearly_are_exact(manner: Manner) -> None:
    stories, headed, exact = count(manner)
    assert headed == stories
    assert exact >= 0.97 * stories
