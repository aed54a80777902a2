"""METS as a plan: which files are pages, and which of their blocks make which article.

Three dialects (METS 1.12 leaves the logical map to the profile): the logical divs hold the areas themselves (BnL, BnF,
Europeana, RERO), or they are empty and a structLink ties them to physical divs with ranges of words (British Library).
Names of types differ in case and in words, so they are compared in upper case.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from reader.model import ArticleKind
from reader.sources.safe_xml import find_attribute, iter_named, local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

ITEM_KINDS: Final = {
    "ARTICLE": ArticleKind.ARTICLE,
    "ADVERTISEMENT": ArticleKind.ADVERTISEMENT,
    "ADVERT": ArticleKind.ADVERTISEMENT,
    "AD": ArticleKind.ADVERTISEMENT,
    "CLASSIFIED_ADVERTISEMENT": ArticleKind.ADVERTISEMENT,
    "NOTICE": ArticleKind.NOTICE,
    "DEATH_NOTICE": ArticleKind.NOTICE,
    "OBITUARY": ArticleKind.NOTICE,
    "FAMILY_NOTICE": ArticleKind.NOTICE,
    "ILLUSTRATION": ArticleKind.PHOTO,
    "PICTURE": ArticleKind.PHOTO,
    "PHOTOGRAPH": ArticleKind.PHOTO,
    "TABLE": ArticleKind.TABLE,
    "POEM": ArticleKind.VERSE,
    "WEATHER": ArticleKind.OTHER,
}
"""Types of divs that are items of the newspaper by themselves."""

_ALWAYS_ITEMS: Final = frozenset({"ARTICLE"})
"""Types that make an item even inside of another."""

_NEVER_ITEMS_IN: Final = frozenset({"TITLE_SECTION", "MASTHEAD", "TITLESECTION"})
"""A picture in a nameplate is no item."""

_TEXT_TYPES: Final = ("xml", "alto")


@dataclass(frozen=True, slots=True)
class Area:
    """A place in a text file."""

    file: str
    """The file's id."""
    begin: str
    """The id of a block or of the first word."""
    end: str | None = None
    """The id of the last word, where it is a range of words."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """The areas that make one piece of text, and what the map calls it."""

    areas: tuple[Area, ...]
    types: tuple[str, ...]
    """Types of the divs from the item, or from the root, down to the piece; upper case."""


@dataclass(slots=True)
class Item:
    """An article, an advertisement, or another item."""

    id: str
    type: str
    label: str | None
    metadata: tuple[str, ...]
    """Ids of the descriptions that belong to it."""
    leaves: list[Leaf] = field(default_factory=list)
    headings: list[Leaf] = field(default_factory=list)
    """Headings of the section that it begins."""


@dataclass(frozen=True, slots=True)
class TextFile:
    """A page's file."""

    id: str
    place: str
    """Where it lies, as the map has it."""
    label: str | None = None
    """The page's number as printed."""


@dataclass(frozen=True, slots=True)
class MetsMap:
    """What a METS file says."""

    files: tuple[TextFile, ...]
    """In the order of the pages."""
    items: tuple[Item, ...]
    loose: tuple[Leaf, ...]
    """What belongs to no item: nameplate, imprint, …"""
    label: str | None
    """What the whole is called."""
    metadata: tuple[str, ...]
    """Ids of the descriptions of the whole, the outermost first."""


def read_map(root: _Element) -> MetsMap:
    """What a METS file says about its pages and articles; empty where it says nothing."""
    maps = {
        str(found.get("TYPE") or found.get("LABEL") or "").upper(): found for found in iter_named(root, "structMap")
    }
    logical = next((found for name, found in maps.items() if name.startswith("LOGICAL")), None)
    physical = next((found for name, found in maps.items() if name.startswith("PHYSICAL")), None)
    reading = _LogicalReading()
    if logical is not None:
        for div in logical.iterchildren("{*}div"):
            reading.read(div, (), None, [])
    _follow_links(root, physical, reading.items)
    return MetsMap(
        files=_find_files(root, physical, reading),
        items=tuple(item for item in reading.items.values() if item.leaves or item.type in _ALWAYS_ITEMS),
        loose=tuple(reading.loose),
        label=reading.label,
        metadata=tuple(reading.metadata),
    )


class _LogicalReading:
    """The logical map while it is walked."""

    def __init__(self) -> None:
        self.items: dict[str, Item] = {}
        self.loose: list[Leaf] = []
        self.label: str | None = None
        self.metadata: list[str] = []

    def read(self, div: _Element, types: tuple[str, ...], item: Item | None, headings: list[Leaf]) -> None:
        """Take in a div and all below it.

        Args:
            div: The div.
            types: Types of the divs above it, from the item or the root.
            item: The item that it belongs to.
            headings: Headings of the section above that wait for its first item.
        """
        kind = (div.get("TYPE") or "").strip().upper().replace(" ", "_")
        if kind in ITEM_KINDS and _begins_item(kind, types, item):
            item = self._begin(div, kind)
            item.headings.extend(headings)
            headings.clear()
            types = ()
        types = (*types, kind)
        if item is None and kind in ("ISSUE", "NEWSPAPER", "VOLUME"):
            self.label = div.get("LABEL") or self.label
            self.metadata.extend((div.get("DMDID") or "").split())
        before = len(headings)
        if areas := tuple(_iter_areas(div)):
            leaf = Leaf(areas, types)
            if item is not None:
                item.leaves.append(leaf)
            elif "SECTION" in types and "HEADING" in types:
                headings.append(leaf)
            else:
                self.loose.append(leaf)
        for child in div.iterchildren("{*}div"):
            self.read(child, types, item, headings)
        if item is None and kind == "SECTION":
            # No item has come to bear them.
            self.loose.extend(headings[before:])
            del headings[before:]

    def _begin(self, div: _Element, kind: str) -> Item:
        item_id = div.get("ID") or f"item {len(self.items) + 1}"
        while item_id in self.items:
            item_id += "'"
        item = Item(item_id, kind, div.get("LABEL"), tuple((div.get("DMDID") or "").split()))
        self.items[item_id] = item
        return item


