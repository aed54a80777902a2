"""The arguments of the commands about what is kept: the issues opened before, and forgetting them."""

from __future__ import annotations

import sys

import click

from reader.cli.options import json_option
from reader.cli.spoken import SpokenCommand, argument, option
from reader.cli.terminal import report, terminal_width, write
from reader.languages import message, say


@click.command("shelf", cls=SpokenCommand, short_help=message("List the issues that were opened before."))
@argument("words", nargs=-1, metavar=message("[WORD…]"))
@option(
    "--calendar",
    "month",
    metavar=message("MONTH"),
    help=message("The days of a month, such as 2031-05, paper by paper."),
)
@json_option
def shelf_command(words: tuple[str, ...], month: str | None, as_json: bool) -> None:
    """List the issues that were opened before, by title and date: progress, unread articles, missing files.

    With words, only those whose title, date (2031-05, 2031年5月) or path has all of them. The exit code is 1 where
    there are none.
    """
    from reader.cli.calendar import format_calendar, parse_month
    from reader.cli.shelf import describe_shelf, format_shelf
    from reader.state import filter_shelf, open_store

    if month is not None and as_json:
        raise click.UsageError(say("Give either --calendar or --json."))
    day = parse_month(month) if month is not None else None
    with open_store() as store:
        entries = filter_shelf(store.shelf(), " ".join(words))
        remarks = store.remarks
    for remark in remarks:
        report(remark)
    if as_json:
        from reader.export.json import format_json

        write([format_json(describe_shelf(entries))])
    elif day is not None:
        entries = tuple(entry for entry in entries if entry.is_of_month(day))
        write(format_calendar(entries, day))
    else:
        write(format_shelf(entries, terminal_width()))
    raise click.exceptions.Exit(0 if entries else 1)


@click.command("forget", cls=SpokenCommand, short_help=message("Forget places, marks and notes."))
@argument("path", required=False, metavar=message("[PATH]"), type=click.Path(allow_dash=True))
@option("--all", "everything", is_flag=True, help=message("Of all issues."))
@option("-y", "--yes", is_flag=True, help=message("Do not ask."))
def forget_command(path: str | None, everything: bool, yes: bool) -> None:
    """Forget all that was kept of an issue: places, what was read, marks, bookmarks, highlights.

    The newspaper and its corrections stay. - is all that came through standard input. The exit code is 1 where
    nothing was kept.
    """
    if (path is None) != everything:
        raise click.UsageError(say("Give either PATH or --all."))
    from reader.cli.shelf import forget

    def ask(question: str) -> bool:
        if yes:
            return True
        if not sys.stdin.isatty():
            raise click.UsageError(say("There is nobody to ask: say --yes."))
        return click.confirm(question, err=True)

    raise click.exceptions.Exit(0 if forget(path, ask) else 1)
