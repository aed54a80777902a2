"""`dubao notes`: bookmarks and highlights with their notes."""

from __future__ import annotations

from pathlib import Path

import click

from reader.cli.export import FORMATS, STANDARD_OUTPUT, find_format, write_file
from reader.cli.options import json_option
from reader.cli.spoken import SpokenCommand, argument, option
from reader.cli.terminal import report, write
from reader.languages import message, say, say_count


@click.command("notes", cls=SpokenCommand, short_help=message("Write bookmarks and highlights with their notes."))
@argument("path", required=False, metavar=message("[PATH]"), type=click.Path(allow_dash=True))
@option(
    "-o",
    "--output",
    "out",
    type=click.Path(allow_dash=True),
    metavar=message("OUT"),
    help=message("Write them to a file, or into a folder; standard output by default."),
)
@option(
    "--format", "form", type=click.Choice(FORMATS), help=message("What kind of file; as OUT's suffix says, else txt.")
)
@option("--force", is_flag=True, help=message("Replace a file that is there."))
@json_option
def notes_command(path: str | None, out: str | None, form: str | None, force: bool, as_json: bool) -> None:
    """Write bookmarks and highlights with their notes.

    Those of the issue PATH, or of all issues, each article with its reference. The exit code is 1 where there are none.
    """
    from reader.app.excerpts import gather_by_issue, make_excerpts
    from reader.export.formats import Format
    from reader.export.naming import suggest_notes_name
    from reader.export.notes import export_notes
    from reader.state import open_store

    with open_store() as store:
        kept = gather_by_issue((*store.bookmarks(path), *store.highlights(path)))
        remarks = store.remarks
    for remark in remarks:
        report(remark)
    if not kept:
        report(say("There are no bookmarks and no highlights."))
        raise click.exceptions.Exit(1)
    out = STANDARD_OUTPUT if out is None else out
    if as_json:
        form = Format.JSON
    elif form is None and out == STANDARD_OUTPUT:
        form = Format.TEXT
    format = find_format(out, form)
    data = export_notes(make_excerpts(kept), format)
    if out == STANDARD_OUTPUT and isinstance(data, str):
        write([data.removesuffix("\n")])
        return
    name = suggest_notes_name(None, format)
    place = write_file(Path(out) / name if Path(out).is_dir() else Path(out), data, force=force)
    report(say_count("{count} note written to {place}.", "{count} notes written to {place}.", len(kept), place=place))
