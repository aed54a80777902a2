"""Pages for tests, made from text as a plain file gives it; and the check that nothing of them is lost."""

from __future__ import annotations

import textwrap

from reader.model import LineSpan, Page, TextBlock, TextLine
from reader.structure import Structure


def make_page(text: str, page_id: str = "p1") -> Page:
    """A page of the lines of `text`; a common margin of ASCII spaces is taken off first."""
    lines: list[TextLine] = []
    blank = True
    for number, line in enumerate(textwrap.dedent(text).split("\n"), 1):
        stripped = line.strip()
        if stripped:
            white = line[: len(line) - len(line.lstrip())]
            indent = sum(1.0 if ch == "\u3000" else 0.5 for ch in white)
            lines.append(TextLine(stripped, number, indent, tight=not blank))
        blank = not stripped
    return Page(page_id, (TextBlock(tuple(lines)),))


def set_lines(text: str, width: int, indent: int) -> list[str]:
    """The lines of a paragraph in a column of so many em, with no mark at the head of a line."""
    lines: list[str] = []
    at = 0
    while at < len(text):
        room = width - (indent if at == 0 else 0)
        end = min(len(text), at + room)
        while end < len(text) and text[end] in "，。、”":
            end -= 1
        lines.append(text[at:end])
        at = end
    return lines


def check_nothing_lost(pages: list[Page], structure: Structure) -> None:
    """Every character that is not blank is in exactly one span, and texts are those of their spans."""
    lines = {(page.id, line.number): line.text for page in pages for line in page.lines}
    count = {key: [0] * len(text) for key, text in lines.items()}
    for text, spans in _pieces(structure):
        for span in spans:
            for at in range(span.start, span.end):
                count[span.page, span.line][at] += 1
        printed = "".join(lines[span.page, span.line][span.start : span.end] for span in spans)
        assert "".join(text.split()) == "".join(printed.split())
    for key, text in lines.items():
        for ch, times in zip(text, count[key], strict=True):
            assert times == 1 or (times == 0 and ch.isspace()), (key, ch, times)


def _pieces(structure: Structure) -> list[tuple[str, tuple[LineSpan, ...]]]:
    parts = [(part.text, part.spans) for article in structure.articles for part in article.parts]
    return parts + [(piece.text, piece.spans) for piece in structure.furniture]
