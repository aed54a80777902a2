"""The corrections of an issue with what was undone: a value, every step of which is another value."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader.corrections.values import Correction


@dataclass(frozen=True, slots=True)
class Entry:
    """A correction as it stands in its file, or what stands there and is none."""

    correction: Correction | None
    """None for what could not be understood: it has no effect and is kept."""
    text: str = ""
    """As written in the file, with its comments; "" for one that comes from no file."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a reader has put right in an issue, in the order in which it was done."""

    entries: tuple[Entry, ...] = ()
    undone: tuple[Entry, ...] = ()
    """What was undone and can be done again, the next one last."""
    preamble: str = ""
    """What stands in the file before the first entry; "" where there is no file."""

    @property
    def items(self) -> tuple[Correction, ...]:
        """The corrections that have effect, in order."""
        return tuple(entry.correction for entry in self.entries if entry.correction is not None)

    @property
    def next_undo(self) -> Correction | None:
        """What `undo` would take back, if anything."""
        return next((entry.correction for entry in reversed(self.entries) if entry.correction is not None), None)

    @property
    def next_redo(self) -> Correction | None:
        """What `redo` would do again, if anything."""
        return self.undone[-1].correction if self.undone else None

    def add(self, correction: Correction) -> Corrections:
        """With one more correction; what was undone before is gone."""
        return replace(self, entries=(*self.entries, Entry(correction)), undone=())

    def undo(self) -> Corrections:
        """Without the last correction; the same where there is none."""
        for at in range(len(self.entries) - 1, -1, -1):
            if self.entries[at].correction is not None:
                entries = self.entries[:at] + self.entries[at + 1 :]
                return replace(self, entries=entries, undone=(*self.undone, self.entries[at]))
        return self

    def redo(self) -> Corrections:
        """With the correction that was undone last; the same where there is none."""
        if not self.undone:
            return self
        return replace(self, entries=(*self.entries, self.undone[-1]), undone=self.undone[:-1])
