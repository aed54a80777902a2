"""MODS in METS: the newspaper's name, the day, the number, the language, and the titles of articles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from reader.hanzi.numerals import find_date
from reader.sources.cleaning import clean
from reader.sources.safe_xml import iter_named

if TYPE_CHECKING:
    from lxml.etree import _Element

_DAY_FIRST: Final = re.compile(r"(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)")
"""01.08.1821, as French and German libraries write a day."""

_DAY: Final = re.compile(r"(?<!\d)(\d{4})-?(\d{2})-?(\d{2})(?!\d)")

_LANGUAGES: Final = {
    "chi": "zh", "zho": "zh", "ger": "de", "deu": "de", "fre": "fr", "fra": "fr", "eng": "en", "lat": "la",
    "dut": "nl", "nld": "nl", "ltz": "lb", "ita": "it", "spa": "es", "por": "pt", "rus": "ru", "jpn": "ja",
    "kor": "ko", "swe": "sv", "dan": "da", "nor": "no", "fin": "fi", "pol": "pl", "cze": "cs", "ces": "cs",
    "german": "de", "french": "fr", "english": "en", "chinese": "zh", "dutch": "nl", "italian": "it",
}  # fmt: skip
"""ISO 639-2 codes and English names of languages that newspapers come in, as BCP 47 has them."""

_PLACEHOLDER: Final = re.compile(r"[A-Z]+(?:_[A-Z]+)+")
"""DOCUMENT_TITLE_PLACEHOLDER and its kind are no titles."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What descriptions say about an issue; None for what they do not say."""

    title: str | None = None
    date: date | None = None
    number: str | None = None
    language: str | None = None


def read_descriptions(root: _Element) -> dict[str, _Element]:
    """The descriptions in a METS file by their ids."""
    return {str(section.get("ID")): section for section in iter_named(root, "dmdSec")}


def find_metadata(descriptions: dict[str, _Element], wanted: Sequence[str], items: Sequence[str]) -> Metadata:
    """What is said about the issue.

    Args:
        descriptions: By their ids.
        wanted: Ids of those that belong to the issue; where none of them is there, those of no item.
        items: Ids of those that belong to single items.
    """
    own = [descriptions[name] for name in wanted if name in descriptions]
    owned = set(items)
    others = [section for name, section in descriptions.items() if name not in owned and section not in own]
    sections = [*own, *others]
    return Metadata(
        title=next((title for section in sections if (title := find_title(section))), None),
        date=next((day for section in sections if (day := _find_day(section))), None),
        number=next((number for section in sections if (number := _find_number(section))), None),
        language=_find_language(list(descriptions.values())),
    )


def find_title(section: _Element) -> str | None:
    """The titles in a description, on one line; those of the works it belongs to are not its own."""
    titles = [
        _add_article(title, info)
        for info in iter_named(section, "titleInfo")
        if not any(True for _ in info.iterancestors("{*}relatedItem"))
        for element in iter_named(info, "title")
        if (title := tidy(element.text))
    ]
    return " ".join(dict.fromkeys(titles)) or None


def _add_article(title: str, info: _Element) -> str:
    """A title with the article before it, which catalogues leave out when they sort."""
    before = next((text for element in iter_named(info, "nonSort") if (text := tidy(element.text))), "")
    if not before or title.casefold().startswith(before.casefold()):
        return title
    return f"{before}{title}" if before.endswith(("'", "’")) else f"{before} {title}"


def tidy(text: str | None) -> str | None:
    """A value from the file on one clean line; None where it is blank or a placeholder."""
    found = " ".join(clean(text or "").text.split())
    return found if found and not _PLACEHOLDER.fullmatch(found) else None


def parse_day(text: str) -> date | None:
    """A day as catalogues write it: 1858-12-07, 18581207, 01.08.1821, or in Chinese."""
    for pattern, order in ((_DAY, (0, 1, 2)), (_DAY_FIRST, (2, 1, 0))):
        if found := pattern.search(text):
            numbers = [int(group) for group in found.groups()]
            try:
                return date(*(numbers[place] for place in order))
            except ValueError:
                continue
    return find_date(text)


def normal_language(text: str) -> str | None:
    """A language's tag: "ger" and "German" are de, "zh-Hant" is zh-Hant."""
    word = text.strip()
    if known := _LANGUAGES.get(word.lower()):
        return known
    return word if re.fullmatch(r"[A-Za-z]{2}(?:-[A-Za-z0-9]{2,8})*", word) else None


def _find_day(section: _Element) -> date | None:
    for name in ("dateIssued", "dateCreated", "date"):
        for element in iter_named(section, name):
            if element.text and (day := parse_day(element.text)):
                return day
    return None


def _find_number(section: _Element) -> str | None:
    for detail in iter_named(section, "detail"):
        if (detail.get("type") or "").lower() in ("issue", "number"):
            for element in iter_named(detail, "number"):
                if number := tidy(element.text):
                    return number
    return None


def _find_language(sections: Sequence[_Element]) -> str | None:
    """The language that most descriptions name."""
    counts = Counter(
        language
        for section in sections
        for element in iter_named(section, "languageTerm")
        if element.text and (language := normal_language(element.text))
    )
    return counts.most_common(1)[0][0] if counts else None
