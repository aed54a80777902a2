"""Changing the file of settings: one entry, and every comment and blank as it was."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from reader.errors import ExportError, SettingsError
from reader.languages import say
from reader.settings.declaration import Value
from reader.settings.table import BY_NAME
from reader.settings.template import format_entry, write_template


def set_entry(text: str, name: str, value: Value | None) -> str:
    """The text of a file with a setting changed, or taken out.

    A line in which the setting stands commented out, as in a file that was just begun, is where it goes.

    Args:
        text: The file, which is TOML.
        name: The setting.
        value: Its value; None for the usual one, whatever that will be in later versions.
    """
    # Only who writes pays for it.
    import tomlkit

    document = tomlkit.parse(text)
    if value is None:
        document.pop(name, None)
        return tomlkit.dumps(document)
    if name not in document:
        setting = BY_NAME[name]
        entry = re.sub(
            rf"^#[ \t]*{name}[ \t]*=.*$",
            lambda _: format_entry(setting, value),
            text,
            count=1,
            flags=re.MULTILINE,
        )
        if _is_top_entry(entry, name, value):
            return entry
    document[name] = value
    return tomlkit.dumps(document)


def _is_top_entry(text: str, name: str, value: Value) -> bool:
    try:
        return tomllib.loads(text).get(name) == value
    except tomllib.TOMLDecodeError:
        return False


def write_entries(path: Path, changes: Mapping[str, Value | None]) -> None:
    """Change settings in the file, which is begun where there is none; it is whole or as it was, whatever happens.

    Args:
        path: The file.
        changes: Settings → values; None for the usual one.

    Raises:
        SettingsError: The file cannot be read or written, or is no TOML and has to be put right first.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        text = write_template()
    except UnicodeDecodeError as error:
        raise SettingsError(say("{path} is no UTF-8; put it right first", path=path)) from error
    except OSError as error:
        raise SettingsError(_describe(path, error)) from error
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(say("{path} is no TOML; put it right first: {error}", path=path, error=error)) from error
    for name, value in changes.items():
        text = set_entry(text, name, value)
    write_file(path, text, overwrite=True)


def write_file(path: Path, text: str, *, overwrite: bool) -> None:
    """Write a file of settings or colours, and its folder.

    Args:
        path: Where to; a link is followed.
        text: All of it.
        overwrite: Whether it may take the place of one that is there.

    Raises:
        SettingsError: It cannot be written, or is there.
    """
    from reader.export.writing import write_export

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_export(path, text, overwrite)
    except OSError as error:
        raise SettingsError(_describe(path, error)) from error
    except ExportError as error:
        raise SettingsError(str(error)) from error


def _describe(path: Path, error: OSError) -> str:
    return say("{path} cannot be written: {error}", path=path, error=error.strerror or type(error).__name__)
