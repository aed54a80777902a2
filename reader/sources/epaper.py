"""数字报, the e-paper pages of 方正 and its kin, from a saved folder.

A page of the paper is `node_N.htm`: links to all pages (`<a id=pageLink>第A02版：要闻</a>`), an image map whose areas
link to the articles, and a list of their titles. An article is `content_….htm`, with `founder-title` and its like, with
headings and `#ozoom` (人民日报), or with the comments `enpcontent` and `enpproperty`.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from reader.errors import BrokenSourceError, SourceError
from reader.hanzi.numerals import find_date
from reader.languages import sentence, sentence_count
from reader.model import Article, Furniture, Note, Page, Part, PartKind
from reader.sources.base import Beside, NothingBeside, OnPart, Sourced
from reader.sources.epaper_article import PAPER_NAME, EpaperArticle, read_article
from reader.sources.html_tree import parse_html
from reader.sources.mets_metadata import tidy
from reader.sources.naming import parse_page_name
from reader.sources.outline import find_names
from reader.sources.remarks import name_file, say_blank
from reader.sources.told import ToldPage, make_article

if TYPE_CHECKING:
    from lxml.etree import _Element

NODE_NAME: Final = re.compile(r"(?:node|nbs)[_.][\w.-]{1,60}\.s?html?$", re.IGNORECASE)
"""Names of pages: node_2.htm, node_01.html, nbs.D110000renmrb_01.htm."""

CONTENT_NAME: Final = re.compile(r"(?:content|nw)[_.][\w.-]{1,80}\.s?html?$", re.IGNORECASE)
"""Names of articles: content_401862.htm, content_1_2.htm, nw.D110000renmrb_20171213_1-01.htm."""

_REFRESH: Final = re.compile(r"url\s*=\s*['\"]?([^'\";]+)", re.IGNORECASE)

_PAGE_LABEL: Final = re.compile(r"第?\s*([A-Za-z]?\d{1,3})\s*版\s*(?:[:：\s]\s*(.{1,20}))?$")

_MOST_PAGES: Final = 500
"""Pages that are followed; a thick Sunday paper has some two hundred."""


@dataclass(frozen=True, slots=True)
class Epaper:
    """The format."""

    name: str = "epaper"
    suffixes: frozenset[str] = frozenset({".htm", ".html", ".shtml"})

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
        """The issue: from its entry or any of its pages all pages; from an article that article alone.

        Raises:
            BrokenSourceError: None of the articles that it links to is there.
            EmptySourceError: There is no text in it.
        """
        name = name_file(path)
        if CONTENT_NAME.match(path.name) and not NODE_NAME.match(path.name):
            return _read_alone(path, data, encoding, first_page)
        reading = _Reading(beside, encoding, first_page)
        place = reading.follow(path.name, data)
        folder = PurePath(path.parent, place)
        named = parse_page_name(folder)

        def make() -> Sourced:
            return Sourced(
                tuple(reading.pages),
                self.name,
                tuple(reading.notes()),
                title=reading.title or named.title,
                date=reading.day or named.date,
                articles=tuple(reading.articles),
                furniture=tuple(reading.furniture),
                language="zh",
            )

        reading.read_issue(place, lambda share: on_part(make, share) if on_part is not None else None)
        if not reading.articles:
            if reading.missing:
                shown = ", ".join(reading.missing[:3])
                raise BrokenSourceError(
                    name,
                    sentence(
                        "none of the {count} articles that it links to is beside it ({shown})",
                        count=len(reading.missing),
                        shown=shown,
                    ),
                )
            raise say_blank(name)
        return make()


def _read_alone(path: PurePath, data: bytes, encoding: str | None, first_page: int) -> Sourced:
    name = name_file(path)
    found = read_article(data, name, encoding=encoding)
    page = ToldPage(first_page, found.label, found.section)
    article = _make_article(found, page, 1)
    if article is None:
        raise say_blank(name)
    return Sourced(
        (page.finish(),),
        "epaper",
        page.notes(name),
        title=found.paper,
        date=found.day,
        articles=(article,),
        language="zh",
    )


class _Reading:
    """An issue while its pages are followed."""

    def __init__(self, beside: Beside, encoding: str | None, first_page: int) -> None:
        self.beside = beside
        self.encoding = encoding
        self.first_page = first_page
        self.pages: list[Page] = []
        self.articles: list[Article] = []
        self.furniture: list[Furniture] = []
        self.missing: list[str] = []
        self.title: str | None = None
        self.day: date | None = None
        self.seen: set[str] = set()
        self.found_notes: list[Note] = []
        self.own: dict[str, bytes] = {}

    def follow(self, name: str, data: bytes) -> str:
        """The page that an entry sends its readers to; the entry itself where it does not."""
        self.own[name] = data
        root = parse_html(data, name, encoding=self.encoding)
        for meta in root.iter("meta"):
            if (meta.get("http-equiv") or "").lower() == "refresh" and (
                found := _REFRESH.search(meta.get("content") or "")
            ):
                target = _resolve(name, found[1])
                if target and target != name:
                    try:
                        self.own[target] = self.beside.read(target)
                    except SourceError:
                        continue
                    return target
        return name

    def read_issue(self, entry: str, on_page: Callable[[float], None]) -> None:
        """Read all pages, in the order in which the entry lists them.

        Args:
            entry: The name of its file.
            on_page: Told after every page but the last which share of them is read.
        """
        root = parse_html(self._read(entry), entry, encoding=self.encoding)
        listed = dict(_iter_pages(root, entry))
        if entry not in listed:
            listed = {entry: tidy(_find_title(root)), **listed}
        folder = posixpath.dirname(entry)
        if len(listed) == 1:
            # A page that names no others: those that lie beside it.
            for name in self.beside.names():
                if posixpath.dirname(name) == folder and NODE_NAME.match(posixpath.basename(name)):
                    listed.setdefault(name, None)
        wanted = list(listed.items())[:_MOST_PAGES]
        for count, (place, label) in enumerate(wanted, 1):
            try:
                page_root = parse_html(self._read(place), place, encoding=self.encoding)
            except SourceError as error:
                words = sentence(
                    "{place}, a page that the e-paper lists, is not there: {error}", place=place, error=error
                )
                self.found_notes.append(Note("page-missing", words))
                continue
            self._read_page(place, page_root, label)
            if count < len(wanted):
                on_page(count / len(wanted))

    def notes(self) -> Iterator[Note]:
        """What was missing."""
        yield from self.found_notes
        if self.missing:
            shown = ", ".join(self.missing[:3]) + (", …" if len(self.missing) > 3 else "")
            words = sentence_count(
                "{count} article that its pages list is not there: {names}",
                "{count} articles that its pages list are not there: {names}",
                len(self.missing),
                names=shown,
            )
            yield Note("article-missing", words)

    def _read(self, place: str) -> bytes:
        return self.own[place] if place in self.own else self.beside.read(place)

    def _read_page(self, place: str, root: _Element, label: str | None) -> None:
        found = _PAGE_LABEL.search(label or "")
        page = ToldPage(self.first_page + len(self.pages))
        page.label = found[1].upper() if found else None
        page.section = tidy(found[2]) if found and found[2] else None
        said = tidy(_find_title(root)) or ""
        if paper := PAPER_NAME.search(said):
            self.title = self.title or paper[0]
        self.day = self.day or find_date(said)
        for target in _iter_articles(root, place):
            if target in self.seen:
                continue
            self.seen.add(target)
            try:
                article = read_article(self._read(target), target, encoding=self.encoding)
            except SourceError:
                self.missing.append(target)
                continue
            self.title = self.title or article.paper
            self.day = self.day or article.day
            page.label = page.label or article.label
            page.section = page.section or article.section
            if made := _make_article(article, page, len(self.articles) + 1):
                self.articles.append(made)
        finished = page.finish()
        self.found_notes.extend(page.notes(place))
        self.pages.append(finished)


def _make_article(found: EpaperArticle, page: ToldPage, number: int) -> Article | None:
    parts: list[Part | None] = [page.add_part(kind, text) for kind, text in found.parts]
    page.end_block()
    authors = tuple(name for kind, text in found.parts if kind is PartKind.BYLINE for name in find_names(text))
    return make_article(number, parts, authors=authors)


def _iter_pages(root: _Element, place: str) -> Iterator[tuple[str, str | None]]:
    """The issue's pages that a page lists, with what they are called."""
    for link in root.iter("a"):
        href = link.get("href") or ""
        target = _resolve(place, href)
        if target and NODE_NAME.match(posixpath.basename(target)):
            text = tidy("".join(str(piece) for piece in link.itertext()))
            if (link.get("id") or "").lower() == "pagelink" or _PAGE_LABEL.search(text or ""):
                yield target, text


def _iter_articles(root: _Element, place: str) -> Iterator[str]:
    """The articles that a page links to: in the order of its list, then those that only its picture has."""
    found: dict[str, None] = {}
    for tag in ("a", "area"):
        for link in root.iter(tag):
            target = _resolve(place, link.get("href") or "")
            if target and CONTENT_NAME.match(posixpath.basename(target)):
                found.setdefault(target)
    yield from found


def _resolve(place: str, href: str) -> str | None:
    """The name of the file that a link on a page means; None for links that lead out of the folder or elsewhere."""
    bare = unquote(href.strip().partition("#")[0].partition("?")[0]).replace("\\", "/")
    if not bare or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", bare) or bare.startswith("/"):
        return None
    target = posixpath.normpath(posixpath.join(posixpath.dirname(place), bare))
    return None if target.startswith("..") else target


def _find_title(root: _Element) -> str | None:
    return next((element.text for element in root.iter("title")), None)
