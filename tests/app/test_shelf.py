"""The shelf: every key, as the first screen and over an issue; and what is shown of an issue."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input
from textual.worker import WorkerCancelled

from reader.app.app import DubaoApp
from reader.app.cells import text_cells
from reader.app.screens.reading import ReadingScreen
from reader.app.screens.shelf import ShelfScreen
from reader.app.shelf import Shelf, State, name_state, name_time
from reader.app.widgets.bars import Bar
from reader.app.widgets.shelf_list import ShelfList, fit_columns
from reader.languages import Language
from reader.library import find_samples
from reader.state import IssueName, Order, ShelfEntry, open_store
from tests.state.issues import ISSUE

pytestmark = pytest.mark.parametrize("language", [Language.ENGLISH], indirect=True)

PAGE = "青禾镇新桥通车\n\n本报讯 昨日上午，青禾镇新桥正式通车，全镇三千居民从此不再绕路。\n"


def make_entry(path: str, title: str | None = "青禾日报", day: date | None = None, **values: object) -> ShelfEntry:
    entry = ShelfEntry(
        IssueName(path, title, day), "plain", 12, 5, 9000, 0.4, 2, 1, datetime(2031, 5, 13, 9, 5, tzinfo=UTC)
    )
    return replace(entry, **values)  # type: ignore[arg-type]


def fill_shelf(folder: Path, *days: int) -> list[Path]:
    """Issues of two papers that were opened before, in this order."""
    paths = []
    with open_store() as store:
        for number, day in enumerate(days):
            title = "青禾日报" if number % 2 == 0 else "永和報"
            path = folder / f"{title}-2031-05-{day:02}.txt"
            path.write_text(PAGE, encoding="utf-8")
            store.keep(replace(ISSUE, source=str(path), title=title, date=date(2031, 5, day)))
            paths.append(path)
    return paths


@asynccontextmanager
async def shelf(app: DubaoApp | None = None, size: tuple[int, int] = (100, 24)) -> AsyncIterator[Pilot[None]]:
    app = app or DubaoApp(private=False)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield pilot


async def settle(pilot: Pilot[None]) -> None:
    await pilot.pause()
    # Leaving the program ends them.
    with suppress(WorkerCancelled):
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def rows(pilot: Pilot[None]) -> list[str]:
    """The names of the files that are listed, those of the cursor's row in brackets."""
    view = pilot.app.screen.query_one(ShelfList)
    names = [Path(entry.issue.path).stem.rpartition("-")[2] for entry in view.shelf.shown]
    return [f"[{name}]" if row == view.cursor else name for row, name in enumerate(names)]


def bar(pilot: Pilot[None], name: str) -> str:
    found = pilot.app.screen.query_one(name, Bar)
    return f"{found.left} | {found.right}"


