"""Where corrections are kept: beside the issue, or else in the reader's data folder."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final

from reader.corrections.history import Corrections
from reader.corrections.overlay import HEADER, SUFFIX, WRONG, Overlay, format_overlay, parse_overlay
from reader.data_folder import find_data_folder
from reader.errors import CorrectionsError
from reader.hanzi.harmless import make_harmless
from reader.languages import say, sentence
from reader.model import Note
from reader.whole_files import replace_file

STANDARD_INPUT: Final = "-"
"""The path that stands for standard input: its corrections last as long as the program."""

LARGEST: Final = 16 << 20
"""Bytes; a hundred thousand corrections are smaller."""

_PACKAGE: Final = Path(__file__).parents[1]
_SHELVES: Final = (_PACKAGE / "sample_issues", _PACKAGE.parent / "sample_issues")
"""Folders of the newspapers that come with the program: they stay as they came."""

_HASH: Final = 16
"""Hexadecimal digits that tell two paths of the same name apart; a reader has far fewer than 2³² newspapers."""


def find_corrections_folder() -> Path:
    """The folder for the corrections of issues whose own folder cannot be written; it need not be there."""
    return find_data_folder() / "corrections"


def find_places(path: str | Path) -> tuple[Path, Path]:
    """Where the corrections of an issue may lie, whether they do or not.

    Args:
        path: The issue's file or folder.

    Returns:
        The place beside it, `page.dubao.toml` for `page.txt` and `0426/0426.dubao.toml` for the folder `0426`, and the
        one in the data folder, whose name has a hash of the issue's whole path.
    """
    # Only who looks for the file pays for it.
    from hashlib import sha256

    place = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
    folder = place.is_dir()
    name = (place.name if folder else place.stem) or "issue"
    whole = sha256(os.path.normcase(place).encode("utf-8", "surrogateescape")).hexdigest()
    beside = (place if folder else place.parent) / (name + SUFFIX)
    return beside, find_corrections_folder() / f"{name}-{whole[:_HASH]}{SUFFIX}"


def read_corrections(path: str | Path) -> Overlay:
    """The corrections that were kept for an issue.

    Args:
        path: The issue's file or folder, or "-".

    Returns:
        Them, with a Note for each entry that is wrong and for a file that cannot be read; none where none were kept.
    """
    if str(path) == STANDARD_INPUT:
        return Overlay()
    try:
        beside, away = find_places(path)
        # One in the data folder was written when the other could not be, and is the newer.
        found = next((place for place in (away, beside) if place.is_file()), None)
        if found is None:
            return Overlay()
        if found.stat().st_size > LARGEST:
            return Overlay(notes=(_note_unreadable(found, "it is too large"),))
        # What is no UTF-8 stays in the file as the bytes that it is.
        text = found.read_bytes().decode("utf-8", "surrogateescape")
    except (OSError, ValueError) as error:
        return Overlay(notes=(_note_unreadable(Path(path), _reason(error)),))
    return parse_overlay(text, found.name)


def write_corrections(path: str | Path, corrections: Corrections) -> Path | None:
    """Keep the corrections of an issue, in place of those kept before; the issue's own files stay as they are.

    The file is complete or as it was, whatever happens meanwhile. Where nothing is left to keep it is removed.

    Args:
        path: The issue's file or folder, or "-".
        corrections: All of them; what was undone is not kept.

    Returns:
        Where they are, or were: beside the issue, or in the data folder where that cannot be written; None for "-".

    Raises:
        CorrectionsError: They could be written in neither place; the message says why.
    """
    if str(path) == STANDARD_INPUT:
        return None
    beside, away = find_places(path)
    empty = not corrections.entries and corrections.preamble.strip() in ("", HEADER.strip())
    data = b"" if empty else format_overlay(corrections).encode("utf-8", "surrogateescape")
    try:
        if any(beside.is_relative_to(shelf) for shelf in _SHELVES):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        _replace(beside, data)
    except OSError:
        try:
            if empty and not beside.is_file():
                away.unlink(missing_ok=True)
                return away
            away.parent.mkdir(parents=True, exist_ok=True)
            # An empty file there hides the one beside the issue, which cannot be removed.
            _replace(away, data or HEADER.encode("utf-8"))
        except OSError as error:
            raise CorrectionsError(
                say(
                    "the corrections can be written neither beside {path} nor to {away}: {reason}",
                    path=make_harmless(str(path)),
                    away=make_harmless(str(away)),
                    reason=_reason(error),
                )
            ) from error
        return away
    with suppress(OSError):
        away.unlink(missing_ok=True)
    return beside


def _replace(place: Path, data: bytes) -> None:
    """Put a file in place of another at once; no data removes it."""
    if not data:
        place.unlink(missing_ok=True)
        return
    replace_file(place, data, _check_readable(place))


def _check_readable(place: Path) -> int | None:
    """The permissions of a file that may be replaced, having been read; None where there is none.

    Raises:
        OSError: It was never read: what is in it would be lost.
    """
    if not place.exists():
        return None
    status = place.stat()
    if status.st_size > LARGEST:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    with place.open("rb") as file:
        file.read(1)
    return stat.S_IMODE(status.st_mode)


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or type(error).__name__


def _note_unreadable(path: Path, reason: str) -> Note:
    name = make_harmless(path.name)
    return Note(WRONG, sentence("{name}: the file of corrections cannot be read: {reason}", name=name, reason=reason))
