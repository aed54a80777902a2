"""What every source format offers: one way from a file's bytes to pages of lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Protocol

from reader.model import Note, Page


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
