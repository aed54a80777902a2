"""What a reader can put right by hand, each correction as a value."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model import FurnitureKind, PartKind

Role = PartKind | FurnitureKind
"""What a printed line is: a part of an article, or furniture of some kind. No name is in both."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A printed line, known by what it says, so that it is found again after another extraction."""

    page: str
    """The page's label, such as 01 or A3, or its id or number in the issue."""
    words: str
    """How the line begins, as printed."""
    nth: int = 1
    """Which one of the page's lines that begin so, from 1."""
    below: str = ""
    """How the line before it begins; only where other lines begin with the same words or nearly so."""


@dataclass(frozen=True, slots=True)
class Split:
    """An article ends before this line, and another begins with it.

    At a line of the body, the body from there on becomes an article; at a line of the heading, that heading line and
    all that is printed after it.
    """

    at: Anchor


@dataclass(frozen=True, slots=True)
class Merge:
    """The article that this line belongs to goes on behind another one's text.

    Its headings become crossheads, or the headings of the whole where the other has none.
    """

    at: Anchor
    into: Anchor | None = None
    """Any line of the other article; None for the article before, in the newspaper's order."""


@dataclass(frozen=True, slots=True)
class Move:
    """Lines go to another article, or become one of their own."""

    at: Anchor
    through: Anchor | None = None
    """The last line; None for one line."""
    to: Anchor | None = None
    """Any line of the article that they go to, among whose lines they stand as printed."""
    after: Anchor | None = None
    """The line that they follow directly; instead of `to`. None in both makes a new article."""
    role: Role | None = None
    """What they are; None keeps what they were."""


@dataclass(frozen=True, slots=True)
class GiveHeading:
    """These lines are the heading of another article.

    Where its own article is left without a heading, it gets in turn the one that the other had.
    """

    at: Anchor
    to: Anchor
    """Any line of the article whose heading they are."""
    through: Anchor | None = None


@dataclass(frozen=True, slots=True)
class Recast:
    """These lines have another role than was thought: they are a caption, a kicker, a paragraph, a folio."""

    at: Anchor
    role: Role
    through: Anchor | None = None


@dataclass(frozen=True, slots=True)
class Break:
    """A paragraph begins with this line."""

    at: Anchor


@dataclass(frozen=True, slots=True)
class Join:
    """The paragraph that begins with this line goes on from the one before, past what may stand between."""

    at: Anchor


Correction = Split | Merge | Move | GiveHeading | Recast | Break | Join


def find_role(name: str) -> Role | None:
    """The role of that name, such as "caption" or "folio"; None where there is none."""
    for kinds in (PartKind, FurnitureKind):
        for kind in kinds:
            if kind.value == name:
                return kind
    return None
