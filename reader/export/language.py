"""In which language a text is written, as other programs want to be told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from reader.export import Transform
from reader.hanzi.characters import is_han
from reader.hanzi.script import Script, guess_script
from reader.model import Article, Issue

UNKNOWN: Final = "und"
"""Undetermined (ISO 639-2)."""

_CHINESE: Final = frozenset({"zh", "zho", "chi", "cmn", "yue", "lzh"})
_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
"""Well-formed, as far as newspapers need it (BCP 47 §2.1)."""

_SAMPLE: Final = 4000
"""Code points that tell the script; some articles have as many as a book."""

_SUBTAGS: Final = {Script.SIMPLIFIED: "Hans", Script.TRADITIONAL: "Hant"}


def find_language(issue: Issue, articles: Sequence[Article], transform: Transform | None = None) -> str:
    """The BCP 47 tag of some articles: zh-Hans, zh-Hant, zh, what the source says, or und.

    Args:
        issue: The issue that they stand in, whose source may name a language.
        articles: What is written.
        transform: What is applied to it, for that may change the script.
    """
    said = issue.language if issue.language and _TAG.fullmatch(issue.language) else ""
    primary = said.partition("-")[0].lower()
    if said and primary not in _CHINESE:
        return said
    sample = _take(part.text for article in articles for part in article.parts)
    if not said and not any(map(is_han, sample)):
        return UNKNOWN
    script = guess_script(transform(sample) if transform else sample)
    return said or "zh" if script is None else f"zh-{_SUBTAGS[script]}"


def is_chinese(tag: str) -> bool:
    """Whether a BCP 47 tag names Chinese."""
    return tag.partition("-")[0].lower() in _CHINESE


def _take(texts: Iterable[str]) -> str:
    """The beginning of some texts."""
    taken: list[str] = []
    left = _SAMPLE
    for text in texts:
        taken.append(text[:left])
        left -= len(text)
        if left <= 0:
            break
    return "".join(taken)
