"""The one way to a newspaper: a path in, an issue out. The app and the command line share it."""

from __future__ import annotations

import os
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from time import monotonic
from typing import BinaryIO, Final

from reader.corrections import Corrections, apply_corrections, read_corrections
from reader.errors import MissingSourceError, SourceError
from reader.hanzi.harmless import make_harmless
from reader.languages import message, sentence
from reader.model import FurnitureKind, Issue, Note, Page
from reader.sources.base import Sourced
from reader.sources.entries import find_issues as find_issue_paths
from reader.sources.folio import find_agreed
from reader.sources.gathering import STANDARD_INPUT, Gathered, Sheet, gather, gather_stream, read_manifest
from reader.sources.manifest import MANIFEST_NAME, Manifest, ManifestPage
from reader.sources.naming import Named, natural_key, nfc, parse_issue_name, parse_page_name
from reader.sources.ranges import parse_page_range
from reader.sources.spreads import part_spreads
from reader.structure import Structure, find_authors, find_page_articles, join_pages, refine_articles

REPORT_INTERVAL: Final = 0.25
"""Seconds between two reports of progress: each sets the screen anew."""

REPORT_COST: Final = 4.0
"""… and so many times what the last one took: showing parts may take a fifth of the time that opening does."""

_LONGEST_NAME: Final = 40
"""Characters of a newspaper's name."""

OnProgress = Callable[[Issue | None, float], None]
"""Told what there is of an issue, or None where there is nothing new to show, and which share of it is read, 0 to 1."""
Report = Callable[[Callable[[], Structure], float], None]


@dataclass(frozen=True, slots=True)
class Sample:
    """A newspaper written for this project."""

    name: str
    """Its folder's name: what `--sample` takes."""
    title: str
    path: Path
    """Its folder: what `open_issue` takes."""
    date: date | None


@dataclass(frozen=True, slots=True)
class FoundIssue:
    """An issue that was found in a folder and not opened: what its name and its manifest say."""

    path: Path
    title: str | None
    date: date | None


def open_issue(
    path: str | Path,
    *,
    encoding: str | None = None,
    stdin: BinaryIO | None = None,
    corrections: bool = True,
    pages: str | None = None,
    on_progress: OnProgress | None = None,
) -> Issue:
    """Open an issue of a newspaper.

    Args:
        path: A page's file, a folder of pages, or "-" for standard input.
        encoding: The encoding of its text, where the user knows better than the evidence.
        stdin: Where "-" reads from; the program's standard input by default.
        corrections: Whether what was put right by hand applies; `correct` does it afterwards.
        pages: Which pages, such as "1-4", "3" or "1,4-6"; all of them by default.
        on_progress: Told after every page which share of the issue is read, 0 to 1, and, from time to time, what there
            is of it; the first page comes as soon as it is there. What it raises ends the opening.

    Returns:
        The issue with its articles. What was uncertain on the way is in its notes.

    Raises:
        SourceError: It cannot be opened; the message says why, and what to do.
    """
    given = str(path)
    if not given:
        raise MissingSourceError(
            '""', sentence("this is no path; name a file, a folder of pages, or - for standard input")
        )
    wanted = None if pages is None else parse_page_range(pages)
    if pages is not None and wanted is None:
        raise SourceError(
            given,
            sentence("{pages!r} names no pages; write --pages as 3, 1-4, 2- or 1,4-6", pages=make_harmless(pages)),
        )
    reports = _Reports(on_progress)
    if given == STANDARD_INPUT:
        return _make_issue(given, gather_stream(stdin or _find_standard_input(), encoding, wanted), reports)

    def add_part(make: Callable[[], Gathered], share: float) -> None:
        reports.add(lambda: _make_issue(given, make(), _Reports()), share)

    issue = _make_issue(given, gather(Path(path), encoding, wanted, add_part), reports)
    if not corrections:
        return issue
    overlay = read_corrections(path)
    corrected = correct(issue, overlay.corrections)
    return replace(corrected, notes=(*corrected.notes, *overlay.notes)) if overlay.notes else corrected


def correct(issue: Issue, corrections: Corrections) -> Issue:
    """The issue with what was put right by hand.

    Args:
        issue: As `open_issue` gives it without corrections.
        corrections: What was put right, as `read_corrections` gives it.
    """
    return apply_corrections(issue, corrections.items, find_authors=find_authors)


def find_samples() -> tuple[Sample, ...]:
    """The newspapers that come with the program, by name; none where they were not installed."""
    here = Path(__file__).parent
    # In a wheel they lie in the package, in a checkout beside it.
    shelf = next((place for place in (here / "sample_issues", here.parent / "sample_issues") if place.is_dir()), None)
    if shelf is None:
        return ()
    manifests = {folder: read_manifest(folder) for folder in shelf.iterdir() if (folder / MANIFEST_NAME).is_file()}
    samples = [
        Sample(folder.name, manifest.title or folder.name, folder, manifest.date)
        for folder, manifest in manifests.items()
    ]
    return tuple(sorted(samples, key=lambda sample: natural_key(sample.name)))


class _Reports:
    """Tells how far an opening is."""

    def __init__(self, on_progress: OnProgress | None = None) -> None:
        self._on_progress = on_progress
        self._due = float("-inf")

    def add(self, make: Callable[[], Issue], share: float) -> None:
        """Tell of a share, and of what there is of the issue where that was last told long enough ago."""
        if self._on_progress is None:
            return
        begun = monotonic()
        if begun < self._due:
            self._on_progress(None, share)
            return
        self._on_progress(make(), share)
        ended = monotonic()
        self._due = ended + max(REPORT_INTERVAL, REPORT_COST * (ended - begun))


