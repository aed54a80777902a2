"""The tour: teaches the first ten keys, one at a time; the reader presses each and sees what it does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text
from textual.widgets import Static

from reader.app.keys.binding import find_keymap
from reader.languages import message, say

if TYPE_CHECKING:
    from reader.app.screens.reading import ReadingScreen


@dataclass(frozen=True, slots=True)
class Step:
    """One key to press."""

    command: str
    """The command's name, which is also that of its action."""
    words: str
    """A message about its key."""
    times: int = 1
    """How often it is to be pressed: what turns something over turns it back."""


STEPS = (
    Step("page_down", message("{key} reads on by a screen; at an article's end it goes on to the next one.")),
    Step("next_article", message("{key} goes to the next article, wherever you are in this one.")),
    Step("switch_focus", message("{key} goes to the list of articles, ↓ and ↑ move there, {key} comes back."), 2),
    Step("search", message("{key} finds words in the whole issue, in simplified or traditional characters.")),
    Step("next_hit", message("Type a word, such as 水, and press Enter. Then {key} goes to the next place.")),
    Step("next_script", message("{key} shows simplified characters, again traditional ones, again those printed."), 3),
    Step("vertical", message("{key} sets the text in vertical columns, and in lines again."), 2),
    Step("as_printed", message("{key} shows the page as it was printed, and hides it again."), 2),
    Step("copy", message("{key} copies the article, or what you have selected with the mouse.")),
    Step("help", message("{key} lists all keys, and closes the list again.")),
)


class TourPanel(Static):
    """Names the key to press."""


class Tour:
    """The tour of one reading screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self.at = 0
        """Index of the step that is next."""
        self._pressed = 0
        """How often its key has been pressed."""
        self._panel: TourPanel | None = None

    async def begin(self) -> None:
        """Name the first key."""
        self.at = self._pressed = 0
        if self._panel is None:
            self._panel = TourPanel(id="tour")
            # At the top: at the foot, messages would lie over it.
            await self.screen.mount(self._panel, after=self.screen.header)
        self._panel.update(self._describe())

    def note(self, action: str) -> None:
        """A command has run: if it is the one that was named, name the next key."""
        if self._panel is None or action != STEPS[self.at].command:
            return
        self._pressed += 1
        if self._pressed < STEPS[self.at].times:
            return
        self.at, self._pressed = self.at + 1, 0
        if self.at < len(STEPS):
            self._panel.update(self._describe())
        else:
            keymap = find_keymap(self.screen.app)
            keys = {name: keymap.mention(name) for name in ("shelf", "quit")}
            self._close(
                say(
                    "That was the tour. {shelf} is the shelf of your issues, {quit} leaves; "
                    "dubao --tour shows it again.",
                    **keys,
                )
            )

    def skip(self) -> bool:
        """End it at once; False where it is not under way."""
        if self._panel is None:
            return False
        key = find_keymap(self.screen.app).mention("help")
        self._close(say("Tour left. {key} lists all keys; dubao --tour begins again.", key=key))
        return True

    def _close(self, words: str) -> None:
        if self._panel is not None:
            self._panel.remove()
            self._panel = None
        self.screen.app.notify(words, timeout=8)

    def _describe(self) -> Text:
        step = STEPS[self.at]
        key = find_keymap(self.screen.app).mention(step.command)
        text = Text(overflow="fold")
        for number, words in enumerate(say(step.words).split("{key}")):
            if number:
                text.append(f" {key} ", style="bold reverse")
            text.append(words)
        text.append("\n")
        head = say("Tour {number} of {count} · Esc leaves it", number=self.at + 1, count=len(STEPS))
        text.append(head, style="dim")
        return text
