"""Taking articles and notes along while reading: what `e` does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.app.excerpts import gather_by_issue, make_excerpts
from reader.app.screens.choose import Choice, Choose
from reader.errors import ExistingFileError, ExportError, StateError
from reader.export.citation import Style
from reader.export.formats import Format, export_articles
from reader.export.naming import suggest_name, suggest_notes_name
from reader.export.notes import export_notes
from reader.export.writing import write_export
from reader.languages import say, say_count
from reader.model import Article
from reader.state import Annotation

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


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is to be written."""

    make: Callable[[Format], bytes | str]
    suggest_name: Callable[[Format], str]


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
        scopes = [
            *self._list_articles(article),
            *self._list_notes(),
        ]

        def scope_chosen(parcel: Parcel | None) -> None:
            if parcel is None:
                return

            def format_chosen(format_: Format | None) -> None:
                if format_ is not None:
                    self._ask_path(parcel, format_)

            self.screen.app.push_screen(Choose(say("Export as"), _list_formats()), format_chosen)

        self.screen.app.push_screen(Choose(say("Export"), scopes), scope_chosen)

    def _list_articles(self, article: Article) -> list[Choice[Parcel]]:
        gathered = self.screen.gathering.articles
        there = tuple(other for other in self.screen.issue.articles if other.page == article.page)
        choices = []
        if gathered:
            words = say_count("{count} article gathered", "{count} articles gathered", len(gathered))
            choices.append(Choice(self._pack_articles(gathered), words, key="g"))
        return [
            *choices,
            Choice(self._pack_articles((article,)), say("This article"), key="a"),
            Choice(self._pack_articles(there), say("All articles of this page"), key="p"),
            Choice(self._pack_articles(self.screen.issue.articles), say("The whole issue"), key="i"),
        ]

    def _list_notes(self) -> list[Choice[Parcel]]:
        """Bookmarks and highlights of this issue and of all, as far as there are any."""
        try:
            here = [one for one, _ in self.screen.annotating.find_here()]
            everywhere = self.screen.annotating.find_everywhere()
        except StateError as error:
            self.screen.notify(str(error), severity="error", timeout=8)
            return []
        choices = []
        if here:
            choices.append(Choice(self._pack_notes(here, one_issue=True), say("Its bookmarks and highlights"), key="b"))
        if len(everywhere) > len(here):
            parcel = self._pack_notes(gather_by_issue(everywhere), one_issue=False)
            choices.append(Choice(parcel, say("Bookmarks and highlights of all issues"), key="B"))
        return choices

    def _pack_articles(self, articles: Sequence[Article]) -> Parcel:
        issue, show = self.screen.issue, self.screen.scripts.view.show_text
        return Parcel(
            lambda format_: export_articles(issue, articles, format_, transform=show, citation=Style.GBT),
            lambda format_: suggest_name(issue, articles, format_, show),
        )

    def _pack_notes(self, annotations: Sequence[Annotation], *, one_issue: bool) -> Parcel:
        issue, show = self.screen.issue if one_issue else None, self.screen.scripts.view.show_text
        excerpts = make_excerpts(annotations)
        return Parcel(
            lambda format_: export_notes(excerpts, format_, transform=show),
            lambda format_: suggest_notes_name(issue, format_, show),
        )

    def _ask_path(self, parcel: Parcel, format_: Format) -> None:
        from reader.app.screens.ask_line import AskLine

        def written(path: str | None) -> None:
            if path:
                self._write(Path(path).expanduser(), parcel, format_)

        self.screen.app.push_screen(AskLine(say("Write to"), parcel.suggest_name(format_)), written)

    def _write(self, path: Path, parcel: Parcel, format_: Format, *, overwrite: bool = False) -> None:
        try:
            place = write_export(path, parcel.make(format_), overwrite=overwrite)
        except ExistingFileError:
            self._ask_overwrite(path, parcel, format_)
        except ExportError as error:
            self.screen.notify(str(error), severity="error", timeout=8)
        else:
            self.screen.notify(say("Written to {place}.", place=place), timeout=5)

    def _ask_overwrite(self, path: Path, parcel: Parcel, format_: Format) -> None:
        choices: list[Choice[bool]] = [
            Choice(False, say("Choose another name"), key="n"),
            Choice(True, say("Overwrite it"), key="y"),
        ]

        def chosen(overwrite: bool | None) -> None:
            if overwrite:
                self._write(path, parcel, format_, overwrite=True)
            elif overwrite is False:
                self._ask_path(parcel, format_)

        self.screen.app.push_screen(Choose(say("{name} is there already", name=path.name), choices), chosen)
