"""Every manner of setting: nothing lost, nothing beyond the pane, and each cell one to one with its character."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.app.cells import character_cells, text_cells
from reader.app.places import Place
from reader.app.setting import Items, Layout, Room, Typesetting, View, make_items, make_layout
from reader.app.setting.columns import count_columns
from reader.hanzi.script import Converted
from reader.model import Article, ArticleKind, Part, PartKind
from reader.typography import Kinsoku
from tests.app.conftest import make_issue

TEXT = st.text(
    st.sampled_from("水渠流进了三百多亩稻田，。、；：？！“”《》（）—…·12345abcXYZ %𠀀𫠠")
    | st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5),
    min_size=1,
    max_size=120,
).filter(lambda text: text.strip() != "")

KINDS = st.sampled_from(list(PartKind))
ARTICLES = st.lists(st.tuples(KINDS, TEXT), min_size=1, max_size=6).map(
    lambda parts: Article("a1", "p1", ArticleKind.ARTICLE, tuple(Part(kind, text, "p1") for kind, text in parts))
)
# Below 40×10 the program asks for room; a pane beside nothing else has no less than this.
ROOMS = st.builds(Room, st.integers(12, 170), st.integers(6, 60))
SETTINGS = st.builds(
    Typesetting,
    view=st.sampled_from(View),
    measure=st.integers(4, 40),
    kinsoku=st.sampled_from(Kinsoku),
    hanging=st.booleans(),
    justify=st.booleans(),
    indent=st.integers(0, 2),
    line_spacing=st.integers(0, 2),
    paragraph_spacing=st.integers(0, 2),
    columns=st.integers(0, 4),
)


def lay_out(article: Article, room: Room, setting: Typesetting) -> tuple[Items, Layout]:
    items = make_items(
        article,
        show=Converted,
        indent=setting.indent,
        paragraph_spacing=setting.paragraph_spacing,
        remarks=("存疑",),
        next_title="下一篇的标题",
    )
    return items, make_layout(items, room, setting, width=character_cells)


def tops(layout: Layout) -> range:
    """The first units of all the screens that together show every unit."""
    return range(0, max(1, layout.length), layout.visible)


@settings(max_examples=150, deadline=None)
@given(ARTICLES, ROOMS, SETTINGS)
def test_every_character_is_drawn_once_and_inside_the_pane(article: Article, room: Room, setting: Typesetting) -> None:
    items, layout = lay_out(article, room, setting)
    drawn: dict[int, list[int]] = {index: [] for index in range(len(items.all))}
    # A screen of columns does not show what stands beyond its height: all rows are asked for.
    for top in tops(layout):
        for y in range(room.height if setting.view is not View.HORIZONTAL else layout.visible):
            at = 0
            for piece in layout.draw(top, y):
                text = items.all[piece.item].shown.text
                assert piece.x >= at
                words = piece.glyph if piece.glyph is not None else text[piece.start : piece.end].rstrip()
                at = piece.x + text_cells(words)
                drawn[piece.item] += [offset for offset in range(piece.start, piece.end) if not text[offset].isspace()]
            assert at <= room.width
    for index, item in enumerate(items.all):
        expected = [offset for offset, character in enumerate(item.shown.text) if not character.isspace()]
        assert sorted(drawn[index]) == expected


@settings(max_examples=100, deadline=None)
@given(ARTICLES, ROOMS, SETTINGS)
def test_a_cell_leads_to_the_character_that_is_drawn_there(article: Article, room: Room, setting: Typesetting) -> None:
    items, layout = lay_out(article, room, setting)
    for y in range(room.height):
        for piece in layout.draw(0, y):
            text = items.all[piece.item].shown.text
            x = piece.x
            if piece.glyph is not None:
                assert layout.find_text(0, x, y) == (piece.item, piece.start)
                continue
            for offset in range(piece.start, piece.end):
                if character_cells(text[offset]):
                    assert layout.find_text(0, x, y) == (piece.item, offset)
                x += character_cells(text[offset])


@settings(max_examples=100, deadline=None)
@given(ARTICLES, ROOMS, SETTINGS, st.data())
def test_a_unit_holds_the_character_that_it_is_found_by(
    article: Article, room: Room, setting: Typesetting, data: st.DataObject
) -> None:
    items, layout = lay_out(article, room, setting)
    item = data.draw(st.integers(0, len(items.all) - 1))
    offset = data.draw(st.integers(0, max(0, len(items.all[item].shown.text) - 1)))
    unit = layout.find_unit(item, offset)
    assert 0 <= unit < layout.length
    start = layout.find_start(unit)
    assert start is not None and start <= (item, offset)
    following = layout.find_start(unit + 1)
    if following is not None and setting.view is not View.COLUMNS:
        assert (item, offset) < following or following == start


@given(ARTICLES)
def test_places_and_shown_characters_are_one_to_one(article: Article) -> None:
    items = make_items(article, show=Converted, indent=2)
    for number, part in enumerate(article.parts):
        for offset in range(len(part.text)):
            found = items.find_shown(number, offset, offset + 1)
            assert found is not None
            assert items.find_place(found[0], found[1]) == Place(number, offset)


@pytest.mark.parametrize(("width", "columns"), [(51, 1), (84, 2), (156, 3), (200, 4), (400, 4)])
def test_as_many_columns_as_have_room(width: int, columns: int) -> None:
    assert count_columns(width - 4, 0) == columns


@pytest.mark.parametrize("wanted", [1, 2, 3, 4])
def test_columns_may_be_forced(wanted: int) -> None:
    assert count_columns(150, wanted) == wanted
    assert count_columns(10, wanted) == 1


def test_columns_of_a_page_are_read_one_after_the_other() -> None:
    article = make_issue().articles[0]
    _, layout = lay_out(article, Room(156, 30), Typesetting(view=View.COLUMNS))
    starts = [layout.find_start(unit) for unit in range(layout.length)]
    known = [start for start in starts if start is not None]
    assert known == sorted(known) and len(known) >= 3


def test_vertical_columns_run_from_right_to_left_with_upright_marks() -> None:
    article = make_issue().articles[0]
    _, layout = lay_out(article, Room(100, 30), Typesetting(view=View.VERTICAL))
    first = next(piece for y in range(30) for piece in layout.draw(0, y) if piece.item == 0)
    later = next(piece for y in range(30) for piece in layout.draw(0, y) if piece.item == 4)
    assert later.x < first.x
    glyphs = {piece.glyph for y in range(30) for piece in layout.draw(0, y)}
    assert "︒" in glyphs and "︐" in glyphs
    assert "。" not in glyphs and "，" not in glyphs


def test_line_and_paragraph_spacing_leave_rows_free() -> None:
    article = make_issue().articles[0]
    room = Room(84, 30)
    plain = lay_out(article, room, Typesetting())[1].length
    spaced = lay_out(article, room, Typesetting(line_spacing=1))[1].length
    parted = lay_out(article, room, Typesetting(paragraph_spacing=1))[1].length
    assert spaced > 1.8 * plain
    assert plain < parted < spaced


def test_justified_rows_end_at_the_measure() -> None:
    article = make_issue().articles[0]
    room, setting = Room(84, 60), Typesetting(measure=30)
    for justified in (False, True):
        items, layout = lay_out(article, room, replace(setting, justify=justified))
        ends = []
        for y in range(60):
            pieces = layout.draw(0, y)
            if pieces and items.all[pieces[0].item].look == "paragraph":
                text = items.all[pieces[-1].item].shown.text
                last = pieces[-1]
                if last.end < len(text):
                    ends.append(last.x + text_cells(text[last.start : last.end]))
        short = sum(end < max(ends) for end in ends)
        if justified:
            assert short == 0
        else:
            assert short > 0
