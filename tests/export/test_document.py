"""What is written, whatever the format."""

from dataclasses import replace

import pytest

from reader.errors import ExportError
from reader.export.citation import Style
from reader.export.document import Passage, make_document
from reader.export.language import find_language
from reader.model import Article, Author, Direction, Issue, Page, PartKind
from tests.export.issues import BOUND, BRIDGE, ISSUE, NOTICE, SPECIAL, VERSE, make_article

H, K, S, L, P, B = (
    PartKind.HEADLINE,
    PartKind.KICKER,
    PartKind.SUBHEADLINE,
    PartKind.LABEL,
    PartKind.PARAGRAPH,
    PartKind.BYLINE,
)


def find_passages(article: Article) -> tuple[Passage, ...]:
    return make_document(ISSUE, [article]).stories[0].passages


def test_no_articles() -> None:
    with pytest.raises(ExportError, match="no article"):
        make_document(ISSUE, [])


@pytest.mark.parametrize("style", [Style.BIBTEX, Style.RIS, Style.CSL_JSON])
def test_citations_are_for_people(style: Style) -> None:
    with pytest.raises(ExportError, match=style.value):
        make_document(ISSUE, [NOTICE], citation=style)


@pytest.mark.parametrize(
    ("kinds", "title"),
    [
        ([L, K, H, S, P], 2),
        ([L, K, S, P], 1),
        ([L, S, P], 1),
        ([L, P], 0),
        ([P], None),
        ([H, P, H], 0),
    ],
)
def test_the_title_is_one_passage(kinds: list[PartKind], title: int | None) -> None:
    passages = find_passages(make_article(*[(kind, "新桥") for kind in kinds]))
    assert [at for at, passage in enumerate(passages) if passage.is_title] == ([] if title is None else [title])


def test_lines_that_belong_together() -> None:
    assert [(passage.role.value, passage.lines) for passage in find_passages(VERSE)] == [
        ("headline", ("渡口", "外一首")),
        ("byline", ("沈归舟",)),
        ("note", ("编者按：作者是老船工。", "他写了12年诗。")),
        ("verse", ("桥成之后", "渡口成了岸")),
        ("table", ("年份  船次", "2030  1,204")),
    ]


@pytest.mark.parametrize(
    ("articles", "title"),
    [
        pytest.param([BRIDGE, NOTICE], "青禾日报 2031年5月12日", id="several"),
        pytest.param([NOTICE], "停水通知", id="one"),
        pytest.param([make_article((P, "明日停水。"))], "明日停水。", id="one without a title"),
        pytest.param([make_article((P, "停水" * 9))], "停水" * 8 + "…", id="a long one without a title"),
        pytest.param([make_article((H, "\u3000"), (P, "明日停水。"))], "明日停水。", id="one with a blank title"),
        pytest.param([make_article((P, " "))], "（无题）", id="one without anything"),
    ],
)
def test_title(articles: list[Article], title: str) -> None:
    assert make_document(ISSUE, articles).title == title


@pytest.mark.parametrize(
    ("issue", "name"),
    [
        (ISSUE, "青禾日报 2031年5月12日"),
        (replace(ISSUE, title=None), "2031年5月12日"),
        (replace(ISSUE, date=None), "青禾日报"),
        (replace(ISSUE, date=None, title=None), ""),
        (replace(ISSUE, title="Le Pont", language="fr"), "Le Pont 2031-05-12"),
    ],
)
def test_issue_name(issue: Issue, name: str) -> None:
    document = make_document(issue, [BRIDGE, NOTICE])
    assert document.issue_name == name
    assert document.title == name or (not name and document.title == document.stories[0].title)


def test_stories_by_page() -> None:
    document = make_document(BOUND, [BRIDGE, NOTICE, replace(BRIDGE, id="a9"), VERSE, SPECIAL])
    assert [(page, [at for at, _ in stories]) for page, stories in document.by_page] == [
        ("01 要闻", [0]),
        ("", [1]),
        ("01 要闻", [2]),
        ("", [3, 4]),
    ]


def test_transform_and_harmless() -> None:
    article = make_article((H, "新\x1b桥"), (P, "桥。"), authors=(Author("木桥"), Author("木桥"), Author("\u202e")))
    [story] = make_document(ISSUE, [article], lambda text: text.replace("桥", "橋")).stories
    assert (story.title, story.authors) == ("新\ufffd橋", ("木橋", "\ufffd"))
    assert [passage.lines for passage in story.passages] == [("新\ufffd橋",), ("橋。",)]
    assert "橋" in story.citation


@pytest.mark.parametrize(
    ("directions", "vertical"), [("ttb ttb", True), ("ltr ltr", False), ("ttb ltr", False), ("ttb ttb ltr", True)]
)
def test_direction_is_that_of_most(directions: str, vertical: bool) -> None:
    pages = tuple(Page(f"p{at}", (), direction=Direction(name)) for at, name in enumerate(directions.split()))
    articles = [replace(NOTICE, page=page.id) for page in pages]
    assert make_document(replace(ISSUE, pages=pages), articles).vertical is vertical
    assert make_document(replace(ISSUE, pages=pages), articles, vertical=not vertical).vertical is not vertical


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (None, "桥梁与渡船", "zh-Hans"),
        (None, "橋樑與渡船", "zh-Hant"),
        (None, "山水", "zh"),
        ("zh", "山水", "zh"),
        ("zh", "橋樑與渡船", "zh-Hant"),
        ("zh-Hans", "橋樑與渡船", "zh-Hant"),
        ("fr", "桥梁", "fr"),
        (None, "Le pont", "und"),
        ("not a tag", "Le pont", "und"),
        ('"><script>', "桥梁与渡船", "zh-Hans"),
        (None, "", "und"),
    ],
)
def test_language(language: str | None, text: str, expected: str) -> None:
    assert find_language(replace(ISSUE, language=language), [make_article((P, text))]) == expected


def test_language_is_that_of_what_is_written() -> None:
    article = make_article((P, "桥梁与渡船"))
    assert find_language(ISSUE, [article], lambda _: "橋樑與渡船") == "zh-Hant"
