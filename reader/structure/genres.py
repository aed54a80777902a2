"""Headings that name what stands below them: briefs, notices, a table."""

from __future__ import annotations

from enum import StrEnum

from reader.structure import patterns


class Genre(StrEnum):
    """What a heading announces, by its own words."""

    BRIEFS = "briefs"
    NOTICES = "notices"
    TABLE = "table"


_GENRE_WORDS = (
    (Genre.NOTICES, patterns.NOTICE_HEADING),
    (Genre.TABLE, patterns.TABLE_HEADING),
    (Genre.BRIEFS, patterns.BRIEFS_HEADING),
)


def find_genre(plain: str) -> Genre | None:
    """The genre that a heading names: 简讯, 公告, 天气预报; None for a headline."""
    bare = plain.strip("【】[]■●◆▲★○◇□ ")
    return next((genre for genre, pattern in _GENRE_WORDS if pattern.fullmatch(bare)), None)
