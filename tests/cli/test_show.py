"""`dubao show`, and `dubao PATH` into a pipe."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.cli.columns import count_cells
from reader.cli.show import choose_articles, format_article, format_articles, format_issue
from reader.errors import ArticleNotFoundError
from reader.languages import Language
from reader.model import Article, PartKind
from tests.cli.conftest import Run
from tests.export.issues import BRIDGE, ISSUE, NOTICE, make_article


def test_article() -> None:
    """Headings stand at the left; a paragraph is set in lines of 12 Han characters with an indent of two."""
    assert list(format_article(BRIDGE, 24)) == [
        "镇村新貌",
        "盼了三十年",
        "青禾镇新桥通车 两岸往来",
        "不再绕路",
        "全长三百二十米",
        "记者 苏木青 通讯员 何田",
        "",
        "　　本报讯　昨日上午，青",
        "禾镇新桥正式通车。",
        "",
        "渡口成了往事",
        "　　“以后赶集只要十分",
        "钟。”船工老沈说。",
        "",
        "图为新桥。",
        "苏木青 摄",
    ]


def test_issue_names_its_pages() -> None:
    lines = list(format_issue(ISSUE, 40))
    assert lines[:5] == ["青禾日报 2031年5月12日", "", "【01 要闻】", "", "镇村新貌"]
    assert lines[-6:] == ["", "【p2】", "", "停水通知", "", "　　明日八时至十二时停水。"]


def test_articles_of_one_page_have_a_rule_between_them() -> None:
    both = replace(ISSUE, articles=(NOTICE, replace(NOTICE, id="a3")))
    assert list(format_issue(both, 40)).count("─" * 16) == 1


@pytest.mark.parametrize("wanted", ["2", "02", "a2", "A2"])
def test_article_is_chosen_by_number_or_id(wanted: str) -> None:
    assert choose_articles(ISSUE, wanted) == (NOTICE,)


def test_all_articles_without_a_choice() -> None:
    assert choose_articles(ISSUE, None) == (BRIDGE, NOTICE)


@pytest.mark.parametrize("wanted", ["0", "3", "a0", "", "-1", "９９", "b1", "9" * 5000, "新桥"])
def test_article_that_is_not_there(wanted: str) -> None:
    with pytest.raises(ArticleNotFoundError, match="there are 2"):
        choose_articles(ISSUE, wanted)


@given(
    st.lists(st.text(st.sampled_from("新桥通车，。“”abc 1"), min_size=1, max_size=60), min_size=1, max_size=4),
    st.integers(8, 60),
)
@settings(max_examples=60)
def test_no_line_is_longer_than_asked_and_nothing_is_lost(paragraphs: list[str], measure: int) -> None:
    article = make_article(*[(PartKind.PARAGRAPH, text) for text in paragraphs])
    lines = list(format_article(article, measure))
    assert max(map(count_cells, lines)) <= measure
    assert "".join("".join(lines).split()) == "".join("".join(paragraphs).split())


def test_control_characters_do_not_act() -> None:
    article = make_article((PartKind.HEADLINE, "新\x1b[2J桥"), (PartKind.PARAGRAPH, "通\x9b2J\u202e车"))
    assert not {"\x1b", "\x9b", "\u202e"} & set("".join(format_article(article, 40)))


def shown(*articles: Article) -> list[str]:
    return list(format_articles(articles, 40, lambda text: text.replace("桥", "橋")))


def test_transform() -> None:
    assert "橋" in "".join(shown(BRIDGE))
    assert "桥" not in "".join(shown(BRIDGE))


def test_end_to_end(run: Run, page: Path) -> None:
    result = run("show", page, "1", "--width", "30")
    assert result.code == 0
    assert "青禾镇新桥通车\n" in result.out
    assert "赶集只要十分" in result.out.replace("\n", ""), "the printed line end is gone"
    assert max(map(count_cells, result.out.splitlines())) <= 30


def test_path_alone_is_shown_where_nobody_looks(run: Run, page: Path) -> None:
    assert run(page) == run("show", page)


def test_json(run: Run, page: Path) -> None:
    value = json.loads(run("show", page, "--json").out)
    assert value["schema"] == "dubao.issue/1"
    assert value["source"] == str(page)
    [article] = value["articles"]
    assert article["headline"] == ["青禾镇新桥通车"]
    assert article["dateline"] == "本报讯"


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("original", "新桥通车"),
        ("simplified", "新桥通车"),
        ("traditional", "新橋通車"),
        ("s2tw", "新橋通車"),
        ("s2hk", "新橋通車"),
    ],
)
def test_script(run: Run, page: Path, script: str, expected: str) -> None:
    if script not in ("original", "simplified"):
        pytest.importorskip("opencc")
    assert expected in run("show", page, "--script", script).out
    assert expected in json.loads(run("show", page, "--json", "--script", script).out)["articles"][0]["headline"][0]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        pytest.param(["--script", "klingon"], "--script klingon", id="no such script"),
        pytest.param(["9"], "9: there is no such article", id="no such article"),
        pytest.param(["--width", "4"], "--width", id="too narrow"),
        pytest.param(["--encoding", "klingon"], "klingon", id="no such encoding"),
    ],
)
def test_errors_are_one_line(run: Run, page: Path, args: list[str], words: str) -> None:
    result = run("show", page, *args)
    assert (result.code, result.out) == (2, "")
    assert words in result.err
    assert result.err.startswith("dubao: ")
    assert result.err.count("\n") == 1


def test_json_is_the_same_in_every_language(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("本报讯 昨日上午，青禾镇新桥正式通车，全镇三千居民从此不再绕路。\n", encoding="utf-8")
    texts = {run("show", page, "--json", "--language", language).out for language in Language}
    assert len(texts) == 1
    assert "no headline was found for this text" in texts.pop()
    assert "没有找到标题" in run("show", page, "--language", Language.SIMPLIFIED).err
