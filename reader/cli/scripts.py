"""`--script`: the names that it takes and what they do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from reader.errors import ConversionError
from reader.hanzi.script import STANDARDS, Script, choose_config, convert

if TYPE_CHECKING:
    from reader.export import Transform
    from reader.model import Issue

ORIGINAL: Final = "original"
TARGETS: Final = {"simplified": Script.SIMPLIFIED, "traditional": Script.TRADITIONAL}


def list_choices() -> Iterator[tuple[str, str]]:
    """Every name that `--script` takes, with what it means."""
    yield ORIGINAL, "原文"
    yield "simplified", "简体"
    yield "traditional", "繁體"
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
        raise ConversionError(f"--script {name}: 没有这种字体标准 · no such script; there are: {names}")
    if config is None:
        return None
    chosen = config
    # A converter that is not there is to be missed before anything is written.
    convert("", chosen)
    return lambda text: convert(text, chosen).text
