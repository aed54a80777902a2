"""The formats that articles are written in, and the way to each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import PurePath
from typing import Final

from reader.errors import ExportError
from reader.export import Transform
from reader.export.citation import Style
from reader.languages import say
from reader.model import Article, Issue


class Format(StrEnum):
    """What kind of file; the value is its usual suffix, without the dot."""

    MARKDOWN = "md"
    TEXT = "txt"
    HTML = "html"
    EPUB = "epub"
    JSON = "json"


SUFFIXES: Final = {
    **{f".{format}": format for format in Format},
    ".markdown": Format.MARKDOWN,
    ".text": Format.TEXT,
    ".htm": Format.HTML,
}
"""The formats by the suffixes of their files, in lower case."""

DIRECTED: Final = frozenset({Format.HTML, Format.EPUB})
"""The formats that can be set in columns from the right."""


def guess_format(path: PurePath) -> Format:
    """The format that a file's name asks for.

    Raises:
        ExportError: Its suffix is none of a format's.
    """
    found = SUFFIXES.get(path.suffix.lower())
    if found is None:
        names = " ".join(Format)
        raise ExportError(
            say("{name}: its name tells no format; name one with --format: {names}", name=path.name, names=names)
        )
    return found


def export_articles(
    issue: Issue,
    articles: Sequence[Article],
    format: Format,
    *,
    transform: Transform | None = None,
    citation: Style | None = Style.GBT,
    vertical: bool | None = None,
    modified: datetime | None = None,
) -> bytes | str:
    """Some articles as one file.

    Args:
        issue: The issue that they stand in.
        articles: What to write, in this order; at least one.
        format: The kind of file.
        transform: Applied to every text of the newspaper, such as the script conversion that the reader sees.
        citation: The style of the reference at each article's end, one of `PROSE`; None for none. JSON has none.
        vertical: Whether HTML and EPUB run in columns from the right; as most of the articles are printed where None.
        modified: When an EPUB is made, which is written in it; now where None.

    Returns:
        Bytes for EPUB, else text that ends with a line feed.

    Raises:
        ExportError: There is no article, or `citation` is no style for people.
    """
    from reader.export.document import make_document

    document = make_document(issue, articles, transform, citation=citation, vertical=vertical)
    match format:
        case Format.TEXT:
            from reader.export.text import write_article, write_text

            return write_text(document, [write_article(article, transform) for article in articles])
        case Format.MARKDOWN:
            from reader.export.markdown import write_markdown

            return write_markdown(document)
        case Format.HTML:
            from reader.export.web_page import write_web_page

            return write_web_page(document)
        case Format.EPUB:
            from reader.export.epub import write_epub

            return write_epub(document, modified=modified)
        case Format.JSON:
            from reader.export.json import describe_issue, format_json

            return format_json(describe_issue(issue, articles=articles, transform=transform)) + "\n"


def export_fragment(
    issue: Issue,
    articles: Sequence[Article],
    *,
    transform: Transform | None = None,
    citation: Style | None = None,
) -> str:
    """Some articles as HTML elements without a page around them, for the clipboard.

    Raises:
        ExportError: There is no article, or `citation` is no style for people.
    """
    from reader.export.document import make_document
    from reader.export.web_page import write_fragment

    return write_fragment(make_document(issue, articles, transform, citation=citation))


def export_passage(text: str, format: Format) -> str:
    """Selected text, a line a paragraph, as plain text, Markdown or HTML elements.

    Args:
        text: What the reader selected, already in the script that is wanted.
        format: TEXT, MARKDOWN or HTML.

    Raises:
        ExportError: The format is for whole articles only.
    """
    from reader.hanzi.harmless import make_harmless

    lines = [make_harmless(line) for line in text.split("\n")]
    match format:
        case Format.TEXT:
            return "\n".join(lines)
        case Format.MARKDOWN:
            from reader.export.markdown import escape_markdown

            return "\n\n".join(line for line in map(escape_markdown, lines) if line)
        case Format.HTML:
            from reader.export.markup import escape

            return "\n".join(f"<p>{escape(line.strip())}</p>" for line in lines if line.strip())
        case _:
            raise ExportError(say("{format}: this format takes whole articles only", format=format))
