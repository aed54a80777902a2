"""`dubao config`, `dubao keys` and `dubao themes`, as a person runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.app.commands import COMMANDS
from reader.settings import SETTINGS
from tests.cli.conftest import Run


@pytest.fixture
def path(private_config_folder: Path) -> Path:
    return private_config_folder / "config.toml"


def test_config_names_the_file_and_every_setting_with_its_origin(
    run: Run, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_text("measure = 30\nfoo = 1\n", encoding="utf-8")
    monkeypatch.setenv("DUBAO_CLIPBOARD", "tmux")
    result = run("config")
    first, *rows = result.out.splitlines()
    assert first == str(path)
    assert [row.split()[0] for row in rows] == [setting.name for setting in SETTINGS]
    assert [row.split(maxsplit=2)[1:] for row in rows if row.startswith(("measure", "clipboard", "view"))] == [
        ['"auto"', "the usual one"],
        ["30", "the file"],
        ['"tmux"', "the environment DUBAO_CLIPBOARD"],
    ]
    assert result.err == "dubao: config.toml, line 2: there is no setting foo; dubao config lists them\n"
    assert result.code == 0


def test_config_as_json(run: Run, path: Path) -> None:
    path.write_text("measure = 30\nview = 1\n", encoding="utf-8")
    found = json.loads(run("config", "--json").out)
    assert found["schema"] == "dubao.config/1"
    assert found["settings"]["measure"] == {"value": 30, "default": 40, "origin": "file"}
    assert [complaint["line"] for complaint in found["complaints"]] == [2]


def test_config_is_begun_once(run: Run, path: Path) -> None:
    assert run("config").out.splitlines()[0] == f"{path} (not there; dubao config --init begins it)"
    assert run("config", "--init").out == f"{path}\n"
    assert run("config", "--check").out == "All is well.\n"
    path.write_text("measure = 30\n", encoding="utf-8")
    again = run("config", "--init")
    assert (again.code, again.err) == (2, f"dubao: {path} is there already; write it anew? Say --force.\n")
    assert path.read_text(encoding="utf-8") == "measure = 30\n"
    assert run("config", "--init", "--force").code == 0
    assert "measure = 30" not in path.read_text(encoding="utf-8")


def test_config_cannot_be_begun_where_nothing_can_be_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("DUBAO_CONFIG", str(tmp_path / "file"))
    result = run("config", "--init")
    assert result.code == 2 and result.err.count("\n") == 1


def test_check_tells_all_that_is_wrong(run: Run, path: Path) -> None:
    (path.parent / "themes").mkdir()
    (path.parent / "themes" / "x.toml").write_text('ink = "?"\n', encoding="utf-8")
    path.write_text(
        'theme = "y"\nmeasure = 1\n[keys]\ncopy = ["z", "q"]\nexport = "z"\nfoo = "a"\nquit = "ctrl+q"\n'
        'search_list = "l"\nnext_hit = ["nn"]\nhelp = "tab"\n',
        encoding="utf-8",
    )
    result = run("config", "--check")
    assert result.out.splitlines() == [
        "config.toml, line 2: measure must be a whole number from 8 to 80, not 1",
        "config.toml, line 4: q is copy's now, and quit has no key left",
        "config.toml, line 5: z is already copy's (line 4), so export has it not",
        "config.toml, line 6: there is no command foo; dubao keys lists them",
        "config.toml, line 7: Ctrl+Q always leaves the program",
        "config.toml, line 8: l writes a character where search_list is heard",
        "config.toml, line 9: “nn” is no key; keys are written as in ctrl+o, space, pagedown, f2, ] or G",
        "config.toml, line 1: there is no theme y; dubao themes lists them",
        "themes/x.toml, line 1: ink must be a colour such as #2b2824 or sienna, not ?",
    ]
    assert result.code == 1


def test_keys_have_every_command(run: Run, path: Path) -> None:
    path.write_text('key_preset = "less"\n[keys]\ncopy = ["Y"]\n', encoding="utf-8")
    result = run("keys")
    lines = {line.split()[0]: line for line in result.out.splitlines() if line}
    assert {command.name for command in COMMANDS} <= set(lines)
    assert lines["copy"].split()[1] == "Y" and lines["copy"].endswith("usually y")
    assert lines["line_down"].split()[1:3] == ["e", "j"]
    found = json.loads(run("keys", "--json").out)
    assert (found["schema"], found["preset"]) == ("dubao.keys/1", "less")
    by_name = {command["name"]: command for command in found["commands"]}
    assert (by_name["copy"]["keys"], by_name["copy"]["default"]) == (["Y"], ["y"])


def test_themes_are_listed_with_their_contrast_and_begun(run: Run, path: Path) -> None:
    begun = run("themes", "--init", "mine", "--light")
    assert begun.out == f"{path.parent / 'themes' / 'mine.toml'}\n"
    path.write_text('theme = "mine"\n', encoding="utf-8")
    result = run("themes")
    first = result.out.splitlines()[0].split(maxsplit=4)
    assert first == ["*", "mine", "light", "13.7", str(path.parent / "themes" / "mine.toml")]
    assert any(line.split()[:1] == ["terminal"] for line in result.out.splitlines())
    found = json.loads(run("themes", "--json").out)["themes"]
    assert {theme["source"] for theme in found} == {"file", "dubao", "textual"}
    assert run("themes", "--init", "mine").code == 2
    assert run("themes", "--init", "../mine").err == "dubao: a theme's name has only a–z, 0–9, - and _\n"


def test_what_needs_no_settings_does_not_read_them(run: Run, path: Path, page: Path) -> None:
    path.write_text("view = \n", encoding="utf-8")
    assert run("list", page).err == ""
