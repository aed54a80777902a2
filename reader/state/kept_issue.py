"""What is kept of the issue that is being read: places, progress, marks, bookmarks, highlights."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Final

from reader.errors import StateError
from reader.languages import say
from reader.state.anchors import TextFinder
from reader.state.database import Database
from reader.state.rows import (
    ANNOTATION_COLUMNS,
    MARK_COLUMNS,
    format_anchor,
    parse_anchor,
    parse_annotation,
    parse_mark,
)
from reader.state.values import STOPS, STOPS_IN_ALL, Anchor, Annotation, AnnotationKind, ArticleState, Found, Mark, Stop

READ: Final = 1.0
"""Progress at which an article has been read: its last line was on the screen."""
QUOTE: Final = 40
"""Characters that are quoted of a place: a line of a list."""
LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
"""Marks of an issue; their capitals are marks of all issues."""
_ALL: Final = 0
"""Scope of marks that belong to no issue."""


class KeptIssue:
    """What is kept of one issue; made by `Store.keep`.

    Articles are indexes into `Issue.articles`; places are a part and an offset. Every change is kept when its call
    returns. StateError is raised where the file cannot be written, or where the issue was forgotten meanwhile.
    """

    def __init__(self, db: Database, number: int, path: str, finder: TextFinder) -> None:
        self.path = path
        """Absolute; "-" for standard input."""
        self._db = db
        self._number = number
        self._finder = finder

    # Places

    def remember_place(self, article: int, part: int, offset: int, progress: float) -> None:
        """Keep where the reader is.

        Args:
            article: The article that is shown.
            part: Index of the part at the top of the screen.
            offset: Code points into its text.
            progress: How much of the article has been seen, 0 to 1; the furthest is kept, and 1 is read.
        """
        self._db.run(
            """INSERT INTO articles (issue, key, anchor, progress, read, length, here, visited)
            VALUES (?, ?, ?, ?, ?, ?, 1, ?) ON CONFLICT (issue, key) DO UPDATE SET anchor = excluded.anchor,
            progress = max(progress, excluded.progress), read = max(read, excluded.read), length = excluded.length,
            here = 1, visited = excluded.visited""",
            [
                self._number,
                self._finder.keys[article],
                format_anchor(self._finder.make_anchor(article, (part, offset))),
                progress,
                int(progress >= READ),
                self._finder.issue.articles[article].length,
                time.time(),
            ],
        )

    def find_place(self, article: int) -> Found | None:
        """Where the reader left an article; None where it was never opened, or the words are gone from it."""
        rows = self._db.run(
            "SELECT anchor FROM articles WHERE issue = ? AND key = ? AND anchor IS NOT NULL",
            [self._number, self._finder.keys[article]],
        )
        found = self.resolve(parse_anchor(rows[0][0])) if rows else None
        return found if found is not None and found.article == article else None

    def find_last(self) -> Found | None:
        """Where the reader left the issue; None where it was never read, or the words are gone from it."""
        rows = self._db.run(
            "SELECT anchor FROM articles WHERE issue = ? AND anchor IS NOT NULL ORDER BY visited DESC LIMIT 1",
            [self._number],
        )
        return self.resolve(parse_anchor(rows[0][0])) if rows else None

    def resolve(self, anchor: Anchor) -> Found | None:
        """Where an anchor made in this issue, as it is or as it was, stands now; None where its words are gone."""
        return self._finder.resolve(anchor)

    # The way that the reader came

    def make_stop(self, article: int, part: int, offset: int) -> Stop:
        """A place as a stop that is not kept."""
        return Stop(self.path, self._finder.make_anchor(article, (part, offset)))

    def add_stop(self, article: int, part: int, offset: int) -> Stop:
        """Keep a place that the reader leaves for another.

        Of an issue's, the last `STOPS` are kept, and of all the last `STOPS_IN_ALL`.
        """
        stop = self.make_stop(article, part, offset)
        with self._db.writing():
            number = self._db.add(
                "INSERT INTO stops (issue, anchor, made) VALUES (?, ?, ?)",
                [self._number, format_anchor(stop.anchor), time.time()],
            )
            self._db.run(
                """DELETE FROM stops WHERE issue = ? AND id NOT IN
                (SELECT id FROM stops WHERE issue = ? ORDER BY id DESC LIMIT ?)""",
                [self._number, self._number, STOPS],
            )
            self._db.run("DELETE FROM stops WHERE id <= ?", [number - STOPS_IN_ALL])
        return replace(stop, id=number)

    def stops(self) -> tuple[Stop, ...]:
        """The places of this issue that the reader left for others, the latest last."""
        rows = self._db.run("SELECT id, anchor FROM stops WHERE issue = ? ORDER BY id", [self._number])
        return tuple(Stop(self.path, parse_anchor(anchor), number) for number, anchor in rows)

    # Read and unread

    def find_states(self) -> dict[int, ArticleState]:
        """How far each article has been read; those that were never opened are not in it."""
        rows = self._db.run("SELECT key, progress, read FROM articles WHERE issue = ? AND here", [self._number])
        indexes = {key: index for index, key in enumerate(self._finder.keys)}
        return {indexes[key]: ArticleState(progress, bool(read)) for key, progress, read in rows if key in indexes}

    def set_read(self, article: int, read: bool = True) -> None:
        """Say that an article has been read, or that it has not."""
        self._db.run(
            """INSERT INTO articles (issue, key, progress, read, length, here, visited) VALUES (?, ?, ?, ?, ?, 1, ?)
            ON CONFLICT (issue, key) DO UPDATE SET progress = excluded.progress, read = excluded.read""",
            [
                self._number,
                self._finder.keys[article],
                float(read),
                int(read),
                self._finder.issue.articles[article].length,
                time.time(),
            ],
        )

    # Marks

    def set_mark(self, letter: str, article: int, part: int, offset: int) -> None:
        """Put a mark on a place, in place of the one that had its letter.

        Args:
            letter: a to z for this issue, A to Z for all issues.
            article: The article.
            part: Index of the part.
            offset: Code points into its text.

        Raises:
            StateError: It is no such letter.
        """
        anchor = self._finder.make_anchor(article, (part, offset))
        self._db.run(
            "REPLACE INTO marks (scope, letter, issue, anchor, quote, made) VALUES (?, ?, ?, ?, ?, ?)",
            [
                self._find_scope(letter),
                letter,
                self._number,
                format_anchor(anchor),
                self._quote(article, (part, offset), None),
                time.time(),
            ],
        )

    def find_mark(self, letter: str) -> Mark | None:
        """The mark of that letter; a capital may be in another issue, see `is_here`."""
        rows = self._db.run(
            f"""SELECT {MARK_COLUMNS} FROM marks JOIN issues ON issues.id = marks.issue
            WHERE scope = ? AND letter = ?""",
            [self._find_scope(letter), letter],
        )
        return parse_mark(rows[0]) if rows else None

    def is_here(self, what: Mark | Annotation) -> bool:
        """Whether a mark, a bookmark or a highlight is in this issue, so that `resolve` may find it."""
        return what.issue.path == self.path

    def remove_mark(self, letter: str) -> bool:
        """Remove a mark; False where there is none of that letter."""
        return (
            self._db.change("DELETE FROM marks WHERE scope = ? AND letter = ?", [self._find_scope(letter), letter]) > 0
        )

    def marks(self) -> tuple[Mark, ...]:
        """The marks that can be gone to from here: this issue's, then those of all issues, by letter."""
        rows = self._db.run(
            f"""SELECT {MARK_COLUMNS} FROM marks JOIN issues ON issues.id = marks.issue
            WHERE scope IN (?, ?) ORDER BY scope = ?, letter""",
            [self._number, _ALL, _ALL],
        )
        return tuple(map(parse_mark, rows))

    def _find_scope(self, letter: str) -> int:
        if len(letter) != 1 or letter.lower() not in LETTERS:
            raise StateError(say("marks are letters, a to z or A to Z"))
        return self._number if letter in LETTERS else _ALL

    # Bookmarks and highlights

    def add_bookmark(self, article: int, part: int, offset: int, note: str = "") -> Annotation:
        """Put a bookmark on a place."""
        return self._add(AnnotationKind.BOOKMARK, article, (part, offset), None, note)

    def add_highlight(self, article: int, start: tuple[int, int], end: tuple[int, int], note: str = "") -> Annotation:
        """Highlight a stretch of an article.

        Args:
            article: The article.
            start: Part and offset of its first character.
            end: Part and offset behind its last one; it may be in a later part.
            note: What the reader has to say about it.

        Raises:
            StateError: There is no character in it.
        """
        if self._finder.make_anchor(article, start, end).length == 0:
            raise StateError(say("there is no text in the selection"))
        return self._add(AnnotationKind.HIGHLIGHT, article, start, end, note)

    def bookmarks(self) -> tuple[tuple[Annotation, Found | None], ...]:
        """This issue's bookmarks in the order of the text, and where they stand now; those that are gone come last."""
        return self._find_annotations(AnnotationKind.BOOKMARK)

    def highlights(self) -> tuple[tuple[Annotation, Found | None], ...]:
        """This issue's highlights, likewise."""
        return self._find_annotations(AnnotationKind.HIGHLIGHT)

    def _add(
        self, kind: AnnotationKind, article: int, start: tuple[int, int], end: tuple[int, int] | None, note: str
    ) -> Annotation:
        number = self._db.add(
            """INSERT INTO annotations (issue, kind, anchor, quote, note, made, article, page)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
            [
                self._number,
                kind.value,
                format_anchor(self._finder.make_anchor(article, start, end)),
                self._quote(article, start, end),
                note,
                time.time(),
                self._finder.issue.articles[article].title,
                self._name_page(article),
            ],
        )
        [row] = self._db.run(
            f"""SELECT {ANNOTATION_COLUMNS} FROM annotations JOIN issues ON issues.id = annotations.issue
            WHERE annotations.id = ?""",
            [number],
        )
        return parse_annotation(row)

    def _find_annotations(self, kind: AnnotationKind) -> tuple[tuple[Annotation, Found | None], ...]:
        rows = self._db.run(
            f"""SELECT {ANNOTATION_COLUMNS} FROM annotations JOIN issues ON issues.id = annotations.issue
            WHERE annotations.issue = ? AND kind = ? ORDER BY annotations.id""",
            [self._number, kind.value],
        )
        placed = [(annotation, self.resolve(annotation.anchor)) for annotation in map(parse_annotation, rows)]
        nowhere = len(self._finder.keys)
        return tuple(
            sorted(
                placed, key=lambda pair: (pair[1].article, pair[1].part, pair[1].start) if pair[1] else (nowhere, 0, 0)
            )
        )

    def _name_page(self, article: int) -> str:
        page = self._finder.issue.find_page(self._finder.issue.articles[article].page)
        return " ".join(filter(None, [page.label, page.section])) if page else ""

    def _quote(self, article: int, start: tuple[int, int], end: tuple[int, int] | None) -> str:
        parts = self._finder.issue.articles[article].parts
        if end is None:
            return parts[start[0]].text[start[1] : start[1] + QUOTE] if start[0] < len(parts) else ""
        found = Found(article, *start, *end)
        stretches = found.find_stretches(self._finder.issue.articles[article])
        return "\n".join(parts[stretch.part].text[stretch.start : stretch.end] for stretch in stretches)


def settle_articles(db: Database, number: int, finder: TextFinder) -> None:
    """Give what was kept of an issue's articles to the same articles as they are now.

    What belongs to none of them stays, out of the shelf's sight, for the day when that comes back.
    """
    keys = set(finder.keys)
    rows = db.run("SELECT key, anchor, here FROM articles WHERE issue = ?", [number])
    taken = {key for key, _, _ in rows}
    for key, anchor, here in rows:
        if key in keys:
            if not here:
                db.run("UPDATE articles SET here = 1 WHERE issue = ? AND key = ?", [number, key])
            continue
        index = finder.find_article(key)
        if index is None and anchor is not None and (found := finder.resolve(parse_anchor(anchor))):
            index = found.article
        if index is not None and finder.keys[index] not in taken:
            taken.add(finder.keys[index])
            values = [finder.keys[index], finder.issue.articles[index].length, number, key]
            db.run("UPDATE articles SET key = ?, length = ?, here = 1 WHERE issue = ? AND key = ?", values)
        elif here:
            db.run("UPDATE articles SET here = 0 WHERE issue = ? AND key = ?", [number, key])
