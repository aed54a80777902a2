"""The Textual application: themes, the first screen, opening, the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App
from textual.command import CommandPalette
from textual.notifications import SeverityLevel
from textual.screen import Screen

from reader.app.choices import Choices
from reader.app.keys import Keymap
from reader.app.keys.binding import Keyed, set_bindings
from reader.app.keys.choosing import choose_keys
from reader.app.opening import Opener, Opening, TourFor
from reader.app.palette import CommandProvider
from reader.app.screens.opening import OpeningScreen
from reader.app.theme_choice import choose_theme, find_own_themes
from reader.app.themes import THEMES, reading_variables
from reader.app.widgets.room import ask_for_room
from reader.errors import ReaderError
from reader.hanzi.harmless import make_harmless
from reader.languages import say
from reader.settings import Settings

if TYPE_CHECKING:
    from textual.actions import ActionParseResult
    from textual.dom import DOMNode

    from reader.app.history import History
    from reader.app.screens.reading import ReadingScreen
    from reader.app.terminal_width import TerminalWidths
    from reader.model import Issue
    from reader.state import Anchor, Stop


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
        path: str | None = None,
        corrections: bool = True,
        private: bool = True,
        settings: Settings | None = None,
        tour: TourFor = TourFor.NOBODY,
        widths: TerminalWidths | None = None,
    ) -> None:
        """Read an issue that is there, or one that is opened after the first frame is on the screen.

        Without either, one is chosen from those that were opened before.

        Args:
            issue: What to read.
            opener: Opens what to read, without what was put right by hand.
            path: What the opener opens; a folder of issues lets the reader choose one.
            corrections: Whether what was put right by hand applies, and more can be put right.
            private: Whether nothing is kept of this session, and nothing that was kept is looked at.
            settings: What the reader has decided for all sessions; by default the usual.
            tour: Who is taught the first keys.
            widths: How wide the terminal draws what is ambiguous, where it has said so.
        """
        super().__init__()
        self.choices = Choices(self, settings or Settings())
        self.keymap, complaints = choose_keys(self.choices.settings)
        # Textual's own key for the palette would go before all others: it is among the commands.
        set_bindings(self, ())
        self.private = private
        self.corrections = corrections
        self.issue = issue
        self.opening = Opening(self, opener, path, tour)
        self._widths = widths
        self.left: Stop | None = None
        """The place before the last jump."""
        self.error: ReaderError | None = None
        """Why the issue could not be opened."""
        own, faults = find_own_themes()
        for theme in (*THEMES, *own):
            self.register_theme(theme)
        self.theme, missing = choose_theme(self.choices.settings, self.available_themes)
        self._complaints = (*self.choices.settings.complaints, *complaints, *faults, *missing)
        """What is wrong with the settings, to be told once there is a screen."""

    @cached_property
    def history(self) -> History:
        """The way that the reader came, through all the issues of this session."""
        # Loaded behind the first frame, for it knows the values that are kept.
        from reader.app.history import History

        return History()

    def use_keymap(self, keymap: Keymap) -> None:
        """Answer to these keys from now on."""
        self.keymap = keymap
        for screen in self.screen_stack:
            for node in screen.walk_children(with_self=True):
                if isinstance(node, Keyed):
                    node.take_keys(keymap)
        self.show_state()

    def show_state(self) -> None:
        """Bring what is on the screen up to date, after keys or the language have changed."""
        # Imported behind the first frame, which shows no panel.
        from reader.app.screens.panel import Panel

        for screen in self.screen_stack:
            if isinstance(screen, Panel):
                screen.show_state()
            for widget in screen.walk_children():
                widget.refresh()
        if self.reading is not None:
            self.reading.show_again()
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
        self.theme_changed_signal.subscribe(self, lambda theme: self.choices.note("theme", theme.name))
        for complaint in self._complaints:
            self.notify(str(complaint), severity="warning", timeout=8)
        if self.issue is None:
            self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        if self._widths is not None:
            # The tables that it takes are loaded behind the first frame.
            from reader.app.cells import use_widths

            use_widths(self._widths)
        self.run_worker(self.opening.begin, thread=True, group="open")

    def on_resize(self, event: events.Resize) -> None:
        """Ask for room where there is too little."""
        ask_for_room(self, event.size)

    def open_path(self, path: str, anchor: Anchor | None = None, history: History | None = None) -> None:
        """Open another issue in place of what is on the screen; where that fails, this stays.

        Args:
            path: The issue.
            anchor: Where to read on; where the reader left it by default.
            history: The way that has led there; the present one by default.
        """
        self.opening.aim_at(path)
        open_there = partial(self.opening.open, anchor, history)
        self.run_worker(open_there, thread=True, group="open", exclusive=True)

    def stop_opening(self) -> None:
        """Read on with the pages that there are; those that are not read yet stay so."""
        self.opening.stop()

    def fail(self, error: ReaderError) -> None:
        """Tell why there is nothing to read; leave where there was nothing before either."""
        from reader.app.screens.shelf import ShelfScreen

        if isinstance(self.screen, ShelfScreen):
            self.screen.tell_failure(str(error))
            return
        if self.reading is not None:
            self.notify(str(error), severity="error", timeout=8)
            return
        self.error = error
        self.exit(return_code=2)

    async def show(self, issue: Issue, share: float = 1.0, *, anew: bool = True) -> None:
        """Show an issue, or more of the same one, in place of what is on the screen.

        Args:
            issue: What there is of it.
            share: Which share of it that is, 0 to 1.
            anew: Whether it is another one than before.
        """
        reading = self.reading
        if reading is None and len(self.screen_stack) == 1:
            await self.push_screen(self._make_reading(issue, share))
        elif reading is None or anew:
            await self.switch_screen(self._make_reading(issue, share))
        else:
            reading.show_issue(issue, share=share)

    def _make_reading(self, issue: Issue, share: float = 1.0) -> ReadingScreen:
        # Imported behind the first frame: all that reading needs takes as long to load as an empty screen does.
        from reader.app.screens.reading import ReadingScreen

        return ReadingScreen(issue, share=share)

    @property
    def reading(self) -> ReadingScreen | None:
        """The reading screen, whatever lies over it; None while nothing is open."""
        from reader.app.screens.reading import ReadingScreen

        return next((screen for screen in self.screen_stack if isinstance(screen, ReadingScreen)), None)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run a command, and let the tour know of it."""
        done = await super().run_action(action, default_namespace, namespaces)
        if done and isinstance(action, str) and self.reading is not None:
            self.reading.tour.note(action)
        return done

    def action_command_palette(self) -> None:
        """All commands, by name."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=say("Name of a command…"), id="--command-palette"))

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Say something as text, never as markup: names of files and a reader's notes have brackets."""
        harmless = make_harmless(message, keep="\n")
        super().notify(harmless, title=title, severity=severity, timeout=timeout, markup=False)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy by every route that the terminal has, not by OSC 52 alone (Ctrl+C comes here)."""
        if (reading := self.reading) is not None:
            reading.copying.copy_text(text)

    def write_to_terminal(self, sequence: str) -> None:
        """Send a control sequence of ours to the terminal, past the screen."""
        if self._driver is not None:
            self._driver.write(sequence)
