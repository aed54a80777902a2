"""`dubao config` and `dubao keys`: what is set, where that comes from, and which key does what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from reader.app.commands import COMMANDS
from reader.app.keys import Keymap, show_key
from reader.app.keys.choosing import choose_keys
from reader.cli.columns import GAP, align
from reader.cli.terminal import paint
from reader.errors import SettingsError
from reader.export.json import JsonObject
from reader.hanzi.harmless import make_harmless
from reader.languages import say
from reader.settings import SETTINGS, Origin, Settings
from reader.settings.complaint import Complaint
from reader.settings.declaration import format_value

CONFIG_SCHEMA: Final = "dubao.config/1"
KEYS_SCHEMA: Final = "dubao.keys/1"


def format_config(settings: Settings) -> Iterator[str]:
    """The lines of `dubao config`: the file, then each setting with its value and where that comes from."""
    assert settings.path is not None
    path = make_harmless(str(settings.path))
    yield paint(
        path if settings.path.exists() else say("{path} (not there; dubao config --init begins it)", path=path), "path"
    )
    rows = [
        [setting.name, format_value(settings[setting.name]), describe_origin(settings, setting.name)]
        for setting in SETTINGS
    ]
    for name, value, origin in align(rows):
        start = f"{name}{' ' * GAP}{make_harmless(value)}{' ' * GAP}"
        yield start + paint(origin, "quiet")


def describe_origin(settings: Settings, name: str) -> str:
    """Where a setting's value comes from, as a reader would say it."""
    origin = settings.origin(name)
    variable = next(setting.variable for setting in SETTINGS if setting.name == name)
    return f"{say(origin.value)} {variable}" if origin is Origin.ENVIRONMENT else say(origin.value)


def describe_config(settings: Settings, complaints: Sequence[Complaint]) -> JsonObject:
    """The same as values that JSON knows, in the schema "dubao.config/1"."""
    return {
        "schema": CONFIG_SCHEMA,
        "path": make_harmless(str(settings.path)),
        "settings": {
            setting.name: {
                "value": settings[setting.name],
                "default": setting.default,
                "origin": settings.origin(setting.name).name.lower(),
            }
            for setting in SETTINGS
        },
        "complaints": [{"line": complaint.line, "message": complaint.message} for complaint in complaints],
    }


def begin_config(path: Path, ask: Callable[[str], bool]) -> bool:
    """Write the file of settings as it is at first.

    Args:
        path: The file.
        ask: Whether a file that is there may be replaced; gets a question.

    Returns:
        Whether it was written.

    Raises:
        SettingsError: It cannot be written.
    """
    from reader.settings.template import write_template
    from reader.settings.writing import write_file

    there = path.exists()
    if there and not ask(say("{path} is there already; write it anew?", path=make_harmless(str(path)))):
        return False
    write_file(path, write_template(), overwrite=there)
    return True


def find_keys(settings: Settings) -> tuple[Keymap, tuple[Complaint, ...]]:
    """The keys in force, and all that is wrong with the file."""
    keymap, complaints = choose_keys(settings)
    return keymap, (*settings.complaints, *complaints)


def find_faults(settings: Settings) -> tuple[Complaint, ...]:
    """All that is wrong with the file of settings and the reader's themes."""
    from reader.app.theme_choice import choose_theme
    from reader.app.theme_files import list_sources, read_themes

    _, complaints = find_keys(settings)
    _, missing = choose_theme(settings, [theme.name for theme, _, _ in list_sources()])
    return (*complaints, *missing, *read_themes()[1])


def format_keys(keymap: Keymap) -> Iterator[str]:
    """The lines of `dubao keys`: each command by its name, with its keys, and the usual ones where those are others."""
    rows = []
    for command in COMMANDS:
        keys, usual = keymap[command.name], command.keys
        shown = "  ".join(map(show_key, keys)) or "-"
        changed = say("usually {keys}", keys="  ".join(map(show_key, usual))) if keys != usual else ""
        rows.append([command.name, shown, " · ".join(filter(None, [say(command.title), changed]))])
    group = None
    for command, (name, keys_shown, title) in zip(COMMANDS, align(rows), strict=True):
        if command.group is not group:
            yield ("\n" if group is not None else "") + paint(say(command.group.value), "headline")
            group = command.group
        yield f"{name}{' ' * GAP}{keys_shown}{' ' * GAP}{paint(title, 'quiet')}"


def describe_keys(settings: Settings, keymap: Keymap) -> JsonObject:
    """The same as values that JSON knows, in the schema "dubao.keys/1"; keys as the file of settings has them."""
    return {
        "schema": KEYS_SCHEMA,
        "preset": settings["key_preset"],
        "commands": [
            {
                "name": command.name,
                "title": say(command.title),
                "scope": command.scope.value,
                "keys": list(keymap[command.name]),
                "default": list(command.keys),
            }
            for command in COMMANDS
        ],
    }


def ask_nobody(question: str) -> bool:
    """The answer where nobody can be asked.

    Raises:
        SettingsError: Always; it says what to do.
    """
    raise SettingsError(say("{question} Say --force.", question=question))
