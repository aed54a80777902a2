"""Arguments and options that several commands take."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem


def complete_script(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The names that `--script` takes, as far as they begin so."""
    from reader.cli.scripts import list_choices

    return [CompletionItem(name, help=title) for name, title in list_choices() if name.startswith(incomplete)]


path_argument = click.argument("path", type=click.Path(allow_dash=True))
articles_argument = click.argument("articles", nargs=-1, metavar="[ARTICLE]…")
encoding_option = click.option("--encoding", metavar="NAME", help="The text's encoding; found out where not given.")
pages_option = click.option("--pages", metavar="RANGE", help="Only these pages, such as 3, 1-4 or 1,4-6.")
plain_option = click.option("--no-corrections", is_flag=True, help="Leave out what was put right by hand.")
json_option = click.option("--json", "as_json", is_flag=True, help="Write JSON.")
script_option = click.option(
    "--script",
    metavar="NAME",
    shell_complete=complete_script,
    help="original, simplified, traditional, or a standard of OpenCC such as s2tw.",
)
