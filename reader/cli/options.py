"""Arguments and options that several commands take."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from reader.cli.spoken import argument, option
from reader.languages import message, say


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
