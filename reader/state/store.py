"""What is kept of all issues: the shelf, marks and annotations, and forgetting."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from reader.model import Issue
from reader.state.anchors import TextFinder
from reader.state.database import Database, Value
from reader.state.kept_issue import KeptIssue, settle_articles
from reader.state.opening import find_set_aside
from reader.state.rows import (
    ANNOTATION_COLUMNS,
    MARK_COLUMNS,
    STANDARD_INPUT,
    make_fingerprint,
    make_key,
    make_path,
    make_unopened,
    parse_annotation,
    parse_entry,
    parse_mark,
)
from reader.state.values import Annotation, AnnotationKind, IssueName, Mark, Removed, ShelfEntry

if TYPE_CHECKING:
    import sqlite3

_SHELF: Final = """
    SELECT issues.path, title, date, format, articles, characters, opened,
        coalesce(seen.read, 0), coalesce(seen.done, 0),
        coalesce(notes.bookmarks, 0), coalesce(notes.highlights, 0)
    FROM issues
    LEFT JOIN (
        SELECT issue, sum(read) AS read, sum(length * CASE WHEN read THEN 1 ELSE progress END) AS done
        FROM articles WHERE here GROUP BY issue
    ) AS seen ON seen.issue = issues.id
    LEFT JOIN (
        SELECT issue, sum(kind = 'bookmark') AS bookmarks, sum(kind = 'highlight') AS highlights
        FROM annotations GROUP BY issue
    ) AS notes ON notes.issue = issues.id
    WHERE issues.path != CAST('-' AS BLOB)
