"""`dubao export`: articles as a file of their own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from reader.cli.options import (
    articles_argument,
    encoding_option,
    pages_option,
    path_argument,
    plain_option,
    script_option,
)
from reader.cli.spoken import SpokenCommand, option
from reader.cli.terminal import report, write
from reader.languages import message, say, say_count

if TYPE_CHECKING:
    from reader.export.formats import Format

FORMATS: Final = ("md", "txt", "html", "epub", "json")
"""The values of `reader.export.formats.Format`, which help need not load."""

CITED: Final = ("gbt", "chicago", "mla", "apa", "none")
"""The values of `reader.export.citation.Style` that people read, and none."""

STANDARD_OUTPUT: Final = "-"


@click.command(
    "export", cls=SpokenCommand, short_help=message("Write articles to a file: Markdown, text, HTML, EPUB, JSON.")
)
@path_argument
@articles_argument
@option(
    "-o",
    "--output",
    "out",
    required=True,
    type=click.Path(allow_dash=True),
    metavar=message("OUT"),
    help=message("The file; a folder, in which the file gets the newspaper's name; or - for standard output."),
)
@option("--format", "form", type=click.Choice(FORMATS), help=message("What kind of file; as OUT's suffix says."))
@option(
    "--vertical/--horizontal",
    default=None,
    help=message("In columns from the right, or in lines: for html and epub; as the newspaper is set."),
)
@option("--cite", type=click.Choice(CITED), help=message("The reference at each article's end: gbt is the default."))
@option("--force", is_flag=True, help=message("Replace a file that is there."))
@script_option
@encoding_option
@pages_option
@plain_option
def export_command(
    path: str,
    articles: tuple[str, ...],
    out: str,
    form: str | None,
    vertical: bool | None,
    cite: str | None,
    force: bool,
    script: str | None,
    encoding: str | None,
    pages: str | None,
    no_corrections: bool,
) -> None:
    """Write articles to a file, or the whole issue where none is named.

    ARTICLE is a number or an id: 3 or a3. HTML is one file that prints well, JSON is the issue's (dubao.issue/1). A
    file that is there is replaced only after a question, or with --force. What is uncertain is said on standard error.
    """
    from reader.cli.choosing import choose_several
    from reader.cli.scripts import find_transform
    from reader.cli.show import report_notes
    from reader.export.citation import Style
    from reader.export.formats import export_articles
    from reader.export.naming import suggest_name
    from reader.library import open_issue

    format = find_format(out, form)
    _check_options(format, vertical, cite)
    style = None if cite == "none" else Style(cite or "gbt")
    issue = open_issue(path, encoding=encoding, corrections=not no_corrections, pages=pages)
    chosen = choose_several(issue, articles)
    transform = find_transform(script, issue)
    data = export_articles(issue, chosen, format, transform=transform, citation=style, vertical=vertical)
    report_notes(issue, chosen)
    if out == STANDARD_OUTPUT and isinstance(data, str):
        write([data.removesuffix("\n")])
        return
    place = Path(out) / suggest_name(issue, chosen, format, transform) if Path(out).is_dir() else Path(out)
    written = write_file(place, data, force=force)
    report(say_count("{count} article written: {path}", "{count} articles written: {path}", len(chosen), path=written))


def find_format(out: str, name: str | None) -> Format:
    """The format that is asked for, or that the file's name tells."""
    from reader.export.formats import Format, guess_format

    if name is None:
        if out == STANDARD_OUTPUT or Path(out).is_dir():
            raise click.UsageError(say("-o {out} needs --format: {names}", out=out, names=" ".join(FORMATS)))
        return guess_format(Path(out))
    if name == Format.EPUB and out == STANDARD_OUTPUT:
        raise click.UsageError(say("EPUB is no text: write it to a file."))
    return Format(name)


def _check_options(format: Format, vertical: bool | None, cite: str | None) -> None:
    """Refuse what the format has no place for, rather than pass it over."""
    from reader.export.formats import DIRECTED, Format

    if vertical is not None and format not in DIRECTED:
        raise click.UsageError(say("{format} has no direction: html and epub have.", format=format))
    if cite is not None and format is Format.JSON:
        raise click.UsageError(say("json has no references: use dubao cite."))


def write_file(place: Path, data: bytes | str, *, force: bool) -> Path:
    """Write a file; one that is there is replaced after a question, or where `force` says so."""
    from reader.errors import ExistingFileError
    from reader.export.writing import write_export

    try:
        return write_export(place, data, overwrite=force)
    except ExistingFileError as error:
        if not _can_ask():
            raise ExistingFileError(say("{error}; --force replaces it", error=error)) from error
        if not click.confirm(say("{path} is there already: replace it?", path=place), err=True):
            raise
    return write_export(place, data, overwrite=True)


def _can_ask() -> bool:
    """Whether somebody is there to read a question and to answer it."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()
