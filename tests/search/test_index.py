from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Article, Furniture, FurnitureKind, Issue, Page, Part, PartKind
from reader.search import FurnitureHit, Hit, Index, Mode, Span, parse_phrase, parse_query
from reader.search.query import FOLDS
from tests.search.papers import find_near_slowly, find_slowly, make_article, make_parts, read

# Few characters, with their variants, so that words come back; blanks and invisible characters between them.
ALPHABET = "妬妒发发髮头頭台臺颱aAＡ“「\u3000 \u200b\n\x1e，、峯峰"
TEXTS = st.text(alphabet=ALPHABET, max_size=20)
STRING_MODES = st.sampled_from([mode for mode in FOLDS if mode is not Mode.FUZZY])
WORDS = st.text(alphabet=ALPHABET, max_size=4)
KINDS = st.sampled_from([PartKind.HEADLINE, PartKind.HEADLINE, PartKind.DATELINE, PartKind.PARAGRAPH])
PARTS = st.tuples(KINDS, TEXTS, st.sampled_from(["p1", "p2"]))
ARTICLES = st.lists(PARTS, max_size=5).map(lambda parts: make_parts(*parts))
# What prints may have in place of a folded character.
FORMS = {
    "发": "发發髮",
    "头": "头頭",
    "台": "台臺颱檯",
    "a": "aAａＡ",
    "1": "1１①",
    '"': '"“”「」『',
    "-": "-—–－",
    "·": "·・•",
    ",": ",，、",
}
BLANKS = st.sampled_from(["", "", "", " ", "\u3000", "\n", "\u200b"])


def find(query: str, *texts: str, mode: Mode = Mode.FOLDED) -> list[tuple[int, int, int]]:
    return [(hit.part, hit.start, hit.end) for hit in Index([make_article(*texts)]).find(parse_query(query, mode))]


def find_spans(article: Article, query: str, mode: Mode = Mode.FOLDED) -> list[tuple[Span, ...]]:
    """The spans of each hit of a phrase."""
    return [hit.spans for hit in Index([article]).find(parse_phrase(query, mode))]


@pytest.mark.parametrize(
    ("query", "text", "spans"),
    [
        ("头发", "他的頭髮很长", [(2, 4)]),
        ("頭髮", "头发头发", [(0, 2), (2, 4)]),
        ("张三", "记者　张　三　摄", [(3, 6)]),
        ("张 三", "记者张三", [(2, 4)]),
        (" 张三 ", "张三", [(0, 2)]),
        ("gdp", "今年ＧＤＰ增", [(2, 5)]),
        ("GDP2017", "gdp ２０１７", [(0, 8)]),
        ("GDP 2017", "gdp２０１７", [(0, 3), (3, 7)]),
        ("“丰收”", "「豐收」节", [(1, 3)]),
        ("“丰收”节", "「豐收」节", [(0, 5)]),
        ("“丰收", "「豐收」节", [(0, 3)]),
        ("山峰", "山峯", [(0, 2)]),
        ("民", "⺠国", [(0, 1)]),
        ("的的", "的的的的的", [(0, 2), (2, 4)]),
        ("柳江", "柳\u200b江", [(0, 3)]),
        ("ab", "a b A\u3000B", [(0, 3), (4, 7)]),
        ("柳江", "江柳", []),
        ("己", "已", []),
        ("", "柳江", []),
        (" \u3000\n", "柳 江", []),
        ("柳", "", []),
    ],
)
def test_find(query: str, text: str, spans: list[tuple[int, int]]) -> None:
    assert find(query, text) == [(0, *span) for span in spans]


