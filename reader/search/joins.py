"""Which parts of an article print broke apart, so that a search reads them as one text."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from reader.model import Article, Part, PartKind

_LINES: Final = frozenset({PartKind.KICKER, PartKind.HEADLINE, PartKind.SUBHEADLINE})
"""Kinds of which each printed line is a part: a phrase may run on over the next of the same kind."""

_SENTENCE_ENDS: Final = "。．.！!？?…；;：:"
_CLOSING: Final = "”’」』）)》〉】〕〗］］\"'"
"""Marks that may stand after the end of a sentence (GB/T 15834 §5.1.2)."""


def find_joins(article: Article) -> tuple[bool, ...]:
    """For each part, whether it reads on from the one before.

    Lines of one heading do, a dateline and its paragraph, and a paragraph that stops in mid-sentence and goes on on
    another page; never a heading and what follows it.
    """
    return (False, *(_reads_on(one, other) for one, other in pairwise(article.parts))) if article.parts else ()


def _reads_on(part: Part, following: Part) -> bool:
    if part.kind is following.kind:
        if part.kind in _LINES:
            return True
        return part.kind is PartKind.PARAGRAPH and _last_page(part) != following.page and not _ends_sentence(part.text)
    return part.kind is PartKind.DATELINE and following.kind is PartKind.PARAGRAPH


def _last_page(part: Part) -> str:
    return part.spans[-1].page if part.spans else part.page


def _ends_sentence(text: str) -> bool:
    return text.rstrip().rstrip(_CLOSING).endswith(tuple(_SENTENCE_ENDS))
