"""ZIP and tar archives of issues: unpacked into a folder of their own, within limits.

An archive that would leave its folder, or swell beyond all measure, is refused with a sentence; links and devices in it
are passed over.
"""

from __future__ import annotations

import lzma
import re
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath
from typing import IO, Final

from reader.errors import BrokenSourceError, EmptySourceError, SourceError
from reader.hanzi.harmless import make_harmless
from reader.languages import sentence
from reader.sources.encoding import decode

MOST_FILES: Final = 10_000
"""Files in an archive; an issue has some hundreds."""

MOST_BYTES: Final = 1 << 30
"""Bytes in all when unpacked; an issue without its pictures has some megabytes, with them some hundreds."""

HIGHEST_RATIO: Final = 200
"""Times that an archive may swell; text in XML shrinks to a twentieth at best."""

_FREE_BYTES: Final = 16 << 20
"""Below so many bytes no ratio does harm."""

_CHUNK: Final = 1 << 20

_UTF_8_FLAG: Final = 0x800
_ENCRYPTED_FLAG: Final = 0x1
"""Bits of a ZIP member's general purpose flag (APPNOTE 4.4.4)."""

_UNFIT: Final = re.compile(r'[<>:"|?*\x00-\x1f]')
"""Characters that some system does not allow in a name."""

_DRIVE: Final = re.compile(r"[A-Za-z]:")


def is_zip(path: PurePath, head: bytes) -> bool:
    """Whether a file is a ZIP archive, and neither an EPUB nor an Office document."""
    if not head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return False
    return b"mimetype" not in head[:64] and b"[Content_Types].xml" not in head[:128]


def is_tar(path: PurePath, head: bytes) -> bool:
    """Whether a file is a tar archive, compressed or not."""
    if head[257:262] == b"ustar":
        return True
    name = path.name.lower()
    compressed = head.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00"))
    return compressed and (".tar." in name or name.endswith((".tgz", ".tbz2", ".txz")))


def unpack(path: Path, name: str, folder: Path) -> None:
    """Unpack an archive into a folder.

    Args:
        path: The archive.
        name: The archive as the user knows it, for messages.
        folder: An empty folder.

    Raises:
        BrokenSourceError: It is damaged, encrypted, leaves its folder, or is beyond a limit.
        EmptySourceError: There is no file in it.
    """
    budget = _Budget(name, max(1, path.stat().st_size))
    try:
        if zipfile.is_zipfile(path):
            _unpack_zip(path, name, folder, budget)
        else:
            _unpack_tar(path, name, folder, budget)
    except SourceError:
        raise
    except (
        zipfile.BadZipFile,
        tarfile.TarError,
        zlib.error,
        lzma.LZMAError,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        UnicodeError,
    ) as error:
        reason = make_harmless(" ".join(str(error).split()))[:100] or type(error).__name__
        raise BrokenSourceError(
            name, sentence("this archive cannot be unpacked ({reason}); fetch it again", reason=reason)
        ) from error
    if not budget.files:
        raise EmptySourceError(name, sentence("there is no file in this archive"))


@dataclass(slots=True)
class _Budget:
    """What an archive has used of its limits."""

    name: str
    packed: int
    """Bytes of the archive itself."""
    files: int = 0
    size: int = 0

    def add_file(self) -> None:
        self.files += 1
        if self.files > MOST_FILES:
            raise BrokenSourceError(
                self.name,
                sentence(
                    "this archive holds more than {count:,} files; unpack the issue that you want",
                    count=MOST_FILES,
                ),
            )

    def add_bytes(self, count: int) -> None:
        self.size += count
        if self.size > MOST_BYTES:
            raise BrokenSourceError(
                self.name,
                sentence(
                    "this archive holds more than {size} MiB; unpack the issue that you want", size=MOST_BYTES >> 20
                ),
            )
        if self.size > _FREE_BYTES and self.size > HIGHEST_RATIO * self.packed:
            raise BrokenSourceError(
                self.name,
                sentence(
                    "this archive swells to more than {ratio} times its size and is not unpacked",
                    ratio=HIGHEST_RATIO,
                ),
            )


def _unpack_zip(path: Path, name: str, folder: Path, budget: _Budget) -> None:
    with zipfile.ZipFile(path) as archive:
        for member, place in _iter_zip(archive, name):
            if member.flag_bits & _ENCRYPTED_FLAG:
                raise BrokenSourceError(
                    name, sentence("this archive is encrypted; unpack it with its password and open the folder")
                )
            budget.add_file()
            with archive.open(member) as source:
                _write(source, folder / place, budget)


def _iter_zip(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[zipfile.ZipInfo, PurePosixPath]]:
    members = [member for member in archive.infolist() if not member.is_dir()]
    names = [member.filename for member in members]
    raw = [
        one.encode("cp437", "ignore") for one, m in zip(names, members, strict=True) if not m.flag_bits & _UTF_8_FLAG
    ]
    encoding = None
    if any(not one.isascii() for one in raw):
        # ZIP says that names without the flag are in code page 437; Chinese systems write their own.
        try:
            encoding = decode(b"\n".join(raw), source=name).encoding
        except SourceError:
            encoding = None
    for member in members:
        shown = member.filename
        if encoding and not member.flag_bits & _UTF_8_FLAG:
            shown = shown.encode("cp437", "replace").decode(encoding, "replace")
        # Symbolic links are marked in the upper half, where Unix wrote the archive.
        if (member.external_attr >> 16) & 0o170000 == 0o120000:
            continue
        if place := _find_place(shown, name):
            yield member, place


def _unpack_tar(path: Path, name: str, folder: Path, budget: _Budget) -> None:
    with tarfile.open(path, "r:*") as archive:
        for member in archive:
            if not member.isfile():
                continue
            place = _find_place(member.name, name)
            if place is None:
                continue
            budget.add_file()
            source = archive.extractfile(member)
            if source is not None:
                with source:
                    _write(source, folder / place, budget)


def _find_place(given: str, name: str) -> PurePosixPath | None:
    """Where a member goes below the folder; None for hidden files and what systems leave in archives.

    Raises:
        BrokenSourceError: It would go elsewhere.
    """
    parts = [part for part in given.replace("\\", "/").split("/") if part not in ("", ".")]
    if given.startswith(("/", "\\")) or _DRIVE.match(given) or ".." in parts or "\0" in given:
        shown = make_harmless(given)[:80]
        raise BrokenSourceError(
            name, sentence("this archive holds a path that leads out of it ({shown}) and is not unpacked", shown=shown)
        )
    if not parts or parts[0] == "__MACOSX" or any(part.startswith(".") for part in parts):
        return None
    return PurePosixPath(*(_UNFIT.sub("_", part).rstrip(" .")[:200] or "_" for part in parts))


def _write(source: IO[bytes], place: Path, budget: _Budget) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("wb") as target:
        while chunk := source.read(_CHUNK):
            budget.add_bytes(len(chunk))
            target.write(chunk)
