"""Handing text to commands, and files to the system's programs: what `|` and `o` do."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from reader.app.copying import What
from reader.hanzi.harmless import make_harmless
from reader.languages import say
from reader.model import count_characters

if TYPE_CHECKING:
    from reader.app.screens.reading import ReadingScreen
    from reader.programs import Ran

STANDARD_INPUT = "-"


class Piping:
    """The ways to other programs on one reading screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self.past: list[str] = []
        """What was run before, the latest last; each once."""

    def ask(self) -> None:
        """Ask for a command, and give it the selection, or else the article."""
        from reader.app.screens.ask_command import AskCommand
        from reader.export.extracts import Manner

        choices = self.screen.copying.find_choices()
        if not choices:
            self.screen.notify(say("There is no text to hand over."), severity="warning", timeout=3)
            return
        selected = What.SELECTION in choices
        text = self.screen.copying.extract(What.SELECTION if selected else What.ARTICLE, Manner.PLAIN) + "\n"
        count = count_characters([text])
        what = (
            say("Hand the selection to a command ({count:,} characters)", count=count)
            if selected
            else say("Hand this article to a command ({count:,} characters)", count=count)
        )

        def typed(command: str | None) -> None:
            if command:
                self.past = [*(past for past in self.past if past != command), command]
                self.run(command, text)

        self.screen.app.push_screen(AskCommand(what, self.past), typed)

    def run(self, command: str, text: str) -> None:
        """Leave the terminal to a command until it ends and the reader has seen what it wrote."""
        from reader.programs import run_with_text

        try:
            with self.screen.app.suspend():
                print(f"\n$ {make_harmless(command)}", flush=True)
                ran = run_with_text(command, text)
                print(f"\n[{_tell(ran)}] {say('Press Enter to read on.')}", end="", flush=True)
                _wait_for_enter()
        except SuspendNotSupported:
            words = say("This terminal cannot be left to another program.")
            self.screen.notify(words, severity="error", timeout=6)
            return
        self.screen.refresh(layout=True)
        self.screen.notify(_tell(ran), severity="information" if ran.code == 0 else "warning", timeout=4)

    def open_source(self) -> None:
        """Open the issue's file, or the page's, with the system's program."""
        source = self.screen.issue.source
        if source == STANDARD_INPUT:
            words = say("This issue came through standard input: there is no file to open.")
            self.screen.notify(words, severity="warning", timeout=4)
            return
        path = Path(source)
        if not path.exists():
            shown = make_harmless(source)
            self.screen.notify(say("{path} is not there any more.", path=shown), severity="warning", timeout=4)
            return
        self.screen.run_worker(lambda: self._open(path), thread=True, group="open-source", exclusive=True)

    def _open(self, path: Path) -> None:
        from reader.programs import NoOpenerError, open_file

        severity = "information"
        shown = make_harmless(str(path))
        words = say("{path} was handed to the system's program.", path=shown)
        try:
            open_file(path)
        except NoOpenerError as error:
            severity = "error"
            words = say("No program opened {path}: {error}", path=shown, error=error)
        self.screen.app.call_from_thread(self.screen.notify, words, severity=severity, timeout=5)


def _tell(ran: Ran) -> str:
    if ran.code is None:
        return say("It could not be started: {error}", error=ran.error)
    if ran.code < 0:
        return say("Ended by signal {number}", number=-ran.code)
    return say("Exit code {code}", code=ran.code)


def _wait_for_enter() -> None:
    # Ctrl+C and a closed input are as good an answer.
    with suppress(EOFError, KeyboardInterrupt, OSError):
        (sys.__stdin__ or sys.stdin).readline()
