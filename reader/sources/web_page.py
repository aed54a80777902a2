"""Plain HTML of a newspaper: the elements that hold its text, in their order; and articles by headings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from reader.model import PartKind
from reader.sources.base import Sourced
from reader.sources.html_tree import parse_html
from reader.sources.mets_metadata import normal_language, parse_day, tidy
from reader.sources.outline import Element, Heading, Text, find_outline
from reader.sources.remarks import name_file, say_blank
from reader.sources.safe_xml import local_name
from reader.sources.told import ToldPage

if TYPE_CHECKING:
    from lxml.etree import _Element

_SILENT: Final = frozenset(
    {"script", "style", "noscript", "template", "head", "nav", "svg", "form", "button", "select", "iframe", "object"}
)
"""Elements that hold nothing to read."""

_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}

_BLOCKS: Final = {
    "p": PartKind.PARAGRAPH,
    "li": PartKind.PARAGRAPH,
    "dt": PartKind.CROSSHEAD,
    "dd": PartKind.PARAGRAPH,
    "blockquote": PartKind.PARAGRAPH,
    "address": PartKind.BYLINE,
    "figcaption": PartKind.CAPTION,
    "caption": PartKind.CAPTION,
    "tr": PartKind.TABLE,
    "pre": PartKind.VERSE,
    "div": PartKind.PARAGRAPH,
    "td": PartKind.PARAGRAPH,
    "th": PartKind.PARAGRAPH,
    "section": PartKind.PARAGRAPH,
    "article": PartKind.PARAGRAPH,
    "body": PartKind.PARAGRAPH,
    "main": PartKind.PARAGRAPH,
    "center": PartKind.PARAGRAPH,
}
"""Elements that begin a line of their own, and what their text is."""

_BYLINE_CLASSES: Final = frozenset({"author", "byline", "writer", "sec"})


@dataclass(frozen=True, slots=True)
class WebPage:
    """The format."""

    name: str = "html"
    suffixes: frozenset[str] = frozenset({".html", ".htm", ".xhtml", ".shtml"})

    def read(self, path: PurePath, data: bytes, *, encoding: str | None = None, first_page: int = 1) -> Sourced:
        """The articles of one HTML file, by its headings.

        Raises:
            EmptySourceError: There is no text in it.
        """
        name = name_file(path)
        root = parse_html(data, name, encoding=encoding)
        page = ToldPage(first_page)
        outlined = find_outline(list(iter_elements(root)), page)
        if not outlined.articles and not outlined.furniture:
            raise say_blank(name)
        facts = dict(_iter_facts(root))
        day = next((day for key in ("date", "pubdate", "publishdate") if (day := parse_day(facts.get(key, "")))), None)
        return Sourced(
            (outlined.page,),
            self.name,
            page.notes(name),
            title=outlined.title,
            date=outlined.date or day,
            articles=outlined.articles,
            furniture=outlined.furniture,
            language=normal_language(root.get("lang") or ""),
        )


def iter_elements(root: _Element) -> Iterator[Element]:
    """The headings and texts of a document, in its order; text outside of any block is a paragraph."""
    pending: list[str] = []
    kind = PartKind.PARAGRAPH
    level = 0

    def flush() -> Iterator[Element]:
        lines = "".join(pending).split("\n")
        pending.clear()
        for line in lines:
            text = " ".join(line.split())
            if text and level:
                yield Heading(level, text)
            elif text:
                yield Text(kind, text)

    for element, opening in _iter_walk(root):
        name = local_name(element)
        if name == "br" and opening:
            pending.append(" " if level else "\n")
        elif name in _HEADINGS or (name in _BLOCKS and not (name in ("td", "th") and _in_row(element))):
            yield from flush()
            if opening:
                level = _HEADINGS.get(name, level)
                kind = _find_kind(element, name)
            else:
                level = 0 if name in _HEADINGS else level
                above = element.getparent()
                kind = _find_kind(above, local_name(above)) if above is not None else PartKind.PARAGRAPH
        elif name in ("td", "th") and not opening:
            pending.append(" ")
        if opening and name == "pre":
            pending.append(element.text or "")
        elif opening:
            pending.append((element.text or "").replace("\n", " "))
        else:
            pending.append((element.tail or "").replace("\n", " "))
    yield from flush()


def _iter_walk(root: _Element) -> Iterator[tuple[_Element, bool]]:
    """Every element that may be read, when it opens and when it closes."""
    stack: list[tuple[_Element, bool]] = [(root, True)]
    while stack:
        element, opening = stack.pop()
        if not opening:
            yield element, False
            continue
        name = local_name(element)
        if not name or name in _SILENT:
            # What follows it is text of the element around it.
            if element.tail and element is not root:
                yield element, False
            continue
        yield element, True
        if element is not root:
            stack.append((element, False))
        stack.extend((child, True) for child in reversed(element))


def _in_row(element: _Element) -> bool:
    parent = element.getparent()
    return parent is not None and local_name(parent) == "tr"


def _find_kind(element: _Element, name: str) -> PartKind:
    classes = {word.lower() for word in (element.get("class") or "").split()}
    if classes & _BYLINE_CLASSES:
        return PartKind.BYLINE
    return _BLOCKS.get(name, PartKind.PARAGRAPH)


def _iter_facts(root: _Element) -> Iterator[tuple[str, str]]:
    for meta in root.iter("meta"):
        name, value = meta.get("name") or meta.get("property"), tidy(meta.get("content"))
        if name and value:
            yield name.lower().rpartition(":")[2], value
