"""How well display lines fit bodies: by their words, by the genre that they name, by what a heading may be."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from reader.structure import patterns
from reader.structure.elements import Element, ElementKind
from reader.structure.genres import Genre, find_genre
from reader.structure.matching import Matcher
from reader.structure.settings import Settings
from reader.structure.units import Layout, Unit


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
    surplus: int = 0
    """How many display lines have no body, or share more words with the body of another heading."""


def score_line(
    line: Element, layout: Layout, tables: Sequence[int], matcher: Matcher, settings: Settings
) -> list[float]:
    """What each unit gains by this line: its words, and the genre that it names; `tables` are units of rows alone."""
    if line.kind is ElementKind.BYLINE:
        return [0.0] * len(layout.units)
    width: float = sum(strip.width for strip in line.strips)
    weight = min(settings.widest_gain, math.sqrt(width / 10))
    gains = [score * weight for score in matcher.score(line.plain)]
    genre = find_genre(line.plain)
    if genre is not None:
        for number, unit in enumerate(layout.units):
            gains[number] += settings.genre_fit if fits_genre(unit, genre) else -settings.genre_fit / 2
        return gains
    for number in tables:
        gains[number] -= settings.genre_fit / 2
    return gains


def fits_genre(unit: Unit, genre: Genre) -> bool:
    """Whether a body is of the genre that a heading names."""
    if genre is Genre.TABLE:
        return unit.is_all(ElementKind.TABLE)
    if genre is Genre.NOTICES:
        return bool(patterns.NOTICE_TEXT.search(unit.plain))
    return unit.items > 1 or not unit.marked


def sum_value(gains: Sequence[float], settings: Settings) -> float:
    """What a body's heading adds to the score of a reading."""
    return min(settings.best_value, sum(gains) / math.sqrt(len(gains)))


def is_heading(lines: Sequence[Element]) -> bool:
    """Whether display lines may be one heading: no dash opens it, no kicker ends it, and it is not too long."""
    bylines = [line.kind is ElementKind.BYLINE for line in lines]
    if bylines[0] or patterns.SUBHEAD_CUE.match(lines[0].plain):
        return False
    if any(bylines) and not all(bylines[bylines.index(True) :]):
        return False
    return len(lines) == 1 or not patterns.KICKER_CUE.search(lines[-1].plain)


def judge_fit(
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
        fit = sum_value([gains[id(line)][unit] for line in group], settings) if group else lack
        fits.append(fit - settings.no_body * max(0, len(group) - settings.long_run))
    headings = tuple(Heading(tuple(group), fit) for group, fit in zip(lines, fits, strict=True))
    return Assigned(headings, tuple(rest), sum(fits) - settings.no_body * len(rest) + bonus)
