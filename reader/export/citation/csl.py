"""References as CSL-JSON (Citation Style Language 1.0.2, csl-data.json), for Zotero, pandoc and their like."""

from __future__ import annotations

import json
from collections.abc import Sequence

from reader.export.citation.reference import Reference
from reader.export.language import UNKNOWN

CslItem = dict[str, object]


def format_csl_json(references: Sequence[Reference]) -> str:
    """The list that a file of CSL-JSON is, Han characters as themselves."""
    return json.dumps([describe_csl(reference) for reference in references], ensure_ascii=False, indent=2)


def describe_csl(reference: Reference) -> CslItem:
    """One item; names are literal, so that no style takes them apart."""
    bounds = reference.page_range
    known: CslItem = {
        "title": reference.full_title,
        "author": [{"literal": name} for name in reference.authors],
        "container-title": reference.newspaper,
        "issued": {"date-parts": [[reference.day.year, reference.day.month, reference.day.day]]}
        if reference.day
        else None,
        "issue": reference.number,
        "section": reference.section,
        "page": "-".join(bounds) if bounds else ", ".join(reference.pages),
        "language": "" if reference.language == UNKNOWN else reference.language,
    }
    return {
        "id": reference.key,
        "type": "article-newspaper",
        **{name: value for name, value in known.items() if value},
    }
