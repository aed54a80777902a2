"""References for BibTeX and biblatex, which read the same entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reader.export.citation.reference import Reference

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The names that every BibTeX style knows, and writes in its own language."""

_ESCAPES: Final = {
    "\\": r"\textbackslash{}",
    # BibTeX counts braces before TeX sees the backslash in front of them.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "`": r"\textasciigrave{}",
    **{character: f"\\{character}" for character in "$&#%_"},
}
_SPECIAL: Final = re.compile(r"[\\{}~^`$&#%_]|([-',<>])(?=\1)")
"""What TeX takes for a command, and the first of two characters that it would set as one: -- is a dash."""


def format_bibtex(reference: Reference) -> str:
    """One `@article`; names and titles in braces of their own are neither split nor put in lower case."""
    fields = "".join(f",\n  {name} = {value}" for name, value in _iter_fields(reference))
    return f"@article{{{reference.key}{fields}\n}}"


def escape_bibtex(text: str) -> str:
    """The text as TeX would print it."""
    return _SPECIAL.sub(lambda found: f"{found[1]}{{}}" if found[1] else _ESCAPES[found[0]], text)


def _iter_fields(reference: Reference) -> Iterator[tuple[str, str]]:
    if reference.authors:
        names = " and ".join(f"{{{escape_bibtex(name)}}}" for name in reference.authors)
        yield "author", f"{{{names}}}"
    if reference.title:
        yield "title", f"{{{{{escape_bibtex(reference.full_title)}}}}}"
    if reference.newspaper:
        yield "journal", f"{{{{{escape_bibtex(reference.newspaper)}}}}}"
    if reference.day:
        yield "date", f"{{{reference.day.isoformat()}}}"
        yield "year", f"{{{reference.day.year}}}"
        yield "month", _MONTHS[reference.day.month - 1]
    if reference.number:
        yield "number", f"{{{escape_bibtex(reference.number)}}}"
    if reference.pages:
        bounds = reference.page_range
        dash, named = ("--", bounds) if bounds else (", ", reference.pages)
        yield "pages", f"{{{dash.join(map(escape_bibtex, named))}}}"
    # biblatex sets articles of newspapers by it; BibTeX passes it over.
    yield "entrysubtype", "{newspaper}"
    if reference.is_chinese:
        yield "langid", "{chinese}"
