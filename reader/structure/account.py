"""The law "nothing lost": every character that is not blank stands in exactly one span."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.model import Article, Furniture, FurnitureKind, LineSpan, Page, TextLine


def find_unplaced(page: Page, articles: Sequence[Article], furniture: Sequence[Furniture]) -> tuple[Furniture, ...]:
    """Furniture for what no rule has claimed, so that the reader can still see it; usually empty."""
    taken: dict[int, list[tuple[int, int]]] = {}
    for span in _spans(articles, furniture):
        if span.page == page.id:
            taken.setdefault(span.line, []).append((span.start, span.end))
    found: list[Furniture] = []
    for line in page.lines:
        found.extend(_make_rest(page, line, sorted(taken.get(line.number, ()))))
    return tuple(found)


def _spans(articles: Iterable[Article], furniture: Iterable[Furniture]) -> Iterable[LineSpan]:
    for article in articles:
        for part in article.parts:
            yield from part.spans
    for piece in furniture:
        yield from piece.spans


def _make_rest(page: Page, line: TextLine, taken: Sequence[tuple[int, int]]) -> Iterable[Furniture]:
    at = 0
    for start, end in (*taken, (len(line.text), len(line.text))):
        text = line.text[at:start]
        if stripped := text.strip():
            first = at + len(text) - len(text.lstrip())
            span = LineSpan(page.id, line.number, first, first + len(stripped))
            yield Furniture(FurnitureKind.OTHER, stripped, page.id, (span,))
        at = max(at, end)
