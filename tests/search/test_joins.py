import pytest

from reader.model import Article, ArticleKind, LineSpan, Part, PartKind
from reader.search import Index, Mode, Span, find_hit_context, parse_query
from reader.search.joins import find_joins
from tests.search.papers import make_parts

K, H, S, B, D, P, C = (
    PartKind.KICKER,
    PartKind.HEADLINE,
    PartKind.SUBHEADLINE,
    PartKind.BYLINE,
    PartKind.DATELINE,
    PartKind.PARAGRAPH,
    PartKind.CROSSHEAD,
)


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ((H, "青禾镇新", "p1"), (H, "桥通车", "p1"), True),
        ((K, "盼了三", "p1"), (K, "十年", "p1"), True),
        ((S, "全长三", "p1"), (S, "百米", "p1"), True),
        ((K, "青禾镇新", "p1"), (H, "桥通车", "p1"), False),
        ((H, "青禾镇新", "p1"), (P, "桥通车", "p1"), False),
        ((H, "青禾镇新", "p1"), (D, "桥通车", "p1"), False),
        ((D, "本报讯", "p1"), (P, "新桥通车", "p1"), True),
        ((D, "本报讯", "p1"), (C, "新桥通车", "p1"), False),
        ((B, "张三", "p1"), (B, "李四", "p1"), False),
        ((P, "青禾镇新", "p1"), (P, "桥通车", "p2"), True),
        ((P, "青禾镇新", "p1"), (P, "桥通车", "p1"), False),
        ((P, "青禾镇新。", "p1"), (P, "桥通车", "p2"), False),
        ((P, "青禾镇新。” ", "p1"), (P, "桥通车", "p2"), False),
        ((P, "青禾镇“新”", "p1"), (P, "桥通车", "p2"), True),
        ((P, "青禾镇新", "p1"), (C, "桥通车", "p2"), False),
    ],
)
def test_what_reads_on(one: tuple[PartKind, str, str], other: tuple[PartKind, str, str], joined: bool) -> None:
    article = make_parts(one, other)
    assert find_joins(article) == (False, joined)
    hits = Index([article]).find("新桥")
    if "新桥" in other[1]:
        assert [hit.rest for hit in hits] == [()]
    else:
        assert bool(hits) == (joined and one[1].rstrip("”。 ").endswith("新") and "”" not in one[1])


def test_a_paragraph_that_ends_on_the_next_page_is_on_it() -> None:
    part = Part(P, "青禾镇新", "p1", (LineSpan("p1", 9, 0, 3), LineSpan("p2", 1, 0, 1)))
    article = Article("a1", "p1", ArticleKind.ARTICLE, (part, Part(P, "桥通车", "p2")))
    assert find_joins(article) == (False, False)


def test_nothing_to_join() -> None:
    assert find_joins(make_parts()) == ()


def test_a_hit_over_three_lines() -> None:
    article = make_parts((H, "青禾 镇", "p1"), (H, "", "p1"), (H, "新", "p1"), (H, "桥 通车", "p1"), (P, "新桥", "p1"))
    [hit] = Index([article]).find("禾镇新桥")
    assert (hit.article, hit.part, hit.start, hit.end) == ("a1", 0, 1, 4)
    assert hit.spans == (Span(0, 1, 4), Span(2, 0, 1), Span(3, 0, 1))
    assert Index([article]).get_text(hit) == "禾 镇新桥"
    context = find_hit_context(article, hit, 9)
    assert (context.before, context.match, context.after) == ("青", "禾 镇新桥", " 通车")
    assert (context.cut_before, context.cut_after) == (False, False)


@pytest.mark.parametrize(("mode", "query"), [(Mode.REGEX, "新桥.车"), (Mode.FUZZY, "新桥停车"), (Mode.EXACT, "新桥通")])
def test_every_mode_reads_over_a_broken_line(mode: Mode, query: str) -> None:
    article = make_parts((H, "青禾镇新", "p1"), (H, "桥通车", "p1"))
    [hit] = Index([article]).find(parse_query(query, mode))
    assert [span[0] for span in hit.spans] == [0, 1]
    assert Index([article]).get_text(hit).startswith("新桥通")
