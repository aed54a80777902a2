"""The one way to a newspaper: a path in, an issue out. The app and the command line share it."""

from __future__ import annotations

import os
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import BinaryIO, Final

from reader.errors import MissingSourceError, SourceError
from reader.model import Issue, Note, Page
from reader.sources import HEAD_BYTES, SOURCES, Sourced, recognise
from reader.sources.files import (
    Listing,
    is_folder,
    raise_for_empty,
    read_file,
    read_listing,
    read_stream,
    show_name,
)
from reader.sources.folio import find_agreed
from reader.sources.manifest import MANIFEST_NAME, Manifest, ManifestPage, parse_manifest
from reader.sources.naming import Named, natural_key, nfc, parse_page_name
from reader.structure import find_articles

STANDARD_INPUT: Final = "-"
"""The path that stands for standard input."""

_NAMED: Final = 5
"""Files that one Note names."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A newspaper written for this project."""

    name: str
    """Its folder's name: what `--sample` takes."""
    title: str
    path: Path
    """Its folder: what `open_issue` takes."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One file of an issue, read."""

    path: Path
    sourced: Sourced


def open_issue(path: str | Path, *, encoding: str | None = None, stdin: BinaryIO | None = None) -> Issue:
    """Open an issue of a newspaper.

    Args:
        path: A page's file, a folder of pages, or "-" for standard input.
        encoding: The encoding of its text, where the user knows better than the evidence.
        stdin: Where "-" reads from; the program's standard input by default.

    Returns:
        The issue with its articles. What was uncertain on the way is in its notes.

    Raises:
        SourceError: It cannot be opened; the message says why, and what to do.
    """
    given = str(path)
    if not given:
        raise MissingSourceError('""', "this is no path; name a file, a folder of pages, or - for standard input")
    place = Path(path)
    if given == STANDARD_INPUT:
        return _make_issue(given, [_read_standard_input(stdin, encoding)], Manifest(), ())
    if is_folder(place):
        return _make_issue(given, *_read_folder(place, encoding))
    return _make_issue(given, [_read_sheet(place, encoding, 1)], _read_manifest_beside(place), ())


def find_samples() -> tuple[Sample, ...]:
    """The newspapers that come with the program, by name; none where they were not installed."""
    here = Path(__file__).parent
    # In a wheel they lie in the package, in a checkout beside it.
    shelf = next((place for place in (here / "sample_issues", here.parent / "sample_issues") if place.is_dir()), None)
    if shelf is None:
        return ()
    samples = [
        Sample(folder.name, _read_manifest(folder).title or folder.name, folder)
        for folder in shelf.iterdir()
        if (folder / MANIFEST_NAME).is_file()
    ]
    return tuple(sorted(samples, key=lambda sample: natural_key(sample.name)))


def _make_issue(given: str, sheets: Sequence[_Sheet], manifest: Manifest, notes: Iterable[Note]) -> Issue:
    """Put together what the files, the manifest and the names say, and find the articles."""
    pages: list[Page] = []
    entries = _entries_by_file(manifest)
    names = [_name_of(sheet.path) for sheet in sheets]
    for sheet, name in zip(sheets, names, strict=True):
        if len(sheet.sourced.pages) > 1:
            # The name of a file of several pages numbers none of them.
            name = Named()
        mine = entries[nfc(sheet.path.name)]
        pages.extend(
            _label_page(page, mine.popleft() if mine else None, name, manifest) for page in sheet.sourced.pages
        )
    titles = [sheet.sourced.title for sheet in sheets]
    if not any(titles):
        titles = [name.title for name in names]
    dates = [sheet.sourced.date for sheet in sheets]
    if not any(dates):
        dates = [name.date for name in names]
    structure = find_articles(pages)
    return Issue(
        source=given,
        format=sheets[0].sourced.format,
        title=manifest.title or find_agreed(titles),
        date=manifest.date or find_agreed(dates),
        pages=tuple(pages),
        articles=structure.articles,
        furniture=structure.furniture,
        notes=(
            *manifest.notes,
            *notes,
            *(_note_disagreement("报名", "the paper's name", titles) if manifest.title is None else ()),
            *(_note_disagreement("日期", "the date", dates) if manifest.date is None else ()),
            *(note for sheet in sheets for note in sheet.sourced.notes),
            *structure.notes,
        ),
    )


