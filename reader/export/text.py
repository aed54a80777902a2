"""An article as plain text, for the clipboard and for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from reader.export import Transform
from reader.hanzi.harmless import make_harmless
from reader.model import BODY_KINDS, Article
from reader.typography.composition import compose

if TYPE_CHECKING:
    # The reader's screen copies an article without it.
    from reader.export.document import Document

EM_SPACE: Final = "\u3000"
"""The ideographic space, one em wide: what Chinese documents indent a paragraph with."""


def write_article(article: Article, transform: Transform | None = None) -> str:
    """The whole article as it is set on screen, without a soft line break.

    A line for every heading, a blank line, then a line for every paragraph with its two-em indent: text that keeps its
    paragraphs in a plain editor and in a word processor alike. No line feed at the end.

    Args:
        article: What to write.
        transform: Applied to each block of text, such as the script conversion that the reader sees.
    """
    lines: list[str] = []
    seen_body = False
    for block in compose(article):
        if block.role in BODY_KINDS and not seen_body:
            seen_body = True
            lines += [""] if lines else []
        indent = EM_SPACE * block.indent if block.align == "start" else ""
        lines.append(indent + make_harmless(transform(block.text) if transform else block.text))
    return "\n".join(lines)


def write_text(document: Document, texts: Sequence[str]) -> str:
    """A file of articles: the issue's name, and under their pages the articles, each with its reference.

    Args:
        document: What the articles are.
        texts: Each of them as `write_article` has it.
    """
    single = len(document.stories) == 1
    pieces = [document.issue_name] if document.issue_name and not single else []
    for page, stories in document.by_page:
        if page and not single:
            pieces.append(f"【{page}】")
        for at, story in stories:
            pieces += [piece for piece in (texts[at], story.citation) if piece]
    return "\n\n".join(pieces) + "\n"
