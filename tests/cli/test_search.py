"""`dubao search`: what grep's users expect, over issues."""

import json
import os
import sys
from dataclasses import replace
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from reader.cli.finding import Request, find_all
from reader.cli.search import describe_found, find_sources, format_found
from reader.model import Issue, PartKind
from reader.search import parse_query
from tests.cli.conftest import PAGE, Result, Run
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


def find_lines(query: str, issue: Issue = ISSUE, *, context: int = 16, furniture: bool = False) -> list[str]:
    searched = find_all(Request(parse_query(query), context, furniture), issue)
    return [format_found(searched.path, found) for found in searched.found]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("繞路", ["01:a1:3: 青禾镇新桥通车 两岸往来不再【绕路】"], id="headline"),
        pytest.param("往事", ["01:a1:8: 渡口成了【往事】"], id="crosshead"),
        pytest.param(
            "停水", ["p2:a2:1: 【停水】通知", "p2:a2:2: 明日八时至十二时【停水】。"], id="page without a label"
        ),
        pytest.param("本报讯昨日", ["01:a1:6: 【本报讯昨日】上午，青禾镇新桥正式通车。"], id="dateline and paragraph"),
        pytest.param("新桥 -标题:绕路", [], id="excluded"),
        pytest.param("月球", [], id="nothing"),
    ],
)
def test_lines(query: str, expected: list[str]) -> None:
    assert find_lines(query) == [f"papers/qinghe:{line}" for line in expected]


def test_furniture_on_request() -> None:
    assert find_lines("星期一") == []
    assert find_lines("星期一", furniture=True) == ["papers/qinghe:01:folio:1: 2031年5月12日 【星期一】"]


@pytest.mark.parametrize(
    ("context", "shown"),
    [(16, "…" + "前" * 16 + "【新桥】" + "后" * 16 + "…"), (1, "…前【新桥】后…"), (0, "…【新桥】…")],
)
def test_long_paragraphs_are_cut_round_the_hit(context: int, shown: str) -> None:
    article = make_article((PartKind.PARAGRAPH, "前" * 100 + "新桥" + "后" * 100), page="p2")
    assert find_lines("新桥", replace(ISSUE, articles=(article,)), context=context) == [
        f"papers/qinghe:p2:a1:1: {shown}"
    ]


@pytest.mark.usefixtures("terminal")
def test_colours_are_those_of_grep() -> None:
    [line] = find_lines("往事")
    assert "\x1b[35mpapers/qinghe\x1b[0m\x1b[36m:\x1b[0m" in line
    assert "\x1b[31m\x1b[1m往事\x1b[0m" in line


@pytest.mark.usefixtures("terminal")
def test_no_colours_where_none_are_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert find_lines("往事") == ["papers/qinghe:01:a1:8: 渡口成了【往事】"]


def test_control_characters_do_not_act() -> None:
    article = make_article((PartKind.HEADLINE, "新\x1b[2J桥"), (PartKind.PARAGRAPH, "通\x9b2J新桥\x1b]0;\a"))
    issue = replace(ISSUE, source="a\x1b[31m\nb", articles=(article,))
    assert [set(line) & {"\x1b", "\x9b", "\a", "\n"} for line in find_lines("新桥", issue)] == [set()]


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


def test_json_is_one_object_a_line(run: Run, page: Path) -> None:
    assert run("search", "小橋", page, "--json") == Result(1, "", "")
    result = run("search", "渡船 新橋", page, page.parent / "none", "--json")
    hits = [json.loads(line) for line in result.out.splitlines()]
    assert (result.code, [hit["text"] for hit in hits]) == (2, ["新桥", "新桥", "渡船"])
    assert "none" in result.err
    assert hits[2] == {
        "path": str(page),
        "issue": None,
        "page": "p1",
        "label": None,
        "article": "a1",
        "headline": "青禾镇新桥通车",
        "part": 3,
        "kind": "paragraph",
        "start": 51,
        "end": 53,
        "rest": [],
        "text": "渡船",
        "before": "…要十分钟，船工老沈说，他撑了四十年的",
        "after": "，往后就停在岸边给孩子们看。",
    }


def test_json_of_a_hit_that_print_broke() -> None:
    [found] = find_all(Request(parse_query("本报讯昨日"), 0), ISSUE).found
    value = describe_found("x", found)
    assert (value["part"], value["start"], value["end"]) == (6, 0, 3)
    assert value["rest"] == [{"part": 7, "start": 0, "end": 2}]
    assert value["text"] == "本报讯昨日"


@pytest.mark.parametrize(
    ("options", "lines"),
    [
        (["--count"], ["{new}:2"]),
        (["-l"], ["{new}"]),
        (["-l", "--count"], ["{new}"]),
        (["--count", "--json"], ['{{"path": "{new}", "count": 2}}']),
        (["-l", "--json"], ['{{"path": "{new}"}}']),
        (["--field", "标题", "--count"], ["{new}:1"]),
        (["--field", "author", "--count"], []),
        (["--mode", "exact", "--count"], []),
        (["--mode", "variants", "--count"], ["{new}:2"]),
        (["-C", "0", "--field", "headline"], ["{new}:01:a1:1: …【新桥】…"]),
    ],
)
def test_options(run: Run, papers: Path, options: list[str], lines: list[str]) -> None:
    result = run("search", "新橋", papers, *options)
    new = str(papers / "2031-05-12")
    assert result.out.replace("\\\\", "\\").splitlines() == [line.format(new=new) for line in lines]
    assert result.code == (0 if lines else 1)


@pytest.mark.parametrize(
    ("mode", "query", "code"), [("regex", "新.通", 0), ("fuzzy", "青禾镇新槗", 0), ("exact", "新桥", 0)]
)
def test_modes(run: Run, page: Path, mode: str, query: str, code: int) -> None:
    assert run("search", query, page, "--mode", mode).code == code


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["(", "--mode", "regex"], "bad regular expression"),
        (["新桥", "--mode", "guess"], "guess"),
        (["新桥", "--field", "天气"], "天气"),
        (["新桥", "-C", "-1"], "-1"),
    ],
)
def test_what_is_not_understood(run: Run, page: Path, options: list[str], says: str) -> None:
    result = run("search", *options, page)
    assert (result.code, result.out) == (2, "")
    assert says in result.err


def test_a_word_too_short_to_be_fuzzy_is_said_once(run: Run, page: Path) -> None:
    result = run("search", "渡船", page, page, "--mode", "fuzzy")
    assert len(result.out.splitlines()) == 2
    assert result.err.count("four characters") == 1


def test_an_endless_expression_ends_with_a_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("青禾镇\n\n" + "啊" * 3000 + "。\n", encoding="utf-8")
    result = run("search", "(啊|啊啊)+$", tmp_path, "--mode", "regex")
    assert (result.code, result.out) == (2, "")
    assert "too long" in result.err


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(PAGE.encode()), encoding="utf-8"))
    assert [line.split(":")[0] for line in run("search", "渡船", "-").out.splitlines()] == ["-"]


def test_a_heap_of_pages_is_many_issues(tmp_path: Path) -> None:
    names = ["20310512-01.txt", "20310512-02.txt", "20310513-01.txt"]
    for name in names:
        (tmp_path / name).touch()
    assert list(find_sources(str(tmp_path))) == [str(tmp_path / name) for name in names]
    (tmp_path / names[-1]).unlink()
    assert list(find_sources(str(tmp_path))) == [str(tmp_path)]


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
