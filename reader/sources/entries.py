"""Which files of a folder speak for an issue, and where in a folder the issues are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import Final

import reader.sources as registry
from reader.errors import EmptySourceError, SourceError
from reader.languages import sentence
from reader.sources.archives import is_tar, is_zip
from reader.sources.base import LinkedSource
from reader.sources.files import Listing, read_file, read_listing, show_name
from reader.sources.manifest import MANIFEST_NAME
from reader.sources.naming import natural_key, parse_page_name
from reader.sources.signatures import HEAD_BYTES

_ENTRY_NAMES: Final = ("index", "node", "nbs")
"""How names of files begin that speak for an issue, the best first; the others are of single articles."""

_NAMED: Final = 5
"""Files that one message names."""


def find_issues(path: Path, is_wanted: Callable[[], bool] = lambda: True) -> Iterator[Path]:
    """The paths of all issues at a path: itself, or the folders and files of issues in a folder, however deep.

    A folder with pages in it, or with an issue's own file, is one issue; archives in a folder of issues are issues too.
    A path with nothing in it that could be opened is given back: opening it tells why.

    Args:
        path: Where to look.
        is_wanted: Asked before each folder whether to go on.
    """
    if not path.is_dir():
        yield path
        return
    suffixes = known_suffixes()
    seen: set[Path] = set()
    some = False
    waiting = [path]
    while waiting and is_wanted():
        folder = waiting.pop()
        # A link to a folder above would go round for ever.
        if (real := folder.resolve()) in seen:
            continue
        seen.add(real)
        try:
            listing = read_listing(folder, suffixes, accepts=is_page)
        except SourceError:
            some = True
            yield folder
            continue
        entries = find_speaking(listing)
        archives = [folder / name for name in listing.skipped if _is_archive(folder / name)]
        if len(entries) > 1 and not _are_one(entries):
            some = True
            yield from entries
            continue
        if listing.pages:
            some = True
            yield folder
        elif archives:
            some = True
            yield from archives
        if not entries:
            waiting.extend(reversed(listing.folders))
    if not some:
        yield path


def known_suffixes() -> frozenset[str]:
    """The suffixes of all formats."""
    return frozenset[str]().union(*(source.suffixes for source in registry.SOURCES))


def is_page(path: Path) -> bool:
    """Whether a file of a kind that is often no page is one: by its beginning and its suffix together."""
    try:
        head = read_file(path, HEAD_BYTES)
    except SourceError:
        return False
    source = registry.find_source(path, head)
    return source is not None and path.suffix.lower() in source.suffixes


def is_linked(path: Path) -> bool:
    """Whether a file speaks of others."""
    if path.suffix.lower() == ".txt":
        return False
    try:
        source = registry.find_source(path, read_file(path, HEAD_BYTES))
    except SourceError:
        return False
    return isinstance(source, LinkedSource)


def find_speaking(listing: Listing) -> list[Path]:
    """The files in a folder that speak for an issue: those that name others, or else all, where each is an issue.

    So they are where their formats say it, or where each bears another day in its name: 2031-05-12.pdf, 2031-05-13.pdf.
    """
    linked = [path for path in listing.pages if is_linked(path)]
    if linked or len(listing.pages) < 2:
        return linked
    return [*listing.pages] if _are_days(listing.pages) or all(map(_is_whole, listing.pages)) else []


def _are_days(pages: Sequence[Path]) -> bool:
    """Whether each file's own name has a day that no other has, and no manifest makes them pages of one issue."""
    days = {parse_page_name(PurePath(path.name)).date for path in pages}
    return None not in days and len(days) == len(pages) and not (pages[0].parent / MANIFEST_NAME).exists()


def _is_whole(path: Path) -> bool:
    try:
        source = registry.find_source(path, read_file(path, HEAD_BYTES))
    except SourceError:
        return False
    return getattr(source, "whole", False)


def _is_archive(path: Path) -> bool:
    try:
        head = read_file(path, HEAD_BYTES)
    except SourceError:
        return False
    return is_zip(path, head) or is_tar(path, head)


def _are_one(entries: Sequence[Path]) -> bool:
    """Whether files that speak of others all speak of one issue."""
    sources = {registry.find_source(entry, read_file(entry, HEAD_BYTES)) for entry in entries}
    return len(sources) == 1 and all(getattr(source, "many", False) for source in sources)


def choose_entry(folder: Path, entries: Sequence[Path]) -> Path:
    """Which of the files that speak for issues is the one to open.

    Raises:
        EmptySourceError: They are of several issues; the message names them.
    """
    if len(entries) == 1 or (len({entry.parent for entry in entries}) == 1 and _are_one(entries)):
        return min(entries, key=lambda path: (_rank_entry(path.name.lower()), natural_key(path.name)))
    shown = ", ".join(show_name(entry.relative_to(folder)) for entry in entries[:_NAMED])
    shown += ", …" if len(entries) > _NAMED else ""
    raise EmptySourceError(
        show_name(folder),
        sentence("this folder holds {count} issues; open one of them: {shown}", count=len(entries), shown=shown),
    )


def _rank_entry(name: str) -> int:
    """How well a name says that the file speaks for the whole issue; less is better."""
    return next((rank for rank, start in enumerate(_ENTRY_NAMES) if name.startswith(start)), len(_ENTRY_NAMES))