def test_hits_are_in_reading_order_over_every_part() -> None:
    first = replace(
        make_article(number=1),
        parts=(
            Part(PartKind.KICKER, "柳江豐收", "p1"),
            Part(PartKind.HEADLINE, "丰收节", "p1"),
            Part(PartKind.BYLINE, "记者 丰收", "p1"),
            Part(PartKind.PARAGRAPH, "豐收，丰收。", "p2"),
        ),
    )
    issue = Issue("-", "plain", None, date(2020, 1, 1), (), (first, make_article("无", "丰 收", number=2)))
    index = Index(issue)
    expected = [("a1", 0, 2, 4), ("a1", 1, 0, 2), ("a1", 2, 3, 5), ("a1", 3, 0, 2), ("a1", 3, 3, 5), ("a2", 1, 0, 3)]
    assert index.find("丰收") == tuple(Hit(*place) for place in expected)
    assert index.find(parse_query("豐收")) == index.find("丰收")
    assert index.find("豐收")[0].start == 2


def test_no_match_reaches_from_one_part_or_article_to_the_next() -> None:
    index = Index([make_article("柳", "江", number=1), make_article("柳", number=2), make_article("江", number=3)])
    assert index.find("柳江") == ()
    assert index.find("柳\x1e江") == ()


def test_nothing_to_search() -> None:
    assert Index([]).find("柳") == ()
    assert Index([make_article()]).find("柳") == ()


@settings(max_examples=300)
@given(ARTICLES, WORDS, STRING_MODES)
def test_the_same_as_a_slow_search(article: Article, word: str, mode: Mode) -> None:
    assert find_spans(article, word, mode) == find_slowly(article, word, mode)


@settings(max_examples=150)
@given(st.text(alphabet="己已巳未末新橋桥通 ", min_size=4, max_size=9), st.data())
def test_fuzzy_is_the_same_as_a_slow_search(word: str, data: st.DataObject) -> None:
    texts = st.text(alphabet="己已巳未末新橋桥通 ", max_size=14)
    article = make_parts(*data.draw(st.lists(st.tuples(KINDS, texts, st.just("p1")), max_size=3)))
    length = len(read(word))
    edits = 0 if length < 4 else 1 if length < 8 else 2
    slow = find_near_slowly(article, word, edits) if edits else find_slowly(article, word, Mode.FOLDED)
    assert find_spans(article, word, Mode.FUZZY) == slow


@settings(max_examples=200)
@given(ARTICLES, WORDS, STRING_MODES)
def test_a_hit_reads_as_the_query(article: Article, word: str, mode: Mode) -> None:
    index = Index([article])
    for hit in index.find(parse_phrase(word, mode)):
        assert read(index.get_text(hit), mode) == read(word, mode)
        assert index.get_text(hit) == index.get_text(hit).strip()
        assert all(span.start < span.end <= len(article.parts[span.part].text) for span in hit.spans)


@settings(max_examples=200)
@given(
    st.lists(ARTICLES, max_size=3),
    st.lists(st.tuples(st.text(alphabet="头髮发台a", min_size=1, max_size=2), st.booleans()), min_size=1, max_size=3),
    STRING_MODES,
)
def test_several_words_are_the_same_as_one_by_one(
    articles: list[Article], asked: list[tuple[str, bool]], mode: Mode
) -> None:
    asked = [*asked, ("头", False)]
    articles = [replace(article, id=f"a{number}") for number, article in enumerate(articles)]
    expected = []
    for article in articles:
        found = [find_slowly(article, word, mode) for word, excluded in asked if not excluded]
        if all(found) and not any(find_slowly(article, word, mode) for word, excluded in asked if excluded):
            end = (-1, 0)
            for spans in sorted({spans for places in found for spans in places}, key=_reading_order):
                if (spans[0].part, spans[0].start) >= end:
                    end = (spans[-1].part, spans[-1].end)
                    expected.append((article.id, spans))
    query = parse_query(" ".join(f'{"-" * excluded}"{word}"' for word, excluded in asked), mode)
    assert [(hit.article, hit.spans) for hit in Index(articles).find(query)] == expected


def _reading_order(spans: tuple[Span, ...]) -> tuple[int, int, int, int]:
    return spans[0].part, spans[0].start, -spans[-1].part, -spans[-1].end


