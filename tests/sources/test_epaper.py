"""数字报 saved as folders: Founder's pages and their kin."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reader.errors import BrokenSourceError, EmptySourceError
from reader.library import open_issue
from reader.sources.epaper_article import read_article

INDEX = '<html><META HTTP-EQUIV="REFRESH" CONTENT="0; URL=html/2031-05/12/node_2.htm"></html>'

NODE = """<html><head><title>青禾日报 2031年5月12日 星期一</title></head><body>
<a id=pageLink href=node_2.htm>第A01版：要闻</a> <a id=pageLink href=./node_10.htm>第A02版：副刊</a>
<a href="../../2031-05/11/node_2.htm">上一期</a><a href="http://example.invalid/node_9.htm">首页</a>
<map name=PagePicMap><Area coords="1,2" shape="polygon" href="{0}.htm"><Area coords="1,2" href="content_99.htm"></map>
<a href={0}.htm?div=-1><div id=mp1>题</div></a></body></html>"""

ARTICLE = """<html><body><founder-introtitle>读者期盼</founder-introtitle><founder-title>{0}<br>昨日通车</founder-title>
<founder-author>记者 沈二</founder-author><founder-content><!--enpcontent--><P>　　昨日新桥通车。<P>　　行人不绝。
<!--/enpcontent--></founder-content><!--enpproperty <articleid>1</articleid><date>2031-05-12 00:00:00.0</date>
<author>记者 沈二</author><title>{0}</title><subtitle>两岸同庆</subtitle>
<nodename>A01：要闻</nodename>/enpproperty-->"""


def write(folder: Path, encoding: str = "gbk") -> Path:
    day = folder / "html" / "2031-05" / "12"
    day.mkdir(parents=True)
    files = {
        folder / "index.html": INDEX,
        day / "node_2.htm": NODE.format("content_1"),
        day / "node_10.htm": NODE.format("content_2_1"),
        day / "content_1.htm": ARTICLE.format("新桥"),
        day / "content_2_1.htm": ARTICLE.format("夜渡"),
        day / "style.css": "p{}",
    }
    for place, text in files.items():
        place.write_bytes(text.encode(encoding))
    return folder


@pytest.mark.parametrize("place", ["", "index.html", "html/2031-05/12", "html/2031-05/12/node_2.htm"])
def test_from_wherever_it_is_opened(tmp_path: Path, place: str) -> None:
    issue = open_issue(write(tmp_path) / place)
    assert (issue.format, issue.title, issue.date) == ("epaper", "青禾日报", date(2031, 5, 12))
    assert [(page.id, page.label, page.section) for page in issue.pages] == [
        ("p1", "A01", "要闻"),
        ("p2", "A02", "副刊"),
    ]
    assert [(article.page, article.title) for article in issue.articles] == [
        ("p1", "新桥 昨日通车"),
        ("p2", "夜渡 昨日通车"),
    ]
    assert [note.code for note in issue.notes] == ["article-missing"]


def test_the_parts_of_an_article(tmp_path: Path) -> None:
    issue = open_issue(write(tmp_path) / "html/2031-05/12/content_1.htm")
    assert [(part.kind.value, part.text) for part in issue.articles[0].parts] == [
        ("kicker", "读者期盼"),
        ("headline", "新桥"),
        ("headline", "昨日通车"),
        ("subheadline", "两岸同庆"),
        ("byline", "记者 沈二"),
        ("paragraph", "昨日新桥通车。"),
        ("paragraph", "行人不绝。"),
    ]
    assert [author.name for author in issue.articles[0].authors] == ["沈二"]


def test_a_page_that_is_not_there(tmp_path: Path) -> None:
    (write(tmp_path) / "html/2031-05/12/node_10.htm").unlink()
    issue = open_issue(tmp_path)
    assert len(issue.pages) == 1
    assert "page-missing" in [note.code for note in issue.notes]


def test_pages_without_their_articles(tmp_path: Path) -> None:
    for place in write(tmp_path).rglob("content_*"):
        place.unlink()
    with pytest.raises(BrokenSourceError, match="none of the 3 articles"):
        open_issue(tmp_path)


def test_an_entry_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(INDEX, encoding="utf-8")
    with pytest.raises((EmptySourceError, BrokenSourceError)):
        open_issue(tmp_path)


DIALECTS = [
    # 人民日报: headings and #ozoom.
    "<html><h3>读者期盼</h3><h1>新桥通车</h1><h2></h2><div id=ozoom><P>　　昨日。</P></div></html>",
    # 2017: titles written by a script, the text between comments.
    """<html><script>document.write(view("新桥<br>通车"))</script><!--enpcontent--><p>昨日。</p><!--/enpcontent--></html>""",
    # Only the comment knows the title; the body repeats it.
    "<html><div id=ozoom><p>新桥通车<p>昨日。</div><!--enpproperty <title>新桥通车</title>/enpproperty--></html>",
]


@pytest.mark.parametrize("text", DIALECTS)
def test_dialects(text: str) -> None:
    found = read_article(text.encode(), "content_1.htm")
    headline = "".join(line for kind, line in found.parts if kind.value == "headline")
    assert (headline, found.parts[-1][1]) == ("新桥通车", "昨日。")
