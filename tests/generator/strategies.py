"""Generated pages for Hypothesis."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

from tests.generator.manner import MANNERS, REPUBLICAN_MANNERS, Manner
from tests.generator.pages import GeneratedPage, generate_page
from tests.generator.sentences import Region

_SEEDS = st.integers(min_value=0, max_value=10**6)


def regions() -> st.SearchStrategy[Region]:
    """Any region."""
    return st.sampled_from(Region)


@st.composite
def manners(draw: st.DrawFn, region: Region) -> Manner:
    """Any manner that the region has."""
    return draw(st.sampled_from(REPUBLICAN_MANNERS if region is Region.REPUBLICAN else MANNERS))


@st.composite
def generated_pages(
    draw: st.DrawFn,
    *,
    region: Region | None = None,
    manner: Manner | None = None,
    mix: Mapping[str, int] | None = None,
    pages: int = 1,
    items: tuple[int, int] = (2, 5),
) -> GeneratedPage:
    """Pages of any region and manner, or of the given ones."""
    where = region or draw(regions())
    how = manner or draw(manners(where))
    return generate_page(draw(_SEEDS), region=where, manner=how, mix=mix, pages=pages, items=items)
