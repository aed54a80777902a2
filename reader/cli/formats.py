"""`dubao formats`: what opens, and how it is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reader.cli.columns import GAP, align
from reader.cli.terminal import paint
from reader.export.json import JsonObject

SCHEMA: Final = "dubao.formats/1"

_PLAIN: Final = ("plain", "纯文本 plain text", "不是其他格式的文字 · text that is none of the others")

_ARCHIVES: Final = (
    ("zip", "ZIP", "文件开头为 PK，内含以上任何一种 · begins with PK; holds any of the above"),
    ("tar", "tar (.gz .bz2 .xz)", "tar 文件头，内含以上任何一种 · a tar header; holds any of the above"),
)

_FOLDERS: Final = (
    "文件夹：其中有 METS、DIDL、IIIF 或数字报的，按其指引读；否则每个文件为一版，按自然顺序 · "
    "a folder: as its METS, DIDL, IIIF or e-paper file says, else a page a file in natural order"
)


def list_formats() -> tuple[tuple[str, str, str, tuple[str, ...]], ...]:
    """Name, title, evidence and suffixes of every format, in the order in which they are asked."""
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
    rows = align([[name, title, " ".join(suffixes)] for name, title, _, suffixes in formats])
    for row, (_, _, evidence, _) in zip(rows, formats, strict=True):
        yield (" " * GAP).join(row).rstrip()
        yield paint(f"  {evidence}", "quiet")
    yield _FOLDERS


def describe_formats() -> JsonObject:
    """The table as values that JSON knows, in the schema "dubao.formats/1"."""
    return {
        "schema": SCHEMA,
        "formats": [
            {"name": name, "title": title, "detection": evidence, "suffixes": list(suffixes)}
            for name, title, evidence, suffixes in list_formats()
        ],
    }
