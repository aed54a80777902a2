"""Articles ready to be written in a format with markup: their text as it will be read, sorted by what it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from reader.errors import ExportError
from reader.export import Transform
from reader.export.citation import PROSE, Style, cite
from reader.export.language import find_language, is_chinese
from reader.hanzi.harmless import make_harmless
from reader.languages import say
from reader.model import BODY_KINDS, Article, Direction, Issue, PartKind
from reader.typography.composition import compose

UNTITLED: Final = "（无题）"
"""Stands in lists of contents for an article without any text."""

OPENING: Final = 16
"""Characters of an article without any heading by which lists of contents name it: about a headline's length."""

_TITLES: Final[tuple[PartKind, ...]] = (PartKind.HEADLINE, PartKind.KICKER, PartKind.SUBHEADLINE, PartKind.LABEL)
"""What may be an article's title, the first that it has (as `Article.title`)."""

_GROUPED: Final = frozenset({PartKind.VERSE, PartKind.TABLE, PartKind.NOTE})
"""Roles whose neighbouring lines belong together."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, heading, stanza or table."""

    role: PartKind
    lines: tuple[str, ...]
    """Harmless, in the script that is wanted; one, but for titles, verse, tables and notes."""
    is_title: bool = False
    """Whether it is the article's title, whatever its role; at most one of a story's passages is."""

    @property
    def in_body(self) -> bool:
        """Whether it belongs to what is told, not to its heading."""
        return not self.is_title and (self.role in BODY_KINDS or self.role is PartKind.DATELINE)


@dataclass(frozen=True, slots=True)
class Story:
    """One article."""

    title: str
    """On one line, its opening words where it has no heading; never empty."""
    page: str
    """Label and name of its first page, such as "01 要闻"; "" where both are unknown."""
    authors: tuple[str, ...]
    passages: tuple[Passage, ...]
    citation: str
    """"" where none is wanted."""


@dataclass(frozen=True, slots=True)
class Document:
    """What is written as one file."""

    newspaper: str
    """"" where unknown."""
    day: date | None
    language: str
    """A BCP 47 tag."""
    vertical: bool
    stories: tuple[Story, ...]
    """At least one."""

    @property
    def day_name(self) -> str:
        """The day as the document's language writes it; "" where unknown."""
        if self.day is None:
            return ""
        if not is_chinese(self.language):
            return self.day.isoformat()
        return f"{self.day.year}年{self.day.month}月{self.day.day}日"

    @property
    def title(self) -> str:
        """The issue's name, or that of the only article; never empty."""
        if len(self.stories) == 1:
            return self.stories[0].title
        return self.issue_name or self.stories[0].title

    @property
    def issue_name(self) -> str:
        """The newspaper and its day, as far as they are known."""
        return " ".join(piece for piece in (self.newspaper, self.day_name) if piece)

    @property
    def by_page(self) -> tuple[tuple[str, tuple[tuple[int, Story], ...]], ...]:
        """The stories with their numbers, from 0, under the page on which each run of them stands."""
        runs = groupby(enumerate(self.stories), key=lambda item: item[1].page)
        return tuple((page, tuple(items)) for page, items in runs)


def make_document(
    issue: Issue,
    articles: Sequence[Article],
    transform: Transform | None = None,
    *,
    citation: Style | None = Style.GBT,
    vertical: bool | None = None,
) -> Document:
    """What is to be written about some articles.

    Args:
        issue: The issue that they stand in.
        articles: What to write, in this order.
        transform: Applied to every text of the newspaper.
        citation: The style of the reference at each article's end, a style in prose; None for no reference.
        vertical: Whether the text runs in columns from the right; as most of the articles are printed where None.

    Raises:
        ExportError: There is no article.
    """
    if not articles:
        raise ExportError(say("there is no article to export"))
    if citation is not None and citation not in PROSE:
        raise ExportError(say("{style}: this is no style of references for people", style=citation.value))
    language = find_language(issue, articles, transform)

    def write(text: str | None) -> str:
        line = " ".join((text or "").split())
        return make_harmless(transform(line) if transform else line)

    def write_page(article: Article) -> str:
        page = issue.find_page(article.page)
        return " ".join(piece for piece in (write(page.label), write(page.section)) if piece) if page else ""

    return Document(
        newspaper=write(issue.title),
        day=issue.date,
        language=language,
        vertical=_is_vertical(issue, articles) if vertical is None else vertical,
        stories=tuple(
            Story(
                title=write(article.title) or write(_name_by_opening(article)),
                page=write_page(article),
                authors=tuple(name for name in dict.fromkeys(write(author.name) for author in article.authors) if name),
                passages=tuple(_iter_passages(article, transform)),
                citation="" if citation is None else cite(issue, article, transform, citation),
            )
            for article in articles
        ),
    )


def _name_by_opening(article: Article) -> str:
    text = next((line for part in article.parts if (line := part.text.strip())), UNTITLED)
    return text if len(text) <= OPENING else f"{text[:OPENING]}…"


def _iter_passages(article: Article, transform: Transform | None) -> Iterator[Passage]:
    present = {part.kind for part in article.parts if part.text}
    title: PartKind | None = next((kind for kind in _TITLES if kind in present), None)
    for role, blocks in groupby(compose(article), key=lambda block: block.role):
        lines = tuple(make_harmless(transform(block.text) if transform else block.text) for block in blocks)
        is_title = role is title
        if is_title:
            yield Passage(role, lines, is_title=True)
            # A headline that comes back further on is no second title.
            title = None
        elif role in _GROUPED:
            yield Passage(role, lines)
        else:
            yield from (Passage(role, (line,)) for line in lines)


def _is_vertical(issue: Issue, articles: Sequence[Article]) -> bool:
    pages = [page for article in articles if (page := issue.find_page(article.page))]
    return 2 * sum(page.direction is Direction.VERTICAL for page in pages) > len(pages)
