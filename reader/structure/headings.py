"""Which display lines head which body.

Where headings stand before (or after) their bodies, place decides. Where the text layer keeps them apart, the lines
are labelled one by one in stream order with the body whose words they have, by a beam search: the lines of one heading
stand together, and a body has one heading.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from reader.structure import patterns
from reader.structure.elements import Element
from reader.structure.matching import Matcher
from reader.structure.settings import SETTINGS, Settings
from reader.structure.units import DisplayRun, Layout, Where


@dataclass(frozen=True, slots=True)
class Heading:
    """The display lines of one body."""

    lines: tuple[Element, ...] = ()
    margin: float = 1.0
    """By how much the match is better than the next best; large where place decides."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """The outcome: a heading for each unit, and the display lines that fit none."""

    headings: tuple[Heading, ...]
    rest: tuple[Element, ...]
    score: float


@dataclass(frozen=True, slots=True)
class _State:
    """A labelling of the display lines so far."""

    score: float
    labels: tuple[int, ...]
    used: frozenset[int]
    current: int
    length: int


def assign_headings(layout: Layout, matcher: Matcher, settings: Settings = SETTINGS) -> Assigned:
    """The heading of each unit of a page."""
    if layout.where is not Where.APART:
        return _assign_by_place(layout)
    return _assign_by_words(layout, matcher, settings)


def _assign_by_place(layout: Layout) -> Assigned:
    lines: list[tuple[Element, ...]] = [()] * len(layout.units)
    rest: list[Element] = []
    for run in layout.runs:
        owner = run.after if layout.where is Where.BEFORE else run.before
        if owner is None or lines[owner]:
            rest.extend(run.lines)
        else:
            lines[owner] = run.lines
    return Assigned(tuple(Heading(group) for group in lines), tuple(rest), 0.0)


def _assign_by_words(layout: Layout, matcher: Matcher, settings: Settings) -> Assigned:
    states = [_State(0.0, (), frozenset(), -1, 0)]
    order: list[Element] = []
    scored: list[list[float]] = []
    for run in layout.runs:
        for place, element in enumerate(run.lines):
            gains = _measure_gains(element, run, place, layout, matcher, settings)
            scored.append(gains)
            order.append(element)
            states = _advance(states, element, gains, first=place == 0, settings=settings)
    best = states[0]
    groups: list[list[int]] = [[] for _ in layout.units]
    for index, label in enumerate(best.labels):
        if label >= 0:
            groups[label].append(index)
    headings = tuple(
        Heading(tuple(order[i] for i in group), _find_margin(unit, [scored[i] for i in group]))
        for unit, group in enumerate(groups)
    )
    rest = tuple(order[i] for i, label in enumerate(best.labels) if label < 0)
    return Assigned(headings, rest, best.score)


def _measure_gains(
    element: Element, run: DisplayRun, place: int, layout: Layout, matcher: Matcher, settings: Settings
) -> list[float]:
    """What each unit would gain by this line."""
    width: float = sum(strip.width for strip in element.strips)
    weight = min(settings.widest_gain, math.sqrt(width / 10))
    gains = [score * weight for score in matcher.score(element.plain)]
    from_end = len(run.lines) - 1 - place
    crowded = len(run.lines) > settings.long_run
    if run.after is not None:
        photo = layout.units[run.after].photo
        if from_end == 0:
            gains[run.after] += settings.next_crowded if crowded and not photo else settings.next_line
        elif from_end <= 2 and not crowded:
            gains[run.after] += settings.near_line
    return gains


def _advance(
    states: Sequence[_State], element: Element, gains: Sequence[float], *, first: bool, settings: Settings
) -> list[_State]:
    """The best states after one more line."""
    kicker = bool(patterns.KICKER_CUE.search(element.plain))
    deck = bool(patterns.SUBHEAD_CUE.match(element.plain))
    candidates = [unit for unit, gain in enumerate(gains) if gain > settings.least_gain]
    found: list[_State] = []
    for state in states:
        current = -1 if first else state.current
        found.append(_State(state.score + settings.unlabelled, (*state.labels, -1), state.used, -1, 0))
        if current >= 0:
            gain = gains[current]
            if state.length >= 2:
                gain -= settings.third_line if state.length == 2 else settings.later_line
            if kicker:
                gain -= settings.kicker_inside
            if deck:
                gain += settings.deck_inside
            found.append(_State(state.score + gain, (*state.labels, current), state.used, current, state.length + 1))
        for unit in candidates:
            if unit not in state.used:
                gain = gains[unit] - (settings.deck_inside if deck else 0.0)
                found.append(_State(state.score + gain, (*state.labels, unit), state.used | {unit}, unit, 1))
    found.sort(key=lambda state: -state.score)
    return found[: settings.beam]


def _find_margin(unit: int, scored: Sequence[Sequence[float]]) -> float:
    """Gain of this unit over the best other one, for all lines of its heading."""
    if not scored:
        return 0.0
    totals: list[float] = [sum(column) for column in zip(*scored, strict=True)]
    others = [total for index, total in enumerate(totals) if index != unit]
    return totals[unit] - max(others, default=0.0)
