"""The command palette: the same commands as the keys, found by name."""

from __future__ import annotations

from collections.abc import Coroutine
from functools import partial
from typing import Any

from textual.command import DiscoveryHit, Hit, Hits, Provider

from reader.app.commands import COMMANDS, Command, Scope
from reader.app.keys.binding import find_keymap
from reader.languages import say

OFFERED = tuple(command for command in COMMANDS if command.scope is Scope.READING)
"""What is typed for in the search bar has no meaning outside it."""


def _do_nothing() -> None:
    """What Enter does where nothing was found."""


class CommandProvider(Provider):
    """Offers every command of the reading screen."""

    async def discover(self) -> Hits:
        """All commands, before anything is typed."""
        for command in OFFERED:
            yield DiscoveryHit(say(command.title), self._call(command), help=self._help(command))

    async def search(self, query: str) -> Hits:
        """The commands whose names match."""
        matcher = self.matcher(query)
        found = False
        for command in OFFERED:
            name = say(command.title)
            if (score := matcher.match(name)) > 0:
                yield Hit(score, matcher.highlight(name), self._call(command), help=self._help(command))
            elif (score := matcher.match(command.title)) > 0:
                # Whoever knows the English name, from the manual or from a colleague, finds it in any language.
                yield Hit(score, name, self._call(command), help=self._help(command))
            found = found or score > 0
        if not found:
            # Textual would say so itself, but in English alone.
            yield Hit(0, say("There is no such command."), _do_nothing)

    def _help(self, command: Command) -> str:
        keys = find_keymap(self.app).show(command.name)
        return say("Keys: {keys}", keys=keys) if keys else ""

    def _call(self, command: Command) -> partial[Coroutine[Any, Any, None]]:
        return partial(self.screen.run_action, command.action)
