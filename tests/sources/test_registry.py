"""Detection: content first, suffix second."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

import pytest

import reader.sources
from reader.errors import NotTextError
from reader.model import Page
from reader.sources import Source, Sourced, find_source, recognise
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


@pytest.mark.parametrize("name", ["page.txt", "page", "-", "page.xml", "page.md"])
def test_any_text_is_plain_text_today(name: str) -> None:
    source = find_source(PurePath(name), "新桥昨日通车".encode())
    assert source is not None
    assert source.name == "plain"


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
