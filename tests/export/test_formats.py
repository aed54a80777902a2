"""Which format a file is written in, and what the screen may ask for."""

import json
from pathlib import Path, PurePath

import pytest

from reader.errors import ExportError
from reader.export.citation import Style
from reader.export.formats import Format, export_articles, export_passage, guess_format
from reader.export.writing import write_export
from reader.library import open_issue
from tests.export.issues import BOUND, BRIDGE, ISSUE, NOTICE


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.md", Format.MARKDOWN),
        ("a.markdown", Format.MARKDOWN),
        ("a.txt", Format.TEXT),
        ("a.b.HTML", Format.HTML),
        ("a.htm", Format.HTML),
        ("桥.epub", Format.EPUB),
        ("a.json", Format.JSON),
    ],
)
def test_guess_format(name: str, expected: Format) -> None:
    assert guess_format(PurePath(name)) is expected


@pytest.mark.parametrize("name", ["a", "a.pdf", "a.", ".md", "md"])
def test_unknown_format(name: str) -> None:
    with pytest.raises(ExportError, match="--format: md txt html epub json"):
        guess_format(PurePath(name))


def test_text_of_one_article() -> None:
    assert export_articles(ISSUE, [NOTICE], Format.TEXT) == (
        "停水通知\n\n　　明日八时至十二时停水。\n\n停水通知[N]. 青禾日报, 2031-05-12.\n"
    )


def test_text_of_several_articles() -> None:
    text = export_articles(ISSUE, [BRIDGE, NOTICE], Format.TEXT, citation=None)
    assert isinstance(text, str)
    assert text.startswith("青禾日报 2031年5月12日\n\n【01 要闻】\n\n镇村新貌\n盼了三十年\n青禾镇新桥通车")
    assert text.endswith("苏木青 摄\n\n停水通知\n\n　　明日八时至十二时停水。\n")


def test_json_is_that_of_show() -> None:
    text = export_articles(BOUND, [NOTICE], Format.JSON)
    assert isinstance(text, str)
    value = json.loads(text)
    assert value["schema"] == "dubao.issue/1"
    assert [article["id"] for article in value["articles"]] == ["a2"]


@pytest.mark.parametrize("format", Format)
def test_no_articles(format: Format) -> None:
    with pytest.raises(ExportError):
        export_articles(ISSUE, [], format)


@pytest.mark.parametrize("format", [Format.TEXT, Format.MARKDOWN, Format.HTML])
def test_citation_and_script(format: Format) -> None:
    def convert(text: str) -> str:
        return text.replace("桥", "橋")

    text = export_articles(ISSUE, [BRIDGE], format, transform=convert, citation=Style.APA)
    assert isinstance(text, str)
    assert "桥" not in text
    assert "苏木青, &" in text.replace("&amp;", "&").replace("\\&", "&")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize(
    ("format", "expected"),
    [
        (Format.TEXT, "* 新桥\n\ufffd通车 <b>\n"),
        (Format.MARKDOWN, "\\* 新桥\n\n\ufffd通车 \\<b\\>"),
        (Format.HTML, "<p>* 新桥</p>\n<p>\ufffd通车 &lt;b&gt;</p>"),
    ],
)
def test_passage(format: Format, expected: str) -> None:
    assert export_passage("* 新桥\n\x1b通车 <b>\n", format) == expected


@pytest.mark.parametrize("format", [Format.EPUB, Format.JSON])
def test_passage_is_text(format: Format) -> None:
    with pytest.raises(ExportError, match=format.value):
        export_passage("新桥", format)


@pytest.mark.parametrize("format", [Format.MARKDOWN, Format.HTML, Format.EPUB, Format.JSON])
def test_dubao_opens_what_it_wrote(format: Format, tmp_path: Path) -> None:
    data = export_articles(ISSUE, [BRIDGE, NOTICE], format, citation=None)
    issue = open_issue(write_export(tmp_path / f"exported.{format}", data))
    texts = {part.text for article in issue.articles for part in article.parts}
    assert {"青禾镇新桥通车 两岸往来不再绕路", "停水通知", "明日八时至十二时停水。"} <= texts
