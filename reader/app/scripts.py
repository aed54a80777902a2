"""Choosing the script while reading: what `c` and `C` do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.app.script_view import ScriptView, issue_script
from reader.errors import ConversionError
from reader.hanzi.script import STANDARDS, Script, Standard, choose_config, guess_script, is_available, standards_for
from reader.languages import message, say
from reader.model import Issue

if TYPE_CHECKING:
    from reader.app.screens.reading import ReadingScreen


SCRIPT_NAMES = {Script.SIMPLIFIED: message("Simplified"), Script.TRADITIONAL: message("Traditional")}
STANDARD_NAMES = {standard.config: standard.name for standard in STANDARDS}


class Scripts:
    """The script of one reading screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self.view = ScriptView()
        self._target: Script | None = None
        self._preferred: dict[Script, str] = {}
        """The standard that the reader picked for a script, used by `c` from then on."""
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

    def show_other(self, text: str) -> str:
        """Text of another issue, such as its title, in the script that the reader has chosen."""
        if self._target is None:
            return text
        config = choose_config(guess_script(text), self._target, self._preferred.get(self._target))
        return ScriptView(config=config).show_text(text)

    def cycle(self) -> None:
        """原文 → 简体 → 繁體 → 原文."""
        following = {None: Script.SIMPLIFIED, Script.SIMPLIFIED: Script.TRADITIONAL, Script.TRADITIONAL: None}
        self._show(following[self._target])

    def choose(self) -> None:
        """Let the reader pick a standard."""
        if not self._converter_is_there():
            return
        from reader.app.screens.choose import Choice, Choose

        def chosen(standard: Standard | None) -> None:
            if standard is not None:
                self._preferred[standard.target] = standard.config
                self._target = standard.target
                self._apply(ScriptView(standard.name, standard.config))

        standards = standards_for(self.source)
        choices = [Choice(standard, say(standard.name), standard.config) for standard in standards]
        configs = [standard.config for standard in standards]
        current = configs.index(self.view.config) if self.view.config in configs else 0
        self.screen.app.push_screen(Choose(say("Standard of the script"), choices, current=current), chosen)

    def _show(self, target: Script | None) -> None:
        if target is None:
            self._target = None
            self._apply(ScriptView())
            return
        if not self._converter_is_there():
            return
        self._target = target
        config = choose_config(self.source, target, self._preferred.get(target))
        # Text that is in the script already is not converted again: that could only damage it.
        self._apply(ScriptView(SCRIPT_NAMES[target] if config is None else STANDARD_NAMES[config], config))

    def _apply(self, view: ScriptView) -> None:
        try:
            view.show("汉字漢字")
        except ConversionError as error:
            self.screen.notify(str(error), severity="error")
            return
        self.view = view
        self.screen.clear_selection()
        self.screen.article_view.set_script(view.show)
        self.screen.article_list.set_script(view.show_text)
        self.screen.show_state()

    def _converter_is_there(self) -> bool:
        if is_available():
            return True
        words = say("The script cannot be converted without OpenCC: pip install opencc")
        self.screen.notify(words, severity="warning", timeout=6)
        return False
