"""Bodies that nothing signs: where more headings stand apart than there are bodies, a body is cut for one of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reader.structure.cohesion import Cohesion
from reader.structure.evidence import Evidence
from reader.structure.fitting import Assigned
from reader.structure.headings import assign_headings
from reader.structure.matching import Matcher
from reader.structure.settings import SETTINGS, Settings
from reader.structure.units import Layout

Fitted = tuple[Layout, Matcher, Assigned]
"""A way to take a page apart, its words, and how its headings fit."""


def split_bodies(fitted: Fitted, evidence: Evidence, settings: Settings = SETTINGS) -> Fitted:
    """The same reading with bodies cut in two where that lets the headings fit clearly better."""
    together = Cohesion(evidence, settings)
    for _ in range(settings.most_splits):
        layout, _, assigned = fitted
        if not assigned.surplus:
            break
        gaps = sorted(_find_gaps(layout, evidence, together))[: settings.splits_tried]
        trials = [(cohesion, _fit(_split(layout, unit, at), settings)) for cohesion, unit, at in gaps]
        if not trials:
            break
        _, best = max(trials, key=lambda trial: trial[1][2].score - settings.split_cohesion * trial[0])
        if best[2].score < assigned.score + settings.split_gain:
            break
        fitted = best
    return fitted


def _fit(layout: Layout, settings: Settings) -> Fitted:
    matcher = Matcher([unit.plain for unit in layout.units], settings)
    return layout, matcher, assign_headings(layout, matcher, settings)


def _find_gaps(layout: Layout, evidence: Evidence, cohesion: Cohesion) -> Iterator[tuple[float, int, int]]:
    """The places between two paragraphs of a body: how much both sides have in common, which body, and where."""
    indices = {id(element): at for at, element in enumerate(evidence.elements)}
    for number, unit in enumerate(layout.units):
        if not (unit.is_item or unit.photo or unit.advert):
            for score, at in cohesion.find_gaps([indices[id(element)] for element in unit.body]):
                yield score, number, at


def _split(layout: Layout, number: int, at: int) -> Layout:
    """The layout with one body cut in two before its element `at`."""
    unit = layout.units[number]
    first = replace(unit, body=unit.body[:at], certainty=0.0)
    second = replace(unit, body=unit.body[at:], at=unit.at + at, certainty=0.0, marked=False, column=False)
    units = (*layout.units[:number], first, second, *layout.units[number + 1 :])
    runs = tuple(
        replace(
            run,
            before=run.before + 1 if run.before is not None and run.before >= number else run.before,
            after=run.after + 1 if run.after is not None and run.after > number else run.after,
        )
        for run in layout.runs
    )
    return replace(layout, units=units, runs=runs)
