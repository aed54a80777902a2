"""A theme as a file has it: its colours, what each is for, and whether they can be read."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any, Final

from textual.color import Color, ColorParseError
from textual.theme import Theme

from reader.app.contrast import ENOUGH, contrast
from reader.app.themes import PAPER_DARK, PAPER_LIGHT, make_theme
from reader.hanzi.harmless import make_harmless
from reader.languages import message, say
from reader.settings.complaint import Complaint
from reader.settings.lines import find_error, find_lines
from reader.settings.parsing import describe_wrong

FIELDS: Final[Mapping[str, str]] = {
    "paper": message("behind the text"),
    "sheet": message("behind contents, page and panels"),
    "bar": message("behind the header and the status line"),
    "ink": message("the text"),
    "quiet": message("what need not be read: lengths, hints, bylines"),
    "heading": message("headlines"),
    "second": message("labels, captions, the paper's pages"),
    "warning": message("warnings"),
    "error": message("errors"),
    "success": message("what went well"),
    "hit": message("behind what a search has found"),
    "current_hit": message("behind the match that was gone to"),
    "cursor": message("behind the row of a cursor, and the selection"),
}
"""The colours of a theme → messages that say what they are for."""

COLOUR: Final = message("a colour such as #2b2824 or sienna")

TEXTUAL: Final = "textual"
"""The table of a file for the colours of Textual's own widgets."""
TEXTUAL_FIELDS: Final = frozenset(field.name for field in fields(Theme)) - {"name", "dark", "ansi"}
"""What that table may have."""
_NUMBERS: Final = frozenset({"luminosity_spread", "text_alpha"})
_INKS: Final = ("ink", "quiet", "heading", "second", "warning", "error", "success")
_GROUNDS: Final = ("paper", "sheet", "bar", "cursor")


def parse_theme(text: str, name: str, file: str) -> tuple[Theme | None, list[Complaint]]:
    """A theme, and what is wrong with it; colours that it leaves out, or has wrong, are those of paper-dark or -light.

    Args:
        text: The file.
        name: What the theme is called.
        file: The file, as complaints name it.
    """
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line, reason = find_error(error) if isinstance(error, tomllib.TOMLDecodeError) else (None, "")
        sentence = say("this is no TOML, so that nothing in it applies: {error}", error=reason)
        return None, [Complaint(sentence, line, file)]
    lines = find_lines(text)
    complaints: list[Complaint] = []

    def complain(sentence: str, *path: str) -> None:
        complaints.append(Complaint(sentence, lines.get(path), file))

    dark = data.get("dark", True)
    if not isinstance(dark, bool):
        complain(describe_wrong("dark", say("true or false"), dark), "dark")
        dark = True
    colours = usual_colours(dark=dark)
    extra: dict[str, Any] = {}
    for key, value in data.items():
        if key in FIELDS:
            if _is_colour(value):
                colours[key] = value
            else:
                complain(describe_wrong(key, say(COLOUR), value), key)
        elif key == TEXTUAL and isinstance(value, dict):
            for field, inner in value.items():
                if (wrong := _find_fault(field, inner)) is not None:
                    complain(wrong, TEXTUAL, field)
                else:
                    extra[field] = inner
        elif key != "dark":
            complain(say("a theme has no colour {name}", name=make_harmless(key)), key)
    complaints += (Complaint(sentence, file=file) for sentence in find_low_contrast(colours))
    return make_theme(name, dark=dark, extra=extra, **colours), complaints


def _find_fault(field: str, value: object) -> str | None:
    """What is wrong with a field of Textual's."""
    if field not in TEXTUAL_FIELDS:
        return say("Textual's themes have no field {name}", name=make_harmless(field))
    if field in _NUMBERS:
        good, wanted = isinstance(value, float) and 0 <= value <= 1, say("a number from 0.0 to 1.0")
    elif field == "variables":
        good = isinstance(value, dict) and all(isinstance(inner, str) for inner in value.values())
        wanted = say("a table of texts")
    else:
        good, wanted = _is_colour(value), say(COLOUR)
    return None if good else describe_wrong(field, wanted, value)


def _is_colour(value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        colour = Color.parse(value)
    except ColorParseError:
        return False
    # How the terminal's own colours, or one that shows what is below it, contrast with others, nobody knows.
    return colour.a == 1 and colour.ansi is None


def usual_colours(*, dark: bool) -> dict[str, str]:
    """The colours of paper-dark or paper-light by the names of `FIELDS`."""
    theme = PAPER_DARK if dark else PAPER_LIGHT
    found = {
        "paper": theme.background,
        "sheet": theme.surface,
        "bar": theme.panel,
        "ink": theme.foreground,
        "quiet": theme.variables["quiet"],
        "heading": theme.primary,
        "second": theme.secondary,
        "warning": theme.warning,
        "error": theme.error,
        "success": theme.success,
        "hit": theme.variables["hit-background"],
        "current_hit": theme.variables["hit-current-background"],
        "cursor": theme.variables["cursor-background"],
    }
    return {name: str(colour) for name, colour in found.items()}


def find_low_contrast(colours: Mapping[str, str]) -> Iterator[str]:
    """A sentence for each colour of text that stands out too little from what is behind it (WCAG AA)."""
    pairs = [*((ink, ground) for ink in _INKS for ground in _GROUNDS), ("ink", "hit"), ("paper", "current_hit")]
    for ink in dict.fromkeys(ink for ink, _ in pairs):
        ratio, ground = min(
            (contrast(Color.parse(colours[ink]), Color.parse(colours[ground])), ground)
            for other, ground in pairs
            if other == ink
        )
        if ratio < ENOUGH:
            yield say(
                "{ink} on {ground} has a contrast of {ratio}; what is to be read needs {enough}",
                ink=ink,
                ground=ground,
                ratio=f"{ratio:.1f}",
                enough=ENOUGH,
            )


def write_theme(*, dark: bool) -> str:
    """The text of a file with the colours of paper-dark or paper-light, each explained, to be changed."""
    lines = [
        f"# {say('A theme for dubao. Colours are written #rrggbb, or by a name that CSS has.')}",
        "",
        f"# {say('whether the ink is the lighter one')}",
        f"dark = {str(dark).lower()}",
    ]
    for field, colour in usual_colours(dark=dark).items():
        lines += ["", f"# {say(FIELDS[field])}", f'{field} = "{colour}"']
    about = say("Fields of Textual's themes, such as accent, may follow here.")
    return "\n".join([*lines, "", f"# {about}", f"#[{TEXTUAL}]"]) + "\n"
