"""Keys of commands, given to Textual's screens and widgets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingsMap
from textual.dom import DOMNode

from reader.app.commands import COMMANDS, Scope
from reader.app.keys.keymap import Keymap

_PRIORITY = frozenset(command.name for command in COMMANDS if command.priority)


def actions_of(scope: Scope) -> dict[str, str]:
    """The commands that are heard there → their actions."""
    return {command.name: command.action for command in COMMANDS if command.scope is scope}


class Keyed:
    """A screen or widget that answers to commands, by the keys that are in force.

    No `DOMNode` itself, for of several such bases Textual takes the first one's styles alone.
    """

    ACTIONS: ClassVar[Mapping[str, str]] = {}
    """Commands → what they do here; those of its base classes are added."""

    def on_mount(self) -> None:
        """Take the keys in force."""
        assert isinstance(self, DOMNode)
        self.take_keys(find_keymap(self.app))

    def take_keys(self, keymap: Keymap) -> None:
        """Answer to these keys from now on, and to those of its class."""
        assert isinstance(self, DOMNode)
        actions: dict[str, str] = {}
        for base in type(self).__mro__:
            actions = {**base.__dict__.get("ACTIONS", {}), **actions}
        set_bindings(
            self,
            (
                Binding(key, action, show=False, priority=name in _PRIORITY)
                for name, action in actions.items()
                for key in keymap.to_textual(name)
            ),
        )


def set_bindings(node: DOMNode, bindings: Iterable[Binding]) -> None:
    """Give a node these bindings before those of its class, in place of any that it was given before.

    Textual's own keymap is laid over all bindings at every key press, and cannot take a command's last key away.
    """
    own = type(node)._merged_bindings or BindingsMap()
    node._bindings = BindingsMap.merge([BindingsMap(bindings), own])


def find_keymap(app: App[object]) -> Keymap:
    """The keys in force in this app."""
    return app.keymap  # type: ignore[attr-defined,no-any-return]
