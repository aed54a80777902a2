"""`issue.toml`: what a person says about an issue.

title = "青禾日报"
date = 2024-03-05
direction = "horizontal"          # or "vertical"; optional

[[pages]]
file = "01.txt"
label = "01"
section = "要闻"
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from reader.hanzi.harmless import make_harmless
from reader.hanzi.numerals import find_date
from reader.languages import Sentence, message, sentence
from reader.model import Direction, Note
from reader.sources.cleaning import clean

MANIFEST_NAME: Final = "issue.toml"

_DIRECTIONS: Final = {
    "horizontal": Direction.HORIZONTAL,
    "ltr": Direction.HORIZONTAL,
    "横排": Direction.HORIZONTAL,
    "橫排": Direction.HORIZONTAL,
    "vertical": Direction.VERTICAL,
    "ttb": Direction.VERTICAL,
    "竖排": Direction.VERTICAL,
    "豎排": Direction.VERTICAL,
    "直排": Direction.VERTICAL,
}

_KEYS: Final = frozenset({"title", "date", "direction", "pages"})
_PAGE_KEYS: Final = frozenset({"file", "label", "section", "direction"})


@dataclass(frozen=True, slots=True)
class ManifestPage:
    """One `[[pages]]` entry; None for what it does not say."""

    file: str
    """The file's name, relative to the issue's folder."""
    label: str | None = None
    section: str | None = None
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an `issue.toml` says; None for what it does not say."""

    title: str | None = None
    date: date | None = None
    direction: Direction | None = None
    pages: tuple[ManifestPage, ...] = ()
    notes: tuple[Note, ...] = ()
    """One for each entry that is wrong; the others apply."""


def parse_manifest(data: bytes) -> Manifest:
    """Understand an `issue.toml`; what is wrong in it becomes a Note, the rest applies.

    Args:
        data: The file's content.
    """
    # Only issues that have the file pay for its parser.
    import tomllib

    try:
        entries = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        return Manifest(
            notes=(
                _wrong(sentence("{file}: it is not used: {reason}", file=MANIFEST_NAME, reason=_one_line(str(error)))),
            )
        )
    reading = _Reading(entries, "")
    title = reading.find_text("title")
    day = reading.find_date("date")
    direction = reading.find_direction("direction")
    pages: list[ManifestPage] = []
    listed = entries.get("pages", [])
    if not isinstance(listed, list):
        reading.note("pages", message("a list of [[pages]] tables"))
        listed = []
    for number, entry in enumerate(listed, start=1):
        if not isinstance(entry, dict):
            reading.note(f"pages {number}", message("a table"))
            continue
        page = _Reading(entry, f"pages {number} ", reading.notes)
        file = page.find_text("file")
        label = page.find_text("label")
        section = page.find_text("section")
        page_direction = page.find_direction("direction")
        page.note_unknown(_PAGE_KEYS)
        if file is None:
            if "file" not in entry:
                page.note("file", message("the name of the page's file"))
        else:
            pages.append(ManifestPage(file, label, section, page_direction))
    reading.note_unknown(_KEYS)
    return Manifest(title, day, direction, tuple(pages), tuple(reading.notes))


class _Reading:
    """One table of the file, and the notes on what is wrong with it."""

    def __init__(self, table: Mapping[str, object], place: str, notes: list[Note] | None = None) -> None:
        self.table = table
        self.place = place
        self.notes: list[Note] = [] if notes is None else notes

    def note(self, key: str, wanted: str) -> None:
        name = _one_line(self.place + key)
        self.notes.append(
            _wrong(
                sentence(
                    "{file}: {name} is not used: it should be {wanted}",
                    name=name,
                    file=MANIFEST_NAME,
                    wanted=sentence(wanted),
                )
            )
        )

    def note_unknown(self, known: frozenset[str]) -> None:
        for key in self.table:
            if key not in known:
                name = _one_line(self.place + key)
                self.notes.append(
                    _wrong(
                        sentence(
                            "{file}: {name} is unknown; known are {names}",
                            name=name,
                            file=MANIFEST_NAME,
                            names=tuple(sorted(known)),
                        )
                    )
                )

    def find_text(self, key: str) -> str | None:
        value = self.table.get(key)
        if value is None:
            return None
        # A page's number may be written as a number.
        if key == "label" and isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 9999:
            return str(value)
        if not isinstance(value, str) or not (text := " ".join(clean(value).text.split())):
            self.note(key, message("a text that is not blank"))
            return None
        return text

    def find_date(self, key: str) -> date | None:
        value = self.table.get(key)
        if value is None:
            return None
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        day = find_date(value) if isinstance(value, str) else None
        if day is None:
            self.note(key, message("a date such as 2024-03-05"))
        return day

    def find_direction(self, key: str) -> Direction | None:
        value = self.table.get(key)
        if value is None:
            return None
        direction = _DIRECTIONS.get(value.strip().lower()) if isinstance(value, str) else None
        if direction is None:
            self.note(key, message('"horizontal" or "vertical"'))
        return direction


def _wrong(words: Sentence) -> Note:
    return Note("manifest-wrong", words)


def _one_line(text: str) -> str:
    """Text from the file that may stand in a message."""
    return make_harmless(" ".join(text.split()))[:120]
