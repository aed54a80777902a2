"""Files are written whole, and never over another without leave."""

import os
import stat
import sys
import threading
from pathlib import Path

import pytest

from reader.errors import ExistingFileError, ExportError
from reader.export.writing import write_export

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files or permissions")
unprivileged = pytest.mark.skipif(
    sys.platform == "win32" or getattr(os, "geteuid", lambda: 0)() == 0, reason="needs a user that permissions bind"
)


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(("data", "expected"), [("桥\n二", "桥\n二".encode()), (b"\x00\r\n", b"\x00\r\n"), ("", b"")])
def test_new_file(tmp_path: Path, data: bytes | str, expected: bytes) -> None:
    place = tmp_path / "桥.md"
    assert write_export(place, data) == place.resolve()
    assert place.read_bytes() == expected
    assert left_in(tmp_path) == ["桥.md"]


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    place = tmp_path / "a.md"
    place.write_text("old", encoding="utf-8")
    with pytest.raises(ExistingFileError, match="already"):
        write_export(place, "new")
    assert place.read_text(encoding="utf-8") == "old"
    assert left_in(tmp_path) == ["a.md"]


def test_a_file_that_is_there_is_replaced_with_leave(tmp_path: Path) -> None:
    place = tmp_path / "a.md"
    place.write_text("old", encoding="utf-8")
    write_export(str(place), "new", overwrite=True)
    assert place.read_text(encoding="utf-8") == "new"
    assert left_in(tmp_path) == ["a.md"]


def test_leave_without_a_file_to_replace(tmp_path: Path) -> None:
    write_export(tmp_path / "a.md", "new", overwrite=True)
    assert left_in(tmp_path) == ["a.md"]


def test_longest_name_that_a_system_takes(tmp_path: Path) -> None:
    place = tmp_path / ("a" * 200 + ".md")
    write_export(place, "new")
    assert place.is_file()


@pytest.mark.parametrize(
    ("name", "words"),
    [("nowhere/a.md", "no folder"), (".", "this is a folder"), ("file/a.md", "file"), ("a" * 300, "cannot be written")],
)
def test_places_that_cannot_be(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "file").write_text("old", encoding="utf-8")
    with pytest.raises(ExportError, match=words):
        write_export(tmp_path / name, "new", overwrite=True)
    assert left_in(tmp_path) == ["file"]


def test_a_name_with_a_nul(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as failed:
        write_export(f"{tmp_path}/a\x00b", "new")
    assert "\x00" not in str(failed.value)


def test_a_file_that_comes_meanwhile_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "a.md"
    monkeypatch.setattr("reader.export.writing._find_mode", lambda place: None)
    place.write_text("theirs", encoding="utf-8")
    with pytest.raises(ExistingFileError):
        write_export(place, "ours")
    assert place.read_text(encoding="utf-8") == "theirs"
    assert left_in(tmp_path) == ["a.md"]


@posix
@pytest.mark.parametrize("there", [False, True])
def test_file_systems_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool) -> None:
    def refuse(source: Path, target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("reader.export.writing.os.link", refuse)
    monkeypatch.setattr("reader.export.writing._find_mode", lambda place: None)
    place = tmp_path / "a.md"
    if there:
        place.write_text("theirs", encoding="utf-8")
        with pytest.raises(ExistingFileError):
            write_export(place, "ours")
    else:
        write_export(place, "ours")
    assert place.read_text(encoding="utf-8") == ("theirs" if there else "ours")
    assert left_in(tmp_path) == ["a.md"]


@pytest.mark.parametrize("there", [False, True])
def test_nothing_is_left_of_a_write_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool) -> None:
    def fail(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    place = tmp_path / "a.md"
    if there:
        place.write_text("old", encoding="utf-8")
    monkeypatch.setattr("reader.export.writing.os.fsync", fail)
    with pytest.raises(ExportError, match="No space left"):
        write_export(place, "new", overwrite=True)
    assert left_in(tmp_path) == (["a.md"] if there else [])
    assert not there or place.read_text(encoding="utf-8") == "old"


@posix
def test_permissions_are_kept(tmp_path: Path) -> None:
    place = tmp_path / "a.md"
    place.write_text("old", encoding="utf-8")
    place.chmod(0o640)
    write_export(place, "new", overwrite=True)
    assert stat.S_IMODE(place.stat().st_mode) == 0o640


@posix
def test_a_link_is_followed(tmp_path: Path) -> None:
    place, link = tmp_path / "a.md", tmp_path / "link.md"
    place.write_text("old", encoding="utf-8")
    link.symlink_to(place)
    write_export(link, "new", overwrite=True)
    assert link.is_symlink()
    assert place.read_text(encoding="utf-8") == "new"


@posix
def test_a_ring_of_links(tmp_path: Path) -> None:
    link = tmp_path / "a.md"
    link.symlink_to(link)
    with pytest.raises(ExportError):
        write_export(link, "new")


@posix
def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_export(pipe, "新桥")
    reader.join(timeout=30)
    assert read == ["新桥".encode()]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@unprivileged
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    with pytest.raises(ExportError, match="cannot be written"):
        write_export(folder / "a.md", "new")


@unprivileged
def test_a_file_that_cannot_be_written_stays(tmp_path: Path) -> None:
    place = tmp_path / "a.md"
    place.write_text("old", encoding="utf-8")
    place.chmod(0o400)
    with pytest.raises(ExportError, match="cannot be written"):
        write_export(place, "new", overwrite=True)
    assert place.read_text(encoding="utf-8") == "old"
