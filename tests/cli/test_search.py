"""`dubao search`: what grep's users expect, over issues."""

import json
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reader.cli.search import find_all, find_sources, format_found
from reader.model import PartKind
from reader.search import parse_query
from tests.cli.conftest import PAGE, Run
from tests.export.issues import ISSUE, make_article


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder of two issues, one of them a folder deeper, and files that are no issues."""
    shelf = tmp_path / "papers"
    for name, text in {"2031-05-12": PAGE, "old/2030-01-02": PAGE.replace("新桥", "石渠")}.items():
        (shelf / name).mkdir(parents=True)
        (shelf / name / "01.txt").write_text(text, encoding="utf-8")
    (shelf / "empty").mkdir()
    (shelf / "readme.md").write_text("shelf", encoding="utf-8")
    return shelf


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("繞路", ["01:a1:3: 青禾镇新桥通车 两岸往来不再绕路"], id="a headline is its own context"),
        pytest.param("往事", ["01:a1:8: 青禾镇新桥通车 两岸往来不再绕路: 渡口成了往事"], id="crosshead"),
        pytest.param(
            "停水", ["p2:a2:1: 停水通知", "p2:a2:2: 停水通知: 明日八时至十二时停水。"], id="page without a label"
        ),
        pytest.param("月球", [], id="nothing"),
    ],
)
def test_lines(query: str, expected: list[str]) -> None:
    lines = [format_found(found) for found in find_all(ISSUE, parse_query(query))]
    assert lines == [f"papers/qinghe:{line}" for line in expected]


def test_long_paragraphs_are_cut_round_the_hit() -> None:
    article = make_article((PartKind.PARAGRAPH, "前" * 100 + "新桥" + "后" * 100), page="p2")
    issue = replace(ISSUE, articles=(article,))
    [found] = find_all(issue, parse_query("新桥"))
    assert format_found(found) == "papers/qinghe:p2:a1:1: …" + "前" * 16 + "新桥" + "后" * 16 + "…"


@pytest.mark.usefixtures("terminal")
def test_colours_are_those_of_grep() -> None:
    [found] = find_all(ISSUE, parse_query("往事"))
    line = format_found(found)
    assert "\x1b[35mpapers/qinghe\x1b[0m\x1b[36m:\x1b[0m" in line
    assert "\x1b[31m\x1b[1m往事\x1b[0m" in line


def test_control_characters_do_not_act() -> None:
    article = make_article((PartKind.HEADLINE, "新\x1b[2J桥"), (PartKind.PARAGRAPH, "通\x9b2J新桥\x1b]0;\a"))
    issue = replace(ISSUE, source="a\x1b[31m\nb", articles=(article,))
    for found in find_all(issue, parse_query("新桥")):
        assert not {"\x1b", "\x9b", "\a", "\n"} & set(format_found(found))


def test_found(run: Run, papers: Path) -> None:
    result = run("search", "石渠", papers)
    assert (result.code, result.err) == (0, "")
    inner = papers / "old" / "2030-01-02"
    assert [line.startswith(f"{inner}:") for line in result.out.splitlines()] == [True, True]


def test_not_found(run: Run, papers: Path) -> None:
    assert run("search", "月球", papers) == run("search", "火星", papers)
    assert run("search", "月球", papers).code == 1


def test_found_across_a_printed_line_end(run: Run, page: Path) -> None:
    assert "十分钟" in run("search", "十分钟", page).out


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(run: Run, papers: Path, page: Path) -> None:
    result = run("search", "新桥", papers / "no such", papers / "empty", page)
    assert result.code == 2
    assert [line.split(":")[0] for line in result.err.splitlines()] == ["dubao", "dubao"]
    assert "no such" in result.err
    assert "empty" in result.err
    assert str(page) in result.out


def test_json(run: Run, page: Path) -> None:
    result = run("search", "小橋", page, "--json")
    assert (result.code, json.loads(result.out)) == (
        1,
        {"schema": "dubao.search/1", "query": "小橋", "hits": [], "errors": []},
    )
    value = json.loads(run("search", "渡船", page, page.parent / "none", "--json").out)
    [hit] = value["hits"]
    [error] = value["errors"]
    assert (hit["source"], hit["article"], hit["match"]) == (str(page), "a1", "渡船")
    assert hit["headline"] == "青禾镇新桥通车"
    assert "none" in error


@pytest.mark.parametrize("query", ["", " ", "　"])
def test_nothing_to_look_for(run: Run, page: Path, query: str) -> None:
    assert run("search", query, page).code == 2


def test_sources_in_natural_order(tmp_path: Path) -> None:
    for name in ("10", "2", "1"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "01.txt").touch()
    assert [Path(source).name for source in find_sources(str(tmp_path))] == ["1", "2", "10"]


def test_link_to_a_folder_above_is_not_followed_for_ever(tmp_path: Path) -> None:
    (tmp_path / "issue").mkdir()
    (tmp_path / "issue" / "01.txt").touch()
    try:
        (tmp_path / "issue" / "up").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no links")
    assert list(find_sources(str(tmp_path))) == [str(tmp_path / "issue")]


@pytest.mark.skipif(sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="needs a user")
def test_folder_that_may_not_be_listed(run: Run, papers: Path) -> None:
    (papers / "empty").chmod(0)
    try:
        assert run("search", "新桥", papers).code == 2
    finally:
        (papers / "empty").chmod(0o755)
