"""The arguments of the commands that read an issue: its articles, their text, what became of its print, words in it."""

from __future__ import annotations

import click

from reader.cli.options import (
    encoding_option,
    json_option,
    pages_option,
    path_argument,
    plain_option,
    script_option,
)
from reader.cli.spoken import SpokenCommand, argument, option
from reader.cli.terminal import MEASURE, terminal_width, write
from reader.languages import message


@click.command("list", cls=SpokenCommand, short_help=message("List the articles of an issue."))
@path_argument
@encoding_option
@pages_option
@plain_option
@json_option
def list_command(path: str, encoding: str | None, pages: str | None, no_corrections: bool, as_json: bool) -> None:
    """List the articles of an issue: id, page, kind, length in characters, headline.

    What is uncertain about them stands below the table.
    """
    from reader.cli.listing import describe_listing, format_listing
    from reader.export.json import format_json
    from reader.library import open_issue

    issue = open_issue(path, encoding=encoding, corrections=not no_corrections, pages=pages)
    if as_json:
        write([format_json(describe_listing(issue))])
    else:
        write(format_listing(issue, terminal_width()))


@click.command("show", cls=SpokenCommand, short_help=message("Write an article, or the whole issue, as text."))
@path_argument
@argument("article", required=False, metavar=message("[ARTICLE]"))
@option(
    "--width",
    type=click.IntRange(min=8),
    metavar=message("CELLS"),
    help=message("Longest line; 80 or the terminal's width."),
)
@script_option
@encoding_option
@pages_option
@plain_option
@json_option
def show_command(
    path: str,
    article: str | None,
    width: int | None,
    script: str | None,
    encoding: str | None,
    pages: str | None,
    no_corrections: bool,
    as_json: bool,
) -> None:
    """Write an article, or the whole issue, as text.

    ARTICLE is a number or an id: 3 or a3. What is uncertain about it is said on standard error.
    """
    from reader.cli.scripts import find_transform
    from reader.cli.show import choose_articles, format_articles, format_issue, report_notes
    from reader.export.json import describe_issue, format_json
    from reader.library import open_issue

    issue = open_issue(path, encoding=encoding, corrections=not no_corrections, pages=pages)
    articles = choose_articles(issue, article)
    transform = find_transform(script, issue)
    measure = width or min(terminal_width() or MEASURE, MEASURE)
    if as_json:
        write([format_json(describe_issue(issue, articles=articles, transform=transform))])
        return
    report_notes(issue, articles)
    if article is None:
        write(format_issue(issue, measure, transform))
    else:
        write(format_articles(articles, measure, transform))


@click.command("check", cls=SpokenCommand, short_help=message("Tell what became of every printed character."))
@path_argument
@encoding_option
@pages_option
@plain_option
@json_option
def check_command(path: str, encoding: str | None, pages: str | None, no_corrections: bool, as_json: bool) -> None:
    """Tell what became of every printed character: articles, page furniture, what is doubtful, what was lost.

    The exit code is 0 where every character stands in one place, 1 where one is lost or added, 2 where the issue could
    not be read.
    """
    from reader.cli.check import NOT_WHOLE, WHOLE, describe_check, format_check
    from reader.export.json import format_json
    from reader.library import open_issue
    from reader.model.account import make_account

    issue = open_issue(path, encoding=encoding, corrections=not no_corrections, pages=pages)
    account = make_account(issue)
    write([format_json(describe_check(issue, account))] if as_json else format_check(issue, account))
    raise click.exceptions.Exit(WHOLE if account.is_whole else NOT_WHOLE)


@click.command("search", cls=SpokenCommand, short_help=message("Find words, whatever their script, case or width."))
@argument("query", metavar=message("QUERY"))
@argument("paths", nargs=-1, required=True, metavar=message("PATH…"), type=click.Path(allow_dash=True))
@option(
    "--mode",
    type=click.Choice(["folded", "exact", "variants", "regex", "fuzzy"]),
    default="folded",
    help=message(
        "folded (the default): script, width and case make no difference; exact: as typed; variants: rare variants "
        "異體 too; regex: a regular expression; fuzzy: for text from OCR, a character in four may be wrong."
    ),
)
@option("--field", metavar=message("NAME"), help=message("Only in 标题 (headline) or 作者 (author)."))
@option("--furniture", is_flag=True, help=message("Also in folios, imprints and lists of contents."))
@option(
    "-C", "--context", type=click.IntRange(min=0), metavar=message("N"), help=message("Characters on either side; 16.")
)
@option("-c", "--count", is_flag=True, help=message("Only how often it is found in each issue where it is."))
@option("-l", "--files-with-matches", is_flag=True, help=message("Only the paths of the issues where it is found."))
@encoding_option
@plain_option
@option("--json", "as_json", is_flag=True, help=message("Write JSON, one object a line."))
def search_command(
    query: str,
    paths: tuple[str, ...],
    mode: str,
    field: str | None,
    furniture: bool,
    context: int | None,
    count: bool,
    files_with_matches: bool,
    encoding: str | None,
    no_corrections: bool,
    as_json: bool,
) -> None:
    """Find words, whatever their script, case or width, across printed line and page ends.

    PATH is a page, an issue, or a folder of issues, however deep; - is standard input. Of several words all must be in
    an article; "…" “…” 「…」 keep a phrase together, -word excludes, 标题: 作者: 版: (headline: author: page:) say
    where a word is to stand. Put -- before a query that begins with -.

    One line for every place: path, page, article, part of the article, context. The exit code is 0 where something
    was found, 1 where nothing was, 2 where a file could not be read.
    """
    from reader.cli.search import CONTEXT, Telling, search_paths
    from reader.search import Mode

    code = search_paths(
        query,
        paths,
        mode=Mode(mode),
        field=field,
        context=CONTEXT if context is None else context,
        furniture=furniture,
        encoding=encoding,
        corrections=not no_corrections,
        telling=Telling.PATH if files_with_matches else Telling.COUNT if count else Telling.HITS,
        as_json=as_json,
    )
    raise click.exceptions.Exit(code)
