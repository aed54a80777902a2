"""Two facing pages in one file: what parts them, what is left whole, and that nothing is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Box, Direction, Note, Page, TextBlock, TextLine
from reader.sources.base import Sourced
from reader.sources.spreads import part_spreads

EM = 10.0
COLUMN = 12
GAP = 12.0
"""Between the columns of one page."""


def make_spread(
    *,
    gutter: float = 60.0,
    folios: tuple[str, str] | None = None,
    across: bool = False,
    columns: int = 2,
    rows: int = 20,
) -> Page:
    """A spread whose pages have columns of full lines; the text says in which half and column a line stands."""
    lines: list[TextLine] = []

    def add(text: str, x: float, y: float, width: float) -> None:
        lines.append(TextLine(text, len(lines) + 1, box=Box(x, y, width, EM), size=EM))

    width = columns * COLUMN * EM + (columns - 1) * GAP
    for half in (0, 1):
        left = 40 + half * (width + gutter)
        if folios:
            add(folios[half], left, 10, len(folios[half]) * EM)
        for column in range(columns):
            for row in range(rows):
                x = left + column * (COLUMN * EM + GAP)
                add("左右"[half] + "一二三四"[column] + "字" * (COLUMN - 2), x, 40 + row * 1.5 * EM, COLUMN * EM)
    if across:
        add("横贯两版的标题", 40 + width - 50, 25, gutter + 100)
    whole = Box(0, 0, 2 * width + gutter + 80, 40 + rows * 1.5 * EM + 40)
    return Page("p1", (TextBlock(tuple(lines)),), box=whole)


def part(*pages: Page, notes: tuple[Note, ...] = ()) -> Sourced:
    (made,) = part_spreads([Sourced(pages, "pdf", notes)])
    return made


def starts(page: Page) -> set[str]:
    return {line.text[0] for line in page.lines}


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(make_spread(), id="a gutter wider than what parts columns"),
        pytest.param(make_spread(gutter=14, folios=("第2版 要闻", "第3版 副刊")), id="folios on both sides"),
    ],
)
def test_a_spread_is_two_pages(page: Page) -> None:
    made = part(page, replace(make_spread(), id="p2"))
    assert [one.id for one in made.pages] == ["p1", "p2", "p3", "p4"]
    assert "右" not in "".join(line.text for line in made.pages[0].lines)
    assert sorted(line.text for one in made.pages[:2] for line in one.lines) == sorted(line.text for line in page.lines)
    assert made.notes == ()


def test_labels_and_sections_are_those_of_the_folios() -> None:
    made = part(make_spread(folios=("第2版 要闻", "第3版 副刊")))
    assert [(one.label, one.section) for one in made.pages] == [("2", "要闻"), ("3", "副刊")]


def test_pages_set_vertically_are_bound_at_the_right() -> None:
    spread = make_spread()
    made = part(Page("p1", spread.blocks, direction=Direction.VERTICAL, box=spread.box))
    assert [starts(one) for one in made.pages] == [{"右"}, {"左"}]


@pytest.mark.parametrize(
    ("page", "codes"),
    [
        pytest.param(make_spread(gutter=GAP), ["page-spread"], id="a gutter like any other"),
        pytest.param(make_spread(across=True), [], id="a headline over both"),
        pytest.param(make_spread(rows=60), [], id="a page that is higher than wide"),
        pytest.param(make_spread(rows=3), [], id="a leaflet"),
        pytest.param(make_spread(columns=1, rows=14), ["page-spread"], id="a page in two columns"),
    ],
)
def test_what_is_not_sure_stays_whole(page: Page, codes: list[str]) -> None:
    made = part(page)
    assert made.pages == (page,)
    assert [note.code for note in made.notes] == codes


def test_notes_follow_their_pages() -> None:
    tall = Page("p2", make_spread(rows=60).blocks)
    made = part(
        make_spread(), tall, notes=(Note("one", "first", "p1"), Note("two", "second", "p2"), Note("all", "all"))
    )
    assert [(note.code, note.page) for note in made.notes] == [("one", "p1"), ("two", "p3"), ("all", None)]


def test_articles_that_are_told_stay() -> None:
    told = Sourced((make_spread(),), "mets-alto", articles=())
    assert part_spreads([told]) == (told,)


_PLACES = st.floats(0, 1000, width=16)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(_PLACES, _PLACES, st.floats(1, 200, width=16), st.booleans()), max_size=60), st.booleans())
def test_nothing_is_lost(places: list[tuple[float, float, float, bool]], is_vertical: bool) -> None:
    lines = tuple(
        TextLine(f"字{number}", number, box=Box(x, y / 2, width, EM) if placed else None)
        for number, (x, y, width, placed) in enumerate(places, 1)
    )
    direction = Direction.VERTICAL if is_vertical else Direction.HORIZONTAL
    made = part(
        Page("p1", (TextBlock(lines[:20]), TextBlock(lines[20:])), direction=direction, box=Box(0, 0, 1200, 510))
    )
    assert sorted(line.number for page in made.pages for line in page.lines) == [line.number for line in lines]
    assert [page.id for page in made.pages] == [f"p{number}" for number in range(1, len(made.pages) + 1)]
