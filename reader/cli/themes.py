"""`dubao themes`: the colours that there are, where they come from, and how well they can be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from textual.color import Color
from textual.theme import Theme

from reader.app.contrast import contrast
from reader.app.theme_files import list_sources
from reader.app.themes import reading_variables
from reader.cli.columns import GAP, align
from reader.cli.terminal import paint
from reader.export.json import JsonObject
from reader.hanzi.harmless import make_harmless
from reader.languages import say
from reader.settings import Settings

SCHEMA: Final = "dubao.themes/1"
CONTRAST_COLUMN: Final = 2


def format_themes(settings: Settings) -> Iterator[str]:
    """A line a theme: its name, dark or light, the contrast of text with paper, and where it is from."""
    rows = []
    for theme, source, path in list_sources():
        ratio = find_contrast(theme)
        kind = say("the terminal's") if ratio is None else say("dark") if theme.dark else say("light")
        name = f"{'*' if theme.name == settings['theme'] else ' '} {theme.name}"
        rows.append([name, kind, "" if ratio is None else f"{ratio:.1f}", make_harmless(str(path or source))])
    for *columns, source in align(rows, frozenset({CONTRAST_COLUMN})):
        yield (" " * GAP).join(columns) + " " * GAP + paint(source, "quiet")


def describe_themes() -> JsonObject:
    """The same as values that JSON knows, in the schema "dubao.themes/1"."""
    return {
        "schema": SCHEMA,
        "themes": [
            {
                "name": theme.name,
                "dark": theme.dark,
                "contrast": None if (ratio := find_contrast(theme)) is None else round(ratio, 2),
                "source": source.lower() or "file",
                "path": None if path is None else make_harmless(str(path)),
            }
            for theme, source, path in list_sources()
        ],
    }


def find_contrast(theme: Theme) -> float | None:
    """The contrast of text with its paper, as it is drawn (WCAG); None in the terminal's own colours."""
    if theme.ansi:
        return None
    paper = (theme.to_color_system().generate() | theme.variables)["background"]
    return contrast(Color.parse(reading_variables(theme)["ink"]), Color.parse(paper))
