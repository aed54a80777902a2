"""Which text belongs to which heading.

Text goes on in its column until another heading; at a column's end it goes on at the top of the next one, within the
stretch of page that no heading or rule over both columns closes. A heading may also stand beside its text. Where
neither place nor flow says whose a text is, the words do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from reader.structure import patterns
from reader.structure.bylines import is_person
from reader.structure.classes import LineClass, judge
from reader.structure.layout.headings import Heading, find_nearest_above, find_nearest_below
from reader.structure.layout.placing import Area, Placement
from reader.structure.layout.reading import has_indents
from reader.structure.layout.stacking import Block, crosses
from reader.structure.leads import find_cuts, opens_article
from reader.structure.matching import Matcher
from reader.structure.settings import SETTINGS

_COVERS: Final = 0.3
"""Share of a column that a heading or rule must cover to close it."""

_NEXT_COLUMN: Final = 6.0
"""Em; the next column begins within this distance."""

_SAME_COLUMN: Final = 3.0
"""Em by which the ends of one column's blocks may differ."""

_SIDE_GAP: Final = 9.0
"""Em between a heading and the text that stands beside it: a short one leaves half of its column free."""

_SAME_TOP: Final = 0.7
"""Em; columns that begin at one height."""

_FEW_LINES: Final = 2
"""So few lines may all be short."""

_ROW_APART: Final = 1.2
"""Em of white space above a column that begins a row of columns."""

_SAME_LINE: Final = 1.6
"""Em; columns of one story end at most a line apart."""

_INDENT: Final = 0.8
"""Em; the first line of a paragraph."""

_BY_ROW: Final = 0.9
_BY_FLOW: Final = 0.8
_BY_WORDS: Final = 0.4
"""How sure a text's story is, found by its row of columns, by the column before, or by words alone: priors."""

_WEIGH_TOP: Final = 0.6
_WEIGH_BOTTOM: Final = 1.2
_WEIGH_SENTENCE: Final = 1.0
"""What speaks for a text to go on from a block, beside 1 for the lowest one of its column."""

_SIDE_SHARE: Final = 0.6
"""Share of the lower of the two by which a heading at the side and its text stand beside each other."""

_APART: Final = 2.5
"""Em of white space above a text that opens as an article does: there another one begins."""

_WORDS: Final = 0.35
"""Score from which words alone join a heading and a text without one."""


@dataclass(slots=True, eq=False)
class Story:
    """One article's pieces on a page."""

    heading: Heading | None
    blocks: list[Block] = field(default_factory=list)
    captions: list[Block] = field(default_factory=list)
    labels: list[Heading] = field(default_factory=list)
    confidence: float = 1.0
    """How sure its weakest link is, 0 to 1."""

    @property
    def plain(self) -> str:
        """The words of its text as the matcher reads them."""
        return "\n".join(block.text for block in self.blocks)


def find_stories(
    headings: Sequence[Heading], blocks: Sequence[Block], placement: Placement
) -> tuple[list[Story], list[Heading]]:
    """Every text block in one story, and the headings without any text."""
    return _Owners(headings, blocks, placement).find()


