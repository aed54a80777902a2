"""The lines of a page in its reading frame: text runs along one axis, lines stack along the other.

On a horizontal page the axes are x and y. On a vertical one text runs down and lines stack from right to left; seen
so, its tiers are columns, and a headline to the right of its body stands above it. All further steps see frames only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Final, NamedTuple

from reader.model import BlockRole, Box, Direction, Page, TextBlock, TextLine
from reader.structure.lines import Strip, make_strip

_TALL: Final = 1.5
"""A line so many times higher than wide runs downward."""

_ANISOTROPY: Final = 1.3
"""A line is at most so many times as long as its em widths say; letters spaced out wider are rare."""

_DISPLAY: Final = 1.25
"""Times the body's size: headings are at least so large (9 pt bodies have headings from 12 pt on)."""

_DISPLAY_UNSURE: Final = 1.45
"""The same where sizes are guessed from boxes, which differ with the letters in them."""

_MINOR: Final = 1.12
"""Times the body's size: crossheads and kickers may be so small."""

_SMALL: Final = 0.87
"""Times the body's size: captions and imprints are at most so large."""

_BIN: Final = 1.04
"""Sizes closer than this count as one when the body's is looked for."""

_LARGEST_BODY: Final = 2.5
"""Times the smallest common size: a poster's lettering is no body."""

_FRAME_LEAST: Final = 0.008
"""Share of the page; smaller frames are buttons and cells of tables."""

_LEAST_SIZE: Final = 1e-4
"""Share of the page; smaller type is an error of the source's."""

_FRAME_MOST: Final = 0.6


_MEET: Final = 0.4
"""Em; rules that come so near each other meet."""

_MOST_RULES: Final = 200
"""A page with more rules is a form or a chart."""


class Area(NamedTuple):
    """A rectangle in the reading frame."""

    start: float
    """Along the lines."""
    end: float
    top: float
    """Across them."""
    bottom: float

    @property
    def length(self) -> float:
        """Along the lines."""
        return self.end - self.start

    @property
    def depth(self) -> float:
        """Across the lines."""
        return self.bottom - self.top

    def share_along(self, other: Area) -> float:
        """How much of the shorter one's length the two have in common, 0 to 1."""
        return _share(self.start, self.end, other.start, other.end)

    def share_across(self, other: Area) -> float:
        """How much of the lower one's depth the two have in common, 0 to 1."""
        return _share(self.top, self.bottom, other.top, other.bottom)

    def contains(self, other: Area) -> bool:
        """Whether the middle of another lies in it."""
        along, across = (other.start + other.end) / 2, (other.top + other.bottom) / 2
        return self.start <= along <= self.end and self.top <= across <= self.bottom


def _share(a: float, b: float, c: float, d: float) -> float:
    shorter = min(b - a, d - c)
    common = min(b, d) - max(a, c)
    if shorter <= 0:
        return 1.0 if common >= 0 else 0.0
    return max(0.0, common / shorter)


def find_union(areas: Iterable[Area]) -> Area:
    """The smallest area around one or more others."""
    starts, ends, tops, bottoms = zip(*areas, strict=True)
    return Area(min(starts), max(ends), min(tops), max(bottoms))


class Level(IntEnum):
    """How large a line is set, beside the body of its page."""

    SMALL = 0
    BODY = 1
    MINOR = 2
    DISPLAY = 3


@dataclass(frozen=True, slots=True)
class Placed:
    """One line where it stands."""

    strip: Strip
    area: Area
    size: float
    bold: bool
    order: int
    """Its place in the source."""
    level: Level = Level.BODY
    across: bool = False
    """It runs across the page's direction: a vertical heading on a horizontal page."""
    rank: float = 0.0
    """Among lines that run across, its place in reading order: vertical lines go from the right."""
    hyphen: int = 0
    """How many of its last characters the source marks as a dividing hyphen."""
    frame: int = 0
    """Number of the innermost frame around it; 0 outside of all."""
    drop: Strip | None = None
    """The large initial that its paragraph opens with."""

    @property
    def key(self) -> int:
        """What it is known by on its page."""
        return self.order


