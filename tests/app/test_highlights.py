"""Highlights with notes: what is lit, and the keys."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from reader.app.highlights import Light, Span, cut, flatten
from reader.app.places import Place
from reader.app.screens import annotations as listing
from reader.app.screens.annotations import AnnotationsScreen
from reader.app.screens.reading import ReadingScreen
from reader.app.setting import View
from reader.library import find_samples, open_issue
from tests.app.sessions import session

SPANS = st.lists(
    st.tuples(st.integers(0, 20), st.integers(1, 6), st.sampled_from([Light.HIT, Light.NOTED, Light.HIGHLIGHT])).map(
        lambda one: Span(one[0], one[0] + one[1], one[2])
    ),
    max_size=8,
)


@given(SPANS)
def test_flat_stretches_light_the_same_characters_once(spans: list[Span]) -> None:
    flat = flatten(spans)
    assert all(one.end <= other.start for one, other in pairwise(flat))
    lit = {at for span in spans for at in range(span.start, span.end)}
    assert sorted(at for span in flat for at in range(span.start, span.end)) == sorted(lit)


@given(SPANS, SPANS, st.integers(0, 10), st.integers(1, 20))
def test_pieces_cover_the_stretch_and_the_upper_layer_shows(
    lower: list[Span], upper: list[Span], start: int, length: int
) -> None:
    below, above = flatten(lower), flatten(upper)
    pieces = cut(start, start + length, below, above)
    assert [at for piece in pieces for at in range(piece.start, piece.end)] == list(range(start, start + length))
    for piece in pieces:
        expected = Light.NONE
        for layer in (below, above):
            expected = next((span.light for span in layer if span.start <= piece.start < span.end), expected)
        assert piece.light is expected


def find_lit(screen: ReadingScreen) -> set[str]:
    """The texts that are drawn as highlights."""
    view = screen.article_view
    ground = view.get_component_rich_style(Light.HIGHLIGHT.value).bgcolor
    assert ground is not None
    found = set()
    for y in range(view.size.height):
        found |= {piece.text for piece in view.render_line(y) if piece.style and piece.style.bgcolor == ground}
    return found


def find_view(screen: ReadingScreen) -> View:
    return screen.article_view.typesetting.view


async def highlight(pilot: Pilot[None], *keys: str, note: str = "") -> None:
    await pilot.press("h", *keys, "enter")
    await pilot.pause()
    await pilot.press(*note, "enter")
    await pilot.pause()


async def test_a_sentence_is_highlighted_with_the_keys_alone() -> None:
    async with session() as (pilot, screen):
        await pilot.press("h")
        await pilot.pause()
        chosen = screen.get_selected_text()
        assert chosen and chosen.endswith("立方米！”")
        await pilot.press("h")
        await pilot.pause()
        await pilot.press(*"note", "enter")
        await pilot.pause()
        assert not screen.selections and screen.article_view.has_focus
        assert find_lit(screen)
        assert screen.keeping.kept is not None
        [(kept, found)] = screen.keeping.kept.highlights()
        assert found is not None and found.exact
        assert (kept.note, "".join(kept.quote.split())) == ("note", "".join(chosen.split()))
        assert any("note" in item.shown.text for item in screen.article_view.items.all)
    async with session() as (_, screen):
        assert find_lit(screen)


async def test_it_is_shown_in_every_view_and_script() -> None:
    async with session(size=(160, 30)) as (pilot, screen):
        await highlight(pilot, "space", "j", note="water")
        lines = find_lit(screen)
        await pilot.press("c", "c")
        await pilot.pause()
        assert screen.script.config is not None and find_lit(screen)
        assert any("本報訊" in item.shown.text and "water" in item.shown.text for item in screen.article_view.items.all)
        await pilot.press("w")
        assert find_view(screen) is View.COLUMNS and find_lit(screen)
        await pilot.press("v")
        assert find_view(screen) is View.VERTICAL and find_lit(screen)
        await pilot.press("v", "c")
        assert find_lit(screen) == lines
        await pilot.press("p")
        await pilot.pause()
        page = screen.as_printed.view
        page.point_at(next(iter(page._highlights)))
        await pilot.pause()
        ground = page.get_component_rich_style("page--highlight").bgcolor
        printed = {
            piece.text
            for y in range(page.size.height)
            for piece in page.render_line(y)
            if piece.style and piece.style.bgcolor == ground
        }
        assert "放水洞涌出一股白浪，沿着刚刚清过" in printed


async def test_it_stays_where_articles_are_corrected() -> None:
    async with session() as (pilot, screen):
        await pilot.press("J")
        await highlight(pilot, "space", "}")
        lit = find_lit(screen)
        await pilot.press("x", "m")
        await pilot.pause()
        assert screen.article_index == 0
        assert screen.keeping.kept is not None
        [(_, found)] = screen.keeping.kept.highlights()
        assert found is not None and found.article == 0
        screen.article_view.go_to(Place(found.part, found.start))
        await pilot.pause()
        assert "".join(sorted("".join(find_lit(screen)))) == "".join(sorted("".join(lit)))
        await pilot.press("U")
        await pilot.pause()
        assert screen.keeping.kept.highlights()[0][1] is not None


async def test_selecting_moves_with_the_direction_of_the_text() -> None:
    async with session() as (pilot, screen):
        await pilot.press("v", "V")
        await pilot.pause()
        first = screen.get_selected_text()
        await pilot.press("left")
        second = screen.get_selected_text()
        assert second and second != first
        await pilot.press("down")
        assert screen.get_selected_text() == second[0]
        await pilot.press("shift+down")
        assert screen.get_selected_text() == second[:2]
        await pilot.press("escape")
        assert not screen.selections and not screen.query_one("PickBar").display


async def test_what_was_selected_can_be_copied_and_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    async with session() as (pilot, screen):
        copied: list[str] = []
        monkeypatch.setattr(screen.copying, "copy_text", copied.append)
        await pilot.press("V")
        await pilot.pause()
        chosen = screen.get_selected_text()
        await pilot.press("y")
        assert copied == [chosen] and not screen.selections
        await pilot.press("V", "l", "space", "l", "asterisk")
        await pilot.pause()
        assert screen.searching.session.hits and not screen.query_one("PickBar").display


async def test_what_the_mouse_selects_is_highlighted_and_a_click_tells_the_note() -> None:
    async with session() as (pilot, screen):
        corner = screen.article_view.region.offset
        row = next(y for y in range(24) if "闸门" in screen.article_view.render_line(y).text)
        await pilot.mouse_down(offset=corner + Offset(20, row))
        await pilot.hover(offset=corner + Offset(30, row))
        await pilot.mouse_up(offset=corner + Offset(30, row))
        selected = screen.get_selected_text()
        assert selected
        await pilot.press("h")
        await pilot.pause()
        await pilot.press(*"[b]mine[/]", "enter")
        await pilot.pause()
        assert find_lit(screen) == {selected} and not screen.selections
        pilot.app.clear_notifications()
        await pilot.click("#text", offset=(24, row))
        await pilot.pause()
        assert [toast.message for toast in pilot.app._notifications] == ["[b]mine[/]"]
        assert not any(toast.markup for toast in pilot.app._notifications)


async def test_what_is_highlighted_already_gets_another_note() -> None:
    async with session() as (pilot, screen):
        await highlight(pilot, "space", "j", note="one")
        await pilot.press("h", "enter")
        await pilot.pause()
        await pilot.press("end", *"+two", "enter")
        await pilot.pause()
        assert screen.keeping.kept is not None
        assert [one.note for one, _ in screen.keeping.kept.highlights()] == ["one+two"]


async def test_of_very_many_some_are_listed_and_the_rest_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "MOST", 2)
    async with session() as (pilot, screen):
        assert screen.keeping.kept is not None
        for number in range(4):
            screen.keeping.kept.add_bookmark(number, 0, 0, f"note {number}")
        await pilot.press("B")
        await pilot.pause()
        listed = pilot.app.screen
        assert isinstance(listed, AnnotationsScreen)
        assert [one.note for one in listed.shown] == ["note 0", "note 1"]
        await pilot.press("slash", *"note 3", "down")
        await pilot.pause()
        assert [one.note for one in listed.shown] == ["note 3"]


async def test_another_article_ends_the_selection() -> None:
    async with session() as (pilot, screen):
        await pilot.press("V")
        await pilot.pause()
        await pilot.press("J")
        assert not screen.selections and screen.article_view.has_focus


async def test_no_note_at_escape_and_no_highlight() -> None:
    async with session() as (pilot, screen):
        await pilot.press("h", "h")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert not find_lit(screen) and not screen.selections


async def test_the_list_goes_edits_removes_undoes_and_filters() -> None:
    async with session() as (pilot, screen):
        await highlight(pilot, note="water")
        await pilot.press("J", "B")
        await pilot.pause()
        await pilot.press("a")
        await pilot.pause()
        await pilot.press(*"later", "enter")
        await pilot.pause()
        listed = pilot.app.screen
        assert isinstance(listed, AnnotationsScreen)
        assert [one.note for one in listed.shown] == ["water", "later"]
        await pilot.press("home", "e")
        await pilot.pause()
        await pilot.press("end", *" 2", "enter")
        await pilot.pause()
        assert [one.note for one in listed.shown] == ["water 2", "later"]
        await pilot.press("x")
        assert [one.note for one in listed.shown] == ["later"]
        await pilot.press("u", "u")
        assert [one.note for one in listed.shown] == ["water", "later"]
        await pilot.press("slash", *"LATE")
        await pilot.pause()
        assert [one.note for one in listed.shown] == ["later"]
        await pilot.press("escape", "home", "enter")
        await pilot.pause()
        assert pilot.app.screen is screen and screen.article_index == 0
        await pilot.press("ctrl+o")
        assert screen.article_index == 1
        await pilot.press("B", "u", "u", "u")
        await pilot.pause()
        emptied = pilot.app.screen
        assert isinstance(emptied, AnnotationsScreen) and not emptied.shown
        await pilot.press("escape")
        await pilot.pause()
        assert not find_lit(screen)


async def test_the_list_of_all_issues_opens_another_one() -> None:
    async with session() as (pilot, screen):
        assert screen.keeping.store is not None
        other = open_issue(find_samples()[1].path)
        screen.keeping.store.keep(other).add_bookmark(1, 0, 0, "far")
        await pilot.press("B", "tab")
        await pilot.pause()
        listed = pilot.app.screen
        assert isinstance(listed, AnnotationsScreen) and [one.note for one in listed.shown] == ["far"]
        assert listed.query_one(OptionList).option_count == 1 and not listed.query_one(Input).display
        await pilot.press("enter")
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        reading = pilot.app.screen
        assert isinstance(reading, ReadingScreen)
        assert (reading.issue.title, reading.article_index) == (other.title, 1)
