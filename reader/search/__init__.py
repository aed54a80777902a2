"""Finding words in an issue, whatever script or width they are printed in."""

from reader.search.hits import Context, Hit, find_context
from reader.search.index import Index
from reader.search.query import Mode, Query, parse_query

__all__ = ["Context", "Hit", "Index", "Mode", "Query", "find_context", "parse_query"]
