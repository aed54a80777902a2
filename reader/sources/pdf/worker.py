"""The worker process: a PDF in, its pages out as JSON, one message a page.

PDFium is not thread-safe, and a damaged file can bring native code down or keep it busy for ever. Here that ends this
process and no other. What comes back is plain text in JSON, never pickled objects.

A message is a length (8 bytes, big-endian) and so many bytes. The request is a message of JSON and one of the file;
the answers are messages of JSON, the last of which has the key "end" or "error".
"""

from __future__ import annotations

import json
import struct
import sys
from collections.abc import Iterable, Sequence
from typing import Any, BinaryIO, Final

from reader.sources.pdf.edges import part_outside
from reader.sources.pdf.glyphs import Glyph, Rectangle, Sheet, is_unreadable
from reader.sources.pdf.lines import PrintedLine, build_lines
from reader.sources.pdf.shadows import part_shadows

_LENGTH: Final = struct.Struct(">Q")


def write_message(stream: BinaryIO, data: bytes) -> None:
    """Send one message."""
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def read_message(stream: BinaryIO, limit: int) -> bytes | None:
    """The next message; None at the end, or where no message of at most `limit` bytes comes."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > limit:
        return None
    data = stream.read(length)
    return data if len(data) == length else None


def describe_sheet(sheet: Sheet) -> dict[str, Any]:
    """A page as the worker sends it: lines of text, of shadows and beyond the edge, rules, frames, pictures."""
    inside = [glyph for glyph in sheet.glyphs if _is_inside(glyph, sheet)]
    outside = (
        [glyph for glyph in sheet.glyphs if not _is_inside(glyph, sheet)] if len(inside) < len(sheet.glyphs) else []
    )
    kept, shadows = part_shadows(inside)
    printed = [glyph for glyph in kept if not glyph.text.isspace()]
    lines = build_lines(kept)
    cut, beyond = part_outside(lines, build_lines(outside), sheet.width, sheet.height) if outside else ((), ())
    return {
        "size": [sheet.width, sheet.height],
        "characters": len(printed),
        "unreadable": sum(is_unreadable(glyph.text) for glyph in printed),
        "text": _describe_lines([*lines, *cut]),
        "duplicate": _describe_lines(build_lines(shadows)),
        "outside": _describe_lines(beyond),
        "rules": _describe_boxes(sheet.rules),
        "frames": _describe_boxes(sheet.frames),
        "pictures": _describe_boxes(sheet.pictures),
    }


def _is_inside(glyph: Glyph, sheet: Sheet) -> bool:
    x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
    return 0 <= x <= sheet.width and 0 <= y <= sheet.height


def _describe_lines(lines: Sequence[PrintedLine]) -> list[list[Any]]:
    return [
        [line.text, *_describe_box(line.box), round(line.size, 2), int(line.bold), int(line.vertical)] for line in lines
    ]


def _describe_boxes(boxes: Iterable[Rectangle]) -> list[list[float]]:
    return [_describe_box(box) for box in boxes]


def _describe_box(box: Rectangle) -> list[float]:
    return [round(box.left, 2), round(box.top, 2), round(box.width, 2), round(box.height, 2)]


def _send(stream: BinaryIO, answer: dict[str, Any]) -> None:
    write_message(stream, json.dumps(answer, ensure_ascii=True).encode("ascii"))


def _serve(request: dict[str, Any], data: bytes, out: BinaryIO) -> None:
    """Answer one request."""
    # Only here and only in this process is PDFium loaded.
    try:
        from reader.sources.pdf.extraction import DamagedError, Document, EncryptedError
    except ImportError:
        _send(out, {"error": "unavailable"})
        return
    try:
        document = Document(data)
    except EncryptedError:
        _send(out, {"error": "encrypted"})
        return
    except DamagedError:
        _send(out, {"error": "damaged"})
        return
    try:
        _send(out, {"pages": document.pages, "title": document.read_title()})
        first, last = request["first"], min(request["last"] or document.pages, document.pages)
        for number in range(first, last + 1):
            try:
                answer = describe_sheet(document.read_sheet(number - 1))
            except DamagedError:
                answer = {"broken": True}
            _send(out, {"number": number, **answer})
        _send(out, {"end": True})
    finally:
        document.close()


def main() -> None:
    """Serve requests from standard input until it ends."""
    source, out = sys.stdin.buffer, sys.stdout.buffer
    while True:
        head = read_message(source, sys.maxsize)
        data = read_message(source, sys.maxsize) if head is not None else None
        if head is None or data is None:
            return
        _serve(json.loads(head), data, out)
