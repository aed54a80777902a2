"""How text is set, as far as the reader decides it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.languages import message
from reader.typography import Kinsoku

CELLS_PER_EM = 2
"""A Han character takes two cells in every terminal."""

DEFAULT_MEASURE = 40
"""Han characters in a line, at most: in longer ones the eye loses the next line."""
MIN_MEASURE, MAX_MEASURE = 8, 80
MAX_INDENT = 2
MAX_SPACING = 2
COLUMN_COUNTS = (0, 1, 2, 3, 4)
"""Columns side by side; 0 takes as many as have room."""


DOUBTFUL = 0.5
"""How sure the text recognition has to be of a word, 0 to 1: below this, by its own account, the word is rather wrong
than right. Archives that do not know write 0.5 throughout."""


class View(StrEnum):
    """The manners of setting an article."""

    HORIZONTAL = "horizontal"
    COLUMNS = "columns"
    VERTICAL = "vertical"


VIEW_NAMES = {
    View.HORIZONTAL: message("Horizontal"),
    View.COLUMNS: message("Columns"),
    View.VERTICAL: message("Vertical"),
}


@dataclass(frozen=True, slots=True)
class Typesetting:
    """The reader's choices; each setting of CLREQ that a grid of cells can follow."""

    view: View = View.HORIZONTAL
    measure: int = DEFAULT_MEASURE
    """Han characters in a line or a vertical column, at most."""
    kinsoku: Kinsoku = Kinsoku.GB
    hanging: bool = False
    """Whether 。，、 may hang into the margin (CLREQ §hanging punctuation)."""
    justify: bool = False
    """Whether lines are spread to the measure (CLREQ §line adjustment)."""
    indent: int = 2
    """Em before a paragraph's first line, 0 to 2."""
    line_spacing: int = 0
    """Blank rows between lines, 0 to 2; in vertical setting, blank cells between columns besides the one there is."""
    paragraph_spacing: int = 0
    """Blank rows, or columns, between paragraphs, 0 to 2."""
    dim_doubtful: bool = False
    """Whether words of which the text recognition was not sure are dim."""
    columns: int = 0
    """Columns side by side in the view of that name; 0 takes as many as have room."""
