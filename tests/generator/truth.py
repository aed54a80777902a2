"""What is true of a page: built from the printed lines, which know whose words they carry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reader.model import Article, Direction, Furniture, LineSpan, Page, Part, PartKind, TextBlock, TextLine
from tests.generator.galley import Oddment, Owner, Run, Story

_HEADING = (PartKind.HEADLINE, PartKind.KICKER, PartKind.SUBHEADLINE)


@dataclass(frozen=True, slots=True)
class LaidLine:
    """One line of a text layer: `number` counts blank lines too; `runs` make up its text."""

    number: int
    runs: tuple[Run, ...]
    indent: float
    tight: bool

    @property
    def text(self) -> str:
        """The line without the white space around it."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Truth:
    """The right answer for some pages."""

    pages: tuple[Page, ...]
    articles: tuple[Article, ...]
    furniture: tuple[Furniture, ...]
    genres: tuple[str, ...] = ()
    """The generator's genre of each article."""


@dataclass(frozen=True, slots=True)
class LaidPage:
    """A page's text layer."""

    lines: tuple[LaidLine, ...]
    label: str | None = None
    section: str | None = None
    direction: Direction = Direction.HORIZONTAL


def build_truth(pages: Sequence[LaidPage], stories: Sequence[Story], oddments: Sequence[Oddment]) -> Truth:
    """The articles and furniture that these lines print, in the newspaper's order."""
    spans: defaultdict[Owner, list[LineSpan]] = defaultdict(list)
    for index, page in enumerate(pages):
        for line in page.lines:
            at = 0
            for run in line.runs:
                spans[run.owner].append(LineSpan(f"p{index + 1}", line.number, at, at + len(run.text)))
                at += len(run.text)
    found = [(_place(number, story, spans), number) for number, story in enumerate(stories)]
    order = [number for place, number in sorted(found) if place != _NOWHERE]
    articles = tuple(
        _build_article(f"a{rank + 1}", number, stories[number], spans) for rank, number in enumerate(order)
    )
    furniture = [
        Furniture(
            oddment.kind, oddment.text, spans[Owner.of_oddment(index)][0].page, tuple(spans[Owner.of_oddment(index)])
        )
        for index, oddment in enumerate(oddments)
        if Owner.of_oddment(index) in spans
    ]
    furniture.sort(key=lambda item: (_page_number(item.spans[0]), item.spans[0].line))
    return Truth(
        tuple(_build_page(f"p{index + 1}", page) for index, page in enumerate(pages)),
        articles,
        tuple(furniture),
        tuple(stories[number].genre for number in order),
    )


_NOWHERE = (10**6, 0, 0)


def _page_number(span: LineSpan) -> int:
    return int(span.page[1:])


def _place(number: int, story: Story, spans: dict[Owner, list[LineSpan]]) -> tuple[int, int, int]:
    """Where an article stands in the paper's order: by its headline if it has one, else by its first line."""
    kinds = [piece.kind for piece in story.pieces]
    mine = {part: spans[Owner(number, part)] for part in range(len(kinds)) if Owner(number, part) in spans}
    if not mine:
        return _NOWHERE
    first_page = min(_page_number(span) for found in mine.values() for span in found)
    for kind in _HEADING:
        places = [
            (_page_number(s), s.line, s.start) for part, found in mine.items() if kinds[part] is kind for s in found
        ]
        if places and min(places)[0] == first_page:
            return min(places)
    return min((_page_number(span), span.line, span.start) for found in mine.values() for span in found)


def _build_article(name: str, number: int, story: Story, spans: dict[Owner, list[LineSpan]]) -> Article:
    parts = tuple(
        Part(piece.kind, piece.text, found[0].page, tuple(found))
        for index, piece in enumerate(story.pieces)
        if (found := spans.get(Owner(number, index)))
    )
    first = min((_page_number(span) for part in parts for span in part.spans), default=1)
    return Article(name, f"p{first}", story.kind, parts, story.authors, story.jump)


def _build_page(name: str, page: LaidPage) -> Page:
    lines = tuple(TextLine(line.text, line.number, line.indent, line.tight) for line in page.lines)
    return Page(name, (TextBlock(lines),), page.label, page.section, page.direction)
