"""What a reference is made of, whatever its style."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final
from zlib import crc32

from reader.export import Transform
from reader.export.language import find_language, is_chinese
from reader.hanzi.harmless import make_harmless
from reader.model import Article, Issue, PartKind

_NUMBERED: Final = re.compile(r"([^0-9]*)([0-9]+)")
"""A page's label that counts: 3, A3."""


@dataclass(frozen=True, slots=True)
class Reference:
    """An article as a bibliography knows it. Texts are harmless, on one line, and "" where unknown."""

    key: str
    """Names it in a file of references: ASCII letters, digits and hyphens."""
    authors: tuple[str, ...]
    """As printed, each once."""
    title: str
    """Without the kicker."""
    subtitle: str
    newspaper: str
    day: date | None
    pages: tuple[str, ...]
    """The labels of all the pages that it stands on, numbers without leading zeros."""
    section: str
    """The name of its first page 版名."""
    number: str
    """The issue's."""
    language: str
    """A BCP 47 tag."""

    @property
    def full_title(self) -> str:
        """Title and subtitle."""
        return f"{self.title}: {self.subtitle}" if self.subtitle else self.title

    @property
    def is_chinese(self) -> bool:
        """Whether the article is in Chinese."""
        return is_chinese(self.language)

    @property
    def page_range(self) -> tuple[str, str] | None:
        """The first and the last of its pages, where there are several and none is left out between them."""
        found = [_NUMBERED.fullmatch(page) for page in self.pages]
        counted = [(match[1], int(match[2])) for match in found if match]
        if len(counted) < 2 or len(counted) < len(self.pages):
            return None
        prefix, first = counted[0]
        if counted != [(prefix, first + at) for at in range(len(counted))]:
            return None
        return self.pages[0], self.pages[-1]


def make_reference(issue: Issue, article: Article, transform: Transform | None = None) -> Reference:
    """What is known about an article.

    Args:
        issue: The issue that it stands in.
        article: What to cite.
        transform: Applied to names and titles.
    """

    def write(text: str | None) -> str:
        line = " ".join((text or "").split())
        return make_harmless(transform(line) if transform else line)

    title = write(article.title)
    subtitle = write(" ".join(part.text for part in article.of_kind(PartKind.SUBHEADLINE)))
    names = dict.fromkeys(write(author.name) for author in article.authors)
    page = issue.find_page(article.page)
    return Reference(
        key=_make_key(issue, article),
        authors=tuple(name for name in names if name),
        title=title,
        # Without a headline the subheadline may be the title itself.
        subtitle="" if subtitle == title else subtitle,
        newspaper=write(issue.title),
        day=issue.date,
        pages=_name_pages(issue, article),
        section=write(page.section if page else None),
        number=write(issue.number),
        language=find_language(issue, (article,), transform),
    )


def _name_pages(issue: Issue, article: Article) -> tuple[str, ...]:
    pages = (issue.find_page(page_id) for page_id in article.pages)
    labels = (make_harmless(" ".join(page.label.split())) for page in pages if page and page.label)
    return tuple(label.lstrip("0") or label if label.isdecimal() else label for label in labels)


def _make_key(issue: Issue, article: Article) -> str:
    """A name that is one article's alone, and the same whenever it is cited, in either script."""
    day = issue.date.isoformat().replace("-", "") if issue.date else "undated"
    identity = f"{issue.title or ''}\n{article.title}".encode("utf-8", "surrogatepass")
    place = re.sub("[^A-Za-z0-9]", "-", article.id)
    return f"news-{day}-{place}-{crc32(identity):08x}"
