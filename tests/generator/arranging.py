"""The order of a text layer: which galley comes when."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random

from tests.generator.composing import SetStory, interleave, stand_beside
from tests.generator.galley import Galley, Story
from tests.generator.manner import Across, Manner, Order

Sheet = tuple[Galley, ...]
Group = Sequence[SetStory]

_APART = frozenset({"news", "feature", "boxed", "commentary", "interview", "series", "photo"})
"""Genres whose headlines are set apart from their bodies; of the others head and items are one block."""
_LEAST_INTERLEAVED = 4


def arrange(
    groups: Sequence[Group],
    stories: Sequence[Story],
    manner: Manner,
    random: Random,
    shadow: Callable[[Galley], Galley],
) -> Iterator[Galley]:
    """The galleys of a page in the layer's order.

    Args:
        groups: The set stories by package; together they are `stories`.
        stories: The stories themselves, for their genres.
        manner: The page's manner.
        random: For shuffling.
        shadow: Draws a label twice.
    """
    genres = iter(stories)
    parted = [[(found, next(genres).genre) for found in group] for group in groups]
    blocks = [group for group in parted if group[0][1] not in _APART]
    apart = [found for group in parted for found in group if found[1] in _APART]
    if manner.order in (Order.IN_ORDER, Order.AFTER):
        yield from _in_order(parted, manner, random)
        return
    heads = [head for found, genre in apart for head in [_head_of(found, genre, manner, random, shadow)] if head]
    bodies = [
        [galley for galley in (found.byline, found.body) if galley.lines] for found, genre in apart if genre != "photo"
    ]
    bodies += [[galley for found, _ in group for galley in found.in_order()] for group in blocks]
    random.shuffle(heads)
    random.shuffle(bodies)
    first, second = (bodies, heads) if manner.order is Order.BODIES_FIRST else (heads, bodies)
    for galleys in (*first, *second):
        yield from galleys


def _head_of(
    found: SetStory, genre: str, manner: Manner, random: Random, shadow: Callable[[Galley], Galley]
) -> list[Galley]:
    label = found.label
    if label.lines and len(label.lines) == 1 and len(label.lines[0].text) >= 4 and random.random() < manner.shadow:
        label = shadow(label)
    photo = (found.byline, found.body) if genre == "photo" else ()
    return [galley for galley in (label, found.head, *photo) if galley.lines]


def _in_order(parted: list[list[tuple[SetStory, str]]], manner: Manner, random: Random) -> Iterator[Galley]:
    waiting: SetStory | None = None
    for group in parted:
        for found, genre in group:
            if manner.across and genre == "news" and len(found.body.lines) >= _LEAST_INTERLEAVED:
                if waiting is None:
                    waiting = found
                    continue
                yield from _across(waiting, found, manner)
                waiting = None
            elif manner.order is Order.AFTER and genre in _APART:
                yield from (galley for galley in (found.byline, found.body, found.label, found.head) if galley.lines)
            else:
                yield from found.in_order()
    if waiting is not None:
        yield from waiting.in_order()


def _across(left: SetStory, right: SetStory, manner: Manner) -> Iterator[Galley]:
    """Two stories side by side: their headings one after the other, their bodies read across."""
    for story in (left, right):
        yield from (galley for galley in (story.label, story.head, story.byline) if galley.lines)
    if manner.across is Across.LINE_BY_LINE:
        yield interleave(left.body, right.body)
    else:
        yield stand_beside(left.body, right.body, max(manner.measures))
