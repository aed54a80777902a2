"""Captions 图说: the words beside a picture, by nearness; and whose picture it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reader.structure import patterns
from reader.structure.classes import LineClass, judge
from reader.structure.layout.headings import find_nearest_above
from reader.structure.layout.owners import Story
from reader.structure.layout.placing import Area, Level, Placement, find_union
from reader.structure.layout.stacking import Block

_NEAR: Final = 2.0
"""Em between a picture and its caption."""

_LINES: Final = 6
"""A longer text beside a picture is a story's."""

_SHARE: Final = 0.5
"""Share of a caption that lies along its picture."""

_HEADING_NEAR: Final = 3.0
"""Em between a caption and a heading right above it, whose only text it is."""


def find_captions(blocks: Sequence[Block], placement: Placement) -> list[Block]:
    """The blocks that are captions: short and small beside a picture, or saying that they are."""
    return [block for block in blocks if _is_caption(block, placement)]


def _is_caption(block: Block, placement: Placement) -> bool:
    if block.rows or block.level > Level.BODY or len(block.lines) > _LINES:
        return False
    near = any(is_beside(block.area, picture, _NEAR * placement.body) for picture in placement.pictures)
    if block.level is Level.SMALL:
        return near or _says_so(block)
    return near and _says_so(block)


def _says_so(block: Block) -> bool:
    """Whether its words are a caption's: 图为…, …摄."""
    if patterns.CAPTION.match(block.lines[0].strip.plain):
        return True
    return judge(block.lines[-1].strip)[-1].kind is LineClass.CREDIT


def is_beside(area: Area, picture: Area, near: float) -> bool:
    """Whether words stand close below, above or beside a picture, or on it."""
    if area.share_along(picture) >= _SHARE:
        gap = max(area.top - picture.bottom, picture.top - area.bottom)
    elif area.share_across(picture) >= _SHARE:
        gap = max(area.start - picture.end, picture.start - area.end)
    else:
        return False
    return gap <= near


def give_captions(captions: Sequence[Block], stories: list[Story], free: list[Story], placement: Placement) -> None:
    """Give every caption to a story: a heading right above without other text, the story around it, or the nearest.

    Args:
        captions: The captions.
        stories: The stories with text; one is added for a caption that has none near.
        free: Stories of headings without text; one that takes a caption moves to the stories.
        placement: The page.
    """
    for caption in captions:
        picture = next(
            (area for area in placement.pictures if is_beside(caption.area, area, _NEAR * placement.body)), None
        )
        area = find_union((caption.area, picture)) if picture is not None else caption.area
        heads = [story.heading for story in free if story.heading is not None]
        _, heading = find_nearest_above(area, caption.frame, [b for s in stories for b in s.blocks], heads)
        if heading is not None and area.top - heading.area.bottom <= _HEADING_NEAR * max(placement.body, heading.size):
            story = next(story for story in free if story.heading is heading)
            story.captions.append(caption)
            free.remove(story)
            stories.append(story)
            continue
        owner = _find_owner(area, caption.frame, stories)
        if owner is None:
            owner = Story(None)
            stories.append(owner)
        owner.captions.append(caption)


def _find_owner(area: Area, frame: int, stories: Sequence[Story]) -> Story | None:
    """The story around a picture, or the one with text nearest to it."""
    best: Story | None = None
    nearest = float("inf")
    for story in stories:
        areas = [block.area for block in (*story.blocks, *story.captions) if block.frame == frame]
        if story.heading is not None and story.heading.frame == frame:
            areas.append(story.heading.area)
        if not areas:
            continue
        around = find_union(areas)
        distance = min(_measure(area, other) for other in areas)
        if around.contains(area):
            distance /= 4
        if distance < nearest:
            best, nearest = story, distance
    return best


def _measure(a: Area, b: Area) -> float:
    along = max(0.0, a.start - b.end, b.start - a.end)
    across = max(0.0, a.top - b.bottom, b.top - a.bottom)
    return along + across
