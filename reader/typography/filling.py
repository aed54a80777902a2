"""Filling: which stretch of a measured text goes on which line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from reader.typography.breaks import CLUSTER, find_atom_pattern
from reader.typography.classes import BLANK, CLOSING_CLASSES, HAN, JOINER, MARK, OPENING_CLASSES, Kinsoku, classify
from reader.typography.widths import Width, sum_widths

HANGING: Final = frozenset("。，、．")
"""Marks that may hang over the end of a line (CLREQ §hanging punctuation), each alone."""

WIDEST_MOVE: Final = 0.5
"""An orphan is repaired only if what moves down takes no more than this share of the measure; a hole is worse."""

_TWO_HAN: Final = HAN * 2
_BLANK_RUN: Final = re.compile("(?:B[MJ]*)*")
_BLANK_OR_MARK: Final = BLANK + MARK + JOINER
_NO_HANGER: Final = CLOSING_CLASSES | OPENING_CLASSES | {BLANK}
_NOT_AFTER_CUT: Final = CLOSING_CLASSES | {BLANK}


class Paragraph:
    """A text measured and classified once, to be filled at one measure or several.

    Room is counted in whatever the caller measured in: cells across, or rows down.
    """

    def __init__(self, text: str, classes: str, before: Sequence[int], kinsoku: Kinsoku) -> None:
        """Take a text, the class of each character, and the room of text[:i] for every i, never falling."""
        self._text = text
        self._classes = classes
        self._before = before
        self._atom = find_atom_pattern(kinsoku)

    @classmethod
    def of_cells(cls, text: str, width: Width, kinsoku: Kinsoku) -> Paragraph:
        """A paragraph for lines that run across the screen."""
        classes = classify(text)
        return cls(text, classes, sum_widths(text, classes, width), kinsoku)

    def width(self, start: int, end: int) -> int:
        """Room of a slice, without the blanks at its end."""
        classes = self._classes
        drawn = end
        while drawn > start and classes[drawn - 1] in _BLANK_OR_MARK:
            drawn -= 1
            if classes[drawn] == BLANK:
                end = drawn
        return self._before[end] - self._before[start]

    def fit_indent(self, indent: int, measure: int) -> int:
        """An indent cut down to what leaves room for the first atom, if the measure has any for it."""
        if indent <= 0:
            return 0
        needed = max(1, self.width(0, self._atom_end(0)))
        return max(0, min(indent, measure - min(needed, measure)))

    def may_break(self, at: int) -> bool:
        """Whether a line may end at this offset."""
        return self._last_break(0, at)[0] == at

    def fill(self, measure: int, indent: int = 0, hanging: bool = False) -> tuple[list[int], set[int]]:
        """Set the text in lines, each as full as the rules allow.

        Returns:
            The ends of the lines, and those of them that cut an atom which is wider than a line.
        """
        length = len(self._text)
        before = self._before
        classes = self._classes
        ends: list[int] = []
        cuts: set[int] = set()
        room = measure - indent
        start = solid = 0  # `solid` ends the over-wide atom that we are inside of
        while True:
            limit = bisect_right(before, before[start] + room, start) - 1
            if limit < length and classes[limit] == BLANK:
                limit = self._skip_blanks(limit)
            if limit == length:
                ends.append(length)
                return ends, cuts
            end = start
            if solid <= limit:
                origin = max(start, solid)
                if hanging and limit > start and self._may_hang(limit):
                    hung = self._skip_blanks(limit + 1)
                    if self._last_break(origin, hung)[0] == hung:
                        ends.append(hung)
                        if hung == length:
                            return ends, cuts
                        start, room = hung, measure
                        continue
                end, following = self._last_break(origin, limit)
                if end == start:
                    solid = self._atom_end(origin)
                elif following > end and self.width(end, following) > measure:
                    solid = following
            if solid > limit and (cut := self._find_cut(start, end, limit)) != end:
                end = cut
                cuts.add(cut)
            ends.append(end)
            if end == length:
                return ends, cuts
            start, room = end, measure

    def repair_orphan(self, ends: list[int], cuts: set[int], measure: int) -> None:
        """If the last line holds a single character, move the atom before it down to it, where that is no worse."""
        if len(ends) < 2:
            return
        start, last = (ends[-3] if len(ends) > 2 else 0), ends[-2]
        if start in cuts or last in cuts or sum(map(str.isalnum, self._text[last:])) > 1:
            return
        moved = self._last_break(start, last - 1)[0]
        if moved == start or self._last_break(start, moved - 1)[0] == start:
            return  # a line of one or two atoms has none to spare
        if self.width(moved, last) <= measure * WIDEST_MOVE and self.width(moved, len(self._text)) <= measure:
            ends[-2] = moved

    def _atom_end(self, start: int) -> int:
        match = self._atom.match(self._classes, start)
        return match.end() if match else start

    def _last_break(self, origin: int, limit: int) -> tuple[int, int]:
        """The last place at which a line may end between two offsets, and the next such place after it.

        `origin` must itself be such a place; it is the answer where there is none after it. Between two Han characters
        a line may always break, so the atoms before such a pair need not be looked at.
        """
        classes = self._classes
        if classes[limit - 1 : limit + 1] == _TWO_HAN and limit > origin:
            return limit, limit
        end = following = max(origin, classes.rfind(_TWO_HAN, origin, limit) + 1)
        while following < limit:
            end, following = following, self._atom_end(following)
        if following == limit:
            end = limit
        return end, following

    def _skip_blanks(self, start: int) -> int:
        match = _BLANK_RUN.match(self._classes, start)
        return match.end() if match else start

    def _may_hang(self, at: int) -> bool:
        """Whether the mark at an offset stands alone and is one of those that may hang."""
        before, after = self._classes[at - 1], self._classes[at + 1 : at + 2]
        return self._text[at] in HANGING and not (before in _NO_HANGER or after in CLOSING_CLASSES)

    def _find_cut(self, start: int, floor: int, limit: int) -> int:
        """Where to cut the over-wide atom that begins or goes on at `floor`, on the line that began at `start`.

        At the last end of a cluster that fits and is at no mark's wrong side; else not at all, if something stands on
        the line already; else at the last end of a cluster that fits; else after one cluster that does not fit.
        """
        ends: list[int] = []
        at = floor
        while (match := CLUSTER.match(self._classes, at)) and match.end() <= limit:
            at = match.end()
            ends.append(at)
        for end in reversed(ends):
            if (
                self._classes[end] not in _NOT_AFTER_CUT
                and self._classes[start:end].rstrip("B")[-1:] not in OPENING_CLASSES
            ):
                return end
        if floor > start:
            return floor
        return ends[-1] if ends else match.end() if match else limit
