"""How the first word of the command line is understood: a command, or else something to open."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any, Final

import click
from click.shell_completion import CompletionItem

from reader.cli.spoken import SpokenCommand, take_language
from reader.cli.terminal import leaving_quietly
from reader.languages import say

_CLOSE: Final = 0.7
"""How much of a word and of a command must be alike (difflib's ratio): searh, serach, shw; no usual file name."""

OPEN: Final = "open"
"""Name of the command that is meant where none is named; it is not shown."""


class OpeningGroup(SpokenCommand, click.Group):
    """Commands, and a hidden one that opens what the first word names.

    A file that is called like a command is opened as `./list`.
    """

    command_class = SpokenCommand

    def __init__(self, *arguments: Any, **named: Any) -> None:
        """Begin with the commands that need no further module."""
        super().__init__(*arguments, **named)
        self.later: dict[str, str] = {}
        """The commands that are loaded when they are asked for: module and name, such as "reader.cli.cite:cite"."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, loaded or not."""
        return sorted({*self.commands, *self.later})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command, loaded by now; None where there is none of that name."""
        if cmd_name in self.later and cmd_name not in self.commands:
            module, _, name = self.later[cmd_name].partition(":")
            self.add_command(getattr(import_module(module), name), cmd_name)
        return super().get_command(ctx, cmd_name)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the hidden command's name in front where no command is named."""
        own_options = [name for option in self.get_params(ctx) for name in option.opts]
        words = args[: args.index("--")] if "--" in args else args
        if not args:
            # Completion of the first word is to offer the commands.
            rewritten = [] if ctx.resilient_parsing else [OPEN]
        elif args[0] != OPEN and args[0] in self.list_commands(ctx):
            rewritten = args
        elif asked := [word for word in words if word in own_options]:
            rewritten = asked
        else:
            self._ask_for_command(ctx, args[0])
            rewritten = [OPEN, *args]
        return super().parse_args(ctx, rewritten)

    def _ask_for_command(self, ctx: click.Context, word: str) -> None:
        """Tell of the command that was meant, where a word names nothing to open but nearly a command."""
        if ctx.resilient_parsing or word.startswith("-") or Path(word).exists():
            return
        from difflib import get_close_matches

        names = [name for name in self.list_commands(ctx) if name != OPEN]
        if close := get_close_matches(word, names, n=1, cutoff=_CLOSE):
            raise click.UsageError(
                say("There is no file {word}; did you mean dubao {command}?", word=word, command=close[0])
            )

    def make_context(self, info_name: str | None, args: list[str], *rest: Any, **extra: Any) -> click.Context:
        """Read the arguments, that for the language first; this is where help is written."""
        args = take_language(args, resilient=bool(extra.get("resilient_parsing")))
        with leaving_quietly():
            return super().make_context(info_name, args, *rest, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with leaving_quietly():
            return super().invoke(ctx)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Say in the usage line that a path may stand in the place of a command."""
        return [say("[OPTIONS]"), say("[PATH | COMMAND …]")]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the options of the hidden command with those of the group."""
        options = [param for param in self.commands[OPEN].params if isinstance(param, click.Option)]
        records = [option.get_help_record(ctx) for option in [*options, *self.get_params(ctx)]]
        with formatter.section(say("Options")):
            formatter.write_dl([record for record in records if record])
        self.format_commands(ctx, formatter)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Offer commands, options of both kinds, and files."""
        items = super().shell_complete(ctx, incomplete)
        if incomplete.startswith("-"):
            names = [name for option in self.commands[OPEN].params for name in option.opts]
            return items + [CompletionItem(name) for name in names if name.startswith(incomplete) and name[0] == "-"]
        return [*items, CompletionItem(incomplete, type="file")]
