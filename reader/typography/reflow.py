"""Reflow: a paragraph and a measure in, lines out, as slices of the text and never as copies."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import Final, NamedTuple

from reader.typography.breaks import CLUSTER, find_atom_pattern
from reader.typography.classes import (
    BLANK,
    CLOSING_CLASSES,
    DIGIT,
    HAN,
    JOINER,
    LETTER,
    MARK,
    OPENING_CLASSES,
    Kinsoku,
    classify,
)

Width = Callable[[str], int]
"""Cells that one character takes."""

HANGING: Final = frozenset("。，、．")
"""Marks that may hang over the end of a line (CLREQ §hanging punctuation), each alone."""

WIDEST_MOVE: Final = 0.5
"""An orphan is repaired only if what moves down takes no more than this share of the measure; a hole is worse."""

_EMOJI_STYLE: Final = "\ufe0f"


_TWO_HAN: Final = HAN * 2
_BLANK_RUN: Final = re.compile("(?:B[MJ]*)*")
_MARKS: Final = MARK + JOINER
_BLANK_OR_MARK: Final = BLANK + _MARKS
_JOINABLE: Final = HAN + LETTER + DIGIT
_NO_HANGER: Final = CLOSING_CLASSES | OPENING_CLASSES | {BLANK}
_NOT_AFTER_CUT: Final = CLOSING_CLASSES | {BLANK}


class Line(NamedTuple):
    """One line as it will be set."""

    start: int
    end: int
    """Code points of the text, half-open, with the blanks at the line's end, which are not drawn."""
    indent: int
    """Cells before it."""


def char_width(character: str) -> int:
    """Cells of one character by the Unicode tables: 0 for marks, 2 for wide and full-width (UAX #11), else 1.

    The app passes the width that its compositor uses instead, so that no row is ever cut.
    """
    if unicodedata.category(character) in _UNSEEN:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


_UNSEEN: Final = frozenset({"Mn", "Me", "Cf", "Cc"})


def reflow(
    text: str,
    measure: int,
    *,
    width: Width = char_width,
    indent: int = 0,
    kinsoku: Kinsoku = Kinsoku.GB,
    hanging: bool = False,
) -> tuple[Line, ...]:
    """Set a paragraph in lines.

    The lines' slices joined are the text. No line is wider than the measure, leaving aside the blanks at its end and a
    hanging mark. Lines end only where `find_breaks` allows it. What is wider than a whole line by itself (a long
    address, a pile of brackets) is cut between clusters, not at the side of a mark that may not stand there if there is
    any other place; a line always takes at least one cluster, even where the measure is too small for it. A last line
    of a single character is avoided by moving what stands before it down with it, if that fits (CLREQ §orphans).

    Args:
        text: One paragraph; a line feed in it counts as a blank.
        measure: Length of the line in cells; less than 1 counts as 1.
        width: Cells of one character; it must not change while the program runs, for it is asked once a character.
        indent: Cells left free before the first line; cut down where the first atom needs the room.
        kinsoku: Which marks are kept from the head and the foot of lines.
        hanging: Whether one 。，、 may stand outside the measure, which the caller must then leave room for: 2 cells.

    Returns:
        At least one line for a text that is not empty; none for "".
    """
    if not text:
        return ()
    measure = max(1, measure)
    paragraph = Paragraph(text, width, kinsoku)
    if indent:
        indent = max(0, min(indent, measure - min(paragraph.first_atom_width(), measure)))
    ends, cuts = paragraph.fill(measure, indent, hanging)
    paragraph.repair_orphan(ends, cuts, measure)
    lines = [Line(start, end, 0) for start, end in zip((0, *ends), ends, strict=False)]
    lines[0] = Line(0, ends[0], indent)
    return tuple(lines)


def text_width(text: str, width: Width = char_width) -> int:
    """Cells of a text on one line, as `reflow` counts them: emoji sequences and flags take no more than they show."""
    return _sum_widths(text, classify(text), width)[-1]


class _Widths(dict[str, int]):
    """Cells of single characters under one width function, filled on first use."""

    def __init__(self, width: Width) -> None:
        super().__init__()
        self._width = width

    def __missing__(self, character: str) -> int:
        cells = self[character] = self._width(character)
        return cells


_caches: dict[Width, _Widths] = {}
_MOST_CACHES: Final = 8
"""Width functions remembered; a program has one or two, a test may make thousands."""


def _find_cache(width: Width) -> _Widths:
    cache = _caches.get(width)
    if cache is None:
        if len(_caches) >= _MOST_CACHES:
            _caches.clear()
        cache = _caches[width] = _Widths(width)
    return cache


def _sum_widths(text: str, classes: str, width: Width) -> list[int]:
    """Cells of text[:i] for every i from 0 to its length; never falling."""
    cells: Iterable[int] = map(_find_cache(width).__getitem__, text)
    if JOINER in classes or _EMOJI_STYLE in text:
        cells = _join_emoji(text, classes, list(cells))
    return list(accumulate(cells, initial=0))


def _join_emoji(text: str, classes: str, cells: list[int]) -> list[int]:
    """The widths with what a joiner takes in at 0, and narrow signs that VS16 turns into emoji at 2."""
    base = BLANK
    for index, name in enumerate(classes):
        if text[index] == _EMOJI_STYLE and index and cells[index - 1] == 1:
            cells[index] = 1
        if name in _JOINABLE and base in _JOINABLE and classes[index - 1] == JOINER:
            cells[index] = 0
        if name not in _MARKS:
            base = name
    return cells


class Paragraph:
    """A text measured and classified once, to be filled at one measure or several."""

    def __init__(self, text: str, width: Width = char_width, kinsoku: Kinsoku = Kinsoku.GB) -> None:
        self._text = text
        self._classes = classify(text)
        self._before = _sum_widths(text, self._classes, width)
        self._atom = find_atom_pattern(kinsoku)

    def width(self, start: int, end: int) -> int:
        """Cells of a slice, without the blanks at its end."""
        classes = self._classes
        drawn = end
        while drawn > start and classes[drawn - 1] in _BLANK_OR_MARK:
            drawn -= 1
            if classes[drawn] == BLANK:
                end = drawn
        return self._before[end] - self._before[start]

    def first_atom_width(self) -> int:
        """Cells of what may not be parted at the text's beginning."""
        return self.width(0, self._atom_end(0))

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
            if self._classes[end] not in _NOT_AFTER_CUT and self._classes[:end].rstrip("B")[-1:] not in OPENING_CLASSES:
                return end
        if floor > start:
            return floor
        return ends[-1] if ends else match.end() if match else limit
