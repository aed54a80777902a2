"""A newspaper that never runs out: pages of invented articles, set in columns, with the truth about them.

`generate_page(seed, …)` gives a page; `strategies` has the same for Hypothesis; `metrics` says how good an answer is.
"""

from tests.generator.manner import MANNERS, REPUBLICAN_MANNERS, Manner, Order
from tests.generator.pages import GeneratedPage, generate_page
from tests.generator.sentences import Region
from tests.generator.truth import Truth

__all__ = [
    "MANNERS",
    "REPUBLICAN_MANNERS",
    "GeneratedPage",
    "Manner",
    "Order",
    "Region",
    "Truth",
    "generate_page",
]
