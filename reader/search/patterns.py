"""Regular expressions, which can be made to take for ever and are not allowed to."""

from __future__ import annotations

import time

from reader.errors import QueryError
from reader.languages import message, say
from reader.search.texts import SearchText

TIME_LIMIT = 0.5
"""Seconds for all articles together; an ordinary expression takes a hundredth of it for an issue."""

_TOO_SLOW = message("the regular expression takes too long: make it simpler")


class PatternSearch:
    """One search for a regular expression, through as many texts as there are, in a limited time."""

    def __init__(self, expression: str, time_limit: float = TIME_LIMIT) -> None:
        """Begin, and let the time run.

        Args:
            expression: One that `parse_query` has let pass.
            time_limit: Seconds for all texts together.
        """
        import regex

        self._pattern = regex.compile(expression)
        self._end = time.monotonic() + time_limit

    def find_in(self, text: SearchText) -> list[tuple[int, int]]:
        """The matches in one article, from the left; empty matches are left out.

        Parts that read on are one text, and `^` and `$` are its beginning and end.

        Raises:
            QueryError: If the time is over.
        """
        found = []
        for start, end in text.groups:
            left = self._end - time.monotonic()
            if left <= 0:
                raise QueryError(say(_TOO_SLOW))
            try:
                for match in self._pattern.finditer(text.text[start:end], timeout=left):
                    if match.start() < match.end():
                        found.append((start + match.start(), start + match.end()))
            except TimeoutError as error:
                raise QueryError(say(_TOO_SLOW)) from error
        return found
