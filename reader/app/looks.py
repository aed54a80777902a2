"""Choosing how the text is set while reading: what `v` `w` `-` `+` `=` and the settings do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.app.choices import find_choices
from reader.app.setting import VIEW_NAMES, Typesetting, View, make_typesetting
from reader.languages import say
from reader.model import Direction, Issue
from reader.settings.table import MEASURE

if TYPE_CHECKING:
    from reader.app.choices import Choices
    from reader.app.screens.reading import ReadingScreen


class Looks:
    """The typesetting of one reading screen: the settings in force, seen on this issue."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self._printed = View.HORIZONTAL
        """How the issue was printed."""

    @property
    def typesetting(self) -> Typesetting:
        """How the text is set now."""
        return self.screen.article_view.typesetting

    @property
    def _choices(self) -> Choices:
        return find_choices(self.screen.app)

    def set_issue(self, issue: Issue) -> None:
        """Set an issue as it was printed, unless the reader has chosen otherwise."""
        if issue.pages:
            upright = all(page.direction is Direction.VERTICAL for page in issue.pages)
            self._printed = View.VERTICAL if upright else View.HORIZONTAL
        self.screen.article_view.typesetting = make_typesetting(self._choices.settings, self._printed)

    def take_settings(self) -> None:
        """Set the text by the settings in force, at the same place."""
        self.screen.clear_selection()
        self.screen.article_view.set_typesetting(make_typesetting(self._choices.settings, self._printed))
        self.screen.show_state()

    def switch_view(self, view: View) -> None:
        """Set the text in that manner, or in lines again where it is so already."""
        if self.screen.as_printed.is_open and not self.screen.article_view.display:
            self.screen.as_printed.close()
        view = View.HORIZONTAL if self.typesetting.view is view else view
        self._choices.note("view", view.value)
        self.take_settings()
        self.screen.notify(say(VIEW_NAMES[view]), timeout=1.5)

    def change_measure(self, steps: int) -> None:
        """Make lines longer or shorter by so many steps; 0 makes them as usual."""
        measure = self.typesetting.measure + steps * MEASURE.step
        usual = self._choices.usual("measure")
        self._choices.note("measure", max(MEASURE.low, min(measure, MEASURE.high)) if steps else usual)
        self.take_settings()
