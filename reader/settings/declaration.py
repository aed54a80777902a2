"""What a setting is: its name, the values that it takes, its words. Everything else is made from this."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from reader.languages import message, say

Value = str | int | bool


class Group(StrEnum):
    """The headings of the settings' screen and file."""

    TEXT = message("Text")
    SCRIPT = message("Script")
    SCREEN = message("Screen")
    PROGRAM = message("Program")


@dataclass(frozen=True, slots=True)
class Names:
    """One of a few names."""

    names: tuple[str, ...]

    def takes(self, value: object) -> bool:
        """Whether it is one of the names."""
        return isinstance(value, str) and value in self.names

    @property
    def steps(self) -> Sequence[Value]:
        """The names."""
        return self.names

    def describe(self) -> str:
        """The names."""
        return say("one of {names}", names=", ".join(self.names))


@dataclass(frozen=True, slots=True)
class Numbers:
    """A whole number."""

    low: int
    high: int
    step: int = 1
    """How far a screen goes at a time; the file may have any number between."""

    def takes(self, value: object) -> bool:
        """Whether it is a number of the range."""
        return isinstance(value, int) and not isinstance(value, bool) and self.low <= value <= self.high

    @property
    def steps(self) -> Sequence[Value]:
        """The range."""
        return range(self.low, self.high + 1, self.step)

    def describe(self) -> str:
        """The range."""
        return say("a whole number from {low} to {high}", low=self.low, high=self.high)


@dataclass(frozen=True, slots=True)
class YesNo:
    """Yes or no."""

    def takes(self, value: object) -> bool:
        """Whether it is one of both."""
        return isinstance(value, bool)

    @property
    def steps(self) -> Sequence[Value]:
        """No and yes."""
        return (False, True)

    def describe(self) -> str:
        """Both."""
        return say("true or false")


@dataclass(frozen=True, slots=True)
class AnyName:
    """A name of which only the screen knows whether there is one."""

    def takes(self, value: object) -> bool:
        """Whether it is a name at all."""
        return isinstance(value, str) and value != ""

    @property
    def steps(self) -> Sequence[Value]:
        """No end of them."""
        return ()

    def describe(self) -> str:
        """What it is."""
        return say("a name")


Kind = Names | Numbers | YesNo | AnyName
"""The values that a setting takes: whether one `takes` a value, the `steps` of a screen, and what they are in words."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that a reader may decide for all sessions."""

    name: str
    """As the file has it."""
    group: Group
    kind: Kind
    default: Value
    title: str
    """A message: what the screen calls it."""
    comment: str
    """A message: a sentence for the file."""
    words: Mapping[Value, str] = field(default_factory=dict)
    """Values → messages that the screen shows for them; others are shown as they are."""
    variable: str = ""
    """The environment's name for it; "" where it has none."""
    at_start: bool = False
    """Whether a change has its effect at the next start."""

    def show(self, value: Value) -> str:
        """A value in the screen's words."""
        if isinstance(value, bool):
            return say("yes") if value else say("no")
        return say(self.words[value]) if value in self.words else str(value)


def format_value(value: Value) -> str:
    """A value as TOML has it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    # TOML's basic strings are JSON's, but for U+007F.
    import json

    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
