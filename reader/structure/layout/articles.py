"""The entry to this room: the articles of pages whose lines say where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from reader.model import BODY_KINDS, Article, BlockRole, Furniture, FurnitureKind, Note, Page
from reader.structure import patterns
from reader.structure.account import find_unplaced
from reader.structure.articles import Structure, find_page_articles, join_pages
from reader.structure.layout.assembly import block_furniture, build_story, heading_furniture
from reader.structure.layout.captions import find_captions, give_captions
from reader.structure.layout.continuations import Flow, is_open, join_continuations
from reader.structure.layout.headings import (
    Heading,
    count_styles,
    find_headings,
    find_nearest_below,
    part_sections,
    settle_minor,
)
from reader.structure.layout.joining import find_words
from reader.structure.layout.margins import (
    Margins,
    find_block_furniture,
    find_margin_furniture,
    find_repeated,
    is_nameplate,
)
from reader.structure.layout.order import order_by_place
from reader.structure.layout.owners import Story, find_stories
from reader.structure.layout.placing import Area, Level, Placement, find_body_size, has_boxes, place_page
from reader.structure.layout.reading import has_indents, read_pieces
from reader.structure.layout.stacking import Block, join_initials, stack
from reader.structure.layout.tables import find_tables
from reader.structure.lines import Strip, make_strip
from reader.structure.notes import find_notes, note_without_body
from reader.structure.parts import make_furniture

_NAMEPLATE_REACH: Final = 0.2
"""Share of the first page at its head where the nameplate stands."""

_SAME_SIZE: Final = 0.01
"""Share by which sizes of one style differ at most."""

_EAR_LINES: Final = 6
"""Short lines beside the nameplate 报眼: more are a story's."""

_EAR_SENTENCE: Final = 12.0
"""Em; a motto may end in a full stop, a longer line is a sentence of a story."""

_LABEL_NEAR: Final = 3.0
"""Em of its own size between the name of a section and the headline below it."""


def find_positioned_articles(pages: Sequence[Page]) -> Structure:
    """The articles of an issue whose lines have boxes; pages without are read by their words.

    Args:
        pages: In the issue's order. Lines have a box and perhaps a size; only ratios of their units matter.
    """
    rough = [place_page(page) if has_boxes(page) else None for page in pages]
    body = find_body_size([line for placement in rough if placement is not None for line in placement.lines])
    repeated = find_repeated(pages)
    drafts = [_draft_page(page, body, repeated) if has_boxes(page) else None for page in pages]
    styles = count_styles((heading for draft in drafts if draft is not None for heading in draft.headings), body)
    found: list[Structure] = []
    flows: list[Flow | None] = []
    for at, (page, draft) in enumerate(zip(pages, drafts, strict=True)):
        if draft is None:
            found.append(find_page_articles(page))
            flows.append(None)
        else:
            draft.headings = part_sections(draft.headings, styles, body)
            structure, flow = _read_draft(draft, first=at == 0)
            found.append(structure)
            flows.append(flow)
    return join_pages(pages, join_continuations(found, flows))


@dataclass(slots=True)
class _Draft:
    """A page taken apart into blocks."""

    placement: Placement
    texts: list[Block]
    headings: list[Heading]
    furniture: list[Furniture]


def _draft_page(page: Page, body: float, repeated: Margins) -> _Draft:
    """The text blocks and headings of a page, and the furniture among its lines and blocks."""
    placement = place_page(page, body)
    furniture = _find_set_apart(page)
    margins = find_margin_furniture(placement, repeated)
    furniture.extend(
        make_furniture(margins[line.key], (line.strip,)) for line in placement.lines if line.key in margins
    )
    lines = join_initials([line for line in placement.lines if line.key not in margins], placement.body)
    tables = find_tables(lines, placement)
    in_tables = {line.key for table in tables for line in table.lines}
    blocks: list[Block] = []
    for block in [*tables, *stack((line for line in lines if line.key not in in_tables), placement)]:
        kind = find_block_furniture(block)
        if kind is None:
            blocks.append(block)
        else:
            furniture.append(block_furniture(kind, block))
    texts = [block for block in blocks if block.level is not Level.DISPLAY]
    return _Draft(placement, texts, find_headings(blocks, placement), furniture)


