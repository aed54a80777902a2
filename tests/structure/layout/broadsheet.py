"""Whole pages at random: a broadsheet cut into modules, a story in each, as a make-up editor would."""

from __future__ import annotations

import random
from dataclasses import dataclass

from reader.model import Box, Page
from tests.structure.layout.pages import BODY, GUTTER, LEADING, Sheet, Story, Words, set_text


@dataclass(frozen=True)
class Manner:
    """How a page is made up."""

    columns: int = 6
    measure: int = 13
    rows: int = 90
    """Lines of body that a full column holds."""
    rules: float = 0.5
    """Share of stories with a rule below them."""
    photos: float = 0.25
    beside: float = 0.15
    """Share of stories of three columns and more whose heading stands in a column of its own."""
    narrow: float = 0.15
    """Share of stories whose heading stands over some of their columns only."""


@dataclass(frozen=True)
class _Module:
    """A rectangle of the page, in columns and rows."""

    column: int
    row: int
    columns: int
    rows: int


def make_broadsheet(seed: int, manner: Manner, *, vertical: bool = False) -> tuple[Page, list[Story]]:
    """A page and the stories that stand on it."""
    chance = random.Random(seed)
    words = Words(seed)
    step = manner.measure * BODY + GUTTER
    sheet = Sheet(manner.columns * step + 40, manner.rows * LEADING + 80)
    stories = [
        _set_module(sheet, module, words, manner, chance)
        for module in _cut(_Module(0, 0, manner.columns, manner.rows), chance)
    ]
    return sheet.make(vertical=vertical), stories


def _cut(module: _Module, chance: random.Random) -> list[_Module]:
    """Modules of one story each: guillotine cuts, as pages are made up."""
    across, down = module.columns >= 4, module.rows >= 44
    if not (across or down) or (module.columns * module.rows < 220 and chance.random() < 0.5):
        return [module]
    if down and (not across or chance.random() < 0.6):
        at = chance.randint(20, module.rows - 22)
        upper = _Module(module.column, module.row, module.columns, at)
        lower = _Module(module.column, module.row + at, module.columns, module.rows - at)
        return [*_cut(upper, chance), *_cut(lower, chance)]
    at = chance.randint(2, module.columns - 2)
    left = _Module(module.column, module.row, at, module.rows)
    right = _Module(module.column + at, module.row, module.columns - at, module.rows)
    return [*_cut(left, chance), *_cut(right, chance)]


def _set_module(sheet: Sheet, module: _Module, words: Words, manner: Manner, chance: random.Random) -> Story:
    step = manner.measure * BODY + GUTTER
    x, y = 20 + module.column * step, 40 + module.row * LEADING
    beside = module.columns >= 3 and chance.random() < manner.beside
    narrow = not beside and module.columns >= 3 and chance.random() < manner.narrow
    size = chance.choice([16, 20, 26]) if beside else chance.choice([18, 22, 28, 34])
    covered = 1 if beside else module.columns - 1 if narrow else module.columns
    width = covered * step - GUTTER
    headline = words.phrase(max(4, min(16, int(width / size) - chance.randint(0, 1))))
    depth = module.rows - 2
    first_column = module.column
    columns = module.columns
    tops = [0.0] * columns
    if beside:
        sheet.add(headline, x, y + LEADING * 2, size)
        first_column, columns = module.column + 1, module.columns - 1
        tops = [0.0] * columns
    else:
        sheet.add(headline, x, y + 6, size)
        head = size + 18
        tops = [head if number < covered else 6.0 for number in range(columns)]
    bottom = depth * LEADING
    if columns >= 2 and depth > 24 and chance.random() < manner.photos:
        # A picture at the foot of the last column, with its caption.
        bottom_of_last = bottom - 9 * LEADING
        left = 20 + (first_column + columns - 1) * step
        sheet.pictures.append(Box(left, y + bottom_of_last + 6, step - GUTTER, 6.5 * LEADING))
        sheet.add("图为" + words.phrase(8) + "。", left, y + bottom_of_last + 7.2 * LEADING, 8)
    else:
        bottom_of_last = bottom
    room = [
        int(((bottom_of_last if number == columns - 1 else bottom) - top) / LEADING) for number, top in enumerate(tops)
    ]
    paragraphs, lines = _fill(words, sum(room) - chance.randint(0, 3), manner.measure)
    number = row = 0
    for text, indent in lines:
        while row >= room[number]:
            number, row = number + 1, 0
        left = 20 + (first_column + number) * step
        sheet.add(text, left + indent * BODY, y + tops[number] + row * LEADING)
        row += 1
    if chance.random() < manner.rules:
        sheet.rules.append(Box(x, y + (module.rows - 1) * LEADING, module.columns * step - GUTTER, 0.5))
    return Story(headline, paragraphs)


def _fill(words: Words, rows: int, measure: int) -> tuple[list[str], list[tuple[str, int]]]:
    """Paragraphs that take about so many lines, and these lines."""
    paragraphs: list[str] = []
    lines: list[tuple[str, int]] = []
    while len(lines) < rows:
        paragraph = words.paragraph(words.random.randint(40, 140))
        added = set_text([paragraph], measure)
        if paragraphs and len(lines) + len(added) > rows:
            break
        paragraphs.append(paragraph)
        lines.extend(added)
    return paragraphs, lines
