"""Which command has which keys."""

from __future__ import annotations

import pytest

from reader.app.commands import COMMANDS, Scope
from reader.app.keys import PRESETS, Loss, find_key, is_typed, make_keymap

NAMES = frozenset(command.name for command in COMMANDS)


@pytest.mark.parametrize("preset", PRESETS)
def test_every_command_can_be_reached_in_each_preset(preset: str) -> None:
    keymap, losses = make_keymap(preset)
    assert [name for name in NAMES if not keymap[name]] == []
    # A preset takes keys from the usual ones, never from itself.
    assert [loss for loss in losses if loss.loser in PRESETS[preset]] == []


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_names_commands_and_keys_that_there_are(preset: str) -> None:
    assert set(PRESETS[preset]) <= NAMES
    for keys in PRESETS[preset].values():
        assert [find_key(key) for key in keys] == list(keys)


def test_the_commands_own_keys_are_written_rightly() -> None:
    for command in COMMANDS:
        assert [find_key(key) for key in command.keys] == list(command.keys), command.name


@pytest.mark.parametrize("preset", PRESETS)
def test_no_key_serves_two_commands_in_one_place(preset: str) -> None:
    keymap, _ = make_keymap(preset)
    for scope in Scope:
        keys = [key for command in COMMANDS if command.scope is scope for key in keymap[command.name]]
        assert len(keys) == len(set(keys))


def test_where_one_types_no_command_has_a_character() -> None:
    for preset in PRESETS:
        keymap, _ = make_keymap(preset)
        typing = [command.name for command in COMMANDS if command.scope is Scope.TYPING]
        assert [key for name in typing for key in keymap[name] if is_typed(key)] == []


def test_the_readers_key_goes_before_the_usual_one() -> None:
    keymap, losses = make_keymap(own={"next_article": ("x", "j")})
    assert keymap["next_article"] == ("x", "j")
    assert keymap["line_down"] == ("down",)
    assert keymap["correct"] == ()
    assert set(losses) == {Loss("x", "next_article", "correct"), Loss("j", "next_article", "line_down", ("down",))}


def test_two_commands_may_change_places() -> None:
    keymap, losses = make_keymap(own={"copy": ("e",), "export": ("y",)})
    assert (keymap["copy"], keymap["export"]) == (("e",), ("y",))
    assert losses == ()


def test_of_two_that_want_one_key_the_first_has_it() -> None:
    keymap, losses = make_keymap(own={"copy": ("z",), "export": ("z", "X")})
    assert (keymap["copy"], keymap["export"]) == (("z",), ("X",))
    assert losses == (Loss("z", "copy", "export", ("X",)),)


def test_a_command_may_go_without_a_key() -> None:
    keymap, losses = make_keymap(own={"quit": ()})
    assert (keymap["quit"], losses) == ((), ())
    assert keymap.show("quit") == keymap.show_first("quit") == ""


def test_help_shows_two_keys_and_hints_one() -> None:
    keymap, _ = make_keymap()
    assert keymap.show("page_down") == "空格 PgDn"
    assert keymap.show_first("page_down") == "空格"
    assert keymap.to_textual("end") == ("G", "shift+g", "end")


def test_a_message_names_a_command_without_keys_by_its_title() -> None:
    keymap, _ = make_keymap(own={"search": ()})
    assert keymap.mention("search") == "“在本期中查找”"
    assert keymap.mention("settings") == ","
