"""DIDL as the KB delivers it: zones on ALTO pages, and texts of their own."""

from __future__ import annotations

from datetime import date
from pathlib import PurePath

import pytest

from reader.errors import BrokenSourceError
from reader.model import ArticleKind, PartKind
from reader.sources.base import Sourced
from reader.sources.didl import Didl
from tests.sources.account import check_account
from tests.sources.builders import Block, Shelf, make_alto

PAGE = [
    Block("B1", ("新桥通车",), hpos=100, vpos=100),
    Block("B2", ("昨日新桥", "通车。"), hpos=100, vpos=200),
    Block("B3", ("售新米",), hpos=2000, vpos=100),
    Block("B4", ("页边",), hpos=3500, vpos=5000),
]


def component(role: str, inner: str) -> str:
    return f'<Component><Descriptor><Statement dc:type="role">{role}</Statement></Descriptor>{inner}</Component>'


def article(number: int, subject: str, title: str, *zones: str, page: int = 1) -> str:
    areas = "".join('<dcx:area hpos="{}" vpos="{}" width="{}" height="{}"/>'.format(*zone.split()) for zone in zones)
    facts = f"<Resource><dcx:dcx><dc:subject>{subject}</dc:subject><dc:title>{title}</dc:title></dcx:dcx></Resource>"
    return (
        f'<Item dc:identifier="x:p{page:03}:a{number:04}" ddd:article_id="x:a{number:04}">'
        + component("metadata", facts)
        + component("metadata/zoning", f"<Resource>{areas}</Resource>")
        + "</Item>"
    )


def document(*articles: str) -> bytes:
    namespaces = 'xmlns:dc="urn:dc" xmlns:dcx="urn:dcx" xmlns:ddd="urn:ddd"'
    facts = (
        "<Resource><dcx:dcx><dc:title>青禾报</dc:title><dc:date>1950-05-15</dc:date>"
        "<dcx:issuenumber>58</dcx:issuenumber><dc:language>zh</dc:language></dcx:dcx></Resource>"
    )
    texts = "".join(
        f'<Item dc:identifier="x:a{number:04}">'
        + component("ocr", f'<Resource dcx:filename="{number:04}_articletext.xml"/>')
        + "</Item>"
        for number in (1, 3)
    )
    page = (
        f'<Item dc:identifier="x:p001">{component("metadata", "<ddd:nativePageNumber>7</ddd:nativePageNumber>")}'
        + component("alto", '<Resource ref="http://example.invalid/1" dcx:filename="1_alto.xml"/>')
        + f"{''.join(articles)}</Item>"
    )
    return (
        f'<DIDL {namespaces}><Item dc:identifier="x">{component("metadata", facts)}{page}{texts}</Item></DIDL>'.encode()
    )


ARTICLES = (
    article(1, "artikel", "新桥通车", "90 90 400 60", "90 190 400 100"),
    article(2, "advertentie", "Advertentie", "1990 90 400 60"),
)
ALTO = {"1_alto.xml": make_alto("PAGE1", PAGE).encode()}


def read(data: bytes, files: dict[str, bytes]) -> Sourced:
    return Didl().read_linked(PurePath("didl.xml"), data, Shelf(files))


def test_zones_are_articles() -> None:
    sourced = read(document(*ARTICLES), ALTO)
    assert (sourced.title, sourced.date, sourced.number, sourced.language) == ("青禾报", date(1950, 5, 15), "58", "zh")
    assert sourced.pages[0].label == "7"
    assert sourced.articles is not None
    assert [(one.kind, one.title) for one in sourced.articles] == [
        (ArticleKind.ARTICLE, "新桥通车"),
        (ArticleKind.ADVERTISEMENT, ""),
    ]
    assert [part.text for part in sourced.articles[0].parts] == ["新桥通车", "昨日新桥通车。"]
    assert [piece.text for piece in sourced.furniture] == ["页边"]
    assert sourced.notes == ()
    check_account(sourced.pages, sourced.articles, sourced.furniture)


def test_an_article_with_a_text_of_its_own() -> None:
    text = "<text><title>雨后</title><p>昨夜有雨。</p><p>今日放晴。</p></text>".encode()
    sourced = read(document(*ARTICLES, article(3, "artikel", "雨后")), ALTO | {"0003_articletext.xml": text})
    assert sourced.articles is not None
    assert [(part.kind, part.text) for part in sourced.articles[2].parts] == [
        (PartKind.HEADLINE, "雨后"),
        (PartKind.PARAGRAPH, "昨夜有雨。"),
        (PartKind.PARAGRAPH, "今日放晴。"),
    ]
    check_account(sourced.pages, sourced.articles, sourced.furniture)


def test_texts_alone() -> None:
    text = "<text><title>新桥通车</title><p>昨日新桥通车。</p></text>".encode()
    sourced = read(document(*ARTICLES), {"0001_articletext.xml": text})
    assert [one.title for one in sourced.articles or ()] == ["新桥通车"]
    assert [note.code for note in sourced.notes] == ["page-missing"]


def test_nothing_is_there() -> None:
    with pytest.raises(BrokenSourceError, match="none of the page files"):
        Didl().read(PurePath("didl.xml"), document(*ARTICLES))
