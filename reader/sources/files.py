"""Files and folders, and what to tell when the system does not give them."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from reader.errors import EmptySourceError, MissingSourceError, SourceError, UnreadableSourceError
from reader.hanzi.harmless import make_harmless
from reader.languages import sentence
from reader.sources.manifest import MANIFEST_NAME
from reader.sources.naming import natural_key

LARGEST_FILE: Final = 256 << 20
"""Bytes; a century of a daily's text is smaller, and a film by mistake is not."""

_ABOUT: Final = re.compile(r"(?:readme|licen[sc]e|copying|changelog|authors|sources)\b")
"""Files about a collection."""

_BAGIT: Final = re.compile(r"(?:bagit|bag-info|(?:tag)?manifest-\w+|fetch)\.txt$")
"""The tag files of a BagIt bag (RFC 8493), in which libraries deliver issues."""

_OTHER_DATA: Final = re.compile(
    r"\.(?:jsonl?|csv|tsv|toml|ya?ml|ini|cfg|log|xml|x?html?|css|js|py|sh|bat|tex|bib|sql|md5|sha\d+|url|lnk|db|sqlite"
    r"|pdf|epub|docx?|xlsx?|pptx?|zip|gz|7z|rar|tar|jpe?g|png|gif|tiff?|jp2|bmp|webp|svg|mp[34])$"
)
"""Suffixes of what lies beside pages of text and is not one, even where it is text."""

_SILENT: Final = frozenset({MANIFEST_NAME, "thumbs.db", "desktop.ini"})
"""Files that nobody would look for among the pages."""

_CORRECTIONS: Final = ".dubao.toml"
"""How the name of a file of corrections ends; they lie beside the pages."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What a folder holds."""

    pages: tuple[Path, ...]
    """Files that may be pages, in natural order."""
    skipped: tuple[str, ...]
    """Names of the files that are no pages."""
    folders: tuple[Path, ...]
    """Folders in it, in natural order."""


def is_folder(path: Path) -> bool:
    """Whether there is a folder of that name.

    Raises:
        SourceError: The system will not say.
    """
    try:
        return path.is_dir()
    except (OSError, ValueError) as error:
        raise explain(path, error) from error


def read_file(path: Path, size: int = -1) -> bytes:
    """A regular file's content.

    Args:
        path: The file.
        size: How many bytes to read from its beginning; all by default.

    Raises:
        MissingSourceError: There is no such file.
        UnreadableSourceError: It is no regular file, too large, or the system refuses it.
    """
    name = show_name(path)
    try:
        status = path.stat()
        # Checked before it is opened: opening a FIFO waits for its writer.
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableSourceError(
                name,
                sentence("this is neither a file nor a folder; to read a pipe, send it to standard input and open -"),
            )
        if size < 0 and status.st_size > LARGEST_FILE:
            raise UnreadableSourceError(
                name,
                sentence(
                    "this file is larger than {size} MiB; split it into a folder of pages", size=LARGEST_FILE >> 20
                ),
            )
        with path.open("rb") as file:
            return file.read(size)
    except (OSError, ValueError) as error:
        raise explain(path, error) from error


def read_stream(stream: BinaryIO, name: str) -> bytes:
    """All that standard input holds.

    Raises:
        UnreadableSourceError: It holds too much or cannot be read.
    """
    try:
        data = stream.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        raise UnreadableSourceError(name, sentence("standard input cannot be read; name a file instead")) from error
    if len(data) > LARGEST_FILE:
        raise UnreadableSourceError(
            name, sentence("standard input holds more than {size} MiB; split it into files", size=LARGEST_FILE >> 20)
        )
    return data


def read_listing(folder: Path, suffixes: frozenset[str], *, accepts: Callable[[Path], bool] | None = None) -> Listing:
    """What a folder holds; hidden files are as if they were not there.

    Args:
        folder: An issue's folder.
        suffixes: Suffixes of the formats that can be read; a file of another kind of data is no page.
        accepts: Whether a file with such a suffix, which may be other data all the same, is a page; all are by default.

    Raises:
        UnreadableSourceError: The system refuses to list it.
    """
    pages: list[Path] = []
    skipped: list[str] = []
    folders: list[Path] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                lower = entry.name.lower()
                if lower.startswith(".") or lower in _SILENT or _BAGIT.match(lower) or lower.endswith(_CORRECTIONS):
                    continue
                if entry.is_dir():
                    folders.append(folder / entry.name)
                elif (
                    not entry.is_file()
                    or _ABOUT.match(lower)
                    or (_OTHER_DATA.search(lower) and not _may_be_page(folder / entry.name, suffixes, accepts))
                ):
                    skipped.append(entry.name)
                else:
                    pages.append(folder / entry.name)
    except (OSError, ValueError) as error:
        raise explain(folder, error) from error
    return Listing(
        tuple(sorted(pages, key=lambda path: natural_key(path.name))),
        tuple(sorted(skipped, key=natural_key)),
        tuple(sorted(folders, key=lambda path: natural_key(path.name))),
    )


def _may_be_page(path: Path, suffixes: frozenset[str], accepts: Callable[[Path], bool] | None) -> bool:
    return path.suffix.lower() in suffixes and (accepts is None or accepts(path))


def has_pages(folder: Path, suffixes: frozenset[str]) -> bool:
    """Whether a folder holds files that may be pages, as `read_listing` has it."""
    try:
        return bool(read_listing(folder, suffixes).pages)
    except SourceError:
        return False


def explain(path: Path, error: Exception) -> SourceError:
    """The system's error as one of ours."""
    name = show_name(path)
    if isinstance(error, FileNotFoundError | NotADirectoryError) or not isinstance(error, OSError):
        # ValueError: a name that no file can have, such as one with a NUL.
        return MissingSourceError(name, sentence("no such file or folder; check the path"))
    if isinstance(error, PermissionError):
        return UnreadableSourceError(
            name, sentence("permission denied; ask for the right to read it, or copy it elsewhere")
        )
    return UnreadableSourceError(
        name, sentence("it cannot be read ({reason}); check the path", reason=error.strerror or type(error).__name__)
    )


def raise_for_empty(folder: Path, listing: Listing, suffixes: frozenset[str]) -> None:
    """Tell why a folder cannot be opened, where it holds no pages of its own.

    Args:
        folder: The folder.
        listing: What it holds.
        suffixes: As for `read_listing`.

    Raises:
        EmptySourceError: It holds none; the message names the folders in it that do.
    """
    if listing.pages:
        return
    name = show_name(folder)
    issues = [show_name(inner.name) for inner in listing.folders[:_LOOKED_INTO] if has_pages(inner, suffixes)]
    if issues:
        shown = ", ".join(issues[:_NAMED]) + (", …" if len(issues) > _NAMED else "")
        raise EmptySourceError(
            name, sentence("this folder holds no pages but folders of pages; open one of them: {shown}", shown=shown)
        )
    if listing.folders:
        raise EmptySourceError(
            name, sentence("this folder holds no pages, only folders; open the one with an issue's .txt files")
        )
    raise EmptySourceError(name, sentence("this folder holds no pages; open a folder of .txt files or one file"))


_NAMED: Final = 3
"""Folders that a message names as examples."""

_LOOKED_INTO: Final = 50
"""Folders looked into for the sake of a message."""


def show_name(path: Path | str) -> str:
    """A path as it may stand in a message."""
    return make_harmless(str(path))
