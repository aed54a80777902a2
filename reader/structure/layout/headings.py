"""Headings: display lines that stand together, with the kickers and subheadlines set smaller around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from reader.model import PartKind
from reader.structure import patterns
from reader.structure.classes import LineClass, judge
from reader.structure.layout.placing import Area, Level, Placed, Placement, find_union
from reader.structure.layout.stacking import Block, crosses, group_rows
from reader.structure.leads import find_cuts, opens_article
from reader.structure.settings import SETTINGS

_TOGETHER: Final = 0.3
"""Share of the shorter block that must lie below the other for one heading."""

_GAP: Final = 1.2
"""Times the larger of the heading's size and 1.5 times the body's: wider white space parts two headings."""

_WITHIN: Final = 0.9
"""Share of a short line that lies over the column below it."""

_OVERLAP: Final = 0.5
"""Em by which the boxes of lines set close may overlap."""

_HALVES: Final = 2.5
"""Em of its own size between the two halves of a heading set on one line."""

_SAME_STYLE: Final = 0.06
"""Sizes that differ by less are one style."""

_HEADS: Final = 2
"""A style that heads so many texts alone is no subheadline of a larger one beside which it is not aligned."""

_ALIGNED: Final = 1.0
"""Em of the body by which edges or middles may differ and still be aligned."""

_ALIGNED_MIDDLE: Final = 1.5

_NEAR: Final = 1.6
"""Em of the body between a heading and the smaller line that belongs to it."""

_PROSE_LINES: Final = 3
"""More lines than these, or a full stop, and bold type is text."""

_PROSE_CHARACTERS: Final = 20


@dataclass(slots=True, eq=False)
class Heading:
    """Display lines of one article."""

    lines: list[Placed]
    area: Area
    frame: int = 0

    @property
    def size(self) -> float:
        """The largest size in it."""
        return max(line.size for line in self.lines)

    @property
    def plain(self) -> str:
        """Its words as the matcher reads them, lines apart."""
        return "\n".join(line.strip.plain for line in self.lines)


def make_heading(lines: Sequence[Placed]) -> Heading:
    """A heading of these lines, from the top."""
    ordered = [line for row in order_rows(lines) for line in row]
    return Heading(ordered, find_union(line.area for line in ordered), ordered[0].frame)


def order_rows(lines: Sequence[Placed]) -> list[tuple[Placed, ...]]:
    """The rows of a heading in reading order; lines that run across the page's direction are rows of their own."""
    if all(line.across for line in lines):
        return [(line,) for line in sorted(lines, key=lambda line: (line.rank, line.area.top))]
    return [tuple(row) for row in group_rows(lines)]


def find_headings(blocks: Sequence[Block], placement: Placement) -> list[Heading]:
    """The headings among the blocks of display type.

    Args:
        blocks: All blocks of the page; those of body type keep headings apart that they stand between.
        placement: The page.
    """
    display = sorted((b for b in blocks if b.level is Level.DISPLAY), key=lambda b: (b.area.top, b.area.start))
    others = [block for block in blocks if block.level is not Level.DISPLAY]
    rules = sorted(placement.parting, key=lambda rule: rule.top)
    tops = [rule.top for rule in rules]
    groups: list[list[Block]] = []
    for block in display:
        for group in reversed(groups):
            if any(_belongs(block, other, others, rules, tops, placement.body) for other in group):
                group.append(block)
                break
        else:
            groups.append([block])
    return [make_heading([line for block in group for line in block.lines]) for group in groups]


def _belongs(
    below: Block, above: Block, others: Sequence[Block], rules: Sequence[Area], tops: Sequence[float], body: float
) -> bool:
    if below.frame != above.frame or below.lines[0].across != above.lines[0].across:
        return False
    size = max(below.lines[0].size, above.lines[-1].size)
    if below.area.share_across(above.area) > 0.6:
        gap = max(below.area.start - above.area.end, above.area.start - below.area.end)
        alike = abs(below.lines[0].size - above.lines[0].size) <= _SAME_STYLE * size
        next_drawn = abs(below.lines[0].order - above.lines[-1].order) == 1
        return alike and next_drawn and len(below.lines) == len(above.lines) == 1 and gap <= _HALVES * size
    gap = below.area.top - above.area.bottom
    if not -_OVERLAP * size <= gap <= _GAP * max(size, 1.5 * body):
        return False
    if below.area.share_along(above.area) <= _TOGETHER or crosses(rules, tops, above.area, below.area):
        return False
    return not any(
        above.area.top < other.area.top < below.area.top
        and other.area.share_along(below.area) > _TOGETHER
        and other.area.share_along(above.area) > _TOGETHER
        for other in others
    )


