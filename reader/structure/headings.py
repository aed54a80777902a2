"""Which display lines head which body.

Where headings stand before (or behind) their bodies, place decides. Where the text layer keeps them apart, words do.
"""

from __future__ import annotations

from reader.structure.apart import assign_by_words
from reader.structure.beside import assign_beside, assign_by_place
from reader.structure.elements import ElementKind
from reader.structure.fitting import Assigned, score_line
from reader.structure.matching import Matcher
from reader.structure.settings import SETTINGS, Settings
from reader.structure.units import Layout, Where


def assign_headings(layout: Layout, matcher: Matcher, settings: Settings = SETTINGS) -> Assigned:
    """The heading of each unit of a page, and how well all of them fit: comparable between readings of one page."""
    tables = [number for number, unit in enumerate(layout.units) if unit.is_all(ElementKind.TABLE)]
    scored = [[score_line(line, layout, tables, matcher, settings) for line in run.lines] for run in layout.runs]
    if layout.where is Where.APART:
        return assign_by_words(layout, scored, settings)
    if layout.where is Where.AFTER:
        return assign_beside(layout, scored, settings)
    return assign_by_place(layout, scored, settings)
