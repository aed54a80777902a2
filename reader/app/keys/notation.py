"""How a key is written: by people, by Textual, and on the screen.

Written down, a key is a character as it is typed (`]`, `G`), a name (`space`, `pagedown`), or either behind modifiers
(`ctrl+o`, `alt+v`). Textual spells characters out (`right_square_bracket`), and hears a capital letter under two names.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Final

from reader.languages import message, say

NAMED_KEYS: Final[Mapping[str, str]] = {
    "space": message("Space"),
    "enter": "Enter",
    "tab": "Tab",
    "escape": "Esc",
    "backspace": "Backspace",
    "delete": "Del",
    "insert": "Ins",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
}
"""Keys that have a name, and how the screen writes them; to be translated; most are alike everywhere."""

_OTHER_NAMES: Final = {
    " ": "space",
    "空格": "space",
    "spacebar": "space",
    "return": "enter",
    "esc": "escape",
    "del": "delete",
    "ins": "insert",
    "pgup": "pageup",
    "page_up": "pageup",
    "pgdn": "pagedown",
    "pgdown": "pagedown",
    "page_down": "pagedown",
    "↑": "up",
    "↓": "down",
    "←": "left",
    "→": "right",
}
_MODIFIERS: Final = {
    "ctrl": "ctrl",
    "control": "ctrl",
    "^": "ctrl",
    "alt": "alt",
    "meta": "alt",
    "option": "alt",
    "shift": "shift",
}
_ORDER: Final = ("ctrl", "alt", "shift")
_SAME_IN_A_TERMINAL: Final = {"ctrl+m": "enter", "ctrl+[": "escape", "ctrl+h": "backspace"}
"""A terminal sends the same byte for both. So it does for Ctrl+I and Tab, but where Kitty's protocol is spoken, and
nobody who writes Ctrl+I means Tab."""

_SHORTER: Final = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Where Textual does not take Unicode's name of a character."""
_PUNCTUATION: Final = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"


def find_key(written: str) -> str | None:
    """The key that somebody has written, in the one way that dubao writes it; None where it is no key.

    Upper and lower case make no difference in names and modifiers; Textual's names are understood.
    """
    if len(written) == 1:
        return _find_base(written)
    head, plus, base = written.rpartition("+")
    if plus and not base:
        # The key is + itself: "ctrl++".
        head, base = (written[:-2], "+") if written.endswith("++") else ("", written)
    modifiers = {_MODIFIERS.get(name.strip().lower()) for name in head.split("+")} if head else set()
    key = _find_base(base.strip())
    if key is None or None in modifiers:
        return None
    if len(key) == 1 and key.isalpha() and key.isascii():
        if modifiers == {"shift"}:
            return key.upper()
        # With Ctrl a terminal knows no capitals; with Alt it does.
        key = key.lower() if "ctrl" in modifiers else key
        if key.isupper() and modifiers:
            modifiers.add("shift")
            key = key.lower()
    full = "+".join([*(name for name in _ORDER if name in modifiers), key])
    return _SAME_IN_A_TERMINAL.get(full, full)


def _find_base(written: str) -> str | None:
    if len(written) == 1 and written.isprintable() and written != " ":
        return _OTHER_NAMES.get(written, written)
    name = written.lower()
    name = _OTHER_NAMES.get(name, name)
    if name in NAMED_KEYS:
        return name
    return next((character for character in _PUNCTUATION if _spell(character) == name), None)


def to_textual(key: str) -> tuple[str, ...]:
    """The names under which Textual may hear a key.

    A terminal sends "N", Kitty's protocol "shift+n"; Ctrl and space are a NUL, which Textual calls ctrl+at.
    """
    if key == "ctrl+space":
        return ("ctrl+space", "ctrl+at")
    modifiers, _, base = key.rpartition("+") if len(key) > 1 and not key.endswith("++") else ("", "", key)
    if key.endswith("++"):
        modifiers, base = key[:-2], "+"
    if modifiers:
        return (f"{modifiers}+{_spell(base)}",)
    if base.isupper() and base.isascii() and len(base) == 1:
        return (base, f"shift+{base.lower()}")
    return (_spell(base),)


def _spell(base: str) -> str:
    if len(base) != 1 or base.isalnum():
        return base
    name = unicodedata.name(base, base).lower().replace("-", "_").replace(" ", "_")
    return _SHORTER.get(name, name)


def is_typed(key: str) -> bool:
    """Whether the key writes a character into a line of input."""
    return len(key) == 1 or key == "space"


def show_key(key: str) -> str:
    """A key as the screen writes it: `Ctrl+O`, `空格`, `]`."""
    if len(key) == 1:
        return key
    *modifiers, base = [*key[:-2].split("+"), "+"] if key.endswith("++") else key.split("+")
    if base in NAMED_KEYS:
        base = say(NAMED_KEYS[base])
    elif modifiers:
        base = base.upper()
    return "+".join([*(modifier.capitalize() for modifier in modifiers), base])
