"""The command palette: the same commands as the keys, found by name."""

from __future__ import annotations

from collections.abc import Coroutine
from functools import partial
from typing import Any

from textual.command import DiscoveryHit, Hit, Hits, Provider

from reader.app.commands import COMMANDS, Command


class CommandProvider(Provider):
    """Offers every command of the reading screen."""

    async def discover(self) -> Hits:
        """All commands, before anything is typed."""
        for command in COMMANDS:
            yield DiscoveryHit(_name(command), self._call(command), help=_help(command))

    async def search(self, query: str) -> Hits:
        """The commands whose names match."""
        matcher = self.matcher(query)
        for command in COMMANDS:
            score = matcher.match(_name(command))
            if score > 0:
                yield Hit(score, matcher.highlight(_name(command)), self._call(command), help=_help(command))

    def _call(self, command: Command) -> partial[Coroutine[Any, Any, None]]:
        return partial(self.screen.run_action, command.action)


def _name(command: Command) -> str:
    return f"{command.title}  {command.english}"


def _help(command: Command) -> str:
    return f"键 {command.shown}"
