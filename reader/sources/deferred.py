"""Formats that are loaded when a file of theirs is read: telling what a file is must cost next to nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import cast

from reader.sources.base import Beside, LinkedSource, OnPart, RangedSource, Source, Sourced
from reader.sources.ranges import PageRange

Detect = Callable[[PurePath, bytes], bool]
"""Whether a file of that name, with content that begins so, may be of the format."""


@dataclass(frozen=True, slots=True)
class Deferred:
    """A format that is known by the beginning of its files."""

    name: str
    """The format's name, as in `Issue.format`."""
    title: str
    """For a person, to be translated: "hOCR"."""
    evidence: str
    """How a file of it is told from others, for a person, to be translated."""
    suffixes: frozenset[str]
    detect: Detect
    place: str
    """Module and class that read it, such as "reader.sources.alto:Alto"."""
    whole: bool = False
    """Whether a file is an issue of its own, never one page among others."""

    def accepts(self, path: PurePath, head: bytes) -> bool:
        """Whether the content may be of this format."""
        return self.detect(path, head)

    def read(self, path: PurePath, data: bytes, *, encoding: str | None = None, first_page: int = 1) -> Sourced:
        """The pages in a file's content.

        Raises:
            SourceError: Nothing in it can be read.
        """
        return self._load().read(path, data, encoding=encoding, first_page=first_page)

    def _load(self) -> Source:
        module, _, name = self.place.partition(":")
        return cast(Source, getattr(import_module(module), name)())


@dataclass(frozen=True, slots=True)
class DeferredLinked(Deferred):
    """The same for a format whose one file speaks of others."""

    many: bool = False
    """Whether several such files in a folder all speak of one issue."""

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

        Raises:
            SourceError: Nothing in it can be read.
        """
        source = cast(LinkedSource, self._load())
        return source.read_linked(path, data, beside, encoding=encoding, first_page=first_page, on_part=on_part)


@dataclass(frozen=True, slots=True)
class DeferredRanged(Deferred):
    """The same for a format that reads a file page by page, and can read some pages without the others."""

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

        Raises:
            SourceError: Nothing in it can be read.
        """
        source = cast(RangedSource, self._load())
        return source.read_range(path, data, wanted, encoding=encoding, first_page=first_page, on_part=on_part)
