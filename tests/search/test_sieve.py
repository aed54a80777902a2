import pytest

from reader.search import Mode, parse_query
from reader.search.sieve import make_sieve
from tests.search.papers import make_article


@pytest.mark.parametrize(
    ("query", "mode", "text", "held"),
    [
        ("头发", Mode.FOLDED, "他的頭 髮", True),
        ("头发", Mode.EXACT, "他的頭髮", False),
        ("嫉妒", Mode.FOLDED, "嫉妬", False),
        ("嫉妒", Mode.VARIANTS, "嫉妬", True),
        ("头发 月球", Mode.FOLDED, "他的頭髮", False),
        ("a[b", Mode.FOLDED, "Ａ［ｂ", True),
        ("未来新桥", Mode.FUZZY, "末来", True),
        ("未来新桥", Mode.FUZZY, "木来斯桥", False),
        ("未来", Mode.FUZZY, "末来", False),
        ("头发 -很长", Mode.FOLDED, "头发很长", True),
    ],
)
def test_sieve(query: str, mode: Mode, text: str, held: bool) -> None:
    may_hold = make_sieve(parse_query(query, mode))
    assert may_hold is not None
    assert may_hold(make_article(text)) == held


@pytest.mark.parametrize(("query", "mode"), [("头.", Mode.REGEX), ("版:要闻", Mode.FOLDED), ("", Mode.FOLDED)])
def test_nothing_to_sift_by(query: str, mode: Mode) -> None:
    assert make_sieve(parse_query(query, mode)) is None