def _read_standard_input(stdin: BinaryIO | None, encoding: str | None) -> _Sheet:
    if stdin is None:
        import sys

        stdin = sys.stdin.buffer
    path = Path(STANDARD_INPUT)
    data = read_stream(stdin, STANDARD_INPUT)
    source = recognise(path, data[:HEAD_BYTES], name=STANDARD_INPUT)
    return _Sheet(path, source.read(path, data, encoding=encoding))


def _read_sheet(path: Path, encoding: str | None, first_page: int) -> _Sheet:
    # What the beginning rules out, such as a film among the pages, is never read whole.
    source = recognise(path, read_file(path, HEAD_BYTES), name=show_name(path))
    return _Sheet(path, source.read(path, read_file(path), encoding=encoding, first_page=first_page))


def _read_folder(folder: Path, encoding: str | None) -> tuple[list[_Sheet], Manifest, tuple[Note, ...]]:
    """The pages of a folder in the manifest's order, then in natural order; one that cannot be read becomes a Note."""
    manifest = _read_manifest(folder)
    suffixes = frozenset[str]().union(*(source.suffixes for source in SOURCES))
    listing = read_listing(folder, suffixes)
    raise_for_empty(folder, listing, suffixes)
    sheets: list[_Sheet] = []
    failures: list[SourceError] = []
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
    return sheets, manifest, (*_note_missing(listing, manifest), *_note_skipped(listing), *map(_note_failure, failures))


def _in_order(listing: Listing, manifest: Manifest) -> list[Path]:
    places = {name: place for place, name in reversed([*enumerate(nfc(page.file) for page in manifest.pages)])}
    return sorted(listing.pages, key=lambda path: places.get(nfc(path.name), len(manifest.pages)))


def _read_manifest(folder: Path) -> Manifest:
    """What a folder's `issue.toml` says; nothing where there is none."""
    path = folder / MANIFEST_NAME
    try:
        if not path.is_file():
            return Manifest()
        return parse_manifest(path.read_bytes())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Manifest(notes=(Note("manifest-wrong", f"{MANIFEST_NAME}：无法读取 · it cannot be read ({reason})"),))


def _read_manifest_beside(file: Path) -> Manifest:
    """What the manifest of a page's folder says, where it speaks of that page or of no page in particular."""
    manifest = _read_manifest(file.parent)
    if not manifest.pages or any(nfc(page.file) == nfc(file.name) for page in manifest.pages):
        return manifest
    return Manifest()


def _entries_by_file(manifest: Manifest) -> defaultdict[str, deque[ManifestPage]]:
    """The manifest's entries, a queue a file: a file of several pages may be listed as often."""
    entries: defaultdict[str, deque[ManifestPage]] = defaultdict(deque)
    for page in manifest.pages:
        entries[nfc(page.file)].append(page)
    return entries


def _label_page(page: Page, entry: ManifestPage | None, named: Named, manifest: Manifest) -> Page:
    """A page with its label, section and direction: from the manifest, else its print, else its name."""
    label, section, direction = page.label or named.label, page.section or named.section, manifest.direction
    if entry is not None:
        label, section, direction = entry.label or label, entry.section or section, entry.direction or direction
    return replace(page, label=label, section=section, direction=direction or page.direction)


def _name_of(path: Path) -> Named:
    return Named() if str(path) == STANDARD_INPUT else parse_page_name(_full(path))


def _full(path: Path) -> Path:
    """The path with the folders above it, whose names may speak of the issue; links are taken by their names."""
    try:
        return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
    except OSError:
        # The working directory is gone.
        return path


def _note_disagreement(
    chinese: str, english: str, values: Sequence[str | None] | Sequence[date | None]
) -> tuple[Note, ...]:
    said = dict.fromkeys(str(value) for value in values if value is not None)
    if len(said) < 2:
        return ()
    message = f"各版{chinese}不一 · the pages do not agree on {english}: {', '.join(said)}"
    return (Note("metadata-uncertain", message),)


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
