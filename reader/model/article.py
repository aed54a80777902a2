"""What the print means: an article and its parts, in the trade's terms (METS, NITF)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class ArticleKind(StrEnum):
    """What sort of item an article is."""

    ARTICLE = "article"
    BRIEF = "brief"
    PHOTO = "photo"
    NOTICE = "notice"
    ADVERTISEMENT = "advertisement"
    VERSE = "verse"
    TABLE = "table"
    OTHER = "other"


class PartKind(StrEnum):
    """The role of one piece of an article's text."""

    LABEL = "label"  # 栏目
    KICKER = "kicker"  # 引题 肩题
    HEADLINE = "headline"  # 主题
    SUBHEADLINE = "subheadline"  # 副题
    BYLINE = "byline"  # 署名
    DATELINE = "dateline"  # 电头
    PARAGRAPH = "paragraph"
    CROSSHEAD = "crosshead"  # 小标题
    CAPTION = "caption"  # 图说
    CREDIT = "credit"  # …摄
    VERSE = "verse"
    TABLE = "table"
    NOTE = "note"  # 编者按


BODY_KINDS = frozenset(
    {
        PartKind.PARAGRAPH,
        PartKind.CROSSHEAD,
        PartKind.CAPTION,
        PartKind.CREDIT,
        PartKind.VERSE,
        PartKind.TABLE,
        PartKind.NOTE,
    }
)
"""The kinds that make up an article's body; the others stand in its heading."""

DISPLAY_KINDS = frozenset(
    {PartKind.LABEL, PartKind.KICKER, PartKind.HEADLINE, PartKind.SUBHEADLINE, PartKind.CROSSHEAD}
)
"""The kinds set in display type, where single characters may be spread wide and a line's halves stand apart."""


@dataclass(frozen=True, slots=True)
class LineSpan:
    """A stretch of one printed line: where a part's text stands on the page."""

    page: str
    line: int
    """The line's number on its page (`TextLine.number`)."""
    start: int
    end: int
    """Code points of `TextLine.text`, half-open."""


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of an article, such as a heading line, a byline or a paragraph.

    Its text is made once, on load. Reflow, search, selection and copying all speak in offsets into it.
    """

    kind: PartKind
    text: str
    """NFC, one line (verse and tables too: one part a line), without the printed line ends."""
    page: str
    """Id of the page on which it begins."""
    spans: tuple[LineSpan, ...] = ()
    """Where it is printed; empty where the source has no lines."""


@dataclass(frozen=True, slots=True)
class Author:
    """Somebody named in a byline."""

    name: str
    role: str | None = None
    """As printed, such as 记者 or 通讯员."""


@dataclass(frozen=True, slots=True)
class Jump:
    """Where a story goes on or comes from 下转 上接, as printed."""

    to: str | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One item of the newspaper."""

    id: str
    """Its place in the issue: a1, a2, …"""
    page: str
    """Id of the page on which it begins."""
    kind: ArticleKind
    parts: tuple[Part, ...]
    """All its text in reading order: label, kicker, headline, subheadline, byline, dateline, body."""
    authors: tuple[Author, ...] = ()
    jump: Jump | None = None
    confidence: float | None = None
    """How sure its bounds and its headline are, 0 to 1; None where the source itself gives the articles."""

    def of_kind(self, kind: PartKind) -> tuple[Part, ...]:
        """The parts of one kind, in reading order; may be empty."""
        return tuple(part for part in self.parts if part.kind is kind)

    @property
    def title(self) -> str:
        """The headline on one line, or else the kicker, the subheadline or the label; "" where there is none."""
        for kind in (PartKind.HEADLINE, PartKind.KICKER, PartKind.SUBHEADLINE, PartKind.LABEL):
            if parts := self.of_kind(kind):
                return " ".join(part.text for part in parts)
        return ""

    @property
    def body(self) -> tuple[Part, ...]:
        """The parts of the body, in reading order."""
        return tuple(part for part in self.parts if part.kind in BODY_KINDS)

    @property
    def pages(self) -> tuple[str, ...]:
        """Ids of all pages that it stands on, in reading order, each once."""
        spans = (span.page for part in self.parts for span in part.spans)
        return tuple(dict.fromkeys([self.page, *(part.page for part in self.parts), *spans]))

    @property
    def length(self) -> int:
        """How much there is to read: the characters of the body that are not white space."""
        return count_characters(part.text for part in self.body)


def count_characters(texts: Iterable[str]) -> int:
    """The code points that are not white space in all of these texts."""
    return sum(len("".join(text.split())) for text in texts)
