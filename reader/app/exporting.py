"""Taking articles along while reading: what `e` does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.app.screens.choose import Choice, Choose
from reader.errors import ExistingFileError, ExportError
from reader.export.citation import Style
from reader.export.formats import Format, export_articles
from reader.export.naming import suggest_name
from reader.export.writing import write_export
from reader.languages import say
from reader.model import Article

if TYPE_CHECKING:
    from reader.app.screens.acting import ActingScreen


def _list_formats() -> tuple[Choice[Format], ...]:
    return (
        Choice(Format.MARKDOWN, "Markdown", key="m"),
        Choice(Format.TEXT, say("Plain text"), key="t"),
        Choice(Format.HTML, "HTML", say("prints well, vertical too"), "h"),
        Choice(Format.EPUB, "EPUB", say("for e-readers"), "p"),
        Choice(Format.JSON, "JSON", say("for programs"), "n"),
    )


class Exporting:
    """The exports of one reading screen."""

    def __init__(self, screen: ActingScreen) -> None:
        self.screen = screen

    def ask(self) -> None:
        """Ask what to export and in which format, then where to."""
        article = self.screen.article
        if article is None:
            self.screen.notify(say("There is nothing to export."), severity="warning", timeout=3)
            return
        scopes: list[Choice[tuple[Article, ...]]] = [
            Choice((article,), say("This article"), key="a"),
            Choice(self.screen.issue.articles, say("The whole issue"), key="i"),
        ]

        def scope_chosen(articles: tuple[Article, ...] | None) -> None:
            if not articles:
                return

            def format_chosen(format_: Format | None) -> None:
                if format_ is not None:
                    self._ask_path(articles, format_)

            self.screen.app.push_screen(Choose(say("Export as"), _list_formats()), format_chosen)

        self.screen.app.push_screen(Choose(say("Export"), scopes), scope_chosen)

    def _ask_path(self, articles: tuple[Article, ...], format_: Format) -> None:
        from reader.app.screens.ask_line import AskLine

        show = self.screen.scripts.view.show_text
        name = suggest_name(self.screen.issue, articles, format_, show)

        def written(path: str | None) -> None:
            if path:
                self._write(Path(path).expanduser(), articles, format_)

        self.screen.app.push_screen(AskLine(say("Write to"), name), written)

    def _write(self, path: Path, articles: tuple[Article, ...], format_: Format, *, overwrite: bool = False) -> None:
        data = export_articles(
            self.screen.issue, articles, format_, transform=self.screen.scripts.view.show_text, citation=Style.GBT
        )
        try:
            place = write_export(path, data, overwrite=overwrite)
        except ExistingFileError:
            self._ask_overwrite(path, articles, format_)
        except ExportError as error:
            self.screen.notify(str(error), severity="error", timeout=8)
        else:
            self.screen.notify(say("Written to {place}.", place=place), timeout=5)

    def _ask_overwrite(self, path: Path, articles: tuple[Article, ...], format_: Format) -> None:
        choices: list[Choice[bool]] = [
            Choice(False, say("Choose another name"), key="n"),
            Choice(True, say("Overwrite it"), key="y"),
        ]

        def chosen(overwrite: bool | None) -> None:
            if overwrite:
                self._write(path, articles, format_, overwrite=True)
            elif overwrite is False:
                self._ask_path(articles, format_)

        self.screen.app.push_screen(Choose(say("{name} is there already", name=path.name), choices), chosen)
