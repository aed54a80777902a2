"""What files tell without print: our JSON, HTML, Markdown, EPUB."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import date
from pathlib import Path, PurePath
from typing import Any, ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import BrokenSourceError, EmptySourceError, SourceError
from reader.export.json import describe_issue, format_json
from reader.library import find_samples, open_issue
from reader.model import FurnitureKind, PartKind
from reader.sources.base import Sourced
from reader.sources.epub import Epub
from reader.sources.issue_json import IssueJson
from reader.sources.markdown import Markdown, iter_elements
from reader.sources.outline import Heading, Text, find_level
from reader.sources.web_page import WebPage
from tests.sources.account import check_account

REAL = Path(__file__).parents[3] / "shared/pages"


def parts(sourced: Sourced) -> list[list[tuple[str, str]]]:
    return [[(part.kind.value, part.text) for part in article.parts] for article in sourced.articles or ()]


def check(sourced: Sourced) -> None:
    check_account(sourced.pages, sourced.articles or (), sourced.furniture)


class TestIssueJson:
    @pytest.mark.parametrize("name", [sample.name for sample in find_samples()])
    def test_samples_open_again_as_they_were(self, name: str, tmp_path: Path) -> None:
        [sample] = [sample for sample in find_samples() if sample.name == name]
        first = describe_issue(open_issue(sample.path))
        place = tmp_path / "issue.json"
        place.write_text(format_json(first), encoding="utf-8")
        issue = open_issue(place)
        assert describe_issue(issue) == first | {"source": str(place)}
        check_account(issue.pages, issue.articles, issue.furniture)

    @pytest.mark.skipif(not REAL.is_dir(), reason="the real pages are not beside this checkout")
    @pytest.mark.parametrize("name", ["plain/yongkang-2017-12-13.txt", "mets-alto/bnl_luxzeit1858"])
    def test_real_pages_open_again_as_they_were(self, name: str, tmp_path: Path) -> None:
        first = describe_issue(open_issue(REAL / name))
        place = tmp_path / "issue.json"
        place.write_text(format_json(first), encoding="utf-8")
        assert describe_issue(open_issue(place)) == first | {"source": str(place)}

    def read(self, **record: object) -> Sourced:
        data = json.dumps({"schema": "dubao.issue/1"} | record).encode()
        return IssueJson().read(PurePath("issue.json"), data)

    ARTICLE: ClassVar[dict[str, Any]] = {
        "id": "x",
        "page": "q",
        "headline": ["新桥"],
        "body": [{"kind": "paragraph", "text": "通车"}],
    }

    def test_ids_are_made_anew(self) -> None:
        note = {"code": "c", "message": "m", "page": "q", "article": "x"}
        sourced = self.read(pages=[{"id": "q", "label": "A1"}], articles=[self.ARTICLE], notes=[note])
        assert sourced.articles is not None
        assert (sourced.articles[0].id, sourced.articles[0].page, sourced.pages[0].label) == ("a1", "p1", "A1")
        assert (sourced.notes[0].page, sourced.notes[0].article) == ("p1", "a1")

    def test_what_is_not_in_the_schema_is_passed_over_and_told(self) -> None:
        wrong = self.ARTICLE | {"kind": "poem", "body": [{"text": 5}, {"text": None}, 7], "authors": [{}, 1]}
        sourced = self.read(articles=[wrong, 5, {}], title=7, date="soon", pages="none", furniture=[{}], notes=[{}])
        assert [article.title for article in sourced.articles or ()] == ["新桥"]
        assert [note.code for note in sourced.notes] == ["json-wrong"]
        assert (sourced.title, sourced.date) == ("7", None)

    @pytest.mark.parametrize(
        "data", [b'{"schema": "dubao.issue/2"}', b'{"schema": "dubao.issue/1', b"[" * 100_000, b"[]", b"\xff" * 40]
    )
    def test_damage_is_a_sentence(self, data: bytes) -> None:
        with pytest.raises(SourceError) as caught:
            IssueJson().read(PurePath("issue.json"), data)
        assert "\n" not in str(caught.value)

    def test_nothing_in_it(self) -> None:
        with pytest.raises(EmptySourceError):
            self.read(articles=[])

    @settings(max_examples=60, deadline=None)
    @given(
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=8),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from(
                        ["id", "page", "kind", "text", "body", "headline", "authors", "jump", "name", "label"]
                    ),
                    inner,
                    max_size=4,
                )
            ),
            max_leaves=12,
        ),
        st.sampled_from(["articles", "pages", "furniture", "notes", "title"]),
    )
    def test_any_value_is_an_issue_or_a_sentence(self, value: object, key: str) -> None:
        try:
            sourced = self.read(**{key: value if key == "title" else [value]})
        except SourceError as error:
            assert "\n" not in str(error)
        else:
            check(sourced)


class TestLevels:
    @pytest.mark.parametrize(
        ("marks", "level"),
        [("1.1.1.", 1), ("12.2.12.2.", 2), ("12.3.2.3.", 2), ("1.", 1), ("122.", 2), ("3.3.", 3), ("..", 1)],
    )
    def test_articles_are_where_most_text_is(self, marks: str, level: int) -> None:
        elements = [Text(PartKind.PARAGRAPH, "字") if mark == "." else Heading(int(mark), "题") for mark in marks]
        assert find_level(elements) == level


MARKDOWN = """\
# 青禾日报 2031年5月12日

