"""IIIF Presentation 3 manifests on disk, with the text of their canvases beside them or in them.

Nothing is fetched: an ALTO file that a canvas links to is looked for in the manifest's folder, by the last part of its
address. Annotations of lines (supplementing, with #xywh=) that stand in the manifest, or in annotation pages beside it,
are lines as well. Ranges that name rectangles are articles, those that name whole canvases sections.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath
from typing import Final
from urllib.parse import unquote, urlsplit

from reader.errors import BrokenSourceError, SourceError
from reader.languages import sentence
from reader.model import Box, Note, Page, TextLine
from reader.sources.alto_pages import read_pages
from reader.sources.base import Beside, NothingBeside, OnPart, Sourced
from reader.sources.cleaning import clean_lines
from reader.sources.folio import find_folio
from reader.sources.iiif_ranges import Leaf, build_articles, find_box, find_label, name_sections, read_ranges
from reader.sources.json_text import JsonObject, as_list, as_object, as_text, as_texts, parse_json
from reader.sources.mets_metadata import normal_language, parse_day
from reader.sources.positioned import find_direction, make_block
from reader.sources.remarks import name_file, note_removed, say_blank
from reader.sources.safe_xml import parse_xml

_ALTO: Final = re.compile(r"alto", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Iiif:
    """The format."""

    name: str = "iiif"
    suffixes: frozenset[str] = frozenset({".json"})

    def read(self, path: PurePath, data: bytes, *, encoding: str | None = None, first_page: int = 1) -> Sourced:
        """As `read_linked`, for a file that came alone."""
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
        """The canvases as pages.

        Raises:
            BrokenSourceError: It is damaged, or the text of its canvases is not beside it.
        """
        name = name_file(path)
        manifest = as_object(parse_json(data, name, encoding=encoding))
        if manifest.get("type") == "Collection":
            raise BrokenSourceError(name, sentence("this is a collection of manifests; open the manifest of one issue"))
        leaves: dict[str, Leaf] = {}
        notes: list[Note] = []
        ranges = read_ranges(manifest)

        def make() -> Sourced:
            day = as_text(manifest.get("navDate"))
            sections = name_sections(ranges, leaves)
            pages = [
                replace(leaf.page, section=sections.get(leaf.page.id, leaf.page.section)) for leaf in leaves.values()
            ]
            articles, furniture = build_articles(ranges, leaves)
            return Sourced(
                tuple(pages),
                self.name,
                tuple(notes),
                title=find_label(manifest.get("label")),
                date=_parse_navigation_date(day) if day else None,
                articles=articles or None,
                furniture=furniture,
                language=normal_language(next(iter(as_object(manifest.get("label"))), "")),
            )

        canvases = [as_object(canvas) for canvas in as_list(manifest.get("items"))]
        for count, canvas in enumerate(canvases, 1):
            page_id = f"p{first_page + len(leaves)}"
            leaf = _read_canvas(canvas, page_id, beside, notes)
            folio = find_folio(leaf.page.lines)
            label = find_label(canvas.get("label"))
            page = replace(leaf.page, label=label or folio.label, section=folio.section)
            canvas_id = as_text(canvas.get("id")) or page_id
            leaves[page_id if canvas_id in leaves else canvas_id] = replace(leaf, page=page)
            if on_part is not None and count < len(canvases):
                on_part(make, count / len(canvases))
        if not any(leaf.page.lines for leaf in leaves.values()):
            linked = any(True for canvas in canvases for _ in _iter_links(canvas))
            if linked:
                raise BrokenSourceError(
                    name, sentence("the texts that this manifest links to are not beside it; save its ALTO files there")
                )
            raise say_blank(name)
        return make()


def _parse_navigation_date(text: str) -> date | None:
    return parse_day(text[:10])


def _read_canvas(canvas: JsonObject, page_id: str, beside: Beside, notes: list[Note]) -> Leaf:
    for link in _iter_links(canvas):
        place = _find_place(link, beside)
        if place is None:
            continue
        try:
            document = parse_xml(beside.read(place), place)
        except SourceError as error:
            notes.append(
                Note(
                    "page-unreadable",
                    sentence("{name}: this page cannot be read: {reason}", name=place, reason=error),
                    page_id,
                )
            )
            continue
        for found in read_pages(document.root):
            notes.extend(document.notes(place, page_id))
            notes.extend(note_removed(place, found.removed, page_id))
            width = as_object(canvas).get("width")
            scale = found.width / width if found.width and isinstance(width, int | float) and width > 0 else 1.0
            return Leaf(found.to_page(page_id), scale)
    annotations = list(_iter_annotations(canvas, beside))
    texts, removed = clean_lines([" ".join(text.split()) for text, _ in annotations])
    lines = [
        TextLine(text, number, box=box)
        for number, ((_, box), text) in enumerate(zip(annotations, texts, strict=True), 1)
        if text
    ]
    notes.extend(note_removed(page_id, removed, page_id))
    if not lines:
        notes.append(Note("page-missing", sentence("there is no text for this page beside the manifest"), page_id))
        return Leaf(Page(page_id, ()), 1.0)
    return Leaf(Page(page_id, (make_block(lines),), direction=find_direction(lines)), 1.0)


def _iter_links(canvas: JsonObject) -> Iterator[str]:
    """Addresses of a canvas's ALTO files: seeAlso and rendering, and bodies of annotations."""
    linked = [*as_list(canvas.get("seeAlso")), *as_list(canvas.get("rendering"))]
    for page in as_list(canvas.get("annotations")):
        for annotation in as_list(as_object(page).get("items")):
            linked.append(as_object(annotation).get("body"))
    for link in map(as_object, linked):
        said = " ".join(as_texts([link.get("format"), link.get("profile"), link.get("id")]))
        if (address := as_text(link.get("id"))) and _ALTO.search(said):
            yield address


def _find_place(address: str, beside: Beside) -> str | None:
    """The file beside the manifest that an address means: the longest end of its path that is there."""
    try:
        path = unquote(urlsplit(address).path)
    except ValueError:
        # Such as a "[" where a host's name should be.
        return None
    parts = [part for part in path.split("/") if part not in ("", ".", "..")]
    names = beside.names()
    for start in range(len(parts)):
        wanted = "/".join(parts[start:])
        same = [name for name in names if name == wanted or name.endswith(f"/{wanted}")]
        if len(same) == 1 or (same and wanted in names):
            return wanted if wanted in names else same[0]
    return None


def _iter_annotations(canvas: JsonObject, beside: Beside) -> Iterator[tuple[str, Box | None]]:
    """Texts of the lines of a canvas, with their places."""
    for page in map(as_object, as_list(canvas.get("annotations"))):
        items = as_list(page.get("items"))
        address = as_text(page.get("id"))
        if not items and address and (place := _find_place(address, beside)):
            try:
                items = as_list(as_object(parse_json(beside.read(place), place)).get("items"))
            except SourceError:
                continue
        for annotation in map(as_object, items):
            motivations = as_texts(annotation.get("motivation"))
            bodies = annotation.get("body")
            for body in map(as_object, bodies if isinstance(bodies, list) else [bodies]):
                text = as_text(body.get("value"))
                if text and body.get("type") == "TextualBody" and (not motivations or "supplementing" in motivations):
                    yield text, find_box(annotation.get("target"))