Styles = Counter[int]
"""How many headings of an issue are set in one size alone, by that size."""


def count_styles(headings: Iterable[Heading], body: float) -> Styles:
    """The sizes that head texts alone.

    Args:
        headings: Those of all pages.
        body: Size of the issue's body.
    """
    styles: Styles = Counter()
    for heading in headings:
        if min(line.size for line in heading.lines) >= (1 - _SAME_STYLE) * heading.size:
            styles[_style(heading.size, body)] += 1
    return styles


def part_sections(headings: Sequence[Heading], styles: Styles, body: float) -> list[Heading]:
    """The headings, with the names of sections parted from the headlines right below them."""
    found: list[Heading] = []
    for heading in headings:
        at = _find_parting(heading, styles, body)
        pieces = [heading.lines] if at is None else [heading.lines[:at], heading.lines[at:]]
        found.extend(make_heading(lines) for lines in pieces)
    return found


def _style(size: float, body: float) -> int:
    return round(size / (body * _SAME_STYLE))


def _find_parting(heading: Heading, styles: Styles, body: float) -> int | None:
    """Where a smaller style begins that heads texts of its own, set to another edge; None where there is none."""
    for at in range(1, len(heading.lines)):
        before, after = heading.lines[:at], heading.lines[at:]
        size = after[0].size
        if size > (1 - 2 * _SAME_STYLE) * before[-1].size:
            continue
        alone = sum(count for style, count in styles.items() if abs(style - _style(size, body)) <= 1)
        if alone >= _HEADS and not _is_aligned(
            find_union(line.area for line in before), find_union(line.area for line in after), body
        ):
            return at
    return None


def _is_aligned(a: Area, b: Area, body: float) -> bool:
    middle = abs((a.start + a.end) - (b.start + b.end)) / 2
    return abs(a.start - b.start) <= _ALIGNED * body or middle <= _ALIGNED_MIDDLE * body


def settle_minor(blocks: list[Block], headings: list[Heading], placement: Placement) -> None:
    """Find what each block of type a little larger or bolder is: kicker, subheadline, heading, crosshead or text.

    Kickers and subheadlines move into their headings, headings of their own are added; what stays a crosshead keeps
    its level, and what is text becomes body.
    """
    rules = sorted(placement.parting, key=lambda rule: rule.top)
    tops = [rule.top for rule in rules]
    minor = sorted((b for b in blocks if b.level is Level.MINOR), key=lambda b: b.area.top)
    near = _NEAR * placement.body
    own: list[tuple[Block, Heading]] = []
    for block in minor:
        if _is_prose(block):
            block.level = Level.BODY
            continue
        texts = [other for other in blocks if other.level <= Level.MINOR and other is not block]
        above, over = find_nearest_above(block.area, block.frame, texts, headings)
        below, under = find_nearest_below(block.area, block.frame, texts, headings)
        if over is not None and block.area.top - over.area.bottom <= near and not _is_signature(block):
            _take_in(over, block)
        elif under is not None and under.area.top - block.area.bottom <= near and under.size > block.size:
            _take_in(under, block)
        elif above is not None and not crosses(rules, tops, above.area, block.area) and not _leads(below):
            continue
        elif below is None:
            # Nothing to head: bold words at the end of a column.
            block.level = Level.BODY
            continue
        else:
            own.append((block, make_heading(block.lines)))
            headings.append(own[-1][1])
        blocks.remove(block)
    _settle_by_style(own, blocks, headings, placement.body)


def _settle_by_style(
    own: Sequence[tuple[Block, Heading]], blocks: list[Block], headings: list[Heading], body: float
) -> None:
    """Make crossheads of what begins a column in the very style of the page's crossheads."""
    styles = Counter(_style(block.size, body) for block in blocks if block.level is Level.MINOR)
    alone = Counter(_style(block.size, body) for block, _ in own)
    for block, heading in own:
        style = _style(block.size, body)
        if styles[style] >= _HEADS and styles[style] > alone[style]:
            headings.remove(heading)
            blocks.append(block)


