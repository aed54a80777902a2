"""References as the English-speaking world writes them: Chicago, MLA, APA, each for a newspaper's article.

Plain text, so nothing is in italics. A name is never turned around, for only who knows its language knows which half is
the family's; Chinese names stand in their own order in all three styles anyway.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from reader.export.citation.reference import Reference

_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_MLA_SHORT: Final = {9: "Sept."}
_MLA_WHOLE: Final = frozenset({5, 6, 7})
"""MLA shortens months to three letters, but for these and September."""

CHICAGO_ALL: Final = 10
CHICAGO_NAMED: Final = 7
"""Authors in a bibliography: all of up to ten, else the first seven (Chicago Manual of Style, 17th ed., 14.76)."""

APA_ALL: Final = 20
APA_NAMED: Final = 19
"""Authors in a list: all of up to twenty, else the first nineteen, an ellipsis and the last (APA, 7th ed., 9.8)."""

_ENDED: Final = re.compile(r"[.?!。．？！…][”’」』）)]*$")
"""A text that ends a sentence by itself."""
_QUOTED: Final = re.compile("“([^”]*)”")
_QUOTED_WITHIN: Final = re.compile("‘([^’]*)’")


def format_chicago(reference: Reference) -> str:
    """A bibliography entry of the Chicago Manual of Style, 17th edition (14.191 to 14.199).

        苏木青 and 何田. “Title: Subtitle.” Newspaper, May 12, 2031.

    An unsigned article stands under its newspaper. Page numbers are left out, as the manual advises for newspapers.
    """
    title = _quote(reference.full_title) if reference.title else "Untitled article."
    day = f"{_name_month(reference.day)} {reference.day.day}, {reference.day.year}" if reference.day else "n.d."
    names = reference.authors
    if len(names) > CHICAGO_ALL:
        authors = f"{', '.join(names[:CHICAGO_NAMED])}, et al."
    else:
        authors = _list(names, "and", comma=len(names) > 2)
    if not names:
        return " ".join(piece for piece in (_end(reference.newspaper), title, _end(day)) if piece)
    return f"{_end(authors)} {title} {_end(_join(reference.newspaper, day))}"


def format_mla(reference: Reference) -> str:
    """A works-cited entry of the MLA Handbook, 9th edition (chapter 5).

    苏木青, and 何田. “Title: Subtitle.” Newspaper, 12 May 2031, pp. 1+.
    """
    names = reference.authors
    authors = f"{names[0]}, et al." if len(names) > 2 else _list(names, "and", comma=True)
    title = _quote(reference.full_title) if reference.title else "Untitled article."
    day = f"{reference.day.day} {_shorten_month(reference.day)} {reference.day.year}" if reference.day else ""
    pieces = [_end(authors), title, _end(_join(reference.newspaper, day, _page_mla(reference)))]
    return " ".join(piece for piece in pieces if piece)


def format_apa(reference: Reference) -> str:
    """A reference of the Publication Manual of the APA, 7th edition (10.1, a newspaper article).

        苏木青, & 何田. (2031, May 12). Title: Subtitle. Newspaper, 1, 4.

    An unsigned article stands under its title.
    """
    names = reference.authors
    if len(names) > APA_ALL:
        authors = f"{', '.join(names[:APA_NAMED])}, . . . {names[-1]}"
    else:
        authors = _list(names, "&", comma=True)
    day = f"({reference.day.year}, {_name_month(reference.day)} {reference.day.day})." if reference.day else "(n.d.)."
    title = _end(reference.full_title or "[Untitled article]")
    bounds = reference.page_range
    pages = f"{bounds[0]}–{bounds[1]}" if bounds else ", ".join(reference.pages)
    head = [_end(authors), day, title] if authors else [title, day]
    host = _end(_join(reference.newspaper, pages))
    return " ".join([*head, *([host] if host else [])])


def _page_mla(reference: Reference) -> str:
    """Consecutive pages as a range; of others the first and a plus sign."""
    if len(reference.pages) < 2:
        return "".join(f"p. {page}" for page in reference.pages)
    bounds = reference.page_range
    return f"pp. {bounds[0]}-{bounds[1]}" if bounds else f"pp. {reference.pages[0]}+"


def _list(names: Sequence[str], conjunction: str, *, comma: bool) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])}{',' if comma else ''} {conjunction} {names[-1]}"


def _join(*pieces: str) -> str:
    return ", ".join(piece for piece in pieces if piece)


def _end(text: str) -> str:
    """The text with a full stop, where it has none of its own; nothing stays nothing."""
    return text if not text or _ENDED.search(text) else f"{text}."


def _quote(title: str) -> str:
    """The title in double quotation marks, its own ones made single, with the full stop inside."""

    def turn(found: re.Match[str]) -> str:
        within = _QUOTED_WITHIN.sub(r"“\1”", found[1])
        return f"‘{within}’"

    return f"“{_end(_QUOTED.sub(turn, title))}”"


def _name_month(day: date) -> str:
    """In English whatever the locale, which is why strftime is no help."""
    return _MONTHS[day.month - 1]


def _shorten_month(day: date) -> str:
    name = _name_month(day)
    return name if day.month in _MLA_WHOLE else _MLA_SHORT.get(day.month, f"{name[:3]}.")
