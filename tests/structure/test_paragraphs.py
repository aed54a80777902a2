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


_OLD = (
    "本埠西渡口居民、久以小輪爲苦、頃由通濟公司議決、疏濬航道、所有章程、業經通濟公司印就、凡欲知其詳者、可逕往西渡口取閱、",
    "據沈季和君云、小輪一項、需款二十三元、除由公司撥給外、餘由各商號分認、一俟小輪齊備、卽行開辦云、",
    "又聞航政局已派員前往西渡口、會同地方人士、妥爲辦理、聞者莫不稱便、大約下月可竣事云云、",
)


def _set_solid(text: str, width: int) -> list[str]:
    """In lines of so many characters, whatever mark begins one: no 避頭尾."""
    return [text[at : at + width] for at in range(0, len(text), width)]


@pytest.mark.parametrize("width", [9, 10])
def test_in_solid_print_a_line_that_lacks_one_character_ends_its_paragraph(width: int) -> None:
    lack_one = [text[: len(text) // width * width - 2] + "、" for text in _OLD]
    assert _find("\n".join(line for text in lack_one for line in _set_solid(text, width))) == lack_one


def test_where_marks_are_squeezed_a_line_that_lacks_one_character_goes_on() -> None:
    text = "".join(_OLD)
    lines: list[str] = []
    while text:
        width = 14 + len(lines) % 2
        lines.append(text[:width])
        text = text[width:]
    assert _find("\n".join(lines)) == ["".join(_OLD)]


def test_a_telegram_begins_a_paragraph_though_its_place_fills_the_line() -> None:
    telegrams = ["〔漱江三日電〕航政局今日議決、疏濬航道、", "〔省城二十五日電〕小輪已運到四件、明日啓運、"]
    lines = [line for text in telegrams for line in _set_solid(text, 9)]
    assert _find("\n".join(lines)) == telegrams


def test_a_line_that_begins_with_a_particle_goes_on() -> None:
    texts = [
        "套袋的枇杷皮上没有斑，个头也匀，每斤能多卖两元，果农都说套袋值得。",
        "果箱是新设计的，一箱十二格，路上颠不坏，运到城里还像刚摘下来一样。",
    ]
    lines = [line for text in texts for line in set_lines(text, 8, 2)]
    assert "的，一箱十二格，" in lines
    assert _find("\n".join(lines)) == texts
