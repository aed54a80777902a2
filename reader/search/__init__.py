"""Finding words in an issue, whatever script or width they are printed in."""

from reader.search.fields import FIELD_KINDS, Field, find_field
from reader.search.hits import Context, FurnitureHit, Hit, Span, find_context, find_hit_context
from reader.search.index import Index
from reader.search.query import Mode, Query, Word, parse_phrase, parse_query
from reader.search.ranking import Suggestion, find_suggestions, rank_hits

__all__ = [
    "FIELD_KINDS",
    "Context",
    "Field",
    "FurnitureHit",
    "Hit",
    "Index",
    "Mode",
    "Query",
    "Span",
    "Suggestion",
    "Word",
    "find_context",
    "find_field",
    "find_hit_context",
    "find_suggestions",
    "parse_phrase",
    "parse_query",
    "rank_hits",
]
