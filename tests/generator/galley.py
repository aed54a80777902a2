"""What the generator works with: stories cut into pieces, and printed lines that know whose words they carry."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from reader.model import ArticleKind, Author, FurnitureKind, Jump, PartKind


class Place(Enum):
    """How a piece stands to the piece before or after it in the print."""

    OWN = "own"  # lines of its own
    LEAD = "lead"  # run into the first line of the next paragraph
    TAIL = "tail"  # run on behind the last words of the paragraph before


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a story, as the sub-editor's copy has it."""

    kind: PartKind
    text: str
    """Clean text; "/" is never in it: `breaks` says where a display line is turned."""
    place: Place = Place.OWN
    breaks: tuple[int, ...] = ()
    """Code points at which a display line is turned by hand."""


@dataclass(frozen=True, slots=True)
class Story:
    """One article before it is set: its parts in reading order."""

    kind: ArticleKind
    pieces: tuple[Piece, ...]
    genre: str = "news"
    """The generator's own, finer name of what it is, for the tables."""
    authors: tuple[Author, ...] = ()
    jump: Jump | None = None


@dataclass(frozen=True, slots=True)
class Oddment:
    """A piece of page furniture before it is set."""

    kind: FurnitureKind
    text: str


class Owner(NamedTuple):
    """Whose words: a part of a story, or an oddment (then `story` is negative)."""

    story: int
    part: int

    @classmethod
    def of_oddment(cls, index: int) -> Owner:
        """The owner that stands for the oddment of that index."""
        return cls(-1 - index, 0)

    @property
    def oddment(self) -> int:
        """Index of the oddment; only where `story` is negative."""
        return -1 - self.story


class Run(NamedTuple):
    """Words of one owner within one line."""

    owner: Owner
    text: str


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One printed line."""

    runs: tuple[Run, ...]
    indent: int = 0
    """White space before it on paper, in em."""
    tight: bool = False
    """Set close to the line before: an extractor puts no blank line between them."""

    @property
    def text(self) -> str:
        """The line's characters without its indent."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Galley:
    """Lines that stand together on the page: a body, a headline group, a line of furniture."""

    lines: tuple[PrintedLine, ...]
    role: str = "body"
