"""What became of the print: every character of an issue's pages counted once, by where it went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reader.model.article import LineSpan, count_characters
from reader.model.issue import FurnitureKind, Issue
from reader.model.page import TextLine

_Lines = Mapping[tuple[str, int], TextLine]


@dataclass(frozen=True, slots=True)
class Account:
    """Counts of characters that are not blank; printed = articles + furniture + lost, where nothing stands twice."""

    printed: int
    """On all pages."""
    articles: tuple[int, ...]
    """Printed in each article, in the issue's order."""
    furniture: Mapping[FurnitureKind, int]
    """Printed in furniture, by kind; only kinds that occur."""
    lost: tuple[LineSpan, ...]
    """Print that stands in no article and no furniture."""
    twice: tuple[LineSpan, ...]
    """Print that stands in more than one place."""
    missing: int
    """Characters of spans that the text of their part or furniture does not have, without hyphens that divide words."""
    added: int
    """Characters of texts that their spans do not have."""
    unprinted: int
    """Characters of parts that the source prints nowhere, such as those of a source without lines."""
    lost_characters: int
    """In `lost`."""
    twice_characters: int
    """In `twice`."""

    @property
    def is_whole(self) -> bool:
        """Whether every printed character stands in exactly one place, and nothing else does."""
        return not (self.lost or self.twice or self.missing or self.added)


def make_account(issue: Issue) -> Account:
    """Count an issue's characters."""
    lines = {(page.id, line.number): line for page in issue.pages for line in page.lines}
    covered = {key: bytearray(len(line.text)) for key, line in lines.items()}
    missing = added = unprinted = 0
    articles: list[int] = []
    furniture: Counter[FurnitureKind] = Counter()
    for article in issue.articles:
        total = 0
        for part in article.parts:
            total += _cover(part.spans, lines, covered)
            gone, more = _compare(part.text, part.spans, lines)
            missing += gone
            if part.spans:
                added += more
            else:
                unprinted += more
        articles.append(total)
    for piece in issue.furniture:
        furniture[piece.kind] += _cover(piece.spans, lines, covered)
        gone, more = _compare(piece.text, piece.spans, lines)
        missing += gone
        if piece.spans:
            added += more
        else:
            unprinted += more
    lost = tuple(span for key, marks in covered.items() for span in _find_marked(key, lines[key].text, marks, 0))
    twice = tuple(span for key, marks in covered.items() for span in _find_marked(key, lines[key].text, marks, 2))
    return Account(
        printed=count_characters(line.text for line in lines.values()),
        articles=tuple(articles),
        furniture={kind: furniture[kind] for kind in FurnitureKind if furniture[kind]},
        lost=lost,
        twice=twice,
        missing=missing,
        added=added,
        unprinted=unprinted,
        lost_characters=count_characters(_find_texts(lost, lines)),
        twice_characters=count_characters(_find_texts(twice, lines)),
    )


def _cover(spans: Iterable[LineSpan], lines: _Lines, covered: Mapping[tuple[str, int], bytearray]) -> int:
    """Mark the characters of spans, each once more, at most twice; how many there are."""
    total = 0
    for span in spans:
        marks = covered.get((span.page, span.line))
        if marks is None:
            continue
        for at in range(max(span.start, 0), min(span.end, len(marks))):
            marks[at] = min(marks[at] + 1, 2)
        total += count_characters((_find_text(span, lines),))
    return total


def _compare(text: str, spans: tuple[LineSpan, ...], lines: _Lines) -> tuple[int, int]:
    """Characters that only the print has, and those that only the text has."""
    printed = "".join("".join(_find_texts(spans, lines)).split())
    written = "".join(text.split())
    if printed == written:
        return 0, 0
    only_printed, only_written = Counter(printed) - Counter(written), Counter(written) - Counter(printed)
    hyphens: Counter[str] = Counter()
    for span in spans[:-1]:
        line = lines.get((span.page, span.line))
        if line is not None and line.hyphen and span.end == len(line.text):
            hyphens.update(line.text[-line.hyphen :])
    return (only_printed - hyphens).total(), only_written.total()


def _find_texts(spans: Iterable[LineSpan], lines: _Lines) -> Iterator[str]:
    for span in spans:
        yield _find_text(span, lines)


def _find_text(span: LineSpan, lines: _Lines) -> str:
    line = lines.get((span.page, span.line))
    return line.text[span.start : span.end] if line else ""


def _find_marked(key: tuple[str, int], text: str, marks: bytearray, mark: int) -> Iterator[LineSpan]:
    """Stretches of a line whose characters have that mark, without blanks at their ends."""
    start: int | None = None
    end = 0
    for at, character in enumerate(text):
        if character.isspace():
            continue
        if marks[at] == mark:
            start = at if start is None else start
            end = at + 1
        elif start is not None:
            yield LineSpan(*key, start, end)
            start = None
    if start is not None:
        yield LineSpan(*key, start, end)
