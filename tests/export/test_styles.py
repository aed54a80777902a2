"""References as Chicago, MLA and APA write them, part by part."""

from dataclasses import replace
from datetime import date

import pytest

from reader.export.citation import PROSE, Style, cite, cite_all
from reader.model import Article, Author, Page, Part, PartKind
from tests.export.issues import BRIDGE, ISSUE, NOTICE, make_article

HEADLINE = PartKind.HEADLINE
CHICAGO, MLA, APA = Style.CHICAGO, Style.MLA, Style.APA


def name(*names: str) -> Article:
    return replace(NOTICE, authors=tuple(map(Author, names)))


def spread(*labels: str | None) -> tuple[Page, ...]:
    return tuple(Page(f"p{number}", (), label) for number, label in enumerate(labels, 2))


def jump_to(*pages: str) -> Article:
    return replace(
        NOTICE, parts=(Part(HEADLINE, "停水通知", "p2"), *(Part(PartKind.PARAGRAPH, "停水。", page) for page in pages))
    )


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (CHICAGO, "苏木青 and 何田. “青禾镇新桥通车 两岸往来不再绕路: 全长三百二十米.” 青禾日报, May 12, 2031."),
        (MLA, "苏木青, and 何田. “青禾镇新桥通车 两岸往来不再绕路: 全长三百二十米.” 青禾日报, 12 May 2031, p. 1."),
        (APA, "苏木青, & 何田. (2031, May 12). 青禾镇新桥通车 两岸往来不再绕路: 全长三百二十米. 青禾日报, 1."),
    ],
)
def test_whole(style: Style, expected: str) -> None:
    assert cite(ISSUE, BRIDGE, style=style) == expected


@pytest.mark.parametrize(
    ("style", "names", "expected"),
    [
        (CHICAGO, (), "青禾日报. “停水通知.” May 12, 2031."),
        (CHICAGO, ("甲木",), "甲木. “停水通知.”"),
        (CHICAGO, ("欧阳木青",), "欧阳木青. “"),
        (CHICAGO, ("John Reed",), "John Reed. “"),
        (CHICAGO, ("甲", "乙", "丙"), "甲, 乙, and 丙. “"),
        (CHICAGO, tuple("甲乙丙丁戊己庚辛壬癸"), "甲, 乙, 丙, 丁, 戊, 己, 庚, 辛, 壬, and 癸. “"),
        (CHICAGO, tuple("甲乙丙丁戊己庚辛壬癸子"), "甲, 乙, 丙, 丁, 戊, 己, 庚, et al. “"),
        (MLA, (), "“停水通知.” 青禾日报,"),
        (MLA, ("甲木",), "甲木. “停水通知.”"),
        (MLA, ("甲", "乙", "丙"), "甲, et al. “"),
        (APA, (), "停水通知. (2031, May 12). 青禾日报."),
        (APA, ("甲木",), "甲木. (2031, May 12). 停水通知. 青禾日报."),
        (APA, ("甲", "乙", "丙"), "甲, 乙, & 丙. (2031"),
        (APA, tuple("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"), "申, & 酉. (2031"),
        (APA, tuple("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌"), "未, 申, . . . 戌. (2031"),
    ],
)
def test_authors(style: Style, names: tuple[str, ...], expected: str) -> None:
    assert expected in cite(ISSUE, name(*names), style=style)


@pytest.mark.parametrize(
    ("title", "chicago", "apa"),
    [
        ("新桥通车", "“新桥通车.”", "新桥通车."),
        ("桥通了吗？", "“桥通了吗？”", "桥通了吗？"),
        ("“幸福桥”通车", "“‘幸福桥’通车.”", "“幸福桥”通车."),
        ("“他说‘快’，就走了”", "“‘他说“快”，就走了’.”", "“他说‘快’，就走了”."),
        ("他说“桥通了！”", "“他说‘桥通了！’”", "他说“桥通了！”"),
        ("「新桥」通車", "“「新桥」通車.”", "「新桥」通車."),
    ],
)
def test_quotation_marks_and_full_stops(title: str, chicago: str, apa: str) -> None:
    article = make_article((HEADLINE, title), page="p2", authors=(Author("甲"),))
    assert cite(ISSUE, article, style=CHICAGO) == f"甲. {chicago} 青禾日报, May 12, 2031."
    assert cite(ISSUE, article, style=MLA) == f"甲. {chicago} 青禾日报, 12 May 2031."
    assert cite(ISSUE, article, style=APA) == f"甲. (2031, May 12). {apa} 青禾日报."


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (Style.GBT, "[无题][N]. 青禾日报, 2031-05-12."),
        (CHICAGO, "青禾日报. Untitled article. May 12, 2031."),
        (MLA, "Untitled article. 青禾日报, 12 May 2031."),
        (APA, "[Untitled article]. (2031, May 12). 青禾日报."),
    ],
)
def test_no_title(style: Style, expected: str) -> None:
    assert cite(ISSUE, make_article((PartKind.PARAGRAPH, "明日停水。"), page="p2"), style=style) == expected


