"""Articles one after the other, each under its title, authors, day and page: how corpora of 人民日报 give them.

### 河堤合龙记
陆青川
1951-07-12
第2版(生产建设)
专栏：治淮通讯

    七月里，沙湾口的水涨到了堤腰。……
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Final

from reader.model import Article, Furniture, FurnitureKind, Part, PartKind
from reader.sources.base import Sourced
from reader.sources.cleaning import clean
from reader.sources.encoding import decode
from reader.sources.outline import find_names
from reader.sources.remarks import name_file, note_removed, say_blank, say_empty
from reader.sources.told import ToldPage, make_article

_TITLE: Final = re.compile(r"###[ \t]+(\S.*)")
_DAY: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_PAGE: Final = re.compile(r"第\s*([A-Z]?[0-9]{1,3})\s*版\s*(?:[(（](.*?)[)）])?")
_COLUMN: Final = re.compile(r"专栏\s*[:：]\s*(.*)")
_HEADING_INDENT: Final = "\u3000"
"""Paragraphs are indented by spaces, the title and crossheads by ideographic ones."""


@dataclass(frozen=True, slots=True)
class Record:
    """One article as the file gives it."""

    title: str
    authors: tuple[str, ...]
    """The lines between title and day."""
    day: date | None
    label: str | None
    section: str | None
    column: str
    """The name of its standing column; empty where it has none."""
    body: tuple[str, ...]
    """Its lines with their white space; none of them blank."""


@dataclass(frozen=True, slots=True)
class Records:
    """The format."""

    name: str = "records"
    suffixes: frozenset[str] = frozenset({".txt", ".md"})

    def read(self, path: PurePath, data: bytes, *, encoding: str | None = None, first_page: int = 1) -> Sourced:
        """The articles of one file, on the pages that they name.

        Raises:
            EmptySourceError: There is no text in it.
            NotTextError: The bytes are no text.
        """
        name = name_file(path)
        if not data:
            raise say_empty(name)
        cleaned = clean(decode(data, encoding, source=name).text)
        records = list(iter_records(cleaned.text))
        if not records:
            raise say_blank(name)
        days = {record.day for record in records if record.day is not None}
        several = len(days) > 1
        pages: dict[tuple[date | None, str | None], ToldPage] = {}
        articles: list[Article] = []
        furniture: list[Furniture] = []
        for record in records:
            page = pages.setdefault(
                (record.day, record.label),
                ToldPage(first_page + len(pages), record.label, _name_section(record, several=several)),
            )
            article, pieces = _write(record, page, len(articles) + 1)
            articles.extend(article)
            furniture.extend(pieces)
        finished = tuple(page.finish() for page in pages.values())
        return Sourced(
            finished,
            self.name,
            notes=note_removed(name, cleaned.removed, finished[0].id),
            date=next(iter(days)) if len(days) == 1 else None,
            articles=tuple(articles),
            furniture=tuple(furniture),
        )


def iter_records(text: str) -> Iterator[Record]:
    """The records of a file; what stands above the first title belongs to none and is no newspaper's.

    Args:
        text: Cleaned text.
    """
    group: list[str] = []
    for line in text.replace("\f", "\n").split("\n"):
        if _TITLE.fullmatch(line.strip()):
            if group:
                yield _parse(group)
            group = [line]
        elif group:
            group.append(line)
    if group:
        yield _parse(group)


def _parse(lines: list[str]) -> Record:
    title = _TITLE.fullmatch(lines[0].strip())
    assert title is not None
    authors: list[str] = []
    day: date | None = None
    label = section = None
    column = ""
    at = 1
    while at < len(lines) and (bare := lines[at].strip()):
        if found := _DAY.fullmatch(bare):
            day = _make_day(*map(int, found.groups()))
        elif found := _PAGE.fullmatch(bare):
            label, section = found[1], (found[2] or "").strip() or None
        elif found := _COLUMN.fullmatch(bare):
            column = found[1].strip()
        elif day is None:
            authors.append(bare)
        else:
            break
        at += 1
    body = tuple(line for line in lines[at:] if line.strip())
    return Record(title[1].strip(), tuple(authors), day, label, section, column, body)


def _make_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _name_section(record: Record, *, several: bool) -> str | None:
    """The page's section; in a file of several days with the day, so that pages can be told apart."""
    if not several or record.day is None:
        return record.section
    return " ".join(filter(None, (record.day.isoformat(), record.section)))


def _write(record: Record, page: ToldPage, number: int) -> tuple[tuple[Article, ...], tuple[Furniture, ...]]:
    """The article on its page, and what stood around it."""
    page.end_block()
    said = " ".join(
        filter(None, (record.day.isoformat() if record.day else "", f"第{record.label}版" if record.label else ""))
    )
    furniture = [page.add_furniture(FurnitureKind.FOLIO, said)]
    parts: list[Part | None] = [page.add_part(PartKind.LABEL, record.column)]
    parts.append(page.add_part(PartKind.HEADLINE, record.title))
    parts.extend(page.add_part(PartKind.BYLINE, author) for author in record.authors)
    titles = "".join(record.title.split())
    for at, line in enumerate(record.body):
        bare = line.strip()
        if at == 0 and "".join(bare.split()) == titles:
            furniture.append(page.add_furniture(FurnitureKind.DUPLICATE, bare))
        else:
            heads = line[0] == _HEADING_INDENT and any(other[0] == " " for other in record.body)
            parts.append(page.add_part(PartKind.CROSSHEAD if heads else PartKind.PARAGRAPH, bare))
    authors = tuple(name for line in record.authors for name in find_names(line))
    article = make_article(number, parts, authors=authors)
    return ((article,) if article else ()), tuple(piece for piece in furniture if piece)
