"""From a path to all that was read there: a file, a folder of pages, an issue's own file, an archive."""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO, Final

import reader.sources as registry
from reader.errors import EmptySourceError, SourceError
from reader.model import Note
from reader.sources.archives import is_tar, is_zip, unpack
from reader.sources.base import LinkedSource, RangedSource, Sourced
from reader.sources.beside import FolderBeside, find_entries
from reader.sources.files import (
    Listing,
    is_folder,
    raise_for_empty,
    read_file,
    read_listing,
    read_stream,
    show_name,
)
from reader.sources.manifest import MANIFEST_NAME, Manifest, parse_manifest
from reader.sources.naming import natural_key, nfc
from reader.sources.ranges import PageRange
from reader.sources.signatures import HEAD_BYTES

STANDARD_INPUT: Final = "-"
"""The path that stands for standard input."""

_ENTRY_NAMES: Final = ("index", "node", "nbs")
"""How names of files begin that speak for an issue, the best first; the others are of single articles."""

_NAMED: Final = 5
"""Files that one Note names."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file of an issue, read."""

    path: Path
    sourced: Sourced


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that was read of an issue; at least one sheet."""

    sheets: tuple[Sheet, ...]
    manifest: Manifest = field(default_factory=Manifest)
    notes: tuple[Note, ...] = ()


def gather(path: Path, encoding: str | None = None, wanted: PageRange | None = None) -> Gathered:
    """Read what a path holds.

    Args:
        path: A page, a folder of pages or of an issue, an issue's own file, or an archive of any of these.
        encoding: The encoding of its text, where the user knows better.
        wanted: Which pages; None for all.

    Raises:
        SourceError: Nothing in it can be read.
    """
    if is_folder(path):
        return _choose_pages(_gather_folder(path, encoding), wanted, show_name(path))
    head = read_file(path, HEAD_BYTES)
    if is_zip(path, head) or is_tar(path, head):
        return _choose_pages(_gather_archive(path, path, encoding), wanted, show_name(path))
    source = registry.find_source(path, head)
    if wanted is not None and isinstance(source, RangedSource):
        sourced = source.read_range(path, read_file(path), wanted, encoding=encoding)
        manifest = read_manifest_beside(path)
        entries = [page for page in manifest.pages if nfc(page.file) == nfc(path.name)]
        return Gathered((Sheet(path, sourced),), replace(manifest, pages=wanted.choose(entries)))
    sheet = _read_sheet(path, encoding, 1)
    manifest = Manifest() if _is_linked(path) else read_manifest_beside(path)
    return _choose_pages(Gathered((sheet,), manifest), wanted, show_name(path))


def _choose_pages(gathered: Gathered, wanted: PageRange | None, name: str) -> Gathered:
    """Of all that was read the wanted pages, counted through the issue."""
    if wanted is None:
        return gathered
    if any(sheet.sourced.articles is not None for sheet in gathered.sheets):
        raise SourceError(name, "its articles run over all of its pages; open it without --pages")
    sheets: list[Sheet] = []
    number = 0
    for sheet in gathered.sheets:
        kept = []
        for page in sheet.sourced.pages:
            number += 1
            if number in wanted:
                kept.append(page)
        if kept:
            sheets.append(replace(sheet, sourced=replace(sheet.sourced, pages=tuple(kept))))
    if not sheets:
        raise EmptySourceError(name, f"the pages wanted are not in it: it has {number}")
    manifest = gathered.manifest
    if len(manifest.pages) == number:
        manifest = replace(manifest, pages=wanted.choose(manifest.pages))
    return replace(gathered, sheets=tuple(sheets), manifest=manifest)


def gather_stream(stream: BinaryIO, encoding: str | None = None, wanted: PageRange | None = None) -> Gathered:
    """Read what standard input holds.

    Args:
        stream: Standard input.
        encoding: The encoding of its text, where the user knows better.
        wanted: Which pages; None for all.

    Raises:
        SourceError: Nothing in it can be read.
    """
    path = Path(STANDARD_INPUT)
    data = read_stream(stream, STANDARD_INPUT)
    head = data[:HEAD_BYTES]
    if is_zip(path, head) or is_tar(path, head):
        with tempfile.TemporaryDirectory(prefix="dubao-") as folder:
            place = Path(folder, "stdin")
            place.write_bytes(data)
            return _choose_pages(_gather_archive(place, path, encoding), wanted, STANDARD_INPUT)
    source = registry.recognise(path, head, name=STANDARD_INPUT)
    gathered = Gathered((Sheet(path, source.read(path, data, encoding=encoding)),))
    return _choose_pages(gathered, wanted, STANDARD_INPUT)


def find_issues(path: Path) -> Iterator[Path]:
    """The paths of all issues at a path: itself, or the folders and files of issues in a folder, however deep.

    A folder with pages in it, or with an issue's own file, is one issue; archives in a folder of issues are issues too.
    A path with nothing in it that could be opened is given back: opening it tells why.
    """
    if not path.is_dir():
        yield path
        return
    suffixes = _known_suffixes()
    seen: set[Path] = set()
    some = False
    waiting = [path]
    while waiting:
        folder = waiting.pop()
        # A link to a folder above would go round for ever.
        if (real := folder.resolve()) in seen:
            continue
        seen.add(real)
        try:
            listing = read_listing(folder, suffixes, accepts=_accepts)
        except SourceError:
            some = True
            yield folder
            continue
        entries = _find_speaking(listing)
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


def read_manifest(folder: Path) -> Manifest:
    """What a folder's `issue.toml` says; nothing where there is none."""
    path = folder / MANIFEST_NAME
    try:
        if not path.is_file():
            return Manifest()
        return parse_manifest(path.read_bytes())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Manifest(notes=(Note("manifest-wrong", f"{MANIFEST_NAME}：无法读取 · it cannot be read ({reason})"),))


