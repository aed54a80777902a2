"""Articles as EPUB: the container, the package, the documents."""

import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.export.document import make_document
from reader.export.epub import write_epub
from reader.export.formats import Format, export_articles
from reader.model import Article, Issue, PartKind
from tests.export.epub_checker import OPF, XHTML, Book, check_epub, find_text
from tests.export.issues import BOUND, BRIDGE, ISSUE, NOTICE, SPECIAL, VERSE, make_article

MADE = datetime(2031, 6, 1, 8, 0, 0, tzinfo=UTC)


def make(issue: Issue = BOUND, articles: list[Article] | None = None, *, vertical: bool = False) -> Book:
    document = make_document(issue, articles or list(issue.articles), vertical=vertical)
    return check_epub(write_epub(document, modified=MADE))


def test_issue() -> None:
    book = make()
    assert list(book.members)[:2] == ["mimetype", "META-INF/container.xml"]
    assert list(book.documents) == ["nav.xhtml", *(f"article-{number}.xhtml" for number in range(1, 5))]
    assert book.contents == [
        ("article-1.xhtml", "青禾镇新桥通车 两岸往来不再绕路"),
        ("article-2.xhtml", "停水通知"),
        ("article-3.xhtml", "渡口 外一首"),
        ("article-4.xhtml", "<b>&amp;"),
    ]
    assert book.metadata("title") == ["青禾日报 2031年5月12日"]
    assert (book.metadata("date"), book.metadata("publisher")) == (["2031-05-12"], ["青禾日报"])
    assert (book.metadata("language"), book.metadata("creator")) == (["zh-Hans"], [])


def test_one_article() -> None:
    book = make(articles=[BRIDGE])
    assert list(book.documents) == ["article-1.xhtml"]
    assert book.metadata("title") == ["青禾镇新桥通车 两岸往来不再绕路"]
    assert book.metadata("creator") == ["苏木青", "何田"]
    assert book.metadata("source") == [
        "苏木青, 何田. 青禾镇新桥通车 两岸往来不再绕路: 全长三百二十米[N]. 青禾日报, 2031-05-12(1)."
    ]


@pytest.mark.parametrize(("vertical", "direction"), [(True, "rtl"), (False, "ltr")])
def test_direction(vertical: bool, direction: str) -> None:
    book = make(vertical=vertical)
    assert book.direction == direction
    assert (b"writing-mode: vertical-rl" in book.members["EPUB/style.css"]) is vertical


def test_an_issue_that_knows_nothing_of_itself() -> None:
    untitled = make_article((PartKind.PARAGRAPH, "停水。"), page="p9")
    book = make(Issue("-", "plain", None, None, (), (untitled, replace(untitled, id="a2"))))
    assert book.metadata("title") == ["停水。"]
    assert book.metadata("date") == book.metadata("publisher") == []
    assert [title for _, title in book.contents] == ["停水。"] * 2


def test_another_language() -> None:
    article = make_article((PartKind.HEADLINE, "Le pont"), page="p9")
    book = make(replace(ISSUE, language="fr"), [article, article])
    assert book.metadata("language") == ["fr"]
    assert book.documents["nav.xhtml"].get("lang") == "fr"
    assert [heading.text for heading in book.documents["nav.xhtml"].iter(f"{XHTML}h1")] == ["Contents"]


def test_text_is_whole() -> None:
    book = make()
    shown = "".join("".join(map(find_text, book.documents.values())).split())
    for article in (BRIDGE, NOTICE, VERSE):
        assert all("".join(part.text.split()) in shown for part in article.parts)
    assert "<script>alert('x')</script>&\"y\"" in shown


def test_the_same_articles_make_the_same_file() -> None:
    document = make_document(BOUND, BOUND.articles)
    later = MADE.astimezone(timezone(timedelta(hours=8)))
    assert write_epub(document, modified=MADE) == write_epub(document, modified=later)
    assert b"2031-06-01T08:00:00Z" in check_epub(write_epub(document, modified=later)).members["EPUB/package.opf"]


def test_other_articles_are_another_book() -> None:
    books = [make(), make(articles=[BRIDGE, NOTICE]), make(replace(BOUND, title="青禾晚报")), make(articles=[SPECIAL])]
    assert len({book.metadata("identifier")[0] for book in books}) == len(books)


def test_made_now_by_default() -> None:
    data = export_articles(ISSUE, [NOTICE], Format.EPUB)
    assert isinstance(data, bytes)
    [made] = [m.text for m in check_epub(data).package.iter(f"{OPF}meta") if m.get("property") == "dcterms:modified"]
    assert abs(datetime.fromisoformat(str(made)) - datetime.now(UTC)) < timedelta(hours=1)


@pytest.mark.skipif(shutil.which("epubcheck") is None, reason="no epubcheck")
@pytest.mark.parametrize("vertical", [False, True])
def test_the_validator_of_the_w3c_finds_nothing(tmp_path: Path, vertical: bool) -> None:
    book = tmp_path / "book.epub"
    book.write_bytes(write_epub(make_document(ISSUE, [BRIDGE, NOTICE, VERSE, SPECIAL], vertical=vertical)))
    done = subprocess.run(["epubcheck", book], capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


@given(st.text(max_size=12), st.text(max_size=12))
@settings(max_examples=40)
def test_any_text_makes_a_book(title: str, text: str) -> None:
    article = make_article((PartKind.HEADLINE, title), (PartKind.PARAGRAPH, text), page="p9")
    make(replace(ISSUE, title=title), [article, NOTICE])
