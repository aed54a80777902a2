"""Where a reader is: a place in the text, which outlives width, script and view."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A character of an article."""

    part: int = 0
    """Index into `Article.parts`."""
    offset: int = 0
    """Code points into the part's text."""
