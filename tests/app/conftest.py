"""An invented issue for the screen tests, built by hand: no file, no structure, so that only the screen is tested."""

from __future__ import annotations

from datetime import date

import pytest

from reader.languages import Language, set_language
from reader.model import Article, ArticleKind, Author, Issue, Note, Page, Part, PartKind

LONG = (
    "渠水顺着新修的“幸福渠”流进了三百多亩稻田。县水利站站长说，今年春灌比往年早了10天，"
    "用水量却少了两成——这是修渠以后第一个灌溉季。站里把每一段渠道都编了号，谁家放水、放多少，"
    "都记在一本薄薄的册子上，村民们笑着说这是“水的户口本”。"
)


def part(kind: PartKind, text: str, page: str = "p1") -> Part:
    return Part(kind, text, page)


def make_issue() -> Issue:
    """Three pages, one of them empty; five articles of several kinds; one doubtful headline."""
    first = Article(
        "a1",
        "p1",
        ArticleKind.ARTICLE,
        (
            part(PartKind.LABEL, "春耕进行时"),
            part(PartKind.KICKER, "修好一条渠 救活千亩田"),
            part(PartKind.HEADLINE, "青禾县春灌提前十天"),
            part(PartKind.BYLINE, "记者 林小满 通讯员 赵一舟"),
            part(PartKind.DATELINE, "本报讯"),
            *(part(PartKind.PARAGRAPH, LONG) for _ in range(12)),
            part(PartKind.CROSSHEAD, "水到田头"),
            part(PartKind.PARAGRAPH, "老人的头发已经花白，仍每天沿渠走一遍。"),
        ),
        (Author("林小满", "记者"), Author("赵一舟", "通讯员")),
    )
    photo = Article(
        "a2",
        "p1",
        ArticleKind.PHOTO,
        (
            part(PartKind.HEADLINE, "风筝上青天"),
            part(PartKind.CAPTION, "周末，孩子们在河堤上放风筝。"),
            part(PartKind.CREDIT, "记者 何田 摄"),
        ),
        (Author("何田", "记者"),),
    )
    brief = Article(
        "a3",
        "p1",
        ArticleKind.BRIEF,
        (part(PartKind.HEADLINE, "夜间公交延长一小时"), part(PartKind.PARAGRAPH, "3路公交末班车改为22时。")),
    )
    essay = Article(
        "a4",
        "p2",
        ArticleKind.ARTICLE,
        (part(PartKind.HEADLINE, "渠边记事"), *(part(PartKind.PARAGRAPH, LONG, "p2") for _ in range(3))),
    )
    untitled = Article("a5", "p2", ArticleKind.OTHER, (part(PartKind.PARAGRAPH, "晴转多云，东南风三级。", "p2"),))
    return Issue(
        source="qinghe-2019-04-26.txt",
        format="plain",
        title="青禾日报",
        date=date(2019, 4, 26),
        pages=(Page("p1", (), "01", "要闻"), Page("p2", (), "02", "副刊"), Page("p3", ())),
        articles=(first, photo, brief, essay, untitled),
        notes=(Note("headline-missing", "此篇没有标题 · this item has no headline", "p2", "a5"),),
    )


@pytest.fixture(autouse=True)
def language(language: Language, request: pytest.FixtureRequest) -> Language:
    """The language of most who read these papers, unless a test names another."""
    chosen: Language = getattr(request, "param", Language.SIMPLIFIED)
    set_language(chosen)
    return chosen


@pytest.fixture
def issue() -> Issue:
    return make_issue()
