"""Archives: what is in them opens; what would do harm is refused with a sentence."""

from __future__ import annotations

import io
import tarfile
import zipfile
from datetime import date
from pathlib import Path

import pytest

from reader.errors import BrokenSourceError, EmptySourceError, SourceError
from reader.library import open_issue

PAGE = "新桥昨日通车\n\n本报讯 昨日上午，新桥正式通车，行人不绝于途。\n"


def make_zip(path: Path, files: dict[str, bytes | str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def make_tar(path: Path, files: dict[str, bytes | str], mode: str = "w:gz") -> Path:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            content = data.encode() if isinstance(data, str) else data
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return path


PAGES: dict[str, bytes | str] = {"2024-03-05/01.txt": PAGE, "2024-03-05/02.txt": PAGE, "__MACOSX/._01.txt": b"\0"}


@pytest.mark.parametrize("make", [make_zip, make_tar])
def test_a_folder_of_pages(tmp_path: Path, make: type) -> None:
    path = make(tmp_path / ("issue.zip" if make is make_zip else "issue.tar.gz"), PAGES)
    issue = open_issue(path)
    assert [page.label for page in issue.pages] == ["01", "02"]
    assert (issue.source, issue.format, issue.date) == (str(path), "plain", date(2024, 3, 5))


def test_one_page(tmp_path: Path) -> None:
    assert len(open_issue(make_zip(tmp_path / "青禾日报-2024-03-05.zip", {"01.txt": PAGE})).pages) == 1
    assert open_issue(tmp_path / "青禾日报-2024-03-05.zip").title == "青禾日报"


def test_standard_input(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "a.zip", PAGES)
    assert len(open_issue("-", stdin=io.BytesIO(path.read_bytes())).pages) == 2


def test_names_in_the_encoding_of_a_chinese_system(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    name = "青禾日报-02-要闻.txt".encode("gb18030").decode("cp437")
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        info = zipfile.ZipInfo("x" * len(name))
        archive.writestr(info, PAGE)
    raw = data.getvalue().replace(b"x" * len(name), name.encode("cp437"))
    path.write_bytes(raw)
    assert open_issue(path).title == "青禾日报"


class TestRefused:
    def fails(self, path: Path, words: str, kind: type[SourceError] = BrokenSourceError) -> None:
        with pytest.raises(kind, match=words) as caught:
            open_issue(path)
        assert "\n" not in str(caught.value)
        assert str(caught.value).startswith(str(path))

    @pytest.mark.parametrize(
        "name", ["../out.txt", "/out.txt", "a/../../out.txt", "C:/out.txt", "\\out.txt", "..\\out.txt"]
    )
    def test_paths_that_lead_out(self, tmp_path: Path, name: str) -> None:
        self.fails(make_tar(tmp_path / "a.tar.gz", {name: PAGE}), "leads out of it")
        if not name.startswith("\\"):
            self.fails(make_zip(tmp_path / "a.zip", {name: PAGE}), "leads out of it")
        assert not (tmp_path.parent / "out.txt").exists()

    def test_too_many_files(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("reader.sources.archives.MOST_FILES", 1)
        self.fails(make_zip(tmp_path / "a.zip", PAGES), "more than 1 files")

    def test_too_many_bytes(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("reader.sources.archives.MOST_BYTES", 10)
        self.fails(make_zip(tmp_path / "a.zip", PAGES), "MiB")

    def test_a_bomb(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("reader.sources.archives._FREE_BYTES", 1000)
        self.fails(make_zip(tmp_path / "a.zip", {"a.txt": b"a" * 1_000_000}), "swells")
        self.fails(make_tar(tmp_path / "a.tgz", {"a.txt": b"a" * 1_000_000}), "swells")

    def test_links_and_devices_are_passed_over(self, tmp_path: Path) -> None:
        path = tmp_path / "a.tar"
        with tarfile.open(path, "w") as archive:
            link = tarfile.TarInfo("01.txt")
            link.type, link.linkname = tarfile.SYMTYPE, "/etc/hostname"
            archive.addfile(link)
        self.fails(path, "no file", EmptySourceError)

    def test_an_encrypted_one(self, tmp_path: Path) -> None:
        path = make_zip(tmp_path / "a.zip", {"a.txt": PAGE})
        data = bytearray(path.read_bytes())
        for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            data[data.index(mark) + place] |= 1
        path.write_bytes(data)
        self.fails(path, "encrypted")

    @pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
    def test_cut_ones(self, tmp_path: Path, share: float) -> None:
        for make, name in ((make_zip, "a.zip"), (make_tar, "a.tar.gz")):
            path = make(tmp_path / name, PAGES)
            data = path.read_bytes()
            path.write_bytes(data[: int(len(data) * share)])
            try:
                open_issue(path)
            except SourceError as error:
                assert "\n" not in str(error)

    def test_nothing_in_it(self, tmp_path: Path) -> None:
        self.fails(make_zip(tmp_path / "a.zip", {}), "no file", EmptySourceError)
        self.fails(make_zip(tmp_path / "b.zip", {"a.jpg": b"\xff\xd8\xff"}), "no format|no pages|JPEG", SourceError)
