"""What the library says of what cannot be opened: which file, what is wrong, what to do."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from reader.errors import (
    EmptySourceError,
    EncodingError,
    MissingSourceError,
    NotTextError,
    SourceError,
    UnreadableSourceError,
)
from reader.library import open_issue
from tests.test_library import PAGE, codes, write


class TestErrors:
    """One line each, with the name and what to do."""

    def fails(self, path: str | Path, kind: type[SourceError], words: str) -> None:
        with pytest.raises(kind, match=words) as caught:
            open_issue(path)
        assert type(caught.value) is kind
        assert "\n" not in str(caught.value)
        assert len(str(caught.value)) > len(caught.value.source) + 2

    @pytest.mark.parametrize("path", ["no such file.txt", "no/such/folder/", "a\0b", "x" * 5000])
    def test_missing(self, path: str) -> None:
        with pytest.raises(SourceError) as caught:
            open_issue(path)
        assert isinstance(caught.value, MissingSourceError | UnreadableSourceError)

    def test_no_path(self) -> None:
        self.fails("", MissingSourceError, "name a file")

    def test_a_file_is_no_folder(self, tmp_path: Path) -> None:
        write(tmp_path, a_txt=PAGE)
        self.fails(tmp_path / "a.txt" / "b.txt", MissingSourceError, "no such file")

    def test_empty_and_blank(self, tmp_path: Path) -> None:
        write(tmp_path, a_txt="", b_txt=" \n\u3000\n")
        self.fails(tmp_path / "a.txt", EmptySourceError, "empty")
        self.fails(tmp_path / "b.txt", EmptySourceError, "blanks")

    def test_no_text(self, tmp_path: Path) -> None:
        write(tmp_path, a_txt=b"\x89PNG\r\n\x1a\n\0\0", b_txt=bytes(range(256)) * 9)
        self.fails(tmp_path / "a.txt", NotTextError, "PNG")
        self.fails(tmp_path / "b.txt", NotTextError, "no text")

    def test_wrong_encoding(self, tmp_path: Path) -> None:
        write(tmp_path, a_txt=PAGE.encode("gb18030"))
        with pytest.raises(EncodingError, match="do not fit utf-8"):
            open_issue(tmp_path / "a.txt", encoding="utf-8")

    def test_folder_without_pages(self, tmp_path: Path) -> None:
        self.fails(tmp_path, EmptySourceError, "no pages")
        self.fails(write(tmp_path, issue_toml="", scan_jpg=b""), EmptySourceError, "no pages")

    def test_folder_of_issues_names_them(self, tmp_path: Path) -> None:
        for day in ("2024-03-05", "2024-03-10", "2024-03-06"):
            write(tmp_path / day, p01_txt=PAGE)
        (tmp_path / "empty").mkdir()
        self.fails(tmp_path, EmptySourceError, "open one of them: 2024-03-05, 2024-03-06, 2024-03-10$")

    def test_folder_of_bad_pages(self, tmp_path: Path) -> None:
        self.fails(write(tmp_path, p01_txt=b"AT&TFORM"), NotTextError, r"01\.txt: this seems to be a DjVu")
        self.fails(write(tmp_path, p02_txt=""), NotTextError, "none of the 2 files.*01")

    @pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="rights do not bind")
    def test_permission_denied(self, tmp_path: Path) -> None:
        write(tmp_path, a_txt=PAGE)
        (tmp_path / "a.txt").chmod(0)
        self.fails(tmp_path / "a.txt", UnreadableSourceError, "permission denied")

    def test_permission_denied_as_the_system_says_it(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(path: Path, mode: str) -> None:
            raise PermissionError(13, "Permission denied", str(path))

        write(tmp_path, a_txt=PAGE)
        monkeypatch.setattr(Path, "open", refuse)
        self.fails(tmp_path / "a.txt", UnreadableSourceError, "permission denied")

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs on this system")
    def test_fifo_and_device(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe")
        self.fails(tmp_path / "pipe", UnreadableSourceError, "standard input")
        self.fails(os.devnull, UnreadableSourceError, "standard input")
        issue = open_issue(write(tmp_path, p01_txt=PAGE))
        assert codes(issue) == ["files-skipped"]

    def test_too_large(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("reader.sources.files.LARGEST_FILE", 10)
        write(tmp_path, a_txt=PAGE)
        self.fails(tmp_path / "a.txt", UnreadableSourceError, "larger than")
        with pytest.raises(UnreadableSourceError, match="more than"):
            open_issue("-", stdin=io.BytesIO(PAGE.encode()))

    def test_names_that_act_on_terminals_are_shown_harmless(self) -> None:
        with pytest.raises(MissingSourceError) as caught:
            open_issue("a\x1b[2J\nb.txt")
        assert "\x1b" not in str(caught.value)
        assert "\n" not in str(caught.value)
