"""How text is set, as far as the reader decides it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from reader.languages import message
from reader.settings import Settings, Value
from reader.settings.table import AUTO
from reader.typography import Kinsoku

CELLS_PER_EM = 2
"""A Han character takes two cells in every terminal."""

DEFAULT_MEASURE = 40
"""Han characters in a line, at most: in longer ones the eye loses the next line."""


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


_DEFAULTS: Mapping[str, Any] = {field.name: field.default for field in fields(Typesetting)}


def make_typesetting(settings: Settings | Mapping[str, Value], view: View) -> Typesetting:
    """How the text is set by the reader's settings, each of which is called like its field.

    Args:
        settings: Their values.
        view: What is to be taken where they leave the view to the issue.
    """
    values: dict[str, Any] = {
        name: type(default)(settings[name]) for name, default in _DEFAULTS.items() if name != "view"
    }
    chosen = str(settings["view"])
    return Typesetting(view=view if chosen == AUTO else View(chosen), **values)
