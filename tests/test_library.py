"""A path in, an issue out; or one sentence on why not."""

from __future__ import annotations

import io
import subprocess
import sys
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import (
    EmptySourceError,
    ReaderError,
    UnreadableSourceError,
)
from reader.library import find_issues, find_samples, open_issue
from reader.model import Direction, Issue

REAL_PAGES = Path(__file__).parents[1] / "../shared/pages/plain"

PAGE = """新桥昨日通车

□记者 周一川

本报讯 县里的新桥昨日通车，两岸的

人们都来看热闹。县长说，这座桥用

了两年时间，是全县最长的一座。
"""


def write(folder: Path, **files: str | bytes) -> Path:
    """A folder with files; `p01_txt` names `01.txt`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / name.removeprefix("p").replace("_", ".")).write_bytes(data)
    return folder


def codes(issue: Issue) -> list[str]:
    return [note.code for note in issue.notes if note.code in OUR_CODES]


OUR_CODES = {
    "encoding-doubtful",
    "characters-removed",
    "files-skipped",
    "page-unreadable",
    "page-missing",
    "manifest-wrong",
    "metadata-uncertain",
}


def printed(issue: Issue) -> str:
    return "".join("".join(line.text.split()) for page in issue.pages for line in page.lines)


class TestOneFile:
    def test_a_file_is_an_issue_of_one_page(self, tmp_path: Path) -> None:
        path = tmp_path / "青禾日报-2024-03-05-01.txt"
        path.write_text(PAGE, encoding="utf-8")
        issue = open_issue(path)
        assert (issue.source, issue.format) == (str(path), "plain")
        assert (issue.title, issue.date) == ("青禾日报", date(2024, 3, 5))
        assert [(page.id, page.label, page.section) for page in issue.pages] == [("p1", "01", None)]
        assert [article.title for article in issue.articles] == ["新桥昨日通车"]
        assert codes(issue) == []

    def test_the_print_speaks_before_the_name(self, tmp_path: Path) -> None:
        path = tmp_path / "青禾晚报-2024-03-06-07.txt"
        path.write_text("青禾日报 2024年3月5日 星期二 第2版 要闻\n\n" + PAGE, encoding="utf-8")
        issue = open_issue(path)
        assert (issue.title, issue.date) == ("青禾日报", date(2024, 3, 5))
        assert [(page.label, page.section) for page in issue.pages] == [("2", "要闻")]

    def test_nothing_known_is_nothing_said(self, tmp_path: Path) -> None:
        path = tmp_path / "page.txt"
        path.write_text(PAGE, encoding="utf-8")
        issue = open_issue(str(path))
        assert (issue.title, issue.date, issue.pages[0].label, issue.pages[0].section) == (None, None, None, None)

    def test_the_manifest_beside_a_page_speaks_of_it(self, tmp_path: Path) -> None:
        write(
            tmp_path,
            p01_txt=PAGE,
            p02_txt=PAGE,
            issue_toml='title = "青禾报"\n[[pages]]\nfile = "01.txt"\nlabel = "A1"\n',
        )
        listed, unlisted = open_issue(tmp_path / "01.txt"), open_issue(tmp_path / "02.txt")
        assert (listed.title, listed.pages[0].label) == ("青禾报", "A1")
        assert (unlisted.title, unlisted.pages[0].label) == (None, "02")
        write(tmp_path, issue_toml='title = "青禾报"\n')
        assert open_issue(tmp_path / "02.txt").title == "青禾报"

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "big5hkscs"])
    def test_encodings(self, tmp_path: Path, encoding: str) -> None:
        text = "新橋昨日通車\n\n本報訊 縣裏的新橋昨日通車，兩岸的人都來看。\n"
        (tmp_path / "page.txt").write_bytes(text.encode(encoding))
        issue = open_issue(tmp_path / "page.txt")
        assert printed(issue) == "".join(text.split())
        assert codes(issue) == []

    def test_a_named_encoding(self, tmp_path: Path) -> None:
        (tmp_path / "page.txt").write_bytes("春の新聞".encode("shift_jis"))
        assert printed(open_issue(tmp_path / "page.txt", encoding="shift_jis")) == "春の新聞"

    def test_form_feeds_part_pages(self, tmp_path: Path) -> None:
        (tmp_path / "05.txt").write_text(PAGE + "\f" + PAGE, encoding="utf-8")
        assert [(page.id, page.label) for page in open_issue(tmp_path / "05.txt").pages] == [("p1", None), ("p2", None)]


class TestStandardInput:
    def test_a_dash_reads_it(self) -> None:
        issue = open_issue("-", stdin=io.BytesIO(PAGE.encode("gb18030")))
        assert (issue.source, issue.title, issue.date, issue.pages[0].label) == ("-", None, None, None)
        assert [article.title for article in issue.articles] == ["新桥昨日通车"]

    def test_the_programs_own_by_default(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode()), encoding="utf-8"))
        assert len(open_issue("-").pages) == 1

    def test_nothing_in_it_is_an_error(self) -> None:
        with pytest.raises(EmptySourceError, match=r"^-: "):
            open_issue("-", stdin=io.BytesIO(b""))

    def test_a_closed_one_is_an_error(self) -> None:
        stream = io.BytesIO()
        stream.close()
        with pytest.raises(UnreadableSourceError, match="standard input"):
            open_issue("-", stdin=stream)


class TestFolder:
    def test_pages_come_in_natural_order(self, tmp_path: Path) -> None:
        write(tmp_path, p10_txt="第十\n", p2_txt="第二\n", p1_txt="第一\n")
        issue = open_issue(tmp_path)
        assert [(page.id, page.label, page.lines[0].text) for page in issue.pages] == [
            ("p1", "1", "第一"),
            ("p2", "2", "第二"),
            ("p3", "10", "第十"),
        ]

    def test_folder_names_tell_paper_and_day(self, tmp_path: Path) -> None:
        folder = write(tmp_path / "青禾日报" / "2024-03" / "05", pA01_txt=PAGE)
        issue = open_issue(folder)
        assert (issue.title, issue.date, issue.pages[0].label) == ("青禾日报", date(2024, 3, 5), "A01")

    def test_file_names_tell_paper_and_day(self, tmp_path: Path) -> None:
        for name in ("青禾日报-2024-03-05-01-要闻.txt", "青禾日报-2024-03-05-02-副刊.txt"):
            (tmp_path / name).write_text(PAGE, encoding="utf-8")
        issue = open_issue(tmp_path)
        assert (issue.title, issue.date) == ("青禾日报", date(2024, 3, 5))
        assert [(page.label, page.section) for page in issue.pages] == [("01", "要闻"), ("02", "副刊")]

    def test_files_of_a_day_each_are_issues(self, tmp_path: Path) -> None:
        folder = write(tmp_path, **{"2024-03-05_txt": PAGE, "2024-03-06_txt": PAGE})
        with pytest.raises(EmptySourceError, match="holds 2 issues"):
            open_issue(folder)
        assert [(issue.path.name, issue.date) for issue in find_issues(folder)] == [
            ("2024-03-05.txt", date(2024, 3, 5)),
            ("2024-03-06.txt", date(2024, 3, 6)),
        ]

    def test_pages_of_several_days_have_no_day(self, tmp_path: Path) -> None:
        names = ("2024-03-05-01_txt", "2024-03-05-02_txt", "2024-03-06-01_txt", "2024-03-06-02_txt")
        issue = open_issue(write(tmp_path, **dict.fromkeys(names, PAGE)))
        assert (issue.date, codes(issue)) == (None, ["metadata-uncertain"])

    def test_a_manifest_makes_one_issue_of_several_days(self, tmp_path: Path) -> None:
        issue = open_issue(write(tmp_path, issue_toml="", **{"2024-03-05_txt": PAGE, "2024-03-06_txt": PAGE}))
        assert len(issue.pages) == 2

    def test_a_relative_path_knows_the_folders_above(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        folder = write(tmp_path / "20240305", pA01_txt=PAGE)
        monkeypatch.chdir(folder)
        assert (open_issue(".").date, open_issue(".").source) == (date(2024, 3, 5), ".")
        assert open_issue("A01.txt").date == date(2024, 3, 5)

    def test_the_manifest_speaks_first(self, tmp_path: Path) -> None:
        manifest = """
            title = "青禾周报"
            date = 2024-03-07
            direction = "vertical"
            [[pages]]
            file = "b.txt"
            label = "头版"
            [[pages]]
            file = "a.txt"
            section = "副刊"
            direction = "horizontal"
        """
        folio = "青禾日报 2024年3月5日 星期二 第9版 要闻\n\n"
        issue = open_issue(write(tmp_path / "2024-03-06", a_txt=folio + PAGE, b_txt=folio + PAGE, issue_toml=manifest))
        assert (issue.title, issue.date) == ("青禾周报", date(2024, 3, 7))
        assert [(page.id, page.label, page.section, page.direction) for page in issue.pages] == [
            ("p1", "头版", "要闻", Direction.VERTICAL),
            ("p2", "9", "副刊", Direction.HORIZONTAL),
        ]
        assert codes(issue) == []

    def test_pages_that_the_manifest_forgets_come_last(self, tmp_path: Path) -> None:
        manifest = '[[pages]]\nfile = "03.txt"\n[[pages]]\nfile = "09.txt"\n'
        issue = open_issue(write(tmp_path, p01_txt="甲\n", p02_txt="乙\n", p03_txt="丙\n", issue_toml=manifest))
        assert [page.lines[0].text for page in issue.pages] == ["丙", "甲", "乙"]
        assert codes(issue) == ["page-missing"]

    def test_a_file_of_several_pages_may_be_listed_as_often(self, tmp_path: Path) -> None:
        manifest = '[[pages]]\nfile = "all.txt"\nlabel = "A"\n[[pages]]\nfile = "all.txt"\nlabel = "B"\n'
        issue = open_issue(write(tmp_path, all_txt="甲\f乙\f丙", issue_toml=manifest))
        assert [page.label for page in issue.pages] == ["A", "B", None]

    def test_a_wrong_manifest_is_told(self, tmp_path: Path) -> None:
        issue = open_issue(write(tmp_path, p01_txt=PAGE, issue_toml="title = "))
        assert codes(issue) == ["manifest-wrong"]

    def test_names_are_the_same_decomposed(self, tmp_path: Path) -> None:
        (tmp_path / unicodedata.normalize("NFD", "café.txt")).write_text(PAGE, encoding="utf-8")
        write(tmp_path, issue_toml='[[pages]]\nfile = "café.txt"\nlabel = "7"\n')
        issue = open_issue(tmp_path)
        assert (issue.pages[0].label, codes(issue)) == ("7", [])

    def test_what_is_no_page_is_skipped_and_told(self, tmp_path: Path) -> None:
        write(
            tmp_path,
            p01_txt=PAGE,
            README_md="about",
            data_json="{}",
            scan_jpg=b"\xff\xd8\xff",
            _hidden="x",
            issue_toml="",
        )
        (tmp_path / "inner").mkdir()
        issue = open_issue(tmp_path)
        assert len(issue.pages) == 1
        assert codes(issue) == ["files-skipped"]
        assert "data.json, README.md, scan.jpg, inner/" in next(
            str(n.message) for n in issue.notes if n.code == "files-skipped"
        )

    def test_hidden_files_are_as_if_not_there(self, tmp_path: Path) -> None:
        write(tmp_path, p01_txt=PAGE, _DS_Store=b"\0\0", issue_toml="", Thumbs_db=b"\0")
        assert codes(open_issue(tmp_path)) == []

    def test_a_bad_page_is_told_and_the_rest_opens(self, tmp_path: Path) -> None:
        issue = open_issue(write(tmp_path, p01_txt=PAGE, p02_txt=b"%PDF-1.7", p03_txt="\n", p04_txt=PAGE))
        assert [(page.id, page.label) for page in issue.pages] == [("p1", "01"), ("p2", "04")]
        assert codes(issue) == ["page-unreadable", "page-unreadable"]
        assert "02.txt" in next(str(note.message) for note in issue.notes if note.code == "page-unreadable")

    def test_pages_that_disagree_are_told(self, tmp_path: Path) -> None:
        issue = open_issue(
            write(
                tmp_path,
                p01_txt="青禾日报 2024年3月5日 星期二\n\n" + PAGE,
                p02_txt="青禾日报 2024年3月6日 星期三\n\n" + PAGE,
            )
        )
        assert (issue.title, issue.date) == ("青禾日报", None)
        assert codes(issue) == ["metadata-uncertain"]

    def test_note_pages_are_pages_of_the_issue(self, tmp_path: Path) -> None:
        issue = open_issue(write(tmp_path, p01_txt=PAGE, p02_txt="\x1b[1m" + PAGE))
        assert [note.page for note in issue.notes if note.code == "characters-removed"] == ["p2"]


class TestSamples:
    def test_each_opens_whole(self) -> None:
        samples = find_samples()
        assert len(samples) >= 3
        for sample in samples:
            issue = open_issue(sample.path)
            assert issue.title == sample.title
            assert sample.path.name == sample.name
            assert issue.date is not None
            assert issue.articles
            assert not {"manifest-wrong", "page-missing", "page-unreadable"} & set(codes(issue))

    def test_none_where_they_are_not_installed(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("reader.library.__file__", str(tmp_path / "reader" / "library.py"))
        assert find_samples() == ()

    def test_in_a_wheel_they_lie_in_the_package(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("reader.library.__file__", str(tmp_path / "reader" / "library.py"))
        write(tmp_path / "reader" / "sample_issues" / "b10", issue_toml='title = "禾报"')
        write(tmp_path / "reader" / "sample_issues" / "b2", issue_toml="")
        write(tmp_path / "reader" / "sample_issues" / "other", p01_txt=PAGE)
        assert [(sample.name, sample.title) for sample in find_samples()] == [("b2", "b2"), ("b10", "禾报")]


@pytest.mark.skipif(not REAL_PAGES.is_dir(), reason="the real pages are not beside this checkout")
@pytest.mark.parametrize("path", sorted(REAL_PAGES.glob("*.txt")), ids=lambda path: path.stem[:12])
def test_real_pages_open(path: Path) -> None:
    issue = open_issue(path)
    assert printed(issue) == "".join(path.read_text(encoding="utf-8").split())
    assert issue.date is not None
    assert issue.articles
    assert codes(issue) == []


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.binary(max_size=300)
    | st.text(max_size=100).map(lambda text: text.encode("utf-8", "replace"))
    | st.text("新桥昨日通车，。 \n□记者本报讯\x1b[m\f", max_size=200).map(lambda text: text.encode("gb18030"))
)
def test_any_bytes_are_an_issue_or_a_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(data)
    try:
        issue = open_issue(path)
    except ReaderError as error:
        assert "\n" not in str(error)
    else:
        assert printed(issue)
        spoken = [part.text for article in issue.articles for part in article.parts]
        spoken += [piece.text for piece in issue.furniture]
        assert sorted("".join("".join(spoken).split())) == sorted(printed(issue))


def test_importing_is_cheap() -> None:
    heavy = {"tomllib", "opencc", "textual", "rich", "lxml"}
    code = f"import sys, reader.library; print(*sorted({heavy} & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    assert result.stdout.strip() == ""


def test_issues_in_a_folder_are_found_by_their_names(tmp_path: Path) -> None:
    for name in ("青禾日报/2031-05-10", "青禾日报/2031-05-02", "other"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "01.txt").write_text("青禾镇新桥通车", encoding="utf-8")
    (tmp_path / "other" / "issue.toml").write_text('title = "永和报"\ndate = 1931-01-02\n', encoding="utf-8")
    found = [(issue.path.name, issue.title, issue.date) for issue in find_issues(tmp_path)]
    assert found == [
        ("other", "永和报", date(1931, 1, 2)),
        ("2031-05-02", "青禾日报", date(2031, 5, 2)),
        ("2031-05-10", "青禾日报", date(2031, 5, 10)),
    ]
    assert list(find_issues(tmp_path, lambda: False)) == [], "nobody wants them any more"
    assert list(find_issues(tmp_path / "other")) == [], "it is an issue itself"
    assert list(find_issues(tmp_path / "nowhere")) == []
