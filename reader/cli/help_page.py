"""Help pages whose lines end where Chinese lines may end: click's own counts characters, and breaks at blanks alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final
from unicodedata import east_asian_width

import click

from reader.languages import say

_OPENING: Final = "（“《「"
_CLOSING: Final = "，。、；：！？）”》」…"
_HAN: Final = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f"
_PIECE: Final = re.compile(rf"\s+|[{_OPENING}]*(?:[^\s{_HAN}{_OPENING}{_CLOSING}]+|[{_HAN}])?[{_CLOSING}]*", re.VERBOSE)
"""A blank, a Latin word or one Han character, with the marks that must not be parted from it."""

AS_IT_IS: Final = "\b\n"
"""Begins a paragraph whose lines stay as they are, for click too."""


def count_cells(text: str) -> int:
    """Cells that a text takes on one row; the setting of articles counts better, but is much to load for help."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def wrap(text: str, cells: int) -> Iterator[str]:
    """The lines of a paragraph, none longer than so many cells unless a single word is."""
    line, room = "", cells
    for piece in _PIECE.findall(text):
        width = count_cells(piece)
        if width > room and line:
            yield line.rstrip()
            line, room = "", cells
        if line or not piece.isspace():
            line += piece
            room -= width
    if line:
        yield line.rstrip()


class HelpPage(click.HelpFormatter):
    """What click writes, set in cells."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """How the command is called."""
        super().write_usage(prog, args, say("Usage: ") if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """The heading of a list."""
        self.write(f"{' ' * self.current_indent}{say('{heading}:', heading=heading)}\n")

    def write_text(self, text: str) -> None:
        """Paragraphs, a blank line between them."""
        indent = " " * self.current_indent
        for number, paragraph in enumerate(text.split("\n\n")):
            if number:
                self.write("\n")
            if paragraph.startswith(AS_IT_IS):
                lines: Iterable[str] = paragraph.removeprefix(AS_IT_IS).splitlines()
            else:
                lines = wrap(" ".join(paragraph.split()), self.width - self.current_indent)
            for line in lines:
                self.write(f"{indent}{line}\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Terms with their explanations beside them, or below where the term is long."""
        rows = list(rows)
        column = min(max(count_cells(term) for term, _ in rows), col_max) + col_spacing
        for term, explanation in rows:
            lines = list(wrap(explanation, max(self.width - self.current_indent - column, 10))) or [""]
            beside = count_cells(term) <= column - col_spacing
            first = term + " " * (column - count_cells(term)) + lines.pop(0) if beside else term
            for line in (first, *(" " * column + line for line in lines)):
                self.write(f"{' ' * self.current_indent}{line}".rstrip() + "\n")