def _read_draft(draft: _Draft, *, first: bool) -> tuple[Structure, Flow]:
    """The articles of one page, whose ids count from a1 on this page, and how its text begins and ends."""
    placement, furniture, headings = draft.placement, draft.furniture, draft.headings
    page = placement.page
    if first:
        _take_nameplate(draft)
    settle_minor(draft.texts, headings, placement)
    captions = find_captions(draft.texts, placement)
    texts = [block for block in draft.texts if not any(block is caption for caption in captions)]
    stories, free = find_stories(headings, texts, placement)
    bare = [Story(heading) for heading in free]
    give_captions(captions, stories, bare, placement)
    notes: list[Note] = []
    for story in _give_labels(bare, stories):
        assert story.heading is not None
        plate = is_nameplate(story.heading.lines)
        kind = FurnitureKind.NAMEPLATE if plate else FurnitureKind.OTHER
        furniture.append(heading_furniture(kind, story.heading))
        if not plate and not all(patterns.ONLY_MARKS.fullmatch(line.strip.plain) for line in story.heading.lines):
            notes.append(note_without_body(page.id, furniture[-1].text))
    built, flow = _build(stories, placement)
    furniture.extend(built.furniture)
    furniture.extend(find_unplaced(page, built.articles, furniture))
    return Structure(built.articles, tuple(furniture), (*notes, *built.notes)), flow


def _find_set_apart(page: Page) -> list[Furniture]:
    """Shadows, and print beyond the page's edge."""
    found: list[Furniture] = []
    for block in page.blocks:
        if block.role is BlockRole.TEXT:
            continue
        kind = FurnitureKind.DUPLICATE if block.role is BlockRole.DUPLICATE else FurnitureKind.OTHER
        strips = [strip for line in block.lines if (strip := make_strip(page.id, line.number, line.text))]
        found.extend(make_furniture(kind, (strip,)) for strip in strips)
    return found


def _take_nameplate(draft: _Draft) -> None:
    """Take the nameplate and the short lines around it out of the first page, as furniture."""
    placement, headings = draft.placement, draft.headings
    reach = placement.area.top + _NAMEPLATE_REACH * placement.area.depth
    tops = [heading for heading in headings if heading.area.bottom <= reach]
    if not tops:
        return
    plate = max(tops, key=lambda heading: (is_nameplate(heading.lines), heading.size))
    below = [heading.area.top for heading in headings if heading.area.top >= plate.area.bottom - placement.body]
    floor = min(below, default=reach)
    beside = [block for block in draft.texts if block.area.bottom <= floor and block.area.top <= reach]
    if not is_nameplate(plate.lines):
        # Whatever else the largest type heads, it is not the paper's name when it has a story of its own.
        largest = plate.size >= (1 - _SAME_SIZE) * max(heading.size for heading in headings)
        under, _ = find_nearest_below(plate.area, plate.frame, draft.texts, headings)
        has_story = under is not None and not any(under is block for block in beside)
        if not largest or has_story or not below or not _is_ear(beside):
            return
    headings.remove(plate)
    draft.furniture.append(heading_furniture(FurnitureKind.NAMEPLATE, plate))
    for block in beside:
        if _is_ear([block]):
            draft.texts.remove(block)
            draft.furniture.append(block_furniture(FurnitureKind.OTHER, block))


def _is_ear(blocks: Sequence[Block]) -> bool:
    """Whether blocks are nothing but a few short lines without a sentence."""
    lines = [line for block in blocks for line in block.lines]
    return len(lines) <= _EAR_LINES and not any(
        patterns.STOP.search(line.strip.plain) and line.strip.width > _EAR_SENTENCE for line in lines
    )


