"""Which display lines head which body.

Where headings stand before (or after) their bodies, place decides. Where the text layer keeps them apart, the lines
are labelled one by one in stream order with the body whose words they have, by a beam search: the lines of one heading
stand together, and a body has one heading.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

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
    if layout.where is Where.AFTER:
        behind = {at + 1 for at, _ in layout.labels}
        lines = [(run.at + place, line) for run in layout.runs for place, line in enumerate(run.lines)]
        return _assign_beside(layout, scored, frozenset(id(line) for at, line in lines if at in behind), settings)
    return _assign_by_place(layout, scored, settings)


_FAR = float("inf")


def _score_line(line: Element, layout: Layout, matcher: Matcher, settings: Settings) -> list[float]:
    """What each unit gains by this line: its words, and the genre that it names."""
    if line.kind is ElementKind.BYLINE:
        return [0.0] * len(layout.units)
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


def _sum_value(gains: Sequence[float], settings: Settings) -> float:
    """What a body's heading adds to the score of a reading."""
    return min(settings.best_value, sum(gains) / math.sqrt(len(gains)))


def _assign_by_place(layout: Layout, scored: Sequence[Sequence[Sequence[float]]], settings: Settings) -> Assigned:
    """Every run heads the body behind it; where several bodies follow one run, words share its lines out."""
    lines: list[tuple[Element, ...]] = [()] * len(layout.units)
    rest: list[Element] = []
    led = {run.after for run in layout.runs}
    for run, gains in zip(layout.runs, scored, strict=True):
        if run.after is None:
            rest.extend(run.lines)
            continue
        owners = [run.after]
        while owners[-1] + 1 < len(layout.units) and owners[-1] + 1 not in led:
            owners.append(owners[-1] + 1)
        for owner, group in _share_out(run.lines, owners, gains, layout.units, settings):
            lines[owner] = group
    return _judge(layout, lines, rest, scored, settings, settings.usual_order)


def _share_out(
    lines: tuple[Element, ...],
    owners: Sequence[int],
    gains: Sequence[Sequence[float]],
    units: Sequence[Unit],
    settings: Settings,
) -> list[tuple[int, tuple[Element, ...]]]:
    """The lines of one run for the bodies behind it: in one piece for the first, or in pieces for several."""
    pieces = min(len(owners), len(lines), settings.most_shared)
    best, best_score = [(owners[0], lines)], -_FAR
    for count in range(1, pieces + 1):
        for cuts in itertools.combinations(range(1, len(lines)), count - 1):
            bounds = (0, *cuts, len(lines))
            groups = [(low, high) for low, high in itertools.pairwise(bounds)]
            if any(not _is_heading(lines[low:high]) for low, high in groups):
                continue
            for order in itertools.permutations(owners[: settings.most_shared], count):
                if order[0] != owners[0] and count == 1:
                    continue
                score = -settings.no_heading * sum(
                    owner not in order[:count] and not units[owner].column for owner in owners
                )
                score += sum(
                    _sum_value([gains[i][unit] for i in range(low, high)], settings)
                    for unit, (low, high) in zip(order, groups, strict=True)
                )
                score -= settings.crossed * sum(a > b for a, b in itertools.pairwise(order))
                if score > best_score:
                    best_score = score
                    best = [(unit, lines[low:high]) for unit, (low, high) in zip(order, groups, strict=True)]
    return best


def _is_heading(lines: Sequence[Element]) -> bool:
    """Whether display lines may be one heading: no dash opens it, no kicker ends it, and it is not too long."""
    bylines = [line.kind is ElementKind.BYLINE for line in lines]
    if bylines[0] or patterns.SUBHEAD_CUE.match(lines[0].plain):
        return False
    if any(bylines) and not all(bylines[bylines.index(True) :]):
        return False
    return len(lines) == 1 or not patterns.KICKER_CUE.search(lines[-1].plain)


def _assign_beside(
    layout: Layout, scored: Sequence[Sequence[Sequence[float]]], labelled: frozenset[int], settings: Settings
) -> Assigned:
    """Headings stand behind their bodies or before them, article by article: the best way to part each run in two."""
    found = [_part_runs(layout, scored, labelled, lean, settings) for lean in (settings.lean, -settings.lean)]
    return max(found, key=lambda assigned: assigned.score)


