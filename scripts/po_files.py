"""Catalogues of translations: gettext's text form (.po) read and written, its binary form (.mo) written.

The text form is the part of it that this project writes: no contexts, no obsolete entries, one plural form.
"""

from __future__ import annotations

import ast
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_MAGIC: Final = 0x950412DE
_HEAD_SIZE: Final = 28
"""Bytes before the tables: seven numbers of four bytes (GNU gettext, "The Format of GNU MO Files")."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One message and its translation."""

    message: str
    plural: str | None = None
    """The English for more than one, where the message is by number."""
    translation: str = ""
    files: tuple[str, ...] = ()
    """Where the message stands in the code."""
    flags: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str | None]:
        """What tells it from other entries."""
        return self.message, self.plural


def read_catalogue(path: Path) -> tuple[Entry, ...]:
    """The entries of a .po file without its head; none where there is no such file."""
    if not path.exists():
        return ()
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    return tuple(entry for block in blocks if (entry := _parse_entry(block)).message)


def write_catalogue(path: Path, language: str, entries: Iterable[Entry]) -> None:
    """Write a .po file, head first."""
    blocks = [_format_entry(Entry("", translation=_make_head(language))), *map(_format_entry, entries)]
    path.write_text("\n".join(blocks), encoding="utf-8", newline="\n")


def compile_catalogue(language: str, entries: Iterable[Entry]) -> bytes:
    """The .mo file of those entries that are translated."""
    texts = {"": _make_head(language)}
    for entry in entries:
        if entry.translation:
            texts[entry.message + ("" if entry.plural is None else f"\0{entry.plural}")] = entry.translation
    pairs = sorted((key.encode("utf-8"), value.encode("utf-8")) for key, value in texts.items())
    keys_table = _HEAD_SIZE
    values_table = keys_table + 8 * len(pairs)
    offset = values_table + 8 * len(pairs)
    tables = b""
    for column in zip(*pairs, strict=True):
        for text in column:
            tables += struct.pack("<2I", len(text), offset)
            offset += len(text) + 1
    head = struct.pack("<7I", _MAGIC, 0, len(pairs), keys_table, values_table, 0, 0)
    return head + tables + b"".join(text + b"\0" for column in zip(*pairs, strict=True) for text in column)


def _make_head(language: str) -> str:
    return (
        "Project-Id-Version: dubao\n"
        f"Language: {language}\n"
        "MIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: 8bit\n"
        "Plural-Forms: nplurals=1; plural=0;\n"
    )


def _parse_entry(block: str) -> Entry:
    files: list[str] = []
    flags: list[str] = []
    texts: dict[str, str] = {}
    name = ""
    for line in block.splitlines():
        if line.startswith("#:"):
            files += line[2:].split()
        elif line.startswith("#,"):
            flags += (flag.strip() for flag in line[2:].split(","))
        elif line and not line.startswith("#"):
            if not line.startswith('"'):
                name, _, line = line.partition(" ")
                # Of what a merge has put there twice, the last counts.
                texts[name] = ""
            # Strings are quoted as in C, of which Python's quoting is a part.
            texts[name] = texts.get(name, "") + ast.literal_eval(line)
    translation = texts.get("msgstr", "") + texts.get("msgstr[0]", "")
    return Entry(texts.get("msgid", ""), texts.get("msgid_plural"), translation, tuple(files), tuple(flags))


def _format_entry(entry: Entry) -> str:
    lines = [f"#: {file}" for file in entry.files]
    if entry.flags:
        lines.append(f"#, {', '.join(entry.flags)}")
    lines.append(f"msgid {_quote(entry.message)}")
    if entry.plural is not None:
        lines.append(f"msgid_plural {_quote(entry.plural)}")
    lines.append(f"msgstr{'' if entry.plural is None else '[0]'} {_quote(entry.translation)}")
    return "\n".join(lines) + "\n"


def _quote(text: str) -> str:
    def quote_line(line: str) -> str:
        escaped = (
            line.replace("\\", "\\\\")
            .replace('"', '\\"')
            .replace("\n", "\\n")
            .replace("\t", "\\t")
            .replace("\b", "\\b")
        )
        return f'"{escaped}"'

    lines = text.splitlines(keepends=True)
    return quote_line(text) if len(lines) < 2 else "\n".join(['""', *map(quote_line, lines)])
