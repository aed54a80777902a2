"""Reading order: columns first where a clear gutter parts them, else what stands above before what stands below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from reader.structure.layout.placing import Area

_T = TypeVar("_T")

_TOUCH: Final = 0.1
"""Share of the smaller area by which neighbours may overlap and still be apart: boxes of print are generous."""


_DEEPEST: Final = 60
"""Cuts within cuts; pages are nested less deeply, and what is not a page should not exhaust the stack."""


def order_by_place(
    items: Sequence[_T], area_of: Callable[[_T], Area], *, rows_first: bool = False, depth: int = 0
) -> list[_T]:
    """Items in reading order.

    Args:
        items: Blocks of one story, or the stories of a page.
        area_of: Where one stands.
        rows_first: Whether to look for a horizontal cut before a vertical one, as between the stories of a page.
        depth: How many cuts lead here.
    """
    if len(items) <= 1:
        return list(items)
    deeper = depth + 1
    cuts = (_cut_rows, _cut_columns) if rows_first else (_cut_columns, _cut_rows)
    for cut in cuts:
        groups = cut(items, area_of) if depth < _DEEPEST else []
        if len(groups) > 1:
            ordered: list[_T] = []
            for group in groups:
                ordered.extend(order_by_place(group, area_of, rows_first=rows_first, depth=deeper))
            return ordered
    return sorted(items, key=lambda item: (area_of(item).top, area_of(item).start))


def _cut_columns(items: Sequence[_T], area_of: Callable[[_T], Area]) -> list[list[_T]]:
    return _cut(items, lambda item: (area_of(item).start, area_of(item).end))


def _cut_rows(items: Sequence[_T], area_of: Callable[[_T], Area]) -> list[list[_T]]:
    return _cut(items, lambda item: (area_of(item).top, area_of(item).bottom))


def _cut(items: Sequence[_T], bounds: Callable[[_T], tuple[float, float]]) -> list[list[_T]]:
    """Groups between which nothing reaches, in order."""
    groups: list[list[_T]] = []
    reach = float("-inf")
    smallest = float("inf")
    for item in sorted(items, key=bounds):
        low, high = bounds(item)
        slack = _TOUCH * min(smallest, high - low)
        if groups and low < reach - slack:
            groups[-1].append(item)
            smallest = min(smallest, high - low)
        else:
            groups.append([item])
            smallest = high - low
        reach = max(reach, high)
    return groups
