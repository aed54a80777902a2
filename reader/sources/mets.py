"""METS with ALTO: an issue whose articles a library has marked. They stand as it has them, never cut anew."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from reader.errors import BrokenSourceError
from reader.model import Article, Furniture
from reader.sources.alto_articles import AltoSheets, ArticleBuilder
from reader.sources.base import Beside, NothingBeside, Sourced
from reader.sources.mets_map import MetsMap, read_map
from reader.sources.mets_metadata import Metadata, find_metadata, find_title, read_descriptions, tidy
from reader.sources.remarks import name_file, say_blank
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
        self, path: PurePath, data: bytes, beside: Beside, *, encoding: str | None = None, first_page: int = 1
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
        sheets = AltoSheets(name, plan.files, beside, words, encoding, first_page)
        if not any(page.lines for page in sheets.pages):
            if sheets.failures:
                raise BrokenSourceError(
                    name, f"none of the page files that it names can be read; open its folder. {sheets.failures[0]}"
                )
            raise say_blank(name)
        notes = [*document.notes(name), *sheets.notes]
        articles: tuple[Article, ...] | None = None
        furniture: tuple[Furniture, ...] = ()
        if plan.items:
            builder = ArticleBuilder(sheets, titles)
            articles, furniture = builder.build(plan.items, plan.loose)
            notes.extend(builder.notes(name))
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
