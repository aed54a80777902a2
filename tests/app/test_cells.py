"""What is drawn takes the room that was reckoned with, whatever the terminal does with ambiguous characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
import rich.cells
import rich.segment
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import CellTable, cell_len
from rich.segment import Segment
from textual.strip import Strip

from reader.app import cells
from reader.app.cells import GETA, character_cells, crop, display_text, text_cells, use_widths
from reader.app.terminal_width import Ambiguous, TerminalWidths, ambiguous_characters, read_reports
from reader.typography import find_breaks, reflow, text_width

from ..typography.strategies import texts

NARROW = TerminalWidths()
WIDE = read_reports(b"", Ambiguous.WIDE)
PLAIN_EMOJI = TerminalWidths(WIDE.wide, emoji_style=False, joins_emoji=False)
TERMINALS = [
    pytest.param(NARROW, id="narrow"),
    pytest.param(WIDE, id="wide"),
    pytest.param(TerminalWidths(emoji_style=False, joins_emoji=False), id="narrow, emoji apart"),
    pytest.param(PLAIN_EMOJI, id="wide, emoji apart"),
]

anything = st.one_of(
    texts,
    st.lists(
        st.one_of(
            st.sampled_from(
                [
                    *("“", "”", "—", "…", "·", "①", "℃", "※", "×", "é", "Ж", "─", "▌", "®", "❤", "♂", "☀", "⿰", "㇯"),
                    *("\ufe0f", "\u200d", "\u0301", "\u302a", "\U000e0101", "\u200b", "\u2060", "\u034f"),
                    *("\ue000", "\uf8ff", "\U000f0001", "\U0010fffd", "𠀀", "𫝀", "𬺰", "\U0002ebf0", "\U00030000"),
                    *("👩", "👧", "🏽", "🏴", "🇨", "🇳", "🫪", "🏃\u200d♂\ufe0f", "❤\ufe0f\u200d🔥", "1\ufe0f\u20e3"),
                ]
            ),
            st.characters(exclude_categories=("Cs", "Cc")),
        ),
        max_size=20,
    ).map("".join),
)


@pytest.fixture(autouse=True)
def own_widths() -> Iterator[None]:
    yield
    use_widths(NARROW)


@pytest.mark.parametrize("terminal", TERMINALS)
def test_what_is_drawn_takes_the_room_that_layout_reckoned_with(terminal: TerminalWidths) -> None:
    use_widths(terminal)

    @settings(max_examples=300, deadline=None)
    @given(anything, st.integers(2, 30))
    def check(text: str, measure: int) -> None:
        drawn = display_text(text)
        assert len(drawn) == len(text)
        assert display_text(drawn) == drawn
        assert text_width(drawn, character_cells) == cell_len(drawn) == text_cells(text)
        for line in reflow(drawn, measure, width=character_cells):
            row = drawn[line.start : line.end]
            assert text_width(row, character_cells) == cell_len(row) == Strip([Segment(row)]).cell_length

    check()


@pytest.mark.parametrize("terminal", TERMINALS)
def test_what_is_cropped_fits(terminal: TerminalWidths) -> None:
    use_widths(terminal)

    @settings(max_examples=200, deadline=None)
    @given(anything, st.integers(0, 20))
    def check(text: str, room: int) -> None:
        cropped = crop(text, room)
        assert cell_len(cropped) <= room
        if text_cells(text) <= room:
            assert cropped == display_text(text)

    check()


@settings(max_examples=200, deadline=None)
@given(texts)
def test_drawing_moves_no_break(text: str) -> None:
    plain = text.replace("\u200d", "").replace("\ufe0f", "")
    assert find_breaks(display_text(plain)) == find_breaks(plain)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("👩\u200d👧\u200d👧", id="family"),
        pytest.param("🏃🏽\u200d♂\ufe0f", id="skin tone and sign"),
        pytest.param("❤\ufe0f\u200d🔥", id="selector before the joiner"),
        pytest.param("🇨🇳", id="flag"),
        pytest.param("e\u0301", id="combining mark"),
        pytest.param("葛\U000e0100", id="variation of an ideograph"),
    ],
)
def test_clusters_are_never_cut(text: str) -> None:
    room = 2 + text_cells(text)
    assert crop(f"山{text}水川", room + 1) == f"山{text}…"
    assert crop(f"山{text}水", room) == "山…"
    assert display_text(text) == text


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        pytest.param("\ue000甲\uf8ff", f"{GETA}甲{GETA}", id="private use"),
        pytest.param("\U000f0000\U00100000", GETA * 2, id="the other two private areas"),
        pytest.param("a\ufe0f", "a\u034f", id="a selector on a letter"),
        pytest.param("。\u200d中", "。\u034f中", id="a joiner between what cannot be joined"),
        pytest.param("春江，花月。", "春江，花月。", id="plain text"),
    ],
)
def test_what_no_font_knows_is_drawn_as_something_else(text: str, drawn: str) -> None:
    assert display_text(text) == drawn
    assert text_cells(text) == cell_len(drawn)


def test_a_change_of_widths_reaches_everybody() -> None:
    quoted = "“春江‘花月’”——①……℃"
    assert (cell_len(quoted), text_width(quoted, character_cells)) == (18, 18)
    use_widths(WIDE)
    assert (cell_len(quoted), text_width(quoted, character_cells), text_cells(quoted)) == (28, 28, 28)
    assert Segment("——").split_cells(2)[0].text == "—"
    assert [segment.cell_length for segment in Segment("×÷").split_cells(2)] == [2, 2]
    use_widths(NARROW)
    assert (cell_len(quoted), text_width(quoted, character_cells)) == (18, 18)
    assert cells.character_cells is character_cells


def test_lines_and_blocks_stay_narrow() -> None:
    use_widths(WIDE)
    lines = "".join(map(chr, range(0x2500, 0x25A0)))
    assert cell_len(lines) == len(lines) == text_cells(lines)


def test_ambiguous_characters_are_those_of_text() -> None:
    every = frozenset().union(*ambiguous_characters().values())
    assert every >= set("“”‘’—…·①℃※×°§→■□●○★αЖⅠ")
    assert not every & set("─│┌▌█《。a \u0301\ufe0f\ue000")
    assert {unicodedata.east_asian_width(character) for character in every} == {"A"}
    assert sum(map(len, ambiguous_characters().values())) == len(every)


def test_rich_has_the_private_parts_that_are_patched() -> None:
    table = vars(rich.cells)["load_cell_table"]("auto")
    assert isinstance(table, CellTable)
    assert list(table.widths) == sorted(table.widths)
    assert {"a", "×"} <= rich.cells._SINGLE_CELLS
    for module in (rich.cells, rich.segment):
        assert vars(module)["_is_single_cell_widths"]("a×")
    for cached in (rich.cells.get_character_cell_size, rich.cells.cached_cell_len):
        assert cached.cache_info().maxsize
