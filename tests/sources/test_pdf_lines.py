"""From glyphs to lines, without PDFium: shadows, runs, spaces, vertical and turned text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.pdf.edges import part_outside
from reader.sources.pdf.glyphs import Glyph, is_bold, is_unreadable, read_character
from reader.sources.pdf.lines import build_lines
from reader.sources.pdf.shadows import part_shadows
from reader.sources.ranges import parse_page_range

SIZE = 10.0


def glyph(text: str, x: float, y: float, width: float = SIZE, size: float = SIZE) -> Glyph:
    return Glyph(text, x, x + width, y - 0.88 * size, y + 0.12 * size, y, size)


def row(text: str, x: float = 0.0, y: float = 20.0, widths: dict[str, float] | None = None) -> list[Glyph]:
    found = []
    for character in text:
        width = (widths or {}).get(character, SIZE if ord(character) > 0x2E7F else SIZE / 2)
        found.append(glyph(character, x, y, width))
        x += width
    return found


def column(text: str, x: float = 0.0, y: float = 20.0) -> list[Glyph]:
    return [glyph(character, x, y + at * SIZE) for at, character in enumerate(text)]


NARROW = {"l": 2.5, "e": 5.0, "v": 5.0, "d": 5.5, "a": 5.0}


@pytest.mark.parametrize("word", ["levelled", "all", "ill", "新新桥", "……", "1111", "——"])
def test_letters_doubled_in_a_word_are_no_shadows(word: str) -> None:
    glyphs = row(word, widths=NARROW | {"i": 2.0})
    assert part_shadows(glyphs) == (glyphs, [])


@pytest.mark.parametrize("shift", [0.1, 0.5, 1.0, 2.0])
def test_a_label_drawn_twice_keeps_one_copy(shift: float) -> None:
    first, second = row("春耕一线"), row("春耕一线", x=shift, y=20 + shift)
    assert part_shadows(first + second) == (first, second)


def test_words_farther_apart_than_a_shadow_both_stay() -> None:
    glyphs = row("春耕") + row("春耕", x=4.0, y=24.0)
    assert part_shadows(glyphs)[1] == []


@pytest.mark.parametrize(
    ("code", "character"),
    [(0x65B0, "新"), (0x02, "-"), (0xFFFE, "-"), (0x8D, "\ufffd"), (0, "\ufffd"), (0x0A, " "), (0x1F600, "😀")],
)
def test_what_pdfium_gives_becomes_a_character(code: int, character: str) -> None:
    assert read_character(code) == character


@pytest.mark.parametrize(("character", "unreadable"), [("\ufffd", True), ("\ue123", True), ("新", False), ("-", False)])
def test_unreadable_characters(character: str, unreadable: bool) -> None:
    assert is_unreadable(character) is unreadable


@pytest.mark.parametrize(
    ("name", "bold"),
    [
        ("ABCDEF+NotoSerifCJKsc-Bold", True),
        ("FZXBSJW--GB1-0", True),
        ("SimHei", True),
        ("FZSSJW--GB1-0", False),
        ("STSong-Light", False),
    ],
)
def test_bold_faces_by_name(name: str, bold: bool) -> None:
    assert is_bold(name, 6, 400) is bold


@pytest.mark.parametrize(
    ("glyphs", "texts"),
    [
        (row("新桥昨日") + row("通车", y=40), ["新桥昨日", "通车"]),
        (row("新桥") + row("通车", x=60), ["新桥", "通车"]),
        (row("新桥") + row("通车", x=28), ["新桥 通车"]),
        (row("the") + row("bridge", x=18), ["the bridge"]),
        (row("the bridge"), ["the bridge"]),
        (row("通车", x=20) + row("新桥"), ["新桥通车"]),
        (column("新桥昨日通车"), ["新桥昨日通车"]),
        (column("新桥昨日", x=50) + column("正式通车", x=30), ["新桥昨日", "正式通车"]),
        (row("新") + row("桥", y=40), ["新", "桥"]),
    ],
    ids=["below", "columns", "halves", "words", "spaces", "drawn-late", "vertical", "two-vertical", "too-few"],
)
def test_lines(glyphs: list[Glyph], texts: list[str]) -> None:
    assert [line.text for line in build_lines(glyphs)] == texts


def test_letters_spaced_out_are_one_word() -> None:
    glyphs = [glyph(character, at * 8.0, 20.0, 5.0) for at, character in enumerate("NEWS")]
    assert [line.text for line in build_lines(glyphs)] == ["NEWS"]


def test_vertical_lines_have_boxes_that_are_taller_than_wide() -> None:
    (line,) = build_lines(column("新桥昨日通车"))
    assert line.vertical
    assert line.box.height > 5 * line.box.width


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_turned_text_is_read_along_its_own_direction(turn: int) -> None:
    # A line turned by quarters: down, leftward, up.
    steps = {1: (0.0, SIZE), 2: (-SIZE, 0.0), 3: (0.0, -SIZE)}
    across, down = steps[turn]
    glyphs = []
    for at, character in enumerate("新桥昨日"):
        x, y = 100 + at * across, 100 + at * down
        baseline = x if turn % 2 else y
        glyphs.append(Glyph(character, x, x + SIZE, y, y + SIZE, baseline, SIZE, False, turn))
    (line,) = build_lines(glyphs)
    assert line.text == "新桥昨日"
    assert (line.box.height > line.box.width) is (turn != 2)


@given(
    st.lists(
        st.builds(
            Glyph,
            st.sampled_from("新桥昨日通车,- aAl"),
            st.floats(-50, 700),
            st.floats(-50, 700),
            st.floats(-50, 700),
            st.floats(-50, 700),
            st.floats(-50, 700),
            st.floats(0, 60),
            st.booleans(),
            st.integers(0, 3),
        ),
        max_size=40,
    )
)
def test_every_glyph_is_in_exactly_one_line(glyphs: list[Glyph]) -> None:
    kept, shadows = part_shadows(glyphs)
    lines = [*build_lines(kept), *build_lines(shadows)]
    printed = sorted("".join(line.text for line in lines).replace(" ", ""))
    assert printed == sorted("".join(glyph.text for glyph in glyphs).replace(" ", ""))


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("3", [3], [2, 4]),
        ("1-4", [1, 4], [5]),
        ("2-", [2, 900], [1]),
        ("-3", [1, 3], [4]),
        ("1,4-6", [1, 4, 6], [2, 7]),
        (" 1 – 2 ，5", [1, 2, 5], [3]),
    ],
)
def test_page_ranges(text: str, inside: list[int], outside: list[int]) -> None:
    wanted = parse_page_range(text)
    assert wanted is not None
    assert all(number in wanted for number in inside)
    assert not any(number in wanted for number in outside)


@pytest.mark.parametrize("text", ["", "-", "0", "4-2", "a", "1;2", "1-2-3", "1,"])
def test_what_is_no_page_range(text: str) -> None:
    assert parse_page_range(text) is None


@pytest.mark.parametrize(
    ("y", "kept"),
    [
        pytest.param(-1.0, True, id="cut by the edge"),
        pytest.param(-8.0, True, id="a line above the first one"),
        pytest.param(-40.0, False, id="a printer's mark far off"),
    ],
)
def test_what_runs_over_the_edge(y: float, kept: bool) -> None:
    text = build_lines([*row("渡船失事昨日", y=12), *row("午後南碼頭渡", y=32)])
    (line,) = build_lines(row("新橋通車今晨", y=y))
    found, rest = part_outside(text, [line], 300, 400)
    assert (list(found), list(rest)) == (([line], []) if kept else ([], [line]))


def test_larger_type_beyond_the_edge_is_no_text_of_the_page() -> None:
    text = build_lines(row("渡船失事昨日", y=12))
    far = build_lines([glyph("套", 0, -14, size=14), glyph("色", 14, -14, size=14)])
    assert part_outside(text, far, 300, 400) == ((), far if isinstance(far, tuple) else tuple(far))
