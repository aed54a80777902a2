"""Colours made for long reading."""

from __future__ import annotations

from textual.theme import Theme

PAPER_DARK = Theme(
    name="paper-dark",
    primary="#d9a05b",
    secondary="#8fa6b8",
    accent="#e0b873",
    foreground="#d8d3c8",
    background="#1b1a18",
    surface="#211f1c",
    panel="#2a2824",
    warning="#e0a030",
    error="#e07a6a",
    success="#93b56c",
    dark=True,
    variables={"hit-background": "#5a4a1e", "hit-current-background": "#e0b050", "hit-current-foreground": "#1b1a18"},
)

PAPER_LIGHT = Theme(
    name="paper-light",
    primary="#8a3b1e",
    secondary="#44607a",
    accent="#8a3b1e",
    foreground="#2b2824",
    background="#faf7f0",
    surface="#f3eee3",
    panel="#e9e2d3",
    warning="#8a5a00",
    error="#a8321e",
    success="#47691f",
    dark=False,
    variables={"hit-background": "#f2dc9a", "hit-current-background": "#8a3b1e", "hit-current-foreground": "#fffaf0"},
)

THEMES = (PAPER_DARK, PAPER_LIGHT)
DEFAULT_THEME = PAPER_DARK.name
