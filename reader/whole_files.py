"""Files that are complete or as they were, whatever happens meanwhile."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def write_beside(place: Path, data: bytes, mode: int | None = None) -> Iterator[Path]:
    """A temporary file on the disk beside a place, to be put there at once; where it is not, it is removed.

    Args:
        place: Where the file shall be; its folder has to be there.
        data: What it shall hold.
        mode: Its permissions; those that new files get where None.

    Raises:
        OSError: It cannot be written.
    """
    # A short name of its own: the place's may be as long as the system takes.
    temporary = place.with_name(f".dubao-{os.urandom(6).hex()}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(mode)
        yield temporary
    finally:
        # After Ctrl+C too.
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def replace_file(place: Path, data: bytes, mode: int | None = None) -> None:
    """Put a file in place of another at once, or where there is none.

    Args:
        place: Where; its folder has to be there.
        data: What it shall hold.
        mode: As for `write_beside`.

    Raises:
        OSError: It cannot be written; the file is as it was.
    """
    with write_beside(place, data, mode) as temporary:
        temporary.replace(place)
