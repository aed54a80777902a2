"""Lines found by their words, also after another extraction."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reader.corrections import Anchor, LineFinder
from reader.corrections.anchors import find_page
from reader.model import Page, TextBlock, TextLine

TEXTS = (
    "青禾镇新桥昨日正式通车，三千居民",
    "本报讯 昨日",
    "石桥村梅子开园",
    "本报讯 昨日",
    "以后赶集只要十分钟，船工老沈说，",
    "以后赶集只要半个钟头，船工老何说，",
)


def make_page(texts: Sequence[str] = TEXTS, page_id: str = "p1", label: str | None = "03") -> Page:
    return Page(page_id, (TextBlock(tuple(TextLine(text, 2 * at + 1) for at, text in enumerate(texts))),), label)


def find(anchor: Anchor, *texts: str) -> tuple[str, bool] | None:
    found = LineFinder([make_page(texts or TEXTS)]).find(anchor)
    return (found.line.text, found.exact) if found else None


@pytest.mark.parametrize(
    ("index", "anchor"),
    [
        (0, Anchor("03", "青禾镇新桥昨日正")),
        (1, Anchor("03", "本报讯 昨日", 1, "青禾镇新桥昨日正")),
        (3, Anchor("03", "本报讯 昨日", 2, "石桥村梅子开园")),
        (4, Anchor("03", "以后赶集只要十分", 1, "本报讯 昨日")),  # the next line is much like it
    ],
)
def test_an_anchor_has_as_few_words_as_tell_the_line(index: int, anchor: Anchor) -> None:
    page = make_page()
    finder = LineFinder([page])
    assert finder.make_anchor(page, page.lines[index].number) == anchor
    found = finder.find(anchor)
    assert found is not None and found.line is page.lines[index]


def test_a_line_that_is_not_there_has_no_anchor() -> None:
    page = make_page(("新桥", " "))
    assert LineFinder([page]).make_anchor(page, 3) is None
    assert LineFinder([page]).make_anchor(page, 9) is None


@pytest.mark.parametrize(
    ("anchor", "found"),
    [
        (Anchor("03", "青禾鎮新橋"), (TEXTS[0], True)),  # another script
        (Anchor("03", "青禾镇 新桥"), (TEXTS[0], True)),  # other spaces
        (Anchor("03", "禾镇新桥昨日正式"), (TEXTS[0], False)),  # the line has one more in front
        (Anchor("03", "青禾镇新桥昨曰正"), (TEXTS[0], False)),  # one character is read otherwise
        (Anchor("03", "青未镇新桥昨曰正"), (TEXTS[0], False)),
        (Anchor("03", "村梅子开园本报讯"), (TEXTS[2], False)),  # the lines are broken otherwise
        (Anchor("03", "青未镇新侨昨曰正"), None),  # too many
        (Anchor("03", "渡口成了往事，孩"), None),
        (Anchor("03", "以后赶集只要"), (TEXTS[4], True)),
        (Anchor("03", "以后赶集只要", 2), (TEXTS[5], True)),
        (Anchor("03", "以后赶集只要", 3), None),
        (Anchor("03", "本报讯昨日", 7, "石桥村"), (TEXTS[3], True)),  # the count has changed, the neighbour not
        (Anchor("03", "本报讯昨日", 2, "石桥材梅于"), (TEXTS[3], True)),  # the neighbour is read otherwise
        (Anchor("03", "本报讯昨日", 2, "渡口"), None),  # which of the two cannot be told
        (Anchor("03", "以后赶集只用"), None),  # two lines are as like
        (Anchor("03", "以后赶集只用", 1, "本报讯"), (TEXTS[4], False)),
        (Anchor("03", "新轿"), None),  # too short for likeness
        (Anchor("03", "  "), None),
    ],
)
def test_finding(anchor: Anchor, found: tuple[str, bool] | None) -> None:
    assert find(anchor) == found


def test_one_repeated_line_that_is_left_is_taken() -> None:
    assert find(Anchor("03", "本报讯昨日", 2, "渡口"), "新桥通车", "本报讯 昨日") == ("本报讯 昨日", False)


def test_line_numbers_do_not_matter() -> None:
    page = make_page()
    anchor = LineFinder([page]).make_anchor(page, 5)
    assert anchor is not None
    assert find(anchor, "新添的一行", *TEXTS) == (TEXTS[2], True)


def test_a_page_that_is_called_otherwise_now() -> None:
    finder = LineFinder([make_page(label="A3"), make_page(("新桥",), "p2", None)])
    found = finder.find(Anchor("03", "石桥村梅子开园"))
    assert found is not None and found.page.id == "p1"
    assert finder.find(Anchor("03", "石桥村梅于开园")) is None, "likeness over all pages is no evidence"


@pytest.mark.parametrize(
    ("name", "page"),
    [("A1", 0), ("a１", 0), ("02", 1), ("2", 1), ("p3", 2), ("3", 2), ("05", 3), ("9", None), ("", None), ("7", None)],
)
def test_pages_by_label_or_id_or_number(name: str, page: int | None) -> None:
    pages = [Page(f"p{n}", (), label) for n, label in enumerate(("A1", "02", None, "05", "07", "07"), 1)]
    assert find_page(pages, name) is (None if page is None else pages[page])


def test_a_label_of_two_pages_is_not_used() -> None:
    pages = [make_page(("新桥",), "p1", "01"), make_page(("梅子",), "p2", "01")]
    assert LineFinder(pages).make_anchor(pages[1], 1) == Anchor("p2", "梅子", 1)
