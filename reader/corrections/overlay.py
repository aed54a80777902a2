"""The file of corrections `NAME.dubao.toml`: text to values and back.

[[correction]]
do = "recast"
page = "01"
at = "图为新桥通车当日"
through = { words = "何田 摄", nth = 2, below = "图为新桥" }
role = "caption"

A line is known by the words with which it begins. What cannot be understood is a Note, has no effect, and stays in the
file as it is; so do comments and the order of the entries.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from reader.corrections.history import Corrections, Entry
from reader.corrections.values import (
    Anchor,
    Break,
    Correction,
    GiveHeading,
    Join,
    Merge,
    Move,
    Recast,
    Role,
    Split,
    find_role,
)
from reader.hanzi.harmless import make_harmless
from reader.languages import Sentence, sentence
from reader.model import FurnitureKind, Note, PartKind

SUFFIX: Final = ".dubao.toml"
"""How the name of a file of corrections ends."""

WRONG: Final = "correction-wrong"
"""Code of the Note for an entry that cannot be understood."""

HEADER: Final = """\
# dubao 读报：手工更正 · corrections made by hand
# 每条更正以所在版（page）和该行开头的字（at）认行；可以手改，可以删去。原文件不变。
# Each one knows its line by the page and by the words with which the line begins. They may be edited, reordered or
# deleted here; the newspaper's own files stay as they are.
"""
"""What stands at the top of a new file."""

_TABLE: Final = re.compile(r"^[ \t]*\[")
"""The header of a table: here an entry begins."""

_OURS: Final = re.compile(r"^[ \t]*\[\[[ \t]*correction[ \t]*\]\]")

_NAMES: Final[Mapping[type, str]] = {
    Split: "split",
    Merge: "merge",
    Move: "move",
    GiveHeading: "give-heading",
    Recast: "recast",
    Break: "break",
    Join: "join",
}

_KEYS: Final[Mapping[str, tuple[frozenset[str], frozenset[str]]]] = {
    "split": (frozenset({"at"}), frozenset()),
    "merge": (frozenset({"at"}), frozenset({"into"})),
    "move": (frozenset({"at"}), frozenset({"through", "to", "after", "role"})),
    "give-heading": (frozenset({"at", "to"}), frozenset({"through"})),
    "recast": (frozenset({"at", "role"}), frozenset({"through"})),
    "break": (frozenset({"at"}), frozenset()),
    "join": (frozenset({"at"}), frozenset()),
}
"""The keys that each correction must and may have, besides `do` and `page`."""

_ANCHOR_KEYS: Final = frozenset({"words", "page", "nth", "below"})


@dataclass(frozen=True, slots=True)
class Overlay:
    """What a file of corrections holds."""

    corrections: Corrections = field(default_factory=Corrections)
    notes: tuple[Note, ...] = ()
    """One for each entry that is wrong."""


class _Wrong(Exception):  # noqa: N818 - it never leaves this module
    """An entry that cannot be understood."""

    def __init__(self, why: Sentence) -> None:
        super().__init__(why.english)
        self.sentence = why


def parse_overlay(text: str, name: str = "*" + SUFFIX) -> Overlay:
    """Understand a file of corrections.

    Args:
        text: What is in it.
        name: The file's name, for the notes.

    Returns:
        The corrections in their order, with a Note for each entry that is wrong; the others apply. `format_overlay`
        gives back every entry as it was written.
    """
    blocks = _cut_blocks(text)
    entries: list[Entry] = []
    notes: list[Note] = []
    preamble = blocks[0][1] if blocks else ""
    # Before the first table there can only be comments.
    if error := _find_error(preamble):
        notes.append(_note(name, 1, error))
    for line, block in blocks[1:]:
        try:
            entries.append(Entry(_parse_block(block), block))
        except _Wrong as wrong:
            entries.append(Entry(None, block))
            notes.append(_note(name, line, wrong.sentence))
    return Overlay(Corrections(tuple(entries), preamble=preamble), tuple(notes))


def format_overlay(corrections: Corrections) -> str:
    """The text of a file of corrections: what was read as it was, what is new at its place; ends with a line feed."""
    blocks = [corrections.preamble.rstrip("\n") or HEADER.rstrip("\n")]
    for entry in corrections.entries:
        if entry.text:
            blocks.append(entry.text.rstrip("\n"))
        elif entry.correction is not None:
            blocks.append(format_correction(entry.correction))
    return "\n\n".join(block for block in blocks if block) + "\n"


def format_correction(correction: Correction) -> str:
    """One `[[correction]]` table, without a final line feed."""
    page = correction.at.page
    lines = ["[[correction]]", f'do = "{_NAMES[type(correction)]}"', f"page = {_quote(page)}"]
    for key in ("at", "through", "to", "after", "into", "role"):
        value = getattr(correction, key, None)
        if isinstance(value, Anchor):
            lines.append(f"{key} = {_format_anchor(value, page)}")
        elif isinstance(value, PartKind | FurnitureKind):
            lines.append(f"{key} = {_quote(value.value)}")
    return "\n".join(lines)


def _format_anchor(anchor: Anchor, page: str) -> str:
    if anchor == Anchor(page, anchor.words):
        return _quote(anchor.words)
    fields = [f"words = {_quote(anchor.words)}"]
    if anchor.page != page:
        fields.append(f"page = {_quote(anchor.page)}")
    if anchor.nth != 1:
        fields.append(f"nth = {anchor.nth}")
    if anchor.below:
        fields.append(f"below = {_quote(anchor.below)}")
    return "{ " + ", ".join(fields) + " }"


def _quote(text: str) -> str:
    """A basic string of TOML."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(ch if ch.isprintable() or ch == "\u3000" else _escape(ch) for ch in escaped) + '"'


