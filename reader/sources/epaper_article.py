"""One article of an e-paper 数字报: `content_….htm`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from reader.hanzi.numerals import find_date
from reader.model import PartKind
from reader.sources.html_tree import decode_markup, parse_html_text
from reader.sources.mets_metadata import parse_day, tidy
from reader.sources.outline import Heading
from reader.sources.safe_xml import local_name
from reader.sources.web_page import iter_elements

if TYPE_CHECKING:
    from lxml.etree import _Element

_PROPERTY: Final = re.compile(r"<!--\s*enpproperty(.*?)/?enpproperty\s*-->", re.DOTALL | re.IGNORECASE)
_FIELD: Final = re.compile(r"<(\w{1,30})>(.*?)</\1>", re.DOTALL)
_BODY: Final = re.compile(r"<!--\s*enpcontent\s*-->(.*?)<!--\s*/enpcontent\s*-->", re.DOTALL | re.IGNORECASE)
_WRITTEN: Final = re.compile(r"document\.write\(\s*view\(\s*[\"'](.*?)[\"']\s*\)\s*\)", re.DOTALL)
"""人民日报 of 2017 writes its titles by a script."""

_TAG: Final = re.compile(r"<[^<>]{0,200}>")
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
PAPER_NAME: Final = re.compile(r"[\u4e00-\u9fff]{2,10}(?:报|報|周刊|新闻)")
"""A newspaper's name in the title of a page."""

_PAGE: Final = re.compile(r"第\s*([A-Za-z]?\d{1,3})\s*版\s*(?:[:：]\s*([\u4e00-\u9fff]{1,12}))?")

_TITLES: Final = (
    ("founder-introtitle", "introtitle", PartKind.KICKER),
    ("founder-title", "title", PartKind.HEADLINE),
    ("founder-subtitle", "subtitle", PartKind.SUBHEADLINE),
    ("founder-author", "author", PartKind.BYLINE),
)
"""Founder's elements, the fields of its comment, and the parts that they are."""

_HEADINGS: Final = {"h3": PartKind.KICKER, "h1": PartKind.HEADLINE, "h2": PartKind.SUBHEADLINE, "h4": PartKind.BYLINE}
"""人民日报 and 光明日报: h3 肩题, h1 主题, h2 副题, h4 作者."""

_BODIES: Final = ("founder-content", "ozoom", "articlecontent", "article-content", "contentbox", "content")
"""Elements, or ids and classes of elements, that hold the text."""


@dataclass(frozen=True, slots=True)
class EpaperArticle:
    """What the file of an article says; None for what it does not say."""

    parts: tuple[tuple[PartKind, str], ...]
    """In reading order."""
    paper: str | None = None
    day: date | None = None
    label: str | None = None
    section: str | None = None


def read_article(data: bytes, name: str, *, encoding: str | None = None) -> EpaperArticle:
    """The article in a file.

    Args:
        data: The whole file.
        name: The file as the user knows it, for messages.
        encoding: Its encoding, where the user knows better.

    Raises:
        SourceError: It is no HTML.
    """
    text = decode_markup(data, name, encoding=encoding)
    root = parse_html_text(text, name)
    fields = _find_fields(text)
    body = list(_iter_body(text, root, name))
    headings = list(_iter_headings(root, fields, text))
    known = {_bare(text) for _, text in headings}
    # Some bodies begin with their headings once more.
    while body and body[0][0] is not PartKind.TABLE and _bare(body[0][1]) in known:
        body.pop(0)
    title = tidy(next((element.text for element in root.iter("title")), None)) or ""
    page = _PAGE.search(fields.get("nodename", "")) or _PAGE.search(title)
    paper = PAPER_NAME.search(fields.get("papername", "")) or PAPER_NAME.search(title)
    said = fields.get("date", "")
    return EpaperArticle(
        parts=(*headings, *body),
        paper=paper[0] if paper else None,
        day=parse_day(said) if said else find_date(title),
        label=page[1].upper() if page else None,
        section=page[2] if page else tidy(fields.get("nodename")),
    )


def _find_fields(text: str) -> dict[str, str]:
    """The fields of the comment that Founder's system leaves at the end."""
    found = _PROPERTY.search(text)
    pairs = _FIELD.findall(found[1]) if found else []
    return {key.lower(): value for key, raw in pairs if (value := _plain(raw))}


def _iter_headings(root: _Element, fields: dict[str, str], text: str) -> Iterator[tuple[PartKind, str]]:
    """The heading, from Founder's elements, its comment, or HTML headings; whichever has a headline first."""
    elements = {local_name(element).lower(): element for element in root.iter("*") if "-" in local_name(element)}
    by_element = [(kind, line) for tag, _, kind in _TITLES if tag in elements for line in _lines_of(elements[tag])]
    by_field = [(kind, fields[field]) for _, field, kind in _TITLES if field in fields]
    by_heading: list[tuple[PartKind, str]] = []
    for tag in ("h3", "h1", "h2", "h4"):
        for element in root.iter(tag):
            by_heading.extend((_HEADINGS[tag], line) for line in _lines_of(element))
    written = [
        (PartKind.HEADLINE, line) for raw in _WRITTEN.findall(text) for line in map(_plain, _BREAK.split(raw)) if line
    ]
    candidates = (by_element, by_field, by_heading, written)
    chosen = next((found for found in candidates if any(kind is PartKind.HEADLINE for kind, _ in found)), [])
    # What the better source does not know of, the comment may.
    kinds = {kind for kind, _ in chosen}
    chosen = [*chosen, *((kind, line) for kind, line in by_field if kind not in kinds)]
    order = [kind for _, _, kind in _TITLES]
    yield from sorted(chosen, key=lambda entry: order.index(entry[0]))


def _lines_of(element: _Element) -> Iterator[str]:
    for found in iter_elements(element):
        yield found.text


def _iter_body(text: str, root: _Element, name: str) -> Iterator[tuple[PartKind, str]]:
    element = _find_body(root)
    if element is None:
        found = _BODY.search(text)
        if found is None or not found[1].strip():
            return
        element = parse_html_text(f"<div>{found[1]}</div>", name)
    for piece in iter_elements(element):
        kind = PartKind.CROSSHEAD if isinstance(piece, Heading) else piece.kind
        yield kind, piece.text.strip("\u3000 ")


def _find_body(root: _Element) -> _Element | None:
    """The element that holds the text, by its name, id or class; where there are several, the one with most."""
    for wanted in _BODIES:
        found = [
            element
            for element in root.iter("*")
            if wanted in (local_name(element).lower(), (element.get("id") or "").lower())
            or wanted in (element.get("class") or "").lower().split()
        ]
        if found:
            return max(found, key=lambda element: len("".join(str(piece) for piece in element.itertext())))
    return None


def _plain(raw: str) -> str:
    return " ".join(_TAG.sub(" ", raw.replace("<![CDATA[", "").replace("]]>", "")).split())


def _bare(text: str) -> str:
    return "".join(text.split())
