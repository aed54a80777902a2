"""Putting right by hand what the structure got wrong: what `x`, undo and redo do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from reader.app.names import article_name
from reader.app.screens.choose import Choice, Choose
from reader.app.widgets.page_view import PrintedLine
from reader.corrections import (
    Anchor,
    Break,
    Correction,
    Corrections,
    GiveHeading,
    Join,
    LineFinder,
    Merge,
    Move,
    Recast,
    Role,
    Split,
    describe,
    write_corrections,
)
from reader.corrections.applying import UNRESOLVED
from reader.errors import CorrectionsError
from reader.languages import say
from reader.library import correct
from reader.model import FurnitureKind, Issue, PartKind
from reader.model.names import name_role

if TYPE_CHECKING:
    from reader.app.screens.reading import ReadingScreen

Task = Literal["split", "merge", "move", "heading", "role", "break", "join"]


def list_tasks() -> tuple[Choice[Task], ...]:
    """All that can be done, as the reader is asked."""
    return (
        Choice("split", say("Split"), say("a new article begins with this line"), "s"),
        Choice("merge", say("Merge"), say("this article goes on from the one before"), "m"),
        Choice("move", say("Move…"), say("these lines belong to another article"), "a"),
        Choice("heading", say("Make a heading…"), say("these lines are the heading of another article"), "h"),
        Choice("role", say("Change the role…"), say("these lines are a headline, a caption, furniture…"), "r"),
        Choice("break", say("New paragraph"), say("a paragraph begins with this line"), "b"),
        Choice("join", say("Join"), say("this line goes on from the paragraph before"), "o"),
    )


ARTICLE_TASKS = frozenset[Task]({"merge", "heading"})
"""What can be done to an article as a whole, without pointing at a line."""

HEADING_KINDS = frozenset({PartKind.KICKER, PartKind.HEADLINE, PartKind.SUBHEADLINE})

NEW_ARTICLE = -1
"""Stands among the articles for one that is not there yet."""


class Correcting:
    """The corrections of one reading screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self.original: Issue | None = None
        """The issue as it was made from its source; None where nothing may be corrected."""
        self.corrections = Corrections()

    def begin(self, original: Issue, corrections: Corrections) -> None:
        """Work on an issue that has been opened."""
        self.original = original
        self.corrections = corrections

    def ask(self) -> None:
        """Ask what to do with the lines under the cursor, or with the article where there is no cursor."""
        page = self.screen.as_printed
        on_page = page.is_open and page.view.has_focus
        lines = page.view.chosen if on_page else self._find_heading(self.screen.article_index)
        anchors = self._find_anchors(lines)
        if self.original is None:
            words = say("This issue was opened without corrections.")
            self.screen.notify(words, severity="warning", timeout=4)
            return
        if not anchors:
            words = say("There is no printed line here to correct.")
            self.screen.notify(words, severity="warning", timeout=4)
            return
        words = anchors[0].words
        title = (
            say("Correct “{words}” and what follows, {count} lines", words=words, count=len(lines))
            if len(lines) > 1
            else say("Correct “{words}”", words=words)
        )
        tasks = [task for task in list_tasks() if on_page or task.value in ARTICLE_TASKS]

        def chosen(task: Task | None) -> None:
            if task is not None:
                self._go_on(task, anchors[0], anchors[-1] if len(lines) > 1 else None)

        self.screen.app.push_screen(Choose(title, tasks), chosen)

    def undo(self) -> None:
        """Take the last correction back."""
        last = self.corrections.next_undo
        if last is None:
            self.screen.notify(say("There is nothing to undo."), timeout=2)
        elif self._settle(self.corrections.undo()):
            self.screen.notify(say("Undone: {correction}", correction=describe(last)), timeout=4)

    def redo(self) -> None:
        """Do again what was taken back."""
        following = self.corrections.next_redo
        if following is None:
            self.screen.notify(say("There is nothing to redo."), timeout=2)
        elif self._settle(self.corrections.redo()):
            self.screen.notify(say("Done again: {correction}", correction=describe(following)), timeout=4)

    def _go_on(self, task: Task, first: Anchor, last: Anchor | None) -> None:
        """Do what needs no more words, and ask for the rest."""
        match task:
            case "split":
                self._do(Split(first))
            case "merge":
                self._do(Merge(first))
            case "break":
                self._do(Break(first))
            case "join":
                self._do(Join(first))
            case "role":
                self._ask_role(lambda role: self._do(Recast(first, role, last)))
            case "move":
                self._ask_article(say("Move to which article"), lambda to: self._do(Move(first, last, to)), new=True)
            case "heading":
                self._ask_article(
                    say("The heading of which article"),
                    lambda to: self._do(GiveHeading(first, to, last)) if to else None,
                )

    def _do(self, correction: Correction) -> None:
        """Add a correction, if it fits."""
        added = self.corrections.add(correction)
        if self._settle(added):
            words = say("Corrected: {correction} (U undoes it)", correction=describe(correction))
            self.screen.notify(words, timeout=5)

    def _settle(self, corrections: Corrections) -> bool:
        """Apply corrections, show the issue as they have it, and keep them; False where the last does not fit."""
        assert self.original is not None
        issue = correct(self.original, corrections)
        misfits = [note for note in issue.notes if note.code == UNRESOLVED]
        known = sum(note.code == UNRESOLVED for note in self.screen.issue.notes)
        if len(misfits) > known and len(corrections.items) > len(self.corrections.items):
            self.screen.notify(str(misfits[-1].message), severity="warning", timeout=8)
            return False
        self.corrections = corrections
        self.screen.show_issue(issue)
        try:
            write_corrections(self.original.source, corrections)
        except CorrectionsError as error:
            self.screen.notify(str(error), severity="error", timeout=10)
        return True

    def _find_heading(self, article: int) -> tuple[PrintedLine, ...]:
        """The printed lines of an article's heading, as far as they follow each other, or else its first line."""
        if not self.screen.issue.articles:
            return ()
        parts = self.screen.issue.articles[article].parts
        heading = [span for part in parts if part.kind in HEADING_KINDS for span in part.spans]
        spans = heading or [span for part in parts for span in part.spans[:1]][:1]
        lines = list(dict.fromkeys(PrintedLine(span.page, span.line) for span in spans))
        numbers = {page.id: [line.number for line in page.lines if line.text] for page in self.screen.issue.pages}
        run = lines[:1]
        for line in lines[1:]:
            order = numbers[line.page]
            if line.page != run[-1].page or order.index(line.number) != order.index(run[-1].number) + 1:
                break
            run.append(line)
        return tuple(run)

    def _find_anchors(self, lines: Sequence[PrintedLine]) -> list[Anchor]:
        if self.original is None:
            return []
        finder = LineFinder(self.original.pages)
        anchors = []
        for line in (*lines[:1], *lines[-1:]):
            page = self.original.find_page(line.page)
            anchor = None if page is None else finder.make_anchor(page, line.number)
            if anchor is None:
                return []
            anchors.append(anchor)
        return anchors

    def _ask_role(self, then: Callable[[Role], None]) -> None:
        roles: tuple[Role, ...] = (*PartKind, *FurnitureKind)
        choices = [Choice(role, name_role(role)) for role in roles]

        def chosen(role: Role | None) -> None:
            if role is not None:
                then(role)

        self.screen.app.push_screen(Choose(say("These lines are"), choices), chosen)

    def _ask_article(self, title: str, then: Callable[[Anchor | None], None], *, new: bool = False) -> None:
        show = self.screen.script.show_text
        articles = self.screen.issue.articles
        choices = [Choice(number, show(article_name(article))) for number, article in enumerate(articles)]
        if new:
            choices.insert(0, Choice(NEW_ARTICLE, say("An article of its own"), key="n"))

        def chosen(number: int | None) -> None:
            if number is None:
                return
            if number == NEW_ARTICLE:
                then(None)
                return
            anchors = self._find_anchors(self._find_heading(number))
            if anchors:
                then(anchors[0])

        current = self.screen.article_index + (1 if new else 0)
        self.screen.app.push_screen(Choose(title, choices, current=current), chosen)
