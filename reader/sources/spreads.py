"""Two facing pages in one picture: parted where the gutter between them, and what is printed beside it, is sure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reader.languages import sentence
from reader.model import BlockRole, Box, Direction, Note, Page, TextBlock, TextLine
from reader.sources.base import Sourced
from reader.sources.folio import find_folio
from reader.sources.positioned import find_union

_WIDE: Final = 1.15
"""Width by height of a spread at least: newspapers are 0.6 to 0.75 times as wide as high."""

_OFF_MIDDLE: Final = 0.06
"""Share of the width by which the gutter may stand beside the middle: scans are seldom cut alike on both sides."""

_NARROWEST: Final = 0.012
"""Share of the width that a gutter has at least; two inner margins have 0.03 to 0.1."""

_BETWEEN_COLUMNS: Final = 1.6
"""A gutter is so many times wider than any other strip that is white from head to foot, where no folios tell."""

_LEAST_LINES: Final = 12
"""Lines on either side: fewer are a leaflet's or a title's."""

_MANY_LINES: Final = 60
"""Lines on either side of the only white strip there is: two pages, not a page in two columns."""


@dataclass(frozen=True, slots=True)
class _Gutter:
    """The white strip between two pages."""

    start: float
    end: float

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2


def part_spreads(files: Sequence[Sourced]) -> tuple[Sourced, ...]:
    """The files of an issue with every spread as two pages, in the order in which they are read.

    Where a page is as wide as a spread, and it is not sure that it is one, it stays whole and a Note says so. Files
    that tell their articles stay as they are.
    """
    if any(file.articles is not None for file in files):
        return tuple(files)
    halves = {page.id: _find_halves(page) for file in files for page in file.pages if _is_wide(page)}
    parted = {name: pages for name, pages in halves.items() if len(pages) > 1}
    doubtful = [name for name, pages in halves.items() if len(pages) == 1]
    if not parted and not doubtful:
        return tuple(files)
    names: dict[str, str] = {}
    number = 0
    made: list[Sourced] = []
    for file in files:
        pages: list[Page] = []
        for page in file.pages:
            for half in parted.get(page.id, (page,)):
                number += 1
                names.setdefault(page.id, f"p{number}")
                pages.append(replace(half, id=f"p{number}"))
        notes = [replace(note, page=names.get(note.page, note.page) if note.page else None) for note in file.notes]
        notes += [_note_doubt(names[page.id]) for page in file.pages if page.id in doubtful]
        made.append(replace(file, pages=tuple(pages), notes=tuple(notes)))
    return tuple(made)


def _note_doubt(page: str) -> Note:
    return Note(
        "page-spread",
        sentence("this page is as wide as two facing pages, and is left as one: what parts them is not sure"),
        page,
    )


def _is_wide(page: Page) -> bool:
    whole = _find_extent(page)
    return whole is not None and whole.width >= _WIDE * whole.height


def _find_extent(page: Page) -> Box | None:
    return page.box or find_union([line.box for line in page.lines if line.box])


def _find_halves(page: Page) -> tuple[Page, ...]:
    """The two pages of a spread; the page alone where it is not sure that it is one; none where it surely is none."""
    whole = _find_extent(page)
    assert whole is not None
    gutter = _find_gutter(page, whole)
    if gutter is None:
        return ()
    left, right = (_take_half(page, whole, gutter, after=after) for after in (False, True))
    if min(len(left.lines), len(right.lines)) < _LEAST_LINES:
        return ()
    # What is printed downward is bound at the right.
    ordered = (right, left) if page.direction is Direction.VERTICAL else (left, right)
    folios = [find_folio(_from_the_top(half)) for half in ordered]
    is_told = None not in (folios[0].label, folios[1].label) and folios[0].label != folios[1].label
    widest = max((gap for half in ordered for gap in _find_gaps(half)), default=0.0)
    is_wide = gutter.end - gutter.start >= _BETWEEN_COLUMNS * widest
    is_sure = is_wide and (widest > 0.0 or all(len(half.lines) >= _MANY_LINES for half in ordered))
    if not is_told and not is_sure:
        return (page,)
    return tuple(
        replace(half, label=folio.label, section=folio.section) for half, folio in zip(ordered, folios, strict=True)
    )


def _find_gutter(page: Page, whole: Box) -> _Gutter | None:
    """The white strip in the middle from head to foot; None where any print stands in it."""
    middle = whole.hpos + whole.width / 2
    reach = _OFF_MIDDLE * whole.width
    edges = [(box.hpos, box.hpos + box.width) for box in _iter_boxes(page)]
    strips = [_Gutter(end, start) for end, start in _find_white(edges) if start - end >= _NARROWEST * whole.width]
    near = [strip for strip in strips if strip.start - reach <= middle <= strip.end + reach]
    return max(near, key=lambda strip: strip.end - strip.start, default=None)


def _iter_boxes(page: Page) -> Iterator[Box]:
    yield from (line.box for block in page.blocks if block.role is BlockRole.TEXT for line in block.lines if line.box)
    yield from page.pictures
    yield from page.frames


def _find_white(edges: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """The gaps between intervals, none of which reaches into them."""
    reach: float | None = None
    for start, end in sorted(edges):
        if reach is not None and start > reach:
            yield reach, start
        reach = end if reach is None else max(reach, end)


def _find_gaps(page: Page) -> list[float]:
    """Widths of the strips of a page that are white from head to foot."""
    edges = [(box.hpos, box.hpos + box.width) for box in _iter_boxes(page)]
    return [end - start for start, end in _find_white(edges)]


def _take_half(page: Page, whole: Box, gutter: _Gutter, *, after: bool) -> Page:
    """What stands on one side of the gutter, as a page."""
    right = whole.hpos + whole.width

    def is_here(box: Box) -> bool:
        return (box.hpos + box.width / 2 > gutter.middle) is after

    blocks: list[TextBlock] = []
    for block in page.blocks:
        here = after and block.box is not None and is_here(block.box)
        lines: list[TextLine] = []
        for line in block.lines:
            # A line without a place stands with the one before it.
            here = is_here(line.box) if line.box else here
            if here:
                lines.append(line)
        if len(lines) == len(block.lines):
            blocks.append(block)
        elif lines:
            blocks.append(replace(block, lines=tuple(lines), box=find_union([one.box for one in lines if one.box])))
    box = Box(gutter.middle, whole.vpos, right - gutter.middle, whole.height)
    if not after:
        box = Box(whole.hpos, whole.vpos, gutter.middle - whole.hpos, whole.height)
    return replace(
        page,
        blocks=tuple(blocks),
        label=None,
        section=None,
        box=box if page.box else None,
        rules=tuple(filter(is_here, page.rules)),
        frames=tuple(filter(is_here, page.frames)),
        pictures=tuple(filter(is_here, page.pictures)),
    )


def _from_the_top(page: Page) -> list[TextLine]:
    return sorted(page.lines, key=lambda line: (line.box.vpos, line.box.hpos) if line.box else (0.0, 0.0))
