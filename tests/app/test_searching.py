"""Searching while reading: typing, moving on, coming back."""

from __future__ import annotations

import pytest
from textual.widgets import Input, Static

from reader.app.app import DubaoApp
from reader.app.places import Place
from reader.app.widgets.hit_list import HitList
from reader.app.widgets.search_bar import SearchBar
from reader.languages import Language
from reader.model import Issue
from tests.app.test_reading import NARROW, reading, seen


async def test_typing_finds_in_either_script_and_marks_every_hit(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press("slash", *"頭髮")
        await pilot.pause()
        assert screen.searching.session.count_text == "1/1"
        assert "头发" in seen(screen)
        view = screen.article_view
        strips = [view.render_line(y) for y in range(view.size.height)]
        lit = [s for strip in strips for s in strip if s.text == "头发" and s.style and s.style.bold]
        assert len(lit) == 1


async def test_search_goes_to_the_first_hit_from_the_place_on(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press("space", "space")
        before = screen.article_view.place
        await pilot.press("slash", *"户口本")
        await pilot.pause()
        hit = screen.searching.session.hit
        assert hit is not None
        assert Place(hit.part, hit.start) >= before


async def test_escape_in_the_bar_returns_to_the_place(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press("j", "j")
        place = screen.article_view.place
        await pilot.press("slash", *"渠边")
        await pilot.pause()
        assert screen.article is not None and screen.article.id == "a4"
        await pilot.press("escape")
        await pilot.pause()
        assert screen.article.id == "a1"
        assert screen.article_view.place == place
        assert screen.searching.session.query == ""
        assert screen.focused is screen.article_view


async def test_n_goes_on_across_articles_and_round_the_end(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press("slash", *"公交", "enter")
        await pilot.pause()
        assert screen.article is not None and screen.article.id == "a3"
        assert screen.searching.session.count_text == "1/2"
        await pilot.press("n", "n")
        assert screen.searching.session.count_text == "1/2"
        await pilot.press("N")
        assert screen.searching.session.count_text == "2/2"
        await pilot.press("slash", "ctrl+u", *"风", "enter")
        await pilot.pause()
        found = [screen.article.id]
        for _ in range(4):
            await pilot.press("n")
            found.append(screen.article.id)
        assert {"a2", "a5"} <= set(found)


async def test_the_sidebar_counts_hits(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press("slash", *"户口本", "enter")
        await pilot.pause()
        assert "12处" in screen.article_list.render_line(1).text
        assert "3处" in screen.article_list.render_line(5).text
        await pilot.press("escape")
        assert "处" not in screen.article_list.render_line(1).text


async def test_nothing_found_says_so_and_stays(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press("slash", *"摩天轮")
        await pilot.pause()
        assert screen.query_one("#search-count").has_class("-nothing")
        assert screen.article is not None and screen.article.id == "a1"
        await pilot.press("enter", "n")
        assert screen.article.id == "a1"


async def test_hits_survive_script_measure_and_resizing(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press("slash", *"户口本", "enter", "c", "c", "minus")
        await pilot.resize_terminal(*NARROW)
        await pilot.pause()
        assert screen.searching.session.count_text == "1/15"
        view = screen.article_view
        strips = [view.render_line(y) for y in range(view.size.height)]
        lit = "".join(s.text for strip in strips for s in strip if s.style and s.style.underline)
        assert lit.count("戶口本") + lit.count("户口本") >= 1


async def test_searching_for_blanks_finds_nothing(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press("slash", "space", "enter")
        await pilot.pause()
        assert screen.searching.session.query == ""
        assert not screen.query_one("#search").display


async def test_every_mode_has_its_key(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press("slash", *"頭髮已經花白")
        await pilot.pause()
        assert screen.searching.session.count_text == "1/1"
        for key, mode in (("f3", "exact"), ("f4", "variants"), ("f5", "regex"), ("f6", "fuzzy"), ("f2", "folded")):
            await pilot.press(key)
            await pilot.pause()
            assert screen.searching.session.mode == mode
            expected = "0" if mode in ("exact", "regex") else "1/1"
            assert screen.searching.session.count_text == expected


async def test_where_nothing_is_found_other_modes_are_offered(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press("slash", "f3", *"頭髮已經")
        await pilot.pause()
        assert "F2 通检 1 处" in screen.searching.session.remark
        await pilot.press("f2")
        await pilot.pause()
        assert screen.searching.session.count_text == "1/1"


async def test_a_bad_pattern_is_told_and_kept_harmless(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press("slash", "f5", "left_parenthesis")
        await pilot.pause()
        assert screen.searching.session.remark
        await pilot.press("enter", "n", "escape")


async def test_past_queries_come_back(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        for query in ("公交", "风筝"):
            await pilot.press("slash", "ctrl+u", *query, "enter")
            await pilot.pause()
        await pilot.press("slash", "up", "up")
        await pilot.pause()
        assert screen.searching.session.query == "公交"
        await pilot.press("down")
        await pilot.pause()
        assert screen.searching.session.query == "风筝"


async def test_the_list_shows_hits_by_article_with_context_and_leads_there(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press("slash", *"户口本", "tab")
        await pilot.pause()
        hits = screen.query_one(HitList)
        rows = [hits.render_line(y).text for y in range(hits.size.height)]
        assert "青禾县春灌提前十天" in rows[0] and "12 处" in rows[0]
        assert "水的户口本" in rows[1]
        await pilot.press("G")
        await pilot.pause()
        assert screen.article is not None and screen.article.id == "a4"
        await pilot.press("enter")
        await pilot.pause()
        assert not hits.display and screen.article_view.has_focus
        assert screen.searching.session.count_text == "15/15"
        await pilot.press("L", "escape")
        await pilot.pause()
        assert not hits.display


async def test_the_sidebar_may_list_only_articles_with_hits(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press("slash", *"公交", "enter")
        await pilot.pause()
        await pilot.press("ampersand")
        rows = [screen.article_list.render_line(y).text.strip() for y in range(3)]
        assert rows[0].startswith("第01版") and "夜间公交" in rows[1] and not rows[2]
        await pilot.press("ampersand")
        assert "青禾县春灌" in screen.article_list.render_line(1).text
        await pilot.press("ampersand", "escape")
        assert "青禾县春灌" in screen.article_list.render_line(1).text


async def test_star_looks_for_the_word_at_the_place(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press("J", "J", "asterisk")
        await pilot.pause()
        assert screen.searching.session.query == '"夜间"'
        assert screen.searching.session.count_text == "1/1"


async def test_several_words_and_fields(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press("slash", *"标题:公交")
        await pilot.pause()
        assert [hit.article for hit in screen.searching.session.hits] == ["a3"]
        await pilot.press("ctrl+u", *"户口本", "space", "minus", *"头发")
        await pilot.pause()
        assert {hit.article for hit in screen.searching.session.hits} == {"a4"}


@pytest.mark.parametrize("language", [Language.SIMPLIFIED, Language.ENGLISH], indirect=True)
@pytest.mark.parametrize(("width", "modes"), [(40, 1), (46, 1), (120, 5)])
async def test_what_is_typed_can_be_seen_on_a_narrow_screen(issue: Issue, width: int, modes: int) -> None:
    app = DubaoApp(issue)
    async with app.run_test(size=(width, 14)) as pilot:
        await pilot.press("slash", *"水水水水水")
        await pilot.pause()
        bar = app.screen.query_one(SearchBar)
        assert bar.query_one(Input).size.width >= 12
        assert str(bar.query_one("#search-modes", Static).render()).count("F") == modes
        await pilot.press("f5", *"[")
        await pilot.pause()
        assert bar.query_one(Input).size.width >= 12
        await pilot.resize_terminal(120, 14)
        await pilot.pause()
        assert str(bar.query_one("#search-modes", Static).render()).count("F") == 5
