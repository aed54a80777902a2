"""Simplified and traditional script, and conversion between them by OpenCC.

OpenCC is loaded at the first conversion, never before; where it is not installed everything else works.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.util import find_spec

from reader.errors import ConversionError
from reader.hanzi.alignment import Alignment, align
from reader.languages import message, say


class Script(StrEnum):
    """The two scripts of Chinese."""

    SIMPLIFIED = "simplified"
    TRADITIONAL = "traditional"


@dataclass(frozen=True, slots=True)
class Standard:
    """One way to convert, after one of OpenCC's configurations."""

    config: str
    """OpenCC's name for it."""
    name: str
    """What a reader gets, to be translated where it is shown."""
    source: Script
    target: Script
    phrases: bool = False
    """Whether words change too (软件 becomes 軟體), so that the text's length may."""


_SIMPLIFIED, _TRADITIONAL = Script.SIMPLIFIED, Script.TRADITIONAL

STANDARDS: tuple[Standard, ...] = (
    Standard("s2tw", message("Traditional (Taiwan)"), _SIMPLIFIED, _TRADITIONAL),
    Standard("s2hk", message("Traditional (Hong Kong)"), _SIMPLIFIED, _TRADITIONAL),
    Standard("s2t", message("Traditional (OpenCC)"), _SIMPLIFIED, _TRADITIONAL),
    Standard("s2twp", message("Traditional (Taiwan, with its own words)"), _SIMPLIFIED, _TRADITIONAL, phrases=True),
    Standard("s2hkp", message("Traditional (Hong Kong, with its own words)"), _SIMPLIFIED, _TRADITIONAL, phrases=True),
    Standard("t2s", message("Simplified"), _TRADITIONAL, _SIMPLIFIED),
    Standard("tw2s", message("Simplified (from Taiwan's forms)"), _TRADITIONAL, _SIMPLIFIED),
    Standard("hk2s", message("Simplified (from Hong Kong's forms)"), _TRADITIONAL, _SIMPLIFIED),
    Standard(
        "tw2sp",
        message("Simplified (from Taiwan's forms, with mainland words)"),
        _TRADITIONAL,
        _SIMPLIFIED,
        phrases=True,
    ),
    Standard(
        "hk2sp",
        message("Simplified (from Hong Kong's forms, with mainland words)"),
        _TRADITIONAL,
        _SIMPLIFIED,
        phrases=True,
    ),
    Standard("t2tw", message("Traditional, in Taiwan's forms"), _TRADITIONAL, _TRADITIONAL),
    Standard("t2hk", message("Traditional, in Hong Kong's forms"), _TRADITIONAL, _TRADITIONAL),
    Standard("tw2t", message("Traditional, from Taiwan's forms to OpenCC's"), _TRADITIONAL, _TRADITIONAL),
    Standard("hk2t", message("Traditional, from Hong Kong's forms to OpenCC's"), _TRADITIONAL, _TRADITIONAL),
)
"""All conversions between scripts, the usual ones first."""

# Taiwan's forms are those that most readers of traditional know (OpenCC's own standard has 喫 and 裏); t2s leaves a
# doubtful 著 alone, where tw2s makes 原着 of 原著.
_USUAL = {_TRADITIONAL: "s2tw", _SIMPLIFIED: "t2s"}
# A phrase conversion is the character conversion with some words replaced.
_WITHOUT_PHRASES = {"s2twp": "s2tw", "s2hkp": "s2hk", "tw2sp": "tw2s", "hk2sp": "hk2s"}
# OpenCC takes UTF-8, which cannot hold half a surrogate pair, and by words it ends at a NUL.
_UNCONVERTIBLE = re.compile("([\x00\ud800-\udfff]+)")
_SAMPLE = 20_000
"""Characters that are enough to know a script by."""
_MAJORITY = 4
"""How many times as many characters of one script as of the other make it that script's text."""


