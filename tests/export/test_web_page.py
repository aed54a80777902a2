"""Articles as HTML: well-formed, of known elements, and complete."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from reader.export.document import make_document
from reader.export.formats import Format, export_articles, export_fragment
from reader.export.markup import escape
from reader.export.web_page import write_web_page
from reader.model import Article, PartKind
from tests.export.epub_checker import find_text
from tests.export.issues import BOUND, BRIDGE, ISSUE, NOTICE, SPECIAL, VERSE, make_article

ELEMENTS = {"html", "head", "meta", "title", "style", "body", "header", "nav", "main", "article", "aside", "footer"} | {
    *("h1", "h2", "h3", "h4", "p", "ol", "li", "a", "br", "span")
}
ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "id", "class", "href"}


def write(articles: Sequence[Article], *, vertical: bool | None = None) -> str:
    return write_web_page(make_document(BOUND, articles, vertical=vertical))


def parse(page: str) -> etree._Element:
    """The tree, which an XML parser and an HTML parser must see alike."""
    strict = etree.fromstring(page.removeprefix("<!DOCTYPE html>\n"), etree.XMLParser(resolve_entities=False))
    lenient = html.document_fromstring(page)
    assert [element.tag for element in strict.iter()] == [element.tag for element in lenient.iter()]
    assert find_text(strict).split() == find_text(lenient).split()
    return strict


def find_texts(tree: etree._Element, path: str) -> list[str]:
    return [find_text(element) for element in tree.iterfind(path)]


def test_one_article() -> None:
    tree = parse(write([BRIDGE]))
    assert find_texts(tree, "head/title") == ["青禾镇新桥通车 两岸往来不再绕路"]
    assert [(child.tag, child.get("class")) for child in tree.iterfind("body/main/article/header/*")] == [
        ("p", "label"),
        ("p", "kicker"),
        ("h1", None),
        ("p", "subheadline"),
        ("p", "byline"),
    ]
    assert [(child.tag, child.get("class")) for child in tree.iterfind("body/main/article/*")] == [
        ("header", None),
        ("p", None),
        ("h2", None),
        ("p", None),
        ("p", "caption"),
        ("p", "credit"),
        ("footer", None),
    ]
    assert tree.get("lang") == "zh-Hans"
    assert find_texts(tree, ".//nav") == []


def test_several_articles() -> None:
    tree = parse(write([BRIDGE, NOTICE, VERSE]))
    assert find_texts(tree, ".//h1") == ["青禾日报 2031年5月12日"]
    assert find_texts(tree, ".//h2") == ["01 要闻"]
    assert find_texts(tree, ".//h3") == ["青禾镇新桥通车 两岸往来不再绕路", "停水通知", "渡口\n外一首"]
    links = [link.get("href") for link in tree.iterfind(".//nav//a")]
    assert links == [f"#{article.get('id')}" for article in tree.iterfind(".//article")]
    assert len(set(links)) == 3


def test_verse_notes_and_tables() -> None:
    tree = parse(write([VERSE]))
    assert find_texts(tree, ".//aside/p") == ["编者按：作者是老船工。", "他写了12年诗。"]
    assert find_texts(tree, ".//p[@class='verse']") == ["桥成之后\n渡口成了岸"]
    assert find_texts(tree, ".//p[@class='table']") == ["年份  船次\n2030  1,204"]


@pytest.mark.parametrize("articles", [[BRIDGE], [SPECIAL], [BRIDGE, NOTICE, VERSE, SPECIAL]], ids=len)
@pytest.mark.parametrize("vertical", [False, True])
def test_nothing_but_known_elements(articles: list[Article], vertical: bool) -> None:
    page = write(articles, vertical=vertical)
    elements = list(parse(page).iter())
    assert {element.tag for element in elements} <= ELEMENTS
    assert {name for element in elements for name in element.attrib} <= ATTRIBUTES
    assert not re.search(r"https?:|url\(|@import", page)


@pytest.mark.parametrize("vertical", [False, True])
def test_direction(vertical: bool) -> None:
    tree = parse(write([VERSE], vertical=vertical))
    [style] = find_texts(tree, "head/style")
    assert ("writing-mode: vertical-rl" in style) is vertical
    assert find_texts(tree, ".//span[@class='upright']") == (["12"] if vertical else [])


@pytest.mark.parametrize(
    ("text", "upright"),
    [
        ("12日", ["12"]),
        ("5月12日至23日", ["5", "12", "23"]),
        ("2031年", []),
        ("5日", ["5"]),
        ("21%", []),
        ("3.14", []),
        ("12.5", []),
        ("10:30", []),
        ("1,204", []),
        ("A12", []),
        ("50-60", []),
        ("'1'日'23'", ["1", "23"]),
        ("１２日", []),
    ],
)
def test_numbers_that_stand_upright(text: str, upright: list[str]) -> None:
    tree = parse(write([make_article((PartKind.PARAGRAPH, text), page="p9")], vertical=True))
    assert find_texts(tree, ".//article/p/span") == upright
    assert find_texts(tree, ".//article/p") == [text]


def test_special_text_stays_text() -> None:
    tree = parse(write([SPECIAL, NOTICE]))
    assert find_texts(tree, ".//article[@id='article-1']/p")[:2] == [
        "1. <script>alert('x')</script> & \"y\"",
        "- 一\ufffd[31m二\ufffd三\ufffd四\ufffd",
    ]
    assert find_texts(tree, ".//h2") == ["<b>&amp;", "停水通知"]


@given(st.text(max_size=20))
@settings(max_examples=100)
def test_any_text_makes_a_page(text: str) -> None:
    article = make_article((PartKind.HEADLINE, f"桥{text}"), (PartKind.PARAGRAPH, f"桥{text}"), page="p9")
    page = export_articles(ISSUE, [article, NOTICE], Format.HTML)
    assert isinstance(page, str)
    page.encode()
    parse(page)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\ufffe]", page)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新桥 “通车”", "新桥 “通车”"),
        ("<>&\"'", "&lt;&gt;&amp;&quot;&#x27;"),
        ("一\ufffe\uffff\ufdd0\U0001ffff二", "一\ufffd\ufffd\ufffd\ufffd二"),
        ("𠮷\U0010fffd", "𠮷\U0010fffd"),
    ],
)
def test_escape(text: str, expected: str) -> None:
    assert escape(text) == expected


def test_fragment() -> None:
    fragment = export_fragment(ISSUE, [NOTICE])
    assert fragment == ("<article>\n<header>\n<h2>停水通知</h2>\n</header>\n<p>明日八时至十二时停水。</p>\n</article>")
