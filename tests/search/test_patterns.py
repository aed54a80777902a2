import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import QueryError
from reader.model import Article, ArticleKind, Part, PartKind
from reader.search import Index, Mode, parse_query
from reader.search.patterns import PatternSearch
from reader.search.texts import make_search_text


def article(*texts: str) -> Article:
    parts = tuple(Part(PartKind.PARAGRAPH, text, "p1") for text in texts)
    return Article("a1", "p1", ArticleKind.ARTICLE, parts)


def find(expression: str, *texts: str) -> list[tuple[int, int, int]]:
    query = parse_query(expression, Mode.REGEX)
    return [(hit.part, hit.start, hit.end) for hit in Index([article(*texts)]).find(query)]


@pytest.mark.parametrize(
    ("expression", "text", "spans"),
    [
        ("[头頭][发發髮]", "头发頭髮", [(0, 2), (2, 4)]),
        (r"\d+月\d+日", "12月3日、1月20日", [(0, 5), (6, 11)]),
        (r"记者 (\S+)", "记者 柳某 摄", [(0, 5)]),
        (r"\p{Han}{3}", "柳江县abc", [(0, 3)]),
        ("x*", "柳x江", [(1, 2)]),
        ("^江", "柳江", []),
        ("头发", "頭髮", []),
        ("", "柳江", []),
        ("  ", "柳  江", []),
    ],
)
def test_find(expression: str, text: str, spans: list[tuple[int, int]]) -> None:
    assert find(expression, text) == [(0, *span) for span in spans]


@given(
    st.lists(st.sampled_from(["柳", "江?", "[柳县]", "(江|县)", ".", "(?:柳江)+", "县*"]), min_size=1, max_size=3).map(
        "".join
    ),
    st.lists(st.text(alphabet="柳江县 ", max_size=12), max_size=3),
)
def test_the_same_as_the_standard_library(expression: str, texts: list[str]) -> None:
    expected = [
        (part, *match.span()) for part, text in enumerate(texts) for match in re.finditer(expression, text) if match[0]
    ]
    assert find(expression, *texts) == expected


@pytest.mark.parametrize("expression", ["(", "*", "[柳-", "(?P<名", "\\", "[z-a]", "(" * 600 + ")" * 600, "柳" * 1001])
def test_no_expression(expression: str) -> None:
    with pytest.raises(QueryError, match="bad regular expression"):
        find(expression, "柳江")


@pytest.mark.parametrize(
    ("text", "expression", "limit"), [("啊" * 5000 + "！", "(啊|啊啊)+$", 0.05), ("柳", "柳", 0.0)]
)
def test_a_search_is_stopped_in_time(text: str, expression: str, limit: float) -> None:
    search = PatternSearch(expression, time_limit=limit)
    with pytest.raises(QueryError, match="too long"):
        search.find_in(make_search_text("a1", [text], [False], None))


def test_an_index_stops_an_endless_match() -> None:
    with pytest.raises(QueryError, match="too long"):
        find("(啊|啊啊)+$", "啊" * 5000 + "！")
