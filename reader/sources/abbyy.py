"""ABBYY FineReader XML, versions 6 to 12: pages, blocks, paragraphs and lines, character by character."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from reader.model import Box, Note, Page, TextBlock, TextLine
from reader.sources.base import Sourced
from reader.sources.cleaning import clean_lines
from reader.sources.folio import find_folio
from reader.sources.positioned import find_direction, find_scale, make_block, make_box, parse_number
from reader.sources.remarks import name_file, note_removed, say_blank
from reader.sources.safe_xml import iter_named, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

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
        pages: list[Page] = []
        notes: list[Note] = []
        for element in iter_named(document.root, "page"):
            found = list(_iter_lines(element))
            texts, removed = clean_lines([line.text.replace(_HYPHEN, "-") for _, line, _ in found])
            scale = find_scale((line.box, size) for _, line, size in found)
            groups: dict[int, tuple[_Element, list[TextLine]]] = {}
            for (holder, line, size), text in zip(found, texts, strict=True):
                if text:
                    hyphen = int(line.text.endswith(_HYPHEN) and text.endswith("-"))
                    made = replace(line, text=text, size=size * scale if size and scale else None, hyphen=hyphen)
                    groups.setdefault(id(holder), (holder, []))[1].append(made)
            if not groups:
                continue
            blocks: tuple[TextBlock, ...] = tuple(
                make_block(lines, holder.get("id")) for holder, lines in groups.values()
            )
            page = Page(f"p{first_page + len(pages)}", blocks)
            folio = find_folio(page.lines)
            pages.append(replace(page, label=folio.label, section=folio.section, direction=find_direction(page.lines)))
            notes.extend(note_removed(name, removed, page.id))
        if not pages:
            raise say_blank(name)
        folio = find_folio(pages[0].lines)
        return Sourced(
            tuple(pages),
            self.name,
            notes=(*document.notes(name, pages[0].id), *notes),
            title=folio.title,
            date=folio.date,
        )


def _iter_lines(page: _Element) -> Iterator[tuple[_Element, TextLine, float | None]]:
    """The lines of a page, each with its paragraph and the size of its type in points."""
    number = 0
    for line in iter_named(page, "line"):
        holder = line.getparent()
        texts: list[str] = []
        sure: list[float] = []
        size: float | None = None
        for formatting in iter_named(line, "formatting"):
            size = size or parse_number((formatting.get("fs") or "").rstrip("."))
            characters = list(formatting.iterchildren("{*}charParams"))
            for character in characters:
                texts.append(character.text or " ")
                # 255 stands for a character that was not rated.
                value = parse_number(character.get("charConfidence"))
                if value is not None and 0 <= value <= 100:
                    sure.append(value / 100)
            if not characters and formatting.text:
                texts.append(formatting.text)
        text = " ".join("".join(texts).split())
        if text and holder is not None:
            number += 1
            confidence = sum(sure) / len(sure) if sure else None
            yield holder, TextLine(text, number, box=_find_box(line), confidence=confidence), size


def _find_box(element: _Element) -> Box | None:
    edges = [parse_number(element.get(name)) for name in ("l", "t", "r", "b")]
    known = [edge for edge in edges if edge is not None]
    return make_box(*known) if len(known) == len(edges) else None
