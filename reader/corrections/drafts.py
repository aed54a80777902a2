"""Articles and furniture while they are being corrected: taken apart by lines, and put together again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from reader.hanzi.characters import is_han
from reader.hanzi.joining import clean_spaces, join_lines, join_words
from reader.model import (
    DISPLAY_KINDS,
    Article,
    ArticleKind,
    Author,
    Furniture,
    FurnitureKind,
    Issue,
    Jump,
    LineSpan,
    Part,
    PartKind,
    TextLine,
)

HEADING_RANKS: Final = {PartKind.LABEL: 0, PartKind.KICKER: 1, PartKind.HEADLINE: 2, PartKind.SUBHEADLINE: 3}
"""The kinds that head an article, in reading order."""

TITLE_KINDS: Final = frozenset({PartKind.KICKER, PartKind.HEADLINE, PartKind.SUBHEADLINE})
"""The kinds of a heading proper; the line ends within one are spaces."""

LEAD_KINDS: Final = (PartKind.BYLINE, PartKind.DATELINE)
"""The kinds between heading and body, in reading order."""

_HYPHENS: Final = "-‐¬⸗"
"""Hyphen-minus, hyphen, the sign that text recognition writes for one, the double oblique hyphen of Fraktur."""

LineKey = tuple[str, int]
"""A line: page id and `TextLine.number`."""


@dataclass(slots=True, eq=False)
class Draft:
    """An article that may still change."""

    parts: list[Part]
    kind: ArticleKind
    authors: tuple[Author, ...] = ()
    jump: Jump | None = None
    origin: Article | None = None
    """What it was before; None for a new one."""
    touched: bool = False

    @property
    def heading(self) -> list[Part]:
        """Label, kicker, headline, subheadline."""
        return [part for part in self.parts if part.kind in HEADING_RANKS]

    @property
    def rest(self) -> list[Part]:
        """All but the heading, in reading order."""
        return [part for part in self.parts if part.kind not in HEADING_RANKS]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a piece of a line is: a part of a draft and the number of the span in it."""

    draft: Draft
    part: int
    span: int


