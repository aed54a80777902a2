"""Choosing the script while reading: what `c` and `C` do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.app.choices import find_choices
from reader.app.script_view import ScriptView, issue_script
from reader.errors import ConversionError
from reader.hanzi.script import STANDARDS, Script, Standard, choose_config, guess_script, is_available, standards_for
from reader.languages import message, say
from reader.model import Issue

if TYPE_CHECKING:
    from reader.app.choices import Choices
    from reader.app.screens.reading import ReadingScreen


SCRIPT_NAMES = {Script.SIMPLIFIED: message("Simplified"), Script.TRADITIONAL: message("Traditional")}
ORIGINAL = "original"
"""The setting's name for an issue's own script."""
_TARGETS = {ORIGINAL: None, **{script.value: script for script in Script}}
STANDARD_NAMES = {standard.config: standard.name for standard in STANDARDS}


class Scripts:
    """The script of one reading screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self.view = ScriptView()
        self.set_issue(screen.issue)

    def set_issue(self, issue: Issue) -> None:
        """Forget what was known of the issue before."""
        self._issue: Issue | None = issue
        self._source: Script | None = None

    @property
    def source(self) -> Script | None:
        """The script that the issue is printed in; None where its text does not tell."""
        if self._issue is not None:
            self._source, self._issue = issue_script(self._issue), None
        return self._source

    @property
    def _choices(self) -> Choices:
        return find_choices(self.screen.app)

    @property
    def _target(self) -> Script | None:
        """The script to show; None for the issue's own."""
        return _TARGETS[str(self._choices["script"])]

    def show_other(self, text: str) -> str:
        """Text of another issue, such as its title, in the script that the reader has chosen."""
        if (target := self._target) is None:
            return text
        config = choose_config(guess_script(text), target, str(self._choices[target.value]))
        return ScriptView(config=config).show_text(text)

    def cycle(self) -> None:
        """原文 → 简体 → 繁體 → 原文."""
        following = {None: Script.SIMPLIFIED, Script.SIMPLIFIED: Script.TRADITIONAL, Script.TRADITIONAL: None}
        target = following[self._target]
        if target is None or self._converter_is_there():
            self._choices.note("script", target.value if target else ORIGINAL)
            self.take_settings()

    def choose(self) -> None:
        """Let the reader pick a standard, used by `c` from then on."""
        if not self._converter_is_there():
            return
        from reader.app.screens.choose import Choice, Choose

        def chosen(standard: Standard | None) -> None:
            if standard is not None:
                self._choices.note("script", standard.target.value)
                self._choices.note(standard.target.value, standard.config)
                self.take_settings()

        standards = standards_for(self.source)
        choices = [Choice(standard, say(standard.name), standard.config) for standard in standards]
        configs = [standard.config for standard in standards]
        current = configs.index(self.view.config) if self.view.config in configs else 0
        self.screen.app.push_screen(Choose(say("Standard of the script"), choices, current=current), chosen)

    def take_settings(self) -> None:
        """Show the issue in the script that the settings in force ask for."""
        target = self._target
        if target is None:
            view = ScriptView()
        elif not self._converter_is_there():
            # Said once: every page that comes in would say it again.
            self._choices.note("script", ORIGINAL)
            return
        else:
            config = choose_config(self.source, target, str(self._choices[target.value]))
            # Text that is in the script already is not converted again: that could only damage it.
            view = ScriptView(SCRIPT_NAMES[target] if config is None else STANDARD_NAMES[config], config)
        if view != self.view:
            self._apply(view)

    def _apply(self, view: ScriptView) -> None:
        try:
            view.show("汉字漢字")
        except ConversionError as error:
            self.screen.notify(str(error), severity="error")
            return
        self.view = view
        self.screen.clear_selection()
        self.screen.article_view.set_script(view.show)
        self.screen.annotating.show()
        self.screen.article_list.set_script(view.show_text)
        self.screen.show_state()

    def _converter_is_there(self) -> bool:
        if is_available():
            return True
        words = say("The script cannot be converted without OpenCC: pip install opencc")
        self.screen.notify(words, severity="warning", timeout=6)
        return False
