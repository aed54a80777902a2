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
from reader.structure.elements import Element, ElementKind
from reader.structure.genres import Genre, find_genre
from reader.structure.matching import Matcher
from reader.structure.settings import SETTINGS, Settings
from reader.structure.units import DisplayRun, Layout, Unit, Where


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
    kicker: bool = False
    """Whether the last line was a kicker, which a headline must follow."""


def assign_headings(layout: Layout, matcher: Matcher, settings: Settings = SETTINGS) -> Assigned:
    """The heading of each unit of a page, and how well all of them fit: comparable between readings of one page."""
    scored = [[_score_line(line, layout, matcher, settings) for line in run.lines] for run in layout.runs]
    if layout.where is Where.APART:
        return _assign_by_words(layout, scored, settings)
    return _assign_by_place(layout, scored, settings)


def _score_line(line: Element, layout: Layout, matcher: Matcher, settings: Settings) -> list[float]:
    """What each unit gains by this line: its words, and the genre that it names."""
    width: float = sum(strip.width for strip in line.strips)
    weight = min(settings.widest_gain, math.sqrt(width / 10))
    gains = [score * weight for score in matcher.score(line.plain)]
    genre = find_genre(line.plain)
    for number, unit in enumerate(layout.units):
        if genre is not None:
            gains[number] += settings.genre_fit if fits_genre(unit, genre) else -settings.genre_fit / 2
        elif unit.is_all(ElementKind.TABLE):
            gains[number] -= settings.genre_fit / 2
    return gains


def fits_genre(unit: Unit, genre: Genre) -> bool:
    """Whether a body is of the genre that a heading names."""
    if genre is Genre.TABLE:
        return unit.is_all(ElementKind.TABLE)
    if genre is Genre.NOTICES:
        return bool(patterns.NOTICE_TEXT.search(unit.plain))
    return unit.items > 1 or not unit.marked


def _value(unit: Unit, gains: Sequence[float], settings: Settings) -> float:
    """What a body's heading adds to the score of a reading."""
    return min(settings.best_value, sum(gains) / math.sqrt(len(gains)))


def _assign_by_place(layout: Layout, scored: Sequence[Sequence[Sequence[float]]], settings: Settings) -> Assigned:
    lines: list[tuple[Element, ...]] = [()] * len(layout.units)
    fits: list[float] = [-settings.no_heading] * len(layout.units)
    rest: list[Element] = []
    before = layout.where is Where.BEFORE
    for run, gains in zip(layout.runs, scored, strict=True):
        owner = run.after if before else run.before
        if owner is None or lines[owner]:
            rest.extend(run.lines)
        else:
            lines[owner] = run.lines
            fits[owner] = _value(layout.units[owner], [gain[owner] for gain in gains], settings)
            if len(run.lines) > settings.long_run:
                fits[owner] -= settings.no_body * (len(run.lines) - settings.long_run)
    score = sum(fits) - settings.no_body * len(rest) + (settings.usual_order if before else 0.0)
    headings = tuple(Heading(group, fit) for group, fit in zip(lines, fits, strict=True))
    return Assigned(headings, tuple(rest), score)


def _assign_by_words(layout: Layout, scored: Sequence[Sequence[list[float]]], settings: Settings) -> Assigned:
    states = [_State(0.0, (), frozenset(), -1, 0)]
    order: list[Element] = []
    plain_gains: list[list[float]] = []
    for run, gains in zip(layout.runs, scored, strict=True):
        for place, element in enumerate(run.lines):
            order.append(element)
            plain_gains.append(gains[place])
            placed = _add_place(list(gains[place]), run, place, layout, settings)
            states = _advance(states, element, placed, first=place == 0, settings=settings)
    best = states[0]
    groups: list[list[int]] = [[] for _ in layout.units]
    for index, label in enumerate(best.labels):
        if label >= 0:
            groups[label].append(index)
    headings = tuple(
        Heading(tuple(order[i] for i in group), _find_margin(unit, [plain_gains[i] for i in group]))
        for unit, group in enumerate(groups)
    )
    rest = tuple(order[i] for i, label in enumerate(best.labels) if label < 0)
    score = sum(
        _value(layout.units[unit], [plain_gains[i][unit] for i in group], settings) if group else -settings.no_heading
        for unit, group in enumerate(groups)
    )
    return Assigned(headings, rest, score - settings.no_body * len(rest))


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
            if unit not in state.used:
                gain = gains[unit] - (settings.deck_inside if deck else 0.0) - led
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
