"""Which of several values is in force, and where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from reader.config_file import find_config_file, find_config_folder, read_entry
from reader.hanzi.script import STANDARDS, Script
from reader.languages import Language
from reader.settings import BY_NAME, Origin, read_settings
from reader.settings.table import AUTO, DEFAULTS
from reader.typography import Kinsoku


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


@pytest.mark.parametrize(
    ("option", "variable", "file", "value", "origin"),
    [
        pytest.param(None, "", "", "auto", Origin.DEFAULT, id="nothing said"),
        pytest.param(None, "", 'ambiguous = "wide"', "wide", Origin.FILE, id="the file"),
        pytest.param(None, "narrow", 'ambiguous = "wide"', "narrow", Origin.ENVIRONMENT, id="environment before file"),
        pytest.param("auto", "narrow", 'ambiguous = "wide"', "auto", Origin.OPTION, id="command line before all"),
    ],
)
def test_the_nearest_to_the_reader_wins(
    path: Path, option: str | None, variable: str, file: str, value: str, origin: Origin
) -> None:
    path.write_text(file, encoding="utf-8")
    settings = read_settings({"ambiguous": option}, {"DUBAO_AMBIGUOUS": variable}, path)
    assert (settings["ambiguous"], settings.origin("ambiguous")) == (value, origin)


def test_without_a_file_all_is_as_usual(path: Path) -> None:
    settings = read_settings(env={}, path=path)
    assert settings.values == DEFAULTS
    assert (settings.origins, settings.complaints) == ({}, ())


@pytest.mark.parametrize(
    ("env", "value"),
    [({"DUBAO_LANGUAGE": "zh_TW.UTF-8"}, "zh_Hant"), ({"DUBAO_LANGUAGE": "tlh"}, "auto"), ({}, "auto")],
)
def test_the_language_is_named_as_the_system_names_it(path: Path, env: Mapping[str, str], value: str) -> None:
    assert read_settings(env=env, path=path)["language"] == value


def test_a_wrong_variable_is_told(path: Path) -> None:
    settings = read_settings(env={"DUBAO_AMBIGUOUS": "huge"}, path=path)
    assert settings["ambiguous"] == "auto"
    assert [str(told) for told in settings.complaints] == [
        "DUBAO_AMBIGUOUS must be one of auto, narrow, wide, not huge"
    ]


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        pytest.param(b"measure = 3\n\xff\xfe", "line 2: this is no UTF-8, so that nothing in it applies", id="bytes"),
        pytest.param(b"#" * (1 << 20) + b"\n", "the settings cannot be read: the file is too large", id="size"),
        pytest.param(b"a = " + b"[" * 5000, "this is no TOML", id="brackets"),
    ],
)
def test_a_file_that_is_none_is_told_in_a_sentence(path: Path, data: bytes, complaint: str) -> None:
    path.write_bytes(data)
    settings = read_settings(env={}, path=path)
    assert settings.values == DEFAULTS
    [told] = settings.complaints
    assert complaint in str(told) or "brackets" in str(told)


def test_a_folder_in_its_place_is_told(path: Path) -> None:
    path.mkdir()
    [told] = read_settings(env={}, path=path).complaints
    assert str(told).startswith("config.toml: the settings cannot be read")


def test_the_folder_is_the_environments_or_the_systems(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import platformdirs

    monkeypatch.setenv("DUBAO_CONFIG", str(tmp_path))
    assert find_config_file() == tmp_path / "config.toml"
    monkeypatch.delenv("DUBAO_CONFIG")
    assert find_config_folder() == platformdirs.user_config_path("dubao", appauthor=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert find_config_folder() == platformdirs.user_config_path("dubao", appauthor=False)


@pytest.mark.parametrize(
    ("text", "value"), [("", None), ('language = "en"', "en"), ("language", None), ("[keys]\nlanguage = 1", None)]
)
def test_a_single_entry(text: str, value: str | None) -> None:
    find_config_file().write_text(text, encoding="utf-8")
    assert read_entry("language") == value


def test_the_values_are_those_that_the_program_knows() -> None:
    assert list(BY_NAME["kinsoku"].kind.steps) == [kind.value for kind in Kinsoku]
    assert list(BY_NAME["language"].kind.steps) == [AUTO, *(language.value for language in Language)]
    for script in Script:
        configs = {standard.config for standard in STANDARDS if standard.target is script}
        assert set(BY_NAME[script.value].kind.steps) == {AUTO, *configs}