@dataclass(frozen=True, slots=True)
class Placement:
    """A page in its reading frame."""

    page: Page
    lines: tuple[Placed, ...]
    """In the order of the source."""
    body: float
    """Size of the body type."""
    area: Area
    parting: tuple[Area, ...]
    """Rules along the lines, which part what stands above each other."""
    dividing: tuple[Area, ...]
    """Rules across the lines, which divide columns."""
    pictures: tuple[Area, ...]
    frames: tuple[Area, ...]
    """Frame n is at n - 1."""


def has_boxes(page: Page) -> bool:
    """Whether most of a page's lines say where they stand."""
    lines = page.lines
    return bool(lines) and 2 * sum(1 for line in lines if _is_box(line.box)) > len(lines)


def place_page(page: Page, usual: float | None = None) -> Placement:
    """The lines of a page, with levels, in its reading frame.

    Args:
        page: One page; blocks of shadows and of print beyond the edge are left out.
        usual: The body size of the whole issue, for pages with too little text to tell.
    """
    located = list(_locate(page))
    vertical = page.direction is Direction.VERTICAL
    extent = max([box.hpos + box.width for _, box in located] + [box.vpos + box.height for _, box in located] + [1e-9])
    right = max([box.hpos + box.width for _, box in located] + ([page.box.hpos + page.box.width] if page.box else []))
    placed: list[Placed] = []
    for line, box in located:
        strip = make_strip(page.id, line.number, line.text)
        if strip is None:
            continue
        runs_down = len(line.text) > 1 and box.height > _TALL * box.width
        across = runs_down != vertical if len(line.text) > 1 else False
        size = max(line.size or _guess_size(line.text, box, down=vertical != across), _LEAST_SIZE * extent)
        area = _turn(box, right) if vertical else _straight(box)
        rank = area.start if vertical else -area.start
        placed.append(Placed(strip, area, size, line.bold, len(placed), across=across, rank=rank, hyphen=line.hyphen))
    sure = any(line.size for line, _ in located)
    own = find_body_size(placed)
    body = own if usual is None or sum(len(line.strip.text) for line in placed) >= 300 else usual
    turn = (lambda box: _turn(box, right)) if vertical else _straight
    rules = [turn(rule) for rule in page.rules]
    parting = tuple(rule for rule in rules if rule.length >= rule.depth)
    dividing = tuple(rule for rule in rules if rule.length < rule.depth)
    whole = turn(page.box) if page.box else find_union([line.area for line in placed] or [Area(0, 1, 0, 1)])
    boxed = [*(turn(box) for box in page.frames), *_find_ruled_boxes(parting, dividing, body)]
    frames = tuple(area for area in boxed if _is_frame(area, whole))
    levelled = [
        replace(line, level=find_level(line, body, sure=sure), frame=_find_frame(line, frames)) for line in placed
    ]
    frames, levelled = _drop_bare_frames(frames, levelled)
    return Placement(
        page,
        tuple(levelled),
        body,
        whole,
        tuple(rule for rule in parting if not _is_of_grid(rule, dividing, body)),
        dividing,
        tuple(turn(box) for box in page.pictures),
        frames,
    )


def _is_box(box: Box | None) -> bool:
    return box is not None and box.width > 0 and box.height > 0


def _locate(page: Page) -> Iterator[tuple[TextLine, Box]]:
    """The lines with boxes; one without stands right below the one before it."""
    before: Box | None = None
    for block in page.blocks:
        if block.role is not BlockRole.TEXT:
            continue
        for line in block.lines:
            box = line.box if line.box is not None and _is_box(line.box) else _find_place(block, before)
            yield line, box
            before = box


def _find_place(block: TextBlock, before: Box | None) -> Box:
    if before is None:
        known = block.box if block.box is not None and _is_box(block.box) else Box(0.0, 0.0, 1.0, 1.0)
        return replace(known, height=min(known.height, known.width))
    return replace(before, vpos=before.vpos + before.height)


def _guess_size(text: str, box: Box, *, down: bool) -> float:
    """The size of type that a box speaks of."""
    depth, length = (box.width, box.height) if down else (box.height, box.width)
    width = sum(1.0 if ord(character) > 0x2E7F else 0.5 for character in text)
    return min(depth, _ANISOTROPY * length / width) if len(text) > 3 else depth


