"""From the printed lines of a page to what they became, and back: for whoever shows a page as it is printed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.model.article import LineSpan
from reader.model.issue import Issue
from reader.model.page import TextLine


@dataclass(frozen=True, slots=True)
class LinePiece:
    """A stretch of a printed line, and what it became: a piece of an article's part, or of furniture."""

    span: LineSpan
    start: int
    end: int
    """Code points of the text of the part or the furniture, half-open."""
    article: int | None = None
    """Index into `Issue.articles`; None for furniture."""
    part: int | None = None
    """Index into `Article.parts`; None for furniture."""
    furniture: int | None = None
    """Index into `Issue.furniture`; None for a part."""


@dataclass(frozen=True, slots=True)
class PrintedPlace:
    """A character on a page."""

    page: str
    line: int
    """`TextLine.number`."""
    column: int
    """Code points of `TextLine.text` before it."""


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A character of an article."""

    article: int
    """Index into `Issue.articles`."""
    part: int
    """Index into `Article.parts`."""
    offset: int
    """Code points of `Part.text` before it."""


@dataclass(frozen=True, slots=True)
class LineMap:
    """Where every printed line of an issue went, and where every part of an article is printed.

    Text and spans differ in white space and in marked hyphens only, so the n-th of the other characters of one is the
    n-th of the other.
    """

    by_line: Mapping[tuple[str, int], tuple[LinePiece, ...]]
    """Pieces of each line (page id, `TextLine.number`), from its start to its end; no entry where there are none."""
    by_part: Mapping[tuple[int, int], tuple[LinePiece, ...]]
    """Pieces of each part (article index, part index), in reading order."""
    lines: Mapping[tuple[str, int], TextLine]
    """Each line by page id and number."""
    issue: Issue

    def find_pieces(self, page: str, line: int) -> tuple[LinePiece, ...]:
        """What a printed line became, from its start to its end; empty for a blank line."""
        return self.by_line.get((page, line), ())

    def find_articles(self, page: str, line: int) -> tuple[int, ...]:
        """Indices of the articles that a printed line belongs to, each once; empty for furniture and blank lines."""
        found = (piece.article for piece in self.find_pieces(page, line) if piece.article is not None)
        return tuple(dict.fromkeys(found))

    def find_lines(self, article: int) -> tuple[tuple[str, int], ...]:
        """The printed lines (page id, number) of an article, in reading order, each once."""
        parts = range(len(self.issue.articles[article].parts))
        pieces = (piece for part in parts for piece in self.by_part.get((article, part), ()))
        return tuple(dict.fromkeys((piece.span.page, piece.span.line) for piece in pieces))

    def find_printed(self, article: int, part: int, offset: int) -> PrintedPlace | None:
        """Where a character of a part is printed.

        Args:
            article: Index into `Issue.articles`.
            part: Index into `Article.parts`.
            offset: Code points of `Part.text` before it; one in white space counts as the character after it.

        Returns:
            The place, that of the last character for an offset past the end; None where the source has no lines.
        """
        pieces = self.by_part.get((article, part), ())
        if not pieces:
            return None
        ends = [piece.end for piece in pieces]
        piece = pieces[min(bisect_right(ends, offset), len(pieces) - 1)]
        text = self.issue.articles[article].parts[part].text
        number = len("".join(text[piece.start : offset].split()))
        columns = _find_inked(self._text_of(piece.span))
        column = columns[min(number, len(columns) - 1)] if columns else 0
        return PrintedPlace(piece.span.page, piece.span.line, piece.span.start + column)

    def find_text(self, page: str, line: int, column: int = 0) -> TextPlace | None:
        """The character of an article that is printed at a place.

        Args:
            page: The page's id.
            line: `TextLine.number`.
            column: Code points of `TextLine.text` before it; one outside the article's pieces counts as the nearest.

        Returns:
            The place; None where nothing on the line belongs to an article.
        """
        pieces = [piece for piece in self.find_pieces(page, line) if piece.article is not None]
        if not pieces:
            return None
        piece = next((piece for piece in pieces if column < piece.span.end), pieces[-1])
        assert piece.article is not None and piece.part is not None
        printed = self._text_of(piece.span)[: max(column - piece.span.start, 0)]
        columns = _find_inked(self.issue.articles[piece.article].parts[piece.part].text[: piece.end])
        first = bisect_right(columns, piece.start - 1)
        number = min(first + len("".join(printed.split())), len(columns) - 1)
        return TextPlace(piece.article, piece.part, columns[number] if columns else 0)

    def _text_of(self, span: LineSpan) -> str:
        return _find_text(span, self.lines)


def make_line_map(issue: Issue) -> LineMap:
    """The map of an issue, in one pass over its text."""
    lines = {(page.id, line.number): line for page in issue.pages for line in page.lines}
    by_line: dict[tuple[str, int], list[LinePiece]] = {}
    by_part: dict[tuple[int, int], tuple[LinePiece, ...]] = {}
    for at, article in enumerate(issue.articles):
        for number, part in enumerate(article.parts):
            pieces = tuple(
                LinePiece(span, start, end, article=at, part=number)
                for span, start, end in place_spans(part.text, part.spans, lines)
            )
            if pieces:
                by_part[at, number] = pieces
            _add_pieces(by_line, pieces)
    for at, furniture in enumerate(issue.furniture):
        placed = place_spans(furniture.text, furniture.spans, lines)
        _add_pieces(by_line, (LinePiece(span, start, end, furniture=at) for span, start, end in placed))
    ordered = {line: tuple(sorted(found, key=lambda piece: piece.span.start)) for line, found in by_line.items()}
    return LineMap(ordered, by_part, lines, issue)


def _add_pieces(by_line: dict[tuple[str, int], list[LinePiece]], pieces: Iterable[LinePiece]) -> None:
    for piece in pieces:
        by_line.setdefault((piece.span.page, piece.span.line), []).append(piece)


def place_spans(
    text: str, spans: Sequence[LineSpan], lines: Mapping[tuple[str, int], TextLine]
) -> Iterable[tuple[LineSpan, int, int]]:
    """Each span with its stretch of `text`, found by counting what is not blank.

    Args:
        text: The text of a part or of a piece of furniture.
        spans: Where it is printed.
        lines: The printed lines by page id and number.
    """
    columns = _find_inked(text) if spans else []
    counts = [len("".join(_find_text(span, lines).split())) for span in spans]
    if sum(counts) > len(columns):
        # Hyphens that only divide a word are in print and not in the text.
        for at, span in enumerate(spans[:-1]):
            line = lines.get((span.page, span.line))
            if line is not None and span.end == len(line.text) and 0 < line.hyphen < counts[at]:
                counts[at] -= line.hyphen
    number = 0
    for span, count in zip(spans, counts, strict=True):
        taken = columns[number : number + count]
        number += count
        start = taken[0] if taken else len(text)
        yield span, start, taken[-1] + 1 if taken else start


def _find_text(span: LineSpan, lines: Mapping[tuple[str, int], TextLine]) -> str:
    line = lines.get((span.page, span.line))
    return line.text[span.start : span.end] if line else ""


def _find_inked(text: str) -> list[int]:
    """Offsets of the characters that are not white space."""
    return [at for at, character in enumerate(text) if not character.isspace()]
