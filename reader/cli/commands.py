"""The commands and their arguments. What a command does is imported when it runs, so that help comes at once."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from reader import __version__
from reader.cli.options import (
    encoding_option,
    pages_option,
    plain_option,
    setting_options,
)
from reader.cli.routing import OPEN, OpeningGroup
from reader.cli.spoken import LANGUAGE_OPTION, SpokenOption, argument, option
from reader.cli.terminal import MEASURE, is_terminal, report, take_keyboard, write
from reader.languages import message, say

if TYPE_CHECKING:
    from reader.model import Issue

EPILOG = message("""\b
Examples:
  dubao page.txt                      read a page
  dubao 2031-05-12/                   read the pages in a folder as one issue
  pdftotext -layout a.pdf - | dubao - read what a program writes
  dubao show page.txt 2 | less        the second article as text
  dubao show page.txt --json          the whole issue for a program
  dubao search 新桥 papers/           find a word in all the issues in a folder

\b
Completion, for bash (also zsh and fish):
  eval "$(_DUBAO_COMPLETE=bash_source dubao)"
""")

GREETING = message("This is a sample; open a newspaper of your own with: dubao PATH")


def _complete_sample(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from reader.library import find_samples

    return [CompletionItem(sample.name, help=sample.title) for sample in find_samples() if incomplete in sample.name]


@click.group(
    cls=OpeningGroup,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(
    __version__,
    "-V",
    "--version",
    message="dubao %(version)s",
    cls=SpokenOption,
    help=message("Show the version and leave."),
)
@option(
    LANGUAGE_OPTION,
    metavar=message("LANGUAGE"),
    expose_value=False,
    help=message("Of the interface: en, zh_Hans or zh_Hant; as the settings or the locale say."),
)
def program() -> None:
    """Read digitized Chinese newspapers, by article.

    PATH is a page, a folder of pages or of issues, or - for standard input; without one, choose from the issues opened
    before. Where standard output is no terminal, the text is written to it instead.
    """


@program.command(OPEN, hidden=True)
@argument("path", required=False, metavar=message("[PATH]"), type=click.Path(allow_dash=True))
@encoding_option
@pages_option
@plain_option
@option(
    "--sample",
    metavar=message("[NAME]"),
    is_flag=False,
    flag_value="",
    shell_complete=_complete_sample,
    help=message("Open a newspaper that comes with the program; without a name, list them."),
)
@setting_options
@option("--tour", is_flag=True, help=message("Teach the first ten keys, on a sample where no PATH is given."))
def open_command(
    path: str | None,
    encoding: str | None,
    pages: str | None,
    no_corrections: bool,
    sample: str | None,
    tour: bool,
    **options: str | bool | None,
) -> None:
    """Open an issue on the screen."""
    if sample is not None and path is not None:
        raise click.UsageError(say("Give either PATH or --sample, not both."))
    if sample == "":
        from reader.cli.samples import format_samples

        write(format_samples())
        return
    if is_terminal():
        _read_on_screen(
            path,
            sample,
            encoding,
            corrections=not no_corrections,
            pages=pages,
            options=options,
            tour=tour,
        )
        return
    from reader.cli.scripts import find_transform
    from reader.cli.show import format_issue, report_notes
    from reader.library import open_issue

    issue = open_issue(_resolve(path, sample), encoding=encoding, corrections=not no_corrections, pages=pages)
    script = options["script"]
    if path is None and sample is None:
        report(say(GREETING))
    report_notes(issue, issue.articles)
    write(format_issue(issue, MEASURE, find_transform(str(script) if script else None, issue)))


def _read_on_screen(
    path: str | None,
    sample: str | None,
    encoding: str | None,
    *,
    corrections: bool,
    pages: str | None,
    options: Mapping[str, str | bool | None],
    tour: bool,
) -> None:
    stdin = None
    if path == "-":
        # Read to its end before the keyboard takes its place.
        from reader.sources.files import read_stream

        stdin = BytesIO(read_stream(sys.stdin.buffer, path))
    elif path is not None and not Path(path).exists():
        # Said before the screen is taken; whatever else is wrong shows itself on opening.
        from reader.library import open_issue

        open_issue(path, encoding=encoding)
    take_keyboard()
    from reader.app import run
    from reader.settings import read_settings

    def open_behind_the_first_frame(on_progress: Callable[[Issue | None, float], None]) -> Issue:
        from reader.library import open_issue

        return open_issue(
            _resolve(path, sample),
            encoding=encoding,
            stdin=stdin,
            corrections=False,
            pages=pages,
            on_progress=on_progress,
        )

    run(
        None if path is None and sample is None else open_behind_the_first_frame,
        path=path,
        corrections=corrections,
        settings=read_settings(options),
        tour="all" if tour else "newcomers" if path is None else "nobody",
    )


def _resolve(path: str | None, sample: str | None) -> str:
    """The path to open: the user's, or a sample's."""
    if path is not None:
        return path
    from reader.cli.samples import find_sample

    return find_sample(sample)
