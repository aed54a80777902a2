import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.typography import SetRow, Stretch, find_position, lay_columns


def rows_of(drawing: str) -> list[SetRow]:
    """One letter a row: the same letter is one block, a capital is kept with the next row, a dot is blank."""
    return [SetRow(ord(name.lower()), blank=name == ".", keep=name.isupper()) for name in drawing]


def laid(drawing: str, count: int, height: int, balanced: bool = False) -> str:
    """Columns parted by /, pages by //."""
    pages = lay_columns(rows_of(drawing), count, height, balanced=balanced)
    return " // ".join(" / ".join(drawing[start:end] for start, end in page) for page in pages)


@pytest.mark.parametrize(
    ("why", "drawing", "pages"),
    [
        ("columns fill one after the other", "aaaaaaaaaaaa", "aaaa / aaaa // aaaa"),
        ("no first line alone at a foot", "aaabbbb", "aaa / bbbb"),
        ("no last line alone at a head", "aaaaabb", "aaa / aabb"),
        ("a block of two stays whole", "aaabb", "aaa / bb"),
        ("a heading stays with its text", "aaaBbbb", "aaa / Bbbb"),
        ("also across a blank row", "aaB.ccc", "aa / B.cc // c"),
        ("blank rows fall away at a head", "aaaa..bbb", "aaaa / bbb"),
        ("what cannot be kept is parted", "ABCDEFGH", "ABCD / EFGH"),
    ],
)
def test_rules(why: str, drawing: str, pages: str) -> None:
    assert laid(drawing, 2, 4) == pages, why


@pytest.mark.parametrize(
    ("drawing", "pages"),
    [
        ("aabbccddee", "aabbcc / ddee"),
        ("aaaaaa", "aaa / aaa"),
        ("aaaaaaaaaaaa" + "bbbb", "aaaaaa / aaaaaa // bb / bb"),
        ("a", "a"),
        ("", ""),
        ("...", ""),
    ],
)
def test_the_last_page_is_balanced(drawing: str, pages: str) -> None:
    assert laid(drawing, 2, 6, balanced=True) == pages


drawings = st.lists(
    st.tuples(st.sampled_from("abcdeF."), st.integers(1, 6)).map(lambda block: block[0] * block[1]), max_size=12
).map("".join)


@settings(max_examples=200, deadline=None)
@given(drawings, st.integers(-1, 4), st.integers(-1, 9), st.booleans())
def test_laws(drawing: str, count: int, height: int, balanced: bool) -> None:
    """Every row that shows something is in one column, in order; no column is too high, no page too full."""
    rows = rows_of(drawing)
    pages = lay_columns(rows, count, height, balanced=balanced)
    stretches = [stretch for page in pages for stretch in page]
    assert all(len(page) <= max(1, count) for page in pages)
    assert all(0 < stretch.end - stretch.start <= max(1, height) for stretch in stretches)
    shown = [row for start, end in stretches for row in range(start, end)]
    assert shown == sorted(set(shown))
    assert {row for row, each in enumerate(rows) if not each.blank} <= set(shown)
    for page, spread in enumerate(pages):
        for column, stretch in enumerate(spread):
            for row in range(*stretch):
                assert find_position(pages, row) == (page, column, row - stretch.start)


def test_rows_outside_go_to_the_nearest() -> None:
    pages = lay_columns(rows_of("aaaa..bbb"), 2, 4, balanced=False)
    assert pages == ((Stretch(0, 4), Stretch(6, 9)),)
    assert [find_position(pages, row) for row in (-1, 4, 5, 6, 99)] == [
        (0, 0, 0), (0, 1, 0), (0, 1, 0), (0, 1, 0), (0, 1, 2),
    ]  # fmt: skip
    assert find_position((), 0) is None
