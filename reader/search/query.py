"""What a reader asks for, in the form in which it is looked for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.hanzi.fold import fold

IGNORED = re.compile("[\\s\u00ad\u034f\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]+")
"""White space, and what is not seen: soft hyphens, zero-width characters, variation selectors."""


@dataclass(frozen=True, slots=True)
class Query:
    """A search for one stretch of text."""

    text: str
    """As it was typed."""
    needle: str
    """Folded and without white space; "" where there is nothing to look for."""


def parse_query(text: str) -> Query:
    """The query that was typed; white space in it means nothing (张　三 is 张三)."""
    return Query(text, IGNORED.sub("", fold(text)))
