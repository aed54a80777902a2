"""The command line: arguments in, text and exit codes out.

Exit codes are those of grep: 0 done or found, 1 nothing found, 2 an error. An error is one line on standard error.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Final, NoReturn

import click

from reader.cli.annotations import notes_command
from reader.cli.archive_commands import program
from reader.cli.cite import cite_command
from reader.cli.export import export_command
from reader.cli.settings_commands import config_command, keys_command, themes_command
from reader.cli.spoken import speaking
from reader.cli.terminal import prepare_streams, report
from reader.errors import ReaderError
from reader.languages import say

program.add_command(cite_command)
program.add_command(export_command)
program.add_command(notes_command)
program.add_command(config_command)
program.add_command(keys_command)
program.add_command(themes_command)

FAILED: Final = 2
INTERRUPTED: Final = 130
"""128 and the number of SIGINT, as shells have it."""


def main(args: Sequence[str] | None = None, prog_name: str = "dubao") -> NoReturn:
    """Run the program and leave with its exit code.

    Args:
        args: The arguments; those of the process where None.
        prog_name: The name that help and completion use.
    """
    prepare_streams()
    sys.exit(_run(args, prog_name))


def _run(args: Sequence[str] | None, prog_name: str) -> int:
    try:
        code = program.main(args=args, prog_name=prog_name, standalone_mode=False)
        return int(code or 0)
    except click.ClickException as error:
        with speaking():
            report(say("{error} (dubao --help)", error=error.format_message()))
    except ReaderError as error:
        report(str(error))
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    return FAILED
