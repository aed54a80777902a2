"""Invented issues for the tests of what is written out."""

from __future__ import annotations

from datetime import date

from reader.model import (
    Article,
    ArticleKind,
    Author,
    Furniture,
    FurnitureKind,
    Issue,
    Jump,
    Note,
    Page,
    Part,
    PartKind,
)


def make_article(
    *parts: tuple[PartKind, str],
    id: str = "a1",
    page: str = "p1",
    kind: ArticleKind = ArticleKind.ARTICLE,
    authors: tuple[Author, ...] = (),
    jump: Jump | None = None,
) -> Article:
    """An article whose parts all stand on its first page."""
    return Article(id, page, kind, tuple(Part(part, text, page) for part, text in parts), authors, jump)


BRIDGE = make_article(
    (PartKind.LABEL, "镇村新貌"),
    (PartKind.KICKER, "盼了三十年"),
    (PartKind.HEADLINE, "青禾镇新桥通车 两岸往来不再绕路"),
    (PartKind.SUBHEADLINE, "全长三百二十米"),
    (PartKind.BYLINE, "记者 苏木青 通讯员 何田"),
    (PartKind.DATELINE, "本报讯"),
    (PartKind.PARAGRAPH, "昨日上午，青禾镇新桥正式通车。"),
    (PartKind.CROSSHEAD, "渡口成了往事"),
    (PartKind.PARAGRAPH, "“以后赶集只要十分钟。”船工老沈说。"),
    (PartKind.CAPTION, "图为新桥。"),
    (PartKind.CREDIT, "苏木青 摄"),
    authors=(Author("苏木青", "记者"), Author("何田", "通讯员")),
    jump=Jump(to="下转第2版"),
)

NOTICE = make_article(
    (PartKind.HEADLINE, "停水通知"),
    (PartKind.PARAGRAPH, "明日八时至十二时停水。"),
    id="a2",
    page="p2",
    kind=ArticleKind.NOTICE,
)

ISSUE = Issue(
    source="papers/qinghe",
    format="plain",
    title="青禾日报",
    date=date(2031, 5, 12),
    pages=(Page("p1", (), "01", "要闻"), Page("p2", (), None, None)),
    articles=(BRIDGE, NOTICE),
    furniture=(Furniture(FurnitureKind.FOLIO, "2031年5月12日 星期一", "p1"),),
    notes=(Note("headline-uncertain", "标题为推定 · the headline is a guess", "p2", "a2"),),
)

VERSE = make_article(
    (PartKind.HEADLINE, "渡口"),
    (PartKind.HEADLINE, "外一首"),
    (PartKind.BYLINE, "沈归舟"),
    (PartKind.NOTE, "编者按：作者是老船工。"),
    (PartKind.NOTE, "他写了12年诗。"),
    (PartKind.VERSE, "桥成之后"),
    (PartKind.VERSE, "渡口成了岸"),
    (PartKind.TABLE, "年份  船次"),
    (PartKind.TABLE, "2030  1,204"),
    id="a3",
    page="p2",
    kind=ArticleKind.VERSE,
    authors=(Author("沈归舟"),),
)
"""An article with what few have: a headline of two lines, an editor's note, verse, a table."""

SPECIAL = make_article(
    (PartKind.KICKER, "<b>&amp;"),
    (PartKind.SUBHEADLINE, "# 5 * 3 > 2 | ~a_b~ \\ `c` [d](e) $f$"),
    (PartKind.PARAGRAPH, "1. <script>alert('x')</script> & \"y\""),
    (PartKind.PARAGRAPH, "- 一\x1b[31m二\u202e三\ufffe四\x00"),
    (PartKind.PARAGRAPH, "   "),
    id="a4",
    page="p9",
)
"""An article whose text is markup in every format, and holds what no file may; its page is unknown."""

BOUND = Issue("papers/qinghe", "plain", "青禾日报", date(2031, 5, 12), ISSUE.pages, (BRIDGE, NOTICE, VERSE, SPECIAL))
"""An issue of all of them."""
