"""Labels, titles of items and advertisements: what a display line is by the company that it keeps."""

from __future__ import annotations

import pytest

from reader.model import Article, ArticleKind, PartKind
from reader.structure import find_articles
from tests.structure.pages import check_nothing_lost, make_page

_FERRY = """\
石小山在渡口撑船已经三十一
年，村里人都说，他的船比钟还准，
清早六点头一班，从来没有误过。
去年桥修好了，坐船的人一天
比一天少，他就坐在船头补渔网，
一边补一边望着对岸的樟树。"""

_LIBRARY = """\
县图书馆昨天搬进了新楼，书
架从三排变成三十二排，孩子们在
窗边一直坐到天黑才肯回家去。
馆员江水生说，旧楼的书一本
也没有丢，搬家那天来了四百人，
大家排成队一本一本传过去的。"""


def _read(text: str) -> tuple[Article, ...]:
    page = make_page(text)
    structure = find_articles([page])
    check_nothing_lost([page], structure)
    return structure.articles


def _texts(article: Article, kind: PartKind) -> list[str]:
    return [part.text for part in article.of_kind(kind)]


@pytest.mark.parametrize("name", ["时评", "【短评】", "记者调查", "■快评", "山城观察"])
def test_the_name_of_a_column_signs_nothing(name: str) -> None:
    articles = _read(f"老渡口的最后一班船\n{_FERRY}\n{name}\n旧楼的书一本也没有丢\n{_LIBRARY}")
    assert len(articles) == 2
    assert _texts(articles[0], PartKind.BYLINE) == []
    assert _texts(articles[1], PartKind.LABEL) == [name.strip("■")]


@pytest.mark.parametrize("title", ["石山村加密早班班次", "石山菜市场公示菜价"])
def test_a_headline_about_a_table_is_no_label(title: str) -> None:
    (article,) = _read(f"{title}\n□记者 江水生\n本报讯 {_FERRY}")
    assert _texts(article, PartKind.HEADLINE) == [title]
    assert article.kind is ArticleKind.ARTICLE


def test_titles_of_items_may_be_turned() -> None:
    items = ("▲渡口添新船", "坐船不再难", "▲石山村：", "樟树下面开起茶馆")
    articles = _read(f"简讯\n{items[0]}\n{items[1]}\n{_FERRY[:30]}。\n{items[2]}\n{items[3]}\n{_LIBRARY[:29]}。")
    assert [article.title for article in articles] == ["渡口添新船坐船不再难", "石山村：樟树下面开起茶馆"]
    assert {article.kind for article in articles} == {ArticleKind.BRIEF}


def test_items_under_another_heading_may_be_of_another_kind() -> None:
    lists = (
        "●石小山遗失驾驶证副页，号码",
        "尾数四零一七，声明作废。",
        "●江水生遗失公章一枚，编号三",
        "三零八，声明作废。",
    )
    titles = (
        "●渡口添新船",
        "渡口昨天添了一条新船，能坐三",
        "十二个人。",
        "●图书馆搬家",
        "县图书馆昨天搬进了新楼，书架",
        "有三十二排。",
    )
    articles = _read("\n".join(("遗失声明", *lists, "简讯", *titles)))
    assert [article.title for article in articles if article.kind is ArticleKind.BRIEF] == ["渡口添新船", "图书馆搬家"]


def test_a_kicker_may_ask() -> None:
    articles = _read(f"坐船怎么办？老渡口给出答案：\n老渡口的最后一班船\n□记者 江水生\n本报讯 {_FERRY}")
    assert [_texts(article, PartKind.KICKER) for article in articles] == [["坐船怎么办？老渡口给出答案："]]


def test_what_is_sold_may_be_called_cheap() -> None:
    lines = ("江水綢莊大減價", "貨眞價實　童叟無欺", "總發行所石山街　電", "話十八號", "每尺大洋二角")
    articles = _read("\n".join(("渡口撐船三十一年", _FERRY, *lines)))
    assert [article.kind for article in articles] == [ArticleKind.ARTICLE, ArticleKind.ADVERTISEMENT]
    assert articles[1].title == "江水綢莊大減價"
    assert _texts(articles[1], PartKind.PARAGRAPH)[1].endswith("電話十八號")


def test_a_poet_needs_no_brackets() -> None:
    lines = ("渡口", "江水生", "我在岸边等一条船", "船把黄昏推过来", "有人收起了旧网", "有人点亮了灯")
    (article,) = _read("\n".join(lines))
    assert (article.title, article.kind) == ("渡口", ArticleKind.VERSE)
    assert [(author.role, author.name) for author in article.authors] == [(None, "江水生")]


def test_headings_behind_their_bodies_hold_a_series_together() -> None:
    first, second = (f"本报讯（记者 {name}）{text}" for name, text in (("江水生", _FERRY), ("石克文", _LIBRARY)))
    tail = "（石小山）\n山村的晚上\n天气预报\n石山 晴 3℃～12℃ 东风2级\n江水 多云 4℃～11℃ 东风3级"
    articles = _read(
        f"{first}\n撑船三十一年\n——水上人家之一\n{second}\n搬家那天来了四百人\n——水上人家之二\n{_FERRY}{tail}"
    )
    assert [article.title for article in articles] == ["撑船三十一年", "搬家那天来了四百人", "山村的晚上", "天气预报"]


def test_where_a_writer_lives_signs_a_letter_on_pages_that_sign_in_brackets() -> None:
    signed = "\n".join(f"{title}\n{_LIBRARY}（石小山）" for title in ("旧楼的书", "搬家那天", "新楼开门", "天黑以后"))
    articles = _read(f"{signed}\n船要留着\n{_FERRY}\n石山村 江水生\n桥也要修好\n{_FERRY}")
    assert [article.title for article in articles][-2:] == ["船要留着", "桥也要修好"]
    assert _texts(articles[-2], PartKind.BYLINE) == ["石山村 江水生"]
