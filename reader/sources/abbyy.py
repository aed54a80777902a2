"""ABBYY FineReader XML, versions 6 to 12: pages, blocks, paragraphs and lines, character by character."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from reader.model import Box, Page, TextLine
from reader.sources.base import Sourced
from reader.sources.cleaning import clean_lines
from reader.sources.positioned import find_direction, find_scale, make_block, make_box, parse_number
from reader.sources.ratings import carry_ratings, rate, rate_words
from reader.sources.recognised import RecognisedPages
from reader.sources.remarks import name_file
from reader.sources.safe_xml import iter_named, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_TRUE: Final = frozenset({"1", "true"})

_SUSPECTED: Final = 0.5
"""How sure it is that a word is right which no dictionary has: it may as well be a name."""

_WORD: Final = re.compile(r"\S+")

_HYPHEN: Final = "\u00ac"
"""What FineReader writes for a hyphen that divides a word."""


@dataclass(frozen=True, slots=True)
class Abbyy:
    """The format."""

    name: str = "abbyy"
    suffixes: frozenset[str] = frozenset({".xml"})

    def read(self, path: PurePath, data: bytes, *, encoding: str | None = None, first_page: int = 1) -> Sourced:
        """The pages, with places, sizes and confidence of their lines.

        Raises:
            EmptySourceError: There is no text in it.
            BrokenSourceError: It cannot be read.
        """
        name = name_file(path)
        document = parse_xml(data, name, encoding=encoding)
        gathered = RecognisedPages(name, self.name, first_page)
        for element in iter_named(document.root, "page"):
            found = list(_iter_lines(element))
            texts, removed = clean_lines([line.text.replace(_HYPHEN, "-") for _, line, _ in found])
            scale = find_scale((line.box, size) for _, line, size in found)
            groups: dict[int, tuple[_Element, list[TextLine]]] = {}
            for (holder, line, size), text in zip(found, texts, strict=True):
                if text:
                    hyphen = int(line.text.endswith(_HYPHEN) and text.endswith("-"))
                    made = replace(
                        line,
                        text=text,
                        size=size * scale if size and scale else None,
                        ratings=carry_ratings(line.ratings, line.text, text),
                        hyphen=hyphen,
                    )
                    groups.setdefault(id(holder), (holder, []))[1].append(made)
            blocks = [make_block(lines, holder.get("id")) for holder, lines in groups.values()]
            if blocks:
                page = Page(gathered.next_id, tuple(blocks))
                gathered.add(replace(page, direction=find_direction(page.lines)), removed)
        return gathered.finish(notes=document.notes(name, f"p{first_page}"))


def _iter_lines(page: _Element) -> Iterator[tuple[_Element, TextLine, float | None]]:
    """The lines of a page, each with its paragraph and the size of its type in points."""
    number = 0
    for line in iter_named(page, "line"):
        holder = line.getparent()
        texts: list[str] = []
        sure: list[float | None] = []
        size: float | None = None
        for formatting in iter_named(line, "formatting"):
            size = size or parse_number((formatting.get("fs") or "").rstrip("."))
            characters = list(formatting.iterchildren("{*}charParams"))
            for character in characters:
                text = character.text or " "
                texts.append(text)
                sure.extend([_find_confidence(character)] * len(text))
            if not characters and formatting.text:
                texts.append(formatting.text)
                sure.extend([None] * len(formatting.text))
        text = "".join(texts)
        words = text.split()
        if words and holder is not None:
            number += 1
            ratings = rate_words(words, _rate_each(text, sure))
            yield holder, TextLine(" ".join(words), number, box=_find_box(line), ratings=ratings), size


def _rate_each(text: str, sure: Sequence[float | None]) -> list[bytes]:
    """The rating of each word of a text: the mean of its characters."""
    ratings: list[bytes] = []
    for word in _WORD.finditer(text):
        known = [value for value in sure[word.start() : word.end()] if value is not None]
        ratings.append(rate(sum(known) / len(known) if known else None))
    return ratings


def _find_confidence(character: _Element) -> float | None:
    """How sure the recognition was of a character, 0 to 1; None where it does not say.

    Versions that give no number say which words they have in their dictionaries, and which characters they suspect.
    """
    value = parse_number(character.get("charConfidence"))
    # 255 stands for a character that was not rated.
    if value is not None and 0 <= value <= 100:
        return value / 100
    if character.get("suspicious") in _TRUE:
        return _SUSPECTED
    known = character.get("wordFromDictionary")
    if value is not None or known is None:
        return None
    return 1.0 if known in _TRUE or character.get("wordNumeric") in _TRUE else _SUSPECTED


def _find_box(element: _Element) -> Box | None:
    edges = [parse_number(element.get(name)) for name in ("l", "t", "r", "b")]
    known = [edge for edge in edges if edge is not None]
    return make_box(*known) if len(known) == len(edges) else None
