"""`dubao search`: a line for every place where something is found, in the manner of grep."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import closing
from enum import Enum
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Final

from reader.cli.finding import STANDARD_INPUT, Found, Request, Searched, search_issue
from reader.cli.progress import Progress
from reader.cli.terminal import has_colour, paint, report, write
from reader.cli.workers import run_in_order
from reader.errors import QueryError, SourceError
from reader.export.json import JsonObject
from reader.hanzi.harmless import make_harmless
from reader.languages import say
from reader.search import Field, Mode, find_field, parse_query
from reader.sources import SOURCES
from reader.sources.entries import find_issues
from reader.sources.files import read_listing
from reader.sources.manifest import MANIFEST_NAME
from reader.sources.naming import parse_page_name

CONTEXT: Final = 16
"""Characters shown on either side of a hit where nobody asks for others; words are no measure here."""

FOUND: Final = 0
NOT_FOUND: Final = 1
FAILED: Final = 2


class Telling(Enum):
    """What is told of an issue in which something is found."""

    HITS = "hits"
    COUNT = "count"
    PATH = "path"


def search_paths(
    query: str,
    paths: Sequence[str],
    *,
    mode: Mode = Mode.FOLDED,
    field: str | None = None,
    context: int = CONTEXT,
    furniture: bool = False,
    encoding: str | None = None,
    corrections: bool = True,
    telling: Telling = Telling.HITS,
    as_json: bool = False,
) -> int:
    """Search all the issues at these paths, write what is found, and report what cannot be read.

    Returns:
        The exit code: 2 where something could not be read, else 0 where something was found, else 1.

    Raises:
        QueryError: Where there is nothing to look for, or the query cannot be understood or takes too long.
    """
    parsed = parse_query(query, mode, _find_field(field))
    if parsed.is_empty:
        raise QueryError(say("there is nothing to look for"))
    if parsed.remark:
        report(parsed.remark)
    only_count = telling is not Telling.HITS
    request = Request(parsed, context, furniture, only_count, encoding=encoding, corrections=corrections)
    form = _form_json if as_json else _form_line
    progress = Progress()
    failed, issues, hits = False, 0, 0
    sources = chain.from_iterable(map(find_sources, paths))
    results = run_in_order(partial(search_issue, request), sources, here=lambda source: source == STANDARD_INPUT)
    with closing(results):
        for searched in results:
            if searched.query_error is not None:
                progress.clear()
                raise QueryError(searched.query_error)
            issues += 1
            hits += searched.count
            if searched.error is not None or searched.count:
                progress.clear()
            if searched.error is not None:
                failed = True
                report(searched.error)
            elif searched.count:
                write(["\n".join(form(searched, telling))])
            progress.show(issues, hits)
    progress.clear()
    if failed:
        return FAILED
    return FOUND if hits else NOT_FOUND


def format_found(path: str, found: Found) -> str:
    """One line: file, page, article and number of the part in it, then the context.

    In page furniture its kind stands for the article. The match is in colour, or where there is none in 【】.
    """
    colon = paint(":", "separator")
    place = colon.join([paint(path, "path"), found.label or found.page, found.article or found.kind, str(found.part)])
    match = paint(found.text, "match") if has_colour() else f"【{found.text}】"
    return f"{place}{colon} {found.before}{match}{found.after}"


def describe_found(path: str, found: Found) -> JsonObject:
    """A hit as values that JSON knows.

    `part` counts from 1; `start` and `end` are code points of the part's whole text. `rest` has the further stretches
    of a hit that print broke.
    """
    return {
        "path": path,
        "issue": found.issue or None,
        "page": found.page,
        "label": found.label,
        "article": found.article,
        "headline": found.headline or None,
        "part": found.part,
        "kind": found.kind,
        "start": found.start,
        "end": found.end,
        "rest": [{"part": span.part + 1, "start": span.start, "end": span.end} for span in found.rest],
        "text": found.text,
        "before": found.before,
        "after": found.after,
    }


def find_sources(path: str) -> Iterator[str]:
    """The paths of all issues at a path: itself, or the issues in a folder, however deep.

    A folder whose files' names tell of several days is a heap of pages, each of them an issue. A path with nothing in
    it that could be opened is given back: opening it tells why.
    """
    if path == STANDARD_INPUT or not Path(path).is_dir():
        yield path
        return
    for issue in find_issues(Path(path)):
        yield from map(str, _find_heap(issue) or [issue])


def _find_heap(folder: Path) -> tuple[Path, ...]:
    """The files of a folder whose names tell of more than one day, and so of more than one issue; else ()."""
    if not folder.is_dir() or (folder / MANIFEST_NAME).is_file():
        return ()
    try:
        pages = read_listing(folder, frozenset().union(*(source.suffixes for source in SOURCES))).pages
    except SourceError:
        return ()
    days = set()
    for page in pages:
        # The file's own name alone: that of a folder is the same for all.
        if day := parse_page_name(Path(page.name)).date:
            days.add(day)
        if len(days) > 1:
            return pages
    return ()


def _find_field(name: str | None) -> Field | None:
    if name is None:
        return None
    field = find_field(name)
    if field is None:
        raise QueryError(
            say("there is no field “{name}”; use headline (标题) or author (作者)", name=make_harmless(name))
        )
    return field


def _form_line(searched: Searched, telling: Telling) -> Iterator[str]:
    path = paint(searched.path, "path")
    if telling is Telling.PATH:
        yield path
    elif telling is Telling.COUNT:
        yield f"{path}{paint(':', 'separator')}{searched.count}"
    else:
        for found in searched.found:
            yield format_found(searched.path, found)


def _form_json(searched: Searched, telling: Telling) -> Iterator[str]:
    values: list[JsonObject]
    if telling is Telling.PATH:
        values = [{"path": searched.path}]
    elif telling is Telling.COUNT:
        values = [{"path": searched.path, "count": searched.count}]
    else:
        values = [describe_found(searched.path, found) for found in searched.found]
    for value in values:
        yield json.dumps(value, ensure_ascii=False)
