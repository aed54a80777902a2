"""The files that lie in a folder, for a file in it that speaks of them."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import Final

from reader.errors import MissingSourceError, SourceError
from reader.languages import sentence
from reader.sources.base import LinkedSource, Source
from reader.sources.files import read_file, show_name
from reader.sources.naming import natural_key
from reader.sources.signatures import HEAD_BYTES

_MOST_FILES: Final = 20_000
"""Files of a folder that are looked at; an issue has some hundreds."""

_DEEPEST: Final = 4
"""Folders down in which an issue's own file is looked for: bag/data/paper/issue."""

_MOST_FOLDERS: Final = 200
"""Folders that are looked into for it."""

_SPEAKING: Final = frozenset({".xml", ".mets", ".json", ".html", ".htm", ".shtml"})
"""Suffixes of files that may speak of others."""


class FolderBeside:
    """The files in a folder and below it; nothing outside of it is ever read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def names(self) -> tuple[str, ...]:
        """Their names relative to the folder, in natural order."""
        return self._names

    @cached_property
    def _resolved(self) -> Path:
        return self.folder.resolve()

    @cached_property
    def _names(self) -> tuple[str, ...]:
        found: list[str] = []
        for place, folders, files in os.walk(self.folder):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            base = Path(place).relative_to(self.folder)
            found.extend((base / name).as_posix() for name in files if not name.startswith("."))
            if len(found) > _MOST_FILES:
                break
        return tuple(sorted(found[:_MOST_FILES], key=natural_key))

    def read(self, name: str) -> bytes:
        """The content of one.

        Raises:
            SourceError: It is not there, or outside of the folder, or cannot be read.
        """
        place = self.folder / name
        try:
            inside = place.resolve().is_relative_to(self._resolved)
        except (OSError, ValueError, RuntimeError):
            inside = False
        if not inside:
            raise MissingSourceError(show_name(name), sentence("it lies outside of the issue's folder and is not read"))
        try:
            return read_file(place)
        except MissingSourceError as error:
            raise MissingSourceError(show_name(name), error.message) from error


def find_entries(folder: Path, sources: tuple[Source, ...]) -> tuple[Path, ...]:
    """The files in a folder that speak for others, with the folders in it where it holds none itself.

    Args:
        folder: A folder.
        sources: The formats.

    Returns:
        Those of the first depth that has any; several where they are several issues. None where there are none.
    """
    level = [folder]
    looked = 0
    for _ in range(_DEEPEST + 1):
        entries: list[Path] = []
        below: list[Path] = []
        for place in level:
            looked += 1
            if looked > _MOST_FOLDERS:
                return ()
            files, folders = _list(place)
            entries.extend(path for path in files if _speaks(path, sources))
            below.extend(folders)
        if entries:
            return tuple(entries)
        level = below
    return ()


def _list(folder: Path) -> tuple[list[Path], list[Path]]:
    """Files that may speak of others, and folders; both in natural order."""
    files: list[Path] = []
    folders: list[Path] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(folder / entry.name)
                elif Path(entry.name).suffix.lower() in _SPEAKING and entry.is_file():
                    files.append(folder / entry.name)
    except OSError:
        return [], []
    files.sort(key=lambda path: natural_key(path.name))
    folders.sort(key=lambda path: natural_key(path.name))
    return files[:_MOST_FILES], folders


def _speaks(path: Path, sources: tuple[Source, ...]) -> bool:
    try:
        head = read_file(path, HEAD_BYTES)
    except SourceError:
        return False
    accepting = next((source for source in sources if source.accepts(path, head)), None)
    return isinstance(accepting, LinkedSource)
