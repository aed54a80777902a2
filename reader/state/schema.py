"""The tables, and how a file of an older version becomes one of this."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sqlite3

APPLICATION: Final = 0x64756261
"""`PRAGMA application_id` of our files: "duba"."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        # A path that was forgotten must not lend its number to another: a dubao that still shows it may write.
        """CREATE TABLE issues (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            key BLOB NOT NULL UNIQUE,
            path BLOB NOT NULL,
            title TEXT,
            date TEXT,
            format TEXT NOT NULL,
            articles INTEGER NOT NULL,
            characters INTEGER NOT NULL,
            fingerprint TEXT NOT NULL,
            opened REAL NOT NULL
        )""",
        "CREATE INDEX issues_by_fingerprint ON issues (fingerprint)",
        # `here` is 0 for an article that the issue had when it was opened before, and has no longer.
        """CREATE TABLE articles (
            issue INTEGER NOT NULL REFERENCES issues (id) ON DELETE CASCADE,
            key TEXT NOT NULL,
            anchor TEXT,
            progress REAL NOT NULL,
            read INTEGER NOT NULL,
            length INTEGER NOT NULL,
            here INTEGER NOT NULL,
            visited REAL NOT NULL,
            PRIMARY KEY (issue, key)
        )""",
        # Holds all that the shelf asks for, so that it need not read the anchors.
        "CREATE INDEX articles_by_issue ON articles (issue, here, read, progress, length)",
        # Scope is the issue of a small letter, 0 for capitals.
        """CREATE TABLE marks (
            scope INTEGER NOT NULL,
            letter TEXT NOT NULL,
            issue INTEGER NOT NULL REFERENCES issues (id) ON DELETE CASCADE,
            anchor TEXT NOT NULL,
            quote TEXT NOT NULL,
            made REAL NOT NULL,
            PRIMARY KEY (scope, letter)
        )""",
        "CREATE INDEX marks_by_issue ON marks (issue)",
        """CREATE TABLE annotations (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            issue INTEGER NOT NULL REFERENCES issues (id) ON DELETE CASCADE,
            kind TEXT NOT NULL,
            anchor TEXT NOT NULL,
            quote TEXT NOT NULL,
            note TEXT NOT NULL,
            made REAL NOT NULL
        )""",
        "CREATE INDEX annotations_by_issue ON annotations (issue, kind)",
    ),
    (
        # So that a note of another issue tells where it stands.
        "ALTER TABLE annotations ADD COLUMN article TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE annotations ADD COLUMN page TEXT NOT NULL DEFAULT ''",
        """CREATE TABLE stops (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            issue INTEGER NOT NULL REFERENCES issues (id) ON DELETE CASCADE,
            anchor TEXT NOT NULL,
            made REAL NOT NULL
        )""",
        "CREATE INDEX stops_by_issue ON stops (issue)",
    ),
)
"""What leads from each version (`PRAGMA user_version`) to the next; what was released is never changed."""


def migrate(db: sqlite3.Connection) -> None:
    """Bring the tables to this version, all at once or not at all; two dubaos may do it at the same time.

    Args:
        db: A connection in autocommit mode, to a file that is ours or empty.
    """
    if _read_version(db) >= len(MIGRATIONS):
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        # Another one may have been quicker.
        for statements in MIGRATIONS[_read_version(db) :]:
            for statement in statements:
                db.execute(statement)
        db.execute(f"PRAGMA application_id = {APPLICATION}")
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        db.execute("COMMIT")
    except BaseException:  # Ctrl+C too ends the transaction
        db.execute("ROLLBACK")
        raise


def is_foreign(db: sqlite3.Connection) -> bool:
    """Whether a file is some other program's."""
    application = db.execute("PRAGMA application_id").fetchone()[0]
    has_tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] > 0
    return bool(application != APPLICATION and (application or has_tables))


def is_newer(db: sqlite3.Connection) -> bool:
    """Whether a file was made by a later dubao."""
    return _read_version(db) > len(MIGRATIONS)


def _read_version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])
