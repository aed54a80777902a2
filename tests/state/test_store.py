"""What is kept comes back, in another store on the same file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from reader.errors import StateError
from reader.model import Issue, Page, TextBlock, TextLine
from reader.state import AnnotationKind, ArticleState, Found, IssueName, Stretch, filter_shelf, kept_issue, open_store
from reader.state.store import Store
from reader.state.values import STOPS
from tests.state.issues import BRIDGE, ISSUE, LIBRARY, UNTITLED, make_issue


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "reading.sqlite3"


@pytest.fixture
def store(file: Path) -> Iterator[Store]:
    with open_store(file) as opened:
        assert opened.remarks == ()
        yield opened


@pytest.fixture
def issue(tmp_path: Path) -> Issue:
    path = tmp_path / "qinghe.txt"
    path.write_text("青禾镇新桥通车", encoding="utf-8")
    return replace(ISSUE, source=str(path))


def test_place_comes_back(file: Path, store: Store, issue: Issue) -> None:
    kept = store.keep(issue)
    assert (kept.find_last(), kept.find_place(0), kept.find_states()) == (None, None, {})
    kept.remember_place(0, 2, 7, 0.6)
    kept.remember_place(1, 1, 3, 0.2)
    with open_store(file) as again:
        later = again.keep(issue)
        assert later.find_last() == Found(1, 1, 3, 1, 3)
        assert later.find_place(0) == Found(0, 2, 7, 2, 7)
        assert later.find_place(2) is None


def test_progress_never_goes_back_and_the_end_is_read(store: Store, issue: Issue) -> None:
    kept = store.keep(issue)
    kept.remember_place(0, 2, 7, 0.6)
    kept.remember_place(0, 0, 0, 0.2)
    assert kept.find_states() == {0: ArticleState(0.6, read=False)}
    kept.remember_place(0, 3, 0, 1.0)
    kept.remember_place(0, 0, 0, 0.2)
    assert kept.find_states() == {0: ArticleState(1.0, read=True)}
    kept.set_read(0, False)
    kept.set_read(1)
    assert kept.find_states() == {0: ArticleState(0.0, read=False), 1: ArticleState(1.0, read=True)}
    assert kept.find_place(0) == Found(0, 0, 0, 0, 0), "the place stays"
    assert kept.find_place(1) is None, "it was never opened"


def test_shelf(store: Store, issue: Issue) -> None:
    before = datetime.now().astimezone()
    kept = store.keep(issue)
    kept.remember_place(1, 2, 0, 1.0)
    kept.remember_place(2, 0, 0, 0.5)
    kept.add_bookmark(0, 0, 0)
    [entry] = store.shelf()
    assert (entry.issue.path, entry.issue.title, entry.issue.date) == (issue.source, "青禾日报", date(2031, 5, 12))
    assert (entry.format, entry.articles, entry.unread, entry.bookmarks, entry.highlights) == ("plain", 3, 2, 1, 0)
    lengths = [article.length for article in issue.articles]
    assert entry.characters == sum(lengths)
    assert entry.progress == pytest.approx((lengths[1] + lengths[2] / 2) / sum(lengths))
    assert entry.opened is not None
    assert timedelta(0) <= entry.opened - before + timedelta(milliseconds=1) < timedelta(minutes=1)
    assert store.find_last() == store.find_entry(issue.source) == entry
    assert not entry.is_missing()
    Path(issue.source).unlink()
    assert entry.is_missing()


def test_a_store_is_new_until_an_issue_was_kept_for_good(file: Path, store: Store, issue: Issue) -> None:
    assert store.is_new()
    store.keep(issue)
    assert not store.is_new()
    store.forget_all()
    with open_store(file) as again:
        assert not again.is_new(), "whoever forgets everything is no newcomer"


def test_issues_are_looked_up_that_were_never_opened(store: Store, issue: Issue, tmp_path: Path) -> None:
    store.keep(issue)
    other = IssueName(str(tmp_path / "other.txt"), None, date(2031, 5, 13))
    unopened, kept = store.look_up([other, IssueName(issue.source, "another name", None)])
    assert kept == store.find_entry(issue.source)
    assert (unopened.issue, unopened.opened, unopened.is_read, unopened.is_begun) == (other, None, False, False)


def test_shelf_is_ordered_by_title_and_date(store: Store, tmp_path: Path) -> None:
    for name, title, day in (("d", None, None), ("c", "乙报", 1), ("b", "丙报", 9), ("a", "丙报", 2)):
        (tmp_path / name).touch()
        store.keep(replace(ISSUE, source=str(tmp_path / name), title=title, date=date(2031, 5, day) if day else None))
    assert [Path(entry.issue.path).name for entry in store.shelf()] == ["a", "b", "c", "d"]
    last = store.find_last()
    assert last is not None
    assert Path(last.issue.path).name == "a"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["qinghe", "yonghe"]),
        ("青禾", ["qinghe"]),
        ("青禾日報", ["qinghe"]),
        ("2031-05", ["qinghe", "yonghe"]),
        ("2031年5月12日 日报", ["qinghe"]),
        ("YONGHE", ["yonghe"]),
        ("青禾 yonghe", []),
    ],
    # The words would stand in the path.
    ids=["all", "title", "script", "month", "day", "case", "none"],
)
def test_filter(store: Store, tmp_path: Path, words: str, found: list[str]) -> None:
    for name in ("qinghe", "yonghe"):
        (tmp_path / name).touch()
    store.keep(replace(ISSUE, source=str(tmp_path / "qinghe")))
    store.keep(replace(ISSUE, source=str(tmp_path / "yonghe"), title="永和日报", date=date(2031, 5, 2)))
    entries = filter_shelf(store.shelf(), words)
    assert sorted(Path(entry.issue.path).name for entry in entries) == found


def test_path_is_absolute(store: Store, issue: Issue, monkeypatch: pytest.MonkeyPatch) -> None:
    store.keep(issue)
    monkeypatch.chdir(Path(issue.source).parent)
    store.keep(replace(issue, source="qinghe.txt"))
    store.keep(replace(issue, source="./../" + Path.cwd().name + "/qinghe.txt"))
    assert [entry.issue.path for entry in store.shelf()] == [issue.source]


def test_corrected_articles_keep_what_was_kept(store: Store, issue: Issue) -> None:
    kept = store.keep(issue)
    kept.remember_place(0, 2, 7, 1.0)
    kept.remember_place(1, 1, 3, 1.0)
    corrected = make_issue([LIBRARY, ("青禾镇大桥昨天通车", BRIDGE[1]), UNTITLED], issue.source)
    later = store.keep(corrected)
    assert later.find_states() == {0: ArticleState(1.0, read=True), 1: ArticleState(1.0, read=True)}
    assert later.find_place(1) == Found(1, 2, 7, 2, 7)
    [entry] = store.shelf()
    assert entry.unread == 1
    back = store.keep(issue)
    assert back.find_place(0) == Found(0, 2, 7, 2, 7)


def test_article_that_is_gone_for_a_while_does_not_count(store: Store, issue: Issue) -> None:
    store.keep(issue).set_read(1)
    assert store.shelf()[0].unread == 2
    gone = store.keep(make_issue([BRIDGE, UNTITLED], issue.source))
    assert (store.shelf()[0].unread, store.shelf()[0].progress, gone.find_states()) == (2, 0.0, {})
    assert store.keep(issue).find_states() == {1: ArticleState(1.0, read=True)}


def test_moved_file_is_known_by_its_text(store: Store, issue: Issue, tmp_path: Path) -> None:
    store.keep(issue).set_mark("a", 0, 2, 7)
    moved = tmp_path / "archive.txt"
    Path(issue.source).rename(moved)
    kept = store.keep(replace(issue, source=str(moved)))
    mark = kept.find_mark("a")
    assert mark is not None
    assert mark.issue.path == str(moved)
    assert len(store.shelf()) == 1


def test_copied_file_is_another_issue(store: Store, issue: Issue, tmp_path: Path) -> None:
    store.keep(issue).set_mark("a", 0, 2, 7)
    assert store.keep(replace(issue, source=str(tmp_path / "copy.txt"))).find_mark("a") is None
    assert len(store.shelf()) == 2


def test_text_that_corrections_leave_alone_is_what_a_moved_issue_is_known_by(store: Store, tmp_path: Path) -> None:
    page = Page("p1", (TextBlock((TextLine(BRIDGE[1][0], 1),)),))
    gone = replace(ISSUE, source=str(tmp_path / "gone"), pages=(page,))
    store.keep(gone).set_mark("a", 0, 2, 7)
    corrected = replace(make_issue([BRIDGE]), source=str(tmp_path / "here"), pages=(page,))
    assert store.keep(corrected).find_mark("a") is not None


def test_standard_input_is_known_by_its_text_and_not_on_the_shelf(store: Store) -> None:
    piped = replace(ISSUE, source="-")
    store.keep(piped).set_mark("a", 0, 2, 7)
    assert store.shelf() == ()
    assert store.find_last() is None
    assert store.keep(piped).find_mark("a") is not None
    assert store.keep(make_issue([LIBRARY], "-")).find_mark("a") is None
    assert store.forget("-")
    assert store.keep(piped).find_mark("a") is None


def test_small_marks_belong_to_an_issue_and_capitals_to_all(store: Store, issue: Issue, tmp_path: Path) -> None:
    first, second = store.keep(issue), store.keep(replace(issue, source=str(tmp_path / "other")))
    first.set_mark("a", 0, 1, 4)
    first.set_mark("B", 1, 1, 0)
    second.set_mark("a", 1, 1, 2)
    mark = first.find_mark("a")
    assert mark is not None
    assert first.resolve(mark.anchor) == Found(0, 1, 4, 1, 4)
    assert mark.quote == BRIDGE[1][0][4:]
    there = second.find_mark("B")
    assert there is not None
    assert (there.issue.path, second.is_here(there), first.is_here(there)) == (issue.source, False, True)
    assert [found.letter for found in second.marks()] == ["a", "B"]
    assert [found.letter for found in store.marks()] == ["B", "a", "a"]
    second.set_mark("B", 0, 0, 0)
    assert [found.letter for found in store.marks(issue.source)] == ["a"], "a capital is one for all"
    assert first.remove_mark("a")
    assert not first.remove_mark("a")
    assert first.find_mark("a") is None


@pytest.mark.parametrize("letter", ["", "ab", "1", "é", "中", "'"])
def test_other_characters_are_no_marks(store: Store, letter: str) -> None:
    with pytest.raises(StateError, match="a to z"):
        store.keep(ISSUE).set_mark(letter, 0, 0, 0)


def test_bookmarks(store: Store, issue: Issue) -> None:
    kept = store.keep(issue)
    second = kept.add_bookmark(1, 1, 3, "夜读")
    first = kept.add_bookmark(0, 2, 1)
    assert (second.kind, second.note, second.quote) == (AnnotationKind.BOOKMARK, "夜读", LIBRARY[1][0][3:])
    assert kept.bookmarks() == ((first, Found(0, 2, 1, 2, 1)), (second, Found(1, 1, 3, 1, 3)))
    assert store.bookmarks() == store.bookmarks(issue.source) == (first, second)
    assert store.change_note(first.id, "渡船")
    assert [bookmark.note for bookmark in store.bookmarks()] == ["渡船", "夜读"]
    removed = store.remove(first.id)
    assert removed is not None
    assert store.remove(first.id) is None
    assert not store.change_note(first.id, "")
    assert store.bookmarks() == (second,)
    store.restore(removed)
    store.restore(removed)
    assert store.bookmarks() == (replace(first, note="渡船"), second)


def test_what_was_forgotten_is_not_restored(store: Store, issue: Issue) -> None:
    removed = store.remove(store.keep(issue).add_highlight(0, (1, 0), (1, 4)).id)
    assert removed is not None
    store.forget(issue.source)
    with pytest.raises(StateError, match="forgotten"):
        store.restore(removed)


def test_annotations_know_where_they_stand(store: Store, issue: Issue) -> None:
    kept = store.keep(issue)
    bookmark, untitled = kept.add_bookmark(1, 1, 3), kept.add_bookmark(2, 0, 0)
    assert (bookmark.article, bookmark.page) == ("镇图书馆夜间开放", "01 要闻")
    assert (untitled.article, untitled.page) == ("", "01 要闻")


def test_the_way_back_is_kept(file: Path, store: Store, issue: Issue, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = store.keep(issue)
    made = [kept.add_stop(0, 1, 3), kept.add_stop(1, 1, 0)]
    assert kept.make_stop(0, 1, 3) == replace(made[0], id=None)
    with open_store(file) as again:
        later = again.keep(issue)
        assert list(later.stops()) == made
        assert [later.resolve(stop.anchor) for stop in later.stops()] == [Found(0, 1, 3, 1, 3), Found(1, 1, 0, 1, 0)]
        again.drop_stops([made[0].id or 0])
    assert list(kept.stops()) == made[1:]
    for offset in range(STOPS):
        kept.add_stop(0, 2, offset % 7)
    assert len(kept.stops()) == STOPS
    assert made[1] not in kept.stops()
    other = store.keep(replace(issue, source="other.txt"))
    assert other.stops() == ()
    monkeypatch.setattr(kept_issue, "STOPS_IN_ALL", 5)
    other.add_stop(0, 1, 0)
    assert (len(other.stops()), len(kept.stops())) == (1, 4)
    store.forget(issue.source)
    assert kept.stops() == ()


def test_highlight_over_two_paragraphs(store: Store, issue: Issue) -> None:
    kept = store.keep(issue)
    highlight = kept.add_highlight(0, (1, 20), (2, 5), "好")
    assert highlight.quote == f"{BRIDGE[1][0][20:]}\n{BRIDGE[1][1][:5]}"
    [(same, found)] = kept.highlights()
    assert same == highlight
    assert found is not None
    assert found.find_stretches(issue.articles[0]) == (Stretch(1, 20, len(BRIDGE[1][0])), Stretch(2, 0, 5))
    assert kept.bookmarks() == ()
    gone = store.keep(make_issue([LIBRARY], issue.source))
    assert gone.highlights() == ((highlight, None),)


def test_nothing_cannot_be_highlighted(store: Store) -> None:
    kept = store.keep(ISSUE)
    for start, end in (((1, 3), (1, 3)), ((2, 3), (1, 3))):
        with pytest.raises(StateError, match="no text"):
            kept.add_highlight(0, start, end)
    assert kept.highlights() == ()


def test_forgetting_one(file: Path, store: Store, issue: Issue, tmp_path: Path) -> None:
    other = replace(issue, source=str(tmp_path / "other"))
    for kept in (store.keep(issue), store.keep(other)):
        kept.remember_place(0, 1, 1, 1.0)
        kept.set_mark("a", 0, 1, 1)
        kept.add_highlight(0, (1, 0), (1, 4))
    assert store.forget(issue.source)
    assert not store.forget(issue.source)
    assert {entry.issue.path for entry in store.shelf()} == {other.source}
    assert [mark.issue.path for mark in store.marks()] == [other.source]
    assert [highlight.issue.path for highlight in store.highlights()] == [other.source]
    assert (store.bookmarks(issue.source), store.highlights(issue.source)) == ((), ())


def test_what_is_forgotten_is_overwritten(file: Path, store: Store) -> None:
    kept = store.keep(ISSUE)
    for number in range(200):
        kept.add_bookmark(0, 1, number % 20, f"船工老沈{number}")
    store.forget_all()
    store.close()
    assert "船工老沈".encode() not in b"".join(path.read_bytes() for path in file.parent.iterdir())


def test_issue_that_another_dubao_forgot(file: Path, store: Store, issue: Issue, tmp_path: Path) -> None:
    kept = store.keep(issue)
    with open_store(file) as other:
        assert other.forget(issue.source)
        other.keep(replace(issue, source=str(tmp_path / "other")))
    with pytest.raises(StateError, match="open it again"):
        kept.remember_place(0, 0, 0, 0.0)
    with pytest.raises(StateError, match="open it again"):
        kept.add_bookmark(0, 0, 0)
    assert [entry.unread for entry in store.shelf()] == [3], "nothing went to the other issue"


def test_forgetting_all(store: Store, issue: Issue) -> None:
    store.keep(issue).set_mark("A", 0, 0, 0)
    store.keep(replace(issue, source="-"))
    assert store.forget_all() == 2
    assert (store.shelf(), store.marks(), store.forget_all()) == ((), (), 0)


def test_names_that_are_no_utf8(store: Store, tmp_path: Path) -> None:
    source = str(tmp_path / "报\udcff.txt")
    kept = store.keep(replace(ISSUE, source=source, title="青\ud800禾"))
    kept.add_bookmark(0, 0, 0, "\udfff好")
    [entry] = store.shelf()
    assert (entry.issue.path, entry.issue.title) == (source, "青?禾")
    assert store.bookmarks()[0].note == "?好"
    assert store.forget(source)


def test_issue_without_anything(store: Store) -> None:
    kept = store.keep(replace(make_issue([]), title=None, date=None))
    [entry] = store.shelf()
    assert (entry.articles, entry.unread, entry.progress, entry.issue.date) == (0, 0, 0.0, None)
    assert (kept.find_last(), kept.find_states(), kept.marks()) == (None, {}, ())


def test_pictures_only_are_read_by_number(store: Store) -> None:
    kept = store.keep(make_issue([("风筝", []), ("灯会", [])]))
    kept.set_read(0)
    [entry] = store.shelf()
    assert (entry.characters, entry.progress, entry.unread) == (0, 0.5, 1)
