"""`dubao cite`: references to articles."""

from __future__ import annotations

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
from reader.cli.terminal import write
from reader.languages import message

STYLES = ("gbt", "chicago", "mla", "apa", "bibtex", "ris", "csl-json")
"""The values of `reader.export.citation.Style`, which help need not load."""


@click.command("cite", cls=SpokenCommand, short_help=message("Write references to articles."))
@path_argument
@articles_argument
@option(
    "--style",
    type=click.Choice(STYLES),
    default="gbt",
    help=message(
        "gbt (the default): GB/T 7714—2015; chicago, mla, apa: as their manuals have newspapers; bibtex, ris, "
        "csl-json: files for programs that keep references."
    ),
)
@script_option
@encoding_option
@pages_option
@plain_option
def cite_command(
    path: str,
    articles: tuple[str, ...],
    style: str,
    script: str | None,
    encoding: str | None,
    pages: str | None,
    no_corrections: bool,
) -> None:
    """Write references to articles, or to every article of the issue.

    ARTICLE is a number or an id: 3 or a3. What the issue does not know is left out. Names stay as they are printed:
    Chinese names are not split, and nothing is turned into pinyin.
    """
    from reader.cli.choosing import choose_several
    from reader.cli.scripts import find_transform
    from reader.export.citation import Style, cite_all
    from reader.library import open_issue

    issue = open_issue(path, encoding=encoding, corrections=not no_corrections, pages=pages)
    chosen = choose_several(issue, articles)
    references = cite_all(issue, chosen, find_transform(script, issue), Style(style))
    write([references] if references else [])
