"""`dubao list`."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from reader.cli.listing import describe_listing, format_listing
from reader.languages import Language, set_language
from reader.model import ArticleKind, Issue, Note, PartKind
from reader.model.names import KIND_NAMES
from tests.cli.conftest import Run
from tests.export.issues import ISSUE, NOTICE, make_article


def test_table() -> None:
    assert list(format_listing(ISSUE)) == [
        "青禾日报 2031年5月12日",
        "a1  01 要闻  article  48 chars  青禾镇新桥通车 两岸往来不再绕路",
        "a2  p2       notice   11 chars  停水通知",
        "* 标题为推定 · the headline is a guess (a2)",
    ]


def test_table_in_chinese() -> None:
    set_language(Language.TRADITIONAL)
    assert list(format_listing(ISSUE))[1] == "a1  01 要闻  文章  48 字  青禾镇新桥通车 两岸往来不再绕路"


def test_headlines_are_cut_to_the_terminal() -> None:
    lines = list(format_listing(ISSUE, 40))
    assert lines[1] == "a1  01 要闻  article  48 chars  青禾镇…"


def test_narrow_terminal_keeps_the_columns() -> None:
    assert list(format_listing(ISSUE, 10))[1] == "a1  01 要闻  article  48 chars  …"


def test_nothing_known_and_nothing_there() -> None:
    assert list(format_listing(Issue("-", "plain", None, None, (), ()))) == []


def test_untitled_article() -> None:
    issue = replace(ISSUE, articles=(make_article((PartKind.PARAGRAPH, "停水。")),), notes=())
    assert list(format_listing(issue))[1] == "a1  01 要闻  article  3 chars  (untitled)"


def test_every_kind_has_a_name() -> None:
    assert set(KIND_NAMES) == set(ArticleKind)


def test_a_note_is_said_once() -> None:
    message = "标题为推定 · the headline is a guess"
    notes = (
        Note("headline-uncertain", message, "p1", "a1"),
        Note("encoding", "编码为推定 · the encoding is a guess"),
        Note("headline-uncertain", message, "p2", "a2"),
        Note("headline-uncertain", message, "p2", "a2"),
    )
    assert list(format_listing(replace(ISSUE, notes=notes)))[3:] == [
        f"* {message} (a1, a2)",
        "* 编码为推定 · the encoding is a guess",
    ]


def test_json() -> None:
    value = describe_listing(ISSUE)
    assert value["schema"] == "dubao.list/1"
    assert value["articles"] == [
        {
            "id": "a1",
            "page": "p1",
            "label": "01",
            "section": "要闻",
            "kind": "article",
            "title": "青禾镇新桥通车 两岸往来不再绕路",
            "length": 48,
        },
        {
            "id": "a2",
            "page": "p2",
            "label": None,
            "section": None,
            "kind": "notice",
            "title": NOTICE.title,
            "length": 11,
        },
    ]


def test_control_characters_of_a_headline_do_not_act() -> None:
    issue = replace(ISSUE, title="青\x1b[2J\x9b禾", articles=(make_article((PartKind.HEADLINE, "新\x9b2J桥")),))
    assert not {"\x1b", "\x9b"} & set("".join(format_listing(issue)))
    assert not {"\x1b", "\x9b"} & set(json.dumps(describe_listing(issue), ensure_ascii=False))


def test_end_to_end(run: Run, page: Path) -> None:
    result = run("list", page)
    assert (result.code, result.err) == (0, "")
    assert "青禾镇新桥通车" in result.out
    value = json.loads(run("list", page, "--json").out)
    assert [article["id"] for article in value["articles"]] == ["a1"]


@pytest.mark.usefixtures("terminal")
def test_colours_on_a_terminal_only(run: Run, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" in run("list", page).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("list", page).out