class _Owners:
    """Finds whose each block is."""

    def __init__(self, headings: Sequence[Heading], blocks: Sequence[Block], placement: Placement) -> None:
        self.headings = list(headings)
        self.blocks = sorted(blocks, key=lambda block: (block.area.top, block.area.start))
        self.placement = placement
        self.body = placement.body
        self.rules = sorted(placement.parting, key=lambda rule: rule.top)
        self.tops = [rule.top for rule in self.rules]
        self.stories: dict[int, Story] = {}
        self.indents = has_indents(blocks)
        self.sure: dict[int, float] = {}
        self.by_heading = {id(heading): Story(heading) for heading in headings}
        self.has_text_below = {id(heading): self._has_text_below(heading) for heading in headings}

    def find(self) -> tuple[list[Story], list[Heading]]:
        decided = {id(block): self._decide(block) for block in self.blocks}
        stories: list[Story] = []
        for block in self.blocks:
            story = self._follow(block, decided)
            story.confidence = min(story.confidence, self.sure.get(id(block), 1.0))
            story.blocks.append(block)
            if not any(story is other for other in stories):
                stories.append(story)
        headless = [story for story in stories if story.heading is None]
        free = [heading for heading in self.headings if not self.by_heading[id(heading)].blocks]
        return stories, self._match_words(headless, free)

    def _has_text_below(self, heading: Heading) -> bool:
        below, _ = find_nearest_below(heading.area, heading.frame, self.blocks, self.headings)
        return below is not None and below.area.top - heading.area.bottom < _APART * max(self.body, heading.size)

    def _stands_beside(self, heading: Heading) -> bool:
        """Whether a heading stands before its text and not above it."""
        return not self.has_text_below[id(heading)] and self._has_text_after(heading)

    def _find_head_at_its_height(self, block: Block, above: Block | None) -> Heading | None:
        """A heading that stands over the columns before this one, which goes up to its height and ends with them."""
        if above is not None and block.area.top - above.area.bottom <= _ROW_APART * self.body:
            return None
        for heading in self.headings:
            if heading.frame != block.frame or abs(heading.area.top - block.area.top) > _SAME_LINE * self.body:
                continue
            if heading.area.start >= block.area.start or not self.has_text_below[id(heading)]:
                continue
            if self._ends_with(block, heading):
                return heading
        return None

    def _ends_with(self, block: Block, heading: Heading) -> bool:
        """Whether a column ends where a heading's text ends in the column before, or has nothing below till there."""
        left = self._find_left(block)
        under = [other for other in left if other.area.top >= heading.area.bottom - self.body]
        if not under:
            return False
        _, over = find_nearest_above(under[0].area, block.frame, self.blocks, self.headings)
        if over is not heading and self._find_head_of_row(under[0]) is not heading:
            return False
        _, next_heading = find_nearest_below(under[0].area, block.frame, [], self.headings)
        floor = next_heading.area.top if next_heading is not None else float("inf")
        bottom = max(other.area.bottom for other in under if other.area.top < floor)
        slack = _SAME_LINE * self.body
        if block.area.bottom > bottom + slack:
            return False
        below, below_heading = find_nearest_below(block.area, block.frame, self.blocks, self.headings)
        next_top = min([thing.area.top for thing in (below, below_heading) if thing is not None], default=float("inf"))
        return block.area.bottom > bottom - slack or next_top > bottom - slack

    def _has_text_after(self, heading: Heading) -> bool:
        """Whether a text begins in the column behind a heading, at its side."""
        return any(
            block.frame == heading.frame
            and -self.body < block.area.start - heading.area.end < _SIDE_GAP * self.body
            and heading.area.share_across(block.area) >= _SIDE_SHARE
            for block in self.blocks
        )

    def _decide(self, block: Block) -> Story | Block:
        """Whose a block is: a story's, or whoever's another block is."""
        if side := self._find_side(block):
            return self.by_heading[id(side)]
        above, heading = find_nearest_above(block.area, block.frame, self.blocks, self.headings)
        if heading is not None and not (
            self._stands_beside(heading) and heading.area.bottom < block.area.top - self.body
        ):
            return self.by_heading[id(heading)]
        if beside := self._find_head_at_its_height(block, above):
            self.sure[id(block)] = _BY_ROW
            return self.by_heading[id(beside)]
        if above is None or block.area.top - above.area.bottom > _ROW_APART * self.body:
            row_heading = self._find_head_of_row(block)
            if row_heading is not None:
                self.sure[id(block)] = _BY_ROW
                return self.by_heading[id(row_heading)]
        if above is not None and _only_signs(above):
            # Whatever lies between, what follows a byline is its text.
            return above
        leads = opens_article(find_cuts(block.text[:80]))
        if above is not None:
            gap = block.area.top - above.area.bottom
            parted = crosses(self.rules, self.tops, above.area, block.area)
            if not parted and not (leads and gap > _APART * self.body):
                return above
        before = None if leads else self._find_before(block)
        if before is None:
            return Story(None)
        self.sure[id(block)] = _BY_FLOW
        return before

    def _follow(self, block: Block, decided: dict[int, Story | Block]) -> Story:
        """The story at the end of a chain of blocks that go on from each other."""
        chain: dict[int, Block] = {}
        at: Story | Block = block
        while isinstance(at, Block):
            known = self.stories.get(id(at))
            if known is not None or id(at) in chain:
                # Blocks that all seem to go on from each other begin a story of their own.
                at = known or Story(None)
                break
            chain[id(at)] = at
            at = decided[id(at)]
        self.stories.update(dict.fromkeys(chain, at))
        return at

    def _find_side(self, block: Block) -> Heading | None:
        """A heading beside a text that has no text of its own below."""
        best: Heading | None = None
        nearest = _SIDE_GAP * self.body
        for heading in self.headings:
            if heading.frame != block.frame or self.has_text_below[id(heading)]:
                continue
            gap = max(block.area.start - heading.area.end, heading.area.start - block.area.end)
            behind = heading.area.start > block.area.start
            if behind and self._has_text_after(heading):
                # A heading stands before its text sooner than behind it.
                continue
            if heading.area.share_across(block.area) >= _SIDE_SHARE and -self.body < gap < nearest:
                best, nearest = heading, gap
        return best

    def _find_row(self, block: Block) -> tuple[list[Block], int]:
        """The blocks of neighbouring columns that begin at one height, and the place of this one among them."""
        row = [
            other
            for other in self.blocks
            if other.frame == block.frame and abs(other.area.top - block.area.top) < _SAME_TOP * self.body
        ]
        row.sort(key=lambda other: other.area.start)
        at = next(number for number, other in enumerate(row) if other is block)
        ends = [self._find_column_end(other) for other in row]
        first = last = at
        while first and row[first].area.start - ends[first - 1] < _NEXT_COLUMN * self.body:
            first -= 1
        while last + 1 < len(row) and row[last + 1].area.start - ends[last] < _NEXT_COLUMN * self.body:
            last += 1
        return row[first : last + 1], at - first

    def _find_column_end(self, block: Block) -> float:
        """Where the column of a block ends; a block of one short line does not show it."""
        alike = [
            other.area.end
            for other in self.blocks
            if abs(other.area.start - block.area.start) < self.body and len(other.lines) > len(block.lines)
        ]
        return max([block.area.end, *alike]) if len(block.lines) <= _FEW_LINES else block.area.end

    def _find_head_of_row(self, block: Block) -> Heading | None:
        """The heading of columns that begin at one height: beside them, or right above those before this one."""
        row, at = self._find_row(block)
        for other in (*reversed(row[:at]), *row[at + 1 :]):
            if side := self._find_side(other):
                return side
        for other in reversed(row[:at]):
            above, heading = find_nearest_above(other.area, other.frame, self.blocks, self.headings)
            if heading is not None:
                return heading
            if above is not None and other.area.top - above.area.bottom < self.body:
                return None
        return None

    def _find_left(self, block: Block) -> list[Block]:
        """The blocks of the column before this one, from the top; boxes and pictures between are passed over."""
        reach = _NEXT_COLUMN * self.body
        for area in (*self.placement.frames, *self.placement.pictures):
            if area.end <= block.area.start + self.body and area.share_across(block.area) > _COVERS:
                reach = max(reach, block.area.start - area.start + 2 * self.body)
        before = [
            other
            for other in self.blocks
            if other.frame == block.frame
            and -self.body < block.area.start - other.area.end < reach
            and other.area.start < block.area.start - self.body
        ]
        end = max((other.area.end for other in before), default=0.0)
        return [other for other in before if end - other.area.end < _SAME_COLUMN * self.body]

    def _find_before(self, block: Block) -> Block | None:
        """The block that this one, at the top of its column, goes on from: the lowest of the column before."""
        left = self._find_left(block)
        if not left:
            return None
        column = Area(min(other.area.start for other in left), max(other.area.end for other in left), 0.0, 0.0)
        ceiling, floor = self._find_bounds(block, column)
        within = [other for other in left if other.area.top < floor and other.area.bottom > ceiling]
        if not within:
            return None
        # A rule between the columns is no evidence: papers that part stories so give each its heading.
        lowest = max(within, key=lambda other: other.area.top)
        return max(within, key=lambda other: (self._weigh(other, block) + (other is lowest), other.area.top))

    def _weigh(self, before: Block, block: Block) -> float:
        """How much speaks for a text to go on from another column's block."""
        weight = 0.0
        # Stories set in columns of one depth begin and end at one height.
        if abs(before.area.top - block.area.top) < _SAME_LINE * self.body:
            weight += _WEIGH_TOP
        if abs(before.area.bottom - block.area.bottom) < _SAME_LINE * self.body:
            weight += _WEIGH_BOTTOM
        if before.rows or block.rows:
            return weight + (_WEIGH_SENTENCE if before.rows and block.rows else 0.0)
        open_end = not patterns.STOP.search(before.lines[-1].strip.plain)
        indented = block.lines[0].area.start - block.area.start > _INDENT * self.body
        if self.indents:
            weight += _WEIGH_SENTENCE if open_end is not indented else -_WEIGH_SENTENCE
        return weight

    def _find_bounds(self, block: Block, column: Area) -> tuple[float, float]:
        """What closes two neighbouring columns above and below a block: headings and rules over both."""
        ceiling, floor = float("-inf"), float("inf")
        closing = [heading.area for heading in self.headings if heading.frame == block.frame] + list(self.rules)
        for area in closing:
            if _covers(area, column) < _COVERS or _covers(area, block.area) < _COVERS:
                continue
            if area.bottom <= block.area.top + self.body:
                ceiling = max(ceiling, area.bottom)
            elif area.top >= block.area.bottom - self.body:
                floor = min(floor, area.top)
        return ceiling, floor

    def _match_words(self, headless: list[Story], free: list[Heading]) -> list[Heading]:
        """Give free headings to texts without one where their words fit; what is left over."""
        if not headless or not free:
            return free
        matcher = Matcher([story.plain for story in headless])
        scored: list[tuple[float, int, int]] = []
        for number, heading in enumerate(free):
            scores = matcher.score(heading.plain)
            scored.extend((score, number, story) for story, score in enumerate(scores) if score >= _WORDS)
        scored.sort(reverse=True)
        taken: set[int] = set()
        for _, number, story in scored:
            if number not in taken and headless[story].heading is None:
                headless[story].heading = free[number]
                headless[story].confidence = _BY_WORDS
                taken.add(number)
        return [heading for number, heading in enumerate(free) if number not in taken]


def _only_signs(block: Block) -> bool:
    """Whether a block is a byline and nothing else; a bare name is one too."""
    if len(block.lines) > _FEW_LINES:
        return False
    if len(block.lines) == 1 and block.lines[0].strip.width <= SETTINGS.name_limit and is_person(block.text):
        return True
    return all([piece.kind for piece in judge(line.strip)] == [LineClass.BYLINE] for line in block.lines)


def _covers(area: Area, column: Area) -> float:
    """The share of a column's breadth that an area covers."""
    common = min(area.end, column.end) - max(area.start, column.start)
    return max(0.0, common) / max(1e-9, column.end - column.start)
