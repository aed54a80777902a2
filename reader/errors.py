"""Every error that a user can meet, in one tree.

    ReaderError
    ├── SourceError                 a file that cannot be opened as a newspaper
    │   ├── MissingSourceError      no such file or folder
    │   ├── UnreadableSourceError   the system would not let it be read
    │   ├── EmptySourceError        nothing but blanks in it
    │   ├── NotTextError            no text: a picture, a program, an unknown format
    │   ├── BrokenSourceError       a known format, but damaged, unsafe or not whole
    │   └── EncodingError           the bytes do not fit the encoding that was asked for
    ├── ArticleNotFoundError        the issue has no such article
    ├── QueryError                  a search that cannot be understood
    ├── CorrectionsError            corrections that cannot be kept
    ├── SettingsError               settings that cannot be written
    ├── StateError                  places and marks that cannot be kept
    ├── ExportError                 articles that cannot be written to a file
    │   └── ExistingFileError       a file of that name is there already
    └── ConversionError             the script converter is not there

Each message is one line for a person, in the reader's language: what is wrong with which file, and what to do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.languages import Sentence


class ReaderError(Exception):
    """Base of all errors that dubao reports in one line."""


class SourceError(ReaderError):
    """A file or folder that cannot be opened as a newspaper.

    Args:
        source: The path as the user gave it, or "-".
        message: What is wrong and what to do; a sentence where it may stand in a Note.
    """

    def __init__(self, source: str, message: str | Sentence) -> None:
        self.source = source
        self.message = message
        super().__init__(source, message)

    def __str__(self) -> str:
        return f"{self.source}: {self.message}"

    @property
    def english(self) -> str:
        """The message in English, whatever the reader speaks."""
        return f"{self.source}: {self.message if isinstance(self.message, str) else self.message.english}"


class MissingSourceError(SourceError):
    """There is no such file or folder."""


class UnreadableSourceError(SourceError):
    """The system refused to read it."""


class EmptySourceError(SourceError):
    """There is nothing but blanks in it."""


class NotTextError(SourceError):
    """The bytes are no text and no format that dubao knows."""


class BrokenSourceError(SourceError):
    """A format that dubao knows, but the file is damaged, unsafe or lacks what it needs."""


class EncodingError(SourceError):
    """The bytes do not fit the encoding that was asked for."""


class ArticleNotFoundError(ReaderError):
    """The issue has no such article."""


class QueryError(ReaderError):
    """A search that cannot be understood."""


class CorrectionsError(ReaderError):
    """The corrections of an issue can be written nowhere."""


class SettingsError(ReaderError):
    """Settings or themes could not be written."""


class StateError(ReaderError):
    """Places, marks or notes could not be kept, read or forgotten."""


class ExportError(ReaderError):
    """Articles cannot be written in that form or to that place."""


class ExistingFileError(ExportError):
    """There is a file of that name already, and nobody has said that it may go."""


class ConversionError(ReaderError):
    """The script converter is not installed or does not know the standard."""
