"""Verse, in regular metre or free, keeps its lines; what only looks like it does not."""

from __future__ import annotations

import pytest

from reader.model import ArticleKind, PartKind
from reader.structure import find_articles
from tests.structure.pages import check_nothing_lost, make_page

_PROSE = "渡口的船昨天修好了，撑船的石小山说，\n天黑以前还能再走两趟，村里人都放了心。"


def _find_verse(text: str) -> list[list[str]]:
    page = make_page(text)
    structure = find_articles([page])
    check_nothing_lost([page], structure)
    return [
        [part.text for part in article.of_kind(PartKind.VERSE)]
        for article in structure.articles
        if article.kind is ArticleKind.VERSE
    ]


@pytest.mark.parametrize(
    "poem",
    [
        ["春水绕堤平", "归舟带晚晴", "渔灯三两点", "人语隔江声"],
        ["老屋拆了", "石榴树还在", "它不知道该把影子", "放在谁家的墙上", "只好", "铺了一地"],
        ["井", "是村庄的耳朵", "它听过", "所有木桶的心跳", "后来", "一块青石板", "压着", "满满一井的话"],
        ["海把一艘船", "还给了沙滩", "船把一张网", "还给了黄昏", "补网的人", "不说话", "他的针线很密", "密得"],
    ],
    ids=["regular", "uneven", "a line of one word", "alike at first"],
)
@pytest.mark.parametrize("below", ["", "\n老船工又下水了\n□记者 江水生\n" + _PROSE], ids=["last", "above a report"])
def test_a_poem(poem: list[str], below: str) -> None:
    assert _find_verse("\n".join(["檐雨", "沈小溪", *poem]) + below) == [poem]


def test_two_poems() -> None:
    first, second = (
        ["老屋拆了", "石榴树还在", "只好", "铺了一地", "红的"],
        ["桥下的水", "走得急", "雨停在半路", "不肯收起"],
    )
    assert _find_verse("\n".join(["檐雨", "沈小溪", *first, "过桥", "□江水生", *second])) == [first, second]


@pytest.mark.parametrize(
    "text",
    [
        "获奖名单\n江水生\n石小山\n沈小溪\n童大江\n许知秋\n秦明岚",
        "新片上映\n" + _PROSE + "\n坐船的人\n一天比一\n天少，石\n小山坐在\n船头补网\n，一边补",
    ],
    ids=["names", "prose in a narrow column"],
)
def test_no_poem(text: str) -> None:
    assert _find_verse(text) == []
