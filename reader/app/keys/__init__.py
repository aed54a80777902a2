"""Keys: how they are written, which command has which, and the tables to choose from. Loads no Textual."""

from reader.app.keys.keymap import Keymap, Loss, make_keymap
from reader.app.keys.notation import NAMED_KEYS, find_key, is_typed, show_key, to_textual
from reader.app.keys.presets import PRESETS

__all__ = [
    "NAMED_KEYS",
    "PRESETS",
    "Keymap",
    "Loss",
    "find_key",
    "is_typed",
    "make_keymap",
    "show_key",
    "to_textual",
]
