"""Which characters of a text became which of its converted form, where words were replaced."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Alignment:
    """A map between the offsets of a source and of a target text, in code points.

    For each boundary of the source there is the lowest and the highest boundary of the target that it may stand for:
    they differ inside a word that was replaced as a whole.
    """

    lowest: tuple[int, ...]
    highest: tuple[int, ...]

    def to_target(self, offset: int) -> int:
        """The target's offset for one of the source; inside a replaced word, the word's start."""
        return self.lowest[offset]

    def to_source(self, offset: int) -> int:
        """The source's offset for one of the target; inside a replaced word, the word's start."""
        return bisect_left(self.lowest, self.lowest[bisect_right(self.lowest, offset) - 1])

    def span_to_target(self, start: int, end: int) -> tuple[int, int]:
        """The least stretch of the target that holds all that a stretch of the source became."""
        return self.lowest[start], self.highest[end] if start < end else self.lowest[start]

    def span_to_source(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the source that a stretch of the target was made of."""
        first = self.to_source(start)
        if start >= end:
            return first, first
        return first, bisect_right(self.highest, self.highest[bisect_left(self.highest, end)]) - 1


def align(source: str, plain: str, target: str, convert: Callable[[str], str]) -> Alignment:
    """Align a text with what a conversion by words has made of it.

    Args:
        source: The text.
        plain: The text with its characters converted but not its words; as long as the source.
        target: What the conversion gives for the source.
        convert: The conversion, to try parts of the source with.
    """
    lowest: list[int] = []
    highest: list[int] = []
    for start, end, at, target_end in _find_pieces(source, plain, target, convert):
        if plain[start:end] == target[at:target_end]:
            lowest += range(at, target_end)
            highest += range(at, target_end)
        else:
            lowest += [at] * (end - start)
            highest += [at] + [target_end] * (end - start - 1)
    return Alignment((*lowest, len(target)), (*highest, len(target)))


def _find_pieces(
    source: str, plain: str, target: str, convert: Callable[[str], str]
) -> Iterator[tuple[int, int, int, int]]:
    """Cut the text into stretches without replaced words and replaced words, in order, with their place in the target.

    A text may be cut where its two sides, converted alone, give the whole: no word stands across such a place. Halving
    at the cut nearest to the middle leaves the replaced words, which cannot be cut.
    """
    waiting = [(0, len(source), 0, len(target))]
    while waiting:
        start, end, at, target_end = waiting.pop()
        whole = target[at:target_end]
        if plain[start:end] != whole:
            middle = (start + end) // 2
            for cut in sorted(range(start + 1, end), key=lambda place: abs(place - middle)):
                left = convert(source[start:cut])
                if whole.startswith(left) and convert(source[cut:end]) == whole[len(left) :]:
                    waiting += [(cut, end, at + len(left), target_end), (start, cut, at, at + len(left))]
                    break
            else:
                yield start, end, at, target_end
        elif start < end:
            yield start, end, at, target_end
