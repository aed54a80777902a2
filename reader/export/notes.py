"""Bookmarks and highlights with their notes, as files that their reader can keep, print and quote from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Final

from reader.errors import ExportError
from reader.export import Transform
from reader.export.citation import cite
from reader.export.document import UNTITLED, Document, Passage, Story
from reader.export.formats import Format
from reader.export.json import JsonObject, format_json
from reader.export.language import find_language
from reader.hanzi.harmless import make_harmless
from reader.languages import say
from reader.model import Article, ArticleKind, Issue, Page, Part, PartKind

SCHEMA: Final = "dubao.notes/1"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of a newspaper that a reader has marked, and what the reader has written about them."""

    path: str
    """That of the issue."""
    newspaper: str | None
    day: date | None
    page: str
    """Label and section, such as "02 副刊"; "" where both are unknown."""
    article: str
    """The headline; "" for an article without any."""
    quote: str
    """A line a paragraph; the opening words of the place for a bookmark."""
    note: str
    is_highlight: bool
    made: datetime


def export_notes(
    excerpts: Sequence[Excerpt],
    format: Format,
    *,
    transform: Transform | None = None,
    modified: datetime | None = None,
) -> bytes | str:
    """Excerpts as one file, under the articles and the issues that they are of, each article with its reference.

    Args:
        excerpts: What to write; those of one article must follow each other, as must those of one issue.
        format: The kind of file; JSON is a list of its own ("dubao.notes/1").
        transform: Applied to the newspaper's words, never to the reader's.
        modified: When an EPUB is made; now where None.

    Returns:
        Bytes for EPUB, else text that ends with a line feed.

    Raises:
        ExportError: There is nothing to write.
    """
    if not excerpts:
        raise ExportError(say("there are no bookmarks and no highlights to export"))
    if format is Format.JSON:
        return format_json({"schema": SCHEMA, "notes": [_describe(one, transform) for one in excerpts]}) + "\n"
    document = make_notes_document(excerpts, transform)
    match format:
        case Format.TEXT:
            from reader.export.text import write_text

            return write_text(document, [_write_plain(story) for story in document.stories])
        case Format.MARKDOWN:
            from reader.export.markdown import write_markdown

            return write_markdown(document)
        case Format.HTML:
            from reader.export.web_page import write_web_page

            return write_web_page(document)
        case Format.EPUB:
            from reader.export.epub import write_epub

            return write_epub(document, modified=modified)


def make_notes_document(excerpts: Sequence[Excerpt], transform: Transform | None = None) -> Document:
    """Excerpts as a document: a story an article, quotations as notes are set, what the reader wrote as paragraphs."""
    several = len({one.path for one in excerpts}) > 1
    stories = []
    for _, group in groupby(excerpts, key=lambda one: (one.path, one.page, one.article)):
        of_one = tuple(group)
        stories.append(_make_story(of_one, transform, several=several))
    first = excerpts[0]
    sources = [_make_source(one) for one in excerpts]
    return Document(
        newspaper="" if several else _write(first.newspaper, transform),
        day=None if several else first.day,
        language=find_language(sources[0][0], [article for _, article in sources], transform),
        vertical=False,
        stories=tuple(stories),
    )


def _make_story(excerpts: Sequence[Excerpt], transform: Transform | None, *, several: bool) -> Story:
    """The excerpts of one article."""
    first = excerpts[0]
    issue, article = _make_source(first)
    title = _write(first.article, transform) or UNTITLED
    page = _write(first.page, transform)
    if several:
        names = (_write(first.newspaper, transform), first.day.isoformat() if first.day else "", page)
        page = " ".join(name for name in names if name)
    passages = [Passage(PartKind.HEADLINE, (title,), is_title=True)]
    for one in excerpts:
        lines = tuple(_write(line, transform) for line in one.quote.splitlines() if line.strip())
        if lines:
            passages.append(Passage(PartKind.NOTE, lines if one.is_highlight else (f"{lines[0]}……",)))
        if one.note:
            passages.append(Passage(PartKind.PARAGRAPH, (make_harmless(one.note),)))
    return Story(title, page, (), tuple(passages), cite(issue, article, transform) if first.article else "")


def _make_source(excerpt: Excerpt) -> tuple[Issue, Article]:
    """As much of the issue and the article as an excerpt tells."""
    label, _, section = excerpt.page.partition(" ")
    if not any(character.isdigit() for character in label):
        label, section = "", excerpt.page
    page = Page("p1", (), label or None, section or None)
    heading = (Part(PartKind.HEADLINE, excerpt.article, "p1"),) if excerpt.article else ()
    parts = (*heading, Part(PartKind.PARAGRAPH, excerpt.quote, "p1"))
    article = Article("a1", "p1", ArticleKind.ARTICLE, parts)
    return Issue(excerpt.path, "", excerpt.newspaper, excerpt.day, (page,), (article,)), article


def _write_plain(story: Story) -> str:
    """A story as plain text: quotations behind a sign, as in mail, what the reader wrote behind a dash."""
    return "\n\n".join(_iter_plain(story))


def _iter_plain(story: Story) -> Iterator[str]:
    for passage in story.passages:
        lead = "" if passage.is_title else "> " if passage.role is PartKind.NOTE else "——"
        yield "\n".join(lead + line for line in passage.lines)


def _describe(one: Excerpt, transform: Transform | None) -> JsonObject:
    return {
        "kind": "highlight" if one.is_highlight else "bookmark",
        "path": make_harmless(one.path),
        "title": None if one.newspaper is None else _write(one.newspaper, transform),
        "date": one.day.isoformat() if one.day else None,
        "page": _write(one.page, transform) or None,
        "article": _write(one.article, transform) or None,
        "quote": [_write(line, transform) for line in one.quote.splitlines()],
        "note": make_harmless(one.note),
        "made": one.made.isoformat(timespec="seconds"),
    }


def _write(text: str | None, transform: Transform | None) -> str:
    line = " ".join((text or "").split())
    return make_harmless(transform(line) if transform else line)
