"""A reference to an article, as GB/T 7714—2015 wants it for newspapers.

    作者. 题名: 其他题名信息[N]. 报名, 年-月-日(版次).

(§4.4, an item in a serial.) A part that the issue does not know is left out with its punctuation, never invented.
"""

from __future__ import annotations

from typing import Final

from reader.export import Transform
from reader.hanzi.harmless import make_harmless
from reader.model import Article, Author, Issue, PartKind

AUTHORS_NAMED: Final = 3
"""GB/T 7714—2015 §8.1.2: three authors at most are named, the rest are 等."""

UNTITLED: Final = "[无题]"
"""Stands for the title of an item that has no heading at all; in brackets, as the cataloguer's own words are."""


def cite(issue: Issue, article: Article, transform: Transform | None = None) -> str:
    """One line of reference, ended by a full stop.

    The kicker is no part of the title; subheadlines follow it after a colon. The page is the label as printed, a number
    without leading zeros; an article that jumps names every page it stands on.

    Args:
        issue: The issue that the article stands in.
        article: What to cite.
        transform: Applied to names and titles, such as the script conversion that the reader sees.
    """
    pieces = [_name_authors(article.authors), _name_title(article) + "[N]", _name_host(issue, article)]
    reference = " ".join(f"{piece}." for piece in pieces if piece)
    return make_harmless(transform(reference) if transform else reference)


def _name_authors(authors: tuple[Author, ...]) -> str:
    names = list(dict.fromkeys(_on_one_line(author.name) for author in authors))
    named = [name for name in names if name]
    return ", ".join(named[:AUTHORS_NAMED] + (["等"] if len(named) > AUTHORS_NAMED else []))


def _name_title(article: Article) -> str:
    title = _on_one_line(article.title)
    if not title:
        return UNTITLED
    subtitle = _on_one_line(" ".join(part.text for part in article.of_kind(PartKind.SUBHEADLINE)))
    # Without a headline the subheadline may be the title itself.
    return f"{title}: {subtitle}" if subtitle and subtitle != title else title


def _name_host(issue: Issue, article: Article) -> str:
    when = issue.date.isoformat() if issue.date else ""
    labels = [page.label for page_id in article.pages if (page := issue.find_page(page_id)) and page.label]
    pages = ", ".join(label.lstrip("0") or label if label.isdecimal() else label for label in labels)
    place = when + (f"({pages})" if pages else "")
    title = _on_one_line(issue.title or "")
    if title and when:
        return f"{title}, {place}"
    return title + place


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
