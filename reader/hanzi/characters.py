"""Classes and widths of the characters that Chinese newspapers are set in."""

from __future__ import annotations

import unicodedata
from functools import cache

HAN = "\u2e80-\u2fdf\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
"""The ideographs as the inside of a regular expression's character class; the same set as `is_han`."""

OPENING = frozenset("“‘「『（《〈【〔〖［｛([{" + "︵︷︹︻︽︿﹁﹃﹇︗")
"""Opening quotes, brackets and title marks, with their vertical forms (U+FE35 ff.)."""

CLOSING = frozenset("”’」』）》〉】〕〗］｝)]}" + "︶︸︺︼︾﹀﹂﹄﹈︘")
"""Their closing partners."""

SENTENCE_ENDS = frozenset("。！？．…⋯.!?｡" + "︒︕︖︙﹒﹖﹗")
"""Marks that may end a sentence (GB/T 15834 句末点号, and the ellipsis)."""

PAUSES = frozenset("，、；：,;:､" + "︐︑︓︔﹐﹑﹔﹕")
"""Marks inside a sentence (GB/T 15834 句内点号)."""

DASHES = frozenset("—–―⸺－─" + "︱︲")
"""Dashes, half or whole."""

INTERPUNCTS = frozenset("·・•‧･∙⋅")
"""The dot between the parts of a name 间隔号, in all the code points that sources use for it."""

PUNCTUATION = OPENING | CLOSING | SENTENCE_ENDS | PAUSES | DASHES | INTERPUNCTS

# Neutral by Unicode, but set one em wide in Chinese, like the ellipsis U+2026 that it stands for.
_WIDE_BY_CUSTOM = "⋯⸺"


def is_han(character: str) -> bool:
    """Whether one character is an ideograph.

    True for the unified ideographs with all their extensions (planes 2 and 3 hold nothing else), the compatibility
    ideographs, 〇, the repetition mark 々, and the radicals that broken PDF fonts give in place of whole characters.
    """
    code = ord(character)
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or 0x20000 <= code <= 0x3FFFD
        or 0xF900 <= code <= 0xFAFF
        or 0x2E80 <= code <= 0x2FDF
        or code in (0x3005, 0x3007)
    )


@cache
def _character_width(character: str) -> float:
    if is_han(character) or character in _WIDE_BY_CUSTOM:
        return 1.0
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5


def em_width(text: str) -> float:
    """The width of a text as the paper set it, in em.

    Wide, full-width and ambiguous characters (UAX #11 W, F, A: Han, 。, and also “ — …) take one em, others half an
    em, combining marks and invisible format characters nothing. How wide a terminal draws them is another matter.
    """
    return sum(map(_character_width, text))
