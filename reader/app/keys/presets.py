"""Tables of keys for hands that have learned another program. What a table leaves out keeps its usual keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Preset = Mapping[str, tuple[str, ...]]

VIM: Final[Preset] = {}
"""The commands' own keys are vim's, as far as vim has such commands."""

LESS: Final[Preset] = {
    "line_down": ("e", "j", "down", "ctrl+e", "ctrl+n"),
    "line_up": ("y", "k", "up", "ctrl+y", "ctrl+p", "ctrl+k"),
    "page_down": ("space", "f", "pagedown", "ctrl+f", "ctrl+v"),
    "page_up": ("b", "pageup", "ctrl+b", "alt+v"),
    "top": ("g", "<", "home", "alt+<"),
    "end": ("G", ">", "end", "alt+>"),
    "help": ("h", "?", "f1"),
    "highlight": ("H",),
    "info": ("=", "i"),
    "reset_measure": ("0",),
    "export": ("s",),
    "gather": ("a",),
    "copy": ("c",),
    "copy_as": ("C",),
    "next_script": ("z",),
    "choose_standard": ("Z",),
    "go_to_mark": ("'", "`"),
    "palette": (":",),
    "quit": ("q", "Q"),
}
"""After `less`(1): e y f b, < >, h, =, s. Copying, which less has not, goes to c, and the script to z."""

EMACS: Final[Preset] = {
    "line_down": ("ctrl+n", "down"),
    "line_up": ("ctrl+p", "up"),
    "page_down": ("ctrl+v", "space", "pagedown"),
    "page_up": ("alt+v", "backspace", "pageup"),
    "half_down": ("d",),
    "half_up": ("u",),
    # A terminal without Kitty's protocol drops Alt from punctuation.
    "top": ("alt+<", "<", "home"),
    "end": ("alt+>", ">", "end"),
    "next_paragraph": ("alt+}", "}"),
    "previous_paragraph": ("alt+{", "{"),
    "next_article": ("]", "alt+n"),
    "previous_article": ("[", "alt+p"),
    "go_left": ("ctrl+b", "left"),
    "go_right": ("ctrl+f", "right"),
    "search": ("ctrl+s", "/"),
    "next_hit": ("n",),
    "previous_hit": ("ctrl+r", "N"),
    "cancel": ("ctrl+g", "escape"),
    "copy": ("alt+w", "y"),
    "set_mark": ("ctrl+space", "m"),
    "undo": ("ctrl+_", "U"),
    "redo": ("R",),
    "palette": ("alt+x", ":"),
    "search_older": ("alt+p", "up"),
    "search_newer": ("alt+n", "down"),
}
"""After GNU Emacs, as far as one key goes: dubao has no C-x that waits for another."""

PRESETS: Final[Mapping[str, Preset]] = {"vim": VIM, "less": LESS, "emacs": EMACS}
