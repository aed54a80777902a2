"""Selecting with the mouse and copying: what reaches the clipboard, and what the reader is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.geometry import Offset

from reader import clipboard
from reader.clipboard import Copied, Route
from reader.model import Issue
from tests.app.conftest import LONG
from tests.app.test_reading import reading, screen_cell


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was put on the clipboard, instead of a real one."""
    texts: list[str] = []

    def copy(text: str, **_: object) -> Copied:
        texts.append(text)
        return Copied((Route.TMUX,), len(text))

    monkeypatch.setattr(clipboard, "copy", copy)
    return texts


async def test_y_copies_the_article_without_soft_breaks(issue: Issue, copied: list[str]) -> None:
    async with reading(issue) as (pilot, _):
        await pilot.press("y")
        await pilot.app.workers.wait_for_complete()
        assert LONG in copied[0]
        assert "青禾县春灌提前十天" in copied[0].splitlines()


async def test_y_copies_what_is_shown(issue: Issue, copied: list[str]) -> None:
    async with reading(issue) as (pilot, _):
        await pilot.press("J", "c", "c", "y")
        await pilot.app.workers.wait_for_complete()
        assert "風箏上青天" in copied[0]


async def test_big_y_adds_the_citation(issue: Issue, copied: list[str]) -> None:
    async with reading(issue) as (pilot, _):
        await pilot.press("Y", "y")
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        assert copied[0].splitlines()[-1] == "林小满, 赵一舟. 青禾县春灌提前十天[N]. 青禾日报, 2019-04-26(1)."


async def test_a_drag_selects_and_y_copies_the_selection(issue: Issue, copied: list[str]) -> None:
    async with reading(issue) as (pilot, screen):
        begin, end = screen_cell(screen, 5, 30), screen_cell(screen, 5, 70)
        await pilot.mouse_down(offset=begin)
        await pilot.hover(offset=end)
        await pilot.mouse_up(offset=end)
        await pilot.pause()
        assert begin.y < end.y
        selected = screen.get_selected_text()
        assert selected == LONG[30:71]
        await pilot.press("y")
        await pilot.app.workers.wait_for_complete()
        assert copied == [selected]
        await pilot.press("escape")
        assert not screen.get_selected_text()


