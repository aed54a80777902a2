import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from reader.typography import Kinsoku, Line, char_width, find_breaks, reflow, text_width
from reader.typography.breaks import CLUSTER
from reader.typography.classes import classify
from reader.typography.filling import HANGING

from .strategies import CLOSING, OPENING, STOPS, prose, texts

HEAD_FORBIDDEN = set(STOPS + CLOSING + "·…")
FOOT_FORBIDDEN = set(OPENING)

measures = st.integers(1, 44)
settings_of_a_line = st.fixed_dictionaries(
    {"indent": st.sampled_from([0, 0, 2, 4]), "kinsoku": st.sampled_from(Kinsoku), "hanging": st.booleans()}
)


def lines_of(text: str, lines: tuple[Line, ...]) -> list[str]:
    return [text[line.start : line.end] for line in lines]


def shown(text: str, measure: int, indent: int = 0, hanging: bool = False) -> list[str]:
    lines = reflow(text, measure, indent=indent, hanging=hanging)
    return [" " * line.indent + text[line.start : line.end] for line in lines]


def check_breaks(text: str, lines: tuple[Line, ...], measure: int, kinsoku: Kinsoku) -> None:
    """Every line ends where one may, or inside an atom that no line can hold."""
    breaks = find_breaks(text, kinsoku)
    for line in lines:
        if line.end not in breaks:
            start = max((at for at in breaks if at < line.end), default=0)
            end = min(at for at in breaks if at > line.end)
            assert text_width(drawn(text, start, end)) > measure


def drawn(text: str, start: int, end: int) -> str:
    """The slice without the blanks, and their marks, at its end."""
    classes = classify(text)[start:end].rstrip("BMJ")
    kept = len(classes)
    whole = classify(text)[start:end]
    while kept < len(whole) and whole[kept] != "B":
        kept += 1
    return text[start : start + kept]


@settings(max_examples=400, deadline=None)
@given(texts, measures, settings_of_a_line)
def test_laws(text: str, measure: int, how: dict[str, object]) -> None:
    """Joined they are the text; none is empty; none is overfull; each ends where it may."""
    kinsoku, hanging = how["kinsoku"], how["hanging"]
    assert isinstance(kinsoku, Kinsoku)
    lines = reflow(text, measure, **how)  # type: ignore[arg-type]
    assert "".join(lines_of(text, lines)) == text
    assert all(line.start < line.end for line in lines)
    assert all(line.indent == 0 for line in lines[1:])
    for line in lines:
        room = measure - line.indent + (2 if hanging else 0)
        if text_width(drawn(text, line.start, line.end)) > room:
            cluster = CLUSTER.match(classify(text), line.start)
            assert cluster is not None
            assert cluster.end() >= line.start + len(drawn(text, line.start, line.end)), "more than one cluster"
    check_breaks(text, lines, measure, kinsoku)


@settings(max_examples=300, deadline=None)
@given(prose, st.integers(16, 84), st.booleans(), st.sampled_from([0, 4]))
def test_marks_keep_their_place(text: str, measure: int, hanging: bool, indent: int) -> None:
    for kinsoku in (Kinsoku.GB, Kinsoku.STRICT):
        lines = lines_of(text, reflow(text, measure, indent=indent, kinsoku=kinsoku, hanging=hanging))
        assert not [line for line in lines[1:] if line[0] in HEAD_FORBIDDEN]
        assert not [line for line in lines[:-1] if line.rstrip()[-1] in FOOT_FORBIDDEN]


@settings(max_examples=200, deadline=None)
@given(prose, st.integers(16, 60))
def test_lines_are_as_full_as_they_can_be(text: str, measure: int) -> None:
    """The next atom never fitted, except where the last line but one gave an atom to an orphan."""
    lines = reflow(text, measure)
    breaks = find_breaks(text)
    for line in lines[:-2]:
        following = min(at for at in breaks if at > line.end)
        assert text_width(text[line.start : following].rstrip()) > measure


@settings(deadline=None)
@given(texts, measures)
def test_a_line_is_cut_between_clusters_only(text: str, measure: int) -> None:
    clusters = {0} | {found.end() for found in CLUSTER.finditer(classify(text))}
    assert {line.end for line in reflow(text, measure)} <= clusters


@settings(deadline=None)
@given(texts, measures)
def test_setting_the_lines_again_changes_nothing(text: str, measure: int) -> None:
    assert reflow(text, measure) == reflow(text, measure)


def test_no_text_has_no_line() -> None:
    assert reflow("", 20) == ()


@pytest.mark.parametrize("measure", [-3, 0, 1])
def test_a_measure_of_nothing_still_ends(measure: int) -> None:
    assert shown("春江。a", measure) == ["春", "江", "。", "a"]


@pytest.mark.parametrize(
    ("text", "measure", "lines"),
    [
        ("春江花月夜山川草木", 8, ["春江花月", "夜山川", "草木"]),
        ("春江花月，夜山川草木", 8, ["春江花", "月，夜山", "川草木"]),
        ("春江花“月夜”山川草木春", 8, ["春江花", "“月夜”山", "川草木春"]),
        ("春江 花月", 5, ["春江 ", "花月"]),
        ("春江花 GDP月夜山", 8, ["春江花 ", "GDP月", "夜山"]),
        ("春江花————月夜山", 8, ["春江花——", "——月夜山"]),
    ],
)
def test_filling(text: str, measure: int, lines: list[str]) -> None:
    assert shown(text, measure) == lines


