"""Articles as Markdown, and what a reader of Markdown makes of them."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.export.document import make_document
from reader.export.formats import Format, export_articles
from reader.export.markdown import escape_markdown, write_markdown
from reader.model import Article, PartKind
from tests.export.issues import BOUND, BRIDGE, ISSUE, NOTICE, SPECIAL, VERSE, make_article

P, H = PartKind.PARAGRAPH, PartKind.HEADLINE
COMMONMARK = MarkdownIt("commonmark")
EXTENDED = MarkdownIt("gfm-like", {"linkify": False})


def write(*articles: Article) -> str:
    return write_markdown(make_document(BOUND, articles))


class Words(HTMLParser):
    """The text between tags."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.feed(source)
        self.close()

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def render(markdown: str, reader: MarkdownIt = COMMONMARK) -> str:
    """The text that a reader of Markdown shows."""
    return "".join(Words(reader.render(markdown)).found)


def iter_words(article: Article) -> Iterator[str]:
    for part in article.parts:
        yield "".join(part.text.split())


def test_one_article() -> None:
    assert write(BRIDGE) == (
        "# 青禾镇新桥通车 两岸往来不再绕路\n\n"
        "*镇村新貌*\n\n"
        "*盼了三十年*\n\n"
        "**全长三百二十米**\n\n"
        "记者 苏木青 通讯员 何田\n\n"
        "本报讯　昨日上午，青禾镇新桥正式通车。\n\n"
        "## 渡口成了往事\n\n"
        "“以后赶集只要十分钟。”船工老沈说。\n\n"
        "*图为新桥。*\n\n"
        "*苏木青 摄*\n\n"
        "苏木青, 何田. 青禾镇新桥通车 两岸往来不再绕路: 全长三百二十米\\[N\\]. 青禾日报, 2031-05-12(1).\n"
    )


def test_verse_notes_and_tables() -> None:
    assert write(VERSE) == (
        "# 渡口 外一首\n\n"
        "沈归舟\n\n"
        "> 编者按：作者是老船工。\n>\n> 他写了12年诗。\n\n"
        "桥成之后\\\n渡口成了岸\n\n"
        "```\n年份  船次\n2030  1,204\n```\n\n"
        "沈归舟. 渡口 外一首\\[N\\]. 青禾日报, 2031-05-12.\n"
    )


def test_several_articles_stand_under_their_pages() -> None:
    lines = write(BRIDGE, NOTICE).splitlines()
    assert [line for line in lines if line.startswith("#")] == [
        "# 青禾日报 2031年5月12日",
        "## 01 要闻",
        "### 青禾镇新桥通车 两岸往来不再绕路",
        "#### 渡口成了往事",
        "### 停水通知",
    ]


def test_articles_of_unknown_pages_stand_under_the_issue() -> None:
    assert [line for line in write(NOTICE, VERSE).splitlines() if line.startswith("#")] == [
        "# 青禾日报 2031年5月12日",
        "## 停水通知",
        "## 渡口 外一首",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新桥通车，两岸“不再”绕路。", "新桥通车，两岸“不再”绕路。"),
        ("# 一", r"\# 一"),
        ("一 #", r"一 \#"),
        ("* 一 _二_", r"\* 一 \_二\_"),
        ("- 一", r"\- 一"),
        ("一-二", "一-二"),
        ("+ 一", r"\+ 一"),
        ("=== ", r"\==="),
        ("2031. 一", r"2031\. 一"),
        ("1) 一", r"1\) 一"),
        ("3.5 米", r"3\.5 米"),
        ("12 米", "12 米"),
        ("> 一", r"\> 一"),
        ("<b>&lt;", r"\<b\>\&lt;"),
        ("[一](二)", r"\[一\](二)"),
        ("`一`", r"\`一\`"),
        ("a|b ~c~ $d$ \\", r"a\|b \~c\~ \$d\$ \\"),
        ("　　一　", "一"),
        ("    一", "一"),
        (" ", ""),
    ],
)
def test_escape(text: str, expected: str) -> None:
    assert escape_markdown(text) == expected


@given(st.text(st.sampled_from("桥1. )-+*_#>=`~[](){}<&;!|\\$:/\"'a　 "), max_size=16))
@settings(max_examples=200)
@pytest.mark.parametrize("reader", [COMMONMARK, EXTENDED], ids=["commonmark", "gfm"])
def test_text_means_itself(reader: MarkdownIt, text: str) -> None:
    rendered = reader.render(escape_markdown(text) + "\n")
    assert re.fullmatch(r"(?:<p>[^<]*</p>\n)?", rendered)
    assert "".join(Words(rendered).found).split() == text.split()


@pytest.mark.parametrize("article", [BRIDGE, NOTICE, VERSE], ids=lambda article: str(article.id))
def test_nothing_is_lost(article: Article) -> None:
    shown = "".join(render(write(article)).split())
    assert all(words in shown for words in iter_words(article))


@given(
    st.lists(
        st.tuples(st.sampled_from(PartKind), st.text(st.sampled_from("桥`~#*-\n1.　 <"), min_size=1, max_size=6)),
        min_size=1,
        max_size=6,
    )
)
@settings(max_examples=100)
def test_nothing_is_lost_whatever_the_parts(parts: list[tuple[PartKind, str]]) -> None:
    """Line feeds count as text that is no text; all other characters are shown, and nothing else but the reference."""
    article = make_article(*parts)
    text = export_articles(ISSUE, [article], Format.MARKDOWN, citation=None)
    assert isinstance(text, str)
    expected = "".join("".join(text.replace("\n", "\ufffd") for _, text in parts).split())
    assert sorted("".join(render(text).split())) == sorted(expected)


def test_special_text_stays_text() -> None:
    rendered = COMMONMARK.render(write(SPECIAL))
    assert "<script" not in rendered
    assert not re.search(r"<(?:ul|ol|pre|a|code|b)\b", rendered)
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", rendered)


def test_fence_is_longer_than_any_in_a_table() -> None:
    article = make_article((PartKind.TABLE, "```` 一"), (PartKind.TABLE, "``` 二"))
    assert render(write(article)).startswith("```` 一\n``` 二\n")


def test_no_citation() -> None:
    assert export_articles(ISSUE, [NOTICE], Format.MARKDOWN, citation=None) == "# 停水通知\n\n明日八时至十二时停水。\n"
