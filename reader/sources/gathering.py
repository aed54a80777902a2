"""From a path to all that was read there: a file, a folder of pages, an issue's own file, an archive."""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO, Final

import reader.sources as registry
from reader.errors import EmptySourceError, SourceError
from reader.languages import Sentence, sentence
from reader.model import Note
from reader.sources.archives import is_tar, is_zip, unpack
from reader.sources.base import LinkedSource, RangedSource, Sourced
from reader.sources.beside import FolderBeside, find_entries
from reader.sources.entries import choose_entry, find_speaking, is_linked, is_page, known_suffixes
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
from reader.sources.naming import nfc
from reader.sources.ranges import PageRange
from reader.sources.signatures import HEAD_BYTES

STANDARD_INPUT: Final = "-"
"""The path that stands for standard input."""

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


OnPart = Callable[[Callable[[], Gathered], float], None]
"""Told, page by page, how to make what was read so far, and which share of all that is, 0 to 1."""


def gather(
    path: Path, encoding: str | None = None, wanted: PageRange | None = None, on_part: OnPart | None = None
) -> Gathered:
    """Read what a path holds.

    Args:
        path: A page, a folder of pages or of an issue, an issue's own file, or an archive of any of these.
        encoding: The encoding of its text, where the user knows better.
        wanted: Which pages; None for all.
        on_part: Told after every page that can be read before the others; what it raises ends the reading.

    Raises:
        SourceError: Nothing in it can be read.
    """
    on_part = on_part or _tell_nobody
    if is_folder(path):
        return _choose_pages(_gather_folder(path, encoding, on_part), wanted, show_name(path))
    head = read_file(path, HEAD_BYTES)
    if is_zip(path, head) or is_tar(path, head):
        return _choose_pages(_gather_archive(path, path, encoding, on_part), wanted, show_name(path))
    manifest = Manifest() if is_linked(path) else read_manifest_beside(path)
    ranged = wanted if isinstance(registry.find_source(path, head), RangedSource) else None
    if ranged is not None:
        entries = [page for page in manifest.pages if nfc(page.file) == nfc(path.name)]
        manifest = replace(manifest, pages=ranged.choose(entries))

    def tell(make: Callable[[], Sheet], share: float) -> None:
        on_part(lambda: Gathered((make(),), manifest), share)

    gathered = Gathered((_read_sheet(path, encoding, 1, tell, ranged),), manifest)
    return gathered if ranged is not None else _choose_pages(gathered, wanted, show_name(path))


def _tell_nobody(make: Callable[[], Gathered], share: float) -> None:
    """Where nobody waits for a part."""


def _choose_pages(gathered: Gathered, wanted: PageRange | None, name: str) -> Gathered:
    """Of all that was read the wanted pages, counted through the issue."""
    if wanted is None:
        return gathered
    if any(sheet.sourced.articles is not None for sheet in gathered.sheets):
        raise SourceError(name, sentence("its articles run over all of its pages; open it without --pages"))
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
        raise EmptySourceError(name, sentence("the pages wanted are not in it: it has {number}", number=number))
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
            return _choose_pages(_gather_archive(place, path, encoding, _tell_nobody), wanted, STANDARD_INPUT)
    source = registry.recognise(path, head, name=STANDARD_INPUT)
    gathered = Gathered((Sheet(path, source.read(path, data, encoding=encoding)),))
    return _choose_pages(gathered, wanted, STANDARD_INPUT)


def read_manifest(folder: Path) -> Manifest:
    """What a folder's `issue.toml` says; nothing where there is none."""
    path = folder / MANIFEST_NAME
    try:
        if not path.is_file():
            return Manifest()
        return parse_manifest(path.read_bytes())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Manifest(
            notes=(
                Note(
                    "manifest-wrong",
                    sentence("{name}: it cannot be read ({reason})", name=MANIFEST_NAME, reason=reason),
                ),
            )
        )


def read_manifest_beside(file: Path) -> Manifest:
    """What the manifest of a page's folder says, where it speaks of that page or of no page in particular."""
    manifest = read_manifest(file.parent)
    if not manifest.pages or any(nfc(page.file) == nfc(file.name) for page in manifest.pages):
        return manifest
    return Manifest()


def _read_sheet(
    path: Path,
    encoding: str | None,
    first_page: int,
    on_part: Callable[[Callable[[], Sheet], float], None],
    wanted: PageRange | None = None,
) -> Sheet:
    """Read one file.

    Args:
        path: The file.
        encoding: The encoding of its text, where the user knows better.
        first_page: Number of its first page in the issue.
        on_part: Told after every page that can be read before the others.
        wanted: Which of its pages, where its format can tell them apart; None for all.
    """

    def tell(make: Callable[[], Sourced], share: float) -> None:
        with _collector(at_work=True):
            on_part(lambda: Sheet(path, make()), share)

    # What the beginning rules out, such as a film among the pages, is never read whole.
    source = registry.recognise(path, read_file(path, HEAD_BYTES), name=show_name(path))
    data = read_file(path)
    try:
        with _collector(at_work=False):
            if isinstance(source, LinkedSource):
                beside = FolderBeside(path.parent)
                return Sheet(
                    path,
                    source.read_linked(path, data, beside, encoding=encoding, first_page=first_page, on_part=tell),
                )
            if isinstance(source, RangedSource):
                return Sheet(
                    path,
                    source.read_range(path, data, wanted, encoding=encoding, first_page=first_page, on_part=tell),
                )
            return Sheet(path, source.read(path, data, encoding=encoding, first_page=first_page))
    except SourceError as error:
        if error.source == path.name and str(path) != path.name:
            # Sources know the file's own name; the user knows the path.
            raise type(error)(show_name(path), error.message) from error
        raise


