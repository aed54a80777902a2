"""EPUB 2 and 3: the documents of the spine as one issue, articles by headings."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from reader.errors import BrokenSourceError, SourceError
from reader.languages import sentence
from reader.model import Note
from reader.sources.base import Sourced
from reader.sources.html_tree import parse_html
from reader.sources.mets_metadata import normal_language, parse_day, tidy
from reader.sources.outline import Element, find_outline
from reader.sources.remarks import name_file, say_blank
from reader.sources.safe_xml import iter_named, local_name, parse_xml
from reader.sources.told import ToldPage
from reader.sources.web_page import iter_elements

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTAINER: Final = "META-INF/container.xml"

_LARGEST_MEMBER: Final = 64 << 20
"""Bytes of one document when unpacked; a novel has one."""

_LARGEST_BOOK: Final = 256 << 20
"""Bytes of all documents together."""


@dataclass(frozen=True, slots=True)
class Epub:
    """The format."""

    name: str = "epub"
    suffixes: frozenset[str] = frozenset({".epub"})

    def read(self, path: PurePath, data: bytes, *, encoding: str | None = None, first_page: int = 1) -> Sourced:
        """The articles of a book, by the headings of its documents.

        Raises:
            BrokenSourceError: It is damaged, encrypted, or beyond a limit.
            EmptySourceError: There is no text in it.
        """
        name = name_file(path)
        book = _Book(name, data)
        package_place, package = book.find_package()
        elements: list[Element] = []
        failures: list[SourceError] = []
        for place in _iter_spine(package, posixpath.dirname(package_place)):
            try:
                elements.extend(iter_elements(parse_html(book.read(place), place)))
            except SourceError as error:
                failures.append(error)
        page = ToldPage(first_page)
        outlined = find_outline(elements, page)
        if not outlined.articles and not outlined.furniture:
            raise (
                BrokenSourceError(name, sentence("nothing in this book can be read; {error}", error=failures[0]))
                if failures
                else say_blank(name)
            )
        notes = [*page.notes(name)]
        notes += [
            Note("page-unreadable", sentence("this document of the book cannot be read: {error}", error=one))
            for one in failures
        ]
        facts = {local_name(element): tidy(element.text) for element in reversed(list(package.iter("*")))}
        day = facts.get("date")
        return Sourced(
            (outlined.page,),
            self.name,
            tuple(notes),
            title=facts.get("title") or outlined.title,
            date=parse_day(day) if day else outlined.date,
            articles=outlined.articles,
            furniture=outlined.furniture,
            language=normal_language(facts.get("language") or ""),
        )


class _Book:
    """The files in an EPUB, read within limits."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.used = 0
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise BrokenSourceError(
                name, sentence("this EPUB is damaged and cannot be unpacked; fetch it again")
            ) from error

    def read(self, place: str) -> bytes:
        try:
            with self.archive.open(place) as member:
                data = member.read(_LARGEST_MEMBER + 1)
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
            # RuntimeError: it is encrypted; NotImplementedError, a kind of it: an unknown compression.
            raise BrokenSourceError(
                place, sentence("this file of the book cannot be unpacked; fetch the book again")
            ) from error
        self.used += len(data)
        if len(data) > _LARGEST_MEMBER or self.used > _LARGEST_BOOK:
            raise BrokenSourceError(self.name, sentence("this book swells beyond all measure and is not read"))
        return data

    def find_package(self) -> tuple[str, _Element]:
        """The file that names title and documents."""
        container = parse_xml(self.read(_CONTAINER), self.name).root
        for rootfile in iter_named(container, "rootfile"):
            if place := rootfile.get("full-path"):
                return place, parse_xml(self.read(place), self.name).root
        raise BrokenSourceError(self.name, sentence("this EPUB does not say what it holds; fetch it again"))


def _iter_spine(package: _Element, folder: str) -> Iterator[str]:
    items = {item.get("id"): item for item in iter_named(package, "item")}
    for reference in iter_named(package, "itemref"):
        item = items.get(reference.get("idref"))
        # The table of contents repeats all headings.
        if item is not None and (href := item.get("href")) and "nav" not in (item.get("properties") or "").split():
            yield posixpath.normpath(posixpath.join(folder, unquote(href)))
