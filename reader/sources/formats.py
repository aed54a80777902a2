"""The formats that are told by their beginning, and what that beginning is."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import PurePath
from typing import Final

from reader.languages import message
from reader.sources.deferred import Deferred, DeferredLinked, DeferredRanged, Detect
from reader.sources.markup import RootTag, find_root
from reader.sources.signatures import HEAD_BYTES, find_signature


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


def _is_epaper(path: PurePath, head: bytes) -> bool:
    if not _is_html(path, head):
        return False
    if _EPAPER_NAME.match(path.name):
        return True
    return any(mark in head.lower() for mark in _EPAPER_MARKS) or (b"node_" in head and b"refresh" in head.lower())


def _is_epub(path: PurePath, head: bytes) -> bool:
    return head.startswith(b"PK\x03\x04") and b"mimetypeapplication/epub+zip" in head[:128]


def _is_markdown(path: PurePath, head: bytes) -> bool:
    # Any text is Markdown: only its name tells.
    return path.suffix.lower() in _MARKDOWN and find_signature(head) is None


def _is_records(path: PurePath, head: bytes) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"###") and bool(_RECORD.search(head[:HEAD_BYTES]))


def _has_json(*marks: bytes) -> Detect:
    """Whether a file is JSON whose beginning holds all of these."""

    def detect(path: PurePath, head: bytes) -> bool:
        bare = b"".join(head.removeprefix(b"\xef\xbb\xbf").split())
        return bare[:1] in (b"{", b"[") and all(mark in bare for mark in marks)

    return detect


def _is_impresso(path: PurePath, head: bytes) -> bool:
    if head.startswith(b"BZh"):
        return path.name.lower().endswith((".jsonl.bz2", ".json.bz2"))
    return bool(_IMPRESSO.match(head.decode("utf-8", "replace")))


_IMPRESSO: Final = re.compile(
    r"\s*\[?\s*\{[^{}\[\]]*\"id\"\s*:\s*\"[\w-]{1,60}-\d{4}-\d{2}-\d{2}-[a-z]{1,2}(?:-[ip]\d+)?\""
    r"|\s*\[?\s*\{(?=[\s\S]*\"(?:ts|cdt|pp|r)\")[\s\S]*?\"id\"\s*:\s*\"[\w-]{1,60}-\d{4}-\d{2}-\d{2}-[a-z]{1,2}(?:-[ip]\d+)?\""
)
"""A record whose id is of impresso's shape: paper, day, edition, and perhaps a content item or a page."""

_EPAPER_NAME: Final = re.compile(
    r"(?:node_[\w-]{1,40}|content_[\w-]{1,60}|n(?:bs|w)\.[\w.-]{1,60})\.s?html?$", re.IGNORECASE
)
_EPAPER_MARKS: Final = (b"founder-", b"enpproperty", b"enpcontent", b"pagepicmap", b"pagelink")
_MARKDOWN: Final = frozenset({".md", ".markdown"})

_RECORD: Final = re.compile(
    rb"(?:\A|\n)\s*###[ \t]+\S[^\n]*\n(?:[^\n]{0,200}\n){0,4}?[ \t]*[0-9]{4}-[0-9]{2}-[0-9]{2}[ \t]*\r?\n"
)
"""A title and, a few lines below, the day: in any encoding that keeps ASCII."""

_HTML_ROOTS: Final = frozenset({"html", "head", "body"})

FORMATS: Final[tuple[Deferred, ...]] = (
    DeferredRanged(
        "pdf",
        "PDF",
        message("%PDF- near its beginning; it must have a text layer"),
        frozenset({".pdf"}),
        _is_pdf,
        "reader.sources.pdf:Pdf",
    ),
    DeferredLinked(
        "mets-alto",
        "METS/ALTO",
        message("the first tag is <mets>; it names the ALTO files beside it"),
        frozenset({".xml", ".mets"}),
        _has_root("mets"),
        "reader.sources.mets:Mets",
    ),
    Deferred(
        "alto",
        "ALTO 1–4",
        message("the first tag is <alto>"),
        frozenset({".xml", ".alto"}),
        _has_root("alto"),
        "reader.sources.alto:Alto",
    ),
    DeferredLinked(
        "didl",
        "MPEG-21 DIDL",
        message("the first tag is <DIDL>, as the KB delivers"),
        frozenset({".xml", ".didl"}),
        _has_root("didl"),
        "reader.sources.didl:Didl",
    ),
    Deferred(
        "page-xml",
        "PAGE XML",
        message("the first tag is <PcGts>"),
        frozenset({".xml", ".page"}),
        _has_root("pcgts"),
        "reader.sources.page_xml:PageXml",
    ),
    Deferred(
        "abbyy",
        "ABBYY FineReader XML",
        message("the first tag is <document> in a FineReader namespace"),
        frozenset({".xml"}),
        _is_abbyy,
        "reader.sources.abbyy:Abbyy",
    ),
    Deferred(
        "hocr",
        "hOCR",
        message("HTML that names ocr_page or ocr-system"),
        frozenset({".hocr", ".html", ".htm", ".xhtml"}),
        _is_hocr,
        "reader.sources.hocr:Hocr",
    ),
    DeferredLinked(
        "epaper",
        message("Founder e-paper"),
        message("HTML named node_… or content_…, or with Founder's marks"),
        frozenset({".htm", ".html", ".shtml"}),
        _is_epaper,
        "reader.sources.epaper:Epaper",
        many=True,
    ),
    Deferred(
        "html",
        "HTML",
        message("any other HTML; articles by its headings"),
        frozenset({".html", ".htm", ".xhtml", ".shtml"}),
        _is_html,
        "reader.sources.web_page:WebPage",
    ),
    Deferred(
        "records",
        message("Article records"),
        message("### title, authors, day (2031-05-20) and page in lines of their own"),
        frozenset({".txt", ".md"}),
        _is_records,
        "reader.sources.records:Records",
    ),
    Deferred(
        "markdown",
        "Markdown",
        message("the name ends with .md; articles by its headings"),
        _MARKDOWN,
        _is_markdown,
        "reader.sources.markdown:Markdown",
    ),
    Deferred(
        "epub",
        "EPUB",
        message("a ZIP whose first file says so; articles by its headings"),
        frozenset({".epub"}),
        _is_epub,
        "reader.sources.epub:Epub",
        whole=True,
    ),
    Deferred(
        "dubao-json",
        "dubao.issue/1",
        message("JSON that dubao show --json or convert has written"),
        frozenset({".json"}),
        _has_json(b'"schema":"dubao.issue/'),
        "reader.sources.issue_json:IssueJson",
        whole=True,
    ),
    DeferredLinked(
        "iiif",
        "IIIF Presentation 3",
        message("JSON in the context of IIIF Presentation; ALTO beside it"),
        frozenset({".json"}),
        _has_json(b"iiif.io/api/presentation/3"),
        "reader.sources.iiif:Iiif",
    ),
    DeferredLinked(
        "impresso",
        "impresso canonical JSON",
        message("JSON records whose id is paper-day-edition"),
        frozenset({".json", ".jsonl", ".bz2"}),
        _is_impresso,
        "reader.sources.impresso:Impresso",
        many=True,
    ),
)
"""In the order in which they are asked; the most particular come first."""