- [要闻](#a)
- [副刊](#b)

# 要闻

## **新桥**通车

昨日 *新桥* 通车，
行人不绝于途。参见 [县志](http://example.invalid/(1))。

> The new bridge
> is open.

### 米价

| 米 | 三元 |
|:--:|------|
| 豆 | 二元 |

# 副刊

## 雨后

![雨中的桥](b.jpg)

1. 一
2. 二

```
夜雨
初晴
```

5 > 3 \\* 2 & `a*b` snake_case_name
"""


class TestMarkdown:
    def test_a_newspaper(self) -> None:
        sourced = Markdown().read(PurePath("a.md"), MARKDOWN.encode())
        assert (sourced.title, sourced.date) == ("青禾日报", date(2031, 5, 12))
        assert [(piece.kind, piece.text) for piece in sourced.furniture] == [
            (FurnitureKind.NAMEPLATE, "青禾日报 2031年5月12日"),
            (FurnitureKind.OTHER, "要闻"),
            (FurnitureKind.OTHER, "副刊"),
        ]
        assert parts(sourced) == [
            [
                ("label", "要闻"),
                ("headline", "新桥通车"),
                ("paragraph", "昨日 新桥 通车，行人不绝于途。参见 县志。"),
                ("paragraph", "The new bridge is open."),
                ("crosshead", "米价"),
                ("table", "米 三元"),
                ("table", "豆 二元"),
            ],
            [
                ("label", "副刊"),
                ("headline", "雨后"),
                ("caption", "雨中的桥"),
                ("paragraph", "一"),
                ("paragraph", "二"),
                ("verse", "夜雨"),
                ("verse", "初晴"),
                ("paragraph", "5 > 3 * 2 & a*b snake_case_name"),
            ],
        ]
        check(sourced)

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("题\n==\n文", [Heading(1, "题"), Text(PartKind.PARAGRAPH, "文")]),
            ("题\n--\n", [Heading(2, "题")]),
            ("#不是题", [Text(PartKind.PARAGRAPH, "#不是题")]),
            ("## 题 ##", [Heading(2, "题")]),
            ("---\ntitle: x\n---\n文", [Text(PartKind.PARAGRAPH, "文")]),
            ("一\n\n***\n\n二", [Text(PartKind.PARAGRAPH, "一"), Text(PartKind.PARAGRAPH, "二")]),
            ("", []),
            pytest.param(
                '<figure>\n<img src="data:image/png;base64,iVBORw0KG\n'
                + "A" * 900
                + '\nQmCC"\nalt="桥" />\n新桥</figure>',
                [Text(PartKind.PARAGRAPH, "新桥")],
                id="a picture written into the text",
            ),
        ],
    )
    def test_elements(self, text: str, expected: list[object]) -> None:
        assert list(iter_elements(text)) == expected

    @settings(max_examples=100, deadline=None)
    @given(st.text("#*_`>|-[]()<!= \n新桥ab1.", max_size=60))
    def test_any_text(self, text: str) -> None:
        try:
            check(Markdown().read(PurePath("a.md"), text.encode()))
        except EmptySourceError:
            # The number of an item that is empty is none of its text.
            bare = re.sub(r"(?m)^[\s>]*1+[.)](?=\s|$)", "", text)
            assert not any(character.isalnum() for character in bare) or "<" in text or "[" in text


HTML = """
<html lang=zh-Hans><head><title>x</title><meta name="pubdate" content="2031-05-12"><style>p{}</style></head><body>
<nav><a href=1>首页</a></nav>
<h2>新桥通车</h2><p class=author>记者 沈二</p>
<div>昨日<b>新桥</b>通车，<br>行人不绝。<script>alert(1)</script>又一句。</div>
<figure><img src=a><figcaption>桥上</figcaption></figure>
<h3>米价</h3><table><tr><td>米<td>三元<tr><td>豆<td>二元</table>
<h2>雨后</h2>散在外面的字<p>夜雨。<p>初晴。
</body></html>
"""


class TestWebPage:
    def test_articles_by_headings(self) -> None:
        sourced = WebPage().read(PurePath("a.html"), HTML.encode("gb18030"))
        assert (sourced.date, sourced.language) == (date(2031, 5, 12), "zh-Hans")
        assert parts(sourced) == [
            [
                ("headline", "新桥通车"),
                ("byline", "记者 沈二"),
                ("paragraph", "昨日新桥通车，"),
                ("paragraph", "行人不绝。又一句。"),
                ("caption", "桥上"),
                ("crosshead", "米价"),
                ("table", "米 三元"),
                ("table", "豆 二元"),
            ],
            [("headline", "雨后"), ("paragraph", "散在外面的字"), ("paragraph", "夜雨。"), ("paragraph", "初晴。")],
        ]
        assert sourced.articles is not None
        assert [(author.role, author.name) for author in sourced.articles[0].authors] == [("记者", "沈二")]
        check(sourced)

    def test_without_headings_it_is_one_article(self) -> None:
        sourced = WebPage().read(PurePath("a.html"), "<html><body><p>一<p>二".encode())
        assert parts(sourced) == [[("paragraph", "一"), ("paragraph", "二")]]

    @pytest.mark.parametrize("data", [b"<html></html>", b"<html><script>1</script>", b"<!-- -->", b" "])
    def test_nothing_to_read(self, data: bytes) -> None:
        with pytest.raises((EmptySourceError, BrokenSourceError)):
            WebPage().read(PurePath("a.html"), data)

    @settings(max_examples=100, deadline=None)
    @given(
        st.lists(
            st.sampled_from(
                ["<h1>", "</h1>", "<h2>", "<p>", "</div>", "<br>", "<td>", "<pre>", "桥", " a ", "&amp;", "&x", "<"]
            )
        )
    )
    def test_any_soup(self, pieces: list[str]) -> None:
        try:
            check(WebPage().read(PurePath("a.html"), "".join(pieces).encode()))
        except (EmptySourceError, BrokenSourceError):
            assert "桥" not in pieces


class TestEpub:
    def make(self, **documents: str) -> bytes:
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w") as book:
            book.writestr("mimetype", "application/epub+zip")
            book.writestr(
                "META-INF/container.xml",
                '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
            )
            items = "".join(f'<item id="{name}" href="{name}.xhtml"/>' for name in documents)
            spine = "".join(f'<itemref idref="{name}"/>' for name in [*documents, "gone"])
            facts = "<dc:title>青禾周刊</dc:title><dc:date>2031-05-12</dc:date><dc:language>zh</dc:language>"
            package = f'<package xmlns:dc="d"><metadata>{facts}</metadata><manifest>{items}</manifest>'
            book.writestr("OPS/book.opf", f"{package}<spine>{spine}</spine></package>")
            for name, text in documents.items():
                book.writestr(f"OPS/{name}.xhtml", f"<html><body>{text}</body></html>")
        return data.getvalue()

    def test_the_documents_of_the_spine(self, tmp_path: Path) -> None:
        (tmp_path / "a.epub").write_bytes(self.make(one="<h1>新桥</h1><p>通车。</p>", two="<h1>雨后</h1><p>初晴。</p>"))
        issue = open_issue(tmp_path / "a.epub")
        assert (issue.format, issue.title, issue.date, issue.language) == ("epub", "青禾周刊", date(2031, 5, 12), "zh")
        assert [article.title for article in issue.articles] == ["新桥", "雨后"]

    def test_cut_books_are_a_sentence(self) -> None:
        data = self.make(one="<p>字</p>")
        for end in range(0, len(data), 97):
            with pytest.raises(SourceError):
                Epub().read(PurePath("a.epub"), data[:end])

    def test_a_book_that_swells_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("reader.sources.epub._LARGEST_MEMBER", 100)
        with pytest.raises(BrokenSourceError):
            Epub().read(PurePath("a.epub"), self.make(one="<p>" + "字" * 200))
