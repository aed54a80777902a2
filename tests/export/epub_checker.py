"""Whether a file keeps the rules of EPUB 3.3, as far as our own writer could break them."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass
from uuid import UUID

from lxml import etree

OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
XHTML = "{http://www.w3.org/1999/xhtml}"
CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
TYPE = "{http://www.idpf.org/2007/ops}type"

Element = etree._Element


@dataclass(frozen=True)
class Book:
    """What a sound book holds."""

    members: dict[str, bytes]
    package: Element
    documents: dict[str, Element]
    """The documents of the spine, in its order, by their names."""
    contents: list[tuple[str, str]]
    """Names and titles of what the table of contents leads to."""

    def metadata(self, name: str) -> list[str]:
        """The values of a Dublin Core element."""
        return [element.text or "" for element in self.package.iterfind(f"{OPF}metadata/{DC}{name}")]

    @property
    def direction(self) -> str | None:
        return self._spine.get("page-progression-direction")

    @property
    def _spine(self) -> Element:
        [spine] = self.package.iterfind(f"{OPF}spine")
        return spine


def find_text(element: Element) -> str:
    """All text in an element."""
    return "".join(map(str, element.itertext()))


def check_epub(data: bytes) -> Book:
    """Read a book, asserting the rules on the way; the numbers are sections of EPUB 3.3 (W3C, 2023)."""
    # §4.2.6: the first member is the media type, neither compressed nor with extra fields, and so at byte 30.
    assert data[30:58] == b"mimetypeapplication/epub+zip"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        infos = archive.infolist()
        assert (infos[0].compress_type, infos[0].extra) == (zipfile.ZIP_STORED, b"")
        names = [info.filename for info in infos]
        assert len(set(map(str.casefold, names))) == len(names), "§4.2.3: names differ after case folding"
        assert all(re.fullmatch(r"[A-Za-z0-9./-]+", name) for name in names)
        members = {name: archive.read(name) for name in names}
    place = _find_package(members)
    package = _parse(members[place])
    assert (package.tag, package.get("version")) == (f"{OPF}package", "3.0")
    _check_metadata(package)
    items = _check_manifest(package, place, members)
    folder = posixpath.dirname(place)
    spine = [items[str(ref.get("idref"))] for ref in package.iterfind(f"{OPF}spine/{OPF}itemref")]
    assert spine and len(set(spine)) == len(spine), "§5.7: at least one, each once"
    documents = {href: _parse(members[posixpath.join(folder, href)]) for href in spine}
    for name, tree in documents.items():
        _check_document(tree, name, set(items.values()))
    manifest = package.iterfind(f"{OPF}manifest/{OPF}item")
    [contents] = [str(item.get("href")) for item in manifest if item.get("properties") == "nav"]
    return Book(members, package, documents, _check_contents(_parse(members[posixpath.join(folder, contents)]), items))


def _parse(data: bytes) -> Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _find_package(members: dict[str, bytes]) -> str:
    container = _parse(members["META-INF/container.xml"])
    [root] = container.iterfind(f"{CONTAINER}rootfiles/{CONTAINER}rootfile")
    assert root.get("media-type") == "application/oebps-package+xml"
    return str(root.get("full-path"))


def _check_metadata(package: Element) -> None:
    """§5.5: identifier, title, language, and when it was modified."""
    [metadata] = package.iterfind(f"{OPF}metadata")
    [identifier] = metadata.iterfind(f"{DC}identifier")
    assert identifier.get("id") == package.get("unique-identifier")
    UUID(str(identifier.text))
    for name in ("title", "language"):
        assert [element.text.strip() for element in metadata.iterfind(f"{DC}{name}") if element.text]
    assert all(element.text and element.text.strip() for element in metadata if element.tag.startswith(DC))
    [modified] = [m.text for m in metadata.iterfind(f"{OPF}meta") if m.get("property") == "dcterms:modified"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", str(modified))


def _check_manifest(package: Element, place: str, members: dict[str, bytes]) -> dict[str, str]:
    """§5.6: every member but the package and the container's own is listed once; hrefs by id."""
    items = {str(item.get("id")): str(item.get("href")) for item in package.iterfind(f"{OPF}manifest/{OPF}item")}
    assert len(items) == len(set(items.values())) == len(package.findall(f"{OPF}manifest/{OPF}item"))
    assert all(re.fullmatch(r"[A-Za-z_][\w.-]*", name) for name in items), "XML names"
    folder = posixpath.dirname(place)
    listed = {posixpath.join(folder, href) for href in items.values()}
    assert listed == set(members) - {"mimetype", "META-INF/container.xml", place}
    return items


def _check_document(tree: Element, name: str, known: set[str]) -> None:
    """§6.1: XHTML with a title, in one language, that leads nowhere but to what is in the book."""
    assert tree.tag == f"{XHTML}html", name
    assert tree.get("lang") == tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    [title] = tree.iterfind(f"{XHTML}head/{XHTML}title")
    assert title.text and title.text.strip(), name
    assert not list(tree.iter(f"{XHTML}script"))
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    for element in tree.iter():
        href = element.get("href")
        assert href is None or href in known, href


def _check_contents(tree: Element, items: dict[str, str]) -> list[tuple[str, str]]:
    """§7.4: one table of contents, of lists whose entries have words and lead somewhere or to a list."""
    [contents] = [nav for nav in tree.iter(f"{XHTML}nav") if nav.get(TYPE) == "toc"]
    for entries in contents.iter(f"{XHTML}ol"):
        assert len(entries) > 0
        assert {entry.tag for entry in entries} == {f"{XHTML}li"}
    for entry in contents.iter(f"{XHTML}li"):
        assert [child.tag for child in entry] in ([f"{XHTML}a"], [f"{XHTML}span", f"{XHTML}ol"])
        assert find_text(entry[0]).strip()
    links = [(str(link.get("href")), find_text(link)) for link in contents.iter(f"{XHTML}a")]
    assert {href for href, _ in links} <= set(items.values())
    return links
