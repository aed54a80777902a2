"""Commands that show their help, and say what is wrong with their arguments, in the reader's language.

Help and metavars are marked by `message` where they are declared; a command's help is its function's docstring, which
`scripts/languages.py` finds by the decorator. What click itself says comes from the same catalogue, by gettext.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from inspect import cleandoc
from typing import Any, Final, TypeVar

import click

from reader.cli.help_page import HelpPage
from reader.languages import (
    LOCALE,
    Language,
    message,
    parse_language,
    say,
    set_language,
    spoken_language,
)

LANGUAGE_OPTION: Final = "--language"

_DOMAIN: Final = "dubao"

CLICK_WORDS: Final = (
    message("Options"),
    message("Commands"),
    message("env var: {var}"),
    message("default: {default}"),
    message("required"),
    message("No such option {name!r}."),
    message("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    message("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    message("Option {name!r} does not take a value."),
    message("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    message("Missing argument"),
    message("Missing option"),
    message("Invalid value: {message}"),
    message("Invalid value for {param_hint}: {message}"),
    message("{value!r} is not a valid {number_type}."),
    message("{value} is not in the range {range}."),
    message("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    message("Error: invalid input"),
)
"""What click says of itself where it is used here; other releases of it have some in other words, and speak English."""

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


@contextmanager
def speaking() -> Iterator[None]:
    """Let click speak the reader's language: it asks gettext for its words, and gettext asks the environment."""
    gettext.bindtextdomain(_DOMAIN, str(LOCALE))
    gettext.textdomain(_DOMAIN)
    before = os.environ.get("LANGUAGE")
    os.environ["LANGUAGE"] = spoken_language().value
    try:
        yield
    finally:
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before


class SpokenContext(click.Context):
    """Writes help in cells."""

    formatter_class = HelpPage


class SpokenOption(click.Option):
    """An option whose help and metavar are translated where they are shown."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Its row on the help page."""
        spoken = copy(self)
        spoken.help = say(self.help or "")
        return click.Option.get_help_record(spoken, ctx)

    def make_metavar(self, *args: Any, **kwargs: Any) -> str:
        """What stands for its value."""
        return say(super().make_metavar(*args, **kwargs))


class SpokenArgument(click.Argument):
    """An argument whose metavar is translated where it is shown."""

    def make_metavar(self, *args: Any, **kwargs: Any) -> str:
        """What stands for it in usage and errors."""
        return say(super().make_metavar(*args, **kwargs))


class SpokenCommand(click.Command):
    """A command whose help is translated where it is shown."""

    context_class = SpokenContext

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Read the arguments; this is where help is written, and most of what is wrong is said."""
        with speaking():
            return super().make_context(*args, **kwargs)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The help page."""
        spoken = copy(self)
        spoken.help = say(cleandoc(self.help or ""))
        spoken.epilog = say(self.epilog or "")
        spoken.options_metavar = say("[OPTIONS]")
        super(SpokenCommand, spoken).format_help(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that shows the help page; click makes it once, in the language of that moment."""
        made = super().get_help_option(ctx)
        if made is not None:
            made = copy(made)
            made.help = say("Show this help and leave.")
        return made

    def get_short_help_str(self, limit: int = 45) -> str:
        """Its row in the list of commands."""
        return say(self.short_help or "")


def option(*names: str, **settings: Any) -> Callable[[Decorated], Decorated]:
    """As `click.option`, its help and metavar to be translated."""
    return click.option(*names, cls=SpokenOption, **settings)


def argument(*names: str, **settings: Any) -> Callable[[Decorated], Decorated]:
    """As `click.argument`, its metavar to be translated."""
    return click.argument(*names, cls=SpokenArgument, **settings)


def take_language(words: list[str], *, resilient: bool = False) -> list[str]:
    """Speak the language that `--language` names, wherever it stands, and give back the other words.

    Args:
        words: The command line.
        resilient: Whether it is only being completed, and may lack what is not typed yet.

    Raises:
        click.UsageError: It names no language that dubao speaks.
    """
    end = words.index("--") if "--" in words else len(words)
    rest: list[str] = []
    asked = None
    waiting = iter(words[:end])
    for word in waiting:
        name, equals, value = word.partition("=")
        if name != LANGUAGE_OPTION:
            rest.append(word)
            continue
        asked = value if equals else next(waiting, "")
        if parse_language(asked) is None and not resilient:
            raise click.UsageError(
                say("{option} takes one of: {names}", option=LANGUAGE_OPTION, names=", ".join(Language))
            )
    if asked is not None and (language := parse_language(asked)):
        set_language(language)
    return rest + words[end:]