class TestFirstScreen:
    async def test_lists_the_last_opened_first_and_opens_it(self, tmp_path: Path) -> None:
        fill_shelf(tmp_path, 3, 1, 2)
        async with shelf() as pilot:
            assert isinstance(pilot.app.screen, ShelfScreen)
            assert rows(pilot) == ["[02]", "01", "03"]
            assert "3 issues" in bar(pilot, "#header")
            await pilot.press("enter")
            await settle(pilot)
            screen = pilot.app.screen
            assert isinstance(screen, ReadingScreen)
            assert screen.issue.source.endswith("05-02.txt")
            await pilot.press("S")
            await pilot.pause()
            assert isinstance(pilot.app.screen, ShelfScreen)
            await pilot.press("escape")
            assert pilot.app.screen is screen

    async def test_offers_samples_where_nothing_was_opened(self) -> None:
        async with shelf(DubaoApp(private=True)) as pilot:
            view = pilot.app.screen.query_one(ShelfList)
            assert {entry.issue.title for entry in view.shelf.shown} == {sample.title for sample in find_samples()}
            assert "dubao PATH" in str(pilot.app.screen.query_one("#shelf-words").render())
            await pilot.press("x")
            assert view.row_count == len(find_samples()), "what was never opened cannot be forgotten"
            await pilot.press("enter")
            await settle(pilot)
            assert isinstance(pilot.app.screen, ReadingScreen)

    async def test_says_why_an_issue_cannot_be_opened_and_stays(self, tmp_path: Path) -> None:
        [path] = fill_shelf(tmp_path, 1)
        path.write_bytes(b"")
        async with shelf() as pilot:
            await pilot.press("enter")
            await settle(pilot)
            assert isinstance(pilot.app.screen, ShelfScreen)
            assert any("empty" in toast.message for toast in pilot.app._notifications)
            assert str(path) in bar(pilot, "#shelf-detail")
            path.write_text(PAGE, encoding="utf-8")
            await pilot.press("enter")
            await settle(pilot)
            assert isinstance(pilot.app.screen, ReadingScreen)

    async def test_tells_once_that_what_was_kept_is_damaged(self, private_data_folder: Path) -> None:
        (private_data_folder / "reading.sqlite3").write_bytes(b"these are no marks" * 200)
        async with shelf() as pilot:
            assert sum("damaged" in toast.message for toast in pilot.app._notifications) == 1
            await pilot.press("enter")
            await settle(pilot)
            await pilot.press("S", "j", "enter")
            await settle(pilot)
            assert sum("damaged" in toast.message for toast in pilot.app._notifications) == 1

    @pytest.mark.parametrize("key", ["q", "escape"])
    async def test_leaves(self, tmp_path: Path, key: str) -> None:
        fill_shelf(tmp_path, 1)
        async with shelf() as pilot:
            await pilot.press(key)
            assert not pilot.app.is_running or pilot.app._exit


class TestKeys:
    async def test_moving(self, tmp_path: Path) -> None:
        fill_shelf(tmp_path, *range(1, 29))
        async with shelf() as pilot:
            view = pilot.app.screen.query_one(ShelfList)
            keys = ("j", "down", "k", "up", "k", "G", "j", "g", "end", "home")
            for key, row in zip(keys, (1, 2, 1, 0, 0, 27, 27, 0, 27, 0), strict=True):
                await pilot.press(key)
                assert view.cursor == row, key
            for there, back in (("space", "b"), ("pagedown", "pageup"), ("d", "u")):
                await pilot.press(there)
                assert view.cursor > 5, there
                await pilot.press(back)
                assert view.cursor == 0, back

    async def test_filter_while_typing(self, tmp_path: Path) -> None:
        fill_shelf(tmp_path, 1, 2, 3)
        async with shelf() as pilot:
            await pilot.press("slash", *"青禾")
            assert rows(pilot) == ["[03]", "01"]
            assert "2 of 3" in bar(pilot, "#header")
            await pilot.press("down")
            assert rows(pilot) == ["03", "[01]"]
            await pilot.press("tab", "s")
            assert pilot.app.screen.query_one(Input).value == "青禾", "the key was the list's"
            await pilot.press("escape")
            assert len(rows(pilot)) == 3
            assert isinstance(pilot.app.screen, ShelfScreen)
            await pilot.press("f", *"永和报")
            assert rows(pilot) == ["[02]"], "in either script"
            await pilot.press("x", "enter")
            assert rows(pilot) == []
            assert "Esc" in bar(pilot, "#shelf-detail")
            await pilot.press("backspace", "enter")
            await settle(pilot)
            assert isinstance(pilot.app.screen, ReadingScreen), "Enter opens what was found"

    async def test_sorting_keeps_the_cursor_on_its_issue(self, tmp_path: Path) -> None:
        fill_shelf(tmp_path, 3, 1, 2)
        async with shelf() as pilot:
            await pilot.press("s")
            assert (rows(pilot), "by paper" in bar(pilot, "#header")) == (["01", "[02]", "03"], True)
            await pilot.press("s")
            assert (rows(pilot), "by date" in bar(pilot, "#header")) == (["01", "[02]", "03"], True)
            await pilot.press("s")
            assert rows(pilot) == ["[02]", "01", "03"]

    async def test_forgetting_and_bringing_back(self, tmp_path: Path) -> None:
        fill_shelf(tmp_path, 1, 2, 3)
        async with shelf() as pilot:
            await pilot.press("x", "delete")
            assert rows(pilot) == ["[01]"]
            await pilot.press("U")
            assert rows(pilot) == ["[02]", "01"]
            with open_store() as store:
                assert len(store.shelf()) == 3, "nothing is forgotten yet"
            await pilot.press("q")
        with open_store() as store:
            assert [Path(entry.issue.path).stem[-2:] for entry in store.shelf()] == ["02", "01"]

    async def test_forgetting_the_issue_that_is_open(self, tmp_path: Path) -> None:
        fill_shelf(tmp_path, 1, 2)
        async with shelf() as pilot:
            await pilot.press("enter")
            await settle(pilot)
            await pilot.press("S")
            await pilot.pause()
            await pilot.press("x", "U", "U", "x", "escape")
            await pilot.pause()
            screen = pilot.app.screen
            assert isinstance(screen, ReadingScreen)
            assert screen.keeping.kept is None
            await pilot.press("G", "m", "a")
            await pilot.pause(0.7)
        with open_store() as store:
            assert [Path(entry.issue.path).stem[-2:] for entry in store.shelf()] == ["01"]

    async def test_missing_files_are_marked_and_not_opened(self, tmp_path: Path) -> None:
        [path] = fill_shelf(tmp_path, 1)
        path.unlink()
        async with shelf() as pilot:
            assert "not there any more" in bar(pilot, "#shelf-detail")
            await pilot.press("enter")
            await settle(pilot)
            assert isinstance(pilot.app.screen, ShelfScreen)

    async def test_mouse(self, tmp_path: Path) -> None:
        fill_shelf(tmp_path, 1, 2, 3)
        async with shelf() as pilot:
            await pilot.click(ShelfList, offset=(10, 2))
            assert rows(pilot) == ["03", "02", "[01]"]
            await pilot.click(ShelfList, offset=(10, 2))
            await settle(pilot)
            assert isinstance(pilot.app.screen, ReadingScreen)

    async def test_help(self, tmp_path: Path) -> None:
        fill_shelf(tmp_path, 1)
        async with shelf() as pilot:
            await pilot.press("question_mark")
            await pilot.pause()
            assert not isinstance(pilot.app.screen, ShelfScreen)
            await pilot.press("question_mark")
            assert isinstance(pilot.app.screen, ShelfScreen)


