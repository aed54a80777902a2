"""A reference as GB/T 7714—2015 wants it for newspapers.

    作者. 题名: 其他题名信息[N]. 报名, 年-月-日(版次).

(§4.4, an item in a serial.)
"""

from __future__ import annotations

from typing import Final

from reader.export.citation.reference import Reference

AUTHORS_NAMED: Final = 3
"""GB/T 7714—2015 §8.1.2: three authors at most are named, the rest are 等."""

UNTITLED: Final = {"zh-Hans": "[无题]", "zh-Hant": "[無題]", "zh": "[无题]"}
"""Stands for the title of an item that has no heading at all; in brackets, as the cataloguer's own words are."""


def format_gbt(reference: Reference) -> str:
    """One line of reference, ended by a full stop.

    The kicker is no part of the title; subheadlines follow it after a colon. The page is the label as printed, a number
    without leading zeros; an article that jumps names every page it stands on.
    """
    named = list(reference.authors[:AUTHORS_NAMED])
    if len(reference.authors) > AUTHORS_NAMED:
        # "等" or the word of the item's own language (§8.1.2).
        named.append("等" if reference.is_chinese else "et al")
    title = reference.full_title or UNTITLED.get(reference.language, "[Untitled]")
    pieces = [", ".join(named), title + "[N]", _name_host(reference)]
    return " ".join(f"{piece}." for piece in pieces if piece)


def _name_host(reference: Reference) -> str:
    when = reference.day.isoformat() if reference.day else ""
    place = when + (f"({', '.join(reference.pages)})" if reference.pages else "")
    if reference.newspaper and when:
        return f"{reference.newspaper}, {place}"
    return reference.newspaper + place
