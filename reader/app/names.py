"""What articles and pages are called on screen."""

from __future__ import annotations

from reader.app.cells import ELLIPSIS
from reader.languages import say
from reader.model import Article, Page

OPENING_LENGTH = 24
"""Code points of an untitled article's text that name it; more than any sidebar shows."""


def article_name(article: Article) -> str:
    """What an article is called in a list: its title, or else its opening words; never empty."""
    if article.title:
        return article.title
    opening = article.body[0].text[:OPENING_LENGTH] if article.body else ""
    return f"{opening}{ELLIPSIS}" if opening else say("(untitled)")


def page_name(page: Page, number: int) -> str:
    """How a page is called: its printed label and section, or else its place in the issue."""
    label = page.label or str(number)
    name = label if label.endswith("版") else say("Page {label}", label=label)
    return f"{name} {page.section}" if page.section else name
