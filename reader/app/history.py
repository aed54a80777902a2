"""The way that a reader came, back and forward, as browsers have it. Pure; knows no widget."""

from __future__ import annotations

from dataclasses import dataclass

from reader.state.values import STOPS, Stop


@dataclass(frozen=True, slots=True)
class History:
    """The places that were left by jumps, and which of them the reader has gone back to."""

    stops: tuple[Stop, ...] = ()
    at: int | None = None
    """Index of the stop at which the reader is; None ahead of all of them."""

    @property
    def ahead(self) -> tuple[Stop, ...]:
        """The stops that lie ahead of the one that the reader has gone back to, and that one itself."""
        return () if self.at is None else self.stops[self.at :]

    def leave(self, here: Stop) -> History:
        """After a jump from a place; what lay ahead is gone."""
        behind = self.stops[: len(self.stops) - len(self.ahead)]
        if behind and is_same(behind[-1], here):
            return History(behind)
        return History((*behind, here)[-STOPS:])

    def back(self, here: Stop) -> tuple[History, Stop | None]:
        """One stop back from a place, and which one it is; None where there is none."""
        stops = self.stops if self.at is not None else (*self.stops, here)
        target = (len(stops) - 1 if self.at is None else self.at) - 1
        while target >= 0 and is_same(stops[target], here):
            target -= 1
        return (self, None) if target < 0 else (History(stops, target), stops[target])

    def forward(self, here: Stop) -> tuple[History, Stop | None]:
        """One stop forward again, and which one it is; None where there is none."""
        if self.at is None:
            return self, None
        target = self.at + 1
        while target < len(self.stops) and is_same(self.stops[target], here):
            target += 1
        return (self, None) if target >= len(self.stops) else (History(self.stops, target), self.stops[target])


def is_same(one: Stop, other: Stop) -> bool:
    """Whether two stops are the same place, kept or not."""
    return (one.path, one.anchor) == (other.path, other.anchor)
