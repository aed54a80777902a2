"""References as RIS, which nearly every program that keeps references reads."""

from __future__ import annotations

from collections.abc import Iterator

from reader.export.citation.reference import Reference
from reader.export.language import UNKNOWN


def format_ris(reference: Reference) -> str:
    """One record of type NEWS, from TY to ER, its lines parted by line feeds."""
    return "\n".join(f"{tag}  - {value}" for tag, value in _iter_lines(reference))


def _iter_lines(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS"
    yield "ID", reference.key
    for name in reference.authors:
        # A comma would part family and given name.
        yield "AU", name.replace(",", " ")
    if reference.title:
        yield "TI", reference.full_title
    if reference.newspaper:
        yield "T2", reference.newspaper
    if reference.day:
        yield "PY", f"{reference.day.year:04}"
        yield "DA", reference.day.isoformat().replace("-", "/")
    if reference.number:
        yield "IS", reference.number
    if reference.section:
        yield "SE", reference.section
    if bounds := reference.page_range:
        yield "SP", bounds[0]
        yield "EP", bounds[1]
    elif reference.pages:
        yield "SP", ", ".join(reference.pages)
    if reference.language != UNKNOWN:
        yield "LA", reference.language
    yield "ER", ""