def read_manifest_beside(file: Path) -> Manifest:
    """What the manifest of a page's folder says, where it speaks of that page or of no page in particular."""
    manifest = read_manifest(file.parent)
    if not manifest.pages or any(nfc(page.file) == nfc(file.name) for page in manifest.pages):
        return manifest
    return Manifest()


def _read_sheet(path: Path, encoding: str | None, first_page: int) -> Sheet:
    # What the beginning rules out, such as a film among the pages, is never read whole.
    source = registry.recognise(path, read_file(path, HEAD_BYTES), name=show_name(path))
    data = read_file(path)
    try:
        with _collector_resting():
            if isinstance(source, LinkedSource):
                beside = FolderBeside(path.parent)
                return Sheet(path, source.read_linked(path, data, beside, encoding=encoding, first_page=first_page))
            return Sheet(path, source.read(path, data, encoding=encoding, first_page=first_page))
    except SourceError as error:
        if error.source == path.name and str(path) != path.name:
            # Sources know the file's own name; the user knows the path.
            raise type(error)(show_name(path), error.message) from error
        raise


@contextmanager
def _collector_resting() -> Iterator[None]:
    """Keep the garbage collector from looking, again and again, through pages that are all still wanted.

    Reading makes frozen values without cycles; a fifth of its time would go into finding none.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _gather_archive(place: Path, path: Path, encoding: str | None) -> Gathered:
    """What an archive holds, with the names it would have if it were unpacked beside itself."""
    name = show_name(path)
    with tempfile.TemporaryDirectory(prefix="dubao-") as temporary:
        folder = Path(temporary, "issue")
        folder.mkdir()
        unpack(place, name, folder)
        inner = _find_inner(folder)
        try:
            gathered = _gather_folder(inner, encoding) if inner.is_dir() else gather(inner, encoding)
        except SourceError as error:
            raise type(error)(name, error.message.replace(str(folder), name)) from error
        above = path.parent / path.name.split(".")[0]
        return replace(
            gathered,
            sheets=tuple(replace(sheet, path=above / sheet.path.relative_to(folder)) for sheet in gathered.sheets),
        )


def _find_inner(folder: Path) -> Path:
    """What an archive is about: the one folder or file in it, where it holds no more."""
    while True:
        entries = list(folder.iterdir())
        if len(entries) != 1:
            return folder
        if not entries[0].is_dir():
            return entries[0]
        folder = entries[0]


def _gather_folder(folder: Path, encoding: str | None) -> Gathered:
    """The pages of a folder in the manifest's order, then in natural order; one that cannot be read becomes a Note."""
    manifest = read_manifest(folder)
    suffixes = _known_suffixes()
    listing = read_listing(folder, suffixes, accepts=_accepts)
    entries = _find_speaking(listing)
    if not listing.pages:
        entries = list(find_entries(folder, registry.SOURCES))
    failures: list[SourceError] = []
    if entries:
        entry = _choose_entry(folder, entries)
        try:
            return Gathered((_read_sheet(entry, encoding, 1),), manifest)
        except SourceError as error:
            # The pages may still be read one by one.
            listing = replace(listing, pages=tuple(path for path in listing.pages if path not in entries))
            failures.append(error)
            if not listing.pages:
                raise
    raise_for_empty(folder, listing, suffixes)
    sheets: list[Sheet] = []
    first_page = 1
    for path in _in_order(listing, manifest):
        try:
            sheet = _read_sheet(path, encoding, first_page)
        except SourceError as error:
            failures.append(error)
            continue
        sheets.append(sheet)
        first_page += len(sheet.sourced.pages)
    if not sheets:
        if len(failures) == 1:
            raise failures[0]
        first = failures[0]
        raise type(first)(
            show_name(folder),
            f"none of the {len(failures)} files in this folder can be read; {Path(first.source).name}: {first.message}",
        ) from first
    notes = (*_note_missing(listing, manifest), *_note_skipped(listing), *map(_note_failure, failures))
    return Gathered(tuple(sheets), manifest, notes)


