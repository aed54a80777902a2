"""Values as they stand in the tables."""

from __future__ import annotations

import json
import os
from datetime import date, datetime
from pathlib import Path
from typing import Final

from reader.model import Issue
from reader.state.database import Row
from reader.state.values import Anchor, Annotation, AnnotationKind, IssueName, Mark, Point, ShelfEntry

STANDARD_INPUT: Final = "-"

NAME_COLUMNS: Final = "issues.path, issues.title, issues.date"
MARK_COLUMNS: Final = f"marks.letter, marks.anchor, marks.quote, marks.made, {NAME_COLUMNS}"
ANNOTATION_COLUMNS: Final = (
    "annotations.id, annotations.kind, annotations.anchor, annotations.quote, annotations.note, annotations.made,"
    f" annotations.article, annotations.page, {NAME_COLUMNS}"
)


def make_path(source: str | Path) -> str:
    """The path under which an issue is kept: absolute, links taken by their names; "-" for standard input."""
    return STANDARD_INPUT if str(source) == STANDARD_INPUT else os.path.abspath(source)  # noqa: PTH100


def make_key(path: str) -> bytes:
    """What tells a path from others on this system; any name has bytes, not every one has UTF-8."""
    return os.fsencode(os.path.normcase(path))


def make_fingerprint(issue: Issue) -> str:
    """What tells an issue's text from any other's, wherever its file lies.

    It is made of the printed lines, which corrections leave alone, or of the articles where no lines are known.
    """
    # Its 2 ms are for those who keep something.
    from hashlib import blake2b

    digest = blake2b(digest_size=16)
    lines = [line.text for page in issue.pages for line in page.lines]
    for text in lines or [part.text for article in issue.articles for part in article.parts]:
        digest.update(text.encode("utf-8", "surrogatepass"))
        digest.update(b"\n")
    return digest.hexdigest()


def format_anchor(anchor: Anchor) -> str:
    """The anchor as JSON."""
    end = anchor.end
    ends = [anchor.start] if end is None else [anchor.start, end]
    points = [[point.part, point.offset, point.before, point.after] for point in ends]
    return json.dumps([anchor.article, anchor.length, *points], ensure_ascii=False, separators=(",", ":"))


def parse_anchor(text: str) -> Anchor:
    """The anchor that `format_anchor` has written."""
    article, length, start, *end = json.loads(text)
    return Anchor(article, Point(*start), Point(*end[0]) if end else None, length)


def parse_time(seconds: float) -> datetime:
    """A time in the local time zone."""
    return datetime.fromtimestamp(seconds).astimezone()


def parse_name(path: bytes, title: str | None, day: str | None) -> IssueName:
    """The name of an issue, from `NAME_COLUMNS`."""
    return IssueName(os.fsdecode(path), title, date.fromisoformat(day) if day else None)


def parse_mark(row: Row) -> Mark:
    """A mark, from `MARK_COLUMNS`."""
    letter, anchor, quote, made, *name = row
    return Mark(letter, parse_name(*name), parse_anchor(anchor), quote, parse_time(made))


def parse_annotation(row: Row) -> Annotation:
    """A bookmark or a highlight, from `ANNOTATION_COLUMNS`."""
    number, kind, anchor, quote, note, made, article, page, *name = row
    return Annotation(
        id=number,
        kind=AnnotationKind(kind),
        issue=parse_name(*name),
        anchor=parse_anchor(anchor),
        quote=quote,
        note=note,
        made=parse_time(made),
        article=article,
        page=page,
    )


def make_unopened(issue: IssueName) -> ShelfEntry:
    """An issue that was never opened, as it would stand on the shelf."""
    return ShelfEntry(
        issue, format="", articles=0, unread=0, characters=0, progress=0.0, bookmarks=0, highlights=0, opened=None
    )


def parse_entry(row: Row) -> ShelfEntry:
    """An issue on the shelf, from the columns that `Store.shelf` asks for."""
    path, title, day, form, articles, characters, opened, read, seen, bookmarks, highlights = row
    share = seen / characters if characters else (read / articles if articles else 0.0)
    return ShelfEntry(
        issue=parse_name(path, title, day),
        format=form,
        articles=articles,
        unread=max(0, articles - read),
        characters=characters,
        progress=min(1.0, share),
        bookmarks=bookmarks,
        highlights=highlights,
        opened=parse_time(opened),
    )
