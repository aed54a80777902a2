"""Putting right by hand: every task by its keys, kept beside the issue, undone and done again."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.app.app import DubaoApp
from reader.app.screens.reading import ReadingScreen
from reader.library import find_samples, open_issue
from reader.model import Issue, PartKind, make_line_map


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A sample that may be written beside."""
    copy = tmp_path / "issue"
    shutil.copytree(find_samples()[0].path, copy)
    return copy


@asynccontextmanager
async def correcting(folder: Path, *, corrections: bool = True) -> AsyncIterator[tuple[Pilot[None], ReadingScreen]]:
    def opener(_: Callable[[Issue, float], None]) -> Issue:
        return open_issue(folder, corrections=False)

    app = DubaoApp(opener=opener, corrections=corrections)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.reading is not None
        yield pilot, app.reading


async def point_at_body(pilot: Pilot[None], screen: ReadingScreen, article: int, skip: int = 1) -> None:
    """Put the page's cursor on a line inside an article's body."""
    await pilot.press("p")
    await pilot.pause()
    page = screen.as_printed.view
    body = [
        number for number, part in enumerate(screen.issue.articles[article].parts) if part.kind is PartKind.PARAGRAPH
    ]
    assert page.line_map is not None
    line = page.line_map.by_part[article, body[skip]][0].span
    from reader.app.widgets.page_view import PrintedLine

    page.point_at(PrintedLine(line.page, line.line))


async def test_split_is_kept_and_undone(folder: Path) -> None:
    overlay = folder / "issue.dubao.toml"
    async with correcting(folder) as (pilot, screen):
        count = len(screen.issue.articles)
        await point_at_body(pilot, screen, 0)
        await pilot.press("x", "s")
        await pilot.pause()
        assert len(screen.issue.articles) == count + 1
        assert 'do = "split"' in overlay.read_text(encoding="utf-8")
        await pilot.press("U")
        await pilot.pause()
        assert len(screen.issue.articles) == count
        assert not overlay.exists()
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert len(screen.issue.articles) == count + 1
    # What was put right is there again at the next opening.
    async with correcting(folder) as (pilot, screen):
        assert len(screen.issue.articles) == count + 1
        await pilot.press("U")
        await pilot.pause()
        assert len(screen.issue.articles) == count


async def test_merge_from_the_sidebar(folder: Path) -> None:
    async with correcting(folder) as (pilot, screen):
        count = len(screen.issue.articles)
        await pilot.press("tab", "j", "x", "m")
        await pilot.pause()
        assert len(screen.issue.articles) == count - 1


async def test_a_role_is_chosen_from_a_list(folder: Path) -> None:
    async with correcting(folder) as (pilot, screen):
        await point_at_body(pilot, screen, 0)
        line = screen.as_printed.view.line
        await pilot.press("x", "r")
        await pilot.pause()
        await pilot.press(*["down"] * 7, "enter")
        await pilot.pause()
        assert line is not None
        pieces = make_line_map(screen.issue).find_pieces(line.page, line.number)
        piece = pieces[0]
        assert piece.article is not None and piece.part is not None
        assert screen.issue.articles[piece.article].parts[piece.part].kind is PartKind.CROSSHEAD


async def test_lines_become_an_article_of_their_own(folder: Path) -> None:
    async with correcting(folder) as (pilot, screen):
        count = len(screen.issue.articles)
        await point_at_body(pilot, screen, 0)
        await pilot.press("V", "j", "j", "x", "a")
        await pilot.pause()
        await pilot.press("n")
        await pilot.pause()
        assert len(screen.issue.articles) == count + 1


async def test_a_heading_is_given_to_another_article(folder: Path) -> None:
    async with correcting(folder) as (pilot, screen):
        first, second = (article.title for article in screen.issue.articles[:2])
        await pilot.press("x", "h")
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        titles = [article.title for article in screen.issue.articles[:2]]
        assert titles != [first, second]


async def test_paragraphs_are_broken_and_joined(folder: Path) -> None:
    async with correcting(folder) as (pilot, screen):

        def paragraphs() -> int:
            return sum(len(article.of_kind(PartKind.PARAGRAPH)) for article in screen.issue.articles)

        count = paragraphs()
        await point_at_body(pilot, screen, 0)
        await pilot.press("x", "o")
        await pilot.pause()
        assert paragraphs() == count - 1
        await pilot.press("U")
        await pilot.press("j", "x", "b")
        await pilot.pause()
        assert paragraphs() == count + 1


async def test_without_corrections_nothing_is_written(folder: Path) -> None:
    async with correcting(folder, corrections=False) as (pilot, screen):
        count = len(screen.issue.articles)
        await pilot.press("tab", "j", "x")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert len(screen.issue.articles) == count
    assert not list(folder.glob("*.dubao.toml"))


async def test_escape_changes_nothing(folder: Path) -> None:
    async with correcting(folder) as (pilot, screen):
        issue = screen.issue
        await pilot.press("x", "escape", "x", "r")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert screen.issue is issue
        await pilot.press("U", "ctrl+r")
        assert screen.issue is issue