def _part_runs(
    layout: Layout,
    scored: Sequence[Sequence[Sequence[float]]],
    labelled: frozenset[int],
    lean: float,
    settings: Settings,
) -> Assigned:
    # State: whether the body before this run has its heading already; value: score, and where each run was cut.
    states: dict[bool, tuple[float, tuple[int, ...]]] = {False: (0.0, ())}
    before_last: int | None = None
    for run, gains in zip(layout.runs, scored, strict=True):
        following: dict[bool, tuple[float, tuple[int, ...]]] = {}
        for headed, (score, cuts) in states.items():
            taken = headed and run.before is not None and run.before == before_last
            for cut in range(len(run.lines) + 1):
                gain = _weigh_cut(run, gains, cut, taken, labelled, lean, settings)
                if gain is None:
                    continue
                state = cut < len(run.lines)
                if state not in following or score + gain > following[state][0]:
                    following[state] = (score + gain, (*cuts, cut))
        states = following or {True: (-_FAR, (0,) * (len(layout.runs)))}
        before_last = run.after
    _, cuts = max(states.values())
    lines: list[tuple[Element, ...]] = [()] * len(layout.units)
    rest: list[Element] = []
    for run, cut in zip(layout.runs, cuts, strict=False):
        for owner, group in ((run.before, run.lines[:cut]), (run.after, run.lines[cut:])):
            if owner is None or (group and lines[owner]):
                rest.extend(group)
            elif group:
                lines[owner] = group
    return _judge(layout, lines, rest, scored, settings, 0.0)


def _weigh_cut(
    run: DisplayRun,
    gains: Sequence[Sequence[float]],
    cut: int,
    taken: bool,
    labelled: frozenset[int],
    lean: float,
    settings: Settings,
) -> float | None:
    """What it is worth to give the first `cut` lines to the body before and the others to the body behind."""
    left, right = run.lines[:cut], run.lines[cut:]
    if (left and (run.before is None or taken)) or (right and run.after is None):
        return None
    if any(not _is_heading(part) for part in (left, right) if part) or any(
        find_genre(line.plain) is not None for line in left
    ):
        return None
    score = 0.0
    if left and run.before is not None:
        score += _sum_value([gain[run.before] for gain in gains[:cut]], settings) + lean
    elif not taken and run.before is not None:
        score -= settings.no_heading
    if right and run.after is not None:
        score += _sum_value([gain[run.after] for gain in gains[cut:]], settings) - lean
    if right and any(id(line) in labelled for line in right[1:]):
        score -= settings.no_heading
    if left and right and id(right[0]) in labelled:
        score += settings.no_heading
    return score - settings.later_line * (max(0, len(left) - 3) + max(0, len(right) - 3))


def _judge(
    layout: Layout,
    lines: Sequence[tuple[Element, ...]],
    rest: Sequence[Element],
    scored: Sequence[Sequence[Sequence[float]]],
    settings: Settings,
    bonus: float,
) -> Assigned:
    """The outcome with its score, which tells how well this reading of the page fits."""
    gains = {
        id(line): gain
        for run, run_gains in zip(layout.runs, scored, strict=True)
        for line, gain in zip(run.lines, run_gains, strict=True)
    }
    fits: list[float] = []
    for unit, group in enumerate(lines):
        lack = 0.0 if layout.units[unit].column else -settings.no_heading
        fit = _sum_value([gains[id(line)][unit] for line in group], settings) if group else lack
        fits.append(fit - settings.no_body * max(0, len(group) - settings.long_run))
    headings = tuple(Heading(tuple(group), fit) for group, fit in zip(lines, fits, strict=True))
    return Assigned(headings, tuple(rest), sum(fits) - settings.no_body * len(rest) + bonus)


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
    left = [i for i, label in enumerate(best.labels) if label < 0]
    # How well the reading fits is told by what words placed.
    score = sum(
        _sum_value([plain_gains[i][unit] for i in group], settings) if group else -settings.no_heading
        for unit, group in enumerate(groups)
    )
    score -= settings.no_body * len(left)
    starts = list(itertools.accumulate((len(run.lines) for run in layout.runs), initial=0))
    left = _place_leftovers(layout, groups, left, starts, plain_gains)
    headings = tuple(
        Heading(tuple(order[i] for i in group), _find_margin(unit, [plain_gains[i] for i in group]))
        for unit, group in enumerate(groups)
    )
    rest = tuple(order[i] for i in left)
    return Assigned(headings, rest, score)


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