def _known_suffixes() -> frozenset[str]:
    return frozenset[str]().union(*(source.suffixes for source in registry.SOURCES))


def _accepts(path: Path) -> bool:
    """Whether a file of a kind that is often no page is one: by its beginning and its suffix together."""
    try:
        head = read_file(path, HEAD_BYTES)
    except SourceError:
        return False
    source = registry.find_source(path, head)
    return source is not None and path.suffix.lower() in source.suffixes


def _is_linked(path: Path) -> bool:
    if path.suffix.lower() == ".txt":
        return False
    try:
        source = registry.find_source(path, read_file(path, HEAD_BYTES))
    except SourceError:
        return False
    return isinstance(source, LinkedSource)


def _find_speaking(listing: Listing) -> list[Path]:
    """The files in a folder that speak for an issue: those that name others, or else all, where each is an issue."""
    linked = [path for path in listing.pages if _is_linked(path)]
    return linked or ([*listing.pages] if len(listing.pages) > 1 and all(map(_is_whole, listing.pages)) else [])


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


def _choose_entry(folder: Path, entries: Sequence[Path]) -> Path:
    if len(entries) == 1 or (len({entry.parent for entry in entries}) == 1 and _are_one(entries)):
        return min(entries, key=lambda path: (_rank_entry(path.name.lower()), natural_key(path.name)))
    shown = ", ".join(show_name(entry.relative_to(folder)) for entry in entries[:_NAMED])
    shown += ", …" if len(entries) > _NAMED else ""
    raise EmptySourceError(show_name(folder), f"this folder holds {len(entries)} issues; open one of them: {shown}")


def _rank_entry(name: str) -> int:
    """How well a name says that the file speaks for the whole issue; less is better."""
    return next((rank for rank, start in enumerate(_ENTRY_NAMES) if name.startswith(start)), len(_ENTRY_NAMES))


def _in_order(listing: Listing, manifest: Manifest) -> list[Path]:
    places = {name: place for place, name in reversed([*enumerate(nfc(page.file) for page in manifest.pages)])}
    return sorted(listing.pages, key=lambda path: places.get(nfc(path.name), len(manifest.pages)))


def _note_missing(listing: Listing, manifest: Manifest) -> tuple[Note, ...]:
    there = {nfc(path.name) for path in listing.pages}
    return tuple(
        Note("page-missing", f"缺 {show_name(name)} · {MANIFEST_NAME} lists {show_name(name)}, which is not there")
        for name in dict.fromkeys(page.file for page in manifest.pages)
        if nfc(name) not in there
    )


def _note_skipped(listing: Listing) -> tuple[Note, ...]:
    names = (*listing.skipped, *(f"{folder.name}/" for folder in listing.folders))
    if not names:
        return ()
    shown = ", ".join(show_name(name) for name in names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
    return (
        Note("files-skipped", f"未读入 {len(names)} 个文件或文件夹 · {len(names)} not read, being no pages: {shown}"),
    )


def _note_failure(error: SourceError) -> Note:
    name = Path(error.source).name
    return Note("page-unreadable", f"{name}：此版无法读取 · this page cannot be read: {error.message}")
