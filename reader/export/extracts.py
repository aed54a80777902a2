"""Text to be taken along at once, by the clipboard or a command: articles or a passage, in several manners."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from reader.errors import ExportError
from reader.export import Transform
from reader.hanzi.harmless import make_harmless
from reader.hanzi.sentences import find_sentences
from reader.languages import say
from reader.model import Article, Issue


class Manner(StrEnum):
    """As what a text is taken along."""

    PLAIN = "plain"
    CITED = "cited"
    """Plain, with its source (GB/T 7714) under it."""
    MARKDOWN = "markdown"
    HTML = "html"
    CITATION = "citation"
    """The source alone."""


def extract_articles(
    issue: Issue, articles: Sequence[Article], manner: Manner, transform: Transform | None = None
) -> str:
    """Whole articles; each has its source under it, but in plain text.

    Args:
        issue: The issue that they stand in.
        articles: What to take, in this order; at least one.
        manner: As what.
        transform: Applied to every text of the newspaper.

    Raises:
        ExportError: There is no article.
    """
    from reader.export.citation import Style, cite
    from reader.export.formats import Format, export_articles, export_fragment
    from reader.export.text import write_article

    if not articles:
        raise ExportError(say("there is no article to export"))
    match manner:
        case Manner.PLAIN:
            return "\n\n".join(write_article(article, transform) for article in articles)
        case Manner.CITED:
            texts = (f"{write_article(one, transform)}\n\n{cite(issue, one, transform)}" for one in articles)
            return "\n\n".join(texts)
        case Manner.MARKDOWN:
            return str(export_articles(issue, articles, Format.MARKDOWN, transform=transform, citation=Style.GBT))
        case Manner.HTML:
            return export_fragment(issue, articles, transform=transform, citation=Style.GBT)
        case Manner.CITATION:
            return "\n".join(cite(issue, article, transform) for article in articles)


def extract_passage(
    issue: Issue, article: Article, text: str, manner: Manner, transform: Transform | None = None
) -> str:
    """Some words of an article; its source stands under them where the manner says so.

    Args:
        issue: The issue that they stand in.
        article: The article that they are of.
        text: The words, a line a paragraph, in the script that is wanted.
        manner: As what.
        transform: Applied to the source.
    """
    from reader.export.citation import cite
    from reader.export.formats import Format, export_passage

    match manner:
        case Manner.PLAIN:
            return make_harmless(text, keep="\n")
        case Manner.CITED:
            return f"{make_harmless(text, keep=chr(10))}\n\n{cite(issue, article, transform)}"
        case Manner.MARKDOWN:
            return export_passage(text, Format.MARKDOWN)
        case Manner.HTML:
            return export_passage(text, Format.HTML)
        case Manner.CITATION:
            return cite(issue, article, transform)


def find_surroundings(article: Article, stretches: Iterable[tuple[int, int, int]]) -> str:
    """The sentences in which some stretches of an article stand, with one before and one after; a line a part.

    Args:
        article: The article.
        stretches: Part, start and end, in reading order.
    """
    lines: dict[int, tuple[int, int]] = {}
    for part, start, end in stretches:
        sentences = find_sentences(article.parts[part].text)
        touched = [at for at, (first, last) in enumerate(sentences) if first < end and last > start]
        if not touched:
            continue
        first = sentences[max(0, touched[0] - 1)][0]
        last = sentences[min(touched[-1] + 1, len(sentences) - 1)][1]
        before = lines.get(part, (first, last))
        lines[part] = (min(first, before[0]), max(last, before[1]))
    return "\n".join(article.parts[part].text[first:last].strip() for part, (first, last) in lines.items())
