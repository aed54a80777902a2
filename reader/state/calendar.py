"""The days of a paper's issues: which days there are, which month they stand in, and the way from one to another."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from types import MappingProxyType

from reader.hanzi.fold import fold
from reader.state.values import ShelfEntry

MONTHS = 12
WEEK = 7


@dataclass(frozen=True, slots=True)
class Paper:
    """A newspaper with its issues by day."""

    title: str | None
    """None for issues whose paper is not known."""
    days: Mapping[date, tuple[ShelfEntry, ...]]
    """Day → its issues, by path; the days in order, at least one."""
    undated: int = 0
    """Issues without a date, which no calendar shows."""

    def is_of(self, entry: ShelfEntry) -> bool:
        """Whether an issue is one of this paper's, in either script."""
        return _fold_title(entry) == fold(self.title or "")

    @property
    def first(self) -> date:
        """The day of its first issue."""
        return min(self.days)

    @property
    def last(self) -> date:
        """The day of its last issue."""
        return max(self.days)

    def find_next(self, day: date) -> date | None:
        """The next day with an issue; None after the last."""
        return min((other for other in self.days if other > day), default=None)

    def find_previous(self, day: date) -> date | None:
        """The day with an issue before that; None before the first."""
        return max((other for other in self.days if other < day), default=None)

    def find_nearest(self, day: date) -> date:
        """The day with an issue that is nearest to a day, the earlier one of two."""
        return min(self.days, key=lambda other: (abs(other - day), other))


def group_papers(entries: Iterable[ShelfEntry]) -> tuple[Paper, ...]:
    """The papers that have dated issues among these, by title; those without a title last.

    A title in the other script is the same paper: 青禾日報 is 青禾日报.
    """
    papers: defaultdict[str, list[ShelfEntry]] = defaultdict(list)
    for entry in entries:
        papers[_fold_title(entry)].append(entry)
    grouped = []
    for title in sorted(papers, key=lambda title: (not title, title)):
        days: defaultdict[date, list[ShelfEntry]] = defaultdict(list)
        for entry in sorted(papers[title], key=lambda entry: entry.issue.path):
            if entry.issue.date is not None:
                days[entry.issue.date].append(entry)
        if days:
            issues = MappingProxyType({day: tuple(days[day]) for day in sorted(days)})
            undated = sum(entry.issue.date is None for entry in papers[title])
            grouped.append(Paper(papers[title][0].issue.title, issues, undated))
    return tuple(grouped)


def _fold_title(entry: ShelfEntry) -> str:
    return fold(entry.issue.title or "")


def find_weeks(year: int, month: int) -> tuple[tuple[date | None, ...], ...]:
    """The weeks of a month, Monday first (ISO 8601); None on days of the months beside it."""
    weeks = calendar.Calendar(calendar.MONDAY).monthdayscalendar(year, month)
    return tuple(tuple(date(year, month, day) if day else None for day in week) for week in weeks)


def step_day(day: date, by: int) -> date:
    """The day so many days on, or the calendar's first or last one."""
    try:
        return day + timedelta(by)
    except OverflowError:
        return date.max if by > 0 else date.min


def step_month(day: date, by: int) -> date:
    """The same day so many months on, or the last one of a month that is shorter; the calendar's ends are kept."""
    months = day.year * MONTHS + day.month - 1 + by
    year, month = divmod(months, MONTHS)
    if not MINYEAR <= year <= MAXYEAR:
        return date.max if by > 0 else date.min
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
