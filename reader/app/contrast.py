"""Contrast between colours, as WCAG 2 reckons it, and colours changed until they have enough of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from textual.color import BLACK, WHITE, Color

ENOUGH: Final = 4.5
"""WCAG 2.2, 1.4.3, level AA for text of ordinary size; a terminal has no large one."""

_STEPS: Final = 40
"""Shades tried between a colour and black or white; finer ones cannot be told apart."""


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two opaque colours, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def least_contrast(color: Color, grounds: Iterable[Color]) -> float:
    """The contrast of a colour with that of several grounds which it stands out from least."""
    return min(contrast(color, ground) for ground in grounds)


def make_legible(color: Color, grounds: Iterable[Color], enough: float = ENOUGH) -> Color:
    """The nearest shade of a colour that can be read on all the grounds; the best there is, where none has enough."""
    grounds = tuple(grounds)
    if least_contrast(color, grounds) >= enough:
        return color
    pole = max(BLACK, WHITE, key=lambda pole: least_contrast(pole, grounds))
    shades = (color.blend(pole, step / _STEPS, alpha=1) for step in range(1, _STEPS + 1))
    return next((shade for shade in shades if least_contrast(shade, grounds) >= enough), pole)


def _luminance(color: Color) -> float:
    red, green, blue = (_linear(channel / 255) for channel in color.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