@pytest.mark.parametrize(
    ("why", "text", "measure", "lines"),
    [
        ("a character is moved down to the orphan", "春江花月夜山川草。", 16, ["春江花月夜山", "川草。"]),
        ("also with its marks", "春江花月夜山川草木。”", 16, ["春江花月夜山川", "草木。”"]),
        ("two characters are none", "春江花月夜山川草木春", 16, ["春江花月夜山川草", "木春"]),
        ("a word of two letters is none", "春江花月夜山川草OK", 16, ["春江花月夜山川草", "OK"]),
        ("it stays where the repair would not fit", "我们" + "x" * 32 + "春！？", 36, ["我们" + "x" * 32, "春！？"]),
        ("it stays where the line above has only two atoms", "春江花", 4, ["春江", "花"]),
        ("it stays rather than leave half a line empty", "春江" + "x" * 12 + "花", 16, ["春江" + "x" * 12, "花"]),
    ],
)
def test_orphans(why: str, text: str, measure: int, lines: list[str]) -> None:
    assert shown(text, measure) == lines, why


@pytest.mark.parametrize(
    ("why", "text", "measure", "lines"),
    [
        (
            "an address is cut where the line is full",
            "看http://a.example/bcdef",
            10,
            ["看http://a", ".example/b", "cdef"],
        ),
        ("not before the mark after it", "“" + "x" * 9 + "”。", 10, ["“" + "x" * 8, "x”。"]),
        (
            "not behind the mark before it",
            "春江花月“" + "x" * 30,
            9,
            ["春江花月", "“" + "x" * 8, "x" * 9, "x" * 9, "xxxx"],
        ),
        ("a pile of marks is cut", "春" + "。" * 6, 8, ["春。。。", "。。。"]),
        ("flags and marks stay whole", "x\u0301" * 5 + "🇨🇳" * 2, 2, ["x\u0301x\u0301"] * 2 + ["x\u0301", "🇨🇳", "🇨🇳"]),
    ],
)
def test_what_is_wider_than_a_line_is_cut(why: str, text: str, measure: int, lines: list[str]) -> None:
    assert shown(text, measure) == lines, why


def test_the_first_line_is_indented() -> None:
    assert shown("春江花月夜山川草木", 8, indent=4) == ["    春江", "花月夜山", "川草木"]


def test_an_indent_gives_way_to_what_does_not_fit_beside_it() -> None:
    assert shown("“‘春江’”花", 6, indent=4) == ["  “‘春", "江’”花"]
    assert shown("abcdefgh春江", 8, indent=4) == ["abcdefgh", "春江"]


@pytest.mark.parametrize(
    ("why", "text", "lines"),
    [
        ("a stop hangs", "春江花月，夜山川草", ["春江花月，", "夜山川草"]),
        ("also at the very end", "春江花月。", ["春江花月。"]),
        ("only those of one em", "春江花月！夜山川", ["春江花", "月！夜", "山川"]),
        ("not before a closing mark", "“春江花。”月夜", ["“春江", "花。”月", "夜"]),
        ("not before another stop", "春江花月。。夜山", ["春江花", "月。。夜", "山"]),
    ],
)
def test_hanging(why: str, text: str, lines: list[str]) -> None:
    assert shown(text, 8, hanging=True) == lines, why


@settings(max_examples=200, deadline=None)
@given(prose, st.integers(8, 40))
def test_only_a_hanging_mark_stands_outside(text: str, measure: int) -> None:
    for line in reflow(text, measure, hanging=True):
        piece = text[line.start : line.end].rstrip()
        if text_width(piece) > measure:
            assert piece[-1] in HANGING
            assert text_width(piece[:-1]) <= measure


def test_widths_are_the_callers() -> None:
    assert lines_of("“春江”", reflow("“春江”", 6, width=lambda _: 2)) == ["“春", "江”"]
    assert len(reflow("“春江”", 6)) == 1


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("春a。“", 6),
        ("e\u0301", 1),
        ("❤\ufe0f", 2),
        ("❤\ufe0f\ufe0f", 2),
        ("👧🏽", 2),
        ("👨\u200d👩\u200d👧", 2),
        ("葛\U000e0100", 2),
        ("。\u200d春", 4),  # nothing for the joiner to join
    ],
)
def test_width_of_sequences(text: str, cells: int) -> None:
    assert text_width(text) == cells


@settings(max_examples=200, deadline=None)
@given(texts, measures)
def test_no_row_is_wider_than_the_compositor_believes(text: str, measure: int) -> None:
    """Rich, under Textual, counts sequences its own way: never more than we do."""
    for line in reflow(text, measure, width=get_character_cell_size):
        piece = drawn(text, line.start, line.end)
        assert cell_len(piece) <= text_width(piece, get_character_cell_size)


def test_char_width() -> None:
    assert [char_width(character) for character in "春。“a\u0301\u200bＡ…"] == [2, 2, 1, 1, 0, 0, 2, 1]


@settings(deadline=None)
@given(st.text(min_size=1, max_size=1), st.integers(1, 8))
def test_one_character_is_one_line(character: str, measure: int) -> None:
    assume(not character.isspace())
    assert reflow(character, measure) == (Line(0, 1, 0),)


def test_long_runs_take_linear_work() -> None:
    """A line's work does not depend on how long the run is that it is cut from."""
    text = "x" * 200_000 + "春" * 200_000 + "“" * 50_000 + "。" * 50_000
    lines = reflow(text, 80)
    assert lines[-1].end == len(text)
    assert len(lines) >= 200_000 // 80 + 200_000 // 40 + 50_000 // 80 + 50_000 // 40
