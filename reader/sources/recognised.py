"""A file of recognised text while its pages are gathered: what ALTO, PAGE XML, hOCR and ABBYY XML have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.model import Article, Furniture, Note, Page
from reader.sources.base import Sourced
from reader.sources.cleaning import Removed
from reader.sources.folio import find_folio
from reader.sources.remarks import note_removed, say_blank


class RecognisedPages:
    """The pages of a file; those without text are left out.

    Args:
        name: The file's name, for messages.
        form: The format's name, as in `Issue.format`.
        first_page: Number of the first page in the issue.
    """

    def __init__(self, name: str, form: str, first_page: int) -> None:
        self.name = name
        self.form = form
        self.first_page = first_page
        self.pages: list[Page] = []
        self.notes: list[Note] = []

    @property
    def next_id(self) -> str:
        """The id of the page that is added next."""
        return f"p{self.first_page + len(self.pages)}"

    def add(self, page: Page, removed: Removed) -> None:
        """Take in a page with text.

        Args:
            page: The page; what it does not say of itself its folio may.
            removed: What cleaning took out of it.
        """
        folio = find_folio(page.lines)
        self.pages.append(replace(page, label=page.label or folio.label, section=folio.section))
        self.notes.extend(note_removed(self.name, removed, page.id))

    def finish(
        self,
        *,
        notes: Sequence[Note] = (),
        language: str | None = None,
        articles: tuple[Article, ...] | None = None,
        furniture: tuple[Furniture, ...] = (),
    ) -> Sourced:
        """What the file holds.

        Args:
            notes: What else is to be known; it comes first.
            language: As in `Sourced`.
            articles: As in `Sourced`.
            furniture: As in `Sourced`.

        Raises:
            EmptySourceError: There is no text in it.
        """
        if not self.pages:
            raise say_blank(self.name)
        folio = find_folio(self.pages[0].lines)
        return Sourced(
            tuple(self.pages),
            self.form,
            (*notes, *self.notes),
            title=folio.title,
            date=folio.date,
            articles=articles,
            furniture=furniture,
            language=language,
        )
