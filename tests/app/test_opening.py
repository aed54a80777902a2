"""Opening an issue behind the first frame: part by part, with errors, and anew."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from threading import Event

from reader.app.app import DubaoApp
from reader.app.opening import HandOver
from reader.app.places import Place, find_again
from reader.app.screens.opening import OpeningScreen
from reader.errors import MissingSourceError
from reader.library import find_samples, open_issue
from reader.model import Issue
from tests.sources.builders import Block, make_alto


async def test_the_screen_is_there_before_the_issue(issue: Issue) -> None:
    go_on = Event()

    def opener(_: HandOver) -> Issue:
        go_on.wait(10)
        return issue

    app = DubaoApp(opener=opener)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, OpeningScreen)
        assert app.reading is None
        await pilot.press("j", "slash", "x")
        go_on.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.reading is not None
        assert app.reading.article is issue.articles[0]
        assert "正在打开" not in app.reading.status_line.left


async def test_the_first_pages_can_be_read_while_the_rest_comes(issue: Issue) -> None:
    handed, go_on = Event(), Event()

    def opener(hand_over: HandOver) -> Issue:
        hand_over(replace(issue, articles=issue.articles[:2]), 0.4)
        handed.set()
        go_on.wait(10)
        return issue

    app = DubaoApp(opener=opener)
    async with app.run_test(size=(120, 40)) as pilot:
        await asyncio.to_thread(handed.wait, 10)
        assert app.reading is not None
        assert "正在打开 [####------] 40%" in app.reading.status_line.left
        await pilot.pause()
        await pilot.press("j", "j", "j", "j", "j", "j")
        place = app.reading.article_view.place
        assert place != Place()
        go_on.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "正在打开" not in app.reading.status_line.left
        assert len(app.reading.issue.articles) == 5
        assert app.reading.article_view.place == place


async def test_escape_stops_opening_and_reads_on_with_what_there_is(issue: Issue) -> None:
    handed, go_on = Event(), Event()

    def opener(hand_over: HandOver) -> Issue:
        hand_over(replace(issue, articles=issue.articles[:2]), 0.4)
        handed.set()
        go_on.wait(10)
        hand_over(replace(issue, articles=issue.articles[:3]), 0.6)
        return issue

    app = DubaoApp(opener=opener)
    async with app.run_test(size=(120, 40)) as pilot:
        await asyncio.to_thread(handed.wait, 10)
        await pilot.press("escape")
        go_on.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.reading is not None
        assert len(app.reading.issue.articles) == 2
        assert "正在打开" not in app.reading.status_line.left


async def test_an_issue_that_is_opened_meanwhile_is_not_overtaken(issue: Issue, tmp_path: Path) -> None:
    handed, go_on, ended = Event(), Event(), Event()

    def opener(hand_over: HandOver) -> Issue:
        hand_over(replace(issue, articles=issue.articles[:1]), 0.2)
        handed.set()
        go_on.wait(10)
        try:
            hand_over(replace(issue, articles=issue.articles[:2]), 0.4)
        finally:
            ended.set()
        return issue

    (tmp_path / "other.txt").write_text("修路的人\n\n　　天还没亮，老陈已在桥头。\n", encoding="utf-8")
    app = DubaoApp(opener=opener)
    async with app.run_test(size=(120, 40)) as pilot:
        await asyncio.to_thread(handed.wait, 10)
        app.open_path(str(tmp_path / "other.txt"))
        go_on.set()
        await asyncio.to_thread(ended.wait, 10)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.reading is not None
        assert app.reading.issue.source == str(tmp_path / "other.txt")


async def test_an_issue_that_cannot_be_opened_ends_the_program_with_the_reason() -> None:
    def opener(_: HandOver) -> Issue:
        raise MissingSourceError("nowhere.txt", "no such file")

    app = DubaoApp(opener=opener)
    async with app.run_test() as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
    assert isinstance(app.error, MissingSourceError)
    assert app.return_code == 2


def test_a_place_is_found_again_where_articles_were_made_anew() -> None:
    sample = open_issue(find_samples()[0].path)
    article = sample.articles[1]
    index, place = find_again(article, Place(len(article.parts) - 1, 3), sample)
    assert (index, place) == (1, Place(len(article.parts) - 1, 3))
    without_first = replace(sample, articles=sample.articles[1:])
    assert find_again(article, Place(0, 0), without_first) == (0, Place(0, 0))
    gone = replace(sample, articles=sample.articles[2:])
    assert find_again(article, Place(0, 0), gone)[1] == Place()


def test_an_issue_of_many_pages_comes_page_by_page(tmp_path: Path) -> None:
    source = next(page for page in sorted(Path(find_samples()[0].path).glob("*.txt")))
    for number in range(1, 13):
        (tmp_path / f"{number:02}.txt").write_bytes(source.read_bytes())
    told: list[tuple[int | None, float]] = []

    def tell(part: Issue | None, share: float) -> None:
        told.append((None if part is None else len(part.articles), share))

    issue = open_issue(tmp_path, on_progress=tell)
    assert [share for _, share in told] == [number / 12 for number in range(1, 12)]
    counts = [count for count, _ in told if count is not None]
    assert told[0][0] is not None and 0 < counts[0] < len(issue.articles)
    assert counts == sorted(counts)


def test_a_folder_of_scanned_pages_comes_file_by_file(tmp_path: Path) -> None:
    for number in range(1, 5):
        (tmp_path / f"{number:02}.xml").write_text(
            make_alto(f"P{number}", [Block("B1", ("新桥昨日通车",))]), encoding="utf-8"
        )
    told: list[float] = []
    issue = open_issue(tmp_path, on_progress=lambda part, share: told.append(share))
    assert (told, len(issue.pages)) == ([0.25, 0.5, 0.75], 4)
