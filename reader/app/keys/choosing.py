"""The keys that the reader's settings ask for, and what cannot be granted, in a sentence each."""

from __future__ import annotations

from typing import Final

from reader.app.commands import COMMANDS, Scope
from reader.app.keys.keymap import Keymap, Loss, make_keymap
from reader.app.keys.notation import find_key, is_typed, show_key
from reader.hanzi.harmless import make_harmless
from reader.languages import message, say
from reader.settings import Settings
from reader.settings.complaint import KEYS, Complaint

RESERVED: Final = {
    "ctrl+q": message("{key} always leaves the program"),
    "ctrl+c": message("{key} always copies what is selected"),
}
"""Keys that Textual keeps for itself, so that there is a way out of any setting."""

_SCOPES: Final = {command.name: command.scope for command in COMMANDS}


def choose_keys(settings: Settings) -> tuple[Keymap, tuple[Complaint, ...]]:
    """The keys in force, and a complaint for each entry, or key of an entry, that does not apply.

    That a usual key goes to another command is what the reader asked for, and is told only where it was the last one.
    """
    complaints: list[Complaint] = []
    own: dict[str, tuple[str, ...]] = {}
    for name, written in settings.keys.items():
        line = settings.line_of(KEYS, name)
        if name not in _SCOPES:
            complaints.append(Complaint(_describe_unknown(name), line))
            continue
        keys: list[str] = []
        for text in written:
            key = find_key(text)
            if (wrong := _find_fault(name, text, key)) is not None:
                complaints.append(Complaint(wrong, line))
            elif key is not None:
                keys.append(key)
        if keys or not written:
            own[name] = tuple(keys)
    keymap, losses = make_keymap(str(settings["key_preset"]), own)
    complaints += (complaint for loss in losses if (complaint := _complain(loss, own, settings)) is not None)
    return keymap, tuple(sorted(complaints, key=lambda complaint: complaint.line or 0))


def _find_fault(name: str, text: str, key: str | None) -> str | None:
    """What is wrong with a key that a command is to have."""
    if key is None:
        shown = make_harmless(text)
        return say("“{key}” is no key; keys are written as in ctrl+o, space, pagedown, f2, ] or G", key=shown)
    if key in RESERVED:
        return say(RESERVED[key], key=show_key(key))
    if _SCOPES[name] is Scope.TYPING and is_typed(key):
        return say("{key} writes a character where {command} is heard", key=show_key(key), command=name)
    return None


def _complain(loss: Loss, own: dict[str, tuple[str, ...]], settings: Settings) -> Complaint | None:
    line = settings.line_of(KEYS, loss.loser)
    if loss.loser in own:
        return Complaint(
            say(
                "{key} is already {command}'s (line {line}), so {loser} has it not",
                key=show_key(loss.key),
                command=loss.winner,
                line=settings.line_of(KEYS, loss.winner),
                loser=loss.loser,
            ),
            line,
        )
    if loss.left or loss.winner not in own:
        return None
    return Complaint(
        say(
            "{key} is {command}'s now, and {loser} has no key left",
            key=show_key(loss.key),
            command=loss.winner,
            loser=loss.loser,
        ),
        settings.line_of(KEYS, loss.winner),
    )


def _describe_unknown(name: str) -> str:
    from difflib import get_close_matches

    shown = make_harmless(" ".join(name.split()))
    if near := get_close_matches(name, _SCOPES, 1):
        return say("there is no command {name}; is {near} meant?", name=shown, near=near[0])
    return say("there is no command {name}; dubao keys lists them", name=shown)
