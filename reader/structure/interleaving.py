"""Columns that a text layer gives line by line in turn, as a converter does that sorts a page's lines by height.

Each line goes on with one of the columns that are open, or opens another: a beam keeps the best ways to share the lines
out. What tells is how well a line goes on where another one ends (`links.py`), and that columns take turns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.structure.lines import Strip
from reader.structure.links import Column, Links
from reader.structure.settings import SETTINGS, Settings
from reader.structure.text_ends import find_text_end

_NEW = -1
"""In place of the line before: none, because a column begins."""


def part_interleaved(strips: tuple[Strip, ...], settings: Settings = SETTINGS) -> tuple[Strip, ...]:
    """The lines with columns that take turns put one after the other."""
    if len(strips) < settings.interleaved_lines:
        return strips
    links = Links(strips, settings)
    if not links.are_suspect():
        return strips
    result: list[Strip] = []
    at = 0
    for columns in _find_stretches(_share_out(links, settings)):
        if len(columns[0]) > 1 and links.is_heading(columns[0][0], columns[0][1]):
            columns = sorted([columns[0][1:], *columns[1:]])
        first, end = min(column[0] for column in columns), max(column[-1] for column in columns) + 1
        if first < at or end - first < settings.interleaved_lines:
            continue
        if links.measure_gain(columns) < settings.interleaved_evidence:
            continue
        numbers = {column[0]: number for number, column in enumerate(columns, 1)}
        survivor = links.find_survivor(columns, end)
        if survivor is columns[0] and not links.breaks_before(survivor[0]):
            # Its text stood here before the other columns began, so it goes on to its end before they are read.
            following = end + find_text_end([strips[at] for at in survivor], strips[end:], settings)
            survivor.extend(range(end, following))
            numbers[survivor[0]], end = 0, following
        else:
            # The texts that end first are complete; this one goes on behind the stretch.
            columns = [*(column for column in columns if column is not survivor), survivor]
        result.extend(strips[at:first])
        for column in columns:
            result.extend(mark_column([strips[index] for index in column], numbers[column[0]]))
        at = end
    result.extend(strips[at:])
    return tuple(result)


def mark_column(strips: Sequence[Strip], number: int) -> tuple[Strip, ...]:
    """The lines of a column, with its number on the first of them."""
    return (replace(strips[0], column=number), *strips[1:]) if strips else ()


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to share out the lines so far."""

    score: float
    open: tuple[int, ...]
    """The last line of each open column, the one that waits longest first."""
    before: int
    """The line that the newest one follows in its column."""
    earlier: _Way | None


def _share_out(links: Links, settings: Settings) -> list[int]:
    """For each line the one before it in its column, on the best way."""
    ways = [_Way(0.0, (0,), _NEW, None)]
    for at in range(1, len(links)):
        best: dict[tuple[int, ...], _Way] = {}
        for way in ways:
            for score, still_open, before in _go_on(way, at, links, settings):
                known = best.get(still_open)
                if known is None or score > known.score:
                    best[still_open] = _Way(score, still_open, before, way)
        ways = sorted(best.values(), key=lambda way: -way.score)[: settings.column_beam]
    best_way = max(ways, key=lambda way: way.score - sum(map(links.weigh_end, way.open[:-1])))
    found: list[int] = []
    walked: _Way | None = best_way
    while walked is not None:
        found.append(walked.before)
        walked = walked.earlier
    return found[::-1]


def _go_on(way: _Way, at: int, links: Links, settings: Settings) -> Iterator[tuple[float, tuple[int, ...], int]]:
    """Each place for the next line: the score, the columns that are open then, and the line that it follows."""
    waiting = way.open
    lost = 0.0
    for number, last in enumerate(waiting):
        # It is this column's turn if those that wait longer have ended; or else they are passed over.
        rest = (*waiting[number + 1 :], at)
        score = way.score + links.weigh(last, at) - settings.column_turn * (len(waiting) - 1)
        yield score - lost, rest, last
        if number and at - waiting[0] <= settings.column_wait:
            yield score - settings.column_passed, (*waiting[:number], *rest), last
        lost += links.weigh_end(last)
    if len(waiting) < settings.most_columns:
        yield way.score - links.weigh_start(at), (*waiting, at), _NEW


def _find_stretches(before: Sequence[int]) -> Iterator[list[Column]]:
    """The columns of each stretch of lines in which two or more are open; the one that was open before is the first."""
    columns: list[Column] = []
    owner: list[int] = []
    for at, last in enumerate(before):
        if last == _NEW:
            columns.append([])
            owner.append(len(columns) - 1)
        else:
            owner.append(owner[last])
        columns[owner[at]].append(at)
    changes = sorted([(column[0], 1) for column in columns] + [(column[-1] + 1, -1) for column in columns])
    count, start = 0, 0
    for at, change in changes:
        if count == 1 and change == 1:
            start = at - 1
        count += change
        if count == 1 and change == -1 and start + 1 < at:
            # The older column has the first turn, and whichever goes on has the last one.
            end = min(at + 1, len(before))
            inside = [[index for index in column if start <= index < end] for column in columns]
            yield [column for column in inside if column]
            start = end
