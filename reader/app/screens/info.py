"""The info screen: what is known about the issue and the article, what is uncertain, and the page's furniture."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import ClassVar

from rich.text import Text
from textual.widget import Widget
from textual.widgets import Static

from reader.app.cells import display_text
from reader.app.names import page_name
from reader.app.screens.panel import Panel, PanelScroll
from reader.app.script_view import ScriptView
from reader.hanzi.harmless import make_harmless
from reader.languages import message, say, say_count
from reader.model import Article, Issue, mean_rating
from reader.model.names import name_kind, name_role

SURE, FAIR = 0.9, 0.6
"""From these on, nine and six in ten articles are right as they stand (`benchmarks.structure`, confidence)."""


class InfoScreen(Panel[None]):
    """About this issue and this article."""

    ACTIONS: ClassVar[Mapping[str, str]] = {"info": "close"}
    TITLE_TEXT = message("About this issue")

    def __init__(self, issue: Issue, article: Article | None, script: ScriptView) -> None:
        super().__init__()
        self.issue = issue
        self.article = article
        self.script = script

    def panel(self) -> Widget:
        """Lines of plain text in groups."""
        return PanelScroll(*(Static(text, classes="info-group") for text in self._groups()))

    def _groups(self) -> Iterator[Text]:
        issue, article, show = self.issue, self.article, self.script.show_text
        pages = say_count("{count} page", "{count} pages", len(issue.pages))
        articles = say_count("{count} article", "{count} articles", len(issue.articles))
        yield _group(
            say("This issue"),
            [
                (say("Newspaper"), show(issue.title) if issue.title else say("unknown")),
                (say("Date"), issue.date.isoformat() if issue.date else say("unknown")),
                (say("Source"), say("{source} ({format})", source=make_harmless(issue.source), format=issue.format)),
                (say("Extent"), "  ".join([pages, articles])),
            ],
        )
        if article is not None:
            names = {page.id: page_name(page, number) for number, page in enumerate(issue.pages, 1)}
            authors = "  ".join(f"{author.role or ''} {author.name}".strip() for author in article.authors)
            rows = [
                (say("Id"), say("{id} ({kind})", id=article.id, kind=name_kind(article.kind))),
                (say("Title"), show(article.title) or say("(untitled)")),
                (say("Pages"), say(", ").join(names.get(page, page) for page in article.pages)),
                (say("Authors"), show(authors) or say("unsigned")),
                (say("Characters"), str(article.length)),
            ]
            if article.jump is not None:
                rows.append((say("Jump"), show("  ".join(filter(None, [article.jump.to, article.jump.origin])))))
            if (recognised := _mean_recognition(issue, article.pages)) is not None:
                words = say("{share:.0%} sure on average, as the text recognition says", share=recognised)
                rows.append((say("Recognition"), words))
            if article.confidence is not None:
                words = say(
                    "{share:.0%}: {words}", share=article.confidence, words=_name_confidence(article.confidence)
                )
                rows.append((say("Confidence"), words))
            rows += [(say("Doubt"), str(note.message)) for note in issue.notes if note.article == article.id]
            yield _group(say("This article"), rows)
        general = [note for note in issue.notes if note.article is None]
        if general:
            yield _group(say("Notes"), [(note.page or say("issue"), str(note.message)) for note in general])
        if issue.furniture:
            rows = [(f"{piece.page} {name_role(piece.kind)}", show(piece.text)) for piece in issue.furniture]
            yield _group(say("Page furniture"), rows)


def _mean_recognition(issue: Issue, pages: Collection[str]) -> float | None:
    """How sure the recognition of the text on these pages was, by its own words, 0 to 1; None where it does not say."""
    return mean_rating(line for page in issue.pages if page.id in pages for line in page.lines)


def _name_confidence(confidence: float) -> str:
    """In words, how sure it is that an article has its own text and its own headline."""
    if confidence >= SURE:
        return say("bounds and headline are sure")
    return say("fairly sure") if confidence >= FAIR else say("mostly a guess: compare the page (p)")


def _group(title: str, rows: list[tuple[str, str]]) -> Text:
    text = Text(title, style="bold")
    for name, value in rows:
        text.append(f"\n{name}  ", style="dim not bold")
        text.append(display_text(value), style="not bold")
    return text
