"""Where sentences begin and end, by the stops that close them (GB/T 15834—2011 §4.1–4.4)."""

from __future__ import annotations

import re
from typing import Final

_END: Final = re.compile(r"(?:[。！？!?｡]|……|…|\.(?=\s|$))+[”’」』〕】）》〉\")\]]*\s*")
"""Stops that end a sentence, the marks that close what it stands in, and the blanks before the next one."""


def find_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence; together they are the whole text. What has no stop at its end is one too."""
    ends = [found.end() for found in _END.finditer(text)]
    if text and (not ends or ends[-1] < len(text)):
        ends.append(len(text))
    return tuple(zip([0, *ends], ends, strict=False))
