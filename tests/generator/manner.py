"""How a page is printed and extracted: named manners, from the kindest to the cruellest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from random import Random

from tests.generator.bylines import Signing
from tests.generator.layer import LayerManner, Spacing
from tests.generator.sentences import Region


class Order(StrEnum):
    """Where headlines stand in the text layer."""

    IN_ORDER = "in order"  # each before its body
    AFTER = "after"  # each behind its body
    BODIES_FIRST = "bodies first"  # all bodies, then all headline groups, shuffled
    HEADLINES_FIRST = "headlines first"  # all headline groups, then all bodies, shuffled


class Lines(StrEnum):
    """What one line of the layer is."""

    PRINTED = "printed"  # a line of a column
    PARAGRAPHS = "paragraphs"  # a whole paragraph
    ARTICLES = "articles"  # a whole body


class Across(StrEnum):
    """How two columns are read across each other."""

    LINE_BY_LINE = "line by line"  # a line of the left one, a line of the right one
    ONE_LINE = "one line"  # both in one line, with a gutter of blanks


@dataclass(frozen=True, slots=True)
class Manner:
    """Everything about a page but its words."""

    name: str
    order: Order = Order.IN_ORDER
    lines: Lines = Lines.PRINTED
    layer: LayerManner = LayerManner()  # noqa: RUF009 - frozen
    measures: tuple[int, int] = (13, 20)
    """Least and greatest measure in em."""
    signing: Signing | None = None
    dateline: float = 0.5
    across: Across | None = None
    """Whether and how two bodies that stand side by side are read across."""
    legs: float = 0.0
    """Share of bodies whose measure changes half-way."""
    furniture: float = 0.5
    """Chance of each usual piece of furniture."""
    noise: float = 0.0
    """Chance of each kind of OCR damage, for each story."""
    shadow: float = 0.0
    """Chance that a label is drawn twice."""
    beside: float = 0.0
    """Chance that an author stands on the headline's own line."""
    kinsoku: bool = True
    indent: int = 2
    """Em that the printer indents, whether the layer keeps it or not."""


_STRIPPED = LayerManner()
_KEPT = LayerManner(indents=True)
_DOUBLED = LayerManner(Spacing.DOUBLE, justified=0.3)

MANNERS = (
    Manner("in order"),
    Manner("indents kept", layer=_KEPT),
    Manner("blank lines between items", layer=LayerManner(Spacing.GALLEYS)),
    Manner("lines doubled", layer=_DOUBLED),
    Manner("bodies first", order=Order.BODIES_FIRST, layer=_DOUBLED, signing=Signing.BEFORE, shadow=0.6),
    Manner("headlines first", order=Order.HEADLINES_FIRST, signing=Signing.BEFORE),
    Manner("headlines after", order=Order.AFTER, signing=Signing.INLINE),
    Manner("signed at the end", signing=Signing.TAIL, dateline=0.2),
    Manner("no bylines", signing=Signing.NONE, dateline=0.4),
    Manner("narrow columns", measures=(9, 12), legs=0.3),
    Manner("changing measure", measures=(14, 22), legs=0.7),
    Manner("a line a paragraph", lines=Lines.PARAGRAPHS),
    Manner("a line an article", lines=Lines.ARTICLES, beside=0.5),
    Manner("columns interleaved", across=Across.LINE_BY_LINE, furniture=0.2),
    Manner("columns side by side", layer=_KEPT, across=Across.ONE_LINE, measures=(12, 16), furniture=0.2),
    Manner("noisy", layer=LayerManner(justified=0.3), noise=0.4, furniture=0.8),
)
"""The manners of the benchmark's tables."""

REPUBLICAN_MANNERS = tuple(
    replace(manner, kinsoku=False, indent=0, beside=0.3)
    for manner in (
        Manner("in order", measures=(11, 22), furniture=0.4),
        Manner("blank lines between items", layer=LayerManner(Spacing.GALLEYS), measures=(11, 22), furniture=0.4),
        Manner("narrow columns", measures=(9, 11), furniture=0.3),
        Manner("a line an article", lines=Lines.ARTICLES, furniture=0.3),
        Manner("noisy", measures=(11, 18), noise=0.4, furniture=0.6),
    )
)


def draw_manner(random: Random, region: Region) -> Manner:
    """One of the manners of a region."""
    return random.choice(REPUBLICAN_MANNERS if region is Region.REPUBLICAN else MANNERS)
