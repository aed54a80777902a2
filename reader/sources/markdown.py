"""Markdown (CommonMark, as far as newspapers in it go): headings, paragraphs, lists, quotes, tables, verse."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from reader.model import PartKind
from reader.sources.base import Sourced
from reader.sources.cleaning import clean
from reader.sources.encoding import decode
from reader.sources.joining import is_word_break
from reader.sources.outline import Element, Heading, Text, find_outline
from reader.sources.remarks import name_file, say_blank, say_empty
from reader.sources.told import ToldPage

_ATX: Final = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_SETEXT: Final = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_RULE: Final = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$")
_FENCE: Final = re.compile(r" {0,3}(```+|~~~+)")
_ITEM: Final = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(.*)$")
_QUOTE: Final = re.compile(r"(?: {0,3}> ?)+")
_TABLE_RULE: Final = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_FRONT: Final = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)

_DATA: Final = re.compile(r"data:[\w.+-]{1,40}/[\w.+-]{1,40};base64,[A-Za-z0-9+/=\s]+")
"""A picture that is written into the text, over many lines (RFC 2397)."""

_PICTURE: Final = re.compile(r"!\[([^\]\n]*)\]\([^)\n]*\)")
_LINK: Final = re.compile(r"\[([^\[\]\n]*)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\]\n]*\])")
_BARE_LINK: Final = re.compile(r"<((?:https?|mailto):[^<>\s]{1,500})>")
_TAG: Final = re.compile(r"</?[A-Za-z][^<>]{0,500}>|<!--.{0,2000}?-->", re.DOTALL)
_STRONG: Final = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS: Final = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])|(?<!\w)_(?=\S)([^_\n]+?)(?<=\S)_(?!\w)")
_CODE: Final = re.compile(r"(`+)(.+?)\1")
_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(frozen=True, slots=True)
class Markdown:
    """The format."""

    name: str = "markdown"
    suffixes: frozenset[str] = frozenset({".md", ".markdown"})

    def read(self, path: PurePath, data: bytes, *, encoding: str | None = None, first_page: int = 1) -> Sourced:
        """The articles of one Markdown file, by its headings.

        Raises:
            EmptySourceError: There is no text in it.
            NotTextError: The bytes are no text.
        """
        name = name_file(path)
        if not data:
            raise say_empty(name)
        text = clean(decode(data, encoding, source=name).text).text
        page = ToldPage(first_page)
        outlined = find_outline(list(iter_elements(text)), page)
        if not outlined.articles and not outlined.furniture:
            raise say_blank(name)
        return Sourced(
            (outlined.page,),
            self.name,
            title=outlined.title,
            date=outlined.date,
            articles=outlined.articles,
            furniture=outlined.furniture,
        )


def iter_elements(text: str) -> Iterator[Element]:
    """The headings and texts of a Markdown document, without its marks.

    Args:
        text: Cleaned text.
    """
    lines = _DATA.sub("", _FRONT.sub("", text)).split("\n")
    paragraph: list[str] = []
    fence = ""
    at = 0
    while at < len(lines):
        quote = None if fence else _QUOTE.match(lines[at])
        line = lines[at][quote.end() :] if quote else lines[at]
        following = lines[at + 1] if at + 1 < len(lines) else ""
        at += 1
        if fence:
            if line.strip().startswith(fence):
                fence = ""
            elif line.strip():
                yield Text(PartKind.VERSE, line.strip())
        elif found := _FENCE.match(line):
            yield from _end(paragraph)
            fence = found[1]
        elif found := _ATX.match(line):
            yield from _end(paragraph)
            yield from _make_heading(len(found[1]), found[2] or "")
        elif paragraph and (found := _SETEXT.match(line)):
            heading = _join(paragraph)
            paragraph.clear()
            yield from _make_heading(1 if found[1][0] == "=" else 2, heading)
        elif not line.strip() or _RULE.match(line):
            yield from _end(paragraph)
        elif "|" in line and _TABLE_RULE.match(following):
            yield from _end(paragraph)
            at += 1
            yield Text(PartKind.TABLE, _plain(_join_cells(line)))
            while at < len(lines) and "|" in lines[at]:
                yield Text(PartKind.TABLE, _plain(_join_cells(lines[at])))
                at += 1
        elif found := _ITEM.match(line):
            yield from _end(paragraph)
            paragraph.append(found[1])
        else:
            paragraph.append(line)
            if line.endswith(("  ", "\\")):
                yield from _end(paragraph)
    yield from _end(paragraph)


def _make_heading(level: int, text: str) -> Iterator[Element]:
    if plain := _plain(text):
        yield Heading(level, plain)


def _end(paragraph: list[str]) -> Iterator[Element]:
    text = _join(paragraph)
    paragraph.clear()
    pictures = [alt.strip() for alt in _PICTURE.findall(text)]
    if plain := _plain(text):
        only = bool(pictures) and plain == " ".join(pictures)
        yield Text(PartKind.CAPTION if only else PartKind.PARAGRAPH, plain)


def _join(lines: Sequence[str]) -> str:
    text = ""
    for line in lines:
        bare = line.strip().removesuffix("\\")
        if text and bare and is_word_break(text[-1], bare[0]):
            text += " "
        text += bare
    return text


def _join_cells(line: str) -> str:
    return " ".join(cell.strip() for cell in line.strip().strip("|").split("|"))


def _plain(text: str) -> str:
    """Inline text without its marks."""
    text = _PICTURE.sub(r"\1", text)
    text = _LINK.sub(r"\1", text)
    text = _BARE_LINK.sub(r"\1", text)
    text = _TAG.sub("", text)
    text = _STRONG.sub(r"\2", text)
    text = _EMPHASIS.sub(lambda found: found[1] or found[2], text)
    text = _CODE.sub(r"\2", text)
    return " ".join(_ESCAPE.sub(r"\1", text).split())
