"""Plain text: what a PDF's text layer, OCR or a transcription gives, one printed line a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePath
from typing import Final

from reader.errors import EmptySourceError
from reader.hanzi.harmless import make_harmless
from reader.languages import sentence, sentence_count
from reader.model import Note, Page, TextBlock, TextLine
from reader.sources.base import Sourced
from reader.sources.cleaning import Removed, clean
from reader.sources.encoding import Decoded, decode
from reader.sources.folio import find_agreed, find_folio, find_page_starts
from reader.sources.remarks import note_removed, say_empty
from reader.sources.signatures import find_signature

_WHOLE_EM_SPACES: Final = frozenset("\u3000\u2001\u2003")
"""The white space that is one em wide; all other counts half."""

_PAGE_MARKER: Final = re.compile(r"^[ \u3000]*Page ([0-9]{1,3})[ \u3000]*$", re.MULTILINE)
"""What text corpora put above a page."""

_SHOWN_ENCODINGS: Final = {"utf-8": "UTF-8", "gb18030": "GB18030", "big5hkscs": "Big5-HKSCS"}


@dataclass(frozen=True, slots=True)
class PlainText:
    """The format of text files: anything that is not another format's."""

    name: str = "plain"
    suffixes: frozenset[str] = frozenset({".txt", ".text", ".asc", ".ocr"})

    def accepts(self, path: PurePath, head: bytes) -> bool:
        """Whether the content does not begin as something else does."""
        return find_signature(head) is None

    def read(self, path: PurePath, data: bytes, *, encoding: str | None = None, first_page: int = 1) -> Sourced:
        """The pages of a text: one, or as many as form feeds make of it; blank ones are left out.

        Raises:
            EmptySourceError: There is nothing but blanks.
            EncodingError: The bytes do not fit the encoding that the user named.
            NotTextError: The bytes are no text.
        """
        source = make_harmless(str(path))
        if not data:
            raise say_empty(source)
        decoded = decode(data, encoding, source=source)
        cleaned = clean(decoded.text)
        printed = [page for sheet in find_sheets(cleaned.text) for page in part_pages(find_lines(sheet))]
        if not printed:
            raise EmptySourceError(
                source, sentence("there is nothing but blanks in it; name a file that holds a page's text")
            )
        folios = [find_folio(lines) for lines in printed]
        pages = tuple(
            Page(f"p{number}", (TextBlock(lines),), label=folio.label, section=folio.section)
            for number, (lines, folio) in enumerate(zip(printed, folios, strict=True), start=first_page)
        )
        return Sourced(
            pages,
            self.name,
            notes=_notes(source, pages[0].id, decoded, cleaned.removed),
            title=find_agreed(folio.title for folio in folios),
            date=find_agreed(folio.date for folio in folios),
        )


def find_sheets(text: str) -> tuple[str, ...]:
    """The text of each page: form feeds part them, or else lines that say "Page 1", "Page 2" … and nothing more.

    What stands above the first such line is on the first page.
    """
    sheets = text.split("\f")
    markers = list(_PAGE_MARKER.finditer(text))
    numbers = [int(marker.group(1)) for marker in markers]
    if len(sheets) > 1 or len(markers) < 2 or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return tuple(sheets)
    starts = [0, *(marker.start() for marker in markers[1:]), len(text)]
    return tuple(text[start:end] for start, end in pairwise(starts))


def part_pages(lines: tuple[TextLine, ...]) -> tuple[tuple[TextLine, ...], ...]:
    """The lines of each page of a spread, or of a whole issue, that stands in one text; none where there are none."""
    starts = find_page_starts(lines)
    return tuple(lines[start:end] for start, end in pairwise((*starts, len(lines))) if start < end)


def find_lines(text: str) -> tuple[TextLine, ...]:
    """The printed lines of a page; none where it is blank.

    Args:
        text: A page's cleaned text. White space at a line's ends becomes its indent or nothing.
    """
    lines: list[TextLine] = []
    blank_before = True
    for number, raw in enumerate(text.split("\n"), start=1):
        printed = raw.strip()
        if printed:
            indent = _measure_margin(raw) if raw[0] != printed[0] else 0.0
            lines.append(TextLine(printed, number, indent, tight=not blank_before))
        blank_before = not printed
    return tuple(lines)


def _measure_margin(raw: str) -> float:
    """Width of the white space that a line begins with, in em."""
    margin = raw[: len(raw) - len(raw.lstrip())]
    return sum(1.0 if space in _WHOLE_EM_SPACES else 0.5 for space in margin)


def _notes(source: str, page: str, decoded: Decoded, removed: Removed) -> tuple[Note, ...]:
    """What a reader should know about how the text was come by."""
    notes: list[Note] = []
    name = PurePath(source).name or source
    if decoded.doubtful:
        encoding = _SHOWN_ENCODINGS.get(decoded.encoding, decoded.encoding)
        if decoded.invalid:
            words = sentence_count(
                "{name}: read as {encoding}, {count} place could not be decoded",
                "{name}: read as {encoding}, {count} places could not be decoded",
                decoded.invalid,
                name=name,
                encoding=encoding,
            )
        else:
            words = sentence(
                "{name}: the encoding is taken to be {encoding}; --encoding names another", name=name, encoding=encoding
            )
        notes.append(Note("encoding-doubtful", words, page))
    notes.extend(note_removed(name, removed, page))
    return tuple(notes)
