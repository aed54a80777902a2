"""JSON from strangers: parsed, or a sentence; and values of the kind that was expected, or nothing."""

from __future__ import annotations

import json
from typing import Final

from reader.errors import BrokenSourceError, EmptySourceError
from reader.languages import sentence
from reader.sources.encoding import decode

JsonObject = dict[str, object]
"""An object as `json` reads it."""

_MARKS: Final = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")


def parse_json(data: bytes, name: str, *, encoding: str | None = None) -> object:
    """The value in a JSON file.

    Args:
        data: The whole file.
        name: The file as the user knows it, for messages.
        encoding: Its encoding, where the user knows better; RFC 8259 has UTF-8.

    Raises:
        EmptySourceError: There is nothing in it.
        BrokenSourceError: It is no JSON.
        SourceError: The bytes are no text.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise EmptySourceError(name, sentence("this file is empty; name a file that holds a page"))
    try:
        if encoding is None and not data.startswith(_MARKS):
            return json.loads(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    except (ValueError, RecursionError) as error:
        raise _say_broken(name, error) from error
    text = decode(data, encoding, source=name, markup=True).text
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _say_broken(name, error) from error


def _say_broken(name: str, error: Exception) -> BrokenSourceError:
    if isinstance(error, json.JSONDecodeError):
        return BrokenSourceError(
            name,
            sentence(
                "this JSON is damaged (line {line}: {reason}); write it again", line=error.lineno, reason=error.msg
            ),
        )
    return BrokenSourceError(name, sentence("this JSON is too deep or too large; write it again"))


def as_object(value: object) -> JsonObject:
    """An object; an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def as_list(value: object) -> list[object]:
    """A list; an empty one for anything else."""
    return value if isinstance(value, list) else []


def as_text(value: object) -> str | None:
    """A text that is not blank, or a whole number as text; None for anything else."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value) if abs(value) < 10**18 else None
    return value if isinstance(value, str) and value.strip() else None


def as_texts(value: object) -> list[str]:
    """The texts in a list, or one text alone."""
    values = value if isinstance(value, list) else [value]
    return [text for one in values if (text := as_text(one)) is not None]
