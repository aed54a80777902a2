"""An issue of a newspaper: its pages, articles, furniture, and what is uncertain about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reader.languages import Sentence
from reader.model.article import Article, LineSpan
from reader.model.page import Page


class FurnitureKind(StrEnum):
    """Print on a page that belongs to no article."""

    NAMEPLATE = "nameplate"  # 报头
    FOLIO = "folio"  # 报眉
    IMPRINT = "imprint"  # 责任编辑 刊号 电话
    CONTENTS = "contents"  # 导读
    DUPLICATE = "duplicate"  # the second copy of a shadowed label
    JUMP = "jump"  # 下转 上接
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Furniture:
    """One piece of page furniture."""

    kind: FurnitureKind
    text: str
    page: str
    spans: tuple[LineSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """Something that a reader should know: a guess, a repair, a region that could not be read."""

    code: str
    """A stable name for programs, such as "headline-uncertain"."""
    message: str | Sentence
    """For a person: a sentence, which files have in English; a text that is in a language already stays as it is."""
    page: str | None = None
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue of a newspaper 一期, ready to read."""

    source: str
    """The path as the user gave it, or "-"."""
    format: str
    """The source's format: plain, pdf, mets-alto, …"""
    title: str | None
    """The newspaper's name; None where unknown."""
    date: date | None
    pages: tuple[Page, ...]
    articles: tuple[Article, ...]
    furniture: tuple[Furniture, ...] = ()
    notes: tuple[Note, ...] = ()
    number: str | None = None
    """The issue's number as the source has it; None where unknown."""
    language: str | None = None
    """The main language as a BCP 47 tag such as zh or fr, where the source says it."""

    def find_page(self, page_id: str) -> Page | None:
        """The page of that id, if there is one."""
        return next((page for page in self.pages if page.id == page_id), None)

    def find_article(self, article_id: str) -> Article | None:
        """The article of that id, if there is one."""
        return next((article for article in self.articles if article.id == article_id), None)
