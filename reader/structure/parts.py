"""Parts of an article from the strips that they are printed on."""

from __future__ import annotations

from collections.abc import Sequence

from reader.hanzi.joining import clean_spaces, join_lines
from reader.model import DISPLAY_KINDS, Furniture, FurnitureKind, Part, PartKind
from reader.structure.lines import Strip


def make_part(kind: PartKind, strips: Sequence[Strip], *, spaced: bool = False) -> Part:
    """One part from its lines; `spaced` keeps a space where a line ends (the halves of a headline)."""
    texts = [strip.text for strip in strips]
    text = " ".join(texts) if spaced else join_lines(texts)
    # White space parts the fields of a row.
    text = text.replace("\t", "  ") if kind is PartKind.TABLE else clean_spaces(text, heading=kind in DISPLAY_KINDS)
    return Part(kind, text, strips[0].page, tuple(strip.span for strip in strips))


def make_furniture(kind: FurnitureKind, strips: Sequence[Strip]) -> Furniture:
    """One piece of furniture from its lines."""
    text = " ".join(strip.text for strip in strips)
    return Furniture(kind, text, strips[0].page, tuple(strip.span for strip in strips))
