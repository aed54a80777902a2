"""XML from strangers: nothing outside the file is fetched, nothing is expanded, and damage is told."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reader.errors import BrokenSourceError, EmptySourceError, SourceError
from reader.languages import message, sentence
from reader.model import Note
from reader.sources.encoding import decode
from reader.sources.markup import decode_head, find_declared_encoding

if TYPE_CHECKING:
    from lxml.etree import XMLParser, _Element

_PROLOG_BYTES: Final = 65536
"""How far a document type is looked for: no newspaper has so much before its root."""

_ENTITY: Final = re.compile(r"<!DOCTYPE[^>]*\[|<!ENTITY", re.IGNORECASE)
"""A document type with declarations of its own: what expansion bombs and reads of other files are made of."""

_DECLARATION: Final = re.compile(r"\A\ufeff?\s*<\?xml[^>]*\?>")

_ENTITIES: Final = message(
    "its document type declares entities, which dubao does not expand; save it without the DTD and open that"
)

_WORST_DAMAGE: Final = 2000
"""Faults after which a file is given up."""


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file."""

    root: _Element
    fault: str | None = None
    """What is wrong with it, where it is not well-formed and was read as far as possible."""

    def notes(self, name: str, page: str | None = None) -> tuple[Note, ...]:
        """What a reader should know about the file's state."""
        if self.fault is None:
            return ()
        words = sentence(
            "{name}: this file is damaged; what could be read of it is shown ({fault})", name=name, fault=self.fault
        )
        return (Note("source-damaged", words, page),)


def parse_xml(data: bytes, name: str, *, encoding: str | None = None) -> Document:
    """The elements of an XML file; of a damaged one, those that can be read.

    Args:
        data: The whole file.
        name: The file as the user knows it, for messages.
        encoding: Its encoding, where the user knows better than the file.

    Raises:
        EmptySourceError: There is nothing in it.
        BrokenSourceError: It declares entities, or nothing of it can be read.
    """
    # Plain text must not pay for it.
    from lxml import etree

    if not data.strip(b"\0 \t\r\n"):
        raise EmptySourceError(name, sentence("this file is empty; name a file that holds a page"))
    if _ENTITY.search(decode_head(data[:_PROLOG_BYTES])):
        raise BrokenSourceError(
            name,
            sentence(_ENTITIES),
        )
    data, known = _settle_encoding(data, name, encoding)
    try:
        root = etree.fromstring(data, _make_parser(known))
        return Document(_refuse_entities(root, name))
    except etree.XMLSyntaxError as error:
        fault = " ".join(str(error.msg).split())[:100]
    parser = _make_parser(known, recover=True)
    try:
        salvaged = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        salvaged = None
    if salvaged is None or len(parser.error_log) > _WORST_DAMAGE:
        raise BrokenSourceError(
            name, sentence("this XML is damaged and cannot be read ({fault}); fetch the file again", fault=fault)
        )
    # A prefix that nobody declared, as the KB's DIDL has, loses nothing.
    harmless = all(entry.domain_name == "NAMESPACE" for entry in parser.error_log)
    return Document(_refuse_entities(salvaged, name), None if harmless else fault)


def _make_parser(encoding: str | None, *, recover: bool = False) -> XMLParser:
    from lxml import etree

    return etree.XMLParser(
        encoding=encoding,
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _settle_encoding(data: bytes, name: str, encoding: str | None) -> tuple[bytes, str | None]:
    """The data as it is, or as UTF-8 where the encoding it names does not fit it."""
    declared = find_declared_encoding(data)
    if encoding is None:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"<\0", b"\0<")):
            return data, None
        try:
            data.decode(declared or "utf-8")
            return data, None
        except UnicodeError:
            pass
        except LookupError:
            declared = None
    try:
        text = decode(data, encoding, source=name, markup=True).text
    except SourceError:
        if encoding is not None:
            raise
        # A few broken bytes in what else fits: the parser is left to find them.
        text = data.decode(declared or "utf-8", "replace")
    return _DECLARATION.sub("", text).encode("utf-8", "replace"), "utf-8"


def _refuse_entities(root: _Element, name: str) -> _Element:
    """The root, where no encoding has hidden a declaration of entities from the first look."""
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):  # type: ignore[attr-defined]
        raise BrokenSourceError(name, sentence(_ENTITIES))
    return root


def local_name(element: _Element) -> str:
    """An element's name without its namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def iter_named(root: _Element, name: str) -> Iterator[_Element]:
    """All elements below of a name, in whatever namespace, in the order of the document."""
    return root.iter("{*}" + name)


def find_attribute(element: _Element, name: str) -> str | None:
    """An attribute by its name without a namespace."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None
