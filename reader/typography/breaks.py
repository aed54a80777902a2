"""Where a line may break: a text is cut into atoms, and lines break only between atoms.

An atom is what may not be parted: opening marks with what they open, a word or number or dash or one Han character,
and the marks that may not stand at the head of a line (CLREQ §prohibition rules, §unbreakable marks; GB/T 15834—2011
5.1; UAX #14 where these are silent). The rules are one pattern over the letters of `classes`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from reader.typography.classes import Kinsoku, classify

# Every repetition is possessive: a rule never gives back what it took, so the time is linear in the text.
_MARKS: Final = "[MJ]*+"
_JOINED: Final = "(?:M|J[HAN]?)*+"
_BLANKS: Final = f"(?:B{_MARKS})*+"
_FLAG: Final = f"R{_MARKS}(?:R{_MARKS})?+"

CLUSTER: Final = re.compile(
    f"""(?x)
    [HANW]{_JOINED} | {_FLAG}
    | (?:D{{2}}|E{{2}}){_MARKS}     # half a dash is no dash, even where there is no room
    | .{_MARKS}
    """
)
"""The least that may stand on a line: a character with all that is drawn in its place."""

_WORD: Final = f"""(?:
    [IYS]{{0,2}}+[ANW]{_JOINED}                                      # .5  -5  'tis
    (?: (?:S?+[IYVGLoc]++P?+|S|P)?+[ANW]{_JOINED} | (?<=W)K(?=W)W{_JOINED} )*+
)"""
_DASHES: Final = f"(?:D{{3}}(?!D)|D{{2}}|D|T){_MARKS}"
_DOTS: Final = f"(?:E{{3}}(?!E)|E{{2}}|E){_MARKS}"
_CORE: Final = f"(?:{_WORD}|H{_JOINED}|{_FLAG}|{_DASHES}|{_DOTS}|[^BGLQ]{_MARKS})"

_OPENING: Final = f"[Oo]{_MARKS}{_BLANKS} | P{_MARKS}"
_TAIL: Final = f"""
    {_BLANKS}[CcKVE]{_MARKS}            # blanks do not save a mark from the head of a line
    | [IYS]{_MARKS} | B{_MARKS}{_BLANKS}I{_MARKS}(?![ANW])
"""
_GLUE: Final = f"{_BLANKS}L{_MARKS}{_BLANKS} | [GQ]{_MARKS}"
_RULES: Final[dict[Kinsoku, tuple[str, str, str]]] = {
    Kinsoku.NONE: (f"o{_MARKS} | P{_MARKS}", f"[cIYS]{_MARKS}", f"[GLQ]{_MARKS}"),
    Kinsoku.GB: (_OPENING, f"{_TAIL} | (?<!D)D(?!D){_MARKS}", _GLUE),
    Kinsoku.STRICT: (_OPENING, f"{_TAIL} | {_BLANKS}[DT]{_MARKS}", _GLUE),
}
"""What stays with the core after it, with the core before it, and with those on both sides."""


@cache
def find_atom_pattern(kinsoku: Kinsoku) -> re.Pattern[str]:
    """The pattern that, matched on the classes of a text at the start of an atom, ends where the atom ends."""
    opening, tail, glue = _RULES[kinsoku]
    segment = f"(?:{opening})*+{_CORE}?+(?:{tail})*+"
    return re.compile(f"(?x){segment}(?:(?:{glue}){segment}|(?<=Y)(?=[NW]){segment})*+{_BLANKS}")


def find_breaks(text: str, kinsoku: Kinsoku = Kinsoku.GB) -> tuple[int, ...]:
    """The offsets at which a line may end and the next begin, in code points, ascending; the text's end is the last.

    Between each of them and the next stands one atom; it carries the blanks that follow it.
    """
    atoms = find_atom_pattern(kinsoku).finditer(classify(text))
    return tuple(atom.end() for atom in atoms if atom.end() > atom.start())


def find_atoms(text: str, kinsoku: Kinsoku = Kinsoku.GB) -> tuple[str, ...]:
    """The text cut at every break; joined, they are the text."""
    breaks = find_breaks(text, kinsoku)
    return tuple(text[start:end] for start, end in zip((0, *breaks), breaks, strict=False))
