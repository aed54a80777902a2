"""Detection: content first, suffix second."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

import pytest

import reader.sources
from reader.errors import NotTextError
from reader.model import Page
from reader.sources import Source, Sourced, find_source, recognise
from reader.sources.formats import FORMATS
from reader.sources.plain import PlainText
from reader.sources.signatures import find_signature


@dataclass(frozen=True)
class Invented:
    """A format that begins with a word of its own, or takes anything."""

    name: str
    magic: bytes
    suffixes: frozenset[str]

    def accepts(self, path: PurePath, head: bytes) -> bool:
        return head.startswith(self.magic)

    def read(self, path: PurePath, data: bytes, *, encoding: str | None = None, first_page: int = 1) -> Sourced:
        return Sourced((Page(f"p{first_page}", ()),), self.name)


XML: Source = Invented("invented-xml", b"<?xml", frozenset({".xml"}))
LISTS: Source = Invented("lists", b"", frozenset({".list"}))


@pytest.fixture
def formats(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader.sources, "SOURCES", (XML, LISTS, PlainText()))


@pytest.mark.usefixtures("formats")
@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        ("a.txt", b"<?xml version='1.0'?>", "invented-xml"),
        ("a.xml", b"plain words", "lists"),
        ("a.list", b"plain words", "lists"),
        ("a.txt", b"plain words", "plain"),
        ("a.TXT", b"plain words", "plain"),
    ],
)
def test_content_rules_out_and_suffix_decides(name: str, head: bytes, expected: str) -> None:
    source = find_source(PurePath(name), head)
    assert source is not None
    assert source.name == expected


@pytest.mark.parametrize("name", ["page.txt", "page", "-", "page.xml", "page.json"])
def test_any_text_is_plain_text(name: str) -> None:
    source = find_source(PurePath(name), "新桥昨日通车".encode())
    assert source is not None
    assert source.name == "plain"


HEADS = [
    ("a.xml", '<mets xmlns="http://www.loc.gov/METS/">', "mets-alto"),
    ("a.txt", '\ufeff<?xml version="1.0"?>\n<!-- a --><mets:mets xmlns:mets="m">', "mets-alto"),
    ("a.xml", '<?xml version="1.0"?><!DOCTYPE alto SYSTEM "a.dtd"><alto>', "alto"),
    ("a", "<a:alto xmlns:a='x'>", "alto"),
    ("a.xml", "<didl:DIDL xmlns:didl='x'>", "didl"),
    ("a.xml", "<PcGts>", "page-xml"),
    ("a.xml", "?<?xml version='1.0'?><alto>", "alto"),
    ("a.xml", "?xml version='1.0'?><alto>", "alto"),
    ("a.txt", "新桥 <alto> 通车", "plain"),
    ("a.xml", '<document xmlns="http://www.abbyy.com/FineReader_xml/FineReader6-schema-v1.xml">', "abbyy"),
    ("a.html", "<!DOCTYPE html><html><meta name='ocr-system' content='x'>", "hocr"),
    ("a.html", "<!DOCTYPE html>\n<html><body><div class='ocr_page'>", "hocr"),
    ("node_2.htm", "<html><title>x</title>", "epaper"),
    ("content_4.htm", "<html><title>x</title>", "epaper"),
    ("a.htm", "<html><body><founder-title>x", "epaper"),
    ("index.htm", '<html><META HTTP-EQUIV="REFRESH" CONTENT="0; URL=html/2031-05/12/node_2.htm">', "epaper"),
    ("a.html", "<html><body>", "html"),
    ("a.md", "# 青禾日报", "markdown"),
    ("a.json", '{"schema": "dubao.issue/1"', "dubao-json"),
    ("a.json", '{\n "@context": "http://iiif.io/api/presentation/3/context.json"', "iiif"),
    ("a.json", '{"id": "qinghe-1931-05-12-a", "pp": []', "impresso"),
    ("a.jsonl", '{"id": "qinghe-1931-05-12-a-p0001"', "impresso"),
    ("a.json", '{"id": "x", "name": "package"}', "plain"),
    ("a.xml", "<?xml version='1.0'?><rss>", None),
    ("a.html", "5 < 6", "plain"),
]


@pytest.mark.parametrize(("name", "head", "expected"), HEADS)
def test_what_the_beginning_says(name: str, head: str, expected: str | None) -> None:
    source = find_source(PurePath(name), head.encode())
    assert (source.name if source else None) == expected


def test_utf_16_is_looked_through() -> None:
    source = find_source(PurePath("a.xml"), "<?xml version='1.0' encoding='UTF-16'?><alto>".encode("utf-16"))
    assert source is not None
    assert source.name == "alto"


def test_every_format_says_how_it_is_told() -> None:
    assert len({source.name for source in reader.sources.SOURCES}) == len(reader.sources.SOURCES)
    for source in FORMATS:
        assert source.evidence
        assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in source.suffixes)


def test_what_no_format_takes_is_named_with_a_way_out() -> None:
    with pytest.raises(NotTextError, match=r"a\.djvu: this seems to be a DjVu document.*; extract its"):
        recognise(PurePath("a.djvu"), b"AT&TFORM", name="a.djvu")


@pytest.mark.parametrize("head", [b"", "新桥".encode(), b"%PD", b"MZ is a name", b"< b >", "新桥".encode("utf-16")])
def test_text_has_no_signature(head: bytes) -> None:
    assert find_signature(head) is None


@pytest.mark.parametrize(
    "head", [b"\n <?XML ?>", b"<!DOCTYPE HTML>", b"\xef\xbb\xbf<html>", b"{\\rtf1", b"\0\0\0\x20ftypheic"]
)
def test_signatures(head: bytes) -> None:
    assert find_signature(head) is not None
