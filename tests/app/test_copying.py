"""Selecting with the mouse and copying: what reaches the clipboard, and what the reader is told."""

from __future__ import annotations

import pytest

from reader import clipboard
from reader.clipboard import Copied, Route
from reader.model import Issue
from tests.app.conftest import LONG
from tests.app.test_reading import reading


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
        await pilot.press("Y")
        await pilot.app.workers.wait_for_complete()
        assert copied[0].splitlines()[-1] == "林小满, 赵一舟. 青禾县春灌提前十天[N]. 青禾日报, 2019-04-26(1)."


async def test_a_drag_selects_and_y_copies_the_selection(issue: Issue, copied: list[str]) -> None:
    async with reading(issue) as (pilot, screen):
        view = screen.article_view
        paragraph = next(row for row, entry in enumerate(view.setting.rows) if entry.block >= 0 and entry.start > 0)
        left = view.region.x + view._left
        top = view.region.y + paragraph
        await pilot.mouse_down(offset=(left, top))
        await pilot.hover(offset=(left + 10, top + 1))
        await pilot.mouse_up(offset=(left + 10, top + 1))
        await pilot.pause()
        selected = screen.get_selected_text()
        assert selected and "\n" not in selected
        assert selected in "本报讯" + LONG or selected in LONG
        await pilot.press("y")
        await pilot.app.workers.wait_for_complete()
        assert copied == [selected]
        await pilot.press("escape")
        assert not screen.get_selected_text()


async def test_a_drag_from_the_margin_begins_at_the_row_s_first_character(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        view = screen.article_view
        row = next(number for number, entry in enumerate(view.setting.rows) if entry.block >= 0 and entry.start > 0)
        entry = view.setting.rows[row]
        top = view.region.y + row
        await pilot.mouse_down(offset=(view.region.x, top))
        await pilot.hover(offset=(view.region.x + view._left + 3, top))
        await pilot.mouse_up(offset=(view.region.x + view._left + 3, top))
        text = view.setting.blocks[entry.block].shown.text
        assert screen.get_selected_text() == text[entry.start : entry.start + 2]


async def test_a_double_click_selects_the_paragraph(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen):
        view = screen.article_view
        row = next(number for number, entry in enumerate(view.setting.rows) if entry.block >= 0 and entry.start > 0)
        block = view.setting.rows[row].block
        await pilot.click("#text", offset=(view._left + 4, row), times=2)
        assert screen.get_selected_text() == view.setting.blocks[block].shown.text


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
        row = len(view.setting.rows) + 2
        await pilot.click("#text", offset=(view._left + 4, row))
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
