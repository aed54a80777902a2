"""The column typesetter, on cases that can be set by hand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.generator.galley import Owner, Run
from tests.generator.typesetter import Column, em_width, set_display, set_paragraph

OWNER = Owner(0, 0)


def set_text(text: str, column: Column) -> list[str]:
    return [line.text for line in set_paragraph([Run(OWNER, text)], column)]


@pytest.mark.parametrize(
    ("text", "column", "lines"),
    [
        ("春水绕堤平归舟带晚晴", Column(5, 0), ["春水绕堤平", "归舟带晚晴"]),
        ("春水绕堤平归舟", Column(5, 2), ["春水绕", "堤平归舟"]),
        # A mark that would begin a line is squeezed in …
        ("春水绕，堤平，归舟带晚", Column(6, 0, squeeze=2), ["春水绕，堤平，", "归舟带晚"]),
        # … or takes the character before it along.
        ("春水绕堤平舟，归舟带晚", Column(6, 0, squeeze=0), ["春水绕堤平", "舟，归舟带晚"]),
        # Nothing opens at a line's end.
        ("春水绕堤“平舟”归", Column(5, 0, squeeze=0), ["春水绕堤", "“平舟”归"]),
        # Old papers let marks stand anywhere.
        ("春水繞堤、平", Column(4, 0, kinsoku=False, squeeze=0), ["春水繞堤", "、平"]),
        # Numbers and Latin words stay whole.
        ("共有1234户", Column(3, 0), ["共有", "1234户"]),
        ("乘坐CRH2列车", Column(4, 0), ["乘坐CRH2", "列车"]),
    ],
)
def test_set_paragraph(text: str, column: Column, lines: list[str]) -> None:
    assert set_text(text, column) == lines


@settings(max_examples=60, deadline=None)
@given(
    st.text("春水绕堤平归舟带晚晴，。“”12Ab ", min_size=1, max_size=80),
    st.integers(9, 22),
    st.integers(0, 3),
    st.booleans(),
)
def test_setting_loses_nothing_and_keeps_the_measure(text: str, measure: int, squeeze: int, kinsoku: bool) -> None:
    lines = set_text(text, Column(measure, 2, kinsoku, squeeze if kinsoku else 0))
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(em_width(line) <= measure + squeeze / 2 for line in lines)


def test_owners_stay_with_their_words() -> None:
    lead, rest = Owner(0, 1), Owner(0, 2)
    lines = set_paragraph([Run(lead, "本报讯 "), Run(rest, "春水绕堤平")], Column(8, 2))
    assert [run.owner for run in lines[0].runs] == [lead, rest]
    assert "".join(run.text for line in lines for run in line.runs if run.owner == rest) == "春水绕堤平"


def test_legs_change_the_measure() -> None:
    lines = set_paragraph([Run(OWNER, "春" * 30)], Column(10, 0), legs=[(2, 5)])
    assert [len(line.text) for line in lines] == [10, 10, 5, 5]


@pytest.mark.parametrize(
    ("text", "breaks", "widest", "lines"),
    [
        ("春水绕堤平", (), None, ["春水绕堤平"]),
        ("春水绕堤 归舟晚晴", (), 6.0, ["春水绕堤", "归舟晚晴"]),
        ("春水绕堤平归舟", (3,), None, ["春水绕", "堤平归舟"]),
        ("共有1234567户人", (), 4.0, ["共有1234567", "户人"]),
    ],
)
def test_set_display(text: str, breaks: tuple[int, ...], widest: float | None, lines: list[str]) -> None:
    assert [line.text for line in set_display(OWNER, text, breaks, widest)] == lines
