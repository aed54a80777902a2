"""Bookmarks and highlights as files."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from markdown_it import MarkdownIt

from reader.errors import ExportError
from reader.export.formats import Format
from reader.export.notes import SCHEMA, Excerpt, export_notes
from tests.export.epub_checker import check_epub

HIGHLIGHT = Excerpt(
    path="/papers/qinghe.txt",
    newspaper="青禾日报",
    day=date(2031, 5, 12),
    page="01 要闻",
    article="青禾镇新桥通车",
    quote="以后赶集只要十分钟。\n桥长三百二十米。",
    note="与 *旧志* 不同",
    is_highlight=True,
    made=datetime(2031, 6, 1, 8, 30, tzinfo=UTC),
)
BOOKMARK = replace(HIGHLIGHT, quote="昨日上午，青禾镇新桥", note="", is_highlight=False)
OTHER = replace(
    HIGHLIGHT, path="/papers/yonghe.txt", newspaper="永和日报", page="副刊", article="", quote="晴转多云", note="天气"
)
REFERENCE = "青禾镇新桥通车[N]. 青禾日报, 2031-05-12(1)."


def test_text() -> None:
    assert export_notes([HIGHLIGHT, BOOKMARK], Format.TEXT) == (
        "青禾镇新桥通车\n\n> 以后赶集只要十分钟。\n> 桥长三百二十米。\n\n——与 *旧志* 不同\n\n"
        "> 昨日上午，青禾镇新桥……\n\n"
        f"{REFERENCE}\n"
    )


def test_text_of_several_issues() -> None:
    text = str(export_notes([HIGHLIGHT, OTHER], Format.TEXT))
    assert (
        text.index("【青禾日报 2031-05-12 01 要闻】")
        < text.index("【永和日报 2031-05-12 副刊】")
        < text.index("晴转多云")
    )
    assert "（无题）" in text


def test_markdown_quotes_and_says_the_note_as_it_is() -> None:
    html = MarkdownIt().render(str(export_notes([HIGHLIGHT], Format.MARKDOWN)))
    assert "<h1>青禾镇新桥通车</h1>" in html
    assert "<blockquote>\n<p>以后赶集只要十分钟。</p>\n<p>桥长三百二十米。</p>" in html
    assert "<p>与 *旧志* 不同</p>" in html and REFERENCE in html


def test_html_and_epub() -> None:
    page = str(export_notes([HIGHLIGHT, OTHER], Format.HTML))
    assert '<aside class="note"><p>以后赶集只要十分钟。</p>' in page
    book = export_notes([HIGHLIGHT, OTHER], Format.EPUB, modified=datetime(2031, 6, 1, tzinfo=UTC))
    assert isinstance(book, bytes)
    check_epub(book)


def test_json() -> None:
    found = json.loads(str(export_notes([HIGHLIGHT, OTHER], Format.JSON)))
    assert found["schema"] == SCHEMA
    assert found["notes"][0] == {
        "kind": "highlight",
        "path": "/papers/qinghe.txt",
        "title": "青禾日报",
        "date": "2031-05-12",
        "page": "01 要闻",
        "article": "青禾镇新桥通车",
        "quote": ["以后赶集只要十分钟。", "桥长三百二十米。"],
        "note": "与 *旧志* 不同",
        "made": "2031-06-01T08:30:00+00:00",
    }
    assert (found["notes"][1]["article"], found["notes"][1]["page"]) == (None, "副刊")


def test_the_script_is_the_newspapers_not_the_readers() -> None:
    text = str(
        export_notes([HIGHLIGHT], Format.TEXT, transform=lambda text: text.replace("旧", "舊").replace("桥", "橋"))
    )
    assert "青禾镇新橋通车" in text and "与 *旧志* 不同" in text


def test_control_characters_are_text() -> None:
    text = str(export_notes([replace(HIGHLIGHT, quote="a\x1b[2Jb", note="c\x07d")], Format.TEXT))
    assert "\x1b" not in text and "\x07" not in text


def test_nothing_to_write() -> None:
    with pytest.raises(ExportError, match="no bookmarks"):
        export_notes([], Format.MARKDOWN)
