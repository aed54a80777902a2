"""The manners of setting, on the screen: their keys, their movement, and the place that outlives them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.app.places import Place
from reader.app.setting import View
from reader.model import Direction, Issue
from tests.app.test_reading import reading, seen


async def test_v_and_w_switch_the_view_and_back(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        for key, view, name in (("v", View.VERTICAL, "竖排"), ("w", View.COLUMNS, "分栏")):
            await pilot.press(key)
            assert screen.article_view.typesetting.view == view
            assert name in screen.status_line.left
            await pilot.press(key)
            assert "横排" in screen.status_line.left


async def test_an_issue_printed_in_columns_opens_in_columns(issue: Issue) -> None:
    pages = tuple(replace(page, direction=Direction.VERTICAL) for page in issue.pages)
    async with reading(replace(issue, pages=pages)) as (pilot, screen):
        assert screen.article_view.typesetting.view is View.VERTICAL
        await pilot.press("v")
        screen.show_issue(screen.issue)
        assert "横排" in screen.status_line.left


async def test_the_place_survives_every_view(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press("j", "j", "j", "j")
        place = screen.article_view.place
        for key in ("v", "v", "w", "w", "v", "w"):
            await pilot.press(key)
            assert screen.article_view.place == place
        await pilot.resize_terminal(80, 24)
        await pilot.press("w")
        assert screen.article_view.place == place


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 60)])
async def test_reading_on_goes_through_every_column_to_the_next_article(issue: Issue, size: tuple[int, int]) -> None:
    async with reading(issue, size) as (pilot, screen):
        for key in ("w", "v"):
            await pilot.press(key, "g")
            screen.show_article(0, Place())
            for _ in range(40):
                if screen.article_index:
                    break
                assert seen(screen).strip()
                await pilot.press("space")
            assert screen.article_index == 1
            screen.show_article(0, Place())


async def test_left_is_forward_where_columns_run_to_the_left(issue: Issue) -> None:
    async with reading(issue, (60, 24)) as (pilot, screen):
        await pilot.press("v", "left", "left")
        assert screen.article_view.scroll_offset.y == 2
        await pilot.press("right", "right")
        assert screen.article_view.scroll_offset.y == 0
        await pilot.press("v", "right")
        assert screen.article_index == 1


async def test_search_shows_its_hit_in_every_view(issue: Issue) -> None:
    async with reading(issue, (80, 24)) as (pilot, screen):
        for key in ("w", "v"):
            await pilot.press("g", key, "slash", *"沿渠走", "enter")
            await pilot.pause()
            view = screen.article_view
            rows = [view.render_line(y) for y in range(view.size.height)]
            lit = "".join(segment.text for row in rows for segment in row if segment.style and segment.style.bold)
            assert all(character in lit for character in "沿渠走")
            await pilot.press("escape", key)


async def test_a_storm_of_resizes_ends_in_the_right_layout(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press("space")
        for step in range(100):
            await pilot.resize_terminal(40 + step % 90, 10 + step % 40)
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert screen.article_view.size.height == 38
        assert screen.article_list.display
        async with reading(issue) as (_, fresh):
            fresh.article_view.return_to(screen.article_view.place)
            assert seen(screen) == seen(fresh)
