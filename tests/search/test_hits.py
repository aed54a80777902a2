import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.hanzi.characters import em_width
from reader.search import find_context

TEXT = "一二三四五六七八九十"


@pytest.mark.parametrize(
    ("start", "end", "room", "expected"),
    [
        (4, 6, 6, ("三四", "五六", "七八", True, True)),
        (0, 2, 6, ("", "一二", "三四五六", False, True)),
        (8, 10, 6, ("五六七八", "九十", "", True, False)),
        (4, 6, 100, ("一二三四", "五六", "七八九十", False, False)),
        (2, 8, 3, ("", "三四五六七八", "", True, True)),
        (0, 10, 5, ("", TEXT, "", False, False)),
        (1, 2, 7, ("一", "二", "三四五六七", False, True)),
    ],
)
def test_context(start: int, end: int, room: int, expected: tuple[str, str, str, bool, bool]) -> None:
    found = find_context(TEXT, start, end, room)
    assert (found.before, found.match, found.after, found.cut_before, found.cut_after) == expected


def test_room_may_be_in_other_units() -> None:
    found = find_context("abcd丰收efgh", 4, 6, 4, em_width)
    assert (found.before, found.match, found.after) == ("cd", "丰收", "ef")


def test_white_space_at_the_edges_is_no_context() -> None:
    found = find_context("\u3000\u3000丰收 ", 2, 4, 10)
    assert (found.before, found.after, found.cut_before, found.cut_after) == ("", "", False, False)


@given(st.text(max_size=30), st.integers(0, 30), st.integers(0, 30), st.floats(0, 40))
def test_the_pieces_stand_together_in_the_text(text: str, one: int, other: int, room: float) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    found = find_context(text, start, end, room, em_width)
    assert found.match == text[start:end]
    assert found.before + found.match + found.after in text
    assert text[:start].endswith(found.before)
    assert text[end:].startswith(found.after)
    if found.before or found.after:
        assert em_width(found.before + found.match + found.after) <= room
    assert found.cut_before == (found.before != text[:start].lstrip())
    assert found.cut_after == (found.after != text[end:].rstrip())
