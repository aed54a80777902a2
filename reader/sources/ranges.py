"""Which pages of a file are wanted: `3`, `1-4`, `2-`, `-3`, `1,4-6`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

_PIECE: Final = re.compile(r"\s*(?:(?P<only>\d{1,5})|(?P<first>\d{1,5})?\s*[-–—~～]\s*(?P<last>\d{1,5})?)\s*")

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class PageRange:
    """Stretches of pages, counted from 1; the last one may be open."""

    stretches: tuple[tuple[int, int | None], ...]

    def __contains__(self, number: int) -> bool:
        return any(first <= number and (last is None or number <= last) for first, last in self.stretches)

    @property
    def first(self) -> int:
        """The lowest page wanted."""
        return min(first for first, _ in self.stretches)

    @property
    def last(self) -> int | None:
        """The highest page wanted; None where there is no highest."""
        lasts = [last for _, last in self.stretches]
        return None if None in lasts else max(last for last in lasts if last is not None)

    def choose(self, items: Sequence[_T]) -> tuple[_T, ...]:
        """Of all pages those that are wanted, in their order."""
        return tuple(item for number, item in enumerate(items, start=1) if number in self)


def parse_page_range(text: str) -> PageRange | None:
    """The pages that a user names; None where it is no range of pages.

    Args:
        text: Such as "1-4", "3", "2-" or "1,4-6".
    """
    stretches: list[tuple[int, int | None]] = []
    for piece in re.split("[,，、]", text):
        found = _PIECE.fullmatch(piece)
        if found is None or not any(found.groups()):
            return None
        first = int(found["only"] or found["first"] or 1)
        last = int(found["only"] or found["last"]) if found["only"] or found["last"] else None
        if first < 1 or (last is not None and last < first):
            return None
        stretches.append((first, last))
    return PageRange(tuple(stretches))
