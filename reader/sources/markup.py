"""What sort of XML or HTML a file is, by the first tag in it; nothing is parsed."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

_PROLOG: Final = re.compile(
    r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!doctype[^>\[]*(?:\[.*?\]\s*)?>\s*)*", re.DOTALL | re.IGNORECASE
)
"""What may stand before the root: the declaration, instructions, comments, the document type."""

_JUNK: Final = re.compile(r"\A[^<]{0,64}(?=<)")
"""What damage leaves before the first tag: a byte order mark in the wrong encoding, a declaration without its "<"."""

_TAG: Final = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)([^>]*)")
_DECLARED: Final = re.compile(r"\A\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.-]+)")

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class RootTag:
    """The first tag of a file."""

    name: str
    """Its local name, lower case."""
    attributes: str
    """What follows the name, as far as it was looked at."""


def find_root(head: bytes) -> RootTag | None:
    """The first tag of some markup; None where the content does not begin as markup does.

    Args:
        head: The first bytes of the content.
    """
    text = _JUNK.sub("", decode_head(head), count=1)
    prolog = _PROLOG.match(text)
    tag = _TAG.match(text, prolog.end() if prolog else 0)
    return RootTag(tag[1].lower(), tag[2]) if tag else None


def decode_head(head: bytes) -> str:
    """The first bytes of some markup as text in which its ASCII characters are right."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return head.decode(encoding, "replace").removeprefix("\ufeff")
    # All other encodings that such files come in keep ASCII where it is.
    return head.decode("latin-1")


def find_declared_encoding(head: bytes) -> str | None:
    """The encoding that an XML declaration names, if there is one."""
    declared = _DECLARED.match(decode_head(head[:200]))
    return declared[1] if declared else None
