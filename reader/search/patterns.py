"""Regular expressions, which can be made to take for ever and are not allowed to."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

from reader.errors import QueryError
from reader.model import Article
from reader.search.hits import Hit

TIME_LIMIT = 0.5
"""Seconds for all articles together; an ordinary expression takes a hundredth of it for an issue."""
_LONGEST = 1_000
"""Code points of an expression; longer ones are pasted by mistake, and may nest deeper than the compiler can go."""
_TOO_SLOW = "这个表达式太费时间，请改简单些 · this expression takes too long: make it simpler"


def find_pattern(articles: Iterable[Article], expression: str, time_limit: float = TIME_LIMIT) -> Iterator[Hit]:
    """The matches of a regular expression in the text as it is printed, in reading order; empty matches are left out.

    Raises:
        QueryError: If it is no regular expression, or takes too long.
    """
    # 15 ms to import, for the few who ask for it; the standard library's `re` cannot be stopped.
    import regex

    if len(expression) > _LONGEST:
        raise QueryError(f"表达式太长 · the expression is longer than {_LONGEST} characters")
    try:
        pattern = regex.compile(expression)
    except (regex.error, RecursionError) as error:
        raise QueryError(f"不是正则表达式 · no regular expression: {error}") from error
    end = time.monotonic() + time_limit
    for article in articles:
        for place, part in enumerate(article.parts):
            left = end - time.monotonic()
            if left <= 0:
                raise QueryError(_TOO_SLOW)
            try:
                for match in pattern.finditer(part.text, timeout=left):
                    if match.start() < match.end():
                        yield Hit(article.id, place, match.start(), match.end())
            except TimeoutError as error:
                raise QueryError(_TOO_SLOW) from error
