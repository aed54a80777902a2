"""Files written whole or not at all, and never over another without leave."""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from reader.errors import ExistingFileError, ExportError
from reader.hanzi.harmless import make_harmless
from reader.languages import say
from reader.whole_files import replace_file, write_beside


def write_export(path: str | Path, data: bytes | str, overwrite: bool = False) -> Path:
    """Write a file; whatever happens meanwhile, it is complete or as it was.

    A link is followed. What is no regular file, such as a pipe or a device, is written to as it stands.

    Args:
        path: Where to; its folder has to be there.
        data: Text is written as UTF-8 with its line feeds as they are.
        overwrite: Whether a file that is there may be replaced; it keeps its permissions.

    Returns:
        The file that was written.

    Raises:
        ExistingFileError: There is one already, and `overwrite` is false.
        ExportError: It cannot be written; the message says why.
    """
    shown = make_harmless(str(path))
    content = data.encode("utf-8") if isinstance(data, str) else data
    try:
        mode = _find_mode(Path(path))
        if mode is not None and stat.S_ISDIR(mode):
            raise ExportError(say("{path}: this is a folder; name a file in it", path=shown))
        if mode is not None and not stat.S_ISREG(mode):
            with Path(path).open("wb") as stream:
                stream.write(content)
            return Path(path)
        place = Path(path).resolve()
        if mode is not None and not overwrite:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        if not place.parent.is_dir():
            raise ExportError(
                say("{path}: there is no folder {folder}", path=shown, folder=make_harmless(str(place.parent)))
            )
        if mode is not None:
            # A file that may not be written is not to be replaced either, though its folder would allow it.
            place.open("r+b").close()
        _write_whole(place, content, mode)
    except FileExistsError as error:
        raise ExistingFileError(say("{path}: there is such a file already", path=shown)) from error
    except (OSError, RuntimeError) as error:
        # A ring of links is a RuntimeError before Python 3.13.
        reason = getattr(error, "strerror", None) or str(error)
        raise ExportError(
            say("{path}: it cannot be written ({reason})", path=shown, reason=make_harmless(reason))
        ) from error
    except ValueError as error:
        # A NUL in the name.
        raise ExportError(say("{path}: this is no name of a file", path=shown)) from error
    return place


def _find_mode(place: Path) -> int | None:
    """The type and permissions of what is there; None where nothing is."""
    try:
        return place.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None


def _write_whole(place: Path, content: bytes, mode: int | None) -> None:
    """Write beside the place and put it there at once.

    Args:
        place: Where to.
        content: What to write.
        mode: That of the file to replace; None where there must not be one.

    Raises:
        FileExistsError: There is one that must not be.
    """
    if mode is not None:
        replace_file(place, content, stat.S_IMODE(mode))
        return
    with write_beside(place, content) as temporary:
        _put_new(temporary, place)


def _put_new(temporary: Path, place: Path) -> None:
    """Give a file its name, unless somebody has taken it meanwhile."""
    if sys.platform == "win32":
        # There, unlike elsewhere, it refuses to replace.
        temporary.rename(place)
        return
    try:
        os.link(temporary, place)
    except FileExistsError:
        raise
    except OSError:
        # FAT and some network drives know no links: the name is taken first, and then filled.
        place.open("xb").close()
        try:
            temporary.replace(place)
        except OSError:
            with suppress(OSError):
                place.unlink()
            raise
