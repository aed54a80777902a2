"""One module a format: bytes to pages of lines, and notes about them.

A new format is a `Source` in a module of its own and one entry in `formats.FORMATS`; the most particular come first.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

from reader.errors import NotTextError
from reader.languages import sentence
from reader.sources.base import Source, Sourced
from reader.sources.formats import FORMATS
from reader.sources.plain import PlainText
from reader.sources.signatures import HEAD_BYTES, find_signature

__all__ = ["HEAD_BYTES", "SOURCES", "Source", "Sourced", "find_source", "recognise"]

SOURCES: Final[tuple[Source, ...]] = (*FORMATS, PlainText())
"""Every format, in the order in which they are asked."""


def find_source(path: PurePath, head: bytes) -> Source | None:
    """The format of some content: of those that accept it, the one that its suffix names, else the first.

    Args:
        path: The file's name.
        head: The first `HEAD_BYTES` of its content, or more.
    """
    accepting = [source for source in SOURCES if source.accepts(path, head)]
    named = (source for source in accepting if path.suffix.lower() in source.suffixes)
    return next(named, accepting[0] if accepting else None)


def recognise(path: PurePath, head: bytes, *, name: str) -> Source:
    """The format of some content, or a sentence on what the content seems to be.

    Args:
        path: The file's name.
        head: The first `HEAD_BYTES` of its content, or more.
        name: The file as the user knows it, for the message.

    Raises:
        NotTextError: No format takes it.
    """
    if source := find_source(path, head):
        return source
    signature = find_signature(head)
    if signature is None:
        raise NotTextError(name, sentence("this is in no format that dubao knows; name the page's text file instead"))
    raise NotTextError(
        name,
        sentence(
            "this seems to be {kind}, which dubao does not read; {advice}",
            kind=sentence(signature.name),
            advice=sentence(signature.advice),
        ),
    )
