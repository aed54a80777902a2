"""`dubao search`: a line for every place where something is found, in the manner of grep."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reader.cli.naming import name_issue
from reader.cli.terminal import paint, report, write
from reader.errors import QueryError, SourceError
from reader.export.json import JsonObject, format_json
from reader.hanzi.harmless import make_harmless
from reader.library import STANDARD_INPUT, open_issue
from reader.model import Article, Issue, Part
from reader.search import Hit, Index, Query, find_context, parse_query
from reader.sources import SOURCES
from reader.sources.files import read_listing

SCHEMA: Final = "dubao.search/1"

CONTEXT: Final = 16
"""Characters shown on either side of a hit, more on one side where the other has fewer; words are no measure here."""

FOUND: Final = 0
NOT_FOUND: Final = 1
FAILED: Final = 2


@dataclass(frozen=True, slots=True)
class Found:
    """A hit with what it was found in."""

    issue: Issue
    article: Article
    hit: Hit

    @property
    def part(self) -> Part:
        """The part that it stands in."""
        return self.article.parts[self.hit.part]

    @property
    def label(self) -> str | None:
        """The label of the page that the part begins on."""
        page = self.issue.find_page(self.part.page)
        return make_harmless(page.label) if page and page.label else None

    @property
    def context(self) -> tuple[str, str, str]:
        """The text before the hit, the hit, and the text after it, with … where there is more."""
        length = self.hit.end - self.hit.start
        context = find_context(self.part.text, self.hit.start, self.hit.end, length + 2 * CONTEXT)
        before = ("…" if context.cut_before else "") + context.before
        after = context.after + ("…" if context.cut_after else "")
        return make_harmless(before), make_harmless(context.match), make_harmless(after)


def search_paths(query: str, paths: Sequence[str], *, encoding: str | None = None, as_json: bool = False) -> int:
    """Search all the issues at these paths, write what is found, and report what cannot be read.

    Returns:
        The exit code: 2 where something could not be read, else 0 where something was found, else 1.

    Raises:
        QueryError: Where there is nothing to look for.
    """
    parsed = parse_query(query)
    if parsed.is_empty:
        raise QueryError("没有要找的字 · there is nothing to look for")
    errors: list[str] = []
    described: list[JsonObject] = []
    any_found = False
    for issue in _open_all(paths, encoding, errors):
        for found in find_all(issue, parsed):
            any_found = True
            if as_json:
                described.append(describe_found(found))
            else:
                write([format_found(found)])
    if as_json:
        write([format_json({"schema": SCHEMA, "query": make_harmless(query), "hits": described, "errors": errors})])
    if errors:
        return FAILED
    return FOUND if any_found else NOT_FOUND


def find_all(issue: Issue, query: Query) -> Iterator[Found]:
    """The hits of one issue, in reading order."""
    for hit in Index(issue).find(query):
        article = issue.find_article(hit.article)
        if article is not None:
            yield Found(issue, article, hit)


def format_found(found: Found) -> str:
    """One line: file, page, article and number of the part in it, then the headline, then the context."""
    colon = paint(":", "separator")
    place = colon.join(
        [
            paint(make_harmless(found.issue.source), "path"),
            found.label or found.part.page,
            found.article.id,
            str(found.hit.part + 1),
        ]
    )
    before, match, after = found.context
    title = make_harmless(found.article.title)
    headline = f"{paint(title, 'headline')}{colon} " if title and title != found.part.text else ""
    return f"{place}{colon} {headline}{before}{paint(match, 'match')}{after}"


def describe_found(found: Found) -> JsonObject:
    """A hit as values that JSON knows; `start` and `end` are code points of the part's whole text."""
    before, match, after = found.context
    return {
        "source": make_harmless(found.issue.source),
        "issue": name_issue(found.issue) or None,
        "page": found.part.page,
        "label": found.label,
        "article": found.article.id,
        "headline": make_harmless(found.article.title),
        "part": found.hit.part + 1,
        "kind": found.part.kind.value,
        "start": found.hit.start,
        "end": found.hit.end,
        "before": before,
        "match": match,
        "after": after,
    }


def find_sources(path: str) -> Iterator[str]:
    """The paths of all issues at a path: itself, or the folders of pages in a folder, however deep.

    A path with nothing in it that could be opened is given back: opening it tells why.
    """
    folder = Path(path)
    if path == STANDARD_INPUT or not folder.is_dir():
        yield path
        return
    suffixes = frozenset[str]().union(*(source.suffixes for source in SOURCES))
    seen: set[Path] = set()
    some = False
    waiting = [folder]
    while waiting:
        folder = waiting.pop()
        # A link to a folder above would go round for ever.
        if (real := folder.resolve()) in seen:
            continue
        seen.add(real)
        try:
            listing = read_listing(folder, suffixes)
        except SourceError:
            some = True
            yield str(folder)
            continue
        if listing.pages:
            some = True
            yield str(folder)
        waiting.extend(reversed(listing.folders))
    if not some:
        yield path


def _open_all(paths: Sequence[str], encoding: str | None, errors: list[str]) -> Iterator[Issue]:
    """Every issue that can be opened; what cannot is reported and added to `errors`."""
    for path in paths:
        for source in find_sources(path):
            try:
                yield open_issue(source, encoding=encoding, stdin=sys.stdin.buffer if source == "-" else None)
            except SourceError as error:
                errors.append(str(error))
                report(str(error))
