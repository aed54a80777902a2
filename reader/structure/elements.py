"""From judged lines to the elements of a page: paragraphs, display lines, bylines, credits, labels, furniture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from reader.model import FurnitureKind
from reader.structure.classes import Judged, LineClass
from reader.structure.lines import Strip
from reader.structure.manner import Manner
from reader.structure.paragraphs import Run, find_runs
from reader.structure.patterns import JUMP_FROM
from reader.structure.settings import SETTINGS, Settings


class ElementKind(StrEnum):
    """What an element is to its article."""

    PARAGRAPH = "paragraph"
    DISPLAY = "display"
    BYLINE = "byline"
    CREDIT = "credit"
    LABEL = "label"
    JUMP = "jump"
    TABLE = "table"
    VERSE = "verse"


@dataclass(frozen=True, slots=True)
class Element:
    """Lines that belong together and have one role."""

    kind: ElementKind
    strips: tuple[Strip, ...]
    open_start: bool = False
    """A paragraph that begins in mid-sentence, as its lines tell."""
    open_end: bool = False
    item: bool = False
    """A mark such as ● stood before it."""
    advert: bool = False
    """A line of an advertisement."""

    @property
    def text(self) -> str:
        """The source's characters, lines joined without anything between."""
        return "".join(strip.text for strip in self.strips)

    @property
    def plain(self) -> str:
        """`text` as the patterns read it."""
        return "".join(strip.plain for strip in self.strips)


@dataclass(frozen=True, slots=True)
class Loose:
    """Print that belongs to no article."""

    kind: FurnitureKind
    strips: tuple[Strip, ...]


_KINDS = {
    LineClass.BYLINE: ElementKind.BYLINE,
    LineClass.CREDIT: ElementKind.CREDIT,
    LineClass.LABEL: ElementKind.LABEL,
    LineClass.TABLE: ElementKind.TABLE,
    LineClass.VERSE: ElementKind.VERSE,
}


def find_elements(
    judged: Sequence[Judged], manner: Manner, settings: Settings = SETTINGS
) -> tuple[tuple[Element, ...], tuple[Loose, ...]]:
    """Elements in the order of the source, and the furniture that was taken out from among them.

    Furniture is transparent: a page number in the middle of a paragraph does not end it.
    """
    elements: list[Element] = []
    loose: list[Loose] = []
    run: list[Strip] = []

    def close(*, goes_on: bool = False) -> None:
        last = elements[-1] if elements else None
        comes_from = last is not None and last.kind is ElementKind.JUMP and not _goes_on(last.strips[0])
        fresh = last is None or last.kind in (ElementKind.TABLE, ElementKind.VERSE)
        for found in find_runs(run, manner, settings, comes_from=comes_from, goes_on=goes_on, fresh=fresh):
            element, mark = _make_element(found)
            elements.append(element)
            if mark is not None:
                loose.append(Loose(FurnitureKind.OTHER, (mark,)))
        run.clear()

    for piece in judged:
        if piece.furniture is FurnitureKind.JUMP:
            close(goes_on=_goes_on(piece.strip))
            elements.append(Element(ElementKind.JUMP, (piece.strip,)))
        elif piece.kind is LineClass.FURNITURE:
            loose.append(Loose(piece.furniture, (piece.strip,)))
        elif piece.kind is LineClass.TEXT:
            run.append(piece.strip)
        elif piece.goes_on:
            elements[-1] = replace(elements[-1], strips=(*elements[-1].strips, piece.strip))
        else:
            close()
            elements.append(Element(_KINDS[piece.kind], (piece.strip,)))
    close()
    return _mend(elements), tuple(loose)


def _goes_on(strip: Strip) -> bool:
    """Whether a jump line leads to another page, and not from one."""
    return not JUMP_FROM.match(strip.plain)


def _make_element(run: Run) -> tuple[Element, Strip | None]:
    """The element, and the mark before it if there is one."""
    kind = ElementKind.DISPLAY if run.display else ElementKind.PARAGRAPH
    first = run.strips[0]
    rest = first.cut(first.item, len(first.text)) if first.item and not run.open_start else None
    if rest is None:
        return Element(kind, run.strips, run.open_start, run.open_end), None
    strips = (rest, *run.strips[1:])
    return Element(kind, strips, run.open_start, run.open_end, item=True), first.cut(0, first.item)


def _mend(elements: list[Element]) -> tuple[Element, ...]:
    """Join a paragraph that a caption or a heading interrupts with its continuation a few elements on."""
    mended = list(elements)
    at = 0
    while at < len(mended):
        element = mended[at]
        if element.kind is ElementKind.PARAGRAPH and element.open_end:
            for further in range(at + 1, min(at + 6, len(mended))):
                other = mended[further]
                if other.kind in (ElementKind.BYLINE, ElementKind.JUMP):
                    break
                if other.kind is ElementKind.PARAGRAPH:
                    if other.open_start:
                        mended[at] = replace(element, strips=element.strips + other.strips, open_end=other.open_end)
                        del mended[further]
                    break
        at += 1
    return tuple(mended)
