"""The arguments of the commands about settings, keys and colours."""

from __future__ import annotations

import sys

import click

from reader.cli.options import json_option
from reader.cli.spoken import SpokenCommand, option
from reader.cli.terminal import report, write
from reader.languages import message, say


@click.command("config", cls=SpokenCommand, short_help=message("Tell what is set, and where that comes from."))
@option("--init", "begin", is_flag=True, help=message("Write the file of settings, explained, with nothing changed."))
@option("--force", is_flag=True, help=message("With --init, in place of a file that is there."))
@option("--check", is_flag=True, help=message("Only tell what is wrong with it; exit code 1 if anything is."))
@json_option
def config_command(begin: bool, force: bool, check: bool, as_json: bool) -> None:
    """Tell where the file of settings is, what is in force, and where each value comes from.

    The command line goes before the environment, and that before the file. What is wrong in the file is told on
    standard error, and the rest of it applies.
    """
    from reader.cli.settings import (
        ask_nobody,
        begin_config,
        describe_config,
        find_faults,
        format_config,
    )
    from reader.config_file import find_config_file
    from reader.settings import read_settings

    if begin:
        path = find_config_file()

        def ask(question: str) -> bool:
            return force or (click.confirm(question, err=True) if sys.stdin.isatty() else ask_nobody(question))

        if not begin_config(path, ask):
            raise click.exceptions.Exit(1)
        write([str(path)])
        return
    settings = read_settings()
    complaints = find_faults(settings)
    if as_json:
        from reader.export.json import format_json

        write([format_json(describe_config(settings, complaints))])
    elif check:
        write(map(str, complaints))
        if not complaints:
            write(
                [
                    say("All is well.")
                    if settings.path and settings.path.exists()
                    else say("There is no file of settings.")
                ]
            )
    else:
        write(format_config(settings))
        for complaint in complaints:
            report(str(complaint))
    raise click.exceptions.Exit(1 if check and complaints else 0)


@click.command("keys", cls=SpokenCommand, short_help=message("List all commands with their keys."))
@json_option
def keys_command(as_json: bool) -> None:
    """List all commands by the names that they have under [keys] in the file of settings, with their keys."""
    from reader.cli.settings import describe_keys, find_keys, format_keys
    from reader.settings import read_settings

    settings = read_settings()
    keymap, complaints = find_keys(settings)
    for complaint in complaints:
        report(str(complaint))
    if as_json:
        from reader.export.json import format_json

        write([format_json(describe_keys(settings, keymap))])
    else:
        write(format_keys(keymap))


@click.command("themes", cls=SpokenCommand, short_help=message("List the colours to choose from, or begin your own."))
@option("--init", "name", metavar=message("NAME"), help=message("Begin a theme of your own: a file to be changed."))
@option("--light", is_flag=True, help=message("With --init, with the colours of paper-light, not of paper-dark."))
@option("--force", is_flag=True, help=message("With --init, in place of a file that is there."))
@json_option
def themes_command(name: str | None, light: bool, force: bool, as_json: bool) -> None:
    """List the themes: dark or light, the contrast of text with its paper, and where each is from.

    The one that the settings name has a star. What is wrong in your own files is told on standard error.
    """
    from reader.app.theme_files import begin_theme, read_themes

    if name is not None:
        write([str(begin_theme(name, dark=not light, overwrite=force))])
        return
    from reader.cli.themes import describe_themes, format_themes
    from reader.settings import read_settings

    for complaint in read_themes()[1]:
        report(str(complaint))
    if as_json:
        from reader.export.json import format_json

        write([format_json(describe_themes())])
    else:
        write(format_themes(read_settings()))
