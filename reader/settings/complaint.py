"""What is told of a wrong entry: apart from the parser, which only who has a file needs."""

from __future__ import annotations

from dataclasses import dataclass

from reader.config_file import FILE_NAME
from reader.languages import say

KEYS = "keys"
"""The table of the commands' keys."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing that is wrong, in a sentence."""

    message: str
    line: int | None = None
    """Counted from 1; None where none can be named."""
    file: str = FILE_NAME
    """The file's name; "" where the fault is in none."""

    def __str__(self) -> str:
        """The sentence, with its file and line."""
        if self.line is not None:
            return say("{file}, line {line}: {message}", file=self.file, line=self.line, message=self.message)
        return f"{self.file}: {self.message}" if self.file else self.message
