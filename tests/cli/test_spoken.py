"""Help and usage errors in the reader's language, set in cells."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from reader.cli import program
from reader.cli.help_page import AS_IT_IS, HelpPage, count_cells, wrap
from reader.cli.routing import OPEN
from reader.cli.spoken import SpokenArgument, SpokenCommand, SpokenOption
from reader.languages import Language
from tests.cli.conftest import Run

CHINESE = [Language.SIMPLIFIED, Language.TRADITIONAL]
COMMANDS = program.list_commands(click.Context(program))
COMMANDS.remove(OPEN)
ENGLISH_SENTENCE = re.compile(r"\b[A-Za-z]+ (?:the|of|a|is|to|and|for)\b")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", CHINESE)
def test_help_in_chinese(run: Run, language: Language, command: str) -> None:
    result = run("--language", language, command, "--help")
    assert result.code == 0
    assert result.out.startswith(f"用法：dubao {command} [")
    assert ENGLISH_SENTENCE.findall(result.out) == []
    assert [line for line in result.out.splitlines() if count_cells(line) > 80] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_word_of_a_command_can_be_translated(command: str) -> None:
    loaded = program.get_command(click.Context(program), command)
    assert isinstance(loaded, SpokenCommand)
    own = [parameter for parameter in loaded.params if parameter.name != "help"]
    assert [parameter.name for parameter in own if not isinstance(parameter, SpokenOption | SpokenArgument)] == []
    assert [
        parameter.name for parameter in own if isinstance(parameter, SpokenArgument) and not parameter.metavar
    ] == []


@pytest.mark.parametrize("language", CHINESE)
def test_help_of_the_program_in_chinese(run: Run, language: Language) -> None:
    out = run("--help", f"--language={language}").out
    assert ENGLISH_SENTENCE.findall(out.replace("-layout a.pdf", "")) == []
    assert [command for command in COMMANDS if f"  {command}" not in out] == []


def test_help_in_english(run: Run) -> None:
    out = run("list", "--help").out
    assert out.startswith("Usage: dubao list [OPTIONS] PATH\n\n  List the articles of an issue: id, page,")
    assert re.findall("[一-鿿]", out) == []


@pytest.mark.parametrize(
    ("args", "said"),
    [
        pytest.param(["--nope"], "没有选项 '--nope'。", id="no such option"),
        pytest.param(["list"], "缺少参数 '路径'.", id="an argument too few"),
        pytest.param(["list", "a", "b"], "多余的参数：b", id="an argument too many"),
        pytest.param(["cite", "--style", "x", "a"], "'--style' 的取值不对：'x' 不是", id="no such choice"),
        pytest.param(["search", "-C", "-1", "a", "b"], "-1 不在 x>=0 之内。", id="out of range"),
        pytest.param(["search", "-C", "x", "a", "b"], "'x' 不是整数", id="no number"),
        pytest.param(["search", "-C"], "选项 '-C' 须有 1 个取值。", id="a value too few"),
        pytest.param(["list", "--json=1", "a"], "选项 '--json' 不取值。", id="a value too many"),
        pytest.param(["export", "a"], "缺少选项 '-o' / '--output'.", id="an option too few"),
        pytest.param(["forget"], "“路径”与 --all 须给且只能给一个。", id="our own"),
    ],
)
def test_usage_errors_in_chinese(run: Run, args: list[str], said: str) -> None:
    result = run("--language", "zh", *args)
    assert result.code == 2
    assert said in result.err
    assert result.err.endswith("（见 dubao --help）\n")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        pytest.param(["--language", "fr", "list"], "--language takes one of: en, zh_Hans, zh_Hant", id="another"),
        pytest.param(["list", "--language"], "--language takes one of: en, zh_Hans, zh_Hant", id="none"),
        pytest.param(["list", "--", "--language"], "--language: no such file", id="a path of that name"),
    ],
)
def test_what_is_no_language(run: Run, args: list[str], said: str) -> None:
    result = run(*args)
    assert result.code == 2
    assert said in result.err


def test_the_language_stands_anywhere(run: Run, page: Path) -> None:
    for args in (["--language", "zh", "list", page], ["list", page, "--language=zh-TW"]):
        assert "文章" in run(*args).out


def test_paragraphs_keep_their_marks() -> None:
    text = "第一段，讲“新桥”。\n\n" + AS_IT_IS + "dubao a   一\ndubao b   二"
    page = HelpPage(width=12)
    with page.indentation():
        page.write_text(text)
    assert page.getvalue() == "  第一段，讲\n  “新桥”。\n\n  dubao a   一\n  dubao b   二\n"


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        pytest.param("a page of text", 6, ["a page", "of", "text"], id="English"),
        pytest.param("读一版报纸。", 10, ["读一版报", "纸。"], id="no mark begins a line"),
        pytest.param("读（一版）报", 5, ["读", "（一", "版）", "报"], id="no bracket ends a line"),
        pytest.param("写成 JSON 文件", 9, ["写成 JSON", "文件"], id="Latin among Han"),
        pytest.param("extraordinary", 5, ["extraordinary"], id="a word that is too long"),
        pytest.param("", 5, [], id="nothing"),
    ],
)
def test_wrap(text: str, cells: int, lines: list[str]) -> None:
    assert list(wrap(text, cells)) == lines


def test_click_is_not_changed_for_others() -> None:
    with pytest.raises(click.NoSuchOption) as caught:
        click.Command("other").make_context("other", ["--nope"])
    assert "No such option" in caught.value.format_message()
