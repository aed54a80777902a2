"""dubao's own issue JSON, schema "dubao.issue/1": what `dubao show --json` writes opens again as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import PurePath
from typing import Final, TypeVar

from reader.errors import BrokenSourceError
from reader.hanzi.harmless import make_harmless
from reader.languages import sentence, sentence_count
from reader.model import Article, ArticleKind, Author, Furniture, FurnitureKind, Jump, Note, Part, PartKind
from reader.sources.base import Sourced
from reader.sources.json_text import JsonObject, as_list, as_object, as_text, as_texts, parse_json
from reader.sources.mets_metadata import tidy
from reader.sources.remarks import name_file, say_blank
from reader.sources.told import ToldPage, make_article

SCHEMA: Final = "dubao.issue/1"

_FORMAT: Final = re.compile(r"[a-z][a-z0-9-]{0,30}")

_HEADING: Final = (
    ("label", PartKind.LABEL),
    ("kicker", PartKind.KICKER),
    ("headline", PartKind.HEADLINE),
    ("subheadline", PartKind.SUBHEADLINE),
    ("byline", PartKind.BYLINE),
    ("dateline", PartKind.DATELINE),
)
"""Where the parts of an article's heading stand, in their order."""

_Kind = TypeVar("_Kind", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class IssueJson:
    """The format; an issue keeps the name of the format that it was made from."""

    name: str = "dubao-json"
    suffixes: frozenset[str] = frozenset({".json"})

    def read(self, path: PurePath, data: bytes, *, encoding: str | None = None, first_page: int = 1) -> Sourced:
        """The issue.

        Raises:
            BrokenSourceError: It is no JSON, or of another version of the schema.
            EmptySourceError: There is no text in it.
        """
        name = name_file(path)
        record = as_object(parse_json(data, name, encoding=encoding))
        if record.get("schema") != SCHEMA:
            found = make_harmless(str(record.get("schema")))[:40]
            raise BrokenSourceError(
                name,
                sentence(
                    "this is JSON of the schema {found}; this version of dubao reads {schema}",
                    found=found,
                    schema=SCHEMA,
                ),
            )
        reading = _Reading(record, first_page)
        if not reading.articles and not reading.furniture:
            raise say_blank(name)
        written = as_text(record.get("format")) or ""
        return Sourced(
            tuple(page.finish() for page in reading.pages.values()),
            written if _FORMAT.fullmatch(written) else self.name,
            tuple(reading.notes(name)),
            title=tidy(as_text(record.get("title"))),
            date=_parse_date(record.get("date")),
            articles=tuple(reading.articles),
            settled=True,
            furniture=tuple(reading.furniture),
            number=tidy(as_text(record.get("number"))),
            language=tidy(as_text(record.get("language"))),
        )


class _Reading:
    """An issue while it is read; what is not as the schema has it is passed over and counted."""

    def __init__(self, record: JsonObject, first_page: int) -> None:
        self.record = record
        self.first_page = first_page
        self.wrong = 0
        self.pages: dict[str, ToldPage] = {}
        self.articles: list[Article] = []
        self.furniture: list[Furniture] = []
        self.ids: dict[str, str] = {}
        for value in as_list(record.get("pages")):
            entry = as_object(value)
            page = self._find_page(entry.get("id"))
            page.label, page.section = tidy(as_text(entry.get("label"))), tidy(as_text(entry.get("section")))
        for value in as_list(record.get("articles")):
            self._read_article(as_object(value))
        for value in as_list(record.get("furniture")):
            entry = as_object(value)
            page = self._find_page(entry.get("page"))
            kind = self._find_kind(entry.get("kind"), FurnitureKind.OTHER)
            if piece := page.add_furniture(kind, as_text(entry.get("text")) or ""):
                self.furniture.append(piece)
            page.end_block()

    def notes(self, name: str) -> Iterator[Note]:
        """The notes that the file itself has, and what was wrong with it."""
        for value in as_list(self.record.get("notes")):
            entry = as_object(value)
            code, message = as_text(entry.get("code")), as_text(entry.get("message"))
            if code and message:
                page, article = as_text(entry.get("page")), as_text(entry.get("article"))
                yield Note(
                    make_harmless(code),
                    # In English, as files have it: what needs no values can be said in the reader's language again.
                    sentence(make_harmless(message)),
                    self.pages[page].id if page in self.pages else None,
                    self.ids.get(article or ""),
                )
        for written in self.pages.values():
            yield from written.notes(name)
        if self.wrong:
            words = sentence_count(
                "{name}: {count} place is not as the schema has it, and is left out",
                "{name}: {count} places are not as the schema has them, and are left out",
                self.wrong,
                name=name,
            )
            yield Note("json-wrong", words)

    def _find_page(self, value: object) -> ToldPage:
        page_id = as_text(value)
        if page_id is None:
            self.wrong += 1
            page_id = next(iter(self.pages), "p1")
        if page_id not in self.pages:
            self.pages[page_id] = ToldPage(self.first_page + len(self.pages))
        return self.pages[page_id]

    def _find_kind(self, value: object, usual: _Kind) -> _Kind:
        try:
            return type(usual)(as_text(value) or "")
        except ValueError:
            self.wrong += 1
            return usual

    def _read_article(self, entry: JsonObject) -> None:
        page = self._find_page(entry.get("page"))
        parts: list[Part | None] = []
        for key, kind in _HEADING:
            parts.extend(page.add_part(kind, text) for text in as_texts(entry.get(key)))
        for value in as_list(entry.get("body")):
            piece = as_object(value)
            text = as_text(piece.get("text"))
            if text is None:
                self.wrong += 1
                continue
            here = self._find_page(piece.get("page", entry.get("page")))
            parts.append(here.add_part(self._find_kind(piece.get("kind"), PartKind.PARAGRAPH), text))
        page.end_block()
        jump = as_object(entry.get("jump"))
        to, origin = tidy(as_text(jump.get("to"))), tidy(as_text(jump.get("from")))
        article = make_article(
            len(self.articles) + 1,
            parts,
            kind=self._find_kind(entry.get("kind"), ArticleKind.ARTICLE),
            authors=tuple(_iter_authors(entry.get("authors"))),
            jump=Jump(to, origin) if to or origin else None,
        )
        if article is None:
            self.wrong += 1
            return
        self.ids.setdefault(as_text(entry.get("id")) or "", article.id)
        self.articles.append(article)


def _iter_authors(value: object) -> Iterator[Author]:
    for one in as_list(value):
        entry = as_object(one)
        if name := tidy(as_text(entry.get("name"))):
            yield Author(name, tidy(as_text(entry.get("role"))))


def _parse_date(value: object) -> date | None:
    try:
        return date.fromisoformat(as_text(value) or "")
    except ValueError:
        return None