@dataclass(frozen=True, slots=True)
class Converted:
    """A text in another script or standard, with a map between the offsets of the two, in code points.

    Where only characters changed, offsets are the same. Where words changed, an offset inside such a word goes to the
    word's start, and a span that touches it takes in the whole word.
    """

    text: str
    alignment: Alignment | None = None
    """None where the offsets are the same."""

    def from_source(self, offset: int) -> int:
        """The offset here of an offset in the source; never decreases."""
        return self.alignment.to_target(offset) if self.alignment else offset

    def to_source(self, offset: int) -> int:
        """The offset in the source of an offset here; never decreases."""
        return self.alignment.to_source(offset) if self.alignment else offset

    def span_from_source(self, start: int, end: int) -> tuple[int, int]:
        """Start and end here of all that a stretch of the source became."""
        return self.alignment.span_to_target(start, end) if self.alignment else (start, end)

    def span_to_source(self, start: int, end: int) -> tuple[int, int]:
        """Start and end in the source of what a stretch here was made of."""
        return self.alignment.span_to_source(start, end) if self.alignment else (start, end)


def guess_script(text: str) -> Script | None:
    """The script that a text is written in, by the characters that only one script has; None where they do not tell.

    Needs no OpenCC. Looks at the first 20 000 characters.
    """
    simplified_only, traditional_only = _distinctive_characters()
    simplified = traditional = 0
    for character in text[:_SAMPLE]:
        if character in simplified_only:
            simplified += 1
        elif character in traditional_only:
            traditional += 1
    if simplified > _MAJORITY * traditional:
        return Script.SIMPLIFIED
    if traditional > _MAJORITY * simplified:
        return Script.TRADITIONAL
    return None


@cache
def _distinctive_characters() -> tuple[frozenset[str], frozenset[str]]:
    from reader.hanzi._script_table import SIMPLIFIED_ONLY, TRADITIONAL_ONLY

    return frozenset(SIMPLIFIED_ONLY), frozenset(TRADITIONAL_ONLY)


def standards_for(source: Script | None) -> tuple[Standard, ...]:
    """The standards that a text of that script can be converted to; all of them where the script is unknown."""
    return tuple(standard for standard in STANDARDS if source in (None, standard.source))


def choose_config(source: Script | None, target: Script | None, preferred: str | None = None) -> str | None:
    """The configuration that shows a text of one script in another; None where there is nothing to convert.

    Args:
        source: The text's own script; None where unknown.
        target: The script wanted; None for the text as it is printed 原文.
        preferred: The standard that the reader has picked, used where it leads from the one to the other.
    """
    if target is None:
        return None
    if any(standard.config == preferred and standard.target is target for standard in standards_for(source)):
        return preferred
    return None if source is target else _USUAL[target]


def is_available() -> bool:
    """Whether OpenCC is installed; does not load it."""
    try:
        return find_spec("opencc") is not None
    except ValueError:  # a module without a specification stands in its place
        return False


def convert(text: str, config: str) -> Converted:
    """A text after one of OpenCC's configurations, with the map of offsets.

    Give whole paragraphs: words are told apart by what stands around them (头发 but 出发), and a line end inside a word
    hides it. Characters that few fonts have are not written.

    Raises:
        ConversionError: If OpenCC is not installed or the configuration is unknown.
    """
    changed = _convert_text(text, config)
    if config not in _WITHOUT_PHRASES and len(changed) == len(text):
        return Converted(changed)
    plain = _convert_text(text, _WITHOUT_PHRASES.get(config, config))
    if len(plain) != len(text):
        plain = text
    if plain == changed:
        return Converted(changed)
    return Converted(changed, align(text, plain, changed, lambda part: _convert_text(part, config)))


def _convert_text(text: str, config: str) -> str:
    converter = _find_converter(config)
    pieces = _UNCONVERTIBLE.split(text)
    return "".join(piece if place % 2 else converter(piece) for place, piece in enumerate(pieces))


@cache
def _find_converter(config: str) -> Callable[[str], str]:
    if all(standard.config != config for standard in STANDARDS):
        raise ConversionError(say("there is no script conversion named {name}", name=config))
    try:
        from opencc import OpenCC
    except ImportError as error:
        raise ConversionError(say("script conversion needs OpenCC: pip install opencc")) from error
    try:
        converter = OpenCC(config, include_tofu_risk_dictionaries=False)
    except TypeError as error:
        raise ConversionError(
            say(
                "another package stands in OpenCC's place: pip uninstall opencc-python-reimplemented, "
                "then reinstall opencc"
            )
        ) from error
    convert_text: Callable[[str], str] = converter.convert
    return convert_text
