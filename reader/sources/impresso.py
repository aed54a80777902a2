"""impresso's canonical JSON: an issue with its content items, and pages whose regions say which item they are of.

Records stand one a line (`…-issues.jsonl`, `…-pages.jsonl`), compressed or not, or one a file. The rebuilt form, one
record a content item with its whole text, opens as well.
"""

from __future__ import annotations

import bz2
import itertools
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath
from typing import Final

from reader.errors import BrokenSourceError, SourceError
from reader.languages import sentence
from reader.model import Article, ArticleKind, Box, Furniture, FurnitureKind, Note, Page, Part, PartKind, TextLine
from reader.sources.base import Beside, NothingBeside, OnPart, Sourced
from reader.sources.cleaning import Removed, clean_lines
from reader.sources.joining import Piece, is_word_break, make_furniture, make_part
from reader.sources.json_text import JsonObject, as_list, as_object, as_text, parse_json
from reader.sources.mets_metadata import normal_language, tidy
from reader.sources.positioned import make_block
from reader.sources.remarks import name_file, note_removed, say_blank
from reader.sources.told import ToldPage, make_article

_ID: Final = re.compile(r"(?P<paper>[\w-]{1,60}?)-(?P<day>\d{4}-\d{2}-\d{2})-(?P<edition>[a-z]{1,2})(?:-[ip]\d+)?$")

_KINDS: Final = {
    "ar": ArticleKind.ARTICLE,
    "article": ArticleKind.ARTICLE,
    "ad": ArticleKind.ADVERTISEMENT,
    "ob": ArticleKind.NOTICE,
    "image": ArticleKind.PHOTO,
    "picture": ArticleKind.PHOTO,
    "table": ArticleKind.TABLE,
    "tb": ArticleKind.TABLE,
    "w": ArticleKind.OTHER,
    "weather": ArticleKind.OTHER,
    "page": ArticleKind.OTHER,
}

_LARGEST: Final = 512 << 20
"""Bytes of records when unpacked."""


@dataclass(frozen=True, slots=True)
class Impresso:
    """The format."""

    name: str = "impresso"
    suffixes: frozenset[str] = frozenset({".json", ".jsonl", ".bz2"})

    def read(self, path: PurePath, data: bytes, *, encoding: str | None = None, first_page: int = 1) -> Sourced:
        """As `read_linked`, for a file that came alone."""
        return self.read_linked(path, data, NothingBeside(), encoding=encoding, first_page=first_page)

    def read_linked(
        self,
        path: PurePath,
        data: bytes,
        beside: Beside,
        *,
        encoding: str | None = None,
        first_page: int = 1,
        on_part: OnPart | None = None,
    ) -> Sourced:
        """The issue, with the pages that are found beside it.

        Args:
            path: The file's name.
            data: Its whole content.
            beside: The other files.
            encoding: As for `Source.read`.
            first_page: As for `Source.read`.
            on_part: Not told: the records stand in no order.

        Raises:
            BrokenSourceError: It is damaged, or holds several issues.
            EmptySourceError: There is no text in it.
        """
        name = name_file(path)
        records = list(iter_records(data, name, encoding))
        issues = sorted({issue for record in records if (issue := _issue_of(record))})
        if not issues:
            raise BrokenSourceError(name, sentence("there is no record of an issue in it"))
        if len(issues) > 1:
            shown = ", ".join(issues[:3]) + (", …" if len(issues) > 3 else "")
            raise BrokenSourceError(
                name,
                sentence(
                    "it holds {count} issues ({shown}); split it into a file an issue", count=len(issues), shown=shown
                ),
            )
        notes: list[Note] = []
        rebuilt = [record for record in records if "ft" in record]
        if rebuilt:
            pages, articles, furniture = _read_rebuilt(rebuilt, first_page, name, notes)
        else:
            records.extend(_find_beside(path.name, issues[0], beside))
            pages, articles, furniture = _read_canonical(records, first_page, name, notes)
        if not any(page.lines for page in pages):
            raise say_blank(name)
        found = _ID.fullmatch(issues[0])
        languages = [lang for record in records for item in _iter_items(record) if (lang := as_text(item.get("l")))]
        languages += [lang for record in rebuilt if (lang := as_text(record.get("lg")))]
        return Sourced(
            tuple(pages),
            self.name,
            tuple(notes),
            title=found["paper"] if found else None,
            date=date.fromisoformat(found["day"]) if found and _is_day(found["day"]) else None,
            # Pages that came without their issue's record do not say whose their regions are.
            articles=tuple(articles) or None,
            furniture=tuple(furniture) if articles else (),
            language=normal_language(max(set(languages), key=languages.count)) if languages else None,
        )


