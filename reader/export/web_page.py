"""Articles as one HTML file that needs nothing else: no scripts, no pictures, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reader.export.document import Document
from reader.export.markup import escape, write_story, write_text
from reader.export.style_sheet import make_style_sheet

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may load for it: nothing but the styles in it."""


def write_web_page(document: Document) -> str:
    """The file, well-formed as XML too."""
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(document.language)}">',
        "<head>",
        '<meta charset="utf-8"/>',
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}"/>',
        f"<title>{escape(document.title)}</title>",
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
        '<meta name="generator" content="dubao"/>',
        f"<style>\n{make_style_sheet(document.language, vertical=document.vertical)}</style>",
        "</head>",
        "<body>",
        *(_iter_stories(document) if len(document.stories) > 1 else _iter_story(document)),
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def write_fragment(document: Document) -> str:
    """The articles alone, without a page around them, for the clipboard."""
    return "\n".join(line for story in document.stories for line in write_story(story, level=2))


def _iter_story(document: Document) -> Iterator[str]:
    yield "<main>"
    yield from write_story(document.stories[0], level=1, vertical=document.vertical)
    yield "</main>"


def _iter_stories(document: Document) -> Iterator[str]:
    named = any(page for page, _ in document.by_page)
    if document.issue_name:
        yield f"<header><h1>{write_text(document.issue_name, document.vertical)}</h1></header>"
    yield "<nav>"
    yield "<ol>"
    for number, story in enumerate(document.stories, 1):
        yield f'<li><a href="#article-{number}">{write_text(story.title, document.vertical)}</a></li>'
    yield "</ol>"
    yield "</nav>"
    yield "<main>"
    for page, stories in document.by_page:
        if page:
            yield f'<h2 class="page">{write_text(page, document.vertical)}</h2>'
        for at, story in stories:
            anchor = f"article-{at + 1}"
            yield from write_story(story, level=3 if named else 2, vertical=document.vertical, anchor=anchor)
    yield "</main>"
