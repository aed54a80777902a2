"""Cleaning, once, on load: text that is NFC, has one sort of line end, and cannot act on a terminal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from typing import Final

_ESCAPES: Final = re.compile(
    # CSI … final byte (ECMA-48 §5.4): colours, cursor movements.
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    # OSC, DCS, SOS, PM and APC strings (ECMA-48 §5.6) with their terminator, on one line: titles, links, clipboard.
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x90\x98\x9c-\x9f\n]*(?:\x07|\x1b\\|\x9c)"
    # Escapes of two or three bytes (ISO 2022): character sets, cursor keys; and an unfinished one's beginning.
    r"|\x1b[ -/]*[0-~]"
)

_SUSPECT: Final = re.compile(
    "[\x00-\x09\x0b\x0d-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufe10-\ufe19\ufe30-\ufe44\ufe47\ufe48\ufeff\ufff9-\ufffb]"
)
"""Every character that cleaning touches, NFC aside: one search for them is cheaper than one for each class."""

_TAB: Final = "    "
"""A tab is as wide as two Han characters, the indent of a paragraph."""

_LINE_ENDS: Final = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_BIDI: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]")
_INVISIBLE: Final = re.compile("[\u00ad\u180e\u200b\u2060-\u2064\ufeff\ufff9-\ufffb]")
"""Soft hyphen, zero-width space, word joiner, byte order mark, interlinear annotation; not the joiners U+200C and D."""

_VERTICAL_FORMS: Final = str.maketrans(
    {
        **dict(zip("︐︑︒︓︔︕︖︗︘︙", "，、。：；！？〖〗…", strict=True)),
        **dict(zip("︰︱︲︳︴︵︶︷︸︹︺", "：—–＿＿（）｛｝〔〕", strict=True)),
        **dict(zip("︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈", "【】《》〈〉「」『』［］", strict=True)),
    }
)
"""Vertical presentation forms (U+FE10-FE19, U+FE30-FE48) to the ordinary marks; the sesame dots FE45-46 have none."""

_HAS_VERTICAL_FORM: Final = re.compile("[\ufe10-\ufe19\ufe30-\ufe44\ufe47\ufe48]")


@dataclass(frozen=True, slots=True)
class Removed:
    """How many characters of each class were taken out or replaced."""

    escapes: int = 0
    """Terminal escape sequences, each counted once."""
    controls: int = 0
    """C0 and C1 controls and DEL."""
    bidi: int = 0
    """Characters that reorder what is read (UAX #9)."""
    invisible: int = 0
    """Zero-width and soft characters."""
    surrogates: int = 0
    """Halves of characters, now U+FFFD."""

    def __add__(self, other: Removed) -> Removed:
        return Removed(*(mine + yours for mine, yours in zip(astuple(self), astuple(other), strict=True)))

    @property
    def total(self) -> int:
        """All classes together."""
        return sum(astuple(self))


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Text that is safe to show."""

    text: str
    removed: Removed


def clean(text: str) -> Cleaned:
    r"""Make text harmless and uniform; cleaning it again changes nothing.

    Line ends of every kind become "\n", tabs four spaces; form feeds stay, for they part pages. Escape sequences,
    controls, bidi controls and invisible characters go, lone surrogates become U+FFFD, vertical presentation forms
    become ordinary punctuation, and the whole is NFC. Nothing else is changed: U+3000, variation selectors and
    private-use characters stay.
    """
    if text.isascii() and text.isprintable():
        return Cleaned(text, Removed())
    if not _SUSPECT.search(text):
        return Cleaned(unicodedata.normalize("NFC", text), Removed())
    text, surrogates = _SURROGATES.subn("\ufffd", text)
    # Before line ends: U+0085 is one of the controls, and a terminal string ends with its line.
    text = _LINE_ENDS.sub("\n", text)
    text, escapes = _ESCAPES.subn("", text)
    text, controls = _CONTROLS.subn("", text)
    text, bidi = _BIDI.subn("", text)
    text, invisible = _INVISIBLE.subn("", text)
    if _HAS_VERTICAL_FORM.search(text):
        text = text.translate(_VERTICAL_FORMS)
    text = unicodedata.normalize("NFC", text.replace("\t", _TAB))
    return Cleaned(text, Removed(escapes, controls, bidi, invisible, surrogates))


def clean_lines(texts: Sequence[str]) -> tuple[list[str], Removed]:
    """Lines that some markup gives one by one: clean, without line ends and without spaces at either end.

    Args:
        texts: Their texts; what is blank stays in its place as "".
    """
    # All at once: most of the time goes into starting the searches.
    cleaned = clean("\n".join(texts))
    lines = cleaned.text.split("\n") if texts else []
    removed = cleaned.removed
    if len(lines) != len(texts):
        each = [clean(text) for text in texts]
        lines = [" ".join(one.text.split()) for one in each]
        removed = sum((one.removed for one in each), Removed())
    return [(" ".join(line.split()) if "\f" in line else line.strip()) for line in lines], removed
