"""The page as printed: the article's lines lit, and each view following the other."""

from __future__ import annotations

import pytest

from reader.app.widgets.page_view import PrintedLine
from reader.library import find_samples, open_issue
from reader.model import Issue
from tests.app.test_reading import reading


@pytest.fixture(scope="module")
def sample() -> Issue:
    return open_issue(find_samples()[0].path)


async def test_p_shows_the_page_instead_of_the_text_and_goes_back(sample: Issue) -> None:
    async with reading(sample, (100, 30)) as (pilot, screen):
        await pilot.press("p")
        await pilot.pause()
        page = screen.as_printed.view
        assert page.display and page.has_focus and not screen.article_view.display
        text = "\n".join(page.render_line(y).text for y in range(page.size.height))
        assert sample.pages[0].lines[0].text[:6] in text or page.scroll_offset.y > 0
        await pilot.press("p")
        await pilot.pause()
        assert screen.article_view.display and screen.article_view.has_focus


async def test_a_wide_screen_shows_both_and_each_follows_the_other(sample: Issue) -> None:
    async with reading(sample, (180, 24)) as (pilot, screen):
        await pilot.press("p")
        await pilot.pause()
        page = screen.as_printed.view
        assert page.display and screen.article_view.display
        assert page.line_map is not None
        await pilot.press("G")
        await pilot.pause()
        last = page.line
        assert last is not None
        await pilot.press(*["k"] * 30)
        await pilot.pause()
        line = page.line
        assert line is not None
        found = page.line_map.find_text(line.page, line.number)
        if found is not None:
            assert found.article == screen.article_index
        await pilot.press("tab", "g")
        await pilot.pause()
        assert page.article == 0
        printed = page.line_map.find_printed(0, 0, 0)
        assert printed is not None
        assert page.line == PrintedLine(printed.page, printed.line)


async def test_every_line_of_the_source_is_there_once(sample: Issue) -> None:
    async with reading(sample, (100, 30)) as (pilot, screen):
        await pilot.press("p")
        await pilot.pause()
        page = screen.as_printed.view
        shown = "".join(entry.line.text[entry.start : entry.end] for entry in page._rows if entry.line is not None)
        printed = "".join(line.text for page_ in sample.pages for line in page_.lines)
        assert shown == printed


async def test_resizing_keeps_the_line(sample: Issue) -> None:
    async with reading(sample, (100, 30)) as (pilot, screen):
        await pilot.press("p", *["j"] * 40)
        line = screen.as_printed.view.line
        for size in ((60, 20), (180, 50), (40, 12), (100, 30)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert screen.as_printed.view.line == line


async def test_a_click_goes_to_the_line(sample: Issue) -> None:
    async with reading(sample, (100, 30)) as (pilot, screen):
        await pilot.press("p", "g")
        await pilot.pause()
        await pilot.click("#page", offset=(10, 5))
        await pilot.pause()
        page = screen.as_printed.view
        assert page._rows[page.cursor].line is not None


async def test_a_stretch_of_lines_is_chosen(sample: Issue) -> None:
    async with reading(sample, (100, 30)) as (pilot, screen):
        await pilot.press("p", "g")
        page = screen.as_printed.view
        page.toggle_stretch()
        await pilot.press("j", "j")
        assert len(page.chosen) >= 2
        page.toggle_stretch()
        assert len(page.chosen) == 1