def _is_prose(block: Block) -> bool:
    text = block.text
    if len(block.lines) > _PROSE_LINES:
        return True
    return bool(patterns.STOP.search(text)) and len(text) > _PROSE_CHARACTERS


def _is_signature(block: Block) -> bool:
    return all(judge(line.strip)[-1].kind in (LineClass.BYLINE, LineClass.CREDIT) for line in block.lines)


def _leads(block: Block | None) -> bool:
    """Whether a text opens as the first of an article does."""
    return block is not None and opens_article(find_cuts(block.text[:60]))


def _take_in(heading: Heading, block: Block) -> None:
    lines = [line for row in order_rows([*heading.lines, *block.lines]) for line in row]
    heading.lines[:] = lines
    heading.area = find_union(line.area for line in lines)


def find_nearest_above(
    area: Area, frame: int, blocks: Sequence[Block], headings: Sequence[Heading]
) -> tuple[Block | None, Heading | None]:
    """What stands next above in the same column: a block or a heading, or neither."""
    block = max(
        (b for b in blocks if _is_over(b.area, area) and b.frame == frame), key=lambda b: b.area.bottom, default=None
    )
    heading = max(
        (h for h in headings if _is_over(h.area, area) and h.frame == frame), key=lambda h: h.area.bottom, default=None
    )
    if block is not None and heading is not None:
        return (block, None) if block.area.bottom > heading.area.bottom else (None, heading)
    return block, heading


def find_nearest_below(
    area: Area, frame: int, blocks: Sequence[Block], headings: Sequence[Heading]
) -> tuple[Block | None, Heading | None]:
    """What stands next below in the same column: a block or a heading, or neither."""
    block = min(
        (b for b in blocks if _is_over(area, b.area) and b.frame == frame), key=lambda b: b.area.top, default=None
    )
    heading = min(
        (h for h in headings if _is_over(area, h.area) and h.frame == frame), key=lambda h: h.area.top, default=None
    )
    if block is not None and heading is not None:
        return (block, None) if block.area.top < heading.area.top else (None, heading)
    return block, heading


def _is_over(above: Area, below: Area) -> bool:
    """Whether an area stands above another in one column."""
    common = min(above.end, below.end) - max(above.start, below.start)
    # A neighbour that only reaches in from the next column is not above.
    if above.share_along(below) <= _TOGETHER or common < min(_TOGETHER * below.length, _WITHIN * above.length):
        return False
    return (above.top + above.bottom) / 2 < (below.top + below.bottom) / 2 and above.top < below.top


def name_lines(heading: Heading) -> tuple[tuple[PartKind, tuple[Placed, ...]], ...]:
    """Kicker, headline and subheadline: the largest type is the headline, what stands above it the kicker."""
    rows = order_rows(heading.lines)
    largest = max(max(line.size for line in row) for row in rows)
    is_largest = [max(line.size for line in row) >= (1 - 2 * _SAME_STYLE) * largest for row in rows]
    first = is_largest.index(True)
    last = first
    while last + 1 < len(rows) and is_largest[last + 1]:
        last += 1
    # A line that opens with a dash is a subheadline in whatever size.
    deck = next((at for at in range(first + 1, last + 1) if patterns.SUBHEAD_CUE.match(rows[at][0].strip.plain)), None)
    if deck is not None:
        last = deck - 1
    named: list[tuple[PartKind, tuple[Placed, ...]]] = []
    headline: tuple[Placed, ...] = ()
    for at, row in enumerate(rows):
        if first <= at <= last:
            headline += row
            if at == last:
                named.append((PartKind.HEADLINE, headline))
        elif at < first:
            named.append((PartKind.LABEL if _is_label(row) else PartKind.KICKER, row))
        else:
            named.append((PartKind.SUBHEADLINE, row))
    return tuple(named)


def _is_label(row: Sequence[Placed]) -> bool:
    """Whether a line over a headline names a column: marked, in brackets, or by its usual words."""
    plain = "".join(line.strip.plain for line in row)
    if sum(line.strip.width for line in row) > SETTINGS.label_limit:
        return False
    marked = patterns.LEADING_MARKS.match(plain)
    return bool(marked or patterns.BRACKETED_LABEL.fullmatch(plain) or patterns.COLUMN_NAME.fullmatch(plain))
