"""Which command has which keys: its own, or the preset's, or the reader's, each going before the one before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.app.commands import COMMANDS, Command, Scope
from reader.app.keys.notation import find_key, show_key, to_textual
from reader.app.keys.presets import PRESETS
from reader.languages import say

SHOWN = 2
"""Keys that help names for a command: more are known to whoever wants them."""


@dataclass(frozen=True, slots=True)
class Loss:
    """A key that two commands were given."""

    key: str
    winner: str
    loser: str
    left: tuple[str, ...] = ()
    """The keys that the loser still has."""


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys of all commands, by the commands' names."""

    keys: Mapping[str, tuple[str, ...]]

    def __getitem__(self, command: str) -> tuple[str, ...]:
        """The keys of a command, the best known first; () where it has none."""
        return self.keys.get(command, ())

    def show(self, command: str) -> str:
        """A command's first keys as help writes them; "" where it has none."""
        return " ".join(show_key(key) for key in self[command][:SHOWN])

    def show_first(self, command: str) -> str:
        """A command's first key, as a hint writes it; "" where it has none."""
        return next((show_key(key) for key in self[command]), "")

    def mention(self, command: str) -> str:
        """How a message tells of a command: by its first key, or by the title that the palette has for it."""
        if key := self.show_first(command):
            return key
        return next(f"“{say(each.title)}”" for each in COMMANDS if each.name == command)

    def to_textual(self, command: str) -> tuple[str, ...]:
        """A command's keys under Textual's names."""
        return tuple(name for key in self[command] for name in to_textual(key))


def make_keymap(
    preset: str = "vim",
    own: Mapping[str, Sequence[str]] | None = None,
    commands: Iterable[Command] = COMMANDS,
) -> tuple[Keymap, tuple[Loss, ...]]:
    """The keys in force, and which keys went to another command than one that also asked for them.

    What the reader gives a command takes its place in `own`, and the keys in it away from all others; of two that the
    reader gave the same key, the first has it. A preset does the same to the commands' own keys. A command that gets
    none of the keys given to it falls back on those that it would have had.

    Args:
        preset: A name in `PRESETS`.
        own: Commands → keys, written as `find_key` gives them.
        commands: All commands.
    """
    table = {command.name: command for command in commands}
    levels = [own or {}, PRESETS[preset], {name: command.keys for name, command in table.items()}]
    taken: dict[tuple[Scope, str], str] = {}
    keys: dict[str, tuple[str, ...]] = {}
    lost: list[tuple[str, str, str]] = []
    for level in levels:
        for name, wanted in level.items():
            if name not in table or name in keys:
                continue
            scope = table[name].scope
            winners = {key: taken.setdefault((scope, key), name) for key in dict.fromkeys(map(_written, wanted))}
            granted = tuple(key for key, winner in winners.items() if winner == name)
            if granted or not wanted or level is levels[-1]:
                keys[name] = granted
            lost += [(key, winner, name) for key, winner in winners.items() if winner != name]
    losses = tuple(Loss(key, winner, loser, keys[loser]) for key, winner, loser in lost)
    return Keymap({name: keys[name] for name in table}), losses


def _written(key: str) -> str:
    return find_key(key) or key
