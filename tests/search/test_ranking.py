import pytest

from reader.search import Index, Mode, find_suggestions, parse_query, rank_hits
from tests.search.papers import make_article


def rank(query: str, mode: Mode, *texts: str) -> list[int]:
    """The numbers of the parts, nearest first."""
    index = Index([make_article(*texts)])
    parsed = parse_query(query, mode)
    return [hit.part for hit in rank_hits(index, parsed, index.find(parsed))]


@pytest.mark.parametrize(
    ("query", "mode", "texts", "order"),
    [
        ("头发", Mode.FOLDED, ["頭髮", "头发", "頭發", "头 发"], [1, 3, 0, 2]),
        ("頭髮", Mode.FOLDED, ["头发", "頭髮"], [1, 0]),
        ("嫉妒", Mode.VARIANTS, ["嫉妬", "嫉妒"], [1, 0]),
        ("未来新桥", Mode.FUZZY, ["未來新橋", "本来新桥", "末来新桥", "未来新桥", "未来新"], [3, 0, 2, 1, 4]),
        ("头发 嫉妒", Mode.FOLDED, ["頭髮，嫉妒", "头发"], [0, 1, 0]),
        ("头.", Mode.REGEX, ["头发", "头髮"], [0, 1]),
        ("头发", Mode.EXACT, ["头发", "头 发"], [0, 1]),
    ],
)
def test_the_nearest_first(query: str, mode: Mode, texts: list[str], order: list[int]) -> None:
    assert rank(query, mode, *texts) == order


@pytest.mark.parametrize(
    ("query", "mode", "found"),
    [
        ("头发", Mode.EXACT, [(Mode.FOLDED, 1)]),
        ("嫉妒", Mode.FOLDED, [(Mode.VARIANTS, 1)]),
        ("头髮很張", Mode.EXACT, [(Mode.FUZZY, 1)]),
        ("头发很张", Mode.FOLDED, [(Mode.FUZZY, 1)]),
        ("头发很张", Mode.VARIANTS, [(Mode.FUZZY, 1)]),
        ("头发很长", Mode.FOLDED, []),
        ("头发(", Mode.REGEX, []),
        ("头发", Mode.REGEX, [(Mode.FOLDED, 1)]),
        ("月球", Mode.FOLDED, []),
        ("嫉妒", Mode.FUZZY, [(Mode.VARIANTS, 1)]),
    ],
)
def test_suggestions(query: str, mode: Mode, found: list[tuple[Mode, int]]) -> None:
    index = Index([make_article("他的頭髮很長。", "也不嫉妬。")])
    assert [(suggestion.mode, suggestion.count) for suggestion in find_suggestions(index, query, mode)] == found


def test_nothing_that_is_not_installed_is_suggested(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "rapidfuzz.distance", None)
    index = Index([make_article("头发很长")])
    assert find_suggestions(index, "头发很张", Mode.FOLDED) == ()
