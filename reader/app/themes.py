"""Colours made for long reading, and colours that can be read made of anybody else's theme.

The style sheet speaks of `$ink`, `$quiet`, `$heading` and so on; `reading_variables` finds them for every theme.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from textual.color import Color
from textual.theme import Theme

from reader.app.contrast import make_legible


def make_theme(
    name: str,
    *,
    paper: str,
    sheet: str,
    bar: str,
    ink: str,
    quiet: str,
    heading: str,
    second: str,
    warning: str,
    error: str,
    success: str,
    hit: str,
    current_hit: str,
    cursor: str,
    dark: bool,
    extra: Mapping[str, Any] | None = None,
) -> Theme:
    """A theme of opaque colours: whatever Textual would blend, Textual's own widgets get as it is here.

    Args:
        name: Its name.
        paper: Behind the text.
        sheet: Behind sidebar, page and panels.
        bar: Behind header and status line.
        ink: The text.
        quiet: What need not be read: lengths, hints, bylines.
        heading: Headlines.
        second: Labels, captions, the paper's pages.
        warning: For warnings.
        error: For errors.
        success: For what went well.
        hit: Behind what a search has found.
        current_hit: Behind the one that was gone to.
        cursor: Behind the row of a cursor, and the selection.
        dark: Whether the ink is the lighter one.
        extra: Fields of Textual's theme that are to be others than follow from these colours.
    """
    theme = Theme(
        name=name,
        primary=heading,
        secondary=second,
        accent=heading,
        foreground=ink,
        background=paper,
        surface=sheet,
        panel=bar,
        warning=warning,
        error=error,
        success=success,
        dark=dark,
        variables={
            "text": ink,
            "text-muted": quiet,
            "text-disabled": quiet,
            "text-primary": heading,
            "text-secondary": second,
            "text-accent": heading,
            "text-warning": warning,
            "text-error": error,
            "text-success": success,
            "foreground-muted": quiet,
            "panel-lighten-1": bar,
            "block-cursor-foreground": paper,
            "block-cursor-background": heading,
            "block-cursor-blurred-foreground": ink,
            "block-cursor-blurred-background": cursor,
            "input-selection-foreground": ink,
            "input-selection-background": cursor,
            "quiet": quiet,
            "hit-background": hit,
            "hit-current-background": current_hit,
            "cursor-background": cursor,
            "screen-selection-background": cursor,
            "screen-selection-foreground": ink,
        },
    )
    if not extra:
        return theme
    return replace(theme, **{**extra, "variables": {**theme.variables, **extra.get("variables", {})}})


PAPER_DARK = make_theme(
    "paper-dark",
    paper="#1b1a18",
    sheet="#211f1c",
    bar="#2a2824",
    ink="#d8d3c8",
    quiet="#a39c8e",
    heading="#e0ac6a",
    second="#9db4c6",
    warning="#e8b050",
    error="#ee9484",
    success="#a5c47e",
    hit="#5a4a1e",
    current_hit="#e8b860",
    cursor="#3a3326",
    dark=True,
)

PAPER_LIGHT = make_theme(
    "paper-light",
    paper="#faf7f0",
    sheet="#f3eee3",
    bar="#e9e2d3",
    ink="#2b2824",
    quiet="#5d574c",
    heading="#8a3b1e",
    second="#3b5670",
    warning="#7a4e00",
    error="#a02c18",
    success="#3f5e1a",
    hit="#f2dc9a",
    current_hit="#8a3b1e",
    cursor="#e6d8bc",
    dark=False,
)

SEPIA = make_theme(
    "sepia",
    paper="#f1e3c6",
    sheet="#eddcbd",
    bar="#e2cfa9",
    ink="#2a1c0e",
    quiet="#5e4a30",
    heading="#7a2f12",
    second="#3d4f5c",
    warning="#6b4200",
    error="#8e2412",
    success="#3a5216",
    hit="#f7cf6b",
    current_hit="#6e2a10",
    cursor="#dcc596",
    dark=False,
)

HIGH_CONTRAST = make_theme(
    "high-contrast",
    paper="#000000",
    sheet="#000000",
    bar="#1a1a1a",
    ink="#ffffff",
    quiet="#d6d6d6",
    heading="#ffe14d",
    second="#8fe3ff",
    warning="#ffd24d",
    error="#ff9c8f",
    success="#9dff8f",
    hit="#0047b3",
    current_hit="#ffe14d",
    cursor="#003a80",
    dark=True,
)

TERMINAL = Theme(
    name="terminal",
    ansi=True,
    primary="ansi_default",
    secondary="ansi_default",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    accent="ansi_default",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        "text-muted": "ansi_default",
        "text-disabled": "ansi_default",
        "border": "ansi_default",
        "border-blurred": "ansi_default",
        "block-cursor-foreground": "ansi_black",
        "block-cursor-background": "ansi_cyan",
        "block-cursor-blurred-foreground": "ansi_black",
        "block-cursor-blurred-background": "ansi_cyan",
        "input-cursor-background": "ansi_default",
        "input-cursor-foreground": "ansi_default",
        "input-cursor-text-style": "reverse",
        "screen-selection-background": "ansi_cyan",
        "screen-selection-foreground": "ansi_black",
        "scrollbar": "ansi_default",
        "scrollbar-background": "ansi_default",
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
    },
)
"""The terminal's own ink and paper. What must stand out does so by black on a colour, bold, reverse or underline."""

