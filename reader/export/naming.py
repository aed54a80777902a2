"""Names of files that every system takes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from reader.export import Transform
from reader.export.formats import Format
from reader.languages import say
from reader.model import Article, Issue

LONGEST: Final = 180
"""Bytes of UTF-8, suffix and all: 60 Han. Linux takes 255, eCryptfs 143 to 255, and Windows 260 characters of path."""

EMPTY: Final = "dubao"
"""The name of what has none."""

_FORBIDDEN: Final = str.maketrans('<>:"/\\|?*', "＜＞：＂／＼｜？＊")
"""What Windows takes in no name, and its full-width twin, which reads the same."""

_RESERVED: Final = re.compile(r"(?i)(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])[ .]*(?:\.|$)")
"""Names of devices of Windows, whatever their suffix (Win32, Naming Files, Paths, and Namespaces)."""

_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"})
"""General categories of what is not seen in a name, or not everywhere."""


def safe_name(text: str, suffix: str = "") -> str:
    """A file name that reads like a text, and that Linux, macOS and Windows all take.

    Args:
        text: Any text, such as a headline.
        suffix: Put after it, with its dot; it is kept whole.

    Returns:
        NFC, at most `LONGEST` bytes of UTF-8, never empty. It begins with neither a dot nor a hyphen, so that it is
        neither hidden nor taken for an option, and is no path.
    """
    spaced = "".join(" " if character.isspace() else character for character in unicodedata.normalize("NFC", text))
    seen = "".join(character for character in spaced if unicodedata.category(character) not in _UNSEEN)
    # What stood between two characters that compose is gone.
    name = _trim(" ".join(unicodedata.normalize("NFC", seen).translate(_FORBIDDEN).split()))
    if _RESERVED.match(name + suffix):
        name = f"_{name}"
    room = LONGEST - len(suffix.encode())
    name = _trim(name.encode()[:room].decode("utf-8", "ignore")) or EMPTY
    return name + suffix


def suggest_name(issue: Issue, articles: Sequence[Article], format: Format, transform: Transform | None = None) -> str:
    """A file name for some articles: the newspaper, the day, and the headline of an only one.

    Args:
        issue: The issue that they stand in.
        articles: What is to be written.
        format: The kind of file.
        transform: Applied to the words.
    """
    words = [issue.title or "", issue.date.isoformat() if issue.date else ""]
    if len(articles) == 1:
        words.append(articles[0].title or articles[0].id)
    name = " ".join(word for word in words if word)
    return safe_name(transform(name) if transform else name, f".{format}")


def suggest_notes_name(issue: Issue | None, format: Format, transform: Transform | None = None) -> str:
    """A file name for bookmarks and highlights.

    Args:
        issue: The issue that they are of; None for several.
        format: The kind of file.
        transform: Applied to the newspaper's name.
    """
    title = (issue.title or "") if issue else ""
    day = issue.date.isoformat() if issue and issue.date else ""
    words = (transform(title) if transform else title, day, say("notes"))
    return safe_name(" ".join(word for word in words if word), f".{format}")


def _trim(name: str) -> str:
    """Without blanks and dots at either end, and hyphens at its beginning."""
    return name.strip(" .").lstrip("-. ")
