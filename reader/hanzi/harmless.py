"""Text that stays text wherever it is written: no control character survives."""

from __future__ import annotations

import re
from typing import Final

REPLACEMENT: Final = "\ufffd"
"""What stands for a character that may not leave the program (U+FFFD)."""

HARMFUL: Final = re.compile(
    "["
    "\x00-\x1f\x7f-\x9f"  # C0, DEL and C1 controls: ESC and CSI start terminal sequences
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi controls reorder what is read (UAX #9)
    "\u2028\u2029"  # line and paragraph separators end a line in some programs and not in others
    "\ud800-\udfff"  # lone surrogates, from file names that are not UTF-8, cannot be encoded
    "]"
)
"""Characters that act on a terminal or an editor instead of being shown by it."""


def make_harmless(text: str, keep: str = "") -> str:
    """The same text with U+FFFD for every character that could act as anything but text.

    Args:
        text: Any text: of a newspaper, a file name, a message.
        keep: Characters to leave alone, such as a line feed between paragraphs.

    Returns:
        Text of the same length in code points.
    """
    return HARMFUL.sub(lambda found: found[0] if found[0] in keep else REPLACEMENT, text)
