"""One drawn character of a PDF page, in the page's own frame: y runs down from the top edge."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, NamedTuple


class Glyph(NamedTuple):
    """A character as drawn; lengths in points (1/72 inch) of the page as it is shown."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    """The loose box: the character's advance by its font's ascent and descent."""
    baseline: float
    """Where it stands on the line, in the direction across its text; y for horizontal text."""
    size: float
    """Effective size of the type."""
    bold: bool = False
    turn: int = 0
    """How many quarters the text is turned clockwise; 0 for upright text."""


class Rectangle(NamedTuple):
    """Edges on the page, in points; y runs down."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page taken apart."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    """In the order of the content stream."""
    rules: tuple[Rectangle, ...] = ()
    frames: tuple[Rectangle, ...] = ()
    pictures: tuple[Rectangle, ...] = ()


_BOLD_NAME: Final = re.compile(
    r"bold|black|heavy|demi|fz(?:dh|ht|xbs|dbs|chj|cch|zcd|y[34]|xh|zhunyuan)|simhei|stheiti|heiti", re.I
)
"""Bold faces by name; of Founder's: 大黑 黑体 小标宋 大标宋 超粗黑 粗倩 …, which set headings."""

_FORCE_BOLD: Final = 1 << 18
"""PDF 32000-1 table 123, bit 19."""

_BOLD_WEIGHT: Final = 700
"""CSS and OS/2 weight; PDFium derives smaller ones from the width of stems, which proves little."""


def is_bold(name: str, flags: int, weight: int) -> bool:
    """Whether a font is a bold one.

    Args:
        name: Its name, with or without the tag of a subset.
        flags: Its descriptor's flags.
        weight: Its weight, or what PDFium takes for it.
    """
    if _BOLD_NAME.search(name.rpartition("+")[2]):
        return True
    return bool(flags & _FORCE_BOLD) and weight >= _BOLD_WEIGHT


def read_character(code: int) -> str:
    """The character for a code that PDFium gives: hyphens at line ends are marked, unmapped glyphs are unknown."""
    # PDFium gives the hyphen at a line's end as U+0002 or U+FFFE.
    if code in (0x02, 0xFFFE):
        return "-"
    # C0 and C1 controls stand for glyphs without a Unicode value, mostly ligatures.
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code in (0xFFFF, 0xFEFF) or code > 0x10FFFF:
        return " " if code in (0x09, 0x0A, 0x0D) else "\ufffd"
    return chr(code)


def is_unreadable(character: str) -> bool:
    """Whether nobody can tell what it stands for: U+FFFD and private use."""
    return character == "\ufffd" or "\ue000" <= character <= "\uf8ff" or character >= "\U000f0000"
