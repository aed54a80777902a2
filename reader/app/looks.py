"""Choosing how the text is set while reading: what `v` `w` `,` `-` `+` `=` do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.app.setting import DEFAULT_MEASURE, MAX_MEASURE, MIN_MEASURE, VIEW_NAMES, Typesetting, View
from reader.languages import say
from reader.model import Direction, Issue

if TYPE_CHECKING:
    from reader.app.screens.reading import ReadingScreen

MEASURE_STEP = 2
"""Han characters that `-` and `+` take or give: one would hardly be seen."""


class Looks:
    """The typesetting of one reading screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self._chosen = False
        """Whether the reader has chosen a view; until then the source's own direction decides."""

    @property
    def typesetting(self) -> Typesetting:
        """How the text is set now."""
        return self.screen.article_view.typesetting

    def set_issue(self, issue: Issue) -> None:
        """Set an issue as it was printed, unless the reader has chosen otherwise."""
        if issue.pages and not self._chosen:
            upright = all(page.direction is Direction.VERTICAL for page in issue.pages)
            self.screen.article_view.typesetting = replace(
                self.typesetting, view=View.VERTICAL if upright else View.HORIZONTAL
            )

    def switch_view(self, view: View) -> None:
        """Set the text in that manner, or in lines again where it is so already."""
        self._chosen = True
        if self.screen.as_printed.is_open and not self.screen.article_view.display:
            self.screen.as_printed.close()
        view = View.HORIZONTAL if self.typesetting.view is view else view
        self.apply(replace(self.typesetting, view=view))
        self.screen.notify(say(VIEW_NAMES[view]), timeout=1.5)

    def change_measure(self, by: int) -> None:
        """Make lines longer or shorter by so many Han characters; 0 makes them as usual."""
        measure = max(MIN_MEASURE, min(self.typesetting.measure + by, MAX_MEASURE)) if by else DEFAULT_MEASURE
        self.apply(replace(self.typesetting, measure=measure))

    def apply(self, typesetting: Typesetting) -> None:
        """Set the text so, at the same place."""
        self.screen.clear_selection()
        self.screen.article_view.set_typesetting(typesetting)
        self.screen.show_state()

    def choose(self) -> None:
        """Show all settings, with live effect."""
        from reader.app.screens.typesetting import TypesettingScreen

        self._chosen = True
        self.screen.app.push_screen(TypesettingScreen(self.typesetting, self.apply))