@contextmanager
def _collector(*, at_work: bool) -> Iterator[None]:
    """Keep the garbage collector from looking, again and again, through pages that are all still wanted.

    Reading makes frozen values without cycles; a fifth of its time would go into finding none. Whoever is told of a
    part makes other things, for which it works.
    """
    was_enabled = gc.isenabled()
    (gc.enable if at_work else gc.disable)()
    try:
        yield
    finally:
        (gc.enable if was_enabled else gc.disable)()


def _gather_archive(place: Path, path: Path, encoding: str | None, on_part: OnPart) -> Gathered:
    """What an archive holds, with the names it would have if it were unpacked beside itself."""
    name = show_name(path)
    with tempfile.TemporaryDirectory(prefix="dubao-") as temporary:
        folder = Path(temporary, "issue")
        folder.mkdir()
        unpack(place, name, folder)
        inner = _find_inner(folder)
        above = path.parent / path.name.split(".")[0]

        def place_beside(gathered: Gathered) -> Gathered:
            sheets = (replace(sheet, path=above / sheet.path.relative_to(folder)) for sheet in gathered.sheets)
            return replace(gathered, sheets=tuple(sheets))

        def tell(make: Callable[[], Gathered], share: float) -> None:
            on_part(lambda: place_beside(make()), share)

        try:
            return place_beside(gather(inner, encoding, on_part=tell))
        except SourceError as error:
            raise type(error)(name, _rename(error.message, str(folder), name)) from error


def _rename(message: str | Sentence, old: str, new: str) -> str | Sentence:
    """A message that speaks of a place under another name."""
    if isinstance(message, str):
        return message.replace(old, new)
    values = (
        (field, _rename(value, old, new) if isinstance(value, str | Sentence) else value)
        for field, value in message.values
    )
    return replace(message, values=tuple(values))


def _find_inner(folder: Path) -> Path:
    """What an archive is about: the one folder or file in it, where it holds no more."""
    while True:
        entries = list(folder.iterdir())
        if len(entries) != 1:
            return folder
        if not entries[0].is_dir():
            return entries[0]
        folder = entries[0]


def _gather_folder(folder: Path, encoding: str | None, on_part: OnPart) -> Gathered:
    """The pages of a folder in the manifest's order, then in natural order; one that cannot be read becomes a Note."""
    manifest = read_manifest(folder)
    suffixes = known_suffixes()
    listing = read_listing(folder, suffixes, accepts=is_page)
    entries = find_speaking(listing)
    if not listing.pages:
        entries = list(find_entries(folder, registry.SOURCES))
    failures: list[SourceError] = []
    if entries:
        entry = choose_entry(folder, entries)

        def tell_entry(make: Callable[[], Sheet], share: float) -> None:
            on_part(lambda: Gathered((make(),), manifest), share)

        try:
            return Gathered((_read_sheet(entry, encoding, 1, tell_entry),), manifest)
        except SourceError as error:
            # The pages may still be read one by one.
            listing = replace(listing, pages=tuple(path for path in listing.pages if path not in entries))
            failures.append(error)
            if not listing.pages:
                raise
    raise_for_empty(folder, listing, suffixes)
    sheets: list[Sheet] = []
    paths = _in_order(listing, manifest)

    def tell(make: Callable[[], Sheet], share: float) -> None:
        on_part(lambda: Gathered((*sheets, make()), manifest), (len(sheets) + share) / len(paths))

    first_page = 1
    for count, path in enumerate(paths, 1):
        try:
            sheet = _read_sheet(path, encoding, first_page, tell)
        except SourceError as error:
            failures.append(error)
            continue
        sheets.append(sheet)
        first_page += len(sheet.sourced.pages)
        # Texts are read in no time; what takes time is to find their articles.
        if count < len(paths) and sheet.sourced.format != "plain":
            on_part(lambda: Gathered(tuple(sheets), manifest), count / len(paths))
    if not sheets:
        if len(failures) == 1:
            raise failures[0]
        first = failures[0]
        raise type(first)(
            show_name(folder),
            sentence(
                "none of the {count} files in this folder can be read; {name}: {reason}",
                count=len(failures),
                name=Path(first.source).name,
                reason=first.message,
            ),
        ) from first
    notes = (*_note_missing(listing, manifest), *_note_skipped(listing), *map(_note_failure, failures))
    return Gathered(tuple(sheets), manifest, notes)


def _in_order(listing: Listing, manifest: Manifest) -> list[Path]:
    places = {name: place for place, name in reversed([*enumerate(nfc(page.file) for page in manifest.pages)])}
    return sorted(listing.pages, key=lambda path: places.get(nfc(path.name), len(manifest.pages)))


def _note_missing(listing: Listing, manifest: Manifest) -> tuple[Note, ...]:
    there = {nfc(path.name) for path in listing.pages}
    return tuple(
        Note(
            "page-missing",
            sentence("{manifest} lists {name}, which is not there", manifest=MANIFEST_NAME, name=show_name(name)),
        )
        for name in dict.fromkeys(page.file for page in manifest.pages)
        if nfc(name) not in there
    )


def _note_skipped(listing: Listing) -> tuple[Note, ...]:
    names = (*listing.skipped, *(f"{folder.name}/" for folder in listing.folders))
    if not names:
        return ()
    shown = ", ".join(show_name(name) for name in names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
    return (
        Note(
            "files-skipped",
            sentence("not read, being no pages, {count}: {names}", count=len(names), names=shown),
        ),
    )


def _note_failure(error: SourceError) -> Note:
    name = Path(error.source).name
    return Note(
        "page-unreadable", sentence("{name}: this page cannot be read: {reason}", name=name, reason=error.message)
    )
