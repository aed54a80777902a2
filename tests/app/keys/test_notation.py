"""How a key is written, understood and shown."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.keys import _character_to_key

from reader.app.keys import NAMED_KEYS, find_key, is_typed, show_key, to_textual


@pytest.mark.parametrize(
    ("written", "key"),
    [
        pytest.param("j", "j", id="a letter"),
        pytest.param("G", "G", id="a capital"),
        pytest.param("]", "]", id="punctuation"),
        pytest.param(" ", "space", id="a space itself"),
        pytest.param("Space", "space", id="case of a name"),
        pytest.param("PgDn", "pagedown", id="another name"),
        pytest.param("esc", "escape", id="a shorter name"),
        pytest.param("↓", "down", id="an arrow"),
        pytest.param("f12", "f12", id="a function key"),
        pytest.param("ctrl+o", "ctrl+o", id="a modifier"),
        pytest.param("Ctrl+O", "ctrl+o", id="Ctrl knows no capitals"),
        pytest.param("control + o", "ctrl+o", id="blanks and another name"),
        pytest.param("shift+n", "N", id="shift and a letter are its capital"),
        pytest.param("alt+V", "alt+shift+v", id="Alt knows capitals"),
        pytest.param("shift+ctrl+left", "ctrl+shift+left", id="order of modifiers"),
        pytest.param("shift+tab", "shift+tab", id="shift and a name"),
        pytest.param("ctrl+m", "enter", id="what a terminal sends for both"),
        pytest.param("ctrl+i", "ctrl+i", id="but not Tab, which Kitty's protocol tells apart"),
        pytest.param("ctrl+[", "escape", id="escape"),
        pytest.param("+", "+", id="plus itself"),
        pytest.param("ctrl++", "ctrl++", id="plus with a modifier"),
        pytest.param("right_square_bracket", "]", id="Textual's name"),
        pytest.param("question_mark", "?", id="Textual's other name"),
        pytest.param("读", "读", id="any character that can be typed"),
        pytest.param("", None, id="nothing"),
        pytest.param("gg", None, id="two keys"),
        pytest.param("hyper+x", None, id="no such modifier"),
        pytest.param("ctrl+", None, id="a modifier alone"),
        pytest.param("\x1b", None, id="a control character"),
    ],
)
def test_what_people_write_is_one_key_or_none(written: str, key: str | None) -> None:
    assert find_key(written) == key


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("j", ("j",)),
        ("N", ("N", "shift+n")),
        ("]", ("right_square_bracket",)),
        ("ctrl+o", ("ctrl+o",)),
        ("ctrl+_", ("ctrl+underscore",)),
        ("ctrl++", ("ctrl+plus",)),
        ("ctrl+space", ("ctrl+space", "ctrl+at")),
        ("shift+tab", ("shift+tab",)),
        ("pagedown", ("pagedown",)),
    ],
)
def test_textual_hears_a_key_by_its_own_names(key: str, names: tuple[str, ...]) -> None:
    assert to_textual(key) == names


@pytest.mark.parametrize("character", string.ascii_lowercase + string.digits + string.punctuation)
def test_characters_are_spelled_as_textual_spells_them(character: str) -> None:
    assert to_textual(character) == (_character_to_key(character),)


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("ctrl+o", "Ctrl+O"),
        ("space", "空格"),
        ("]", "]"),
        ("G", "G"),
        ("ctrl++", "Ctrl++"),
        ("alt+shift+v", "Alt+Shift+V"),
        ("f1", "F1"),
    ],
)
def test_keys_are_shown_as_keyboards_have_them(key: str, shown: str) -> None:
    assert show_key(key) == shown


def test_only_characters_are_typed() -> None:
    assert is_typed("a") and is_typed("space")
    assert not is_typed("tab") and not is_typed("ctrl+a")


BASES = st.sampled_from([*string.ascii_letters, *string.digits, *string.punctuation, *NAMED_KEYS])


@given(st.sets(st.sampled_from(["ctrl", "alt", "shift"])), BASES)
def test_a_key_is_written_in_one_way(modifiers: set[str], base: str) -> None:
    key = find_key("+".join([*modifiers, base]))
    assert key is not None
    assert find_key(key) == key
    assert find_key(key.upper() if len(key) > 1 and "+" not in key else key) == key
