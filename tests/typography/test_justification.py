import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.typography import Kinsoku, Line, LineKind, find_breaks, find_kind, justify, reflow, text_width
from reader.typography.filling import HANGING
from reader.typography.justification import WIDEST_GAP

from .strategies import prose, texts


def shown(text: str, measure: int, hanging: bool = False) -> list[str]:
    """The lines with a dot for every cell that was added."""
    lines = reflow(text, measure, hanging=hanging)
    drawn: list[str] = []
    for line, gaps in zip(lines, justify(text, lines, measure, hanging=hanging), strict=True):
        piece = text[line.start : line.end].rstrip()
        for gap in reversed(gaps):
            cut = gap.at - line.start
            piece = piece[:cut] + "." * gap.cells + piece[cut:]
        drawn.append(piece)
    return drawn


@pytest.mark.parametrize(
    ("why", "text", "measure", "lines"),
    [
        ("after a stop", "春江，花月夜GDP山川", 13, ["春江，.花月夜", "GDP山川"]),
        ("before an opening mark", "春江（花月夜）山川草木", 11, ["春江.（花月", "夜）山川", "草木"]),
        ("at a blank", "春江花 GDP月夜山川草木", 13, ["春江花 .GDP月", "夜山川草木"]),
        ("at a joint of Han and Latin", "春江GDP花月夜山川草木", 12, ["春江.GDP花月", "夜山川草木"]),
        ("at marks rather than at joints", "春，江花GDP月夜山川草", 14, ["春，.江花GDP月", "夜山川草"]),
        ("in the middle if there is one cell", "春，江，花，月，夜山川草", 19, ["春，江，.花，月，夜", "山川草"]),
        ("evenly", "春，江花，月，夜，abcdefg山川", 21, ["春，.江花，.月，.夜，", "abcdefg山川"]),
        ("nowhere between Han", "春江花月夜山川草木", 9, ["春江花月", "夜山川", "草木"]),
        ("not if gaps would be too wide", "春，江花月abcdefghijkl夜山川", 18, ["春，江花月", "abcdefghijkl夜山川"]),
        ("not in the last line", "春江，花", 12, ["春江，花"]),
    ],
)  # fmt: skip
def test_where_spare_cells_go(why: str, text: str, measure: int, lines: list[str]) -> None:
    assert shown(text, measure) == lines, why


def test_a_hanging_mark_stays_outside() -> None:
    assert shown("春，江花月a，夜山川草木", 11, hanging=True) == ["春，江花月a，", "夜山川草木"]
    assert shown("春，江花月，夜山川草木", 11, hanging=True) == ["春，.江花月，", "夜山川草木"]


@settings(max_examples=200, deadline=None)
@given(prose, st.integers(8, 60), st.sampled_from([0, 4]), st.booleans(), st.sampled_from(Kinsoku))
def test_lines_end_at_the_measure_or_stay_as_they_are(
    text: str, measure: int, indent: int, hanging: bool, kinsoku: Kinsoku
) -> None:
    lines = reflow(text, measure, indent=indent, hanging=hanging, kinsoku=kinsoku)
    all_gaps = justify(text, lines, measure, hanging=hanging, kinsoku=kinsoku)
    assert len(all_gaps) == len(lines)
    assert not any(all_gaps[-1:])
    breaks = find_breaks(text, kinsoku)
    for line, gaps in zip(lines, all_gaps, strict=True):
        assert all(line.start < gap.at < line.end and gap.at in breaks for gap in gaps)
        assert all(1 <= gap.cells <= WIDEST_GAP for gap in gaps)
        if gaps:
            piece = text[line.start : line.end].rstrip()
            used = line.indent + text_width(piece) + sum(gap.cells for gap in gaps)
            hung = hanging and piece[-1] in HANGING and used > measure
            assert used - (2 if hung else 0) == measure


@settings(deadline=None)
@given(texts, st.integers(1, 40))
def test_any_text_can_be_justified(text: str, measure: int) -> None:
    lines = reflow(text, measure)
    gaps = justify(text, lines, measure)
    assert [gap.at for line in gaps for gap in line] == sorted({gap.at for line in gaps for gap in line})


def test_kinds_of_lines() -> None:
    assert [find_kind(index, 4) for index in range(4)] == [
        LineKind.FIRST, LineKind.MIDDLE, LineKind.MIDDLE, LineKind.LAST,
    ]  # fmt: skip
    assert find_kind(0, 1) is LineKind.ONLY
    assert justify("", (), 10) == ()
    assert justify("春", (Line(0, 1, 0),), 10) == ((),)
