"""The Textual application: themes, the first screen, opening, the terminal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import App
from textual.screen import Screen

from reader.app.history import History
from reader.app.keys import Keymap, make_keymap
from reader.app.keys.binding import Keyed, set_bindings
from reader.app.palette import CommandProvider
from reader.app.screens.opening import OpeningScreen
from reader.app.themes import DEFAULT_THEME, THEMES, reading_variables
from reader.app.widgets.room import ask_for_room
from reader.errors import ReaderError
from reader.languages import say
from reader.model import Issue

if TYPE_CHECKING:
    from reader.app.screens.reading import ReadingScreen
    from reader.state import Anchor, Stop

HandOver = Callable[[Issue | None, float], None]
"""Takes what there is of an issue so far, None where that is not new, and which share of it is read, 0 to 1."""

Opener = Callable[[HandOver], Issue]
"""Opens an issue; may hand over what there is of it while it is read. Runs in a thread."""


class _Stopped(Exception):  # noqa: N818 - no error, and it never leaves this module
    """The reader does not want to wait for the rest."""


class DubaoApp(App[None]):
    """dubao 读报."""

    TITLE = "dubao 读报"
    CSS_PATH = "reader.tcss"
    COMMANDS: ClassVar = {CommandProvider}

    def __init__(
        self,
        issue: Issue | None = None,
        *,
        opener: Opener | None = None,
        greeting: str = "",
        corrections: bool = True,
        private: bool = True,
    ) -> None:
        """Read an issue that is there, or one that is opened after the first frame is on the screen.

        Args:
            issue: What to read.
            opener: Opens what to read, without what was put right by hand.
            greeting: Said at the start.
            corrections: Whether what was put right by hand applies, and more can be put right.
            private: Whether nothing is kept of this session, and nothing that was kept is looked at.
        """
        super().__init__()
        self.keymap, _ = make_keymap()
        # Textual's own key for the palette would go before all others: it is among the commands.
        set_bindings(self, ())
        self.private = private
        self.corrections = corrections
        self.issue = issue
        self.opener = opener
        self.greeting = greeting
        self._stopped = False
        self.history = History()
        """The way that the reader came, through all the issues of this session."""
        self.left: Stop | None = None
        """The place before the last jump."""
        self.error: ReaderError | None = None
        """Why the issue could not be opened."""
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DEFAULT_THEME

    def use_keymap(self, keymap: Keymap) -> None:
        """Answer to these keys from now on."""
        self.keymap = keymap
        for screen in self.screen_stack:
            for node in screen.walk_children(with_self=True):
                if isinstance(node, Keyed):
                    node.take_keys(keymap)
        self.refresh(layout=True)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The style sheet's own colours, as the theme in use gives them."""
        return reading_variables(self.current_theme)

    def get_default_screen(self) -> Screen[None]:
        """The reading screen for an issue that is there; else one that can be drawn at once."""
        return OpeningScreen() if self.issue is None else self._make_reading(self.issue)

    def on_mount(self) -> None:
        """Begin to open what is not open yet, once the screen has been drawn."""
        self.screen_change_signal.subscribe(self, lambda _: ask_for_room(self, self.size))
        if self.opener is not None:
            self.call_after_refresh(self.run_worker, self._open, thread=True, group="open")

    def on_resize(self, event: events.Resize) -> None:
        """Ask for room where there is too little."""
        ask_for_room(self, event.size)

    def open_path(self, path: str, anchor: Anchor | None = None, history: History | None = None) -> None:
        """Open another issue in place of the one on the screen; where that fails, this one stays.

        Args:
            path: The issue.
            anchor: Where to read on; where the reader left it by default.
            history: The way that has led there; the present one by default.
        """

        def opener(on_progress: HandOver) -> Issue:
            from reader.library import open_issue

            return open_issue(path, corrections=False, on_progress=on_progress)

        self.opener = opener
        open_there = partial(self._open, anchor, history)
        self.run_worker(open_there, thread=True, group="open", exclusive=True)

    def _open(self, anchor: Anchor | None = None, history: History | None = None) -> None:
        from reader.corrections import Overlay, read_corrections
        from reader.library import correct
        from reader.state import open_store

        assert self.opener is not None
        show: Callable[..., Any] = self._show
        self._stopped = False
        shown: Issue | None = None

        def show_part(part: Issue | None, share: float) -> None:
            nonlocal shown
            if self._stopped and shown is not None:
                raise _Stopped
            if part is not None:
                self.call_from_thread(show, part, share, anew=shown is None)
                shown = part
            elif self.reading is not None:
                self.call_from_thread(self.reading.show_share, share)

        try:
            original = self.opener(show_part)
        except _Stopped:
            assert shown is not None
            original = shown
            self.call_from_thread(self.notify, say("Stopped here: the other pages were not read."))
        except ReaderError as error:
            self.call_from_thread(self._fail, error)
            return
        overlay = read_corrections(original.source) if self.corrections else Overlay()
        issue = correct(original, overlay.corrections)
        issue = replace(issue, notes=(*issue.notes, *overlay.notes))
        self.call_from_thread(show, issue, anew=shown is None)
        store = open_store(private=self.private)
        if self.reading is not None:
            if self.corrections:
                self.call_from_thread(self.reading.correcting.begin, original, overlay.corrections)
            if history is not None:
                self.history = history
            self.call_from_thread(self.reading.keeping.begin, store, anchor)

    def stop_opening(self) -> None:
        """Read on with the pages that there are; those that are not read yet stay so."""
        self._stopped = True

    def _fail(self, error: ReaderError) -> None:
        if self.reading is not None:
            self.notify(str(error), severity="error", timeout=8)
            return
        self.error = error
        self.exit(return_code=2)

    async def _show(self, issue: Issue, share: float = 1.0, *, anew: bool = True) -> None:
        reading = self.reading
        if reading is None:
            await self.push_screen(self._make_reading(issue, share))
        elif anew:
            await self.switch_screen(self._make_reading(issue, share))
        else:
            reading.show_issue(issue, share=share)

    def _make_reading(self, issue: Issue, share: float = 1.0) -> ReadingScreen:
        # Imported behind the first frame: all that reading needs takes as long to load as an empty screen does.
        from reader.app.screens.reading import ReadingScreen

        return ReadingScreen(issue, share=share, greeting=self.greeting)

    @property
    def reading(self) -> ReadingScreen | None:
        """The reading screen, whatever lies over it; None while nothing is open."""
        from reader.app.screens.reading import ReadingScreen

        return next((screen for screen in self.screen_stack if isinstance(screen, ReadingScreen)), None)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy by every route that the terminal has, not by OSC 52 alone (Ctrl+C comes here)."""
        if (reading := self.reading) is not None:
            reading.copying.copy_text(text)

    def write_to_terminal(self, sequence: str) -> None:
        """Send a control sequence of ours to the terminal, past the screen."""
        if self._driver is not None:
            self._driver.write(sequence)
