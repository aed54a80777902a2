"""On which line a TOML file has which key: the standard library's parser does not say."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Final

Path = tuple[str, ...]
"""The names from the file's top to an entry."""

_KEY: Final = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_STATEMENT: Final = re.compile(
    rf"[ \t]*(?:\[\[?[ \t]*(?P<table>{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*)|(?P<key>{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*)[ \t]*=)"
)
_VALUE: Final = re.compile(
    r'''"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|\#[^\n]*|[\[{]|[\]}]|\n|[^"'\#\[\]{}\n]+''',
    re.DOTALL,
)
_PLACE: Final = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")


def find_lines(text: str) -> Mapping[Path, int]:
    """The lines of all keys and tables of a file that is TOML, counted from 1; of several the first.

    What stands inside a value, such as a table in braces, has no line of its own.
    """
    lines: dict[Path, int] = {}
    table: Path = ()
    for line, statement in _find_statements(text):
        if statement["table"] is not None:
            table = _split(statement["table"])
            lines.setdefault(table, line)
        else:
            lines.setdefault((*table, *_split(statement["key"])), line)
    return lines


def find_error(error: tomllib.TOMLDecodeError) -> tuple[int | None, str]:
    """The line that a file ceases to be TOML on, None where it does so at its end; and why, in the parser's words."""
    found = _PLACE.search(str(error))
    return (int(found["line"]) if found and found["line"] else None), _PLACE.sub("", str(error))


def _find_statements(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    at, line = 0, 1
    while at < len(text):
        statement = _STATEMENT.match(text, at)
        if statement is not None:
            yield line, statement
            at = statement.start() if statement["table"] is not None else statement.end()
        depth = 0
        while at < len(text):
            token = _VALUE.match(text, at)
            piece = token[0] if token else text[at]
            at += len(piece)
            line += piece.count("\n")
            depth += (piece in ("[", "{")) - (piece in ("]", "}"))
            if piece == "\n" and depth <= 0:
                break


def _split(key: str) -> Path:
    names: list[str] = []
    value: object = tomllib.loads(f"{key} = 0")
    while isinstance(value, dict):
        [(name, value)] = value.items()
        names.append(name)
    return tuple(names)
