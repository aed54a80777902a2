"""The settings in force while the program runs: what the file says, what was chosen on the way, and what is written."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from textual.app import App

from reader.errors import SettingsError
from reader.languages import find_language, say, set_language
from reader.languages.choice import LANGUAGE_VARIABLE
from reader.settings import BY_NAME, Group, Origin, Settings, Value

if TYPE_CHECKING:
    from textual.timer import Timer

    from reader.app.app import DubaoApp

REST: Final = 0.3
"""Seconds after the last change until the file is written: a reader goes through several values to the right one."""


class Choices:
    """Knows the value of every setting, gives a new one its effect, and keeps it where it is to last.

    What a key of the reading screen changes (`v`, `+`, `c`, `T`) holds for the session; what the settings' screen
    changes is written down.
    """

    def __init__(self, app: DubaoApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings
        """In force now."""
        self._stored = settings
        """As at the start, with what was written since."""
        self._unwritten: dict[str, Value | None] = {}
        self._timer: Timer | None = None

    def __getitem__(self, name: str) -> Value:
        """The value of a setting in force."""
        return self.settings[name]

    def usual(self, name: str) -> Value:
        """The value that a setting would have without what was chosen for this session alone."""
        return self._stored[name]

    def note(self, name: str, value: Value) -> None:
        """A value that was chosen for this session, and has its effect already."""
        if value == self._stored[name]:
            self.settings = self.settings.with_value(name, value, self._stored.origin(name))
        else:
            self.settings = self.settings.with_value(name, value, Origin.SESSION)

    def choose(self, name: str, value: Value) -> None:
        """Take a value from now on, in this session and in those to come."""
        self._take(name, value, Origin.FILE)
        self._unwritten[name] = value
        self._write_soon()

    def reset(self, name: str) -> None:
        """Take the usual value, and whatever will be usual in times to come."""
        self._take(name, BY_NAME[name].default, Origin.DEFAULT)
        self._unwritten[name] = None
        self._write_soon()

    def write(self) -> None:
        """Write down what was chosen; where that cannot be, it holds for the session."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        changes, self._unwritten = self._unwritten, {}
        if not changes or self.settings.path is None:
            return
        from reader.settings.writing import write_entries

        try:
            write_entries(self.settings.path, changes)
        except SettingsError as error:
            for name in changes:
                self.settings = self.settings.with_value(name, self.settings[name], Origin.SESSION)
            self.app.notify(
                say("{error}. What you change holds for this session.", error=error), severity="error", timeout=8
            )

    def _take(self, name: str, value: Value, origin: Origin) -> None:
        self.settings = self.settings.with_value(name, value, origin)
        self._stored = self._stored.with_value(name, value, origin)
        self._apply(name)

    def _write_soon(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.app.set_timer(REST, self.write)

    def _apply(self, name: str) -> None:
        """Give a value its effect on what is on the screen."""
        reading = self.app.reading
        match BY_NAME[name].group:
            case Group.TEXT if reading is not None:
                reading.looks.take_settings()
            case Group.SCRIPT if reading is not None:
                reading.scripts.take_settings()
        match name:
            case "theme":
                self.app.theme = str(self[name])
            case "language":
                # What was spoken so far was left to the processes that are started.
                os.environ.pop(LANGUAGE_VARIABLE, None)
                set_language(find_language(setting=str(self[name])))
                self.app.show_state()
            case "key_preset":
                from reader.app.keys.choosing import choose_keys

                self.app.use_keymap(choose_keys(self.settings)[0])


def find_choices(app: App[object]) -> Choices:
    """The settings in force in this app."""
    return app.choices  # type: ignore[attr-defined,no-any-return]
