"""Which language the interface speaks: what was asked for, else the setting, else what the system says."""

from __future__ import annotations

import os
import re
import sys
from enum import StrEnum
from typing import Final

LANGUAGE_VARIABLE: Final = "DUBAO_LANGUAGE"
"""The environment's name for a language; processes that this one starts inherit it."""

GIVEN: Final = os.environ.get(LANGUAGE_VARIABLE, "")
"""What the environment said when the program started: `set_language` writes there what it speaks."""

_TRADITIONAL_REGIONS: Final = frozenset({"tw", "hk", "mo"})
_NO_LANGUAGE: Final = frozenset({"c", "posix"})


class Language(StrEnum):
    """What the interface can speak."""

    ENGLISH = "en"
    SIMPLIFIED = "zh_Hans"
    TRADITIONAL = "zh_Hant"


LANGUAGE_NAMES: Final[dict[str, str]] = {
    Language.ENGLISH.value: "English",
    Language.SIMPLIFIED.value: "简体中文",
    Language.TRADITIONAL.value: "繁體中文",
}
"""Tags → names, each in itself, so that whoever cannot read the present one finds the way out."""


def parse_language(tag: str) -> Language | None:
    """The language that a tag or a locale names (`zh_TW.UTF-8`, `zh-Hans-CN`, `en`); None where it is another.

    A script goes before a region; Chinese without either is simplified.
    """
    first, *rest = re.split("[-_]", re.split("[.@]", tag.strip().lower())[0])
    if first == "en":
        return Language.ENGLISH
    if first != "zh":
        return None
    if "hans" in rest or "chs" in rest:
        return Language.SIMPLIFIED
    traditional = "hant" in rest or "cht" in rest or not _TRADITIONAL_REGIONS.isdisjoint(rest)
    return Language.TRADITIONAL if traditional else Language.SIMPLIFIED


def find_language(asked: str | None = None, setting: str | None = None) -> Language:
    """The language to speak; a name that is not understood is passed over.

    Args:
        asked: What the command line says.
        setting: What the settings say; counts less than the variable DUBAO_LANGUAGE.
    """
    for name in (asked, os.environ.get(LANGUAGE_VARIABLE), setting):
        if name and (language := parse_language(name)):
            return language
    return _find_locale()


def _find_locale() -> Language:
    """By the environment as GNU gettext reads it; where it is silent, as the system's settings say."""
    variables = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, variables), "")
    if locale.split(".")[0].lower() in _NO_LANGUAGE:
        return Language.ENGLISH
    # A list, the favourite first; what stands there and is not known here is passed over.
    for tag in os.environ.get("LANGUAGE", "").split(":"):
        if language := parse_language(tag):
            return language
    return parse_language(locale or _ask_system()) or Language.ENGLISH


def _ask_system() -> str:
    """The tag of the language that the system's own programs speak; "" where it has no say."""
    if sys.platform == "win32":
        import ctypes
        import locale

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    if sys.platform == "darwin":
        import plistlib
        from pathlib import Path

        try:
            preferences = plistlib.loads(
                Path("~/Library/Preferences/.GlobalPreferences.plist").expanduser().read_bytes()
            )
            return str(preferences["AppleLanguages"][0])
        except (OSError, ValueError, LookupError, RuntimeError):
            return ""
    return ""
