"""How a page is read: the reading whose headings fit their bodies best, and what belongs to each body in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.structure.confidence import Circumstances
from reader.structure.elements import Element, ElementKind
from reader.structure.evidence import Evidence
from reader.structure.fitting import Assigned, Heading
from reader.structure.headings import assign_headings
from reader.structure.matching import Matcher
from reader.structure.settings import SETTINGS, Settings
from reader.structure.splitting import split_bodies
from reader.structure.units import Layout, Unit, Where, find_layout


@dataclass(frozen=True, slots=True)
class Body:
    """A body with its heading and its labels."""

    unit: Unit
    heading: Heading
    labels: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A page taken apart and put together."""

    bodies: tuple[Body, ...]
    labels: tuple[Element, ...]
    """Those of the page as a whole."""
    rest: tuple[Element, ...]
    """Display lines that head no body."""
    circumstances: Circumstances


def find_reading(elements: Sequence[Element], settings: Settings = SETTINGS) -> Reading | None:
    """The reading of a page whose headings fit their bodies best; None for a page without bodies."""
    evidence = Evidence(elements, settings)
    found: list[tuple[Layout, Matcher, Assigned]] = []
    for where in Where:
        if where is Where.APART and any(_is_settled(layout, fit, settings) for layout, _, fit in found):
            continue
        layout = find_layout(evidence, where, settings)
        if not layout.units:
            return None
        matcher = Matcher([unit.plain for unit in layout.units], settings)
        found.append((layout, matcher, assign_headings(layout, matcher, settings)))
    found.sort(key=lambda reading: -reading[2].score)
    margin = found[0][2].score - found[1][2].score
    apart = found[0][0].where is Where.APART
    layout, matcher, assigned = split_bodies(found[0], evidence, settings) if apart else found[0]
    units = _join_columns(_move_bylines(layout, assigned), assigned)
    labels, free = _assign_labels(elements, layout, assigned, matcher, settings)
    bodies = tuple(
        Body(unit, heading, tuple(own))
        for unit, heading, own in zip(units, assigned.headings, labels, strict=True)
        if unit is not None
    )
    headless = sum(not body.heading.lines and not body.unit.is_item for body in bodies) / len(bodies)
    circumstances = Circumstances(layout.where, margin, evidence.stopless, headless)
    return Reading(bodies, tuple(free), assigned.rest, circumstances)


def _is_settled(layout: Layout, assigned: Assigned, settings: Settings) -> bool:
    """Whether nearly every body has its heading beside it, so that none can be looked for elsewhere."""
    headless = sum(
        not heading.lines and not unit.is_item and not unit.column
        for unit, heading in zip(layout.units, assigned.headings, strict=True)
    )
    longest = max((len(heading.lines) for heading in assigned.headings), default=0)
    return headless <= settings.headless * len(layout.units) and not assigned.rest and longest <= settings.long_run


def _move_bylines(layout: Layout, assigned: Assigned) -> tuple[Unit, ...]:
    """The units, with the byline below several headings at the body of the last of them."""
    units = list(layout.units)
    owners = {id(line): number for number, heading in enumerate(assigned.headings) for line in heading.lines}
    for run in layout.runs:
        owner = owners.get(id(run.lines[-1]))
        if layout.where is not Where.BEFORE or run.after is None or owner is None or owner == run.after:
            continue
        body = units[run.after].body
        if body[0].strips[0].column:
            # It stands at the head of its own column.
            continue
        count = next((at for at, element in enumerate(body) if element.kind is not ElementKind.BYLINE), 0)
        if any(element.kind is ElementKind.BYLINE for element in units[owner].body[:1]):
            # That body has one of its own, so this one is printed where it belongs.
            continue
        units[run.after] = replace(units[run.after], body=body[count:])
        units[owner] = replace(units[owner], body=body[:count] + units[owner].body)
    return tuple(units)


def _join_columns(units: Sequence[Unit], assigned: Assigned) -> tuple[Unit | None, ...]:
    """The units with columns joined that only go on from the one before; None in their place."""
    joined: list[Unit | None] = []
    last = 0
    for number, unit in enumerate(units):
        before = joined[last] if joined else None
        if unit.column and not assigned.headings[number].lines and before is not None:
            joined[last] = replace(before, body=before.body + unit.body)
            joined.append(None)
        else:
            last = number
            joined.append(unit)
    return tuple(joined)


def _assign_labels(
    elements: Sequence[Element], layout: Layout, assigned: Assigned, matcher: Matcher, settings: Settings
) -> tuple[list[list[Element]], list[Element]]:
    """Labels of each unit, and those of the page as a whole."""
    labels: list[list[Element]] = [[] for _ in layout.units]
    free: list[Element] = []
    owners = {id(line): number for number, heading in enumerate(assigned.headings) for line in heading.lines}
    for at, label in layout.labels:
        following = elements[at + 1] if at + 1 < len(elements) else None
        owner = owners.get(id(following))
        if owner is None:
            owner = _find_labelled(at, label, layout, matcher, settings)
        (free if owner is None else labels[owner]).append(label)
    return labels, free


def _find_labelled(at: int, label: Element, layout: Layout, matcher: Matcher, settings: Settings) -> int | None:
    for run in layout.runs:
        if run.after is not None and at + 1 == run.at:
            return run.after
    for number, unit in enumerate(layout.units):
        if unit.at == at + 1:
            return number
    scores = matcher.score(label.plain)
    order = sorted(range(len(scores)), key=lambda unit: -scores[unit])
    best = order[0]
    second = scores[order[1]] if len(order) > 1 else 0.0
    clear = scores[best] >= settings.label_score and scores[best] >= settings.label_margin * second
    return best if clear else None