@dataclass(slots=True)
class Desk:
    """All articles and furniture of an issue on the corrector's desk."""

    issue: Issue
    drafts: list[Draft] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    lines: dict[LineKey, TextLine] = field(default_factory=dict)
    places: dict[LineKey, tuple[int, int]] = field(default_factory=dict)
    """Where each line stands in the issue: number of the page, number of the line on it."""

    def __post_init__(self) -> None:
        issue = self.issue
        self.drafts = [Draft(list(a.parts), a.kind, a.authors, a.jump, a) for a in issue.articles]
        self.furniture = list(issue.furniture)
        for number, page in enumerate(issue.pages):
            for index, line in enumerate(page.lines):
                self.lines[page.id, line.number] = line
                self.places[page.id, line.number] = (number, index)

    # Looking

    def find_spots(self, key: LineKey) -> list[Spot]:
        """The pieces of articles on a line, from its start to its end."""
        found = [
            (span.start, Spot(draft, number, at))
            for draft in self.drafts
            for number, part in enumerate(draft.parts)
            for at, span in enumerate(part.spans)
            if (span.page, span.line) == key
        ]
        return [spot for _, spot in sorted(found, key=lambda pair: pair[0])]

    def find_draft(self, key: LineKey) -> Draft | None:
        """The article that a line belongs to, the first one where it belongs to several; None for furniture."""
        spots = self.find_spots(key)
        return spots[0].draft if spots else None

    def place(self, part: Part | Furniture) -> tuple[int, int, int]:
        """Where a piece begins in print: numbers of page, line and character."""
        if not part.spans:
            return (len(self.issue.pages), 0, 0)
        span = part.spans[0]
        return (*self.places.get((span.page, span.line), (len(self.issue.pages), 0)), span.start)

    # Making

    def make_part(self, kind: PartKind, spans: Sequence[LineSpan]) -> Part:
        """A part with the text of its spans, by the rules of the first making."""
        texts = [self._text_of(span) for span in spans]
        hyphens = [self._hyphen_of(span) for span in spans]
        if any(hyphens) or not any(is_han(character) for text in texts for character in text):
            text = join_words(texts, hyphens, {at for at, span in enumerate(spans) if self._is_divided(span)})
        else:
            joined = " ".join(texts) if kind in TITLE_KINDS else join_lines(texts)
            text = joined if kind is PartKind.TABLE else clean_spaces(joined, heading=kind in DISPLAY_KINDS)
        return Part(kind, text, spans[0].page, tuple(spans))

    def make_furniture(self, kind: FurnitureKind, spans: Sequence[LineSpan]) -> Furniture:
        """A piece of furniture with the text of its spans."""
        return Furniture(kind, " ".join(self._text_of(span) for span in spans), spans[0].page, tuple(spans))

    def recast_part(self, part: Part, kind: PartKind) -> Part:
        """The same print in another role."""
        return self.make_part(kind, part.spans) if part.spans else replace(part, kind=kind)

    def _text_of(self, span: LineSpan) -> str:
        return self.lines[span.page, span.line].text[span.start : span.end].strip()

    def _hyphen_of(self, span: LineSpan) -> int:
        """How many of its last characters divide a word."""
        line = self.lines[span.page, span.line]
        return line.hyphen if span.end == len(line.text) else 0

    def _is_divided(self, span: LineSpan) -> bool:
        """Whether a hyphen and nothing else was taken off behind it, as structure does with words divided by print."""
        rest = self.lines[span.page, span.line].text[span.end :].strip()
        return rest != "" and rest.strip(_HYPHENS) == ""

    # Taking apart

    def cut_before(self, draft: Draft, number: int, span: int) -> int:
        """Make a span begin a part of its own.

        Returns:
            The number of the part that begins with the span.
        """
        part = draft.parts[number]
        if span == 0:
            return number
        draft.parts[number : number + 1] = [
            self.make_part(part.kind, part.spans[:span]),
            self.make_part(part.kind, part.spans[span:]),
        ]
        draft.touched = True
        return number + 1

    def isolate(self, draft: Draft, keys: frozenset[LineKey]) -> None:
        """Cut a draft's parts so that none has both lines of these and others."""
        parts: list[Part] = []
        for part in draft.parts:
            groups = _group(part.spans, keys)
            if len(groups) < 2:
                parts.append(part)
            else:
                draft.touched = True
                parts.extend(self.make_part(part.kind, spans) for _, spans in groups)
        draft.parts = parts

    def take_parts(self, keys: frozenset[LineKey]) -> list[Part]:
        """Take the pieces of lines out of all articles; what is left of a part stays one part.

        Returns:
            What was taken, a part for each part that it was taken from, in the order of print.
        """
        taken: list[Part] = []
        for draft in self.drafts:
            parts: list[Part] = []
            for part in draft.parts:
                inside = [span for span in part.spans if (span.page, span.line) in keys]
                if not inside:
                    parts.append(part)
                    continue
                draft.touched = True
                outside = [span for span in part.spans if (span.page, span.line) not in keys]
                taken.append(self.make_part(part.kind, inside) if outside else part)
                if outside:
                    parts.append(self.make_part(part.kind, outside))
            draft.parts = parts
        return sorted(taken, key=self.place)

    def take_furniture(self, keys: frozenset[LineKey]) -> list[LineSpan]:
        """Take the pieces of lines out of all furniture."""
        taken: list[LineSpan] = []
        kept: list[Furniture] = []
        for piece in self.furniture:
            inside = [span for span in piece.spans if (span.page, span.line) in keys]
            outside = [span for span in piece.spans if (span.page, span.line) not in keys]
            taken.extend(inside)
            if not inside:
                kept.append(piece)
            elif outside:
                kept.append(self.make_furniture(piece.kind, outside))
        self.furniture = kept
        return taken

    def take_lines(self, keys: Iterable[LineKey]) -> list[LineSpan]:
        """Take whole lines out of everything.

        Returns:
            A span for each line, in the order given.
        """
        chosen = tuple(keys)
        lines = frozenset(chosen)
        whole: dict[LineKey, LineSpan] = {}
        for span in [span for part in self.take_parts(lines) for span in part.spans] + self.take_furniture(lines):
            before = whole.get((span.page, span.line), span)
            start, end = min(before.start, span.start), max(before.end, span.end)
            whole[span.page, span.line] = LineSpan(span.page, span.line, start, end)
        return [whole[key] for key in chosen if key in whole]

    # Putting together

    def join_parts(self, draft: Draft, first: int, second: int) -> None:
        """Let one part of a draft go on with a later one, as one part of the first one's kind."""
        before, after = draft.parts[first], draft.parts[second]
        if before.spans and after.spans:
            whole = self.make_part(before.kind, before.spans + after.spans)
        else:
            whole = replace(before, text=join_lines((before.text, after.text)))
        draft.parts[first] = whole
        del draft.parts[second]
        draft.touched = True

    def add_heading(self, draft: Draft, parts: Sequence[Part]) -> None:
        """Add lines to an article's heading, each kind in the order of print."""
        heading = [*draft.heading, *parts]
        heading.sort(key=lambda part: (HEADING_RANKS[part.kind], self.place(part)))
        draft.parts = [*heading, *draft.rest]
        draft.touched = True

    def add_printed(self, draft: Draft, parts: Sequence[Part]) -> None:
        """Add lines to an article where they are printed among its own."""
        self.add_heading(draft, [part for part in parts if part.kind in HEADING_RANKS])
        for part in parts:
            if part.kind not in HEADING_RANKS:
                place = self.place(part)
                before = [at for at, other in enumerate(draft.parts) if self.place(other) < place]
                first = len(draft.heading)
                draft.parts.insert(max(before[-1] + 1 if before else 0, first), part)

    def add_draft(self, parts: Sequence[Part], kind: ArticleKind, behind: Draft | None) -> Draft:
        """Make an article of its own, behind another or at the end."""
        draft = Draft([], kind, touched=True)
        if not any(part.kind in HEADING_RANKS for part in parts):
            parts = self._promote(parts)
        heading = [part for part in parts if part.kind in HEADING_RANKS]
        draft.parts = [part for part in parts if part.kind not in HEADING_RANKS]
        self.add_heading(draft, heading)
        at = self.drafts.index(behind) + 1 if behind in self.drafts else len(self.drafts)
        self.drafts.insert(at, draft)
        return draft

    def _promote(self, parts: Sequence[Part]) -> list[Part]:
        """A new article that begins with a crosshead has that for its headline."""
        promoted = list(parts)
        for at, part in enumerate(parts):
            if part.kind is not PartKind.CROSSHEAD:
                break
            promoted[at] = self.recast_part(part, PartKind.HEADLINE)
        return promoted


def _group(spans: Sequence[LineSpan], keys: frozenset[LineKey]) -> list[tuple[bool, list[LineSpan]]]:
    """Runs of spans that are on these lines, or that are not."""
    groups: list[tuple[bool, list[LineSpan]]] = []
    for span in spans:
        inside = (span.page, span.line) in keys
        if groups and groups[-1][0] is inside:
            groups[-1][1].append(span)
        else:
            groups.append((inside, [span]))
    return groups
