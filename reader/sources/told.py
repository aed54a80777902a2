"""Pages of what a file tells without print: each text becomes a line, so that every character has its place."""

from __future__ import annotations

from collections.abc import Iterable

from reader.model import (
    Article,
    ArticleKind,
    Author,
    Furniture,
    FurnitureKind,
    Jump,
    LineSpan,
    Note,
    Page,
    Part,
    PartKind,
    TextBlock,
    TextLine,
)
from reader.sources.cleaning import Removed, clean
from reader.sources.remarks import note_removed


class ToldPage:
    """A page while it is written.

    Args:
        number: Its number in the issue, for its id.
        label: As `Page.label`.
        section: As `Page.section`.
    """

    def __init__(self, number: int, label: str | None = None, section: str | None = None) -> None:
        self.id = f"p{number}"
        self.label = label
        self.section = section
        self.removed = Removed()
        self._blocks: list[TextBlock] = []
        self._lines: list[TextLine] = []
        self._count = 0

    def add_part(self, kind: PartKind, text: str) -> Part | None:
        """A part of an article, with its line on the page; None where the text is blank."""
        line = self._add(text)
        return Part(kind, line.text, self.id, (LineSpan(self.id, line.number, 0, len(line.text)),)) if line else None

    def add_furniture(self, kind: FurnitureKind, text: str) -> Furniture | None:
        """A piece of furniture, with its line on the page; None where the text is blank."""
        line = self._add(text)
        if line is None:
            return None
        return Furniture(kind, line.text, self.id, (LineSpan(self.id, line.number, 0, len(line.text)),))

    def end_block(self) -> None:
        """What comes next stands apart."""
        if self._lines:
            self._blocks.append(TextBlock(tuple(self._lines)))
            self._lines = []

    def finish(self) -> Page:
        """The page with all that was added."""
        self.end_block()
        return Page(self.id, tuple(self._blocks), label=self.label, section=self.section)

    def notes(self, name: str) -> tuple[Note, ...]:
        """What cleaning took out of the texts.

        Args:
            name: The file's name.
        """
        return note_removed(name, self.removed, self.id)

    def _add(self, text: str) -> TextLine | None:
        cleaned = clean(text)
        self.removed += cleaned.removed
        bare = " ".join(cleaned.text.split("\n")).replace("\f", " ").strip()
        if not bare:
            return None
        self._count += 1
        line = TextLine(bare, self._count, tight=bool(self._lines))
        self._lines.append(line)
        return line


def make_article(
    number: int,
    parts: Iterable[Part | None],
    *,
    kind: ArticleKind = ArticleKind.ARTICLE,
    authors: tuple[Author, ...] = (),
    jump: Jump | None = None,
) -> Article | None:
    """An article of these parts, headings first; None where there is none."""
    found = [part for part in parts if part is not None]
    return Article(f"a{number}", found[0].page, kind, tuple(found), authors, jump) if found else None