class TestOverAnIssue:
    async def test_titles_are_in_the_readers_script(self, tmp_path: Path) -> None:
        fill_shelf(tmp_path, 1, 2)
        async with shelf() as pilot:
            await pilot.press("enter")
            await settle(pilot)
            await pilot.press("c", "S")
            await pilot.pause()
            view = pilot.app.screen.query_one(ShelfList)
            drawn = ["".join(segment.text for segment in view.draw_row(row, 80)) for row in range(2)]
            assert ["永和报" in row for row in drawn] == [True, False]

    async def test_opens_another_and_stays_at_this_one(self, tmp_path: Path) -> None:
        fill_shelf(tmp_path, 1, 2)
        async with shelf() as pilot:
            await pilot.press("enter")
            await settle(pilot)
            first = pilot.app.screen
            await pilot.press("S")
            await pilot.pause()
            assert rows(pilot)[0] == "[02]", "the one that is open"
            await pilot.press("enter")
            await settle(pilot)
            assert pilot.app.screen is first
            await pilot.press("S")
            await pilot.pause()
            await pilot.press("j", "enter")
            await settle(pilot)
            screen = pilot.app.screen
            assert isinstance(screen, ReadingScreen)
            assert screen.issue.source.endswith("01.txt")


class TestFolder:
    @pytest.fixture
    def papers(self, tmp_path: Path) -> Path:
        for day in (2, 10, 1):
            folder = tmp_path / "青禾日报" / f"2031-05-{day:02}"
            folder.mkdir(parents=True)
            (folder / "01.txt").write_text(PAGE, encoding="utf-8")
        return tmp_path

    def make_app(self, path: Path) -> DubaoApp:
        from reader.app.opening import HandOver
        from reader.library import open_issue
        from reader.model import Issue

        def opener(on_progress: HandOver) -> Issue:
            return open_issue(path, corrections=False, on_progress=on_progress)

        return DubaoApp(opener=opener, path=str(path), private=False)

    async def test_of_issues_is_a_shelf_by_date(self, papers: Path) -> None:
        async with shelf(self.make_app(papers / "青禾日报")) as pilot:
            assert rows(pilot) == ["[01]", "02", "10"]
            assert bar(pilot, "#header").startswith("青禾日报")
            await pilot.press("c", "enter")
            await settle(pilot)
            screen = pilot.app.screen
            assert isinstance(screen, ReadingScreen)
            assert screen.issue.date == date(2031, 5, 1)
            await pilot.press("S")
            await pilot.pause()
            assert rows(pilot) == ["[01]", "02", "10"], "the way back to the others"
            await pilot.press("c", "n", "enter")
            await settle(pilot)
            assert isinstance(pilot.app.screen, ReadingScreen)
            assert pilot.app.screen.issue.date == date(2031, 5, 2)
        with open_store() as store:
            assert len(store.shelf()) == 2, "only what was opened is kept"
        async with shelf(self.make_app(papers)) as pilot:
            view = pilot.app.screen.query_one(ShelfList)
            assert [entry.opened is not None for entry in view.shelf.shown] == [True, True, False]

    async def test_of_pages_is_opened(self, papers: Path) -> None:
        async with shelf(self.make_app(papers / "青禾日报" / "2031-05-10")) as pilot:
            assert isinstance(pilot.app.screen, ReadingScreen)

    async def test_without_issues_says_so(self, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()
        app = self.make_app(tmp_path)
        async with shelf(app):
            pass
        assert app.error is not None
        assert "no pages" in str(app.error)


class TestShelf:
    """The shelf without a screen."""

    ENTRIES = (make_entry("a"), make_entry("b", "永和报"), make_entry("c", None))

    def test_what_is_put_away_comes_back_last_one_first(self) -> None:
        kept = Shelf(self.ENTRIES, Order.TITLE)
        kept.take_off(self.ENTRIES[0])
        kept.take_off(self.ENTRIES[2])
        assert [entry.issue.path for entry in kept.shown] == ["b"]
        assert kept.bring_back() is self.ENTRIES[2]
        assert [entry.issue.path for entry in kept.put_away] == ["a"]
        kept.filter("日报")
        assert kept.bring_back() is self.ENTRIES[0]
        assert kept.bring_back() is None
        assert [entry.issue.path for entry in kept.shown] == ["a"]

    def test_orders_go_round(self) -> None:
        kept = Shelf(self.ENTRIES)
        assert [kept.turn() for _ in Order] == [Order.TITLE, Order.DATE, Order.OPENED]

    @pytest.mark.parametrize(
        ("entry", "there", "state", "words"),
        [
            pytest.param(make_entry("a"), True, State.BEGUN, "40%", id="begun"),
            pytest.param(make_entry("a", progress=0.999), True, State.BEGUN, "99%", id="never rounded up"),
            pytest.param(make_entry("a", progress=1.0, unread=0), True, State.READ, "100%", id="read"),
            pytest.param(make_entry("a", progress=0.0), True, State.UNREAD, "0%", id="opened only"),
            pytest.param(make_entry("a", progress=0.0, opened=None), True, State.UNREAD, "new", id="never opened"),
            pytest.param(make_entry("a"), False, State.MISSING, "missing", id="gone"),
        ],
    )
    def test_states(self, tmp_path: Path, entry: ShelfEntry, there: bool, state: State, words: str) -> None:
        path = tmp_path / "page.txt"
        if there:
            path.touch()
        entry = replace(entry, issue=replace(entry.issue, path=str(path)))
        assert Shelf().find_state(entry) is state
        assert name_state(entry, state) == words

    @pytest.mark.parametrize(
        ("today", "words"), [(date(2031, 5, 13), "09:05"), (date(2031, 5, 14), "2031-05-13"), (None, "")]
    )
    def test_times(self, today: date | None, words: str) -> None:
        entry = make_entry("a") if today else make_entry("a", opened=None)
        assert name_time(entry, today or date(2031, 5, 13)) == words


@pytest.mark.parametrize("width", range(40, 220))
def test_rows_fit_any_width(width: int) -> None:
    columns = fit_columns(width)
    assert columns.name >= 12 or not (columns.unread or columns.opened)
    view = ShelfList(Shelf(), str)
    assert text_cells(view.describe_columns(width)) <= width