async def test_a_drag_from_the_margin_begins_at_the_row_s_first_character(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        end = screen_cell(screen, 5, 100)
        begin = Offset(screen.article_view.region.x, end.y)
        await pilot.mouse_down(offset=begin)
        await pilot.hover(offset=end)
        await pilot.mouse_up(offset=end)
        selected = screen.get_selected_text()
        assert selected and LONG[:101].endswith(selected)
        assert screen_cell(screen, 5, 101 - len(selected)).y == end.y
        assert screen_cell(screen, 5, 100 - len(selected)).y == end.y - 1


async def test_a_double_click_selects_the_paragraph(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        at = screen_cell(screen, 6, 100) - screen.article_view.region.offset
        await pilot.click("#text", offset=at, times=2)
        assert screen.get_selected_text() == LONG


async def test_selecting_works_in_vertical_columns(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press("v")
        begin, end = screen_cell(screen, 5, 20), screen_cell(screen, 5, 60)
        assert end.x < begin.x
        await pilot.mouse_down(offset=begin)
        await pilot.hover(offset=end)
        await pilot.mouse_up(offset=end)
        assert screen.get_selected_text() == LONG[20:61]


async def test_a_click_in_the_sidebar_opens_the_article(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.click("#articles", offset=(6, 2))
        await pilot.pause()
        assert screen.article is not None and screen.article.id == "a2"
        await pilot.click("#articles", offset=(6, 0))
        await pilot.pause()
        assert screen.article.id == "a2"


async def test_the_words_after_the_end_lead_on(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        view = screen.article_view
        await pilot.press("J")
        await pilot.pause()
        row = next(y for y in range(view.size.height) if "下一篇" in view.render_line(y).text)
        await pilot.click("#text", offset=(view.size.width // 2, row))
        await pilot.pause()
        assert screen.article is not None and screen.article.id == "a3"


async def test_every_way_failing_is_said(issue: Issue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "copy", lambda text, **_: Copied((), len(text)))
    async with reading(issue) as (pilot, _):
        await pilot.press("y")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        messages = [notification.message for notification in pilot.app._notifications]
        assert any("未复制" in message for message in messages)


@pytest.mark.parametrize(
    ("keys", "begins", "has_page"),
    [
        pytest.param("c", "林小满, 赵一舟.", False, id="citation"),
        pytest.param("m", "# 青禾县春灌提前十天", False, id="Markdown"),
        pytest.param("h", "<article>", False, id="HTML"),
        pytest.param("t", "春耕进行时", False, id="text"),
        pytest.param("pt", "春耕进行时", True, id="the page"),
        pytest.param("pm", "# 青禾日报", True, id="the page as Markdown"),
        pytest.param("ph", "<article>", True, id="the page as HTML"),
        pytest.param("pc", "林小满, 赵一舟.", True, id="the page's citations"),
    ],
)
async def test_big_y_offers_what_and_as_what(
    issue: Issue, copied: list[str], keys: str, begins: str, has_page: bool
) -> None:
    async with reading(issue) as (pilot, _):
        await pilot.press("Y", *keys)
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        assert copied[0].startswith(begins)
        assert ("风筝上青天" in copied[0]) == has_page


async def test_the_last_choice_is_offered_again(issue: Issue, copied: list[str]) -> None:
    async with reading(issue) as (pilot, _):
        await pilot.press("Y", "p", "c", "J", "Y")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        assert copied[1] == copied[0]
        await pilot.press("Y", "left", "down", "up", "up", "right", "up", "enter")
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        assert copied[2].startswith("<article>")


async def test_a_match_is_copied_with_what_stands_around_it(issue: Issue, copied: list[str]) -> None:
    async with reading(issue) as (pilot, _):
        await pilot.press("slash", *"第一个灌溉季", "enter", "Y", "f", "t")
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        assert copied == [LONG]


async def test_the_selection_comes_first_and_is_cited(issue: Issue, copied: list[str]) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press("V")
        await pilot.pause()
        selected = screen.get_selected_text()
        await pilot.press("Y", "y")
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        assert copied[0].splitlines() == [
            selected,
            "",
            "林小满, 赵一舟. 青禾县春灌提前十天[N]. 青禾日报, 2019-04-26(1).",
        ]
        assert not screen.selections


async def test_articles_are_gathered_and_copied_together(issue: Issue, copied: list[str]) -> None:
    async with reading(issue) as (pilot, screen):
        await pilot.press("tab", "j", "s", "s")
        await pilot.pause()
        assert [article.id for article in screen.gathering.articles] == ["a2", "a3"]
        drawn = [screen.article_list.render_line(y).text[:1] for y in range(4)]
        assert drawn[2:4] == ["+", "+"]
        await pilot.press("Y", "g", "c")
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        assert [line[:4] for line in copied[0].splitlines()] == ["何田. ", "夜间公交"]
        await pilot.press("k", "s", "k", "k", "s")
        assert not screen.gathering.articles


async def test_gathered_articles_and_the_page_are_exported(
    issue: Issue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading(issue) as (pilot, _):
        await pilot.press("s", "J", "J", "s")
        for keys in (("e", "g", "t"), ("e", "p", "m")):
            await pilot.press(*keys)
            await pilot.pause()
            await pilot.press("enter")
            await pilot.pause()
    texts = {path.suffix: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    assert "夜间公交" in texts[".txt"] and "风筝" not in texts[".txt"]
    assert "风筝" in texts[".md"] and "渠边记事" not in texts[".md"]


async def test_e_writes_a_file_and_never_over_another_without_asking(
    issue: Issue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading(issue) as (pilot, _):
        await pilot.press("e", "a")
        await pilot.pause()
        await pilot.press("m")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        [path] = tmp_path.iterdir()
        assert path.suffix == ".md" and LONG in path.read_text(encoding="utf-8").replace("\n", "")
        path.write_text("mine", encoding="utf-8")
        await pilot.press("e", "a")
        await pilot.pause()
        await pilot.press("m")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert path.read_text(encoding="utf-8") == "mine"
        await pilot.press("y")
        await pilot.pause()
        assert LONG in path.read_text(encoding="utf-8")
