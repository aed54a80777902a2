"""Every key of the reading screen, pressed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from textual.command import CommandList
from textual.geometry import Offset
from textual.pilot import Pilot

from reader.app.app import DubaoApp
from reader.app.commands import COMMANDS, Scope
from reader.app.screens.calendar import CalendarScreen
from reader.app.screens.reading import ReadingScreen
from reader.app.screens.shelf import ShelfScreen
from reader.app.setting import DEFAULT_MEASURE
from reader.app.widgets.search_bar import SearchBar
from reader.model import Issue, TextBlock, TextLine

WIDE = (120, 40)
NARROW = (60, 24)


@asynccontextmanager
async def reading(issue: Issue, size: tuple[int, int] = WIDE) -> AsyncIterator[tuple[Pilot[None], ReadingScreen]]:
    app = DubaoApp(issue)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert app.reading is not None
        yield pilot, app.reading


def seen(screen: ReadingScreen) -> str:
    """The text of the pane as it is seen, a line a row."""
    view = screen.article_view
    return "\n".join(view.render_line(y).text.rstrip() for y in range(view.size.height))


def screen_cell(screen: ReadingScreen, part: int, offset: int) -> Offset:
    """The cell of the screen that shows a character of the article being read."""
    view = screen.article_view
    found = view.items.find_shown(part, offset, offset + 1)
    assert found is not None and view.setting is not None
    item, start, _ = found
    for y in range(view.size.height):
        for x in range(view.size.width):
            if view.setting.find_text(view.scroll_offset.y, x, y) == (item, start):
                drawn = view.setting.draw(view.scroll_offset.y, y)
                if any(piece.item == item and piece.start <= start < piece.end for piece in drawn):
                    return view.content_region.offset + Offset(x, y)
    raise AssertionError(f"character {offset} of part {part} is not on the screen")


async def test_the_first_article_is_shown_with_all_its_headings(issue: Issue) -> None:
    async with reading(issue) as (_, screen):
        text = seen(screen)
        for words in ("春耕进行时", "修好一条渠 救活千亩田", "青禾县春灌提前十天", "记者 林小满", "本报讯"):
            assert words in text
        assert screen.header.left == "青禾日报  2019-04-26  第01版 要闻"
        assert screen.focused is screen.article_view


async def test_the_sidebar_lists_pages_articles_marks_and_lengths(issue: Issue) -> None:
    async with reading(issue) as (_, screen):
        rows = [screen.article_list.render_line(y).text for y in range(9)]
        assert rows[0].startswith("第01版 要闻 ─")
        assert "青禾县春灌提前十天" in rows[1]
        assert rows[1].rstrip().endswith(str(issue.articles[0].length))
        assert "图" in rows[2] and "风筝上青天" in rows[2]
        assert "简" in rows[3]
        assert rows[4].startswith("第02版 副刊 ─")
        assert "?" in rows[6] and "晴转多云，东南风" in rows[6]
        assert rows[7].startswith("第3版 ─")


@pytest.mark.parametrize(
    ("key", "back"), [("j", "k"), ("down", "up"), ("d", "u"), ("space", "b"), ("pagedown", "pageup")]
)
async def test_moving_down_and_back_returns_to_the_place(issue: Issue, key: str, back: str) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press(key)
        moved = screen.article_view.scroll_offset.y
        assert moved > 0
        await pilot.press(back)
        assert screen.article_view.scroll_offset.y == 0


@pytest.mark.parametrize(("end", "top"), [("G", "g"), ("end", "home"), ("shift+g", "g")])
async def test_end_and_top(issue: Issue, end: str, top: str) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press(end)
        assert "水到田头" in seen(screen)
        assert screen.article_view.progress == 1.0
        await pilot.press(top)
        assert screen.article_view.scroll_offset.y == 0


async def test_paragraph_keys_put_paragraphs_at_the_top(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press("G")
        await pilot.press("left_curly_bracket", "left_curly_bracket")
        place = screen.article_view.place
        assert place.offset == 0
        await pilot.press("right_curly_bracket")
        assert screen.article_view.place > place


@pytest.mark.parametrize("keys", [("right_square_bracket", "left_square_bracket"), ("J", "K"), ("right", "left")])
async def test_article_keys(issue: Issue, keys: tuple[str, str]) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press(keys[0])
        assert screen.article is not None and screen.article.id == "a2"
        assert screen.article_list.article == 1
        await pilot.press(keys[1])
        assert screen.article is not None and screen.article.id == "a1"


async def test_reading_on_reaches_the_next_article_and_back(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press("G", "space")
        assert screen.article is not None and screen.article.id == "a2"
        await pilot.press("b")
        assert screen.article is not None and screen.article.id == "a1"
        assert screen.article_view.progress == 1.0


async def test_the_last_article_is_the_end(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press(*["J"] * 9)
        assert screen.article is not None and screen.article.id == "a5"
        assert "本期完" in seen(screen)
        assert "此篇没有标题" in seen(screen)


async def test_page_keys(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press("right_parenthesis")
        assert screen.article is not None and screen.article.id == "a4"
        await pilot.press("left_parenthesis")
        assert screen.article is not None and screen.article.id == "a1"


async def test_tab_moves_between_sidebar_and_text(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press("tab")
        assert screen.article_list.has_focus
        await pilot.press("j", "j")
        assert screen.article is not None and screen.article.id == "a3"
        await pilot.press("G")
        assert screen.article.id == "a5"
        await pilot.press("enter")
        assert screen.article_view.has_focus


async def test_t_hides_and_shows_the_sidebar(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press("t")
        assert not screen.article_list.display
        await pilot.press("t")
        assert screen.article_list.display


async def test_a_narrow_screen_lays_the_sidebar_over_the_text(issue: Issue) -> None:
    async with reading(issue, NARROW) as (pilot, screen):
        assert not screen.article_list.display
        width = screen.article_view.size.width
        await pilot.press("t")
        assert screen.article_list.display
        assert screen.article_view.size.width == width
        await pilot.press("j", "enter")
        assert not screen.article_list.display
        assert screen.article is not None and screen.article.id == "a2"
        await pilot.press("tab", "escape")
        assert not screen.article_list.display


async def test_the_measure_has_keys_and_limits(issue: Issue) -> None:
    async with reading(issue, (200, 40)) as (pilot, screen):
        view = screen.article_view
        await pilot.press("plus")
        assert view.typesetting.measure == DEFAULT_MEASURE + 2
        await pilot.press(*["minus"] * 100)
        assert view.typesetting.measure == 8
        assert max(len(line.strip()) for line in seen(screen).splitlines()) <= 16
        await pilot.press("equals_sign")
        assert view.typesetting.measure == DEFAULT_MEASURE


async def test_the_place_survives_resizing_and_script(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press("space", "j", "j", "j")
        place = screen.article_view.place
        for size in ((80, 24), (60, 20), (200, 60), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert screen.article_view.place == place
        await pilot.press("c", "c", "c")
        assert screen.article_view.place == place


async def test_c_cycles_the_script_everywhere(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press("c")
        assert screen.header.right == "简体"
        await pilot.press("c")
        assert "提前十天" in seen(screen) and "灌溉季" in seen(screen) and "記者" in seen(screen)
        assert "風箏" in screen.article_list.render_line(2).text
        assert "青禾日報" in screen.header.left
        await pilot.press("c")
        assert screen.header.right == "原文"
        assert "记者" in seen(screen)


async def test_big_c_picks_a_standard(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press("C")
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        assert screen.script.config is not None
        await pilot.press("C", "escape")
        await pilot.pause()
        assert pilot.app.screen is screen


async def test_help_lists_every_command(issue: Issue) -> None:
    async with reading(issue) as (pilot, _):
        await pilot.press("question_mark")
        await pilot.pause()
        text = "\n".join(str(widget.render()) for widget in pilot.app.screen.query(".help-group"))
        assert text
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ReadingScreen)


async def test_info_tells_what_is_uncertain(issue: Issue) -> None:
    async with reading(issue) as (pilot, _):
        await pilot.press("i")
        await pilot.pause()
        assert pilot.app.screen.query(".info-group")
        await pilot.press("i")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ReadingScreen)


async def test_info_tells_how_well_the_text_was_recognised(issue: Issue) -> None:
    lines = (TextLine("一二三四", 1, ratings=b"ZZZZ"), TextLine("五六", 2, ratings=b"<<"), TextLine("七", 3))
    page = replace(issue.pages[0], blocks=(TextBlock(lines),))
    async with reading(replace(issue, pages=(page, *issue.pages[1:]))) as (pilot, _):
        await pilot.press("i")
        await pilot.pause()
        words = "".join(str(group.render()) for group in pilot.app.screen.query(".info-group"))
        assert "平均把握为 80%" in words


@pytest.mark.parametrize("key", ["colon", "ctrl+p"])
async def test_the_palette_opens(issue: Issue, key: str) -> None:
    async with reading(issue) as (pilot, _):
        await pilot.press(key)
        await pilot.pause()
        assert type(pilot.app.screen).__name__ == "CommandPalette"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("退出", "退出", id="in the reader's language"),
        pytest.param("quit", "退出", id="in English"),
        pytest.param("zzz", "没有这个命令。", id="not at all"),
    ],
)
async def test_the_palette_finds_a_command_in_two_languages(issue: Issue, words: str, found: str) -> None:
    async with reading(issue) as (pilot, _):
        await pilot.press("colon", *words)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause(0.2)
        options = pilot.app.screen.query_one(CommandList)
        assert found in [str(option.prompt).splitlines()[0] for option in options.options]


async def test_q_leaves(issue: Issue) -> None:
    async with reading(issue) as (pilot, _):
        await pilot.press("q")
        assert pilot.app.return_code == 0


PLACES = {
    Scope.READING: ReadingScreen,
    Scope.TYPING: SearchBar,
    Scope.SHELF: ShelfScreen,
    Scope.CALENDAR: CalendarScreen,
}


def test_every_command_has_an_action_and_no_key_serves_two() -> None:
    keys = [(command.scope, key) for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))
    for command in COMMANDS:
        assert hasattr(PLACES[command.scope], f"action_{command.action.partition('(')[0]}"), command.name


async def test_an_issue_without_articles_says_what_to_do(issue: Issue) -> None:
    empty = Issue("x.txt", "plain", None, None, issue.pages, ())
    async with reading(empty) as (pilot, screen):
        assert "没有文章" in screen.status_line.left
        await pilot.press("j", "k", "space", "J", "n", "y", "c", "G", "tab", "j", "enter")
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
