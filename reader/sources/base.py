"""What every source format offers: one way from a file's bytes to pages of lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Protocol, runtime_checkable

from reader.errors import MissingSourceError
from reader.languages import sentence
from reader.model import Article, Furniture, Note, Page
from reader.sources.ranges import PageRange


@dataclass(frozen=True, slots=True)
class Sourced:
    """What a file holds: the physical half of an issue, and what the file says about itself."""

    pages: tuple[Page, ...]
    format: str
    """The format's name, as in `Issue.format`."""
    notes: tuple[Note, ...] = ()
    title: str | None = None
    """The newspaper's name as the file's own text gives it; None where it does not."""
    date: date | None = None
    """The day of issue as the file's own text gives it; None where it does not."""
    articles: tuple[Article, ...] | None = None
    """The articles, where the file itself tells them: they stand as they are, with ids a1, a2, …; else None."""
    settled: bool = False
    """Whether bylines and datelines stand in parts of their own wherever the articles have any."""
    furniture: tuple[Furniture, ...] = ()
    """What the file tells to be no article; empty where it does not tell the articles."""
    number: str | None = None
    """The issue's number as the file gives it."""
    language: str | None = None
    """The main language as a BCP 47 tag, where the file says it."""


OnPart = Callable[[Callable[[], Sourced], float], None]
"""Told, page by page, how to make what there is of a file so far, and which share of it that is, 0 to 1."""


class Source(Protocol):
    """One format."""

    @property
    def name(self) -> str:
        """The format's name, as in `Issue.format`."""
        ...

    @property
    def suffixes(self) -> frozenset[str]:
        """Suffixes of file names that the format usually has: lower case, with the dot."""
        ...

    def accepts(self, path: PurePath, head: bytes) -> bool:
        """Whether the content may be of this format.

        Args:
            path: The file's name; evidence only where the content leaves a choice.
            head: The first bytes of the content, at least `signatures.HEAD_BYTES` where there are so many.
        """
        ...

    def read(self, path: PurePath, data: bytes, *, encoding: str | None = None, first_page: int = 1) -> Sourced:
        """The pages in a file's content.

        Args:
            path: The file's name, for messages and for what it tells about the page.
            data: The whole content.
            encoding: The encoding of its text, where the user knows better.
            first_page: Number of the first page in the issue, for the pages' ids.

        Raises:
            SourceError: Nothing in it can be read.
        """
        ...


class Beside(Protocol):
    """The files that lie beside one that speaks of them, and below it."""

    def names(self) -> tuple[str, ...]:
        """Their names in natural order, relative to the folder of the file that speaks, with "/" between folders."""
        ...

    def read(self, name: str) -> bytes:
        """The content of one.

        Args:
            name: Its name, relative to the folder of the file that speaks.

        Raises:
            SourceError: It is not there, or outside of that folder, or cannot be read.
        """
        ...


class NothingBeside:
    """Where a file came alone, as from standard input."""

    def names(self) -> tuple[str, ...]:
        """None."""
        return ()

    def read(self, name: str) -> bytes:
        """Never there."""
        raise MissingSourceError(name, sentence("no such file or folder; open the folder that holds it"))


@runtime_checkable
class LinkedSource(Protocol):
    """A format whose one file speaks of others, which hold the pages; the file stands for its folder."""

    def read_linked(
        self,
        path: PurePath,
        data: bytes,
        beside: Beside,
        *,
        encoding: str | None = None,
        first_page: int = 1,
        on_part: OnPart | None = None,
    ) -> Sourced:
        """The issue that a file and those beside it hold.

        Args:
            path: The file's name.
            data: Its whole content.
            beside: The other files.
            encoding: As for `Source.read`.
            first_page: As for `Source.read`.
            on_part: Told after every page but the last; what it raises ends the reading.

        Raises:
            SourceError: Nothing in it can be read.
        """
        ...


@runtime_checkable
class RangedSource(Protocol):
    """A format that reads a file page by page, and can read some pages without the others."""

    def read_range(
        self,
        path: PurePath,
        data: bytes,
        wanted: PageRange | None,
        *,
        encoding: str | None = None,
        first_page: int = 1,
        on_part: OnPart | None = None,
    ) -> Sourced:
        """The wanted pages in a file's content.

        Args:
            path: The file's name.
            data: The whole content.
            wanted: Which of its pages; None for all.
            encoding: The encoding of its text, where the user knows better.
            first_page: Number of the first page in the issue, for the pages' ids.
            on_part: Told after every page but the last; what it raises ends the reading.

        Raises:
            SourceError: Nothing in it can be read.
        """
        ...
