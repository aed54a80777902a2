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

from reader.hanzi.characters import HAN
from reader.structure.settings import SETTINGS, Settings

_WORDS = re.compile(rf"[{HAN}0-9A-Za-z]+")


def find_grams(plain: str, size: int) -> list[str]:
    """All runs of `size` characters that no mark or space interrupts, with repetition."""
    grams: list[str] = []
    for word in _WORDS.findall(plain):
        grams.extend(word[at : at + size] for at in range(len(word) - size + 1))
    return grams


class Matcher:
    """The bodies of a page, ready to be asked which of them a heading fits."""

    def __init__(self, bodies: Sequence[str], settings: Settings = SETTINGS) -> None:
        """Count the grams of every body (in `plain` form) once."""
        self._settings = settings
        self._channels = tuple((share, _Channel(bodies, size, settings)) for size, share in settings.gram_shares)

    def score(self, heading: str) -> list[float]:
        """For each body how well this heading fits it: 0 for not at all, about 1 and more for well."""
        totals: list[float] = []
        for share, channel in self._channels:
            scores = channel.score(heading)
            totals = (
                [a + share * b for a, b in zip(totals, scores, strict=True)] if totals else [share * b for b in scores]
            )
        return totals


class _Channel:
    """The counts of grams of one size."""

    def __init__(self, bodies: Sequence[str], size: int, settings: Settings) -> None:
        self._size = size
        self._settings = settings
        self._counts = [Counter(find_grams(body, size)) for body in bodies]
        self._leads = [set(find_grams(body[: settings.lead_characters], size)) for body in bodies]
        lengths = [max(1, count.total()) for count in self._counts]
        average = sum(lengths) / max(1, len(lengths))
        self._norms = [
            settings.saturation * (1 - settings.length_weight + settings.length_weight * length / average)
            for length in lengths
        ]
        self._spread: Counter[str] = Counter()
        for count in self._counts:
            self._spread.update(count.keys())

    def score(self, heading: str) -> list[float]:
        grams = set(find_grams(heading, self._size))
        bodies = len(self._counts)
        if not grams or not bodies:
            return [0.0] * bodies
        weights = {gram: self._weigh(gram, bodies) for gram in grams}
        total = sum(weights.values())
        scores: list[float] = []
        for count, lead, norm in zip(self._counts, self._leads, self._norms, strict=True):
            score = 0.0
            for gram, weight in weights.items():
                if met := count.get(gram):
                    boost = self._settings.lead_boost if gram in lead else 1.0
                    score += weight * boost * met * (self._settings.saturation + 1) / (met + norm)
            scores.append(score / total)
        return scores

    def _weigh(self, gram: str, bodies: int) -> float:
        spread = self._spread.get(gram, 0)
        if not spread:
            return 0.5 * math.log(bodies + 1)
        return max(self._settings.least_weight, math.log((bodies + 1) / (spread + 0.5)))


def measure_cohesion(before: str, after: str) -> float:
    """How many of their bigrams two texts share: a cosine, 0 to 1."""
    a, b = Counter(find_grams(before, 2)), Counter(find_grams(after, 2))
    if not a or not b:
        return 0.0
    shared = sum(min(3, a[gram]) * min(3, b[gram]) for gram in a.keys() & b.keys())
    norm = math.sqrt(sum(min(3, n) ** 2 for n in a.values()) * sum(min(3, n) ** 2 for n in b.values()))
    return shared / norm
