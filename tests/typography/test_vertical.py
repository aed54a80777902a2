import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.typography import Cell, Kinsoku, char_width, find_place, set_vertical, text_width
from reader.typography.breaks import CLUSTER
from reader.typography.classes import classify

from .strategies import CLOSING, OPENING, STOPS, prose, texts


def glyphs(text: str) -> list[str]:
    return [glyph.rstrip() for column in set_vertical(text, 99) for glyph in column.glyphs]


def shown(text: str, height: int, indent: int = 0, hanging: bool = False) -> list[str]:
    return [
        "\u3000" * column.indent + "".join(column.glyphs)
        for column in set_vertical(text, height, indent=indent, hanging=hanging)
    ]


@pytest.mark.parametrize(
    ("why", "text", "drawn"),
    [
        ("stops", "春。江，花、月：夜；山！川？", "春︒江︐花︑月︓夜︔山︕川︖"),
        ("curly quotes, GB 5.2", "“春‘江’”", "﹃春﹁江﹂﹄"),
        ("corner quotes", "「春『江』」", "﹁春﹃江﹄﹂"),
        ("brackets and titles", "（春）《江》〈花〉【月】〔夜〕", "︵春︶︽江︾︿花﹀︻月︼︹夜︺"),
        ("dash and dots", "春——江……", "春︱︱江︙︙"),
        ("the interpunct", "春·江", "春・江"),
        ("Latin goes letter by letter", "GDP增", "ＧＤＰ增"),
        ("ASCII marks too", "(a),b!", "︵ａ︶︐ｂ︕"),
        ("straight quotes that pair", '说"春"', "说﹃春﹄"),
        ("long numbers go digit by digit", "2031年", "２０３１年"),
        ("signs too", "6.9%", "６．９％"),
    ],
)
def test_forms(why: str, text: str, drawn: str) -> None:
    assert glyphs(text) == list(drawn), why


@pytest.mark.parametrize(
    ("why", "text", "drawn"),
    [
        ("two digits stand upright", "3月12日", ["３", "月", "12", "日"]),
        ("full-width ones too", "１２日", ["12", "日"]),
        ("at either end", "12", ["12"]),
        ("not three", "123", ["１", "２", "３"]),
        ("not in a decimal", "12.5", ["１", "２", "．", "５"]),
        ("nor behind its point", "5.12", ["５", "．", "１", "２"]),
        ("not in a word", "A12", ["Ａ", "１", "２"]),
        ("but with a stop behind", "12,春", ["12", "︐", "春"]),
        (
            "sequences take one cell",
            "葛\U000e0100👨\u200d👩\u200d👧👧🏽",
            ["葛\U000e0100", "👨\u200d👩\u200d👧", "👧🏽"],
        ),
        ("accents are kept", "e\u0301", ["ｅ\u0301"]),
        ("flags", "🇨🇳🇺🇳", ["🇨🇳", "🇺🇳"]),
        ("a description cannot be drawn in one", "⿰木每春", ["⿰", "木", "每", "春"]),
        ("narrow blanks take one cell", "a  b", ["ａ", "", "ｂ"]),
        ("wide blanks one each", "春\u3000\u3000江", ["春", "", "", "江"]),
    ],
)
def test_cells(why: str, text: str, drawn: list[str]) -> None:
    assert glyphs(text) == drawn, why


@pytest.mark.parametrize(
    ("why", "text", "columns"),
    [
        ("no stop at a head", "春江花月。夜山川草", ["春江花", "月︒夜山", "川草"]),
        ("no opening mark at a foot", "春江花“月夜”山", ["春江花", "﹃月夜﹄", "山"]),
        ("a dash stays whole", "春江花——月夜", ["春江花", "︱︱月夜"]),
        ("a word stays whole", "春江GDP月", ["春江", "ＧＤＰ月"]),
        ("a long word is cut", "春GOVERN月", ["春ＧＯＶ", "ＥＲＮ月"]),
        ("an upright pair takes one row", "春江花12日", ["春江花", "12日"]),
        ("an orphan is repaired", "春江花月夜", ["春江花", "月夜"]),
        ("blanks at a foot are not drawn", "春江花月 夜山", ["春江花月", "夜山"]),
    ],
)
def test_columns(why: str, text: str, columns: list[str]) -> None:
    assert shown(text, 4) == columns, why


def test_indent_and_hanging() -> None:
    assert shown("春江花月，夜山", 4, indent=2) == ["\u3000\u3000春江", "花月︐", "夜山"]
    assert shown("春江花月，夜山", 4, hanging=True) == ["春江花月︐", "夜山"]


def test_no_text_has_no_column() -> None:
    assert set_vertical("", 10) == ()
    assert find_place((), 0) is None


@settings(max_examples=300, deadline=None)
@given(texts, st.integers(-1, 30), st.sampled_from([0, 2]), st.sampled_from(Kinsoku), st.booleans())
def test_laws(text: str, height: int, indent: int, kinsoku: Kinsoku, hanging: bool) -> None:
    """Joined they are the text; cells cover each column without a gap, two cells wide; none is too high."""
    columns = set_vertical(text, height, indent=indent, kinsoku=kinsoku, hanging=hanging)
    assert "".join(text[column.start : column.end] for column in columns) == text
    for column in columns:
        cells = column.cells
        assert cells
        assert [cell.start for cell in cells] == [column.start, *(cell.end for cell in cells[:-1])]
        assert cells[-1].end == column.end
        assert all(cell.start < cell.end for cell in cells)
        assert all(text_width(cell.glyph) == 2 for cell in cells)
        if column.indent + len(cells) > max(1, height) + hanging:
            (cluster,) = CLUSTER.findall(classify(text[column.start : column.end]).rstrip("B"))
            assert cluster, "only what cannot be cut is higher than a column"


@settings(max_examples=200, deadline=None)
@given(texts, st.integers(1, 30))
def test_places_map_one_to_one(text: str, height: int) -> None:
    columns = set_vertical(text, height)
    for index, column in enumerate(columns):
        for row, cell in enumerate(column.cells, start=column.indent):
            assert column.find_offset(row) == cell.start
            for offset in range(cell.start, cell.end):
                assert find_place(columns, offset) == (index, row)


def test_places_outside_go_to_the_nearest_cell() -> None:
    (column,) = set_vertical("春12。 ", 9, indent=2)
    assert column.cells == (Cell(0, 1, "春"), Cell(1, 3, "12"), Cell(3, 5, "︒"))
    assert [column.find_offset(row) for row in (0, 2, 3, 4, 5, 9)] == [0, 0, 1, 3, 5, 5]
    assert [column.find_row(offset) for offset in (0, 1, 2, 3, 4, 5, 9)] == [2, 3, 3, 4, 4, 4, 4]


@settings(max_examples=200, deadline=None)
@given(prose, st.integers(8, 40), st.sampled_from([Kinsoku.GB, Kinsoku.STRICT]))
def test_marks_keep_their_place(text: str, height: int, kinsoku: Kinsoku) -> None:
    columns = set_vertical(text, height, kinsoku=kinsoku)
    assert not [column for column in columns[1:] if text[column.start] in STOPS + CLOSING + "·…"]
    assert not [column for column in columns[:-1] if text[column.end - 1] in OPENING]


def test_narrow_glyphs_are_filled_up() -> None:
    (column,) = set_vertical("①é", 9)
    assert column.glyphs == ("① ", "é ")
    (column,) = set_vertical("①", 9, width=lambda character: 2 if character == "①" else char_width(character))
    assert column.glyphs == ("①",)