def iter_records(data: bytes, name: str, encoding: str | None = None) -> Iterator[JsonObject]:
    """The records in a file: one, or one a line; a line that is damaged is passed over where others are not.

    Raises:
        BrokenSourceError: It is damaged.
    """
    if data.startswith(b"BZh"):
        try:
            data = bz2.BZ2Decompressor().decompress(data, _LARGEST)
        except (OSError, EOFError, ValueError) as error:
            raise BrokenSourceError(name, sentence("this file cannot be unpacked; fetch it again")) from error
    lines = [line for line in data.splitlines() if line.strip()]
    good = 0
    if len(lines) > 1:
        for line in lines:
            try:
                value = json.loads(line)
            except (ValueError, RecursionError):
                continue
            if isinstance(value, dict) and "id" in value:
                good += 1
                yield value
    if not good:
        value = parse_json(data, name, encoding=encoding)
        yield from (as_object(one) for one in (value if isinstance(value, list) else [value]))


def _issue_of(record: JsonObject) -> str | None:
    """The id of the issue that a record is of or belongs to."""
    found = _ID.fullmatch(as_text(record.get("id")) or "")
    return f"{found['paper']}-{found['day']}-{found['edition']}" if found else None


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _find_beside(own: str, issue: str, beside: Beside) -> Iterator[JsonObject]:
    for name in beside.names():
        if name == own or not re.search(r"\.jsonl?(?:\.bz2)?$", name.lower()):
            continue
        try:
            yield from (one for one in iter_records(beside.read(name), name) if _issue_of(one) == issue)
        except SourceError:
            continue


def _iter_items(record: JsonObject) -> Iterator[JsonObject]:
    for item in as_list(record.get("i")):
        yield as_object(as_object(item).get("m"))


def _read_canonical(
    records: Iterable[JsonObject], first_page: int, name: str, notes: list[Note]
) -> tuple[list[Page], list[Article], list[Furniture]]:
    """Pages with their lines, and the articles that regions say they belong to."""
    sheets = {as_text(record.get("id")): record for record in records if "r" in record}
    facts = {as_text(meta.get("id")): meta for record in records for meta in _iter_items(record)}
    named = [page for record in records for page in as_list(record.get("pp")) if isinstance(page, str)]
    pages: list[Page] = []
    furniture: list[Furniture] = []
    parts: dict[str, list[Part]] = {}
    for page_name in dict.fromkeys([*named, *sorted(key for key in sheets if key)]):
        page_id = f"p{first_page + len(pages)}"
        label = str(int(page_name[-4:])) if page_name[-4:].isdecimal() else None
        record = sheets.get(page_name)
        if record is None:
            notes.append(
                Note(
                    "page-missing",
                    sentence("{name}: {page}, a page that it names, is not there", name=name, page=page_name),
                    page_id,
                )
            )
        groups, removed = _read_lines(record or {})
        notes.extend(note_removed(name, removed, page_id))
        pages.append(Page(page_id, tuple(make_block(lines) for _, lines in groups), label=label))
        for item, lines in groups:
            pieces = [Piece(page_id, line) for line in lines]
            if item in facts and item is not None:
                title = tidy(as_text(facts[item].get("t")))
                part = make_part(PartKind.PARAGRAPH, pieces)
                is_title = title is not None and item not in parts and _bare(part.text) == _bare(title)
                parts.setdefault(item, []).append(replace(part, kind=PartKind.HEADLINE) if is_title else part)
            else:
                furniture.append(make_furniture(FurnitureKind.OTHER, pieces))
    articles: list[Article] = []
    for item, found in parts.items():
        title = tidy(as_text(facts[item].get("t")))
        if title and title.upper() != "UNTITLED" and all(part.kind is not PartKind.HEADLINE for part in found):
            found = [Part(PartKind.HEADLINE, title, found[0].page), *found]
        kind = _KINDS.get((as_text(facts[item].get("tp")) or "").lower(), ArticleKind.ARTICLE)
        if article := make_article(len(articles) + 1, found, kind=kind):
            articles.append(article)
    return pages, articles, furniture


