"""Messages in the language that is spoken: found in the catalogues, and filled in."""

from __future__ import annotations

import os
from collections.abc import Mapping
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Final

from reader.config_file import read_entry
from reader.languages.choice import LANGUAGE_VARIABLE, Language, find_language

LOCALE: Final = Path(__file__).with_name("locale")
"""The folder of the catalogues, as gettext has them: LANGUAGE/LC_MESSAGES/dubao.mo."""

_spoken: tuple[Language, NullTranslations] | None = None


def set_language(language: Language) -> None:
    """Speak this language from now on, here and in the processes that are started later."""
    global _spoken
    os.environ[LANGUAGE_VARIABLE] = language.value
    _spoken = (language, _read_catalogue(language))


def spoken_language() -> Language:
    """The language that is spoken; where none was set, the one that `find_language` finds."""
    return _speak()[0]


def say(message: str, /, **values: object) -> str:
    """A message in the reader's language, its named fields filled with the values as they are."""
    # The catalogue keeps its head under the empty message.
    return _fill(_speak()[1].gettext(message), message, values) if message else ""


def say_count(one: str, many: str, count: int, /, **values: object) -> str:
    """A message by number, in the reader's language; the field `count` is filled in with the others."""
    translated = _speak()[1].ngettext(one, many, count)
    return _fill(translated, one if count == 1 else many, {"count": count, **values})


def message(text: str, many: str = "") -> str:
    """The text itself, marked so that it is translated wherever `say` shows it.

    Args:
        text: What will be said.
        many: How it is said of more than one, where it is by number.
    """
    return text


def _fill(translated: str, original: str, values: Mapping[str, object]) -> str:
    if not values:
        return translated
    try:
        return translated.format_map(values)
    except (LookupError, ValueError, TypeError, AttributeError):
        # A mistake in a catalogue may cost the translation, but not the message.
        return original.format_map(values)


def _speak() -> tuple[Language, NullTranslations]:
    global _spoken
    if _spoken is None:
        language = find_language(setting=str(read_entry("language") or ""))
        _spoken = (language, _read_catalogue(language))
    return _spoken


def _read_catalogue(language: Language) -> NullTranslations:
    """The compiled catalogue; an empty one for English, and where it cannot be read."""
    try:
        with (LOCALE / language.value / "LC_MESSAGES" / "dubao.mo").open("rb") as file:
            return GNUTranslations(file)
    except (OSError, ValueError):
        return NullTranslations()
