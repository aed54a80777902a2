"""Headings that stand apart from their bodies: display lines are labelled one by one with the body that they head.

A beam search in stream order: the lines of one heading stand together, a body has one heading, a kicker leads to a
headline. Words decide; what has no words in common with any body goes where a heading is lacking.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.structure import patterns
from reader.structure.elements import Element, ElementKind
from reader.structure.fitting import Assigned, Heading, sum_value
from reader.structure.settings import Settings
from reader.structure.units import DisplayRun, Layout


@dataclass(frozen=True, slots=True)
class _State:
    """A labelling of the display lines so far."""

    score: float
    labels: tuple[int, ...]
    used: frozenset[int]
    current: int
    length: int
    kicker: bool = False
    """Whether the last line was a kicker, which a headline must follow."""


def assign_by_words(layout: Layout, scored: Sequence[Sequence[list[float]]], settings: Settings) -> Assigned:
    """The best labelling of all display lines; `scored` holds, run by run and line by line, the gain of each body."""
    states = [_State(0.0, (), frozenset(), -1, 0)]
    order: list[Element] = []
    plain_gains: list[list[float]] = []
    for run, gains in zip(layout.runs, scored, strict=True):
        for place, element in enumerate(run.lines):
            order.append(element)
            plain_gains.append(gains[place])
            placed = _add_place(list(gains[place]), run, place, layout, settings)
            first = place == 0 or place in run.labelled
            states = _advance(states, element, placed, first=first, settings=settings)
    best = states[0]
    groups: list[list[int]] = [[] for _ in layout.units]
    for index, label in enumerate(best.labels):
        if label >= 0:
            groups[label].append(index)
    left = [i for i, label in enumerate(best.labels) if label < 0]
    # How well the reading fits is told by what words placed.
    score = sum(
        sum_value([plain_gains[i][unit] for i in group], settings) if group else -settings.no_heading
        for unit, group in enumerate(groups)
    )
    score -= settings.no_body * len(left)
    starts = list(itertools.accumulate((len(run.lines) for run in layout.runs), initial=0))
    surplus = sum(
        label < 0 or max(gains) > gains[label] + settings.least_gain
        for label, gains in zip(best.labels, plain_gains, strict=True)
    )
    left = _place_leftovers(layout, groups, left, starts, plain_gains)
    headings = tuple(
        Heading(tuple(order[i] for i in group), _find_margin(unit, [plain_gains[i] for i in group]))
        for unit, group in enumerate(groups)
    )
    rest = tuple(order[i] for i in left)
    return Assigned(headings, rest, score, surplus)


def _place_leftovers(
    layout: Layout,
    groups: list[list[int]],
    left: Sequence[int],
    starts: Sequence[int],
    gains: Sequence[Sequence[float]],
) -> list[int]:
    """Give lines that share no word with any body to bodies without a heading, or to the heading they stand in.

    Adds to `groups`; returns the lines that still have no place.
    """
    clusters: list[list[int]] = []
    for line in left:
        if clusters and clusters[-1][-1] == line - 1 and line not in starts:
            clusters[-1].append(line)
        else:
            clusters.append([line])
    headless = [n for n, unit in enumerate(layout.units) if not groups[n] and not unit.is_item]
    rest: list[int] = []
    if headless and len(clusters) <= len(headless):
        pairs = sorted(
            (
                (sum(gains[i][unit] for i in cluster), -at, unit)
                for at, cluster in enumerate(clusters)
                for unit in headless
            ),
            reverse=True,
        )
        placed: set[int] = set()
        for _, at, unit in pairs:
            if -at not in placed and not groups[unit]:
                groups[unit] = clusters[-at]
                placed.add(-at)
        return [line for at, cluster in enumerate(clusters) if at not in placed for line in cluster]
    for cluster in clusters:
        above = next((group for group in groups if group and group[-1] == cluster[0] - 1), None)
        if headless or above is None or cluster[0] in starts or len(above) + len(cluster) > 3:
            rest.extend(cluster)
        else:
            above.extend(cluster)
    return rest


def _add_place(gains: list[float], run: DisplayRun, place: int, layout: Layout, settings: Settings) -> list[float]:
    """The gains with what the place of a line tells: what stands directly before a body is likely its own."""
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
    if element.kind is ElementKind.BYLINE:
        return [
            replace(state, labels=(*state.labels, -1 if first else state.current), kicker=False) for state in states
        ]
    deck = bool(patterns.SUBHEAD_CUE.match(element.plain))
    candidates = [unit for unit, gain in enumerate(gains) if gain > settings.least_gain]
    found: list[_State] = []
    for state in states:
        current = -1 if first else state.current
        led = settings.kicker_leads if current >= 0 and state.kicker else 0.0
        found.append(_State(state.score + settings.unlabelled - led, (*state.labels, -1), state.used, -1, 0))
        if current >= 0:
            gain = gains[current] + led
            if state.length >= 2 and not state.kicker:
                gain -= settings.third_line if state.length == 2 else settings.later_line
            if kicker:
                gain -= settings.kicker_inside
            if deck:
                gain += settings.deck_inside
            labels = (*state.labels, current)
            found.append(_State(state.score + gain, labels, state.used, current, state.length + 1, kicker))
        for unit in candidates:
            # A line with a dash in front belongs to what stands above it.
            if unit not in state.used and (first or not deck):
                gain = gains[unit] - led
                used = state.used | {unit}
                found.append(_State(state.score + gain, (*state.labels, unit), used, unit, 1, kicker))
    found.sort(key=lambda state: -state.score)
    return found[: settings.beam]


def _find_margin(unit: int, scored: Sequence[Sequence[float]]) -> float:
    """Gain of this unit over the best other one, for all lines of its heading."""
    if not scored:
        return 0.0
    totals: list[float] = [sum(column) for column in zip(*scored, strict=True)]
    others = [total for index, total in enumerate(totals) if index != unit]
    return totals[unit] - max(others, default=0.0)
