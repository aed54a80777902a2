"""Frozen values that every other part speaks in; standard library only, no I/O."""

from reader.model.article import (
    BODY_KINDS,
    DISPLAY_KINDS,
    Article,
    ArticleKind,
    Author,
    Jump,
    LineSpan,
    Part,
    PartKind,
    count_characters,
)
from reader.model.issue import Furniture, FurnitureKind, Issue, Note
from reader.model.line_map import LineMap, LinePiece, PrintedPlace, TextPlace, make_line_map
from reader.model.page import BlockRole, Box, Direction, Page, TextBlock, TextLine

__all__ = [
    "BODY_KINDS",
    "DISPLAY_KINDS",
    "Article",
    "ArticleKind",
    "Author",
    "BlockRole",
    "Box",
    "Direction",
    "Furniture",
    "FurnitureKind",
    "Issue",
    "Jump",
    "LineMap",
    "LinePiece",
    "LineSpan",
    "Note",
    "Page",
    "Part",
    "PartKind",
    "PrintedPlace",
    "TextBlock",
    "TextLine",
    "TextPlace",
    "count_characters",
    "make_line_map",
]
