"""Headings that stand beside their bodies: before them, or behind them article by article."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from reader.structure import patterns
from reader.structure.elements import Element
from reader.structure.fitting import Assigned, is_heading, judge_fit, sum_value
from reader.structure.genres import find_genre
from reader.structure.settings import Settings
from reader.structure.units import DisplayRun, Layout, Unit

_FAR = float("inf")


def assign_by_place(layout: Layout, scored: Sequence[Sequence[Sequence[float]]], settings: Settings) -> Assigned:
    """Every run heads the body behind it; where several bodies follow one run, words share its lines out."""
    lines: list[tuple[Element, ...]] = [()] * len(layout.units)
    rest: list[Element] = []
    led = {run.after for run in layout.runs}
    shared = False
    for run, gains in zip(layout.runs, scored, strict=True):
        if run.after is None:
            rest.extend(run.lines)
            continue
        owners = [run.after]
        while owners[-1] + 1 < len(layout.units) and owners[-1] + 1 not in led:
            owners.append(owners[-1] + 1)
        groups = _share_out(run, owners, gains, layout.units, settings)
        shared = shared or len(groups) > 1
        for owner, group in groups:
            lines[owner] = group
    # Headings that stand together above several bodies are not the usual order, but for old papers' mixed columns.
    usual = 0.0 if shared and not layout.stopless else settings.usual_order
    return judge_fit(layout, lines, rest, scored, settings, usual)


def _share_out(
    run: DisplayRun,
    owners: Sequence[int],
    gains: Sequence[Sequence[float]],
    units: Sequence[Unit],
    settings: Settings,
) -> list[tuple[int, tuple[Element, ...]]]:
    """The lines of one run for the bodies behind it: in one piece for the first, or in pieces for several."""
    lines, labelled = run.lines, run.labelled
    # Of columns that stand side by side, the one that was read last may have the first heading.
    printed = {owner: (units[owner].body[0].strips[0].column or at, at) for at, owner in enumerate(owners)}
    pieces = min(len(owners), len(lines), settings.most_shared)
    best, best_score = [(owners[0], lines)], -_FAR
    for count in range(1, pieces + 1):
        for cuts in itertools.combinations(range(1, len(lines)), count - 1):
            bounds = (0, *cuts, len(lines))
            groups = [(low, high) for low, high in itertools.pairwise(bounds)]
            if any(not is_heading(lines[low:high]) for low, high in groups):
                continue
            if any(low < at < high for low, high in groups for at in labelled) and count < pieces:
                continue
            for order in itertools.permutations(owners[: settings.most_shared], count):
                if order[0] != owners[0] and count == 1:
                    continue
                score = -settings.no_heading * sum(
                    owner not in order[:count] and not units[owner].column for owner in owners
                )
                for unit, (low, high) in zip(order, groups, strict=True):
                    score += sum(min(settings.best_value, gains[i][unit]) for i in range(low, high))
                    score -= settings.later_line * max(0, high - low - 3)
                    score -= settings.kicker_leads * _ends_early(lines[low:high])
                score -= settings.crossed * sum(printed[a] > printed[b] for a, b in itertools.pairwise(order))
                if score > best_score:
                    best_score = score
                    best = [(unit, lines[low:high]) for unit, (low, high) in zip(order, groups, strict=True)]
    return best


def _ends_early(lines: Sequence[Element]) -> bool:
    """Whether a heading ends with a kicker, which its headline should follow."""
    return bool(patterns.KICKER_CUE.search(lines[-1].plain))


def assign_beside(layout: Layout, scored: Sequence[Sequence[Sequence[float]]], settings: Settings) -> Assigned:
    """Headings stand behind their bodies or before them, article by article: the best way to part each run in two."""
    found = [_part_runs(layout, scored, lean, settings) for lean in (settings.lean, -settings.lean)]
    return max(found, key=lambda assigned: assigned.score)


def _part_runs(
    layout: Layout,
    scored: Sequence[Sequence[Sequence[float]]],
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
                gain = _weigh_cut(run, gains, cut, taken, lean, settings)
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
    leaning = 0
    for run, cut in zip(layout.runs, cuts, strict=False):
        leaning += (cut > 0) - (cut < len(run.lines))
        for owner, group in ((run.before, run.lines[:cut]), (run.after, run.lines[cut:])):
            if owner is None or (group and lines[owner]):
                rest.extend(group)
            elif group:
                lines[owner] = group
    # Headings that all stand behind their bodies are a manner of their own; before them is the other reading.
    return judge_fit(layout, lines, rest, scored, settings, max(0.0, lean * leaning) if lean > 0 else 0.0)


def _weigh_cut(
    run: DisplayRun,
    gains: Sequence[Sequence[float]],
    cut: int,
    taken: bool,
    lean: float,
    settings: Settings,
) -> float | None:
    """What it is worth to give the first `cut` lines to the body before and the others to the body behind."""
    left, right = run.lines[:cut], run.lines[cut:]
    if (left and (run.before is None or taken)) or (right and run.after is None):
        return None
    if any(not is_heading(part) for part in (left, right) if part) or any(
        find_genre(line.plain) is not None for line in left
    ):
        return None
    score = 0.0
    if left and run.before is not None:
        score += sum_value([gain[run.before] for gain in gains[:cut]], settings) + lean
    elif not taken and run.before is not None:
        score -= settings.no_heading
    if right and run.after is not None:
        score += sum_value([gain[run.after] for gain in gains[cut:]], settings) - lean
    if any(place > cut for place in run.labelled):
        score -= settings.no_heading
    if left and cut in run.labelled:
        score += settings.no_heading
    return score - settings.later_line * (max(0, len(left) - 3) + max(0, len(right) - 3))
