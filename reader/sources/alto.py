"""ALTO files that come without METS: pages as text recognition writes them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from reader.sources.alto_pages import read_pages
from reader.sources.base import Sourced
from reader.sources.recognised import RecognisedPages
from reader.sources.remarks import name_file
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
        gathered = RecognisedPages(name, self.name, first_page)
        for found in read_pages(document.root):
            if found.blocks:
                gathered.add(found.to_page(gathered.next_id), found.removed)
        return gathered.finish(notes=document.notes(name, f"p{first_page}"))
