"""Issues to correct: an invented page, and random ones with random corrections."""

from __future__ import annotations

from hypothesis import strategies as st

from reader.corrections import (
    Anchor,
    Break,
    Correction,
    GiveHeading,
    Join,
    LineFinder,
    Merge,
    Move,
    Recast,
    Role,
    Split,
)
from reader.model import (
    Article,
    ArticleKind,
    Author,
    Furniture,
    FurnitureKind,
    Issue,
    LineSpan,
    Note,
    Page,
    Part,
    PartKind,
    TextBlock,
    TextLine,
)
from reader.structure import Structure, find_articles
from tests.structure.pages import check_nothing_lost, make_page

LINES = (
    "青禾日报 第三版",
    "盼了三十年的渡口",
    "青禾镇新桥昨日通车",
    "本报讯（记者 苏木青）昨日上午，青禾镇",
    "新桥正式通车，全镇三千居民从此",
    "不再绕路。",
    "以后赶集只要十分钟，船工老沈说，",
    "他撑了四十年的渡船。",
    "石桥村梅子开园",
    "石桥村的梅子今年早熟，昨日开园，",
    "来客三百余人。",
    "图为开园当日。",
    "何田 摄",
)
P = PartKind


def _span(line: int, start: int = 0, end: int | None = None) -> LineSpan:
    return LineSpan("p1", line, start, len(LINES[line - 1]) if end is None else end)


def _part(kind: PartKind, text: str, *spans: LineSpan) -> Part:
    return Part(kind, text, "p1", spans)


def make_issue() -> Issue:
    """One page of two articles and a folio, as structure would have it."""
    lines = tuple(TextLine(text, number) for number, text in enumerate(LINES, 1))
    bridge = Article(
        "a1",
        "p1",
        ArticleKind.ARTICLE,
        (
            _part(P.KICKER, LINES[1], _span(2)),
            _part(P.HEADLINE, LINES[2], _span(3)),
            _part(P.BYLINE, "记者 苏木青", _span(4, 4, 10)),
            _part(P.DATELINE, "本报讯", _span(4, 0, 3)),
            _part(P.PARAGRAPH, LINES[3][11:] + LINES[4] + LINES[5], _span(4, 11), _span(5), _span(6)),
            _part(P.PARAGRAPH, LINES[6] + LINES[7], _span(7), _span(8)),
        ),
        (Author("苏木青", "记者"),),
    )
    plums = Article(
        "a2",
        "p1",
        ArticleKind.ARTICLE,
        (
            _part(P.HEADLINE, LINES[8], _span(9)),
            _part(P.PARAGRAPH, LINES[9] + LINES[10], _span(10), _span(11)),
            _part(P.CAPTION, LINES[11], _span(12)),
            _part(P.CREDIT, LINES[12], _span(13)),
        ),
    )
    furniture = (
        Furniture(FurnitureKind.FOLIO, LINES[0], "p1", (_span(1),)),
        Furniture(FurnitureKind.OTHER, "（", "p1", (_span(4, 3, 4),)),
        Furniture(FurnitureKind.OTHER, "）", "p1", (_span(4, 10, 11),)),
    )
    notes = (Note("headline-uncertain", "标题为推定 · the headline is a guess", "p1", "a2"),)
    page = Page("p1", (TextBlock(lines),), "03")
    return Issue("-", "plain", "青禾日报", None, (page,), (bridge, plums), furniture, notes)


def at(number: int, issue: Issue | None = None) -> Anchor:
    """The anchor of a line of the first page."""
    pages = (issue or make_issue()).pages
    anchor = LineFinder(pages).make_anchor(pages[0], number)
    assert anchor is not None
    return anchor


def read_issue(texts: list[str]) -> Issue:
    """An issue of the pages of these texts, with its structure."""
    pages = tuple(make_page(text, f"p{number}") for number, text in enumerate(texts, 1))
    found = find_articles(pages)
    return Issue("-", "plain", None, None, pages, found.articles, found.furniture, found.notes)


def check_issue(issue: Issue) -> None:
    """The laws: nothing lost, texts of their spans, ids in order, no article or piece without text."""
    check_nothing_lost(list(issue.pages), Structure(issue.articles, issue.furniture, issue.notes))
    assert [article.id for article in issue.articles] == [f"a{n}" for n, _ in enumerate(issue.articles, 1)]
    for article in issue.articles:
        assert article.parts
        assert article.page == article.parts[0].page
        for part in article.parts:
            assert part.text.strip() == part.text != ""
            assert part.page == part.spans[0].page
    ids = {article.id for article in issue.articles}
    assert all(note.article is None or note.article in ids for note in issue.notes)


def check_headings_first(article: Article) -> None:
    """Label, kicker, headline, subheadline stand before everything else, in this order."""
    ranks = [(P.LABEL, P.KICKER, P.HEADLINE, P.SUBHEADLINE).index(p.kind) for p in article.parts if p.kind in HEADING]
    assert ranks == sorted(ranks)
    assert all(part.kind in HEADING for part in article.parts[: len(ranks)])


HEADING = frozenset({P.LABEL, P.KICKER, P.HEADLINE, P.SUBHEADLINE})

ROLES: tuple[Role, ...] = (*PartKind, *FurnitureKind)


@st.composite
def corrections(draw: st.DrawFn, issue: Issue) -> Correction:
    """Any correction of an issue's lines; it need not make sense."""
    finder = LineFinder(issue.pages)
    lines = [(page, index) for page in issue.pages for index, _ in enumerate(finder.find_lines(page))]

    def anchor(page: Page, index: int) -> Anchor:
        made = finder.make_anchor(page, finder.find_lines(page)[index].number)
        assert made is not None
        return made

    page, index = draw(st.sampled_from(lines))
    last = min(index + draw(st.integers(0, 5)), len(finder.find_lines(page)) - 1)
    first, through = anchor(page, index), anchor(page, last) if last > index else None
    other = anchor(*draw(st.sampled_from(lines)))
    role = draw(st.sampled_from(ROLES))
    made: list[Correction] = [
        Split(first),
        Merge(first),
        Merge(first, other),
        Move(first, through),
        Move(first, through, to=other),
        Move(first, through, after=other),
        Move(first, through, to=other, role=role),
        GiveHeading(first, other, through),
        Recast(first, role, through),
        Break(first),
        Join(first),
    ]
    return draw(st.sampled_from(made))
