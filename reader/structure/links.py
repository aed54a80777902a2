"""How well a line goes on where another one ends: words that the joint would break, paragraphs, brackets."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reader.hanzi.characters import is_han
from reader.structure import patterns
from reader.structure.hints import is_lead
from reader.structure.lines import Strip
from reader.structure.matching import find_grams
from reader.structure.settings import Settings

Column = list[int]
"""The indices of a column's lines."""


class Links:
    """How well the lines of a page go on where others end: logarithms of odds."""

    def __init__(self, strips: Sequence[Strip], settings: Settings) -> None:
        self.strips = strips
        self.settings = settings
        self._words = frozenset(
            strip.plain[i : i + size] for strip in strips for size in (2, 3) for i in range(len(strip.plain) - size + 1)
        )
        self._prose = [bool(patterns.INNER_MARKS.search(strip.plain)) for strip in strips]
        self._known: dict[tuple[int, int], float] = {}
        self._full: dict[tuple[int, int], float] = {}

    def __len__(self) -> int:
        return len(self.strips)

    def weigh(self, a: int, b: int) -> float:
        """Evidence that line `b` follows line `a` in its column."""
        found = self._known.get((a, b))
        if found is None:
            # Between a heading and a text anything may happen; within prose it is odd.
            least = self.settings.link_worst if self._prose[a] and self._prose[b] else self.settings.link_least
            found = max(least, self._weigh(self.strips[a], self.strips[b], a, b))
            self._known[a, b] = found
        return found

    def _weigh(self, before: Strip, after: Strip, a: int, b: int) -> float:
        settings = self.settings
        if after.plain[0] in patterns.NEVER_FIRST:
            return settings.link_mark if before.plain[-1].isalnum() else settings.link_wrong
        if patterns.CLITIC.match(after.plain) and not before.plain[-1].isalnum():
            return settings.link_wrong
        ended = bool(patterns.STOP.search(before.plain))
        opens = self._opens(b, b - a)
        if ended:
            # A line that is only an indent short may be the first of its paragraph, and so go on.
            last = self.lacks(a, b - a) > settings.indent + settings.slack
            return settings.link_opens if opens else settings.link_wrong if last else 0.0
        score = settings.link_wrong if opens else settings.link_goes_on
        if is_han(before.text[-1]) and is_han(after.text[0]):
            score += self._weigh_joint(before, after) or -settings.link_strange
        for opening, closing in ("()", "[]", "【】", "《》"):
            open_before = before.plain.rfind(opening) > before.plain.rfind(closing)
            close = after.plain.find(closing)
            closes = close >= 0 and not 0 <= after.plain.find(opening) < close
            if open_before or closes:
                score += settings.link_bracket if open_before and closes else settings.link_wrong
        return score

    def _weigh_joint(self, before: Strip, after: Strip) -> float:
        """What the characters on both sides of a joint tell: more than nothing if they stand together elsewhere."""
        last, first = before.plain[-2:], after.plain[:2]
        if last + first[0] in self._words or last[-1] + first in self._words:
            return self.settings.link_word
        return self.settings.link_pair if last[-1] + first[0] in self._words else 0.0

    def _opens(self, at: int, step: int) -> bool:
        """Whether a line looks like the first of a paragraph."""
        strip = self.strips[at]
        if strip.indent >= self.settings.printed_indent or patterns.LEADING_MARKS.match(strip.plain) or is_lead(strip):
            return True
        lack = self.lacks(at, step)
        return 1.0 < lack <= self.settings.indent + self.settings.slack and not patterns.STOP.search(strip.plain)

    def lacks(self, at: int, step: int) -> float:
        """By how many em a line is shorter than full lines so many lines before and behind it."""
        if (at, step) not in self._full:
            near = [self.strips[i].width for i in range(at % step, len(self), step) if abs(i - at) <= 4 * step]
            self._full[at, step] = sorted(near)[-2:][0]
        return self._full[at, step] - self.strips[at].width - self.strips[at].indent

    def weigh_end(self, at: int) -> float:
        """What it costs to end a column with this line."""
        plain = self.strips[at].plain
        if patterns.STOP.search(plain) or patterns.SIGNED_END.search(plain) or patterns.BRACKET_END.search(plain):
            return 0.0
        return self.settings.column_open_end

    def weigh_start(self, at: int) -> float:
        """What it costs to begin a column with this line."""
        return self.settings.column_begins + (0.0 if self._opens(at, 2) else -self.settings.link_wrong)

    def is_heading(self, at: int, below: int) -> bool:
        """Whether a line without marks of prose does not lead on to the line below it."""
        return not self._prose[at] and self.weigh(at, below) <= self.settings.link_least

    def breaks_before(self, at: int) -> bool:
        """Whether the line before this one does not lead on to it."""
        return not at or self.weigh(at - 1, at) <= 0.0

    def find_survivor(self, columns: Sequence[Column], end: int) -> Column:
        """Which of the columns goes on behind a stretch: its end leads on to what follows, in the same words."""
        following = range(end, min(end + self.settings.survivor_lines, len(self)))
        words = set(find_grams("".join(self.strips[at].plain for at in following), 2))

        def weigh(column: Column) -> float:
            known = "\n".join(self.strips[at].plain for at in column)
            # A text repeats the names that it is about; one word in common may be chance.
            share = sum(min(2, known.count(word) - 1) for word in words if word in known) / max(1, len(words))
            leads_on = self.weigh(column[-1], end) if end < len(self) else 0.0
            others = sum(self.weigh_end(other[-1]) for other in columns if other is not column)
            return leads_on - others + self.settings.survivor_words * share

        return max(columns, key=weigh)

    def are_suspect(self) -> bool:
        """Whether words are whole in a stretch where every second line goes on, or every third; a quick look."""
        strips = self.strips
        near = [self._weigh_joint(*pair) for pair in pairwise(strips)]
        for step in range(2, self.settings.most_columns + 1):
            total = 0.0
            for at in range(len(self) - step):
                gain = self._weigh_joint(strips[at], strips[at + step]) - near[at] - self.settings.column_turn
                total = max(0.0, total + gain)
                if total >= self.settings.interleaved_hint:
                    return True
        return False

    def measure_gain(self, columns: Sequence[Column]) -> float:
        """How much better the lines go on in these columns than in the order of the source."""
        lines = sorted(index for column in columns for index in column)
        apart = sum(self.weigh(a, b) for column in columns for a, b in pairwise(column))
        together = sum(self.weigh(a, b) for a, b in pairwise(lines))
        return apart - together - self.settings.column_doubt * len(lines)
