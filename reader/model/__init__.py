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
from reader.model.page import UNRATED, BlockRole, Box, Direction, Page, TextBlock, TextLine
from reader.model.recognition import find_doubtful, mean_rating

__all__ = [
    "BODY_KINDS",
    "DISPLAY_KINDS",
    "UNRATED",
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
    "find_doubtful",
    "make_line_map",
    "mean_rating",
]
