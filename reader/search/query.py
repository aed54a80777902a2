"""What a reader asks for, in the form in which it is looked for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from reader.hanzi.fold import fold, fold_variants

IGNORED = re.compile("[\\s\u00ad\u034f\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]+")
"""White space, and what is not seen: soft hyphens, zero-width characters, variation selectors."""


class Mode(StrEnum):
    """How the words of a query are compared with the text."""

    FOLDED = "folded"
    """Script, width, case and kinds of punctuation make no difference."""
    EXACT = "exact"
    """As typed."""
    VARIANTS = "variants"
    """As folded, and rare variants of characters 異體 count as the common ones."""
    REGEX = "regex"
    """The query is a regular expression, matched against the text as it is printed."""


def _keep(text: str) -> str:
    return text


FOLDS: dict[Mode, Callable[[str], str]] = {Mode.FOLDED: fold, Mode.EXACT: _keep, Mode.VARIANTS: fold_variants}
"""What text and query go through, mode by mode, before they are compared; each keeps the length."""


@dataclass(frozen=True, slots=True)
class Query:
    """A search for one stretch of text."""

    text: str
    """As it was typed."""
    needle: str
    """Folded and without white space, or the regular expression; "" where there is nothing to look for."""
    mode: Mode = Mode.FOLDED


def parse_query(text: str, mode: Mode = Mode.FOLDED) -> Query:
    """The query that was typed; outside a regular expression white space in it means nothing (张　三 is 张三)."""
    if mode is Mode.REGEX:
        return Query(text, text if text.strip() else "", mode)
    return Query(text, IGNORED.sub("", FOLDS[mode](text)), mode)
