"""`dubao cite`: references on standard output."""

import json
from pathlib import Path

import pytest
import rispy

from reader.cli.cite import STYLES
from reader.export.citation import Style
from tests.cli.conftest import PAGE, Run

DAY = "2031-05-12"


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    """An issue of two pages, an article each."""
    folder = tmp_path / f"青禾日报-{DAY}"
    folder.mkdir()
    (folder / "issue.toml").write_text(f'title = "青禾日报"\ndate = {DAY}\n', encoding="utf-8")
    (folder / "01.txt").write_text(PAGE, encoding="utf-8")
    (folder / "02.txt").write_text(
        "停水通知\n\n明日八时至十二时，新桥街道一带停水，请居民提前储水备用，不便之处敬请谅解。\n", encoding="utf-8"
    )
    return folder


def test_gbt_is_the_default_and_all_articles_are_cited(run: Run, issue: Path) -> None:
    result = run("cite", issue)
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        "青禾镇新桥通车[N]. 青禾日报, 2031-05-12(1).",
        "停水通知[N]. 青禾日报, 2031-05-12(2).",
    ]


@pytest.mark.parametrize(
    ("wanted", "titles"),
    [(["2"], ["停水"]), (["a2", "1"], ["停水", "青禾镇"]), (["1", "a1", "01"], ["青禾镇"])],
)
def test_articles_are_cited_in_the_order_asked_for(run: Run, issue: Path, wanted: list[str], titles: list[str]) -> None:
    lines = run("cite", issue, *wanted).out.splitlines()
    assert [line.startswith(title) for line, title in zip(lines, titles, strict=True)] == [True] * len(titles)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("chicago", "青禾日报. “停水通知.” May 12, 2031.\n"),
        ("mla", "“停水通知.” 青禾日报, 12 May 2031, p. 2.\n"),
        ("apa", "停水通知. (2031, May 12). 青禾日报, 2.\n"),
    ],
)
def test_prose_styles(run: Run, issue: Path, style: str, expected: str) -> None:
    assert run("cite", issue, "2", "--style", style).out == expected


def test_files_of_references(run: Run, issue: Path) -> None:
    assert run("cite", issue, "--style", "bibtex").out.count("@article{news-20310512-a") == 2
    assert [
        entry["primary_title" if "primary_title" in entry else "title"]
        for entry in rispy.loads(run("cite", issue, "--style", "ris").out)
    ] == ["青禾镇新桥通车", "停水通知"]
    assert len(json.loads(run("cite", issue, "--style", "csl-json").out)) == 2


def test_script(run: Run, issue: Path) -> None:
    pytest.importorskip("opencc")
    result = run("cite", issue, "1", "--script", "traditional")
    assert result.out == "青禾鎮新橋通車[N]. 青禾日報, 2031-05-12(1).\n"


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--style", "harvard"], "'harvard'"),
        (["9"], "no such article"),
        (["--script", "pinyin"], "no such script"),
    ],
)
def test_errors(run: Run, issue: Path, args: list[str], words: str) -> None:
    result = run("cite", issue, *args)
    assert (result.code, result.out) == (2, "")
    assert words in result.err


def test_help_names_every_style(run: Run) -> None:
    assert tuple(Style) == STYLES
    text = " ".join(run("cite", "--help").out.split())
    assert all(style in text for style in STYLES)
    assert "cite" in run("--help").out
