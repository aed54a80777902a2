"""Setting: where a line may break, a paragraph in lines, an article in blocks. Pure functions that draw nothing."""

from reader.typography.breaks import find_atoms, find_breaks
from reader.typography.classes import Kinsoku
from reader.typography.composition import Align, Block, Piece, Run, compose, find_block
from reader.typography.headings import balance
from reader.typography.reflow import Line, reflow
from reader.typography.widths import Width, char_width, text_width

__all__ = [
    "Align",
    "Block",
    "Kinsoku",
    "Line",
    "Piece",
    "Run",
    "Width",
    "balance",
    "char_width",
    "compose",
    "find_atoms",
    "find_block",
    "find_breaks",
    "reflow",
    "text_width",
]
