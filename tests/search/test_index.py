from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Article, ArticleKind, Issue, Part, PartKind
from reader.search import Hit, Index, Mode, parse_query
from reader.search.query import FOLDS, IGNORED

# Few characters, with their variants, so that words come back; blanks and invisible characters between them.
ALPHABET = "妬妒发發髮头頭台臺颱aAＡ“「\u3000 \u200b\n\x1e，、峯峰"
TEXTS = st.text(alphabet=ALPHABET, max_size=20)
STRING_MODES = st.sampled_from(list(FOLDS))
QUERIES = st.text(alphabet=ALPHABET, max_size=4)
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


def article(*texts: str, number: int = 1) -> Article:
    parts = tuple(Part(PartKind.PARAGRAPH, text, "p1") for text in texts)
    return Article(f"a{number}", "p1", ArticleKind.ARTICLE, parts)


def find(query: str, *texts: str, mode: Mode = Mode.FOLDED) -> list[tuple[int, int, int]]:
    return [(hit.part, hit.start, hit.end) for hit in Index([article(*texts)]).find(parse_query(query, mode))]


def squeeze(text: str, mode: Mode = Mode.FOLDED) -> str:
    return IGNORED.sub("", FOLDS[mode](text))


def find_slowly(query: str, text: str, mode: Mode) -> list[tuple[int, int]]:
    """Every stretch that begins and ends with ink and reads as the query; from the left, without overlap."""
    found: list[tuple[int, int]] = []
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            ink = squeeze(text[start]) and squeeze(text[end - 1])
            same = squeeze(text[start:end], mode) == squeeze(query, mode)
            if ink and same and (not found or found[-1][1] <= start):
                found.append((start, end))
    return found


@pytest.mark.parametrize(
    ("query", "text", "spans"),
    [
        ("头发", "他的頭髮很长", [(2, 4)]),
        ("頭髮", "头发头发", [(0, 2), (2, 4)]),
        ("张三", "记者　张　三　摄", [(3, 6)]),
        ("张 三", "记者张三", [(2, 4)]),
        (" 张三 ", "张三", [(0, 2)]),
        ("gdp", "今年ＧＤＰ增", [(2, 5)]),
        ("GDP 2017", "gdp２０１７", [(0, 7)]),
        ("“丰收”", "「豐收」节", [(0, 4)]),
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
        article("丰收节到了", "柳江丰收", number=1),
        parts=(
            Part(PartKind.KICKER, "柳江豐收", "p1"),
            Part(PartKind.HEADLINE, "丰收节", "p1"),
            Part(PartKind.BYLINE, "记者 丰收", "p1"),
            Part(PartKind.PARAGRAPH, "豐收，丰收。", "p2"),
        ),
    )
    issue = Issue("-", "plain", None, date(2020, 1, 1), (), (first, article("无", "丰 收", number=2)))
    index = Index(issue)
    expected = [("a1", 0, 2, 4), ("a1", 1, 0, 2), ("a1", 2, 3, 5), ("a1", 3, 0, 2), ("a1", 3, 3, 5), ("a2", 1, 0, 3)]
    assert index.find("丰收") == tuple(Hit(*place) for place in expected)
    assert index.find(parse_query("豐收")) == index.find("丰收")
    assert index.find("豐收")[0].start == 2


def test_no_match_reaches_from_one_part_or_article_to_the_next() -> None:
    index = Index([article("柳", "江", number=1), article("柳", number=2), article("江", number=3)])
    assert index.find("柳江") == ()
    assert index.find("柳\x1e江") == ()


def test_nothing_to_search() -> None:
    assert Index([]).find("柳") == ()
    assert Index([article()]).find("柳") == ()


@settings(max_examples=300)
@given(QUERIES, st.lists(TEXTS, max_size=4), STRING_MODES)
def test_the_same_as_a_slow_search(query: str, texts: list[str], mode: Mode) -> None:
    slow = [(part, *span) for part, text in enumerate(texts) for span in find_slowly(query, text, mode)]
    assert find(query, *texts, mode=mode) == slow


@settings(max_examples=200)
@given(QUERIES, st.lists(TEXTS, max_size=4), STRING_MODES)
def test_a_hit_reads_as_the_query(query: str, texts: list[str], mode: Mode) -> None:
    for part, start, end in find(query, *texts, mode=mode):
        assert squeeze(texts[part][start:end], mode) == squeeze(query, mode)


@given(QUERIES, TEXTS)
def test_a_wider_mode_finds_wherever_a_narrower_one_does(query: str, text: str) -> None:
    found = [bool(find(query, text, mode=mode)) for mode in (Mode.EXACT, Mode.FOLDED, Mode.VARIANTS)]
    assert found == sorted(found)


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
    index = Index([article("頭髮，头发")])
    assert [len(index.find(parse_query("头发", mode))) for mode in Mode] == [2, 1, 2, 1]


@settings(max_examples=200)
@given(st.text(alphabet="".join(FORMS), min_size=1, max_size=6), TEXTS, TEXTS, st.data())
def test_a_phrase_is_found_however_it_is_printed(phrase: str, before: str, after: str, data: st.DataObject) -> None:
    printed = "".join(data.draw(st.sampled_from(FORMS[character])) + data.draw(BLANKS) for character in phrase)
    text = before + "。" + printed + "。" + after
    where = len(before) + 1
    assert any(where <= start and end <= where + len(printed) for _, start, end in find(phrase, text))
