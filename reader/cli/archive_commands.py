"""The commands for whoever keeps many issues: what opens, and conversion."""

from __future__ import annotations

from pathlib import Path

import click

from reader.cli.spoken import SpokenCommand, argument, option
from reader.cli.terminal import write
from reader.languages import message


@click.command("formats", cls=SpokenCommand, short_help=message("List what opens, and how it is told."))
@option("--json", "as_json", is_flag=True, help=message("Write JSON."))
def formats_command(as_json: bool) -> None:
    """List the formats that open, and how a file of each is told from the others.

    What a file holds counts first; its name's suffix decides only where the content leaves a choice.
    """
    from reader.cli.formats import describe_formats, format_formats
    from reader.export.json import format_json

    write([format_json(describe_formats())] if as_json else format_formats())


@click.command("convert", cls=SpokenCommand, short_help=message("Write the issue JSON of one issue or of many."))
@argument("path", metavar=message("PATH"), type=click.Path(allow_dash=True))
@option(
    "-o",
    "--output",
    "out",
    required=True,
    type=click.Path(path_type=Path),
    metavar=message("OUT"),
    help=message("OUT.json, OUT.jsonl with an issue a line, or a folder that gets a file an issue."),
)
@option("--again", is_flag=True, help=message("Write anew what was written before."))
@option("--encoding", metavar=message("NAME"), help=message("The texts' encoding; found out where not given."))
@option("--no-corrections", is_flag=True, help=message("Leave out what was put right by hand."))
def convert_command(path: str, out: Path, again: bool, encoding: str | None, no_corrections: bool) -> None:
    """Write the issue JSON (dubao.issue/1) of one issue, or of all issues in a folder, however deep.

    All cores are used. Stopped and started again, it goes on where it was; an issue that cannot be opened is reported
    and never stops the rest. The exit code is 0 where all were written, 2 where any was not.
    """
    from reader.cli.convert import convert_paths

    code = convert_paths(path, out, encoding=encoding, corrections=not no_corrections, again=again)
    raise click.exceptions.Exit(code)
