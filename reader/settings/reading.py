"""The settings in force: the command line's before the environment's before the file's before the usual ones."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reader.config_file import find_config_file
from reader.languages import message, parse_language, say
from reader.languages.choice import GIVEN, LANGUAGE_VARIABLE
from reader.settings.complaint import Complaint
from reader.settings.declaration import Setting, Value
from reader.settings.table import DEFAULTS, SETTINGS

if TYPE_CHECKING:
    from reader.settings.parsing import Parsed

LARGEST: Final = 1 << 20
"""Bytes; a file with every setting has five thousand."""


class Origin(StrEnum):
    """Where a value comes from."""

    DEFAULT = message("the usual one")
    FILE = message("the file")
    ENVIRONMENT = message("the environment")
    OPTION = message("the command line")
    SESSION = message("this session")
    """Chosen while reading, and not written down."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, each with its origin."""

    values: Mapping[str, Value] = field(default_factory=lambda: dict(DEFAULTS))
    origins: Mapping[str, Origin] = field(default_factory=dict)
    """Where the values come from that are not the usual ones."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Commands → keys, as the file has them, unchecked."""
    lines: Mapping[tuple[str, ...], int] = field(default_factory=dict)
    """Names from the file's top → lines."""
    complaints: tuple[Complaint, ...] = ()
    """What is wrong with the file."""
    path: Path | None = None
    """The file, whether it is there or not; None where there is to be none."""

    def __getitem__(self, name: str) -> Value:
        """The value of a setting."""
        return self.values[name]

    def is_on(self, name: str) -> bool:
        """Whether a setting that is yes or no is yes."""
        return self.values[name] is True

    def line_of(self, *path: str) -> int | None:
        """The line of an entry of the file, such as `line_of("keys", "copy")`."""
        return self.lines.get(path)

    def origin(self, name: str) -> Origin:
        """Where the value of a setting comes from."""
        return self.origins.get(name, Origin.DEFAULT)

    def with_value(self, name: str, value: Value, origin: Origin) -> Settings:
        """The same with another value."""
        return replace(self, values={**self.values, name: value}, origins={**self.origins, name: origin})


def read_settings(
    options: Mapping[str, Value | None] | None = None,
    env: Mapping[str, str] | None = None,
    path: Path | None = None,
) -> Settings:
    """The settings in force.

    Args:
        options: What the command line says; None says nothing.
        env: The environment; by default what the program was started with.
        path: The file; by default the reader's own.
    """
    path = path or find_config_file()
    env = {**os.environ, LANGUAGE_VARIABLE: GIVEN} if env is None else env
    parsed = _read_file(path)
    settings = Settings(path=path)
    if parsed is not None:
        settings = Settings(
            {**DEFAULTS, **parsed.values},
            dict.fromkeys(parsed.values, Origin.FILE),
            parsed.keys,
            parsed.lines,
            parsed.complaints,
            path,
        )
    for setting in SETTINGS:
        if setting.variable and (text := env.get(setting.variable, "").strip()):
            settings = _take_variable(settings, setting, text)
    for name, value in (options or {}).items():
        if value is not None:
            settings = settings.with_value(name, value, Origin.OPTION)
    return settings


def _read_file(path: Path) -> Parsed | None:
    """What the file says; None where there is none."""
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        return _complain(say("the settings cannot be read: {error}", error=getattr(error, "strerror", None) or error))
    # Only who has a file pays for its parser.
    from reader.settings.parsing import parse_settings

    if len(data) > LARGEST:
        return _complain(say("the settings cannot be read: {error}", error=say("the file is too large")))
    try:
        return parse_settings(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return _complain(say("this is no UTF-8, so that nothing in it applies"), line)


def _complain(sentence: str, line: int | None = None) -> Parsed:
    from reader.settings.parsing import Parsed

    return Parsed(complaints=(Complaint(sentence, line),), is_toml=False)


def _take_variable(settings: Settings, setting: Setting, text: str) -> Settings:
    """The settings with what the environment says of one."""
    if setting.name == "language":
        language = parse_language(text)
        return settings if language is None else settings.with_value("language", language.value, Origin.ENVIRONMENT)
    if setting.kind.takes(text.lower()):
        return settings.with_value(setting.name, text.lower(), Origin.ENVIRONMENT)
    from reader.settings.parsing import describe_wrong

    complaint = Complaint(describe_wrong(setting.variable, setting.kind.describe(), text), file="")
    return replace(settings, complaints=(*settings.complaints, complaint))
