"""How well the words of a heading fit a body: BM25 over character bigrams, with single characters beside them.

Headlines abbreviate (浙, 沪), so single characters count a little; a gram that many bodies have tells nothing, and the
first lines of a body count more than the rest. Measured on real articles: bigrams alone or without saturation mismatch
3–10 % of headings, this weighting none of 70 (notes 5.3).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from reader.structure.settings import SETTINGS, Settings

_WORDS = re.compile(r"[^\W_]+")


def find_grams(plain: str, size: int) -> list[str]:
    """All runs of `size` characters that no mark or space interrupts, with repetition."""
    grams: list[str] = []
    for word in _WORDS.findall(plain):
        grams.extend(word[at : at + size] for at in range(len(word) - size + 1))
    return grams


class Matcher:
    """The bodies of a page, ready to be asked which of them a heading fits."""

    def __init__(self, bodies: Sequence[str], settings: Settings = SETTINGS) -> None:
        """Remember the bodies, in `plain` form; their grams are counted once, when first asked for."""
        self._settings = settings
        self._bodies = tuple(bodies)
        self._counted: tuple[tuple[float, _Channel], ...] = ()

    def score(self, heading: str) -> list[float]:
        """For each body how well this heading fits it: 0 for not at all, about 1 and more for well."""
        if not self._counted:
            shares = self._settings.gram_shares
            self._counted = tuple((share, _Channel(self._bodies, size, self._settings)) for size, share in shares)
        totals: list[float] = []
        for share, channel in self._counted:
            scores = channel.score(heading)
            totals = (
                [a + share * b for a, b in zip(totals, scores, strict=True)] if totals else [share * b for b in scores]
            )
        return totals


class _Channel:
    """The counts of grams of one size: for each gram the bodies that have it."""

    def __init__(self, bodies: Sequence[str], size: int, settings: Settings) -> None:
        self._size = size
        self._settings = settings
        self._bodies = len(bodies)
        counts = [Counter(find_grams(body, size)) for body in bodies]
        lengths = [max(1, count.total()) for count in counts]
        average = sum(lengths) / max(1, len(lengths))
        plain, saturation = 1 - settings.length_weight, settings.saturation
        self._postings: dict[str, list[tuple[int, float]]] = {}
        """For each gram the bodies that have it, with how much it tells of each before its weight."""
        for number, (count, length, body) in enumerate(zip(counts, lengths, bodies, strict=True)):
            norm = saturation * (plain + settings.length_weight * length / average)
            lead = set(find_grams(body[: settings.lead_characters], size))
            for gram, met in count.items():
                boost = settings.lead_boost if gram in lead else 1.0
                share = boost * met * (saturation + 1) / (met + norm)
                self._postings.setdefault(gram, []).append((number, share))

    def score(self, heading: str) -> list[float]:
        grams = set(find_grams(heading, self._size))
        scores = [0.0] * self._bodies
        if not grams or not self._bodies:
            return scores
        total = 0.0
        for gram in sorted(grams):
            found = self._postings.get(gram, ())
            weight = self._weigh(len(found), self._bodies)
            total += weight
            for number, share in found:
                scores[number] += weight * share
        return [score / total for score in scores]

    def _weigh(self, spread: int, bodies: int) -> float:
        if not spread:
            return 0.5 * math.log(bodies + 1)
        return max(self._settings.least_weight, math.log((bodies + 1) / (spread + 0.5)))
