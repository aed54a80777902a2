"""What a reader puts right by hand: corrections as values, their history, their file, and what they do to an issue."""

from reader.corrections.anchors import FoundLine, LineFinder
from reader.corrections.applying import apply_corrections
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
from reader.corrections.wording import describe, name_role

__all__ = [
    "Anchor",
    "Break",
    "Correction",
    "Corrections",
    "Entry",
    "FoundLine",
    "GiveHeading",
    "Join",
    "LineFinder",
    "Merge",
    "Move",
    "Recast",
    "Role",
    "Split",
    "apply_corrections",
    "describe",
    "find_role",
    "name_role",
]
