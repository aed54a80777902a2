"""Display lines that were turned, because the whole was wider than its place, are one line again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.structure import patterns
from reader.structure.elements import Element, ElementKind
from reader.structure.settings import SETTINGS, Settings

_P, _D = ElementKind.PARAGRAPH, ElementKind.DISPLAY


@dataclass(frozen=True, slots=True)
class _Words:
    """What the lines of a page know of its words, and of the width of its headings."""

    pairs: frozenset[str]
    triples: frozenset[str]
    widest: float


def join_turned(elements: Sequence[Element], settings: Settings = SETTINGS) -> tuple[Element, ...]:
    """The elements with headings and titles of items joined that stand on two lines or three."""
    return _join_item_titles(_join_wrapped(elements, settings))


def _join_wrapped(elements: Sequence[Element], settings: Settings) -> tuple[Element, ...]:
    shown = [element for element in elements if element.kind is _D]
    if len(shown) < 2:
        return tuple(elements)
    plains = [strip.plain for element in elements for strip in element.strips]
    words = _Words(
        frozenset(plain[i : i + 2] for plain in plains for i in range(len(plain) - 1)),
        frozenset(plain[i : i + 3] for plain in plains for i in range(len(plain) - 2)),
        max(element.strips[0].width for element in shown),
    )
    found: list[Element] = []
    for element in elements:
        before = found[-1] if found else None
        both = before is not None and before.kind is element.kind is _D
        if before is not None and both and _is_wrapped(before, element, words, settings):
            found[-1] = replace(before, strips=before.strips + element.strips)
        else:
            found.append(element)
    return tuple(found)


def _is_wrapped(before: Element, after: Element, words: _Words, settings: Settings) -> bool:
    """Whether two display lines are the halves of one: a word or a number goes on from the first to the second."""
    first, second = before.strips[-1], after.strips[0]
    if len(before.strips) > 2 or after.item:
        return False
    if patterns.SUBHEAD_CUE.match(second.plain) or patterns.GAP.search(second.plain):
        return False
    ends, begins = first.plain[-2:], second.plain[:2]
    inside, onward = ends + begins[:1] in words.triples, ends[-1:] + begins in words.triples
    if patterns.SUBHEAD_CUE.match(before.plain) and not patterns.DECK_END.search(before.plain):
        short = second.width <= first.width + settings.slack
        return short and (bool(patterns.DECK_END.search(second.plain)) or onward)
    if patterns.COUNTED.match(first.plain[-1] + second.plain[:2]):
        return True
    if patterns.LEADING_ON.search(first.plain) and patterns.KICKER_CUE.search(second.plain):
        return True
    # A line is turned at its own gap, if it has one, and in halves, because the whole would be wider than any other.
    if patterns.GAP.search(first.plain) or patterns.KICKER_CUE.search(first.plain) or ":" in second.plain:
        return False
    halves = abs(first.width - second.width) <= settings.halves and first.width + second.width > words.widest
    if halves:
        return inside or onward or ends[-1:] + begins[:1] in words.pairs
    return inside and onward and second.width <= first.width + settings.slack


def _join_item_titles(elements: Sequence[Element]) -> tuple[Element, ...]:
    """The elements with the titles of items joined that take two lines: the mark stands before the first."""
    marked = [at for at, element in enumerate(elements) if element.kind is _D and element.item]
    turned = {at for at in marked if _is_turned(elements[at : at + 3])} if len(marked) > 1 else set()
    found: list[Element] = []
    for at, element in enumerate(elements):
        if at - 1 in turned:
            found[-1] = replace(found[-1], strips=found[-1].strips + element.strips)
        else:
            found.append(element)
    return tuple(found)


def _is_turned(elements: Sequence[Element]) -> bool:
    """Whether a marked title, the line below it and a text stand one below the other."""
    turned = [element.kind for element in elements] == [_D, _D, _P] and not elements[1].item
    return turned and not patterns.SUBHEAD_CUE.match(elements[1].plain)
