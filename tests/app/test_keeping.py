"""What outlives the program: places, what was read, marks and bookmarks."""

from __future__ import annotations

from pathlib import Path

from reader.app.places import Place
from reader.app.screens.reading import ReadingScreen
from reader.app.widgets.shelf_list import ShelfList
from reader.library import find_samples
from tests.app.sessions import session


async def test_the_next_session_goes_on_where_the_last_one_ended() -> None:
    async with session() as (pilot, screen):
        await pilot.press("J", "j", "j", "j", "j", "j", "j")
        place, article = screen.article_view.place, screen.article_index
        await pilot.press("q")
    async with session() as (pilot, screen):
        assert (screen.article_index, screen.article_view.place) == (article, place)
        await pilot.press("K", "J")
        assert screen.article_view.place == Place()


async def test_articles_read_to_their_end_are_dimmed_from_then_on() -> None:
    async with session() as (pilot, screen):
        await pilot.press("J", "K", "G")
        assert 0 not in screen.article_list.read
        await pilot.pause(0.8)
        await pilot.press("J")
        assert 0 in screen.article_list.read
    async with session() as (_, screen):
        assert 0 in screen.article_list.read


async def test_a_place_is_kept_after_a_moment_without_leaving() -> None:
    async with session() as (pilot, screen):
        await pilot.press("j", "j", "j", "j")
        place = screen.article_view.place
        await pilot.pause(0.8)
        assert screen.keeping.kept is not None
        found = screen.keeping.kept.find_place(0)
        assert found is not None and Place(found.part, found.start) == place


async def test_marks_are_set_and_found_again() -> None:
    async with session() as (pilot, screen):
        await pilot.press("J", "j", "j", "j")
        place = screen.article_view.place
        await pilot.press("m", "a", "K", "grave_accent", "a")
        await pilot.pause()
        assert (screen.article_index, screen.article_view.place) == (1, place)
        await pilot.press("grave_accent", "z")
        await pilot.pause()
        assert screen.article_index == 1
    async with session() as (pilot, screen):
        await pilot.press("K", "grave_accent", "a")
        await pilot.pause()
        assert (screen.article_index, screen.article_view.place) == (1, place)


async def test_bookmarks_have_notes_and_lead_back() -> None:
    async with session() as (pilot, screen):
        await pilot.press("J", "B", "a")
        await pilot.pause()
        await pilot.press(*"查证q", "enter")
        await pilot.pause()
        await pilot.press("escape", "K", "B", "enter")
        await pilot.pause()
        assert screen.article_index == 1
        assert screen.keeping.kept is not None
        assert [bookmark.note for bookmark, _ in screen.keeping.kept.bookmarks()] == ["查证q"]


async def test_the_shelf_opens_another_issue_and_keeps_the_place_in_this_one() -> None:
    async with session() as (pilot, screen):
        await pilot.press("S", "enter")
        await pilot.pause()
        screen.app.open_path(str(find_samples()[1].path))  # type: ignore[attr-defined]
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        second = pilot.app.screen
        assert isinstance(second, ReadingScreen) and second is not screen
        assert second.issue.title != screen.issue.title
        await pilot.press("J", "S")
        await pilot.pause()
        assert pilot.app.screen.query_one(ShelfList).row_count == 2
        await pilot.press("escape")
        second.app.open_path("nowhere.txt")  # type: ignore[attr-defined]
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert pilot.app.screen is second


async def test_a_private_session_keeps_nothing(private_data_folder: Path) -> None:
    async with session(private=True) as (pilot, screen):
        await pilot.press("J", "j", "j", "m", "a", "q")
    assert not list(private_data_folder.iterdir())
    async with session(private=True) as (_, screen):
        assert screen.article_index == 0
