"""What a file that is no plain text seems to be, by its first bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reader.languages import message

HEAD_BYTES: Final = 4096
"""How much of a file's beginning detection looks at."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A kind of file, told by how it begins."""

    name: str
    """For a person, to be translated: "a PDF", "a PNG picture"."""
    advice: str
    """What to do with it, as the end of a sentence; to be translated."""


_AS_TEXT: Final = message("extract its text to a .txt file and open that")
_TRANSCRIBE: Final = message("run text recognition on it and open the text")
_UNPACK: Final = message("unpack it and open what is inside")
_TEXT_ONLY: Final = message("name the page's text file instead")

_PDF: Final = Signature(message("a PDF"), _AS_TEXT)
_OFFICE: Final = Signature(message("an old Office document"), message("save it as plain text and open that"))
_TIFF: Final = Signature(message("a TIFF picture"), _TRANSCRIBE)
_PROGRAM: Final = Signature(message("a program"), _TEXT_ONLY)

_MAGIC: Final[tuple[tuple[bytes, Signature], ...]] = (
    (b"%PDF-", _PDF),
    (b"PK\x03\x04", Signature(message("a ZIP archive or an Office document"), _UNPACK)),
    (b"PK\x05\x06", Signature(message("an empty ZIP archive"), _UNPACK)),
    (b"\x1f\x8b", Signature(message("a gzip archive"), _UNPACK)),
    (b"BZh", Signature(message("a bzip2 archive"), _UNPACK)),
    (b"\xfd7zXZ\x00", Signature(message("an xz archive"), _UNPACK)),
    (b"7z\xbc\xaf\x27\x1c", Signature(message("a 7-Zip archive"), _UNPACK)),
    (b"Rar!\x1a\x07", Signature(message("a RAR archive"), _UNPACK)),
    (b"\x28\xb5\x2f\xfd", Signature(message("a Zstandard archive"), _UNPACK)),
    (b"\x89PNG\r\n\x1a\n", Signature(message("a PNG picture"), _TRANSCRIBE)),
    (b"\xff\xd8\xff", Signature(message("a JPEG picture"), _TRANSCRIBE)),
    (b"GIF87a", Signature(message("a GIF picture"), _TRANSCRIBE)),
    (b"GIF89a", Signature(message("a GIF picture"), _TRANSCRIBE)),
    (b"II*\x00", _TIFF),
    (b"MM\x00*", _TIFF),
    (b"\x00\x00\x00\x0cjP  \r\n\x87\n", Signature(message("a JPEG 2000 picture"), _TRANSCRIBE)),
    (b"AT&TFORM", Signature(message("a DjVu document"), _AS_TEXT)),
    (b"\x7fELF", _PROGRAM),
    (b"\xcf\xfa\xed\xfe", _PROGRAM),
    (b"\xca\xfe\xba\xbe", _PROGRAM),
    (b"MZ\x90\x00", _PROGRAM),
    (b"SQLite format 3\x00", Signature(message("an SQLite database"), _TEXT_ONLY)),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OFFICE),
    (b"{\\rtf", Signature(message("an RTF document"), message("save it as plain text and open that"))),
    (b"ID3", Signature(message("an MP3 recording"), _TEXT_ONLY)),
    (b"OggS", Signature(message("an Ogg recording"), _TEXT_ONLY)),
)

_MARKUP: Final[tuple[tuple[bytes, Signature], ...]] = (
    (b"<?xml", Signature(message("XML"), _AS_TEXT)),
    (b"<!doctype html", Signature(message("an HTML page"), _AS_TEXT)),
    (b"<html", Signature(message("an HTML page"), _AS_TEXT)),
    (b"<mets", Signature(message("a METS file"), _AS_TEXT)),
    (b"<alto", Signature(message("an ALTO file"), _AS_TEXT)),
)
"""Markup is text, but not the newspaper's: it would be shown as its tags."""


def find_signature(head: bytes) -> Signature | None:
    """What the beginning of a file says that it is; None when it may be plain text.

    Args:
        head: The first bytes, at most `HEAD_BYTES` of which are looked at.
    """
    for magic, signature in _MAGIC:
        if head.startswith(magic):
            return signature
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return Signature(message("a WebP picture"), _TRANSCRIBE)
    if head[4:8] == b"ftyp":
        return Signature(message("a film or a HEIF picture"), _TRANSCRIBE)
    markup = head[:HEAD_BYTES].removeprefix(b"\xef\xbb\xbf").lstrip()[:32].lower()
    return next((signature for tag, signature in _MARKUP if markup.startswith(tag)), None)
