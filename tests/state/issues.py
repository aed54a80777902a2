"""Invented issues for the tests of what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from random import Random

from reader.model import Article, ArticleKind, Issue, Page, Part, PartKind

CHARACTERS = (
    "渠水顺着新修的幸福流进了三百多亩稻田县利站长说今年春灌比往早用量却少两成这是以后第一个季里把每段道都编号谁家放"
)


def make_text(random: Random, length: int = 60) -> str:
    """Characters that say nothing, with a stop at the end; hardly any four of them come twice."""
    return "".join(random.choice(CHARACTERS) for _ in range(length - 1)) + "。"


def make_article(headline: str, paragraphs: Sequence[str], number: int = 1) -> Article:
    parts = [Part(PartKind.HEADLINE, headline, "p1")] if headline else []
    parts += [Part(PartKind.PARAGRAPH, text, "p1") for text in paragraphs]
    return Article(f"a{number}", "p1", ArticleKind.ARTICLE, tuple(parts))


def make_issue(articles: Sequence[tuple[str, Sequence[str]]], source: str = "qinghe.txt") -> Issue:
    """An issue of these headlines and paragraphs."""
    return Issue(
        source,
        "plain",
        "青禾日报",
        date(2031, 5, 12),
        (Page("p1", (), "01", "要闻"),),
        tuple(make_article(headline, texts, number) for number, (headline, texts) in enumerate(articles, 1)),
    )


def generate_articles(seed: int, count: int = 4) -> list[tuple[str, list[str]]]:
    """Headlines and paragraphs that are all different."""
    random = Random(seed)
    return [(make_text(random, 12)[:-1], [make_text(random) for _ in range(4)]) for _ in range(count)]


BRIDGE = (
    "青禾镇新桥通车",
    [
        "昨日上午，青禾镇新桥正式通车，全镇三千居民从此不再绕路。",
        "“以后赶集只要十分钟。”船工老沈说，他撑了四十年的渡船，往后就停在岸边。",
        "桥长三百二十米，桥面可并行两辆货车，桥头种了十二棵香樟。",
    ],
)
LIBRARY = ("镇图书馆夜间开放", ["镇图书馆自下周起开放到夜里九点，学生凭证入馆。", "馆里新添了八百册旧报合订本。"])
UNTITLED = ("", ["晴转多云，东南风三级。"])

ISSUE = make_issue([BRIDGE, LIBRARY, UNTITLED])
