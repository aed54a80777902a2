"""Copying while reading: what `y` and `Y` do, and what the reader is told about it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Literal

from reader import clipboard
from reader.app.screens.choose import Choice, Choose
from reader.languages import say

if TYPE_CHECKING:
    from reader.app.screens.reading import ReadingScreen

Manner = Literal["plain", "cited", "markdown", "html", "citation", "page"]


def _list_manners() -> tuple[Choice[Manner], ...]:
    return (
        Choice("cited", say("Text and citation"), key="y"),
        Choice("citation", say("Citation alone"), key="c"),
        Choice("markdown", "Markdown", key="m"),
        Choice("html", "HTML", key="h"),
        Choice("page", say("All articles of this page"), key="p"),
    )


class Copying:
    """The clipboard of one reading screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen

    def copy(self, manner: Manner = "plain") -> None:
        """Copy the selection, or else the article as it is shown.

        Args:
            manner: As plain text, as that with its source (GB/T 7714), as Markdown, as HTML, or the source alone.
        """
        from reader.export.citation import Style, cite
        from reader.export.formats import Format, export_articles, export_fragment, export_passage
        from reader.export.text import write_article

        issue, article, show = self.screen.issue, self.screen.article, self.screen.script.show_text
        if article is None:
            self.screen.notify(say("There is nothing to copy."), severity="warning", timeout=3)
            return
        selected = self.screen.get_selected_text()
        match manner:
            case "plain":
                text = selected or write_article(article, show)
            case "cited":
                text = f"{selected or write_article(article, show)}\n\n{cite(issue, article, show)}"
            case "markdown" if selected:
                text = export_passage(selected, Format.MARKDOWN)
            case "markdown":
                text = str(export_articles(issue, [article], Format.MARKDOWN, transform=show, citation=Style.GBT))
            case "html" if selected:
                text = export_passage(selected, Format.HTML)
            case "html":
                text = export_fragment(issue, [article], transform=show, citation=Style.GBT)
            case "citation":
                text = cite(issue, article, show)
            case "page":
                there = [other for other in issue.articles if other.page == article.page]
                text = "\n\n".join(write_article(other, show) for other in there)
        self.copy_text(text)

    def ask(self) -> None:
        """Ask in which manner to copy."""

        def chosen(manner: Manner | None) -> None:
            if manner is not None:
                self.copy(manner)

        self.screen.app.push_screen(Choose(say("Copy as"), _list_manners()), chosen)

    def copy_text(self, text: str) -> None:
        """Copy any text, beside the screen: a clipboard that does not answer must not stop the reader."""
        self.screen.run_worker(lambda: self._copy(text), thread=True, group="copy", exclusive=True)

    def _copy(self, text: str) -> None:
        app = self.screen.app

        def send(sequence: str) -> None:
            app.call_from_thread(app.write_to_terminal, sequence)  # type: ignore[attr-defined]

        copied = clipboard.copy(text, env=os.environ, send=send)
        severity = "information" if copied.routes else "error"
        app.call_from_thread(self.screen.notify, clipboard.describe(copied), severity=severity, timeout=4)
