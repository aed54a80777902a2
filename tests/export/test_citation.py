"""References after GB/T 7714—2015, part by part."""

from dataclasses import replace
from datetime import date

import pytest

from reader.export.citation import cite
from reader.model import Article, Author, Page, Part, PartKind
from tests.export.issues import BRIDGE, ISSUE, NOTICE, make_article

HEADLINE, SUBHEADLINE, KICKER = PartKind.HEADLINE, PartKind.SUBHEADLINE, PartKind.KICKER


def test_whole() -> None:
    expected = "苏木青, 何田. 青禾镇新桥通车 两岸往来不再绕路: 全长三百二十米[N]. 青禾日报, 2031-05-12(1)."
    assert cite(ISSUE, BRIDGE) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ((), "停水通知[N]."),
        (("甲木",), "甲木. 停水通知[N]."),
        (("甲木", "乙火", "丙土"), "甲木, 乙火, 丙土. 停水通知[N]."),
        (("甲木", "乙火", "丙土", "丁金"), "甲木, 乙火, 丙土, 等. 停水通知[N]."),
        (("甲木", "甲木"), "甲木. 停水通知[N]."),
        (("甲木", " "), "甲木. 停水通知[N]."),
        (("欧阳\n木",), "欧阳 木. 停水通知[N]."),
    ],
)
def test_authors(names: tuple[str, ...], expected: str) -> None:
    article = replace(NOTICE, authors=tuple(Author(name) for name in names))
    assert cite(ISSUE, article).removesuffix(" 青禾日报, 2031-05-12.") == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param([(HEADLINE, "新桥"), (HEADLINE, "通车")], "新桥 通车[N].", id="headline of two lines"),
        pytest.param([(KICKER, "盼了三十年"), (HEADLINE, "新桥通车")], "新桥通车[N].", id="kicker left out"),
        pytest.param(
            [(HEADLINE, "新桥通车"), (SUBHEADLINE, "渡口成往事")], "新桥通车: 渡口成往事[N].", id="subheadline"
        ),
        pytest.param(
            [(HEADLINE, "新桥通车"), (SUBHEADLINE, "渡口成"), (SUBHEADLINE, "往事")],
            "新桥通车: 渡口成 往事[N].",
            id="subheadline of two lines",
        ),
        pytest.param([(SUBHEADLINE, "渡口成往事")], "渡口成往事[N].", id="subheadline alone is the title"),
        pytest.param([(KICKER, "盼了三十年")], "盼了三十年[N].", id="kicker alone is the title"),
        pytest.param([(PartKind.LABEL, "简讯")], "简讯[N].", id="label alone is the title"),
        pytest.param([(PartKind.PARAGRAPH, "明日停水。")], "[无题][N].", id="no heading"),
        pytest.param([(HEADLINE, "桥通了吗？")], "桥通了吗？[N].", id="its own punctuation stays"),
    ],
)
def test_title(parts: list[tuple[PartKind, str]], expected: str) -> None:
    article = make_article(*parts, page="p2")
    assert cite(ISSUE, article) == f"{expected} 青禾日报, 2031-05-12."


@pytest.mark.parametrize(
    ("title", "day", "label", "expected"),
    [
        ("青禾日报", date(2031, 5, 12), "3", "青禾日报, 2031-05-12(3)."),
        ("青禾日报", date(2031, 5, 12), None, "青禾日报, 2031-05-12."),
        ("青禾日报", None, "3", "青禾日报(3)."),
        ("青禾日报", None, None, "青禾日报."),
        (None, date(2031, 5, 12), "3", "2031-05-12(3)."),
        (None, date(2031, 5, 12), None, "2031-05-12."),
        (None, None, "3", "(3)."),
        (None, None, None, ""),
    ],
)
def test_unknown_parts_are_left_out(title: str | None, day: date | None, label: str | None, expected: str) -> None:
    issue = replace(ISSUE, title=title, date=day, pages=(Page("p2", (), label),))
    assert cite(issue, NOTICE) == f"停水通知[N]. {expected}".rstrip()


@pytest.mark.parametrize(
    ("label", "expected"),
    [("01", "1"), ("12", "12"), ("10", "10"), ("A01", "A01"), ("B3", "B3"), ("0", "0"), ("三", "三")],
)
def test_page_numbers_lose_leading_zeros(label: str, expected: str) -> None:
    assert cite(replace(ISSUE, pages=(Page("p2", (), label),)), NOTICE).endswith(f"({expected}).")


def test_jumped_article_names_all_its_pages() -> None:
    article = Article(
        "a1",
        "p1",
        NOTICE.kind,
        (Part(HEADLINE, "新桥", "p1"), Part(PartKind.PARAGRAPH, "一", "p1"), Part(PartKind.PARAGRAPH, "二", "p4")),
    )
    issue = replace(ISSUE, pages=(Page("p1", (), "01"), Page("p4", (), "04")))
    assert cite(issue, article) == "新桥[N]. 青禾日报, 2031-05-12(1, 4)."


def test_transform_and_control_characters() -> None:
    article = make_article((HEADLINE, "新\x1b桥\n通车"), page="p2")
    assert cite(ISSUE, article, lambda text: text.replace("桥", "橋")) == "新\ufffd橋 通车[N]. 青禾日报, 2031-05-12."
