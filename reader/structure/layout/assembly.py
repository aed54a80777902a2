"""A story's pieces as an article: every strip becomes part of it, or furniture beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reader.model import Article, ArticleKind, Furniture, FurnitureKind, Jump, Part, PartKind
from reader.structure import patterns
from reader.structure.building import read_authors
from reader.structure.bylines import make_authors
from reader.structure.classes import LineClass, judge
from reader.structure.genres import Genre, find_genre
from reader.structure.layout.headings import Heading, name_lines
from reader.structure.layout.joining import Words, make_text_part, part_hyphens
from reader.structure.layout.owners import Story
from reader.structure.layout.placing import Placed
from reader.structure.layout.reading import Piece, PieceKind
from reader.structure.layout.stacking import Block
from reader.structure.leads import CutKind, find_cuts
from reader.structure.lines import Strip, cut_run
from reader.structure.parts import make_furniture


@dataclass(frozen=True, slots=True)
class Built:
    """An article without an id, and what was printed in it that is none of its text."""

    article: Article | None
    furniture: tuple[Furniture, ...]
    hyphens: tuple[Strip, ...]
    """The hyphens that divided its words."""


@dataclass(slots=True)
class _Draft:
    """An article being written."""

    words: Words
    marked: Mapping[int, int]
    heading: list[Part] = field(default_factory=list)
    bylines: list[Part] = field(default_factory=list)
    datelines: list[Part] = field(default_factory=list)
    body: list[Part] = field(default_factory=list)
    authors: list[tuple[str | None, str]] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    hyphens: list[Strip] = field(default_factory=list)
    jump_to: str | None = None
    jump_from: str | None = None

    def make(self, kind: PartKind, strips: Sequence[Strip], initials: frozenset[int] = frozenset()) -> Part:
        """A part, with the hyphens that divided its words put aside."""
        kept, hyphens, glued = part_hyphens(strips, self.words, self.marked)
        self.hyphens.extend(hyphens)
        after_initials = frozenset(at for at, strip in enumerate(kept) if strip.line in initials)
        return make_text_part(kind, kept, glued | after_initials)


def build_story(story: Story, pieces: Sequence[Piece], words: Words, marked: Mapping[int, int]) -> Built:
    """The article of a story.

    Args:
        story: Its heading, labels and captions.
        pieces: Its text in reading order.
        words: What the page prints whole.
        marked: For line numbers, how many last characters the source marks as a dividing hyphen.
    """
    draft = _Draft(words, marked)
    for label in story.labels:
        draft.heading.extend(_make_lines(draft, PartKind.LABEL, label.lines))
    if story.heading is not None:
        _add_heading(draft, story.heading)
    for piece in pieces:
        _add_piece(draft, piece)
    has_text = bool(draft.body)
    for caption in story.captions:
        _add_caption(draft, caption)
    parts = (*draft.heading, *draft.bylines, *draft.datelines, *draft.body)
    article = None
    if parts:
        jump = Jump(draft.jump_to, draft.jump_from) if draft.jump_to or draft.jump_from else None
        kind = _find_kind(story, draft.body, has_text=has_text)
        article = Article("", parts[0].page, kind, parts, make_authors(tuple(draft.authors)), jump)
    return Built(article, tuple(draft.furniture), tuple(draft.hyphens))


def heading_furniture(kind: FurnitureKind, heading: Heading) -> Furniture:
    """A heading that belongs to no article."""
    return make_furniture(kind, tuple(line.strip for line in heading.lines))


def block_furniture(kind: FurnitureKind, block: Block) -> Furniture:
    """A block that belongs to no article."""
    return make_furniture(kind, tuple(line.strip for line in block.lines))


def _add_heading(draft: _Draft, heading: Heading) -> None:
    for kind, lines in name_lines(heading):
        draft.heading.extend(_make_lines(draft, kind, lines))


def _make_lines(draft: _Draft, kind: PartKind, lines: Sequence[Placed]) -> list[Part]:
    """One part of display lines; a label printed twice keeps one copy."""
    strips: list[Strip] = []
    label: list[Part] = []
    for line in lines:
        judged = judge(line.strip)
        if any(piece.furniture is FurnitureKind.DUPLICATE for piece in judged):
            for piece in judged:
                if piece.kind is LineClass.LABEL:
                    label.append(draft.make(PartKind.LABEL, (piece.strip,)))
                else:
                    draft.furniture.append(make_furniture(piece.furniture, (piece.strip,)))
        elif patterns.ONLY_MARKS.fullmatch(line.strip.plain):
            draft.furniture.append(make_furniture(FurnitureKind.OTHER, (line.strip,)))
        else:
            marks = patterns.LEADING_MARKS.match(line.strip.plain)
            front = line.strip.cut(0, marks.end()) if marks and not strips else None
            rest = line.strip.cut(marks.end(), len(line.strip.text)) if marks and front else line.strip
            if front is not None and rest is not None:
                # A mark before a heading is an ornament.
                draft.furniture.append(make_furniture(FurnitureKind.OTHER, (front,)))
            strips.append(rest or line.strip)
    return [*label, draft.make(kind, strips)] if strips else label


def _add_piece(draft: _Draft, piece: Piece) -> None:
    if piece.kind is PieceKind.PARAGRAPH:
        plain = "".join(strip.plain for strip in piece.strips)
        for cut in find_cuts(plain):
            if strips := cut_run(piece.strips, cut.start, cut.end):
                _add_cut(draft, cut.kind, strips, piece.initials)
    elif piece.kind is PieceKind.BYLINE:
        _add_byline(draft, piece.strips)
    elif piece.kind is PieceKind.CREDIT:
        draft.body.append(draft.make(PartKind.CREDIT, piece.strips))
    elif piece.kind is PieceKind.JUMP:
        kind = CutKind.JUMP_FROM if patterns.JUMP_FROM.match(piece.strips[0].plain) else CutKind.JUMP_TO
        _add_jump(draft, kind, piece.strips)
    elif piece.kind is PieceKind.MARKS:
        draft.furniture.append(make_furniture(FurnitureKind.OTHER, piece.strips))
    elif piece.kind is PieceKind.ROW:
        # Cells stay apart, whatever script they are in.
        text = "  ".join(strip.text for strip in piece.strips)
        spans = tuple(strip.span for strip in piece.strips)
        draft.body.append(Part(PartKind.TABLE, text, piece.strips[0].page, spans))
    else:
        draft.body.extend(_make_crosshead(draft, piece.strips))


def _make_crosshead(draft: _Draft, strips: tuple[Strip, ...]) -> list[Part]:
    if all(patterns.ONLY_MARKS.fullmatch(strip.plain) for strip in strips):
        draft.furniture.append(make_furniture(FurnitureKind.OTHER, strips))
        return []
    return [draft.make(PartKind.CROSSHEAD, strips)]


def _add_cut(draft: _Draft, kind: CutKind, strips: tuple[Strip, ...], initials: frozenset[int]) -> None:
    if kind is CutKind.TEXT:
        note = patterns.EDITOR_NOTE.match(strips[0].plain)
        draft.body.append(draft.make(PartKind.NOTE if note else PartKind.PARAGRAPH, strips, initials))
    elif kind is CutKind.BYLINE:
        _add_byline(draft, strips)
    elif kind is CutKind.CREDIT:
        draft.body.append(draft.make(PartKind.CREDIT, strips))
    elif kind is CutKind.DATELINE:
        part = draft.make(PartKind.DATELINE, strips)
        (draft.body if draft.body else draft.datelines).append(part)
    elif kind is CutKind.BRACKET:
        draft.furniture.append(make_furniture(FurnitureKind.OTHER, strips))
    else:
        _add_jump(draft, kind, strips)


def _add_byline(draft: _Draft, strips: tuple[Strip, ...]) -> None:
    part = draft.make(PartKind.BYLINE, strips)
    # At the head it belongs to the heading; a signature stays where it is printed.
    (draft.body if draft.body else draft.bylines).append(part)
    draft.authors.extend(read_authors(strips))


def _add_jump(draft: _Draft, kind: CutKind, strips: tuple[Strip, ...]) -> None:
    furniture = make_furniture(FurnitureKind.JUMP, strips)
    draft.furniture.append(furniture)
    if kind is CutKind.JUMP_TO:
        draft.jump_to = furniture.text
    else:
        draft.jump_from = furniture.text


def _add_caption(draft: _Draft, block: Block) -> None:
    """A picture's words: the caption, and who took it."""
    strips = tuple(line.strip for line in block.lines)
    last = judge(strips[-1])
    if len(last) == 1 and last[0].kind is LineClass.CREDIT and len(strips) > 1:
        draft.body.append(draft.make(PartKind.CAPTION, strips[:-1]))
        draft.body.append(draft.make(PartKind.CREDIT, strips[-1:]))
        return
    if len(last) == 1 and last[0].kind is LineClass.CREDIT:
        draft.body.append(draft.make(PartKind.CREDIT, strips))
        return
    for cut in find_cuts("".join(strip.plain for strip in strips)):
        if pieces := cut_run(strips, cut.start, cut.end):
            kind = PartKind.CREDIT if cut.kind in (CutKind.CREDIT, CutKind.BYLINE) else PartKind.CAPTION
            draft.body.append(draft.make(kind, pieces))


def _find_kind(story: Story, body: Sequence[Part], *, has_text: bool) -> ArticleKind:
    if not has_text and story.captions:
        return ArticleKind.PHOTO
    kinds = {part.kind for part in body}
    if kinds == {PartKind.TABLE}:
        return ArticleKind.TABLE
    lines = [*(story.heading.lines if story.heading else ()), *(line for label in story.labels for line in label.lines)]
    genre = next((found for line in lines if (found := find_genre(line.strip.plain))), None)
    if genre is Genre.NOTICES:
        return ArticleKind.NOTICE
    return ArticleKind.BRIEF if genre is Genre.BRIEFS else ArticleKind.ARTICLE