def find_issues(folder: str | Path, is_wanted: Callable[[], bool] = lambda: True) -> Iterator[FoundIssue]:
    """The issues in a folder, however deep; none where it is one issue itself, or no folder.

    Args:
        folder: Where to look.
        is_wanted: Asked before each folder in it whether to go on.
    """
    for path in find_issue_paths(Path(folder), is_wanted):
        if path != Path(folder):
            yield _describe_found(path)


def _describe_found(path: Path) -> FoundIssue:
    if not path.is_dir():
        named = parse_page_name(_full(path))
        return FoundIssue(path, named.title, named.date)
    named, manifest = parse_issue_name(_full(path)), read_manifest(path)
    return FoundIssue(path, manifest.title or named.title, manifest.date or named.date)


def _find_standard_input() -> BinaryIO:
    import sys

    return sys.stdin.buffer


def _make_issue(given: str, gathered: Gathered, reports: _Reports) -> Issue:
    """Put together what the files, the manifest and the names say, and find the articles that no file tells."""
    manifest = gathered.manifest
    parted = part_spreads([sheet.sourced for sheet in gathered.sheets])
    sheets = [replace(sheet, sourced=sourced) for sheet, sourced in zip(gathered.sheets, parted, strict=True)]
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

    def assemble(structure: Structure) -> Issue:
        return Issue(
            source=given,
            format=sheets[0].sourced.format,
            title=manifest.title or find_agreed(titles) or _find_nameplate(structure),
            date=manifest.date or find_agreed(dates),
            pages=tuple(pages),
            articles=structure.articles,
            furniture=structure.furniture,
            notes=(
                *manifest.notes,
                *gathered.notes,
                *(
                    _note_disagreement(message("the pages do not agree on the paper's name: {values}"), titles)
                    if manifest.title is None
                    else ()
                ),
                *(
                    _note_disagreement(message("the pages do not agree on the date: {values}"), dates)
                    if manifest.date is None
                    else ()
                ),
                *(note for sheet in sheets for note in sheet.sourced.notes),
                *structure.notes,
            ),
            number=find_agreed(sheet.sourced.number for sheet in sheets),
            language=find_agreed(sheet.sourced.language for sheet in sheets),
        )

    def report(structure: Callable[[], Structure], share: float) -> None:
        reports.add(lambda: assemble(structure()), share)

    return assemble(_find_structure(pages, sheets, report))


def _find_nameplate(structure: Structure) -> str | None:
    """The newspaper's name as the first page prints it, where it is one in letters and no noise of text recognition."""
    plates = [piece for piece in structure.furniture if piece.kind is FurnitureKind.NAMEPLATE]
    words = plates[0].text.split() if len(plates) == 1 else []
    if not words or len(plates[0].text) > _LONGEST_NAME:
        return None
    return plates[0].text if all(len(word) > 1 and word.strip(".,’'").isalpha() for word in words) else None


def _find_printed_articles(pages: Sequence[Page], report: Report) -> Structure:
    """The articles of some pages by their print: by its places where they are known, else by its words alone."""
    if any(line.box for page in pages for line in page.lines):
        # Plain text must not pay for it.
        from reader.structure.layout import find_positioned_articles

        return find_positioned_articles(pages)
    found: list[Structure] = []
    for count, page in enumerate(pages, 1):
        found.append(find_page_articles(page))
        if count < len(pages):
            report(lambda: join_pages(pages[: len(found)], found), count / len(pages))
    return join_pages(pages, found)


def _find_structure(pages: Sequence[Page], sheets: Sequence[Sheet], report: Report) -> Structure:
    """The articles that the files tell, as they stand, and those that the print of the other pages has."""
    told = [_refine(sheet.sourced) for sheet in sheets if sheet.sourced.articles is not None]
    if not told:
        return _find_printed_articles(pages, report)
    whose = {page.id for sourced in told for page in sourced.pages}
    found = _find_printed_articles([page for page in pages if page.id not in whose], lambda *_: None)
    if len(told) == 1 and not found.articles:
        return replace(found, articles=told[0].articles or (), furniture=told[0].furniture + found.furniture)
    places = {page.id: at for at, page in enumerate(pages)}
    all_articles = [article for sourced in told for article in sourced.articles or ()]
    ordered = sorted([*all_articles, *found.articles], key=lambda article: places.get(article.page, len(places)))
    numbers = {id(article): f"a{number}" for number, article in enumerate(ordered, 1)}
    renamed = {article.id: numbers[id(article)] for article in found.articles}
    return replace(
        found,
        articles=tuple(replace(article, id=numbers[id(article)]) for article in ordered),
        furniture=tuple(piece for sourced in told for piece in sourced.furniture) + found.furniture,
        notes=tuple(replace(note, article=renamed.get(note.article or "")) for note in found.notes),
    )


def _refine(sourced: Sourced) -> Sourced:
    """The file's own articles, with bylines and datelines taken off their paragraphs."""
    if sourced.settled or sourced.articles is None:
        return sourced
    articles, furniture = refine_articles(sourced.articles, sourced.pages)
    return replace(sourced, articles=articles, furniture=sourced.furniture + furniture)


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


def _note_disagreement(words: str, values: Sequence[str | None] | Sequence[date | None]) -> tuple[Note, ...]:
    said = dict.fromkeys(str(value) for value in values if value is not None)
    if len(said) < 2:
        return ()
    return (Note("metadata-uncertain", sentence(words, values=tuple(said))),)