@given(WORDS, TEXTS)
def test_a_wider_mode_finds_wherever_a_narrower_one_does(query: str, text: str) -> None:
    modes = (Mode.EXACT, Mode.FOLDED, Mode.VARIANTS)
    found = [bool(find_spans(make_article(text), query, mode)) for mode in modes]
    assert found == sorted(found)
    assert not found[1] or find_spans(make_article(text), query, Mode.FUZZY)


@pytest.mark.parametrize(
    ("query", "text", "exact", "folded", "variants"),
    [
        ("头发", "头发", True, True, True),
        ("头发", "头 发", True, True, True),
        ("头发", "頭髮", False, True, True),
        ("GDP", "gdp", False, True, True),
        ("嫉妒", "嫉妬", False, False, True),
        ("葬", "塟", False, False, True),
        ("它", "他", False, False, False),
    ],
)
def test_modes(query: str, text: str, exact: bool, folded: bool, variants: bool) -> None:
    modes = (Mode.EXACT, Mode.FOLDED, Mode.VARIANTS)
    assert tuple(bool(find(query, text, mode=mode)) for mode in modes) == (exact, folded, variants)


def test_one_index_serves_every_mode() -> None:
    index = Index([make_article("頭髮，头发")])
    assert [len(index.find(parse_query("头发", mode))) for mode in Mode] == [2, 1, 2, 1, 2]


@settings(max_examples=200)
@given(st.text(alphabet="".join(FORMS), min_size=1, max_size=6), TEXTS, TEXTS, st.data())
def test_a_phrase_is_found_however_it_is_printed(phrase: str, before: str, after: str, data: st.DataObject) -> None:
    printed = "".join(data.draw(st.sampled_from(FORMS[character])) + data.draw(BLANKS) for character in phrase)
    text = before + "。" + printed + "。" + after
    where = len(before) + 1
    spans = [spans[0] for spans in find_spans(make_article(text), phrase)]
    assert any(where <= start and end <= where + len(printed) for _, start, end in spans)


@settings(max_examples=200)
@given(st.lists(ARTICLES, max_size=3), st.lists(WORDS, max_size=2), st.sampled_from([*Mode]))
def test_one_search_finds_what_many_do(articles: list[Article], words: list[str], mode: Mode) -> None:
    articles = [replace(article, id=f"a{number}") for number, article in enumerate(articles)]
    text = "".join(words) * 2 if mode is Mode.FUZZY else " ".join(words)
    query = parse_query("头.|台" if mode is Mode.REGEX else text, mode)
    index = Index(articles, once=True)
    assert index.find(query) == Index(articles).find(query) == index.find(query)


