"""`dubao formats` and `dubao convert`."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from reader.cli.convert import convert_issue
from reader.library import open_issue
from reader.sources import SOURCES
from tests.cli.conftest import PAGE, Run


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """Three issues, one of which cannot be opened."""
    folder = tmp_path / "papers"
    for day in ("2031-05-12", "2031-05-13", "bad"):
        (folder / day).mkdir(parents=True)
        (folder / day / "01.txt").write_text(PAGE, encoding="utf-8")
    (folder / "bad" / "01.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    return folder


class TestFormats:
    def test_every_format_has_its_row(self, run: Run) -> None:
        told = run("formats").out
        assert all(source.name in told for source in SOURCES)
        assert "METS/ALTO" in told

    def test_as_json(self, run: Run) -> None:
        record = json.loads(run("formats", "--json").out)
        assert record["schema"] == "dubao.formats/1"
        assert {"mets-alto", "plain", "zip"} <= {row["name"] for row in record["formats"]}
        assert all(row["detection"] for row in record["formats"])


class TestConvert:
    def test_one_issue(self, run: Run, page: Path, tmp_path: Path) -> None:
        out = tmp_path / "deep" / "out.json"
        assert run("convert", page, "-o", out).code == 0
        assert open_issue(out).articles[0].title == open_issue(page).articles[0].title

    def test_a_folder_of_issues(self, run: Run, papers: Path, tmp_path: Path) -> None:
        out = tmp_path / "out"
        result = run("convert", papers, "-o", out)
        assert (result.code, result.out) == (2, "")
        assert [line for line in result.err.splitlines() if "PNG" in line] != []
        assert sorted(path.name for path in out.iterdir()) == ["2031-05-12.json", "2031-05-13.json"]
        assert open_issue(out / "2031-05-12.json").date == open_issue(papers / "2031-05-12").date

    def test_what_is_written_is_not_written_again(self, run: Run, papers: Path, tmp_path: Path) -> None:
        out = tmp_path / "out"
        run("convert", papers, "-o", out)
        first, second = out / "2031-05-12.json", out / "2031-05-13.json"
        first.write_text("mine", encoding="utf-8")
        second.write_text("mine", encoding="utf-8")
        changed = second.stat().st_mtime + 60
        os.utime(papers / "2031-05-13" / "01.txt", (changed, changed))
        run("convert", papers, "-o", out)
        assert first.read_text(encoding="utf-8") == "mine"
        assert second.read_text(encoding="utf-8") != "mine"
        run("convert", papers, "-o", out, "--again")
        assert first.read_text(encoding="utf-8") != "mine"

    def test_a_line_an_issue_and_going_on(self, run: Run, papers: Path, tmp_path: Path) -> None:
        out = tmp_path / "all.jsonl"
        assert run("convert", papers, "-o", out).code == 2
        lines = out.read_text(encoding="utf-8").splitlines()
        assert [Path(json.loads(line)["source"]).name for line in lines] == ["2031-05-12", "2031-05-13"]
        # As if it had been stopped in the middle of the second line.
        out.write_text(lines[0] + "\n" + lines[1][:40], encoding="utf-8")
        run("convert", papers, "-o", out)
        assert out.read_text(encoding="utf-8").splitlines() == lines

    def test_one_list(self, run: Run, papers: Path, tmp_path: Path) -> None:
        out = tmp_path / "all.json"
        run("convert", papers, "-o", out)
        assert [record["schema"] for record in json.loads(out.read_text(encoding="utf-8"))] == ["dubao.issue/1"] * 2
        (papers / "bad" / "01.txt").write_text(PAGE, encoding="utf-8")
        assert run("convert", papers, "-o", out).code == 0
        assert len(json.loads(out.read_text(encoding="utf-8"))) == 3
        assert not out.with_name("all.json.part").exists()

    def test_what_it_wrote_is_a_folder_of_issues(self, run: Run, papers: Path, tmp_path: Path) -> None:
        out = tmp_path / "out"
        run("convert", papers, "-o", out)
        assert "2 issues; open one of them" in run("list", out).err
        assert run("convert", out, "-o", tmp_path / "again").code == 0
        assert sorted(path.name for path in (tmp_path / "again").iterdir()) == [
            "2031-05-12.json",
            "2031-05-13.json",
        ]
        assert run("convert", out, "-o", out).code == 2

    def test_where_it_cannot_be_written(self, run: Run, page: Path) -> None:
        result = run("convert", page, "-o", page / "out.json")
        assert (result.code, len(result.err.splitlines())) == (2, 1)

    def test_what_a_worker_gives_back(self, papers: Path) -> None:
        from reader.cli.convert import Request

        bad = convert_issue(Request(None, True, True), str(papers / "bad"))
        assert bad.text is None
        assert bad.error is not None
        assert "\n" not in bad.error
