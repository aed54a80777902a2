"""What each correction does to the articles of an issue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from reader.corrections.anchors import FoundLine, LineFinder
from reader.corrections.drafts import HEADING_RANKS, Desk, Draft, LineKey, Spot
from reader.corrections.values import (
    Anchor,
    Break,
    Correction,
    GiveHeading,
    Join,
    Merge,
    Move,
    Recast,
    Split,
)
from reader.languages import Sentence, sentence
from reader.model import BODY_KINDS, ArticleKind, FurnitureKind, Jump, LineSpan, Part, PartKind

FLOWING: Final = frozenset({PartKind.PARAGRAPH, PartKind.CAPTION, PartKind.NOTE})
"""Kinds whose pieces are paragraphs: between two of them a paragraph's end stays when lines change their role."""

LINE_KINDS: Final = frozenset({PartKind.VERSE, PartKind.TABLE, PartKind.CROSSHEAD, *HEADING_RANKS})
"""Kinds of which every printed line is a part of its own."""


class Misfit(Exception):  # noqa: N818 - it never leaves this room
    """A correction that cannot be applied to this issue."""

    def __init__(self, why: Sentence) -> None:
        super().__init__(why.english)
        self.sentence = why


@dataclass(slots=True)
class Operator:
    """Applies corrections to a desk; counts which lines were found by likeness only."""

    desk: Desk
    finder: LineFinder
    approximate: bool = False
    """Whether a line of the correction at hand was found by likeness only."""

    def apply(self, correction: Correction) -> None:
        """Apply one correction.

        Raises:
            Misfit: It does not fit; the desk is as before.
        """
        self.approximate = False
        match correction:
            case Split():
                self._split(correction)
            case Merge():
                self._merge(correction)
            case Move():
                self._move(correction)
            case GiveHeading():
                self._give_heading(correction)
            case Recast():
                self._recast(correction)
            case Break():
                self._break(correction)
            case Join():
                self._join(correction)
        self.desk.drafts = [draft for draft in self.desk.drafts if draft.parts]

    # Finding

    def _find(self, anchor: Anchor) -> FoundLine:
        found = self.finder.find(anchor)
        if found is None:
            raise Misfit(sentence("no line, or more than one, begins “{words}”", words=anchor.words))
        self.approximate = self.approximate or not found.exact
        return found

    def _find_key(self, anchor: Anchor) -> LineKey:
        found = self._find(anchor)
        return found.page.id, found.line.number

    def _find_spots(self, anchor: Anchor) -> list[Spot]:
        """The pieces of articles on a line; there is one at least."""
        spots = self.desk.find_spots(self._find_key(anchor))
        if not spots:
            raise Misfit(sentence("“{words}” is in no article", words=anchor.words))
        return spots

    def _find_draft(self, anchor: Anchor) -> Draft:
        return self._find_spots(anchor)[0].draft

    def _find_range(self, at: Anchor, through: Anchor | None) -> tuple[LineKey, ...]:
        """The lines from one to another, both among them.

        A line of furniture between lines of articles is passed over: a folio in the middle stays a folio.
        """
        first = self._find(at)
        last = self._find(through) if through else first
        if last.page is not first.page or last.index < first.index:
            raise Misfit(sentence("the last line is before the first, or on another page"))
        lines = self.finder.find_lines(first.page)[first.index : last.index + 1]
        keys = [(first.page.id, line.number) for line in lines]
        owned = {(span.page, span.line) for draft in self.desk.drafts for part in draft.parts for span in part.spans}
        return tuple(key for key in keys if key in owned) if keys[0] in owned else tuple(keys)

    # Articles

    def _split(self, correction: Split) -> None:
        desk = self.desk
        spot = self._find_spots(correction.at)[0]
        draft = spot.draft
        if draft.parts[spot.part].kind in HEADING_RANKS:
            place = desk.place(desk.make_part(PartKind.PARAGRAPH, draft.parts[spot.part].spans[spot.span :]))
            desk.cut_before(draft, spot.part, spot.span)
            going = [part for part in draft.parts if desk.place(part) >= place]
        else:
            number = desk.cut_before(draft, spot.part, spot.span)
            # A byline or a dateline of that line may stand before it in reading order.
            spans = draft.parts[number].spans[:1]
            line = (spans[0].page, spans[0].line)
            same = [at for at, p in enumerate(draft.parts) if p.spans and (p.spans[0].page, p.spans[0].line) == line]
            number = min(at for at in (*same, number) if draft.parts[at].kind not in HEADING_RANKS)
            going = draft.parts[number:]
        staying = [part for part in draft.parts if all(part is not other for other in going)]
        if not staying:
            return
        draft.parts, draft.touched = staying, True
        fresh = desk.add_draft(going, draft.kind, draft)
        fresh.authors = draft.authors
        jump = draft.jump or Jump()
        draft.jump, fresh.jump = _make_jump(None, jump.origin), _make_jump(jump.to, None)

    def _merge(self, correction: Merge) -> None:
        desk = self.desk
        draft = self._find_draft(correction.at)
        if correction.into is None:
            at = desk.drafts.index(draft)
            if at == 0:
                raise Misfit(sentence("there is no article before it"))
            target = desk.drafts[at - 1]
        else:
            target = self._find_draft(correction.into)
        if target is draft:
            return
        heading, rest = draft.heading, draft.rest
        if target.heading and any(part.kind in BODY_KINDS for part in target.parts):
            target.parts += [desk.recast_part(part, PartKind.CROSSHEAD) for part in heading] + rest
        else:
            desk.add_heading(target, heading)
            target.parts += rest
        target.authors += draft.authors
        first, last = target.jump or Jump(), draft.jump or Jump()
        target.jump = _make_jump(last.to or first.to, first.origin or last.origin)
        draft.parts, target.touched = [], True

    # Lines

    def _move(self, correction: Move) -> None:
        desk = self.desk
        keys = self._find_range(correction.at, correction.through)
        source = desk.find_draft(keys[0])
        target = self._find_draft(correction.to) if correction.to else None
        after: LineKey | None = None
        if correction.after:
            after = self._find_key(correction.after)
            target = self._find_draft(correction.after)
            if after in keys:
                raise Misfit(sentence("lines cannot follow themselves"))
        if isinstance(correction.role, FurnitureKind):
            self._make_furniture(keys, correction.role)
            return
        authors = tuple(author for key in keys if (d := desk.find_draft(key)) for author in d.authors)
        parts = self._take(keys, correction.role)
        if target is None:
            kind = source.kind if source else ArticleKind.ARTICLE
            desk.add_draft(parts, kind, source).authors = authors
            return
        if after is None:
            desk.add_printed(target, parts)
        else:
            desk.add_heading(target, [part for part in parts if part.kind in HEADING_RANKS])
            body = [part for part in parts if part.kind not in HEADING_RANKS]
            at = self._cut_after(target, after)
            target.parts[at:at] = body
        target.authors += authors
        target.touched = True

    def _cut_after(self, draft: Draft, key: LineKey) -> int:
        """The number in the draft's parts that follows a line; a part that goes on past it is cut there."""
        spots = [spot for spot in self.desk.find_spots(key) if spot.draft is draft]
        last = max(spots, key=lambda spot: (spot.part, spot.span))
        part = draft.parts[last.part]
        if part.kind in HEADING_RANKS:
            return len(draft.heading)
        if last.span + 1 == len(part.spans):
            return last.part + 1
        return self.desk.cut_before(draft, last.part, last.span + 1)

    def _give_heading(self, correction: GiveHeading) -> None:
        desk = self.desk
        keys = self._find_range(correction.at, correction.through)
        target = self._find_draft(correction.to)
        source = desk.find_draft(keys[0])
        had = target.heading
        parts = [
            part if part.kind in HEADING_RANKS else desk.recast_part(part, PartKind.HEADLINE)
            for part in self._take(keys, None, PartKind.HEADLINE)
        ]
        had = [part for part in target.heading if any(part is other for other in had)]
        if source is not None and source is not target and source.parts and not source.heading:
            # Labels belong to a place on the page, not to a headline.
            back = [part for part in had if part.kind is not PartKind.LABEL]
            target.parts = [part for part in target.parts if all(part is not other for other in back)]
            desk.add_heading(source, back)
        desk.add_heading(target, parts)

    def _recast(self, correction: Recast) -> None:
        keys = self._find_range(correction.at, correction.through)
        if isinstance(correction.role, FurnitureKind):
            self._make_furniture(keys, correction.role)
            return
        owners = [(self.desk.find_draft(key) or self._find_neighbour(keys[0]), key) for key in keys]
        for draft, group in groupby(owners, key=lambda pair: pair[0]):
            self._recast_lines(draft, tuple(key for _, key in group), correction.role)

    def _recast_lines(self, draft: Draft | None, keys: tuple[LineKey, ...], role: PartKind) -> None:
        desk = self.desk
        if draft is None:
            desk.add_draft(self._take(keys, role), ArticleKind.ARTICLE, None)
            return
        lines = frozenset(keys)
        opens, closes = _find_torn(draft, lines, role)
        desk.isolate(draft, lines)
        draft.touched = True
        inside = [at for at, part in enumerate(draft.parts) if any((s.page, s.line) in lines for s in part.spans)]
        at = inside[0] if inside else 0
        in_body = bool(inside) and draft.parts[inside[0]].kind not in HEADING_RANKS
        parts = self._take(keys, role)
        if role in HEADING_RANKS:
            desk.add_heading(draft, parts)
        elif in_body:
            draft.parts[at:at] = parts
            if closes:
                desk.join_parts(draft, at + len(parts) - 1, at + len(parts))
            if opens:
                desk.join_parts(draft, at - 1, at)
        else:
            desk.add_printed(draft, parts)

    def _find_neighbour(self, key: LineKey) -> Draft | None:
        """The article printed last before a line of furniture on its page, or else next after it."""
        desk = self.desk
        page, line = desk.places[key]
        best: tuple[tuple[bool, int], Draft] | None = None
        for draft in desk.drafts:
            for part in draft.parts:
                for span in part.spans:
                    number, at = desk.places[span.page, span.line]
                    if number == page:
                        rank = (at > line, abs(at - line))
                        if best is None or rank < best[0]:
                            best = (rank, draft)
        return best[1] if best else None

    # Paragraphs

    def _break(self, correction: Break) -> None:
        for spot in self._find_spots(correction.at):
            spans = spot.draft.parts[spot.part].spans
            before, own = spans[spot.span - 1], spans[spot.span]
            if spot.span and (before.page, before.line) != (own.page, own.line):
                self.desk.cut_before(spot.draft, spot.part, spot.span)
                return

    def _join(self, correction: Join) -> None:
        spots = self._find_spots(correction.at)
        # Text before bylines: where a line has both, the text is what goes on.
        for spot in sorted(spots, key=lambda spot: spot.draft.parts[spot.part].kind not in BODY_KINDS):
            if spot.span:
                return
            parts = spot.draft.parts
            kind = parts[spot.part].kind
            earlier = range(spot.part - 1, -1, -1)
            at = next((n for n in earlier if parts[n].kind is kind), None)
            if at is None and kind in BODY_KINDS:
                at = next((n for n in earlier if parts[n].kind in BODY_KINDS), None)
            if at is not None:
                self.desk.join_parts(spot.draft, at, spot.part)
                return
        raise Misfit(sentence("its article has no paragraph before it to join"))

    # Taking

    def _make_furniture(self, keys: Sequence[LineKey], kind: FurnitureKind) -> None:
        made = [self.desk.make_furniture(kind, (span,)) for span in self.desk.take_lines(keys)]
        self.desk.furniture.extend(made)

    def _take(self, keys: Sequence[LineKey], role: PartKind | None, loose: PartKind = PartKind.PARAGRAPH) -> list[Part]:
        """Take lines out of everything, as parts.

        Args:
            keys: The lines.
            role: What they are; None keeps what the pieces of articles among them were.
            loose: What furniture becomes where `role` is None.
        """
        desk = self.desk
        lines = frozenset(keys)
        if role is None and desk.find_draft(keys[0]) is not None:
            return desk.take_parts(lines)
        kind = role or loose
        ends = self._find_paragraph_starts(lines)
        spans = desk.take_lines(keys)
        runs: list[list[LineSpan]] = []
        for span in spans:
            if not runs or kind in LINE_KINDS or (kind in FLOWING and (span.page, span.line) in ends):
                runs.append([])
            runs[-1].append(span)
        return [desk.make_part(kind, run) for run in runs]

    def _find_paragraph_starts(self, lines: frozenset[LineKey]) -> frozenset[LineKey]:
        """Those of these lines that begin a paragraph which stays one."""
        starts: set[LineKey] = set()
        for draft in self.desk.drafts:
            flowing = False
            for part in draft.parts:
                for number, span in enumerate(part.spans):
                    key = (span.page, span.line)
                    if key in lines and number == 0 and flowing and part.kind in FLOWING:
                        starts.add(key)
                flowing = part.kind in FLOWING
        return frozenset(starts)


def _find_torn(draft: Draft, lines: frozenset[LineKey], role: PartKind) -> tuple[bool, bool]:
    """Whether a paragraph of that kind goes on into these lines, and whether one goes on past them: it stays whole."""
    opens = closes = False
    for part in draft.parts:
        inside = [(span.page, span.line) in lines for span in part.spans]
        if part.kind is role and role in FLOWING and any(inside):
            opens = opens or not inside[0]
            closes = closes or not inside[-1]
    return opens, closes


def _make_jump(to: str | None, origin: str | None) -> Jump | None:
    return Jump(to, origin) if to or origin else None
