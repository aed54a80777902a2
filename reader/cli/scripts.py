"""`--script`: the names that it takes and what they do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from reader.errors import ConversionError
from reader.hanzi.script import STANDARDS, Script, choose_config, convert
from reader.languages import message, say

if TYPE_CHECKING:
    from reader.export import Transform
    from reader.model import Issue

ORIGINAL: Final = "original"
TARGETS: Final = {"simplified": Script.SIMPLIFIED, "traditional": Script.TRADITIONAL}


def list_choices() -> Iterator[tuple[str, str]]:
    """Every name that `--script` takes, with what it means, to be translated."""
    yield ORIGINAL, message("As printed")
    yield "simplified", message("Simplified")
    yield "traditional", message("Traditional")
    for standard in STANDARDS:
        yield standard.config, standard.name


def find_transform(name: str | None, issue: Issue) -> Transform | None:
    """What turns the issue's text into the script of that name; None where it stays as it is.

    Raises:
        ConversionError: Where no script has that name.
    """
    if name is None or name == ORIGINAL:
        return None
    config: str | None = name
    if name in TARGETS:
        from reader.app.script_view import issue_script

        config = choose_config(issue_script(issue), TARGETS[name])
    elif all(standard.config != name for standard in STANDARDS):
        names = " ".join(choice for choice, _ in list_choices())
        raise ConversionError(
            say("--script {name}: there is no such script; there are: {names}", name=name, names=names)
        )
    if config is None:
        return None
    chosen = config
    # A converter that is not there is to be missed before anything is written.
    convert("", chosen)
    return lambda text: convert(text, chosen).text
