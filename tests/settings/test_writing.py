"""Settings written back: one entry changes, and nothing else."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import SettingsError
from reader.languages import Language
from reader.settings.declaration import Value
from reader.settings.parsing import parse_settings
from reader.settings.table import BY_NAME, DEFAULTS, SETTINGS
from reader.settings.template import write_template
from reader.settings.writing import set_entry, write_entries, write_file

OWN = """\
# 我的设置
measure = 30   # 眼睛不好

view = "vertical"

# 键
[keys]
copy = ["z"]  # 顺手
"""


def changes(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[0] in "+-" and line[1:].strip()]


@pytest.mark.parametrize("language", list(Language), indirect=True)
def test_the_template_changes_nothing_and_has_every_setting(language: Language) -> None:
    text = write_template()
    assert parse_settings(text).values == {}
    assert parse_settings(text).complaints == ()
    uncommented = "\n".join(
        line[1:] for line in text.splitlines() if line.startswith("#") and not line.startswith("# ")
    )
    assert parse_settings(uncommented.partition("next_article")[0]).values == DEFAULTS


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_in_a_new_file_a_setting_goes_where_it_is_explained(setting: object) -> None:
    assert hasattr(setting, "name")
    before = write_template()
    after = set_entry(before, setting.name, DEFAULTS[setting.name])
    assert parse_settings(after).values == {setting.name: DEFAULTS[setting.name]}
    assert len(changes(before, after)) == 2


def test_comments_stay() -> None:
    after = set_entry(set_entry(OWN, "measure", 44), "theme", "sepia")
    assert changes(OWN, after) == ["- measure = 30   # 眼睛不好", "+ measure = 44   # 眼睛不好", '+ theme = "sepia"']
    assert parse_settings(after).keys == {"copy": ("z",)}


def test_a_setting_can_be_taken_out() -> None:
    assert changes(OWN, set_entry(OWN, "view", None)) == ['- view = "vertical"']
    assert set_entry(OWN, "theme", None) == OWN


def test_what_only_looks_like_an_entry_is_left_alone() -> None:
    text = 'theme = """\n#measure = 40\n"""\n'
    after = set_entry(text, "measure", 30)
    assert parse_settings(after).values == {"theme": "#measure = 40\n", "measure": 30}


OPERATIONS = st.lists(
    st.sampled_from(SETTINGS).flatmap(
        lambda setting: st.tuples(
            st.just(setting.name), st.none() | st.sampled_from(list(setting.kind.steps) or ["a", '"\\', "读"])
        )
    ),
    max_size=8,
)


@settings(deadline=None)
@given(st.sampled_from(["", OWN, "template"]), OPERATIONS)
def test_any_changes_end_in_what_was_chosen(text: str, operations: list[tuple[str, Value | None]]) -> None:
    text = write_template() if text == "template" else text
    expected = dict(parse_settings(text).values)
    for name, value in operations:
        text = set_entry(text, name, value)
        if value is None:
            expected.pop(name, None)
        else:
            expected[name] = value
    assert parse_settings(text).values == expected
    assert parse_settings(text).complaints == ()


def test_the_file_is_begun_with_its_explanations(tmp_path: Path) -> None:
    path = tmp_path / "new" / "config.toml"
    write_entries(path, {"measure": 30})
    text = path.read_text(encoding="utf-8")
    assert "\nmeasure = 30\n" in text
    assert BY_NAME["theme"].comment in text


def test_a_file_that_is_no_toml_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("view = \n", encoding="utf-8")
    with pytest.raises(SettingsError, match="put it right first"):
        write_entries(path, {"measure": 30})
    assert path.read_text(encoding="utf-8") == "view = \n"


def test_a_file_is_not_replaced_without_leave(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    write_file(path, "a", overwrite=False)
    with pytest.raises(SettingsError, match=r"config\.toml"):
        write_file(path, "b", overwrite=False)
    assert path.read_text(encoding="utf-8") == "a"


@pytest.mark.skipif(sys.platform == "win32", reason="links and permissions are others there")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(OWN, encoding="utf-8")
    (tmp_path / "config.toml").symlink_to("mine.toml")
    write_entries(tmp_path / "config.toml", {"measure": 31})
    assert (tmp_path / "config.toml").is_symlink()
    assert "measure = 31" in (tmp_path / "mine.toml").read_text(encoding="utf-8")