def _escape(character: str) -> str:
    if "\ud800" <= character <= "\udfff":
        # No string of TOML can hold half a surrogate pair.
        return "\ufffd"
    return f"\\U{ord(character):08X}"


def _cut_blocks(text: str) -> list[tuple[int, str]]:
    """The preamble, then every table with the comments above it: number of its header's line, text."""
    blocks: list[tuple[int, list[str]]] = [(1, [])]
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, 1):
        if _TABLE.match(line):
            comments = _take_comments(blocks[-1][1])
            if comments and len(blocks) == 1 and not "".join(blocks[0][1]).strip():
                # The only comments above the first table are the file's own.
                blocks[0] = (1, comments)
                comments = []
            blocks.append((number, [*comments, line]))
        else:
            blocks[-1][1].append(line)
    return [(number, "\n".join(lines).strip("\n")) for number, lines in blocks]


def _take_comments(lines: list[str]) -> list[str]:
    """Take the comments directly above a table's header off the table before: they speak of what follows."""
    first = len(lines)
    while first and lines[first - 1].lstrip().startswith("#"):
        first -= 1
    taken = lines[first:]
    del lines[first:]
    return taken


def _find_error(text: str) -> Sentence | None:
    # Only issues that have the file pay for its parser.
    import tomllib

    try:
        return sentence("what stands outside the tables has no meaning") if tomllib.loads(text) else None
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        return sentence("this is no TOML: {reason}", reason=_one_line(error))


def _parse_block(block: str) -> Correction:
    import tomllib

    header = next(line for line in block.split("\n") if _TABLE.match(line))
    if not _OURS.match(header):
        raise _Wrong(
            sentence("unknown table {table}; only [[correction]] is known", table=make_harmless(header.strip()))
        )
    try:
        # Each table alone: a slip in one leaves the others in force.
        [table] = tomllib.loads(block)["correction"]
    except (tomllib.TOMLDecodeError, RecursionError, ValueError, KeyError, TypeError) as error:
        raise _Wrong(sentence("this is no TOML: {reason}", reason=_one_line(error))) from error
    return _parse_table(table)


def _parse_table(table: Mapping[str, object]) -> Correction:
    do = table.get("do")
    if not isinstance(do, str) or do not in _KEYS:
        raise _Wrong(sentence("`{key}` must be one of {names}", key="do", names=tuple(_KEYS)))
    needed, allowed = _KEYS[do]
    if missing := sorted(needed - table.keys()):
        raise _Wrong(sentence("{task} needs `{key}`", task=do, key=missing[0]))
    if strange := sorted(table.keys() - needed - allowed - {"do", "page"}):
        raise _Wrong(sentence("{task} has no `{key}`", task=do, key=make_harmless(strange[0])))
    page = table.get("page")
    if not isinstance(page, str) or not page:
        raise _Wrong(sentence('`page` must be the page\'s label in quotes, such as "01"'))
    found = {key: _parse_anchor(key, table[key], page) for key in table.keys() - {"do", "page", "role"}}
    at, through, to, after = found["at"], found.get("through"), found.get("to"), found.get("after")
    if do == "split":
        return Split(at)
    if do == "merge":
        return Merge(at, found.get("into"))
    if do == "move":
        if to is not None and after is not None:
            raise _Wrong(sentence("either `to` or `after`, not both"))
        return Move(at, through, to, after, _parse_role(table["role"]) if "role" in table else None)
    if do == "give-heading":
        return GiveHeading(at, found["to"], through)
    if do == "recast":
        return Recast(at, _parse_role(table["role"]), through)
    return Break(at) if do == "break" else Join(at)


def _parse_anchor(key: str, value: object, page: str) -> Anchor:
    if isinstance(value, str):
        value = {"words": value}
    if not isinstance(value, dict) or not value.keys() <= _ANCHOR_KEYS:
        raise _Wrong(
            sentence(
                "`{key}` must be the words of a line, or a table of words, page, nth, below", key=make_harmless(key)
            )
        )
    words, own_page, nth, below = (
        value.get("words"),
        value.get("page", page),
        value.get("nth", 1),
        value.get("below", ""),
    )
    if not isinstance(words, str) or not words.strip():
        raise _Wrong(sentence("`{key}` must have the words with which the line begins", key=key))
    if not isinstance(own_page, str) or not isinstance(below, str):
        raise _Wrong(sentence("`page` and `below` of `{key}` must be text in quotes", key=key))
    if not isinstance(nth, int) or isinstance(nth, bool) or nth < 1:
        raise _Wrong(sentence("`nth` of `{key}` must be a number from 1", key=key))
    return Anchor(own_page, words, nth, below)


def _parse_role(value: object) -> Role:
    role = find_role(value) if isinstance(value, str) else None
    if role is None:
        names = tuple(kind.value for kinds in (PartKind, FurnitureKind) for kind in kinds)
        raise _Wrong(sentence("`{key}` must be one of {names}", key="role", names=names))
    return role


def _one_line(error: Exception) -> str:
    return make_harmless(" ".join(str(error).split())) or type(error).__name__


def _note(name: str, line: int, why: Sentence) -> Note:
    words = sentence("{name} line {line} is not used: {reason}", name=make_harmless(name), line=line, reason=why)
    return Note(WRONG, words)
