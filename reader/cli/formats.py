"""`dubao formats`: what opens, and how it is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reader.cli.columns import GAP, align
from reader.cli.terminal import paint
from reader.export.json import JsonObject
from reader.languages import message, say

SCHEMA: Final = "dubao.formats/1"

_PLAIN: Final = ("plain", message("plain text"), message("text that is none of the others"))

_ARCHIVES: Final = (
    ("zip", "ZIP", message("begins with PK; holds any of the above")),
    ("tar", "tar (.gz .bz2 .xz)", message("a tar header; holds any of the above")),
)

_FOLDERS: Final = message("a folder: as its METS, DIDL, IIIF or e-paper file says, else a page a file in natural order")


def list_formats() -> tuple[tuple[str, str, str, tuple[str, ...]], ...]:
    """Name, title, evidence and suffixes of every format, in the order in which they are asked; to be translated."""
    from reader.sources import SOURCES
    from reader.sources.deferred import Deferred

    rows = []
    for source in SOURCES:
        name, title, evidence = (source.name, source.title, source.evidence) if isinstance(source, Deferred) else _PLAIN
        rows.append((name, title, evidence, tuple(sorted(source.suffixes))))
    return (*rows, *((*archive, ()) for archive in _ARCHIVES))


def format_formats() -> Iterator[str]:
    """The lines of the table: a row a format, and under it how it is told."""
    formats = list_formats()
    rows = align([[name, say(title), " ".join(suffixes)] for name, title, _, suffixes in formats])
    for row, (_, _, evidence, _) in zip(rows, formats, strict=True):
        yield (" " * GAP).join(row).rstrip()
        yield paint(f"  {say(evidence)}", "quiet")
    yield say(_FOLDERS)


def describe_formats() -> JsonObject:
    """The table as values that JSON knows, in the schema "dubao.formats/1"."""
    return {
        "schema": SCHEMA,
        "formats": [
            {"name": name, "title": title, "detection": evidence, "suffixes": list(suffixes)}
            for name, title, evidence, suffixes in list_formats()
        ],
    }
