"""Articles that an archive tells: what is taken off their paragraphs, and what stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Article, ArticleKind, Author, LineSpan, Page, Part, PartKind, TextBlock, TextLine
from reader.structure import refine_articles
from tests.sources.account import check_account

HEADING = "青芦湾大桥通车"
TEXT = "青芦湾大桥昨日正式通车，行人不绝于途。"


def refine(*paragraphs: str) -> tuple[list[tuple[str, str]], tuple[Author, ...], list[str]]:
    """Kinds and texts of the parts after the heading, the authors, and the furniture; a "|" ends a printed line."""
    rows = [row for paragraph in paragraphs for row in paragraph.split("|")]
    lines = (TextLine(HEADING, 1), *(TextLine(row, number) for number, row in enumerate(rows, 2)))
    page = Page("p1", (TextBlock(lines),))
    parts = [Part(PartKind.HEADLINE, HEADING, "p1", (LineSpan("p1", 1, 0, len(HEADING)),))]
    number = 1
    for paragraph in paragraphs:
        spans = []
        for row in paragraph.split("|"):
            number += 1
            spans.append(LineSpan("p1", number, 0, len(row)))
        parts.append(Part(PartKind.PARAGRAPH, paragraph.replace("|", ""), "p1", tuple(spans)))
    articles, furniture = refine_articles([Article("a1", "p1", ArticleKind.ARTICLE, tuple(parts))], [page])
    check_account([page], articles, furniture)
    found = [(part.kind.value, part.text) for part in articles[0].parts[1:]]
    return found, articles[0].authors, [piece.text for piece in furniture]


def test_a_dateline_and_a_byline_in_brackets() -> None:
    parts, authors, furniture = refine(f"本报讯（记者 沈禾苗）{TEXT}", TEXT)
    assert parts == [
        ("byline", "记者 沈禾苗"),
        ("dateline", "本报讯"),
        ("paragraph", TEXT),
        ("paragraph", TEXT),
    ]
    assert (authors, furniture) == ((Author("沈禾苗", "记者"),), ["（", "）"])


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        pytest.param(
            (f"新华社北京3月5日电 {TEXT}",), [("dateline", "新华社北京3月5日电"), ("paragraph", TEXT)], id="an agency"
        ),
        pytest.param(
            ("□本报记者 沈禾苗", f"本报讯 {TEXT}"),
            [("byline", "□本报记者 沈禾苗"), ("dateline", "本报讯"), ("paragraph", TEXT)],
            id="a paragraph that is a byline",
        ),
        pytest.param(
            (TEXT, f"{TEXT}（沈禾苗）"),
            [("paragraph", TEXT), ("paragraph", TEXT), ("byline", "（沈禾苗）")],
            id="a signature behind the text",
        ),
        pytest.param(
            (TEXT, "（作者 陆知夏）"),
            [("paragraph", TEXT), ("byline", "（作者 陆知夏）")],
            id="a paragraph that is a signature",
        ),
        pytest.param(
            (f"本报讯 青芦湾大桥|{TEXT}",),
            [("dateline", "本报讯"), ("paragraph", f"青芦湾大桥{TEXT}")],
            id="over the lines of a page",
        ),
    ],
)
def test_what_is_taken_off(paragraphs: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert refine(*paragraphs)[0] == expected


@pytest.mark.parametrize(
    "paragraphs",
    [
        pytest.param((TEXT, TEXT), id="plain text"),
        pytest.param((TEXT, f"{TEXT}（未完）"), id="no name"),
        pytest.param((TEXT, f"{TEXT}（下转第三版）"), id="a jump, which the archive has joined"),
        pytest.param((TEXT, f"他说：“{TEXT}”（笑）"), id="an aside"),
        pytest.param(("记者在现场看到，大桥昨日通车。", TEXT), id="a reporter in the story"),
        pytest.param(("The bridge was opened yesterday (by the mayor)", "It is open."), id="another script"),
        pytest.param(("本报记者 沈禾苗",), id="nothing but a byline"),
    ],
)
def test_what_stays(paragraphs: tuple[str, ...]) -> None:
    assert refine(*paragraphs)[0] == [("paragraph", paragraph) for paragraph in paragraphs]


_LEADS = st.sampled_from(
    (
        "本报讯 ",
        "（记者 沈禾苗）",
        "新华社北京3月5日电",
        "□本报记者 沈禾苗",
        "（沈禾苗）",
        "（",
        "□ ",
        "记者 ",
        "|",
        " ",
    )
)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.lists(st.one_of(_LEADS, st.sampled_from((TEXT, "大桥", "。", "，行人"))), min_size=1, max_size=6), max_size=4
    )
)
def test_nothing_is_lost(pieces: list[list[str]]) -> None:
    paragraphs = [text for one in pieces if (text := "".join(one).strip("| ").replace("||", "|")).strip("| ")]
    refine(*paragraphs)
