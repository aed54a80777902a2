"""Copying while reading: what `y` and `Y` do, and what the reader is told about it."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import TYPE_CHECKING

from reader import clipboard
from reader.app.choices import find_choices
from reader.languages import say
from reader.settings.table import AUTO

if TYPE_CHECKING:
    from reader.app.screens.reading import ReadingScreen
    from reader.export.extracts import Manner


class What(StrEnum):
    """What there is to be copied."""

    SELECTION = "selection"
    HIT = "hit"
    """The sentences around the match that was gone to."""
    ARTICLE = "article"
    PAGE = "page"
    """All articles of the page."""
    GATHERED = "gathered"


class Copying:
    """The clipboard of one reading screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self.last: tuple[What, Manner] | None = None
        """What the reader chose last."""

    def find_choices(self) -> tuple[What, ...]:
        """What can be copied now; () where there is no article."""
        if self.screen.article is None:
            return ()
        there = {
            What.SELECTION: bool(self.screen.get_selected_text()),
            What.HIT: self.screen.searching.session.hit is not None,
            What.ARTICLE: True,
            What.PAGE: True,
            What.GATHERED: bool(self.screen.gathering.articles),
        }
        return tuple(what for what, is_there in there.items() if is_there)

    def extract(self, what: What, manner: Manner) -> str:
        """The text of it, in the script that is shown; it must be one of `find_choices`."""
        from reader.export.extracts import extract_articles, extract_passage, find_surroundings

        issue, article, show = self.screen.issue, self.screen.article, self.screen.script.show_text
        assert article is not None
        match what:
            case What.SELECTION:
                return extract_passage(issue, article, self.screen.get_selected_text() or "", manner, show)
            case What.HIT:
                hit = self.screen.searching.session.hit
                assert hit is not None
                around = issue.articles[self.screen.searching.order[hit.article]]
                return extract_passage(issue, around, show(find_surroundings(around, hit.spans)), manner, show)
            case What.ARTICLE:
                return extract_articles(issue, [article], manner, show)
            case What.PAGE:
                there = [other for other in issue.articles if other.page == article.page]
                return extract_articles(issue, there, manner, show)
            case What.GATHERED:
                return extract_articles(issue, self.screen.gathering.articles, manner, show)

    def copy(self) -> None:
        """Copy the selection, or else the article, as plain text."""
        from reader.export.extracts import Manner

        choices = self.find_choices()
        if not choices:
            self._say_nothing()
            return
        self.copy_text(self.extract(What.SELECTION if What.SELECTION in choices else What.ARTICLE, Manner.PLAIN))

    def ask(self) -> None:
        """Ask what to copy and as what."""
        from reader.app.screens.copy_as import CopyScreen
        from reader.export.extracts import Manner

        choices = self.find_choices()
        if not choices:
            self._say_nothing()
            return
        last_what, manner = self.last or (None, Manner.CITED)
        likely = (What.SELECTION, last_what, What.ARTICLE)
        what = next(what for what in likely if what is not None and what in choices)

        def chosen(choice: tuple[What, Manner] | None) -> None:
            if choice is not None:
                self.last = choice
                self.copy_text(self.extract(*choice))
                self.screen.selecting.end()

        self.screen.app.push_screen(CopyScreen(choices, what, manner), chosen)

    def copy_text(self, text: str) -> None:
        """Copy any text, beside the screen: a clipboard that does not answer must not stop the reader."""
        self.screen.run_worker(lambda: self._copy(text), thread=True, group="copy", exclusive=True)

    def _say_nothing(self) -> None:
        self.screen.notify(say("There is nothing to copy."), severity="warning", timeout=3)

    def _copy(self, text: str) -> None:
        app = self.screen.app

        def send(sequence: str) -> None:
            app.call_from_thread(app.write_to_terminal, sequence)  # type: ignore[attr-defined]

        route = str(find_choices(app)["clipboard"])
        env = os.environ if route == AUTO else {**os.environ, clipboard.OVERRIDE: route}
        copied = clipboard.copy(text, env=env, send=send)
        severity = "information" if copied.routes else "error"
        app.call_from_thread(self.screen.notify, clipboard.describe(copied), severity=severity, timeout=4)