@pytest.mark.parametrize(
    ("title", "day", "label", "chicago", "mla", "apa"),
    [
        (
            "青禾日报",
            None,
            "3",
            "青禾日报. “停水通知.” n.d.",
            "“停水通知.” 青禾日报, p. 3.",
            "停水通知. (n.d.). 青禾日报, 3.",
        ),
        (
            None,
            date(2031, 9, 1),
            None,
            "“停水通知.” September 1, 2031.",
            "“停水通知.” 1 Sept. 2031.",
            "停水通知. (2031, September 1).",
        ),
        (None, None, "3", "“停水通知.” n.d.", "“停水通知.” p. 3.", "停水通知. (n.d.). 3."),
        (None, None, None, "“停水通知.” n.d.", "“停水通知.”", "停水通知. (n.d.)."),
    ],
)
def test_unknown_parts_are_left_out(
    title: str | None, day: date | None, label: str | None, chicago: str, mla: str, apa: str
) -> None:
    issue = replace(ISSUE, title=title, date=day, pages=spread(label))
    assert [cite(issue, NOTICE, style=style) for style in (CHICAGO, MLA, APA)] == [chicago, mla, apa]


@pytest.mark.parametrize(
    ("labels", "gbt", "mla", "apa"),
    [
        (("01",), "(1)", "p. 1", "1"),
        (("1", "2"), "(1, 2)", "pp. 1-2", "1–2"),
        (("A1", "A2", "A3"), "(A1, A2, A3)", "pp. A1-A3", "A1–A3"),
        (("1", "4"), "(1, 4)", "pp. 1+", "1, 4"),
        (("A1", "B2"), "(A1, B2)", "pp. A1+", "A1, B2"),
        (("2", "1"), "(2, 1)", "pp. 2+", "2, 1"),
        (("三", "四"), "(三, 四)", "pp. 三+", "三, 四"),
        ((None, "4"), "(4)", "p. 4", "4"),
    ],
)
def test_pages(labels: tuple[str | None, ...], gbt: str, mla: str, apa: str) -> None:
    issue = replace(ISSUE, pages=spread(*labels))
    article = jump_to(*(page.id for page in issue.pages))
    assert cite(issue, article).endswith(f"2031-05-12{gbt}.")
    assert cite(issue, article, style=MLA).endswith(f"2031, {mla}.")
    assert cite(issue, article, style=APA).endswith(f"青禾日报, {apa}.")


@pytest.mark.parametrize(
    ("month", "mla", "whole"),
    [
        (1, "Jan.", "January"),
        (2, "Feb.", "February"),
        (3, "Mar.", "March"),
        (4, "Apr.", "April"),
        (5, "May", "May"),
        (6, "June", "June"),
        (7, "July", "July"),
        (8, "Aug.", "August"),
        (9, "Sept.", "September"),
        (10, "Oct.", "October"),
        (11, "Nov.", "November"),
        (12, "Dec.", "December"),
    ],
)
def test_months(month: int, mla: str, whole: str) -> None:
    issue = replace(ISSUE, date=date(2031, month, 2))
    assert f"2 {mla} 2031" in cite(issue, NOTICE, style=MLA)
    assert f"{whole} 2, 2031" in cite(issue, NOTICE, style=CHICAGO)
    assert f"(2031, {whole} 2)" in cite(issue, NOTICE, style=APA)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (None, "橋樑與渡船", "甲, 乙, 丙, 等. [無題][N]."),
        ("zh", "桥梁与渡船", "甲, 乙, 丙, 等. [无题][N]."),
        ("fr", "Le pont est ouvert.", "甲, 乙, 丙, et al. [Untitled][N]."),
        (None, "The bridge is open.", "甲, 乙, 丙, et al. [Untitled][N]."),
    ],
)
def test_the_words_of_gbt_are_those_of_the_article(language: str | None, text: str, expected: str) -> None:
    article = make_article((PartKind.PARAGRAPH, text), page="p2", authors=tuple(map(Author, "甲乙丙丁")))
    assert cite(replace(ISSUE, language=language), article).startswith(expected)


@pytest.mark.parametrize("style", sorted(PROSE))
def test_several_are_a_line_each(style: Style) -> None:
    lines = [cite(ISSUE, BRIDGE, style=style), cite(ISSUE, NOTICE, style=style)]
    assert cite_all(ISSUE, [BRIDGE, NOTICE], style=style).split("\n") == lines


@pytest.mark.parametrize("style", sorted(PROSE))
def test_none_is_nothing(style: Style) -> None:
    assert cite_all(ISSUE, [], style=style) == ""
