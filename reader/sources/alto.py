"""ALTO files that come without METS: pages as text recognition writes them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePath

from reader.model import Note, Page
from reader.sources.alto_pages import read_pages
from reader.sources.base import Sourced
from reader.sources.folio import find_folio
from reader.sources.remarks import name_file, note_removed, say_blank
from reader.sources.safe_xml import parse_xml


@dataclass(frozen=True, slots=True)
class Alto:
    """The format of ALTO files that come without METS."""

    name: str = "alto"
    suffixes: frozenset[str] = frozenset({".xml", ".alto"})

    def read(self, path: PurePath, data: bytes, *, encoding: str | None = None, first_page: int = 1) -> Sourced:
        """The pages of a file, with places and sizes of their lines.

        Raises:
            EmptySourceError: There is no text in it.
            BrokenSourceError: It cannot be read.
        """
        name = name_file(path)
        document = parse_xml(data, name, encoding=encoding)
        pages: list[Page] = []
        notes: list[Note] = []
        for found in read_pages(document.root):
            if not found.blocks:
                continue
            page = found.to_page(first_page + len(pages))
            folio = find_folio(page.lines)
            pages.append(replace(page, label=page.label or folio.label, section=folio.section))
            notes.extend(note_removed(name, found.removed, page.id))
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