def _straight(box: Box) -> Area:
    return Area(box.hpos, box.hpos + box.width, box.vpos, box.vpos + box.height)


def _turn(box: Box, right: float) -> Area:
    """Down becomes along, leftward becomes across."""
    return Area(box.vpos, box.vpos + box.height, right - box.hpos - box.width, right - box.hpos)


def find_body_size(lines: Sequence[Placed]) -> float:
    """The size that most characters are set in; 1 where there are none."""
    counts: Counter[float] = Counter()
    for line in lines:
        counts[line.size] += len(line.strip.text)
    if not counts:
        return 1.0
    sizes = sorted(counts)
    best, best_count = sizes[0], 0
    for size in sizes:
        count = sum(counts[other] for other in sizes if size / _BIN <= other <= size * _BIN)
        # Of two sizes alike in number the smaller one is the body.
        if count > best_count * (1.0 if size <= best * _LARGEST_BODY else 2.0):
            best, best_count = size, count
    return best or 1.0


def find_level(line: Placed, body: float, *, sure: bool) -> Level:
    """How large a line is beside the body."""
    ratio = line.size / body
    if ratio >= (_DISPLAY if sure else _DISPLAY_UNSURE):
        return Level.DISPLAY
    if sure and (ratio >= _MINOR or (line.bold and ratio > _SMALL)):
        return Level.MINOR
    return Level.SMALL if ratio <= _SMALL and sure else Level.BODY


def _touches(rule: Area, upright: Area, near: float) -> bool:
    """Whether two rules at right angles meet."""
    return (
        rule.start - near <= (upright.start + upright.end) / 2 <= rule.end + near
        and upright.top - near <= (rule.top + rule.bottom) / 2 <= upright.bottom + near
    )


def _is_of_grid(rule: Area, dividing: Sequence[Area], body: float) -> bool:
    """Whether uprights meet a rule between its ends: it belongs to a table."""
    near = _MEET * body
    return any(
        _touches(rule, upright, near) and rule.start + near < upright.start and upright.end < rule.end - near
        for upright in dividing
    )


def _find_ruled_boxes(parting: Sequence[Area], dividing: Sequence[Area], body: float) -> list[Area]:
    """The rectangles that four rules make."""
    near = _MEET * body
    found: list[Area] = []
    for upper in parting[:_MOST_RULES]:
        for lower in parting[:_MOST_RULES]:
            if lower.top - upper.bottom < body or abs(lower.start - upper.start) + abs(lower.end - upper.end) > near:
                continue
            box = Area(upper.start, upper.end, upper.top, lower.bottom)
            sides = [
                edge
                for edge in (box.start, box.end)
                if any(
                    abs((upright.start + upright.end) / 2 - edge) <= near
                    and upright.top <= box.top + near
                    and upright.bottom >= box.bottom - near
                    for upright in dividing
                )
            ]
            if len(sides) == 2:
                found.append(box)
    return found


def _is_frame(area: Area, whole: Area) -> bool:
    share = area.length * area.depth / max(1e-9, whole.length * whole.depth)
    return _FRAME_LEAST <= share <= _FRAME_MOST


def _find_frame(line: Placed, frames: Sequence[Area]) -> int:
    around = [number for number, frame in enumerate(frames, 1) if frame.contains(line.area)]
    return min(around, key=lambda number: frames[number - 1].length * frames[number - 1].depth, default=0)


def _drop_bare_frames(frames: tuple[Area, ...], lines: list[Placed]) -> tuple[tuple[Area, ...], list[Placed]]:
    """A frame without a heading in it holds no story of its own: a tint, a table, a picture's border."""
    headed = {line.frame for line in lines if line.level is Level.DISPLAY}
    prose = {line.frame for line in lines if line.level <= Level.BODY}
    kept = [number for number in range(1, len(frames) + 1) if number in headed and number in prose]
    numbers = {number: place for place, number in enumerate(kept, 1)}
    return tuple(frames[number - 1] for number in kept), [
        replace(line, frame=numbers.get(line.frame, 0)) for line in lines
    ]
