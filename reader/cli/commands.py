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
    json_option,
    pages_option,
    path_argument,
    plain_option,
    script_option,
    setting_options,
)
from reader.cli.routing import OPEN, OpeningGroup
from reader.cli.spoken import LANGUAGE_OPTION, SpokenOption, argument, option
from reader.cli.terminal import MEASURE, is_terminal, report, take_keyboard, terminal_width, write
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

    issue = _open_issue(_resolve(path, sample), encoding, corrections=not no_corrections, pages=pages)
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
        _open_issue(path, encoding)
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


@program.command("list", short_help=message("List the articles of an issue."))
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

    issue = _open_issue(path, encoding, corrections=not no_corrections, pages=pages)
    if as_json:
        write([format_json(describe_listing(issue))])
    else:
        write(format_listing(issue, terminal_width()))


@program.command("show", short_help=message("Write an article, or the whole issue, as text."))
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

    issue = _open_issue(path, encoding, corrections=not no_corrections, pages=pages)
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


@program.command("check", short_help=message("Tell what became of every printed character."))
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
    from reader.model.account import make_account

    issue = _open_issue(path, encoding, corrections=not no_corrections, pages=pages)
    account = make_account(issue)
    write([format_json(describe_check(issue, account))] if as_json else format_check(issue, account))
    raise click.exceptions.Exit(WHOLE if account.is_whole else NOT_WHOLE)


@program.command("search", short_help=message("Find words, whatever their script, case or width."))
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


@program.command("shelf", short_help=message("List the issues that were opened before."))
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


@program.command("forget", short_help=message("Forget places, marks and notes."))
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


def _open_issue(path: str, encoding: str | None, *, corrections: bool = True, pages: str | None = None) -> Issue:
    from reader.library import open_issue

    stdin = sys.stdin.buffer if path == "-" else None
    return open_issue(path, encoding=encoding, stdin=stdin, corrections=corrections, pages=pages)
