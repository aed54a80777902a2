"""Choosing text with the keys: a unit of it under a cursor, or all from one unit to another. Pure; knows no widget."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple

from reader.app.setting import Item, Items
from reader.hanzi.sentences import find_sentences
from reader.model import BODY_KINDS


class Unit(Enum):
    """By what the cursor moves."""

    CHARACTER = "character"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


class Spot(NamedTuple):
    """A unit of the shown text."""

    item: int
    start: int
    end: int
    """Code points, half-open; at least one."""


@dataclass(frozen=True, slots=True)
class Pick:
    """What is chosen."""

    cursor: Spot
    fixed: Spot | None = None
    """Where the choice begins or ends while the cursor moves its other edge; None while it is the cursor alone."""

    @property
    def start(self) -> tuple[int, int]:
        """Item and offset of its first code point."""
        spot = self.fixed if self.fixed is not None and self.is_forward else self.cursor
        return spot.item, spot.start

    @property
    def end(self) -> tuple[int, int]:
        """Item and offset behind its last one."""
        spot = self.fixed if self.fixed is not None and not self.is_forward else self.cursor
        return spot.item, spot.end

    @property
    def is_forward(self) -> bool:
        """Whether the cursor moves the end, not the beginning."""
        return self.fixed is not None and self.cursor[:2] >= self.fixed[:2]

    def move(self, items: Items, unit: Unit, by: int) -> Pick:
        """With the cursor on the next (1) or previous (-1) unit; the same at either end."""
        if unit is Unit.CHARACTER:
            spot = _step_character(items, self.cursor, by, at_end=self.is_forward)
        else:
            spot = _step_unit(items, self.cursor, unit, by, rest_only=self.fixed is not None)
        return self if spot is None else replace(self, cursor=spot)

    def fix(self) -> Pick:
        """With one edge fixed where the cursor is, or let go again."""
        return replace(self, fixed=self.cursor if self.fixed is None else None)

    def swap(self) -> Pick:
        """With the cursor at the other edge."""
        return self if self.fixed is None else Pick(self.fixed, self.cursor)


def pick_at(items: Items, item: int, offset: int) -> Pick | None:
    """The first sentence of the body from there on, or else the last text of all; None in an empty article.

    One that began before is passed over, unless its paragraph has no other.
    """
    texts = [index for index in _texts(items) if index >= item] or _texts(items)[-1:]
    if not texts:
        return None
    first = next((index for index in texts if _is_body(items.all[index])), texts[0])
    offset = offset if first == item else 0
    sentences = find_sentences(items.all[first].shown.text)
    start, end = next((sentence for sentence in sentences if sentence[0] >= offset), sentences[-1])
    return Pick(Spot(first, start, end))


def find_unit(items: Items, item: int, offset: int, unit: Unit) -> Spot:
    """The unit in which a code point of an item stands."""
    text = items.all[item].shown.text
    match unit:
        case Unit.CHARACTER:
            return Spot(item, offset, offset + 1)
        case Unit.SENTENCE:
            start, end = next(sentence for sentence in find_sentences(text) if sentence[1] > offset)
            return Spot(item, start, end)
        case Unit.PARAGRAPH:
            return Spot(item, 0, len(text))


def _texts(items: Items) -> list[int]:
    """The items in which something may be chosen."""
    return [index for index, item in enumerate(items.all) if item.block is not None and item.shown.text]


def _is_body(item: Item) -> bool:
    return item.block is not None and item.block.role in BODY_KINDS


def _step_character(items: Items, spot: Spot, by: int, *, at_end: bool) -> Spot | None:
    """The character before or after the edge of a spot that moves."""
    at = spot.end - 1 if at_end else spot.start
    if not at_end and spot.end - spot.start > 1 and by > 0:
        # From a sentence to its first character: then on from there.
        return Spot(spot.item, at, at + 1)
    return _find_beside(items, spot.item, at, Unit.CHARACTER, by)


def _step_unit(items: Items, spot: Spot, unit: Unit, by: int, *, rest_only: bool) -> Spot | None:
    """The unit in which the spot stands, or its rest, where there is any; else the next one."""
    here = find_unit(items, spot.item, spot.end - 1 if by > 0 else spot.start, unit)
    rest = here._replace(start=spot.end) if by > 0 else here._replace(end=spot.start)
    if rest.start < rest.end:
        return rest if rest_only else here
    return _find_beside(items, spot.item, here.end - 1 if by > 0 else here.start, unit, by)


def _find_beside(items: Items, item: int, offset: int, unit: Unit, by: int) -> Spot | None:
    """The unit of the code point before or after that one, in the next text where it was the last."""
    if 0 <= offset + by < len(items.all[item].shown.text):
        return find_unit(items, item, offset + by, unit)
    texts = _texts(items)
    at = texts.index(item) + by
    if not 0 <= at < len(texts):
        return None
    return find_unit(items, texts[at], 0 if by > 0 else len(items.all[texts[at]].shown.text) - 1, unit)
