"""One text from printed lines in any script, and where on the page it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from unicodedata import east_asian_width

from reader.hanzi.characters import HAN, is_han
from reader.hanzi.joining import clean_spaces
from reader.model import DISPLAY_KINDS, Furniture, FurnitureKind, LineSpan, Part, PartKind, TextLine

_SPACED: Final = frozenset({PartKind.KICKER, PartKind.HEADLINE, PartKind.SUBHEADLINE})
"""Headings are broken where their sense pauses."""

_HAN: Final = re.compile(f"[{HAN}]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a printed line."""

    page: str
    line: TextLine
    start: int = 0
    end: int | None = None
    """Code points of the line's text, half-open; to its end where None."""

    @property
    def stop(self) -> int:
        """Where it ends."""
        return len(self.line.text) if self.end is None else self.end

    @property
    def text(self) -> str:
        """As printed."""
        return self.line.text[self.start : self.end]

    @property
    def span(self) -> LineSpan:
        """Where it is printed."""
        return LineSpan(self.page, self.line.number, self.start, self.stop)


def join_pieces(pieces: Sequence[Piece], *, spaced: bool = False) -> str:
    """The text of lines that run on: a space between words, nothing beside Han, divided words whole again.

    Args:
        pieces: The lines.
        spaced: Whether a line end is a space beside Han too, as between the halves of a headline.
    """
    texts: list[str] = []
    divided = False
    for piece in pieces:
        text = piece.text
        if texts and text and not divided and (spaced or is_word_break(texts[-1][-1:], text[0])):
            texts.append(" ")
        hyphen = piece.line.hyphen if piece.stop == len(piece.line.text) else 0
        divided = 0 < hyphen < len(text) and piece is not pieces[-1]
        texts.append(text[:-hyphen] if divided else text)
    return "".join(texts)


def is_word_break(before: str, after: str) -> bool:
    """Whether the words of two lines or strings are parted by a space: those of Han and its marks are not."""
    return not (_is_wide(before) or _is_wide(after))


def _is_wide(character: str) -> bool:
    if not character or character.isascii():
        return not character
    return (is_han(character) or east_asian_width(character) in "WF") and not _is_hangul(character)


def _is_hangul(character: str) -> bool:
    return "\uac00" <= character <= "\ud7a3" or "\u1100" <= character <= "\u11ff"


def make_part(kind: PartKind, pieces: Sequence[Piece]) -> Part:
    """One part of an article from its lines; at least one."""
    text = join_pieces(pieces, spaced=kind in _SPACED)
    if _HAN.search(text):
        text = clean_spaces(text, heading=kind in DISPLAY_KINDS)
    return Part(kind, text, pieces[0].page, tuple(piece.span for piece in pieces))


def make_furniture(kind: FurnitureKind, pieces: Sequence[Piece]) -> Furniture:
    """One piece of furniture from its lines; at least one."""
    return Furniture(kind, join_pieces(pieces), pieces[0].page, tuple(piece.span for piece in pieces))