def _read_lines(record: JsonObject) -> tuple[list[tuple[str | None, list[TextLine]]], Removed]:
    """The lines of a page, a list a paragraph, each with the item that it belongs to."""
    raw: list[tuple[int, str | None, object, list[JsonObject]]] = []
    paragraph = 0
    for region in map(as_object, as_list(record.get("r"))):
        item = as_text(region.get("pOf"))
        for one in map(as_object, as_list(region.get("p"))):
            paragraph += 1
            for line in map(as_object, as_list(one.get("l"))):
                raw.append((paragraph, item, line.get("c"), [as_object(token) for token in as_list(line.get("t"))]))
    texts, removed = clean_lines([_join_tokens(tokens) for _, _, _, tokens in raw])
    groups: list[tuple[str | None, list[TextLine]]] = []
    before = 0
    for number, ((paragraph, item, corners, tokens), text) in enumerate(zip(raw, texts, strict=True), 1):
        if not text:
            continue
        if paragraph != before:
            groups.append((item, []))
            before = paragraph
        divided = int(bool(tokens) and tokens[-1].get("hy") is True and text.endswith(("-", "¬")))
        groups[-1][1].append(TextLine(text, number, box=_read_box(corners), hyphen=divided))
    return groups, removed


def _join_tokens(tokens: Iterable[JsonObject]) -> str:
    text = ""
    glued = True
    for token in tokens:
        word = as_text(token.get("tx")) or ""
        if text and word and not glued and is_word_break(text[-1], word[0]):
            text += " "
        text += word
        glued = token.get("gn") is True
    return text


def _read_box(value: object) -> Box | None:
    numbers = [float(one) for one in as_list(value) if isinstance(one, int | float) and abs(one) < 1e9]
    return Box(*numbers) if len(numbers) == 4 else None


def _read_rebuilt(
    records: Iterable[JsonObject], first_page: int, name: str, notes: list[Note]
) -> tuple[list[Page], list[Article], list[Furniture]]:
    """Articles with their whole texts."""
    pages: dict[int, ToldPage] = {}
    articles: list[Article] = []
    drafts: list[tuple[JsonObject, int]] = []
    for record in sorted(records, key=lambda one: as_text(one.get("id")) or ""):
        numbers = [number for number in as_list(record.get("pp")) if isinstance(number, int) and 0 < number < 10_000]
        drafts.append((record, min(numbers, default=1)))
    for at, number in enumerate(sorted({number for _, number in drafts})):
        pages[number] = ToldPage(first_page + at, label=str(number))
    for record, number in sorted(drafts, key=lambda draft: draft[1]):
        page = pages[number]
        title = as_text(record.get("t"))
        text = as_text(record.get("ft")) or ""
        if title and text.startswith(title):
            text = text[len(title) :]
        breaks = [at for at in as_list(record.get("pb")) if isinstance(at, int) and 0 < at < len(text)]
        bounds = [0, *sorted(breaks), len(text)]
        parts = [page.add_part(PartKind.HEADLINE, title)] if title and title.upper() != "UNTITLED" else []
        parts += [page.add_part(PartKind.PARAGRAPH, text[low:high]) for low, high in itertools.pairwise(bounds)]
        page.end_block()
        kind = _KINDS.get((as_text(record.get("tp")) or "").lower(), ArticleKind.ARTICLE)
        if article := make_article(len(articles) + 1, parts, kind=kind):
            articles.append(article)
    for page in pages.values():
        notes.extend(page.notes(name))
    return [page.finish() for page in pages.values()], articles, []


def _bare(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
