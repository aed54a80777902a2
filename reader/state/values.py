"""What is kept of a reader's way through the newspapers, as values."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from reader.model import Article

STOPS: Final = 100
"""Places that are kept of the way that a reader came through an issue, as vim keeps of its jumps."""

STOPS_IN_ALL: Final = 2000
"""Those that are kept of all issues: a month's; with a year's, opening the file would take a third longer."""


@dataclass(frozen=True, slots=True)
class Point:
    """A place between two characters of an article, told by the words around it."""

    part: int
    """Index into `Article.parts`, when it was made."""
    offset: int
    """Code points into that part's text, when it was made."""
    before: str
    """The characters before it in the article, folded, without white space."""
    after: str
    """Those after it."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in an issue's text, or a stretch of it, that outlives other extractions and corrections."""

    article: str
    """The article's key, made of its words; see `TextFinder.keys`."""
    start: Point
    end: Point | None = None
    """Where a stretch ends; None for a place."""
    length: int = 0
    """Characters of the stretch that are not white space."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of one part's text, as search hits have it."""

    part: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """Where an anchor's words stand in an issue now; for a place, the end is the start."""

    article: int
    """Index into `Issue.articles`."""
    part: int
    start: int
    end_part: int
    """The part in which it ends; another one where a stretch runs over several paragraphs."""
    end: int
    exact: bool = True
    """Whether all the words around it are the very same."""

    def find_stretches(self, article: Article) -> tuple[Stretch, ...]:
        """The pieces of it, one a part, in reading order; () for a place.

        Args:
            article: The one that `article` is the index of.
        """
        return tuple(
            Stretch(part, start, end)
            for part in range(self.part, self.end_part + 1)
            if (start := self.start if part == self.part else 0)
            < (end := self.end if part == self.end_part else len(article.parts[part].text))
        )


@dataclass(frozen=True, slots=True)
class ArticleState:
    """How far an article has been read."""

    progress: float
    """The furthest that was reached, 0 to 1."""
    read: bool


@dataclass(frozen=True, slots=True)
class IssueName:
    """An issue, as it is known without being opened."""

    path: str
    """Absolute; "-" for standard input."""
    title: str | None
    date: date | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A place with a letter: small ones belong to their issue, capitals to all."""

    letter: str
    issue: IssueName
    anchor: Anchor
    quote: str
    """The words at the place, as they were, on one line."""
    made: datetime


class AnnotationKind(StrEnum):
    """What a reader leaves in the text (the motivations of the Web Annotation Vocabulary)."""

    BOOKMARK = "bookmark"
    """At a place."""
    HIGHLIGHT = "highlight"
    """On a stretch."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A bookmark or a highlight."""

    id: int
    """What `Store.remove` and `Store.change_note` take."""
    kind: AnnotationKind
    issue: IssueName
    anchor: Anchor
    quote: str
    """The words of the stretch, or at the place, as they were; a line a paragraph."""
    note: str
    """What the reader wrote; "" for nothing."""
    made: datetime
    article: str = ""
    """Title of the article, when it was made; "" for an article without any."""
    page: str = ""
    """Label and section of its page, such as "02 副刊"; "" where both are unknown."""


@dataclass(frozen=True, slots=True)
class Removed:
    """A bookmark or a highlight that was removed: what `Store.restore` puts back."""

    annotation: int
    values: tuple[int, str, str, str, str, float, str, str]
    """The rest of its row."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A place that the reader left for another one, so that there is a way back."""

    path: str
    """That of the issue, as `IssueName.path`."""
    anchor: Anchor
    id: int | None = None
    """What `Store.drop_stops` takes; None for one that is not kept."""


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """An issue on the shelf, and how far it has been read."""

    issue: IssueName
    format: str
    """"" where it was never opened; the numbers are then 0."""
    articles: int
    unread: int
    """Articles that have not been read to their end."""
    characters: int
    """Characters of the articles' bodies that are not white space."""
    progress: float
    """Share of them that has been read, 0 to 1."""
    bookmarks: int
    highlights: int
    opened: datetime | None
    """When it was opened last, in the local time zone; None where it never was."""

    @property
    def is_read(self) -> bool:
        """Whether all its articles have been read to their end."""
        return self.articles > 0 and self.unread == 0

    @property
    def is_begun(self) -> bool:
        """Whether some of it has been read, but not all."""
        return not self.is_read and self.progress > 0

    def is_of_month(self, month: date) -> bool:
        """Whether it is dated in the month of that day."""
        day = self.issue.date
        return day is not None and (day.year, day.month) == (month.year, month.month)

    def is_missing(self) -> bool:
        """Whether its file or folder is not there now; asks the disk."""
        return not os.path.lexists(self.issue.path)
