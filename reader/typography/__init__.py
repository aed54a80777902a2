"""Setting: where a line may break, a paragraph in lines or columns, an article in blocks.

Pure functions: text and room in, offsets out; nothing here draws, and nothing here copies the text.
"""

from reader.typography.breaks import find_atoms, find_breaks
from reader.typography.classes import Kinsoku
from reader.typography.columns import SetRow, Stretch, find_position, lay_columns
from reader.typography.composition import Align, Block, Piece, Run, compose, find_block
from reader.typography.headings import balance
from reader.typography.justification import Gap, LineKind, find_kind, justify
from reader.typography.reflow import Line, reflow
from reader.typography.vertical import Cell, Column, find_place, set_vertical
from reader.typography.widths import Width, char_width, text_width

__all__ = [
    "Align",
    "Block",
    "Cell",
    "Column",
    "Gap",
    "Kinsoku",
    "Line",
    "LineKind",
    "Piece",
    "Run",
    "SetRow",
    "Stretch",
    "Width",
    "balance",
    "char_width",
    "compose",
    "find_atoms",
    "find_block",
    "find_breaks",
    "find_kind",
    "find_place",
    "find_position",
    "justify",
    "lay_columns",
    "reflow",
    "set_vertical",
    "text_width",
]
