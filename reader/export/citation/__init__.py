"""References to articles of a newspaper, for people and for programs that keep them.

A part that the issue does not know is left out with its punctuation, never invented; so names stay as they are printed:
those of Han characters are neither split nor written in pinyin.

The prose is our own: citeproc-py 0.11 with its styles, tried on the same CSL-JSON, loses the [N] of GB/T 7714, sets
MLA's stop outside the quotation marks and its section behind the page, and has no Chicago bibliography for newspapers.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from reader.export import Transform
from reader.export.citation.reference import Reference, make_reference
from reader.model import Article, Issue

__all__ = ["PROSE", "Reference", "Style", "cite", "cite_all", "make_reference"]


class Style(StrEnum):
    """In which form a reference is written."""

    GBT = "gbt"  # GB/T 7714—2015
    CHICAGO = "chicago"  # The Chicago Manual of Style, 17th edition, bibliography
    MLA = "mla"  # MLA Handbook, 9th edition
    APA = "apa"  # Publication Manual of the APA, 7th edition
    BIBTEX = "bibtex"
    RIS = "ris"
    CSL_JSON = "csl-json"


PROSE: Final = frozenset({Style.GBT, Style.CHICAGO, Style.MLA, Style.APA})
"""The styles that people read: a line a reference."""


def cite(issue: Issue, article: Article, transform: Transform | None = None, style: Style = Style.GBT) -> str:
    """The reference to one article, without a line feed at its end.

    Args:
        issue: The issue that the article stands in.
        article: What to cite.
        transform: Applied to names and titles, such as the script conversion that the reader sees.
        style: Its form. In the prose styles it is one line.
    """
    return cite_all(issue, (article,), transform, style)


def cite_all(
    issue: Issue, articles: Sequence[Article], transform: Transform | None = None, style: Style = Style.GBT
) -> str:
    """The references to some articles, as one file of the style has them, without a line feed at its end.

    Args:
        issue: The issue that the articles stand in.
        articles: What to cite, in this order.
        transform: Applied to names and titles.
        style: Their form: a line each in the prose styles, one list in CSL-JSON.
    """
    references = [make_reference(issue, article, transform) for article in articles]
    # Each is loaded only where it is asked for.
    match style:
        case Style.GBT:
            from reader.export.citation.gbt import format_gbt

            return "\n".join(map(format_gbt, references))
        case Style.CHICAGO:
            from reader.export.citation.western import format_chicago

            return "\n".join(map(format_chicago, references))
        case Style.MLA:
            from reader.export.citation.western import format_mla

            return "\n".join(map(format_mla, references))
        case Style.APA:
            from reader.export.citation.western import format_apa

            return "\n".join(map(format_apa, references))
        case Style.BIBTEX:
            from reader.export.citation.bibtex import format_bibtex

            return "\n\n".join(map(format_bibtex, references))
        case Style.RIS:
            from reader.export.citation.ris import format_ris

            return "\n\n".join(map(format_ris, references))
        case Style.CSL_JSON:
            from reader.export.citation.csl import format_csl_json

            return format_csl_json(references)
