"""`dubao export`: files and what stands in their way."""

import json
import sys
from pathlib import Path

import pytest

from reader.cli.export import CITED, FORMATS
from reader.export.citation import PROSE, Style
from reader.export.formats import Format
from tests.cli.conftest import PAGE, Run
from tests.export.epub_checker import check_epub


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    """An issue of two pages, an article each."""
    folder = tmp_path / "issue"
    folder.mkdir()
    (folder / "issue.toml").write_text('title = "青禾日报"\ndate = 2031-05-12\n', encoding="utf-8")
    (folder / "01.txt").write_text(PAGE, encoding="utf-8")
    (folder / "02.txt").write_text(
        "停水通知\n\n明日八时至十二时，新桥街道一带停水，请居民提前储水备用，不便之处敬请谅解。\n", encoding="utf-8"
    )
    return folder


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("a.md", "# 青禾日报 2031年5月12日\n"),
        ("a.txt", "青禾日报 2031年5月12日\n"),
        ("a.html", "<!DOCTYPE html>\n"),
        ("a.json", '{\n  "schema": "dubao.issue/1"'),
    ],
)
def test_whole_issue_by_its_suffix(run: Run, issue: Path, tmp_path: Path, name: str, beginning: str) -> None:
    out = tmp_path / name
    result = run("export", issue, "-o", out)
    assert (result.code, result.out) == (0, "")
    assert f"2 articles written: {out}" in result.err
    text = out.read_bytes().decode("utf-8")
    assert text.startswith(beginning)
    assert "青禾镇新桥通车" in text
    assert "停水通知" in text
    assert "\r" not in text


def test_epub(run: Run, issue: Path, tmp_path: Path) -> None:
    assert run("export", issue, "-o", tmp_path / "a.epub", "--vertical").code == 0
    book = check_epub((tmp_path / "a.epub").read_bytes())
    assert book.metadata("title") == ["青禾日报 2031年5月12日"]
    assert book.direction == "rtl"


def test_chosen_articles_in_their_order(run: Run, issue: Path) -> None:
    out = run("export", issue, "2", "a1", "-o", "-", "--format", "txt", "--cite", "none").out
    assert out.index("停水通知") < out.index("青禾镇新桥通车")
    assert "[N]" not in out
    assert "青禾镇" not in run("export", issue, "2", "-o", "-", "--format", "txt").out.replace("青禾日报", "")


def test_standard_output(run: Run, issue: Path) -> None:
    result = run("export", issue, "2", "-o", "-", "--format", "md", "--cite", "apa")
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "# 停水通知\n\n明日八时至十二时，新桥街道一带停水，请居民提前储水备用，不便之处敬请谅解。\n\n"
        "停水通知. (2031, May 12). 青禾日报, 2.\n"
    )


def test_format_wins_over_the_suffix(run: Run, issue: Path, tmp_path: Path) -> None:
    assert run("export", issue, "-o", tmp_path / "a.md", "--format", "json").code == 0
    assert json.loads((tmp_path / "a.md").read_text(encoding="utf-8"))["schema"] == "dubao.issue/1"


