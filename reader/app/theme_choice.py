"""Which theme is drawn: the one that the settings name, of ours, Textual's, and those that the reader has files of."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reader.app.themes import DEFAULT_THEME
from reader.config_file import find_config_folder
from reader.hanzi.harmless import make_harmless
from reader.languages import say
from reader.settings import Origin, Settings
from reader.settings.complaint import Complaint

if TYPE_CHECKING:
    from textual.theme import Theme

FOLDER: Final = "themes"
SUFFIX: Final = ".toml"


def find_themes_folder() -> Path:
    """The folder of the reader's themes; it need not be there."""
    return find_config_folder() / FOLDER


def find_own_themes() -> tuple[tuple[Theme, ...], tuple[Complaint, ...]]:
    """The reader's themes, and what is wrong with their files."""
    if not find_themes_folder().is_dir():
        return (), ()
    # Only who has such files pays for their parser.
    from reader.app.theme_files import read_themes

    own, complaints = read_themes()
    return tuple(each.theme for each in own), complaints


def choose_theme(settings: Settings, available: Collection[str]) -> tuple[str, tuple[Complaint, ...]]:
    """The theme that the settings ask for; the usual one with a complaint where there is none of that name."""
    wanted = str(settings["theme"])
    if wanted in available:
        return wanted, ()
    sentence = say("there is no theme {name}; dubao themes lists them", name=make_harmless(wanted))
    if settings.origin("theme") is Origin.FILE:
        return DEFAULT_THEME, (Complaint(sentence, settings.line_of("theme")),)
    return DEFAULT_THEME, (Complaint(sentence, file=""),)
