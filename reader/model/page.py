"""What is printed where: the physical half of a newspaper, in ALTO's terms."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

UNRATED = 255
"""Stands in `TextLine.ratings` for a character that was not rated."""


class Direction(StrEnum):
    """How the lines of a page run (ALTO 4.3 BASEDIRECTION)."""

    HORIZONTAL = "ltr"
    VERTICAL = "ttb"


class BlockRole(StrEnum):
    """What a source knows about a block beyond its words."""

    TEXT = "text"
    DUPLICATE = "duplicate"  # copies of glyphs that stand beside them already: shadows
    OUTSIDE = "outside"  # beyond the page's edge, where print would not show it


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page, in the source's own units; only ratios of them mean anything."""

    hpos: float
    vpos: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class TextLine:
    """One printed line."""

    text: str
    """The line as printed, cleaned, without spaces at either end."""
    number: int
    """1-based number of the line on its page, counting blank lines of the source."""
    indent: float = 0.0
    """Width of the white space before the text, in em (U+3000 is 1, a space ½)."""
    tight: bool = False
    """Whether it follows the line before without a blank line between."""
    box: Box | None = None
    size: float | None = None
    """Size of the type, in the units of `box`; None where the source does not say."""
    bold: bool = False
    """Whether the source says that it is set in bold type."""
    ratings: bytes = b""
    """For each character of `text`, how sure the text recognition was of its word, in percent, `UNRATED` where it does
    not say; empty where it says nothing of the line."""
    hyphen: int = 0
    """How many of its last characters the source marks as a hyphen that only divides a word over the line's end."""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Lines that the source itself keeps together."""

    lines: tuple[TextLine, ...]
    id: str | None = None
    box: Box | None = None
    role: BlockRole = BlockRole.TEXT


@dataclass(frozen=True, slots=True)
class Page:
    """One page of an issue 版."""

    id: str
    """Its place in the issue: p1, p2, …"""
    blocks: tuple[TextBlock, ...]
    """In the order of the source."""
    label: str | None = None
    """The page number as the paper prints it, such as 01 or A3; None where unknown."""
    section: str | None = None
    """The name of the page 版名, such as 要闻; None where unknown."""
    direction: Direction = Direction.HORIZONTAL
    box: Box | None = None
    """The whole page, in the units of its lines' boxes; None where the source does not say."""
    rules: tuple[Box, ...] = ()
    """Printed lines that part columns and articles, horizontal and vertical."""
    frames: tuple[Box, ...] = ()
    """Printed or tinted rectangles that hold text together."""
    pictures: tuple[Box, ...] = ()

    @property
    def lines(self) -> tuple[TextLine, ...]:
        """All lines, in the order of the source."""
        return tuple(line for block in self.blocks for line in block.lines)
