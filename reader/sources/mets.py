"""METS with ALTO: an issue whose articles a library has marked. They stand as it has them, never cut anew."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from reader.model import Article, Furniture
from reader.sources.alto_articles import ArticleBuilder
from reader.sources.alto_sheets import AltoSheets
from reader.sources.base import Beside, NothingBeside, OnPart, Sourced
from reader.sources.mets_map import MetsMap, read_map
from reader.sources.mets_metadata import Metadata, find_metadata, find_title, read_descriptions, tidy
from reader.sources.remarks import name_file
from reader.sources.safe_xml import Document, parse_xml


@dataclass(frozen=True, slots=True)
class Mets:
    """The format of METS files with the ALTO files that they name."""

    name: str = "mets-alto"
    suffixes: frozenset[str] = frozenset({".xml", ".mets"})

    def read(self, path: PurePath, data: bytes, *, encoding: str | None = None, first_page: int = 1) -> Sourced:
        """As `read_linked`, for a file that came alone.

        Raises:
            BrokenSourceError: It lacks the files that it names.
        """
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
        """The issue: pages from the ALTO files, articles from the logical map.

        Where the map holds no articles, none are given and the structure of the pages decides. What is missing or
        contradicts itself becomes a Note, and the rest is read.

        Raises:
            BrokenSourceError: The METS file cannot be read, or none of the files that it names is there.
            EmptySourceError: The files hold no text.
        """
        name = name_file(path)
        document = parse_xml(data, name, encoding=encoding)
        plan = read_map(document.root)
        metadata, titles = _find_metadata(document, plan)
        areas = [area for item in plan.items for leaf in item.leaves for area in leaf.areas]
        # Only where there are ranges may an area begin with a word.
        words = frozenset(name for area in areas for name in (area.begin, area.end or "") if name)
        words = words if any(area.end for area in areas) else frozenset()
        sheets = AltoSheets(name, beside, words=words, encoding=encoding, first_page=first_page)

        def make(*, whole: bool = False) -> Sourced:
            notes = [*document.notes(name), *sheets.notes]
            articles: tuple[Article, ...] | None = None
            furniture: tuple[Furniture, ...] = ()
            if plan.items:
                builder = ArticleBuilder(sheets, titles)
                articles, furniture = builder.build(plan.items, plan.loose)
                # Until all pages are there, what is not there may still come.
                notes.extend(builder.notes(name) if whole else ())
            return Sourced(
                tuple(sheets.pages),
                self.name,
                tuple(notes),
                title=metadata.title or tidy(plan.label),
                date=metadata.date,
                articles=articles,
                furniture=furniture,
                number=metadata.number,
                language=metadata.language,
            )

        sheets.read(plan.files, lambda share: on_part(make, share) if on_part is not None else None)
        sheets.refuse_blank()
        return make(whole=True)


def _find_metadata(document: Document, plan: MetsMap) -> tuple[Metadata, dict[str, str]]:
    """What is said about the issue, and the titles of items by the items' ids."""
    descriptions = read_descriptions(document.root)
    owned = [name for item in plan.items for name in item.metadata]
    titles: dict[str, str] = {}
    for item in plan.items:
        found = [title for name in item.metadata if name in descriptions and (title := find_title(descriptions[name]))]
        if title := tidy(item.label) or next(iter(found), None):
            titles[item.id] = title
    return find_metadata(descriptions, plan.metadata, owned), titles
