"""Where corrections are kept."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.corrections import (
    Anchor,
    Break,
    Corrections,
    Split,
    find_places,
    format_overlay,
    read_corrections,
    write_corrections,
)
from reader.corrections import files as places
from reader.errors import CorrectionsError

MADE = Corrections().add(Split(Anchor("01", "青禾镇新桥")))


REAL_FOLDER = places.find_corrections_folder


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data" / "corrections"
    monkeypatch.setattr(places, "find_corrections_folder", lambda: folder)
    return folder


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "papers" / "page.txt"
    path.parent.mkdir()
    path.write_text("新桥通车", encoding="utf-8")
    return path


@pytest.fixture
def closed(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder of the page takes no new files, on any system and for any user."""
    replace = places._replace

    def refuse(place: Path, data: bytes) -> None:
        if place.parent == page.parent:
            raise PermissionError(13, "Permission denied")
        replace(place, data)

    monkeypatch.setattr(places, "_replace", refuse)


def test_beside_a_file(page: Path) -> None:
    assert find_places(page)[0] == page.parent / "page.dubao.toml"
    assert write_corrections(page, MADE) == page.parent / "page.dubao.toml"
    assert read_corrections(page).corrections.items == MADE.items
    assert sorted(path.name for path in page.parent.iterdir()) == ["page.dubao.toml", "page.txt"]
    assert page.read_text(encoding="utf-8") == "新桥通车"


def test_within_a_folder(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = page.parent
    assert write_corrections(folder, MADE) == folder / "papers.dubao.toml"
    monkeypatch.chdir(folder)
    assert read_corrections(".").corrections.items == MADE.items
    assert read_corrections("../papers").corrections.items == MADE.items


def test_nothing_is_kept_of_standard_input() -> None:
    assert write_corrections("-", MADE) is None
    assert read_corrections("-").corrections == Corrections()


def test_nothing_was_kept(page: Path) -> None:
    assert read_corrections(page).corrections == Corrections()
    assert read_corrections(page).notes == ()


@pytest.mark.usefixtures("closed")
def test_in_the_data_folder_where_the_other_is_closed(page: Path, data_folder: Path) -> None:
    written = write_corrections(page, MADE)
    assert written is not None and written.parent == data_folder
    assert written.name.startswith("page-") and written.name.endswith(".dubao.toml")
    assert read_corrections(page).corrections.items == MADE.items
    assert read_corrections(page.with_name("other.txt")).corrections == Corrections()
    assert write_corrections(page, Corrections()) == written
    assert not written.exists()


def test_the_data_folder_is_left_when_the_other_opens(page: Path, data_folder: Path) -> None:
    away = find_places(page)[1]
    data_folder.mkdir(parents=True)
    away.write_text(format_overlay(MADE), encoding="utf-8")
    kept = read_corrections(page).corrections
    assert kept.items == MADE.items
    assert write_corrections(page, kept.add(Break(Anchor("01", "渡口")))) == find_places(page)[0]
    assert not away.exists()
    assert len(read_corrections(page).corrections.items) == 2


def test_undoing_what_lies_beside_a_closed_issue_holds(
    page: Path, request: pytest.FixtureRequest, data_folder: Path
) -> None:
    beside = write_corrections(page, MADE)
    assert beside is not None
    request.getfixturevalue("closed")
    away = write_corrections(page, Corrections())
    assert away is not None and away.parent == data_folder
    assert beside.exists()
    assert read_corrections(page).corrections.items == ()


@pytest.mark.usefixtures("closed")
def test_nowhere_to_write(page: Path, data_folder: Path) -> None:
    data_folder.parent.mkdir()
    data_folder.write_text("a file, not a folder", encoding="utf-8")
    with pytest.raises(CorrectionsError, match=r"page\.txt"):
        write_corrections(page, MADE)


def test_a_file_is_removed_when_nothing_is_left(page: Path) -> None:
    written = write_corrections(page, MADE)
    assert written is not None
    assert write_corrections(page, read_corrections(page).corrections.undo()) == written
    assert not written.exists()


def test_what_cannot_be_understood_stays(page: Path) -> None:
    beside = find_places(page)[0]
    beside.write_bytes('[[correction]]\ndo = "粘"\n'.encode("gb18030"))
    overlay = read_corrections(page)
    assert [note.code for note in overlay.notes] == ["correction-wrong"]
    write_corrections(page, overlay.corrections.add(MADE.items[0]))
    assert "粘".encode("gb18030") in beside.read_bytes()
    write_corrections(page, overlay.corrections)
    assert beside.exists()


def test_a_file_that_was_never_read_is_not_replaced(
    page: Path, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = find_places(page)[0]
    beside.write_text("# 很大", encoding="utf-8")
    monkeypatch.setattr(places, "LARGEST", 3)
    assert [note.code for note in read_corrections(page).notes] == ["correction-wrong"]
    written = write_corrections(page, MADE)
    assert written is not None and written.parent == data_folder
    assert beside.read_text(encoding="utf-8") == "# 很大"


def test_a_failure_leaves_the_file_as_it_was(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    beside = write_corrections(page, MADE)
    assert beside is not None
    before = beside.read_bytes()

    def fail(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(CorrectionsError, match="No space left"):
        write_corrections(page, MADE.add(Break(Anchor("01", "渡口"))))
    assert beside.read_bytes() == before
    assert sorted(path.name for path in page.parent.iterdir()) == ["page.dubao.toml", "page.txt"]


def test_samples_stay_as_they_came(data_folder: Path) -> None:
    sample = Path(places.__file__).parents[2] / "sample_issues" / "chengpu"
    written = write_corrections(sample, MADE)
    assert written is not None and written.parent == data_folder


def test_a_folder_of_that_name_is_no_file_of_corrections(page: Path) -> None:
    find_places(page)[0].mkdir()
    assert read_corrections(page).corrections == Corrections()
    written = write_corrections(page, MADE)
    assert written == find_places(page)[1]


def test_the_data_folder_is_the_user_s_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[str] = []

    def find(name: str, **_: object) -> Path:
        asked.append(name)
        return tmp_path

    monkeypatch.delenv("DUBAO_DATA")
    monkeypatch.setattr("platformdirs.user_data_path", find)
    assert REAL_FOLDER() == tmp_path / "corrections"
    assert asked == ["dubao"]


def test_issues_of_one_name_are_told_apart(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("甲", "乙")]
    away = {find_places(folder / "page.txt")[1] for folder in folders}
    assert len(away) == 2
    assert find_places(tmp_path)[1] == find_places(str(tmp_path / "甲" / ".."))[1]
