"""Arguments and options that several commands take."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import click
from click.shell_completion import CompletionItem

from reader.cli.spoken import argument, option
from reader.languages import message, say
from reader.settings.declaration import Names, Setting, YesNo
from reader.settings.table import BY_NAME

START_OPTIONS: Final = ("view", "script", "theme", "ambiguous", "private", "key_preset")
"""Settings that may be given for one session; more would hide the rest of `--help`."""


def complete_script(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The names that `--script` takes, as far as they begin so."""
    from reader.cli.scripts import list_choices

    return [CompletionItem(name, help=say(title)) for name, title in list_choices() if name.startswith(incomplete)]


path_argument = argument("path", metavar=message("PATH"), type=click.Path(allow_dash=True))
articles_argument = argument("articles", nargs=-1, metavar=message("[ARTICLE]…"))
encoding_option = option(
    "--encoding", metavar=message("NAME"), help=message("The text's encoding; found out where not given.")
)
pages_option = option("--pages", metavar=message("RANGE"), help=message("Only these pages, such as 3, 1-4 or 1,4-6."))
plain_option = option("--no-corrections", is_flag=True, help=message("Leave out what was put right by hand."))
json_option = option("--json", "as_json", is_flag=True, help=message("Write JSON."))
script_option = option(
    "--script",
    metavar=message("NAME"),
    shell_complete=complete_script,
    help=message("original, simplified, traditional, or a standard of OpenCC such as s2tw."),
)


def setting_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that stand for settings, made of their declarations; None where they are not given."""
    for name in reversed(START_OPTIONS):
        command = _make_option(BY_NAME[name])(command)
    return command


def _make_option(setting: Setting) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    flag = setting.name.replace("_", "-")
    if isinstance(setting.kind, YesNo):
        return option(f"--{flag}/--no-{flag}", default=None, help=setting.comment)
    kind = click.Choice(setting.kind.names) if isinstance(setting.kind, Names) else None
    return option(f"--{flag}", type=kind, metavar=None if kind else message("NAME"), help=setting.comment)
