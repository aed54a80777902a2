"""A search under way: its hits, the current one, and the way back. Pure; knows no widget."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from reader.app.highlights import Light, Mark
from reader.languages import message
from reader.search import Hit, Mode

MODE_NAMES: Mapping[Mode, str] = {
    Mode.FOLDED: message("folded"),
    Mode.EXACT: message("exact"),
    Mode.VARIANTS: message("variants"),
    Mode.REGEX: message("regex"),
    Mode.FUZZY: message("fuzzy"),
}
"""To be translated where they are shown."""


@dataclass(frozen=True)
class SearchSession:
    """What was asked and what was found, in reading order."""

    query: str = ""
    mode: Mode = Mode.FOLDED
    hits: tuple[Hit, ...] = ()
    current: int | None = None
    """Index of the hit that the reader is at; None before the first move."""
    order: Mapping[str, int] = field(default_factory=dict)
    """Article id → its index in the issue."""
    remark: str = ""
    """What is wrong with the query, or what else would find something; "" where there is nothing to say."""

    @property
    def is_asking(self) -> bool:
        """Whether anything is looked for."""
        return bool(self.query.strip())

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """Article id → number of hits in it."""
        return Counter(hit.article for hit in self.hits)

    @property
    def hit(self) -> Hit | None:
        """The current hit."""
        return None if self.current is None else self.hits[self.current]

    def key(self, hit: Hit) -> tuple[int, int, int]:
        """A hit's place in reading order."""
        return self.order[hit.article], hit.part, hit.start

    def at_or_after(self, article: int, part: int, offset: int) -> SearchSession:
        """The session at the first hit from that place on, or at the first of all."""
        if not self.hits:
            return replace(self, current=None)
        place = (article, part, offset)
        current = next((index for index, hit in enumerate(self.hits) if self.key(hit) >= place), 0)
        return replace(self, current=current)

    def step(self, by: int) -> tuple[SearchSession, bool]:
        """The session at the next (1) or previous (-1) hit, and whether it went round the end."""
        if not self.hits:
            return self, False
        if self.current is None:
            return replace(self, current=0 if by > 0 else len(self.hits) - 1), False
        target = self.current + by
        return replace(self, current=target % len(self.hits)), not 0 <= target < len(self.hits)

    def marks(self, article: str) -> list[Mark]:
        """The stretches of one article to be lit."""
        return [
            Mark(span.part, span.start, span.end, Light.CURRENT_HIT if index == self.current else Light.HIT)
            for index, hit in enumerate(self.hits)
            if hit.article == article
            for span in hit.spans
        ]

    @property
    def count_text(self) -> str:
        """Such as 3/17; 0 where nothing was found; "" without a query."""
        if not self.is_asking:
            return ""
        if not self.hits:
            return "0"
        return f"{'–' if self.current is None else self.current + 1}/{len(self.hits)}"