PAPER = Issue(
    "-",
    "plain",
    None,
    None,
    pages=(Page("p1", (), "A01", "要闻"), Page("p2", (), "A02", "要闻·综合"), Page("p3", (), None, "副刊")),
    articles=(
        make_parts(
            (PartKind.KICKER, "新桥在望", "p1"),
            (PartKind.HEADLINE, "青禾镇新", "p1"),
            (PartKind.HEADLINE, "桥通车", "p1"),
            (PartKind.BYLINE, "记者 张　三", "p1"),
            (PartKind.PARAGRAPH, "新桥通车，张三坐渡船来看新", "p1"),
            (PartKind.PARAGRAPH, "桥。", "p2"),
            number=1,
        ),
        make_parts(
            (PartKind.HEADLINE, "通知", "p2"),
            (PartKind.PARAGRAPH, "新桥今日不通车。", "p2"),
            (PartKind.CREDIT, "李四 摄", "p2"),
            number=2,
        ),
        make_parts((PartKind.PARAGRAPH, "渡船旧话，并无新桥。", "p3"), number=3),
    ),
    furniture=(
        Furniture(FurnitureKind.FOLIO, "新橋 日報", "p1"),
        Furniture(FurnitureKind.IMPRINT, "责编 张三，新桥路", "p3"),
    ),
)


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ("新桥 通车", ["a1.0", "a1.1", "a1.2", "a1.4", "a1.4", "a1.4", "a2.1", "a2.1"]),
        ("新桥 渡船", ["a1.0", "a1.1", "a1.4", "a1.4", "a1.4", "a3.0", "a3.0"]),
        ("新桥 -渡船", ["a2.1"]),
        ("新桥 -渡船 -通知", []),
        ("新桥 月球", []),
        ("标题:新桥", ["a1.0", "a1.1"]),
        ("标题:通知 新桥", ["a2.0", "a2.1"]),
        ("标题:渡船", []),
        ("新桥 -标题:通知", ["a1.0", "a1.1", "a1.4", "a1.4", "a3.0"]),
        ("作者:张三", ["a1.3"]),
        ("作者:李 四", ["a2.2"]),
        ("作者:张三 新桥", ["a1.0", "a1.1", "a1.3", "a1.4", "a1.4"]),
        ("版:A1 新桥", ["a1.0", "a1.1", "a1.4", "a1.4"]),
        ("版:a02 新桥", ["a1.4", "a2.1"]),
        ("版:第三版 新桥", ["a3.0"]),
        ("page:3 新桥", ["a3.0"]),
        ("版:要闻 标题:通知", ["a2.0"]),
        ("版:综合 新桥", ["a1.4", "a2.1"]),
        ("版:A01 版:副刊 渡船", ["a1.4", "a3.0"]),
        ("-版:要闻 新桥", ["a3.0"]),
        ("版:99 新桥", []),
        ("版:A02", ["a1.5", "a2.0"]),
        ("版:A02 -渡船", ["a2.0"]),
        ("版:A02 渡船 新桥", []),
    ],
)
@pytest.mark.parametrize("mode", [Mode.FOLDED, Mode.EXACT, Mode.VARIANTS, Mode.FUZZY])
def test_words_fields_and_pages(query: str, places: list[str], mode: Mode) -> None:
    hits = Index(PAPER).find(parse_query(query, mode))
    assert Index(PAPER, once=True).find(parse_query(query, mode)) == hits
    assert [f"{hit.article}.{hit.part}" for hit in hits] == places


def test_where_two_words_overlap_the_first_is_taken_then_the_longest() -> None:
    assert find("新桥通 桥通车", "新桥通车，桥通车") == [(0, 0, 3), (0, 5, 8)]
    assert find("新桥 新桥通车 桥", "新桥通车，桥") == [(0, 0, 4), (0, 5, 6)]


def test_a_place_that_does_not_count_hides_none_that_does() -> None:
    article = make_parts((PartKind.PARAGRAPH, "新桥新", "p1"), (PartKind.PARAGRAPH, "桥新", "p2"))
    issue = replace(PAPER, articles=(article,))
    [hit] = Index(issue).find("版:A02 新桥新")
    assert hit.spans == (Span(0, 2, 3), Span(1, 0, 2))


@pytest.mark.parametrize(
    ("query", "mode", "hits"),
    [
        ("新桥", Mode.FOLDED, [(0, 0, 2), (1, 6, 8)]),
        ("新桥", Mode.EXACT, [(1, 6, 8)]),
        ("新桥日报", Mode.FOLDED, [(0, 0, 5)]),
        ("新桥月报", Mode.FUZZY, [(0, 0, 5)]),
        ("新.", Mode.REGEX, [(0, 0, 2), (1, 6, 8)]),
        ("新桥 -张三", Mode.FOLDED, [(0, 0, 2)]),
        ("版:副刊 新桥", Mode.FOLDED, [(1, 6, 8)]),
        ("标题:新桥", Mode.FOLDED, []),
        ("作者:张三", Mode.FOLDED, []),
        ("版:副刊", Mode.FOLDED, []),
        ("", Mode.FOLDED, []),
    ],
)
def test_furniture(query: str, mode: Mode, hits: list[tuple[int, int, int]]) -> None:
    assert Index(PAPER).find_furniture(parse_query(query, mode)) == tuple(FurnitureHit(*hit) for hit in hits)


def test_a_string_is_folded_in_furniture_too() -> None:
    assert len(Index(PAPER).find_furniture("新橋")) == 2
