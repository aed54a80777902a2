"""Where a reader is: a place in the text, which outlives width, script and view."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model import Article, Issue


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A character of an article."""

    part: int = 0
    """Index into `Article.parts`."""
    offset: int = 0
    """Code points into the part's text."""


def find_again(article: Article, place: Place, issue: Issue) -> tuple[int, Place]:
    """Where a place of an article has gone in an issue whose articles were made anew from the same print.

    Args:
        article: The article as it was.
        place: The place in it.
        issue: The issue as it is now.

    Returns:
        Index of the article that now has the printed line, and the place in it; the first article where none has it.
    """
    spans = article.parts[place.part].spans if place.part < len(article.parts) else ()
    if spans:
        # The line on which the place stands: as far along the part's lines as it is along the part's text.
        along = place.offset / max(1, len(article.parts[place.part].text))
        wanted = spans[min(int(along * len(spans)), len(spans) - 1)]
        for index, candidate in enumerate(issue.articles):
            for number, part in enumerate(candidate.parts):
                lines = [(span.page, span.line) for span in part.spans]
                if (wanted.page, wanted.line) in lines:
                    if part.text == article.parts[place.part].text:
                        return index, Place(number, place.offset)
                    at = lines.index((wanted.page, wanted.line))
                    return index, Place(number, at * len(part.text) // len(lines))
    same = (index for index, candidate in enumerate(issue.articles) if candidate.id == article.id)
    index = next(same, 0)
    unchanged = index < len(issue.articles) and issue.articles[index].parts == article.parts
    return index, place if unchanged else Place()
