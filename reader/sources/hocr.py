"""hOCR: HTML in which the class and title of elements say what is printed where (hOCR 1.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from reader.model import Box, Direction, Page, TextBlock, TextLine
from reader.sources.base import Sourced
from reader.sources.cleaning import Removed, clean_lines
from reader.sources.html_tree import parse_html
from reader.sources.joining import is_word_break
from reader.sources.mets_metadata import normal_language
from reader.sources.positioned import find_direction, make_block, make_box
from reader.sources.ratings import NO_RATING, carry_ratings, rate
from reader.sources.recognised import RecognisedPages
from reader.sources.remarks import name_file

if TYPE_CHECKING:
    from lxml.etree import _Element

_PAGE: Final = "ocr_page"
_LINES: Final = frozenset({"ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat"})
_BLOCKS: Final = frozenset({"ocr_par", "ocr_carea", "ocrx_block"})
_WORD: Final = "ocrx_word"

_BOX: Final = re.compile(r"\bbbox((?:\s+-?[\d.]+){4})")
_CONFIDENCE: Final = re.compile(r"\bx_w?confs?((?:\s+[\d.]+)+)")
_SIZE: Final = re.compile(r"\bx_(?:size|fsize)\s+([\d.]+)")
_NUMBER: Final = re.compile(r"\bx_pageno\s+(\w{1,6})|\blpageno\s+(\w{1,6})")

_SOFT_HYPHEN: Final = "\u00ad"


@dataclass(frozen=True, slots=True)
class Hocr:
    """The format; broken entities and tags are read as browsers read them."""

    name: str = "hocr"
    suffixes: frozenset[str] = frozenset({".hocr", ".html", ".htm", ".xhtml"})

    def read(self, path: PurePath, data: bytes, *, encoding: str | None = None, first_page: int = 1) -> Sourced:
        """The pages, with places and confidence of their lines.

        Raises:
            EmptySourceError: There is no text in it.
        """
        name = name_file(path)
        root = parse_html(data, name, encoding=encoding)
        gathered = RecognisedPages(name, self.name, first_page)
        elements = [element for element in root.iter("*") if _PAGE in _classes(element)]
        for element in elements or [root]:
            page, removed = _read_page(element, gathered.next_id)
            if page.lines:
                gathered.add(page, removed)
        languages = [language for element in root.iter("*") if (language := element.get("lang"))]
        main = max(set(languages), key=languages.count, default="")
        return gathered.finish(language=normal_language(main))


def _read_page(page: _Element, page_id: str) -> tuple[Page, Removed]:
    lines = [element for element in page.iter("*") if _LINES & _classes(element)]
    # A tag that is closed too late puts a line inside of another: its words are those of the inner one.
    own = set(lines)
    found = [(line, *read) for line in lines if (read := _read_line(line, own))[0]]
    texts, removed = clean_lines([text.replace(_SOFT_HYPHEN, "-") for _, text, _ in found])
    groups: list[tuple[_Element | None, list[TextLine]]] = []
    for number, ((line, raw, ratings), text) in enumerate(zip(found, texts, strict=True), 1):
        if not text:
            continue
        holder = next((above for above in line.iterancestors() if _BLOCKS & _classes(above)), None)
        if not groups or groups[-1][0] is not holder:
            groups.append((holder, []))
        title = line.get("title") or ""
        size = _SIZE.search(title)
        groups[-1][1].append(
            TextLine(
                text,
                number,
                box=_find_box(line),
                size=float(size[1]) if size and size[1].count(".") <= 1 and size[1] != "." else None,
                ratings=carry_ratings(ratings, raw, text),
                hyphen=int(raw.endswith(_SOFT_HYPHEN) and text.endswith("-")),
            )
        )
    blocks: tuple[TextBlock, ...] = tuple(
        make_block(rows, None if holder is None else holder.get("id"), None if holder is None else _find_box(holder))
        for holder, rows in groups
    )
    made = Page(page_id, blocks)
    printed = _NUMBER.search(page.get("title") or "")
    label = (printed[1] or printed[2]) if printed else None
    vertical = any("vertical" in (element.get("title") or "") for element in lines)
    direction = Direction.VERTICAL if vertical else find_direction(made.lines)
    return replace(made, label=label, direction=direction), removed


def _classes(element: _Element) -> frozenset[str]:
    names = element.get("class")
    return frozenset(names.split()) if names else frozenset()


def _iter_words(line: _Element, lines: set[_Element]) -> Iterator[_Element]:
    """The words of a line, without those of lines inside of it."""
    for child in line.iterchildren("*"):
        if child in lines:
            continue
        if _WORD in _classes(child):
            yield child
        yield from _iter_words(child, lines)


def _read_line(line: _Element, lines: set[_Element]) -> tuple[str, bytes]:
    """The text of a line, and its ratings by those of its words."""
    text, ratings = "", b""
    for element in _iter_words(line, lines):
        word = " ".join("".join(_iter_text(element, lines)).split())
        if word:
            word = f" {word}" if text and is_word_break(text[-1], word[0]) else word
            text += word
            ratings += rate(_find_confidence(element)) * len(word)
    if not text:
        return " ".join("".join(_iter_text(line, lines)).split()), b""
    return text, ratings if ratings.count(NO_RATING) < len(ratings) else b""


def _iter_text(element: _Element, lines: set[_Element]) -> Iterator[str]:
    yield element.text or ""
    for child in element.iterchildren("*"):
        if child not in lines and _WORD not in _classes(child):
            yield from _iter_text(child, lines)
        yield child.tail or ""


def _find_confidence(word: _Element) -> float | None:
    """How sure the recognition was of a word: as it says of the word, or on the average of its characters."""
    found = _CONFIDENCE.search(word.get("title") or "")
    values = [float(value) for value in found[1].split() if _is_number(value)] if found else []
    return sum(values) / len(values) / 100 if values else None


def _find_box(element: _Element) -> Box | None:
    found = _BOX.search(element.get("title") or "")
    edges = found[1].split() if found else []
    if len(edges) != 4 or not all(_is_number(edge.removeprefix("-")) for edge in edges):
        return None
    return make_box(*(float(edge) for edge in edges))


def _is_number(text: str) -> bool:
    return text.count(".") <= 1 and text.replace(".", "").isdecimal()
