"""In which script the reader sees the issue: a view, never a change of the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from reader.hanzi.script import Converted, Script, convert, guess_script
from reader.languages import message
from reader.model import Issue

ORIGINAL_NAME = message("As printed")
GUESS_CHARACTERS = 4000
"""How much of an issue decides its script: some pages are enough, and opening must stay instant."""


@dataclass(frozen=True, slots=True)
class ScriptView:
    """A way of showing text."""

    name: str = ORIGINAL_NAME
    """To be translated where it is shown."""
    config: str | None = None
    """OpenCC's name of the conversion; None shows the text as it is."""

    def show(self, text: str) -> Converted:
        """The text as this view shows it."""
        return Converted(text) if self.config is None else _converted(text, self.config)

    def show_text(self, text: str) -> str:
        """As `show`, where offsets do not matter."""
        return self.show(text).text


@lru_cache(maxsize=8192)
def _converted(text: str, config: str) -> Converted:
    return convert(text, config)


def issue_script(issue: Issue) -> Script | None:
    """The script that an issue is printed in; None where its text does not tell."""
    return guess_script("".join(_first_texts(issue)))


def _first_texts(issue: Issue) -> Iterable[str]:
    left = GUESS_CHARACTERS
    for article in issue.articles:
        for part in article.parts:
            if left <= 0:
                return
            yield part.text[:left]
            left -= len(part.text)
