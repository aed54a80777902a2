"""How wide text is in this terminal: the one place that the app measures with.

What is drawn is `display_text` of a text, which has the same code points at the same offsets; its width by
`character_cells` and `reader.typography.text_width` is what Rich counts for it and what the terminal draws.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from rich.cells import get_character_cell_size

from reader.app.cell_table import patch_rich, widened_by_selector
from reader.app.terminal_width import TerminalWidths
from reader.typography import text_width
from reader.typography.breaks import CLUSTER
from reader.typography.classes import HAN, LETTER, MARK, classify, find_class
from reader.typography.widths import forget_width, sum_widths

ELLIPSIS = "…"

GETA: Final = "〓"
"""The printer's mark for a character that he has no type for: the geta mark, two cells."""
UNSEEN: Final = "\u034f"
"""Combining grapheme joiner: takes no room, changes nothing. It stands for joiners that join nothing here."""

_JOINER: Final = "\u200d"
_EMOJI_STYLE: Final = "\ufe0f"
_PRIVATE: Final = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_IS_PRIVATE: Final = re.compile(f"[{_PRIVATE}]")
_NEEDS_CARE: Final = re.compile(f"[{_JOINER}{_EMOJI_STYLE}]")

_SYMBOLS: Final = range(0x2190, 0x2C00)
_EMOJI: Final = range(0x1F000, 0x1FB00)
_NO_BASE: Final = (range(0x1F1E6, 0x1F200), range(0x1F3FB, 0x1F400))
"""Regional indicators and skin tones: joined to something by rules of their own."""


class _Widths(dict[str, int]):
    """Cells of single characters, filled on first use."""

    def __missing__(self, character: str) -> int:
        cells = 2 if _IS_PRIVATE.match(character) else get_character_cell_size(character)
        self[character] = cells
        return cells


_widths = _Widths()
_terminal = TerminalWidths()

character_cells = _widths.__getitem__
"""Cells that one character takes on the screen, as the compositor counts them; the same object at all times."""


def use_widths(terminal: TerminalWidths) -> None:
    """Measure as this terminal draws, from now on; what is set already must be set anew."""
    global _terminal
    _terminal = terminal
    patch_rich(terminal)
    _widths.clear()
    forget_width(character_cells)


def display_text(text: str) -> str:
    """The text as it is drawn, code point for code point: draw this, copy the other.

    Private-use characters, for which no font is known, are drawn as 〓. Joiners and emoji selectors that do nothing in
    this terminal are drawn as `UNSEEN`, so that nobody counts them in.
    """
    if text.isascii():
        return text
    text = _IS_PRIVATE.sub(GETA, text)
    return _settle_joiners(text) if _NEEDS_CARE.search(text) else text


def text_cells(text: str) -> int:
    """Cells that a text takes on one row."""
    if _NEEDS_CARE.search(text):
        return text_width(display_text(text), character_cells)
    return sum(map(character_cells, text))


def crop(text: str, cells: int) -> str:
    """The text as it is drawn, cut to at most so many cells, with … where something was cut off."""
    text = display_text(text)
    classes = classify(text)
    before = sum_widths(text, classes, character_cells)
    if before[-1] <= cells:
        return text
    room = cells - character_cells(ELLIPSIS)
    if room <= 0:
        return ""
    end = 0
    for cluster in CLUSTER.finditer(classes):
        if before[cluster.end()] > room:
            break
        end = cluster.end()
    return text[:end].rstrip() + ELLIPSIS


def _settle_joiners(text: str) -> str:
    """The text with only those U+200D and U+FE0F in it that change a width, or are known not to."""
    widens = widened_by_selector()
    drawn = list(text)
    base = ""  # the last character that is no mark
    measured = ""  # the last one that takes room, until a selector has been spent on it
    joined = False  # whether the character is drawn within the one before
    for index, character in enumerate(text):
        if character == _JOINER:
            following = text[index + 1 : index + 2]
            joined = _terminal.joins_emoji and _is_emoji(base) and _is_emoji(following)
            if not joined:
                drawn[index] = UNSEEN
        elif character == _EMOJI_STYLE:
            if measured and character_cells(measured) == 1 and measured not in widens:
                drawn[index] = UNSEEN
            else:
                measured = ""
        else:
            if character_cells(character) and not joined:
                measured = character
            if find_class(character) != MARK:
                base = character
            joined = False
    return "".join(drawn)


def _is_emoji(character: str) -> bool:
    """Whether a character can be joined with another to one emoji."""
    if not character or any(ord(character) in codes for codes in _NO_BASE):
        return False
    if ord(character) in _EMOJI:
        return find_class(character) in (HAN, LETTER)
    is_sign = ord(character) in _SYMBOLS and unicodedata.category(character) in ("So", "Sm")
    return is_sign and find_class(character) in (HAN, LETTER)