THEMES = (PAPER_DARK, PAPER_LIGHT, SEPIA, HIGH_CONTRAST, TERMINAL)
DEFAULT_THEME = PAPER_DARK.name

_OWN_COLOURS: Final[Mapping[str, str]] = {
    "ink": "ansi_default",
    "quiet": "ansi_default",
    "heading": "ansi_default",
    "second": "ansi_default",
    "alarm": "ansi_default",
    "highlight-foreground": "ansi_black",
    "highlight-background": "ansi_green",
    "hit-foreground": "ansi_default",
    "hit-background": "ansi_default",
    "hit-current-foreground": "ansi_black",
    "hit-current-background": "ansi_yellow",
    "cursor-foreground": "ansi_black",
    "cursor-background": "ansi_cyan",
    "selection-foreground": "ansi_black",
    "selection-background": "ansi_cyan",
    "blurred-foreground": "ansi_default",
    "blurred-background": "ansi_default",
}
"""For themes in the terminal's own colours, of which nobody knows how they contrast."""

_QUIET: Final = 0.35
"""How far quiet text goes from the ink to the paper, contrast permitting."""
_CURSOR: Final = 0.2
"""How much of the theme's colour lies behind a cursor's row; more, and quiet text on it cannot be read."""
_HIT: Final = 0.3
"""How much of its colour lies behind a hit or a highlight."""


def reading_variables(theme: Theme) -> dict[str, str]:
    """The style sheet's own variables for a theme: its colours, changed as little as reading them asks for (WCAG AA).

    What the theme itself says of them goes before this.
    """
    if theme.ansi:
        return dict(_OWN_COLOURS)
    generated = {**theme.to_color_system().generate(), **theme.variables}
    paper = _find_colour(generated["background"], Color(0, 0, 0))

    def find(name: str) -> Color:
        return _find_colour(generated[name], paper)

    surface, panel = find("surface"), find("panel")
    foreground, primary = find("foreground"), find("primary")
    cursor = _stated(theme, "cursor-background") or surface.blend(primary, _CURSOR, alpha=1)
    hit = _stated(theme, "hit-background") or paper.blend(find("warning"), _HIT, alpha=1)
    current = _stated(theme, "hit-current-background") or find("warning")
    highlight = _stated(theme, "highlight-background") or paper.blend(find("success"), _HIT, alpha=1)
    grounds = (paper, surface, panel, cursor)
    colours = {
        "ink": make_legible(foreground, grounds),
        "quiet": make_legible(foreground.blend(paper, _QUIET, alpha=1), grounds),
        "heading": make_legible(primary, grounds),
        "second": make_legible(find("secondary"), grounds),
        "alarm": make_legible(find("error"), grounds),
        "highlight-foreground": make_legible(foreground, (highlight,)),
        "highlight-background": highlight,
        "hit-foreground": make_legible(foreground, (hit,)),
        "hit-background": hit,
        "hit-current-foreground": make_legible(paper, (current,)),
        "hit-current-background": current,
        "cursor-foreground": make_legible(foreground, (cursor,)),
        "cursor-background": cursor,
        "selection-foreground": make_legible(foreground, (cursor,)),
        "selection-background": cursor,
        "blurred-foreground": make_legible(foreground, (panel,)),
        "blurred-background": panel,
    }
    return {name: colour.hex6 for name, colour in colours.items()}


def _find_colour(value: str, ground: Color) -> Color:
    """A colour of a theme, laid on its ground where it is not opaque."""
    colour = Color.parse(value)
    return ground.blend(colour, colour.a, alpha=1)


def _stated(theme: Theme, name: str) -> Color | None:
    return Color.parse(theme.variables[name]) if name in theme.variables else None
