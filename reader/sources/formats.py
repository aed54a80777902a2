"""The formats that are told by their beginning, and what that beginning is."""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePath
from typing import Final

from reader.sources.deferred import Deferred, DeferredLinked, DeferredRanged, Detect
from reader.sources.markup import RootTag, find_root
from reader.sources.signatures import HEAD_BYTES


@lru_cache(maxsize=4)
def _find_root(head: bytes) -> RootTag | None:
    # Every XML format asks it about the same file.
    return find_root(head)


def _has_root(*names: str) -> Detect:
    """Whether the first tag has one of these names."""

    def detect(path: PurePath, head: bytes) -> bool:
        root = _find_root(head[:HEAD_BYTES])
        return root is not None and root.name in names

    return detect


def _is_abbyy(path: PurePath, head: bytes) -> bool:
    root = _find_root(head[:HEAD_BYTES])
    # BCUL cuts the files into pages, whose first tag is <page>.
    return root is not None and (
        (root.name == "document" and "finereader" in root.attributes.lower())
        or (root.name == "page" and b"<block" in head and b"blockType" in head)
    )


def _is_html(path: PurePath, head: bytes) -> bool:
    root = _find_root(head[:HEAD_BYTES])
    return root is not None and (root.name in _HTML_ROOTS or b"<!doctype html" in head[:HEAD_BYTES].lower())


def _is_hocr(path: PurePath, head: bytes) -> bool:
    return _is_html(path, head) and any(mark in head for mark in (b"ocr_page", b"ocr-system", b"ocr-capabilities"))


def _is_pdf(path: PurePath, head: bytes) -> bool:
    # Readers look for the header in the first 1024 bytes (PDF 32000-1 annex H, note 13).
    return b"%PDF-" in head[:1024]


_HTML_ROOTS: Final = frozenset({"html", "head", "body"})

FORMATS: Final[tuple[Deferred, ...]] = (
    DeferredRanged(
        "pdf",
        "PDF",
        "开头有 %PDF-，须有文字层 · %PDF- near its beginning; it must have a text layer",
        frozenset({".pdf"}),
        _is_pdf,
        "reader.sources.pdf:Pdf",
    ),
    DeferredLinked(
        "mets-alto",
        "METS/ALTO",
        "首个标记为 <mets>，文章与版面按其指引 · the first tag is <mets>; it names the ALTO files beside it",
        frozenset({".xml", ".mets"}),
        _has_root("mets"),
        "reader.sources.mets:Mets",
    ),
    Deferred(
        "alto",
        "ALTO 1–4",
        "首个标记为 <alto> · the first tag is <alto>",
        frozenset({".xml", ".alto"}),
        _has_root("alto"),
        "reader.sources.alto:Alto",
    ),
    DeferredLinked(
        "didl",
        "MPEG-21 DIDL",
        "首个标记为 <DIDL>，荷兰国家图书馆的交付格式 · the first tag is <DIDL>, as the KB delivers",
        frozenset({".xml", ".didl"}),
        _has_root("didl"),
        "reader.sources.didl:Didl",
    ),
    Deferred(
        "page-xml",
        "PAGE XML",
        "首个标记为 <PcGts> · the first tag is <PcGts>",
        frozenset({".xml", ".page"}),
        _has_root("pcgts"),
        "reader.sources.page_xml:PageXml",
    ),
    Deferred(
        "abbyy",
        "ABBYY FineReader XML",
        "首个标记为 <document>，命名空间含 FineReader · the first tag is <document> in a FineReader namespace",
        frozenset({".xml"}),
        _is_abbyy,
        "reader.sources.abbyy:Abbyy",
    ),
    Deferred(
        "hocr",
        "hOCR",
        "HTML 中有 ocr_page 或 ocr-system · HTML that names ocr_page or ocr-system",
        frozenset({".hocr", ".html", ".htm", ".xhtml"}),
        _is_hocr,
        "reader.sources.hocr:Hocr",
    ),
)
"""In the order in which they are asked; the most particular come first."""