def test_into_a_folder(run: Run, issue: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    assert run("export", issue, "2", "-o", folder, "--format", "html").code == 0
    assert run("export", issue, "-o", folder, "--format", "epub").code == 0
    assert sorted(path.name for path in folder.iterdir()) == [
        "青禾日报 2031-05-12 停水通知.html",
        "青禾日报 2031-05-12.epub",
    ]


def test_script(run: Run, issue: Path) -> None:
    pytest.importorskip("opencc")
    out = run("export", issue, "1", "-o", "-", "--format", "html", "--script", "traditional").out
    assert '<html lang="zh-Hant">' in out
    assert "青禾鎮新橋通車[N]. 青禾日報" in out


def test_corrections_apply(run: Run, issue: Path) -> None:
    (issue / "issue.dubao.toml").write_text(
        '[[correction]]\ndo = "recast"\npage = "02"\nat = "停水通知"\nrole = "label"\n', encoding="utf-8"
    )
    assert "<h1>停水通知</h1>" in run("export", issue, "-o", "-", "--format", "html", "--no-corrections", "2").out
    corrected = run("export", issue, "-o", "-", "--format", "json").out
    plain = run("export", issue, "-o", "-", "--format", "json", "--no-corrections").out
    assert [article["headline"] for article in json.loads(plain)["articles"]] == [["青禾镇新桥通车"], ["停水通知"]]
    assert corrected != plain


def test_a_file_that_is_there_stays(run: Run, issue: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.md"
    out.write_text("mine", encoding="utf-8")
    result = run("export", issue, "-o", out)
    assert (result.code, result.out) == (2, "")
    assert "--force" in result.err
    assert out.read_text(encoding="utf-8") == "mine"
    assert run("export", issue, "-o", out, "--force").code == 0
    assert out.read_text(encoding="utf-8").startswith("# 青禾日报")


@pytest.mark.parametrize(("answer", "replaced"), [(True, True), (False, False)])
def test_on_a_terminal_it_asks(
    run: Run, issue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: bool, replaced: bool
) -> None:
    asked: list[str] = []

    def confirm(text: str, *, err: bool) -> bool:
        asked.append(text)
        return answer and err

    monkeypatch.setattr("reader.cli.export._can_ask", lambda: True)
    monkeypatch.setattr("click.confirm", confirm)
    out = tmp_path / "a.md"
    out.write_text("mine", encoding="utf-8")
    assert run("export", issue, "-o", out).code == (0 if replaced else 2)
    assert (out.read_text(encoding="utf-8") != "mine") is replaced
    assert len(asked) == 1
    assert str(out) in asked[0]


def test_nobody_is_asked_behind_a_pipe(issue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.cli.export import _can_ask

    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    assert not _can_ask()


@pytest.mark.parametrize(
    ("args", "words"),
    [
        pytest.param([], "--output", id="no output"),
        pytest.param(["-o", "{tmp}/a.pdf"], "--format", id="unknown suffix"),
        pytest.param(["-o", "{tmp}/a"], "--format", id="no suffix"),
        pytest.param(["-o", "{tmp}/a.md", "--format", "pdf"], "'pdf'", id="unknown format"),
        pytest.param(["-o", "-"], "--format", id="standard output without a format"),
        pytest.param(["-o", "{tmp}"], "--format", id="a folder without a format"),
        pytest.param(["-o", "-", "--format", "epub"], "no text", id="a book on standard output"),
        pytest.param(["-o", "{tmp}/no/a.md"], "no folder", id="no such folder"),
        pytest.param(["-o", "{tmp}/a.md", "9"], "no such article", id="no such article"),
        pytest.param(["-o", "{tmp}/a.md", "--vertical"], "no direction", id="vertical Markdown"),
        pytest.param(["-o", "{tmp}/a.json", "--cite", "gbt"], "no references", id="citations in JSON"),
        pytest.param(["-o", "{tmp}/a.md", "--cite", "bibtex"], "'bibtex'", id="a reference for programs"),
    ],
)
def test_errors(run: Run, issue: Path, tmp_path: Path, args: list[str], words: str) -> None:
    result = run("export", issue, *(arg.format(tmp=tmp_path) for arg in args))
    assert (result.code, result.out) == (2, "")
    assert words in result.err
    assert result.err.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["issue"]


def test_help_names_every_format_and_style(run: Run) -> None:
    assert tuple(Format) == FORMATS
    assert {*PROSE, "none"} == set(CITED)
    assert tuple(style for style in Style if style in PROSE) == CITED[:-1]
    text = run("export", "--help").out
    assert all(name in text for name in (*FORMATS, *CITED, "--vertical", "--force", "--script"))
    assert "export" in run("--help").out
