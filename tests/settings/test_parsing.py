"""A file of settings: what applies, what is wrong, and on which line."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from reader.settings.declaration import Value, format_value
from reader.settings.lines import find_lines
from reader.settings.parsing import parse_settings
from reader.settings.table import SETTINGS


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("", {}, id="nothing"),
        pytest.param("measure = 37\n", {"measure": 37}, id="a number between the screen's steps"),
        pytest.param(
            'view = "vertical"\nprivate = true\n', {"view": "vertical", "private": True}, id="a name, and yes"
        ),
        pytest.param('theme = "我的 纸"\n', {"theme": "我的 纸"}, id="any name"),
        pytest.param('\ufeffview = "columns"\r\nmeasure = 8\r\n', {"view": "columns", "measure": 8}, id="Windows"),
    ],
)
def test_what_is_right_applies(text: str, values: Mapping[str, Value]) -> None:
    parsed = parse_settings(text)
    assert parsed.values == values
    assert parsed.complaints == ()


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        pytest.param(
            "measure = 400\n",
            "line 1: measure must be a whole number from 8 to 80, not 400",
            id="too large",
        ),
        pytest.param(
            "\nmeasure = 40.0\n",
            "line 2: measure must be a whole number from 8 to 80, not 40.0",
            id="no whole number",
        ),
        pytest.param(
            "indent = true\n",
            "line 1: indent must be a whole number from 0 to 2, not true",
            id="no number",
        ),
        pytest.param("hanging = 1\n", "line 1: hanging must be true or false, not 1", id="neither yes nor no"),
        pytest.param(
            '# 注\n\nview = "round"\n',
            "line 3: view must be one of auto, horizontal, columns, vertical, not round",
            id="no such name",
        ),
        pytest.param("theme = 3\n", "line 1: theme must be a name, not 3", id="no name"),
        pytest.param("colums = 3\n", "line 1: there is no setting colums; is columns meant?", id="nearly a setting"),
        pytest.param(
            "[window]\nx = 1\n",
            "line 1: there is no setting window; dubao config lists them",
            id="unknown table",
        ),
        pytest.param(
            '[keys]\nnext_article = "]"\ncopy = 3\n',
            'line 3: the keys of copy must be written ["a", "ctrl+b"]',
            id="keys that are none",
        ),
        pytest.param('keys = "x"\n', "line 1: keys is no single entry, but a table: [keys]", id="no table"),
        pytest.param(
            "measure = 30\nview = \n",
            "line 2: this is no TOML, so that nothing in it applies: Invalid value",
            id="no TOML",
        ),
        pytest.param(
            '"a\\nb\\u001b" = 1',
            "line 1: there is no setting a b�; dubao config lists them",
            id="a strange name",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, complaint: str) -> None:
    assert [str(told) for told in parse_settings(text).complaints] == [f"config.toml, {complaint}"]


def test_the_rest_applies() -> None:
    parsed = parse_settings('measure = 4\nindent = 0\nfoo = 1\n\n[keys]\ncopy = 1\nexport = ["x", "ctrl+e"]\n')
    assert parsed.values == {"indent": 0}
    assert parsed.keys == {"export": ("x", "ctrl+e")}
    assert [complaint.line for complaint in parsed.complaints] == [1, 3, 6]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("a = 1\nb = 2\n", {("a",): 1, ("b",): 2}, id="one after the other"),
        pytest.param('# a = 0\n\n  b = "x" # c = 1\n', {("b",): 3}, id="comments"),
        pytest.param('a = """\nb = 1\n"""\nc = 2\n', {("a",): 1, ("c",): 4}, id="text over several lines"),
        pytest.param("a = '''\n\"\n[t]'''\nc = 2\n", {("a",): 1, ("c",): 4}, id="literal text"),
        pytest.param('a = [\n "]", # ]\n [2],\n]\nc = 2\n', {("a",): 1, ("c",): 5}, id="a list"),
        pytest.param(
            "[t]\na = 1\n[t.u]\nb = 2\n", {("t",): 1, ("t", "a"): 2, ("t", "u"): 3, ("t", "u", "b"): 4}, id="t"
        ),
        pytest.param('a.b.\'c d\' = 1\n"e\\"f" = 2\n', {("a", "b", "c d"): 1, ('e"f',): 2}, id="dotted and quoted"),
        pytest.param("[[t]]\na = 1\n[[t]]\na = 2\n", {("t",): 1, ("t", "a"): 2}, id="the first of several"),
        pytest.param("a = {b = 1, c = {d = 2}}\ne = 1\n", {("a",): 1, ("e",): 2}, id="braces"),
        pytest.param('a = "\\""\nb = 1', {("a",): 1, ("b",): 2}, id="a quote in quotes"),
    ],
)
def test_lines_of_entries(text: str, lines: Mapping[tuple[str, ...], int]) -> None:
    assert find_lines(text) == lines


NAMES = st.text("abc_-\"' .=#[]\n读", min_size=1, max_size=6)
LEAVES = st.one_of(
    st.integers(), st.booleans(), st.text("ab\"'#[]{}=\n\\读", max_size=9), st.lists(st.text('a"#]\n', max_size=4))
)


@given(st.dictionaries(NAMES, st.one_of(LEAVES, st.dictionaries(NAMES, LEAVES, min_size=1, max_size=3)), max_size=5))
def test_every_entry_of_any_file_has_its_line(data: dict[str, object]) -> None:
    text = tomlkit.dumps(data)
    lines = find_lines(text)
    written = text.split("\n")
    for name, value in data.items():
        paths = [(name,), *((name, inner) for inner in value)] if isinstance(value, dict) else [(name,)]
        for path in paths:
            assert path in lines
            key = tomlkit.key(path[-1]).as_string()
            assert key in written[lines[path] - 1] or "\n" in path[-1]


ANY_VALUES = st.fixed_dictionaries(
    {},
    optional={
        setting.name: st.sampled_from(list(setting.kind.steps)) if setting.kind.steps else st.text(min_size=1)
        for setting in SETTINGS
    },
)


@given(ANY_VALUES)
def test_values_come_back_as_they_were_written(values: dict[str, Value]) -> None:
    text = "".join(f"{name} = {format_value(value)}\n" for name, value in values.items())
    parsed = parse_settings(text)
    assert parsed.values == values
    assert parsed.complaints == ()