"""

_ANNOTATION_ROW: Final = "issue, kind, anchor, quote, note, made, article, page"
"""The columns of a bookmark or a highlight behind its number."""


class Store:
    """All that is kept. Every change is kept when its call returns; see `open_store` about threads.

    Reading and writing raise StateError where the file cannot be read or written; the message is for the reader.
    """

    def __init__(self, connection: sqlite3.Connection, file: Path | None, remarks: tuple[str, ...] = ()) -> None:
        self._db = Database(connection)
        self._file = file
        self.remarks = remarks
        """What the reader should know about the file: sentences in Chinese and then English."""

    @property
    def is_kept(self) -> bool:
        """Whether things outlive the program."""
        return self._file is not None

    def is_new(self) -> bool:
        """Whether no issue was ever kept in it, not even one that has been forgotten since."""
        return not self._db.run("SELECT 1 FROM sqlite_sequence WHERE name = 'issues'")

    def keep(self, issue: Issue) -> KeptIssue:
        """Put an issue on the shelf, and give what is kept of it.

        What was kept of its articles is found again where they have changed since; an issue whose file was moved is
        known by its text. To be called again when its articles have been made anew.

        Args:
            issue: The whole issue, with corrections. From standard input it is known by its text, and not on the shelf.
        """
        finder = TextFinder(issue)
        path = make_path(issue.source)
        fingerprint = make_fingerprint(issue)
        key = make_key(path) + (fingerprint.encode() if path == STANDARD_INPUT else b"")
        with self._db.writing():
            if not self._db.run("SELECT 1 FROM issues WHERE key = ?", [key]):
                self._adopt(fingerprint, key, path)
            self._db.run(
                """INSERT INTO issues (key, path, title, date, format, articles, characters, fingerprint, opened)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET path = excluded.path,
                title = excluded.title, date = excluded.date, format = excluded.format, articles = excluded.articles,
                characters = excluded.characters, fingerprint = excluded.fingerprint, opened = excluded.opened""",
                [
                    key,
                    os.fsencode(path),
                    issue.title,
                    issue.date.isoformat() if issue.date else None,
                    issue.format,
                    len(issue.articles),
                    sum(article.length for article in issue.articles),
                    fingerprint,
                    time.time(),
                ],
            )
            [(number,)] = self._db.run("SELECT id FROM issues WHERE key = ?", [key])
            settle_articles(self._db, number, finder)
        return KeptIssue(self._db, number, path, finder)

    def _adopt(self, fingerprint: str, key: bytes, path: str) -> None:
        """Give the record of an issue with the same text, whose file is gone, to this path."""
        for number, old in self._db.run("SELECT id, path FROM issues WHERE fingerprint = ?", [fingerprint]):
            if old != STANDARD_INPUT.encode() and not os.path.lexists(os.fsdecode(old)):
                self._db.run("UPDATE issues SET key = ?, path = ? WHERE id = ?", [key, os.fsencode(path), number])
                return

    def shelf(self) -> tuple[ShelfEntry, ...]:
        """The issues opened before, by title and date."""
        return tuple(map(parse_entry, self._db.run(f"{_SHELF} ORDER BY title IS NULL, title, date, issues.path")))

    def find_entry(self, path: str | Path) -> ShelfEntry | None:
        """An issue by its path; None where it was never opened."""
        where, values = _choose_path(path)
        rows = self._db.run(f"{_SHELF} AND {where}", values)
        return parse_entry(rows[0]) if rows else None

    def look_up(self, issues: Iterable[IssueName]) -> tuple[ShelfEntry, ...]:
        """Issues as they stand on the shelf, in the order given; those that were never opened as such."""
        kept = {make_key(entry.issue.path): entry for entry in self.shelf()}
        return tuple(kept.get(make_key(make_path(issue.path))) or make_unopened(issue) for issue in issues)

    def find_last(self) -> ShelfEntry | None:
        """The issue that was opened last, unless it came through standard input."""
        rows = self._db.run(f"{_SHELF} ORDER BY opened DESC, issues.id DESC LIMIT 1")
        return parse_entry(rows[0]) if rows else None

    def marks(self, path: str | Path | None = None) -> tuple[Mark, ...]:
        """The marks in all issues, or in one, by letter."""
        where, values = _choose_path(path)
        statement = f"SELECT {MARK_COLUMNS} FROM marks JOIN issues ON issues.id = marks.issue WHERE {where}"
        return tuple(map(parse_mark, self._db.run(f"{statement} ORDER BY letter, made", values)))

    def bookmarks(self, path: str | Path | None = None) -> tuple[Annotation, ...]:
        """The bookmarks in all issues, or in one, the latest first."""
        return self._find_annotations(AnnotationKind.BOOKMARK, path)

    def highlights(self, path: str | Path | None = None) -> tuple[Annotation, ...]:
        """The highlights in all issues, or in one, the latest first."""
        return self._find_annotations(AnnotationKind.HIGHLIGHT, path)

    def _find_annotations(self, kind: AnnotationKind, path: str | Path | None) -> tuple[Annotation, ...]:
        where, values = _choose_path(path)
        rows = self._db.run(
            f"""SELECT {ANNOTATION_COLUMNS} FROM annotations JOIN issues ON issues.id = annotations.issue
            WHERE kind = ? AND {where} ORDER BY annotations.id DESC""",
            [kind.value, *values],
        )
        return tuple(map(parse_annotation, rows))

    def change_note(self, annotation: int, note: str) -> bool:
        """Write another note on a bookmark or a highlight; False where it is not there any more."""
        return self._db.change("UPDATE annotations SET note = ? WHERE id = ?", [note, annotation]) > 0

    def remove(self, annotation: int) -> Removed | None:
        """Remove a bookmark or a highlight; None where it is not there any more."""
        with self._db.writing():
            rows = self._db.run(f"SELECT {_ANNOTATION_ROW} FROM annotations WHERE id = ?", [annotation])
            self._db.run("DELETE FROM annotations WHERE id = ?", [annotation])
        return Removed(annotation, rows[0]) if rows else None

    def restore(self, removed: Removed) -> None:
        """Put back a bookmark or a highlight that was removed, unless it is there again.

        Raises:
            StateError: Its issue was forgotten meanwhile, or the file cannot be written.
        """
        self._db.run(
            f"INSERT OR IGNORE INTO annotations (id, {_ANNOTATION_ROW}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [removed.annotation, *removed.values],
        )

    def drop_stops(self, stops: Sequence[int]) -> None:
        """Forget places that lay ahead of the reader, who has gone another way from here."""
        with self._db.writing():
            for stop in stops:
                self._db.run("DELETE FROM stops WHERE id = ?", [stop])

    def forget(self, path: str | Path) -> bool:
        """Forget all about an issue; "-" forgets all that came through standard input.

        Returns:
            Whether there was anything. The text of it is overwritten in the file.
        """
        where, values = _choose_path(path)
        forgotten = self._db.change(f"DELETE FROM issues WHERE {where}", values) > 0
        self._empty_log()
        return forgotten

    def forget_all(self) -> int:
        """Forget everything, also what stands in damaged files that were set aside.

        Returns:
            How many issues were forgotten.

        Raises:
            StateError: The file could not be written.
            OSError: A file that was set aside could not be removed.
        """
        count = self._db.change("DELETE FROM issues")
        self._empty_log()
        for file in find_set_aside(self._file) if self._file else ():
            file.unlink()
        return count

    def _empty_log(self) -> None:
        # Where another dubao is just reading, the log is emptied when that is closed.
        self._db.run("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let go of the file. Nothing is lost where this is never called."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


def _choose_path(path: str | Path | None) -> tuple[str, list[Value]]:
    """The condition for one issue, or for all."""
    if path is None:
        return "1", []
    kept = make_path(path)
    if kept == STANDARD_INPUT:
        return "issues.path = ?", [STANDARD_INPUT.encode()]
    return "issues.key = ?", [make_key(kept)]
