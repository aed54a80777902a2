"""Themes of the reader's own: a file each in the folder `themes` beside the settings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from textual.theme import BUILTIN_THEMES, Theme

from reader.app.theme_choice import FOLDER, SUFFIX, find_themes_folder
from reader.app.theme_fields import parse_theme, write_theme
from reader.app.themes import THEMES
from reader.errors import SettingsError
from reader.hanzi.harmless import make_harmless
from reader.languages import say
from reader.settings.complaint import Complaint
from reader.settings.writing import write_file

NAME: Final = re.compile(r"[a-z0-9][a-z0-9_-]*")
"""What a theme may be called: it is a file's name on every system, and can be typed on a command line."""

LARGEST: Final = 1 << 16
"""Bytes of a file; one with every field has two thousand."""


@dataclass(frozen=True, slots=True)
class OwnTheme:
    """A theme with the file that it is in."""

    theme: Theme
    path: Path


def read_themes() -> tuple[tuple[OwnTheme, ...], tuple[Complaint, ...]]:
    """The reader's themes by name, and what is wrong with their files; one that is wrong is left out, or its field."""
    folder = find_themes_folder()
    themes: list[OwnTheme] = []
    complaints: list[Complaint] = []
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == SUFFIX)
    except OSError:
        return (), ()
    for path in paths:
        theme, faults = _read_theme(path)
        complaints += faults
        if theme is not None:
            themes.append(OwnTheme(theme, path))
    return tuple(themes), tuple(complaints)


def _read_theme(path: Path) -> tuple[Theme | None, list[Complaint]]:
    file = f"{FOLDER}/{make_harmless(path.name)}"
    try:
        data = path.read_bytes()
        if len(data) > LARGEST:
            raise ValueError(say("the file is too large"))
        text = data.decode("utf-8-sig")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return None, [Complaint(say("the theme cannot be read: {error}", error=reason), file=file)]
    if not NAME.fullmatch(path.stem):
        return None, [Complaint(say("a theme's name has only a–z, 0–9, - and _"), file=file)]
    return parse_theme(text, path.stem, file)


def begin_theme(name: str, *, dark: bool, overwrite: bool) -> Path:
    """Write a file to be changed.

    Args:
        name: What the theme is to be called.
        dark: Whether it begins with the colours of paper-dark.
        overwrite: Whether a file that is there may be replaced.

    Raises:
        SettingsError: The name is none, or the file cannot be written.
    """
    if not NAME.fullmatch(name):
        raise SettingsError(say("a theme's name has only a–z, 0–9, - and _"))
    path = find_themes_folder() / f"{name}{SUFFIX}"
    write_file(path, write_theme(dark=dark), overwrite=overwrite)
    return path


def list_sources() -> Iterator[tuple[Theme, str, Path | None]]:
    """Every theme with where it is from: "dubao", "Textual", or the reader's file, which goes before the others."""
    own = {each.theme.name: each for each in read_themes()[0]}
    for each in own.values():
        yield each.theme, "", each.path
    for source, themes in (("dubao", THEMES), ("Textual", BUILTIN_THEMES.values())):
        for theme in themes:
            if theme.name not in own:
                yield theme, source, None
