"""Whom a byline names, for those who have only its text."""

from __future__ import annotations

from reader.model import Author
from reader.structure.building import read_authors
from reader.structure.bylines import make_authors
from reader.structure.lines import make_strip


def find_authors(byline: str) -> tuple[Author, ...]:
    """The authors that a byline names, in the source's characters; none where it is not understood."""
    strip = make_strip("", 0, byline)
    return make_authors(read_authors((strip,))) if strip else ()