def _give_labels(bare: list[Story], stories: list[Story]) -> list[Story]:
    """Give the names of sections to the stories right below them; the headings that are left."""
    rest: list[Story] = []
    for story in bare:
        heading = story.heading
        assert heading is not None
        # The name of a section may stand over the gutter, above none of its columns.
        below = [
            (other.heading.area.top, other.heading.area.start, at)
            for at, other in enumerate(stories)
            if other.heading is not None
            and other.heading.frame == heading.frame
            and other.heading.size <= heading.size
            and -heading.size < other.heading.area.top - heading.area.bottom <= _LABEL_NEAR * heading.size
        ]
        owner = stories[min(below)[2]] if below else None
        if owner is not None and not is_nameplate(heading.lines):
            owner.labels.append(heading)
        else:
            rest.append(story)
    return rest


def _build(stories: Sequence[Story], placement: Placement) -> tuple[Structure, Flow]:
    """The articles of stories, in the page's order, with ids from a1 on; and how the page's text flows."""
    words = find_words(placement.lines)
    marked = {line.strip.line: line.hyphen for line in placement.lines if line.hyphen}
    page_blocks = [block for story in stories for block in story.blocks]
    indents = has_indents(page_blocks)
    articles: list[Article] = []
    furniture: list[Furniture] = []
    notes: list[Note] = []
    hyphens: list[Strip] = []
    ids: dict[int, str] = {}
    ordered, places = _order_stories(stories)
    for story in ordered:
        blocks = order_by_place(story.blocks, lambda block: block.area)
        built = build_story(story, read_pieces(blocks, page_blocks, indents=indents), words, marked)
        furniture.extend(built.furniture)
        hyphens.extend(built.hyphens)
        if built.article is None:
            continue
        ids[id(story)] = f"a{len(articles) + 1}"
        articles.append(replace(built.article, id=ids[id(story)], confidence=story.confidence))
        notes.extend(find_notes(articles[-1]))
    if hyphens:
        furniture.append(make_furniture(FurnitureKind.OTHER, hyphens))
    flow = _find_flow(places, ids, articles, placement)
    return Structure(tuple(articles), tuple(furniture), tuple(notes)), flow


_Place = tuple[Story, Area, Block | None]
"""A story's heading (without a block) or one of its blocks, and where it stands."""


def _order_stories(stories: Sequence[Story]) -> tuple[list[Story], list[_Place]]:
    """Stories in the order of their heads, their headings or where they begin; and all their pieces in order."""
    items: list[_Place] = []
    for story in stories:
        items.extend((story, block.area, block) for block in (*story.blocks, *story.captions))
        if story.heading is not None:
            items.append((story, story.heading.area, None))
    order: dict[int, int] = {}
    places = order_by_place(items, lambda item: item[1])
    for place, (story, _, block) in enumerate(places):
        if story.heading is None or block is None:
            order.setdefault(id(story), place)
    return sorted(stories, key=lambda story: order[id(story)]), places


def _find_flow(
    places: Sequence[_Place], ids: dict[int, str], articles: Sequence[Article], placement: Placement
) -> Flow:
    """How the text of a page begins and ends."""
    texts = [(story, block) for story, _, block in places if block is not None and id(story) in ids]
    if not texts:
        return Flow()
    first = texts[0][0]
    opens = places[0][0] is first and first.heading is None and not first.labels and first.blocks
    bare = next(a for a in articles if a.id == ids[id(first)]).parts[0].kind in BODY_KINDS
    last, end = texts[-1]
    line = end.lines[-1]
    foot = max(block.area.bottom for _, block in texts)
    column = max(block.area.end for _, block in texts if block.area.share_along(end.area) > 0)
    return Flow(
        last=ids[id(last)],
        open_end=is_open(line.strip.text) and not end.rows,
        full_line=column - line.area.end < 2 * line.size,
        full_column=foot - end.area.bottom < 2 * placement.body,
        first=ids[id(first)] if opens and bare else None,
        size=placement.body,
    )
