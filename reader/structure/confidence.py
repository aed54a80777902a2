"""How sure an article is: that it has all its characters and no others, and the right headline.

A logistic regression over what the reading of the page left open, fitted to generated pages (`benchmarks/structure`
prints how well it is calibrated). A reader is told when it is low.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from reader.structure.elements import ElementKind
from reader.structure.fitting import Heading
from reader.structure.settings import SETTINGS, Settings
from reader.structure.units import CERTAIN, Unit, Where


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What all articles of a page have in common."""

    where: Where
    margin: float
    """By how much this reading of the page fits better than the next."""
    stopless: bool
    headless: float
    """Share of the bodies without a heading."""


def find_signs(unit: Unit, heading: Heading, page: Circumstances) -> dict[str, float]:
    """The evidence for and against one article, by name; most of it is between 0 and 1."""
    texts = [element for element in unit.body if element.kind is ElementKind.PARAGRAPH]
    return {
        "apart": float(page.where is Where.APART),
        "beside": float(page.where is Where.AFTER),
        "margin": min(page.margin, 2.0) / 2.0,
        "stopless": float(page.stopless),
        "headless": min(1.0, 2.0 * page.headless),
        "certainty": unit.certainty / CERTAIN,
        "bare": float(not heading.lines and not unit.is_item),
        "fit": min(1.0, max(0.0, heading.margin)) if heading.lines else 0.0,
        "crowded": float(len(heading.lines) > 3),
        "marked": float(unit.marked),
        "regular": float(not texts or unit.items > 0),
        "photo": float(unit.photo),
        "crossed": float(any(element.kind is ElementKind.DISPLAY for element in unit.body)),
        "open": float(bool(texts) and (texts[0].open_start or texts[-1].open_end)),
        "column": float(any(strip.column for element in unit.body for strip in element.strips)),
        "advert": float(unit.advert),
        "long": min(1.0, len(texts) / 12),
    }


def measure_confidence(signs: dict[str, float], settings: Settings = SETTINGS) -> float:
    """How likely an article with these signs is right, 0 to 1."""
    weights = dict(settings.confidence_weights)
    total = settings.confidence_base + sum(weights[name] * value for name, value in signs.items())
    return round(1.0 / (1.0 + math.exp(-total)), 2)
