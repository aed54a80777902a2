"""The command line: arguments in, text and exit codes out.

Exit codes are those of grep: 0 done or found, 1 nothing found, 2 an error. An error is one line on standard error.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Final, NoReturn

import click

from reader.cli.commands import program
from reader.cli.spoken import speaking
from reader.cli.terminal import prepare_streams, report
from reader.errors import ReaderError
from reader.languages import say

__all__ = ["main", "program"]

# Loaded when they are asked for: whoever opens an issue waits for none of them.
program.later.update(
    {
        "check": "reader.cli.issue_commands:check_command",
        "cite": "reader.cli.cite:cite_command",
        "config": "reader.cli.settings_commands:config_command",
        "convert": "reader.cli.archive_commands:convert_command",
        "export": "reader.cli.export:export_command",
        "forget": "reader.cli.shelf_commands:forget_command",
        "formats": "reader.cli.archive_commands:formats_command",
        "keys": "reader.cli.settings_commands:keys_command",
        "list": "reader.cli.issue_commands:list_command",
        "notes": "reader.cli.annotations:notes_command",
        "search": "reader.cli.issue_commands:search_command",
        "shelf": "reader.cli.shelf_commands:shelf_command",
        "show": "reader.cli.issue_commands:show_command",
        "themes": "reader.cli.settings_commands:themes_command",
    }
)

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