def _begins_item(kind: str, types: tuple[str, ...], item: Item | None) -> bool:
    if kind in _ALWAYS_ITEMS:
        return True
    return item is None and not _NEVER_ITEMS_IN.intersection(types)


def _iter_areas(div: _Element) -> Iterator[Area]:
    """The places of text that a div itself points to, in order."""
    for pointer in div.iterchildren("{*}fptr"):
        for area in iter_named(pointer, "area"):
            begin = area.get("BEGIN")
            if begin and (area.get("BETYPE") or "IDREF").upper() == "IDREF" and (file := area.get("FILEID")):
                end = area.get("END")
                yield Area(file, begin, end if end and end != begin else None)


def _follow_links(root: _Element, physical: _Element | None, items: dict[str, Item]) -> None:
    """Give the items that are empty the areas that a structLink ties them to."""
    if physical is None or not any(not item.leaves for item in items.values()):
        return
    areas: dict[str, Leaf] = {}
    for div in iter_named(physical, "div"):
        if (div_id := div.get("ID")) and (found := tuple(_iter_areas(div))):
            areas[div_id] = Leaf(found, ((div.get("LABEL") or div.get("TYPE") or "").upper(),))
    linked: set[tuple[str, str]] = set()
    for group in _iter_link_groups(root):
        targets = [name for name in group if name in areas]
        for item in [items[name] for name in group if name in items]:
            fresh = [name for name in targets if (item.id, name) not in linked]
            linked.update((item.id, name) for name in fresh)
            item.leaves.extend(areas[name] for name in dict.fromkeys(fresh))


def _iter_link_groups(root: _Element) -> Iterator[list[str]]:
    """Ids of divs that a structLink ties together."""
    for links in iter_named(root, "structLink"):
        for link in links.iterchildren("*"):
            if local_name(link) == "smLink":
                ends = [find_attribute(link, "from"), find_attribute(link, "to")]
            else:
                ends = [find_attribute(locator, "href") for locator in iter_named(link, "smLocatorLink")]
            yield [end.removeprefix("#") for end in ends if end]


def _find_files(root: _Element, physical: _Element | None, reading: _LogicalReading) -> tuple[TextFile, ...]:
    """The pages' files: in the order of the physical map, then those that only areas name, then any by their group."""
    places = dict(_iter_places(root))
    texts = {name: place for name, (place, is_text, _) in places.items() if is_text}
    labels: dict[str, str | None] = {}
    if physical is not None:
        pages = [div for div in iter_named(physical, "div") if any(True for _ in div.iterchildren("{*}fptr"))]
        for div in sorted(pages, key=_order_of):
            for pointer in div.iterchildren("{*}fptr"):
                for name in (pointer.get("FILEID"), *(area.get("FILEID") for area in iter_named(pointer, "area"))):
                    if name in texts:
                        labels.setdefault(name, div.get("ORDERLABEL") or div.get("LABEL"))
    leaves = [leaf for item in reading.items.values() for leaf in (*item.headings, *item.leaves)] + reading.loose
    for leaf in leaves:
        for area in leaf.areas:
            labels.setdefault(area.file, None)
    if not labels:
        labels = {name: None for name, (_, is_text, is_grouped) in places.items() if is_text and is_grouped}
    return tuple(TextFile(name, places[name][0] if name in places else "", label) for name, label in labels.items())


def _order_of(div: _Element) -> int:
    """The page's place; a div inside of a page has that of the page."""
    for holder in (div, *div.iterancestors("{*}div")):
        if (order := holder.get("ORDER") or "").isdecimal() and (holder.get("TYPE") or "").upper() != "PAGEAREA":
            return int(order[:9])
    return 0


def _iter_places(root: _Element) -> Iterator[tuple[str, tuple[str, bool, bool]]]:
    """Ids of files, where they lie, whether they hold text, and whether their group is that of the pages' text."""
    for file in iter_named(root, "file"):
        place = next((find_attribute(locator, "href") for locator in file.iterchildren("{*}FLocat")), None)
        if place and (file_id := file.get("ID")):
            group = " ".join(
                f"{holder.get('ID') or ''} {holder.get('USE') or ''}" for holder in file.iterancestors("{*}fileGrp")
            ).lower()
            is_text = place.lower().endswith(_TEXT_TYPES) or (file.get("MIMETYPE") or "").endswith("xml")
            yield file_id, (place, is_text, any(word in group for word in ("alto", "text", "ocr", "content")))
