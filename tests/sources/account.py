"""The law "nothing lost" for what archives deliver: every character in one span, and texts those of their spans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from reader.model import Article, Furniture, LineSpan, Page


def check_account(pages: Iterable[Page], articles: Iterable[Article], furniture: Iterable[Furniture]) -> None:
    """Every character that is not blank is in exactly one span.

    A part's text is that of its spans but for white space and for the hyphens of divided words. A title that only the
    archive's map gives has no spans.
    """
    lines = {(page.id, line.number): line for page in pages for line in page.lines}
    told: list[tuple[str, tuple[LineSpan, ...]]] = []
    told += [(part.text, part.spans) for article in articles for part in article.parts if part.spans]
    told += [(piece.text, piece.spans) for piece in furniture]
    count: Counter[tuple[str, int, int]] = Counter()
    for text, spans in told:
        printed = whole = ""
        for at, span in enumerate(spans):
            line = lines[span.page, span.line]
            count.update((span.page, span.line, place) for place in range(span.start, span.end))
            piece = line.text[span.start : span.end]
            whole += piece
            if line.hyphen and span.end == len(line.text) and at + 1 < len(spans):
                piece = piece[: -line.hyphen]
            printed += piece
        assert "".join(text.split()) in ("".join(printed.split()), "".join(whole.split()))
    for (page, number), line in lines.items():
        for place, character in enumerate(line.text):
            assert character.isspace() or count[page, number, place] == 1, (page, number, line.text)
