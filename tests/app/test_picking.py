"""Choosing text with the keys, without a screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.app.picking import Pick, Spot, Unit, pick_at
from reader.app.places import Place
from reader.app.setting import Items, make_items
from reader.hanzi.script import Converted, convert, is_available
from reader.model import Article, ArticleKind, Part, PartKind
from tests.app.conftest import part

ARTICLE = Article(
    "a1",
    "p1",
    ArticleKind.ARTICLE,
    (
        part(PartKind.HEADLINE, "新桥通车"),
        part(PartKind.DATELINE, "本报讯"),
        part(PartKind.PARAGRAPH, "桥通了。“真快！”他说。"),
        Part(PartKind.PARAGRAPH, "渡船停了。", "p1"),
    ),
)
ITEMS = make_items(ARTICLE, show=Converted, indent=2)
STEP = {
    "j": (Unit.SENTENCE, 1),
    "k": (Unit.SENTENCE, -1),
    "l": (Unit.CHARACTER, 1),
    "<": (Unit.CHARACTER, -1),
    "}": (Unit.PARAGRAPH, 1),
    "{": (Unit.PARAGRAPH, -1),
}


def press(keys: str, items: Items = ITEMS) -> Pick:
    pick = pick_at(items, 0, 0)
    assert pick is not None
    for key in keys:
        match key:
            case " ":
                pick = pick.fix()
            case "o":
                pick = pick.swap()
            case _:
                pick = pick.move(items, *STEP[key])
    return pick


def text_of(pick: Pick, items: Items = ITEMS) -> str:
    (first, start), (last, end) = pick.start, pick.end
    texts = [item.shown.text for item in items.all[first : last + 1]]
    texts[-1] = texts[-1][:end]
    texts[0] = texts[0][start:]
    return "|".join(texts)


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        pytest.param("", "本报讯　桥通了。", id="the first sentence of the body"),
        pytest.param("j", "“真快！”", id="the next one"),
        pytest.param("jjj", "渡船停了。", id="over the paragraph's end"),
        pytest.param("jjjjj", "渡船停了。", id="no further than the end"),
        pytest.param("kk", "新桥通车", id="up to the headline"),
        pytest.param(" j", "本报讯　桥通了。“真快！”", id="from one to another"),
        pytest.param(" jk", "本报讯　桥通了。", id="and back"),
        pytest.param("j k", "本报讯　桥通了。“真快！”", id="backwards"),
        pytest.param(" j ", "“真快！”", id="let go"),
        pytest.param(" }", "本报讯　桥通了。“真快！”他说。", id="to the paragraph's end"),
        pytest.param(" }}", "本报讯　桥通了。“真快！”他说。|渡船停了。", id="over two paragraphs"),
        pytest.param("jl", "“", id="to the sentence's first character"),
        pytest.param("jll", "真", id="the next character"),
        pytest.param("jll l", "真快", id="two characters"),
        pytest.param("jll lj", "真快！”", id="from a character to its sentence's end"),
        pytest.param("j <", "“真快！", id="a character less"),
        pytest.param(" jojjj", "“真快！”他说。|渡船停了。", id="the other edge goes over the first"),
    ],
)
def test_choosing(keys: str, chosen: str) -> None:
    assert text_of(press(keys)) == chosen


@given(st.text(alphabet="jkl<}{ o", max_size=30))
def test_something_is_always_chosen_and_it_is_some_of_the_article(keys: str) -> None:
    pick = press(keys)
    assert pick.start < pick.end
    found = ITEMS.find_stretch(pick.start, pick.end)
    assert found is None or found[0] < found[1]


@pytest.mark.parametrize(
    ("start", "end", "stretch"),
    [
        pytest.param((1, 4), (1, 8), (Place(2, 0), Place(2, 4)), id="inside a part"),
        pytest.param((1, 1), (1, 6), (Place(1, 1), Place(2, 2)), id="over the dateline's end"),
        pytest.param((1, 3), (1, 4), None, id="the space between two parts"),
        pytest.param((0, 2), (2, 2), (Place(0, 2), Place(3, 2)), id="over three blocks"),
        pytest.param((2, 1), (9, 0), (Place(3, 1), Place(3, 5)), id="over our remarks"),
        pytest.param((3, 0), (3, 4), None, id="our remarks alone"),
    ],
)
def test_the_stretch_of_the_article(
    start: tuple[int, int], end: tuple[int, int], stretch: tuple[Place, Place] | None
) -> None:
    assert ITEMS.find_stretch(start, end) == stretch


@pytest.mark.skipif(not is_available(), reason="no OpenCC")
def test_the_stretch_is_one_of_the_source_in_whatever_script() -> None:
    article = Article("a1", "p1", ArticleKind.ARTICLE, (part(PartKind.PARAGRAPH, "新的软件在网络下载。"),))
    items = make_items(article, show=lambda text: convert(text, "s2twp"), indent=2)
    assert items.all[0].shown.text == "新的軟體在網路下載。"
    assert items.find_stretch((0, 2), (0, 4)) == (Place(0, 2), Place(0, 4))
    assert text_of(Pick(Spot(0, 2, 4)), items) == "軟體"


def test_nothing_to_choose() -> None:
    assert pick_at(Items(), 0, 0) is None
    assert pick_at(make_items(Article("a1", "p1", ArticleKind.OTHER, ()), show=Converted, indent=2), 0, 0) is None
