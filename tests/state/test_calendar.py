"""Months, weeks and days of a paper's issues."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.state.calendar import find_weeks, group_papers, step_day, step_month
from tests.state.test_shelf import make_entry


@pytest.mark.parametrize(
    ("year", "month", "first", "weeks"),
    [
        pytest.param(2031, 5, 3, 5, id="begins on a Thursday"),
        pytest.param(2021, 2, 0, 4, id="four whole weeks"),
        pytest.param(1850, 9, 6, 6, id="six weeks"),
        pytest.param(1900, 2, 3, 5, id="1900 is no leap year"),
        pytest.param(2000, 2, 1, 5, id="2000 is one"),
        pytest.param(2100, 12, 2, 5, id="far ahead"),
        pytest.param(1, 1, 0, 5, id="the first month there is"),
        pytest.param(9999, 12, 2, 5, id="the last one"),
    ],
)
def test_weeks(year: int, month: int, first: int, weeks: int) -> None:
    found = find_weeks(year, month)
    assert len(found) == weeks
    assert found[0].index(date(year, month, 1)) == first


@given(st.dates(date(1850, 1, 1), date(2100, 12, 31)))
def test_every_day_stands_in_its_month_on_its_weekday(day: date) -> None:
    [column] = [week.index(day) for week in find_weeks(day.year, day.month) if day in week]
    assert column == day.weekday()


@pytest.mark.parametrize(
    ("day", "by", "expected"),
    [
        pytest.param(date(2031, 5, 31), 1, date(2031, 6, 30), id="a shorter month"),
        pytest.param(date(2031, 1, 31), 13, date(2032, 2, 29), id="a leap year"),
        pytest.param(date(2031, 1, 15), -1, date(2030, 12, 15), id="over the new year"),
        pytest.param(date(9999, 12, 5), 1, date.max, id="no further"),
        pytest.param(date(1, 1, 5), -12, date.min, id="not before the first year"),
    ],
)
def test_months_on(day: date, by: int, expected: date) -> None:
    assert step_month(day, by) == expected


@given(st.dates(date(1850, 1, 1), date(2100, 12, 31)), st.integers(-600, 600))
def test_months_on_and_back_lead_to_the_same_month(day: date, by: int) -> None:
    there = step_month(day, by)
    back = step_month(there, -by)
    assert (back.year, back.month) == (day.year, day.month)
    assert back.day <= day.day


def test_days_on() -> None:
    assert step_day(date(2031, 5, 31), 1) == date(2031, 6, 1)
    assert (step_day(date.max, 7), step_day(date.min, -1)) == (date.max, date.min)


def test_papers() -> None:
    day = date(1931, 2, 1)
    entries = [
        make_entry("d", None, day),
        make_entry("c", "青禾日報", day),
        make_entry("b", "永和报", None),
        make_entry("a2", "青禾日报", day),
        make_entry("a1", "青禾日报", day - timedelta(40)),
        make_entry("a3", "青禾日报", None),
    ]
    qinghe, unknown = group_papers(entries)
    assert (qinghe.title, qinghe.first, qinghe.last, qinghe.undated) == ("青禾日報", day - timedelta(40), day, 1)
    assert [entry.issue.path for entry in qinghe.days[day]] == ["a2", "c"], "one paper in either script"
    assert (unknown.title, list(unknown.days)) == (None, [day])
    assert group_papers([entries[2]]) == (), "nothing to show in a calendar"


def test_ways_between_issues() -> None:
    days = [date(1931, 2, 1), date(1931, 2, 5), date(1940, 1, 1)]
    [paper] = group_papers(make_entry(str(day), "青禾日报", day) for day in reversed(days))
    assert (paper.first, paper.last) == (days[0], days[-1])
    assert [paper.find_next(day) for day in days] == [days[1], days[2], None]
    assert [paper.find_previous(day) for day in days] == [None, days[0], days[1]]
    assert paper.find_next(date(1931, 2, 3)) == days[1]
    assert paper.find_nearest(date(1931, 2, 3)) == days[0], "the earlier of two"
    assert paper.find_nearest(date(2031, 1, 1)) == days[2]
