"""Lines become paragraphs by the measure of their column, with indents stripped, kept or never set."""

from __future__ import annotations

import pytest

from reader.structure.lines import measure
from reader.structure.manner import find_manner
from reader.structure.paragraphs import find_runs
from tests.structure.pages import make_page, set_lines

_PARAGRAPHS = (
    "石小山在渡口撑船已经三十一年，村里人都说，他的船比钟还准，清早六点头一班，天黑以后最后一班，从来没有误过。",
    "去年桥修好了，坐船的人一天比一天少，有时候半天也等不来一个客人，他就坐在船头补渔网，一边补一边望着对岸。",
    "“船还要留着。”他说，“桥有桥的用处，船有船的用处，到了发大水的时候，还得靠它把人一个一个接过来。”",
)


def _find(text: str) -> list[str]:
    strips = measure(make_page(text))
    return ["".join(strip.text for strip in run.strips) for run in find_runs(strips, find_manner(strips))]


@pytest.mark.parametrize("measure_", [11, 14, 17, 20])
def test_stripped_indents(measure_: int) -> None:
    lines = [line for paragraph in _PARAGRAPHS for line in set_lines(paragraph, measure_, 2)]
    assert _find("\n".join(lines)) == list(_PARAGRAPHS)


@pytest.mark.parametrize("measure_", [11, 16])
def test_kept_indents(measure_: int) -> None:
    blocks = [["\u3000\u3000" + lines[0], *lines[1:]] for lines in (set_lines(p, measure_, 2) for p in _PARAGRAPHS)]
    assert _find("\n".join(line for block in blocks for line in block)) == list(_PARAGRAPHS)


def test_blank_lines_between_all_lines_change_nothing() -> None:
    lines = [line for paragraph in _PARAGRAPHS for line in set_lines(paragraph, 15, 2)]
    assert _find("\n\n".join(lines)) == list(_PARAGRAPHS)


def test_a_line_a_paragraph() -> None:
    assert _find("\n".join(_PARAGRAPHS)) == list(_PARAGRAPHS)


def test_a_headline_is_no_paragraph() -> None:
    lines = ["老渡口新来了年轻人", *set_lines(_PARAGRAPHS[0], 16, 2)]
    strips = measure(make_page("\n".join(lines)))
    runs = find_runs(strips, find_manner(strips))
    assert [run.display for run in runs] == [True, False]
