"""What a reader puts right by hand: corrections as values, their history, their file, and what they do to an issue."""

from reader.corrections.anchors import FoundLine, LineFinder
from reader.corrections.applying import apply_corrections
from reader.corrections.files import find_places, read_corrections, write_corrections
from reader.corrections.history import Corrections, Entry
from reader.corrections.overlay import Overlay, format_correction, format_overlay, parse_overlay
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
from reader.corrections.wording import describe

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
    "Overlay",
    "Recast",
    "Role",
    "Split",
    "apply_corrections",
    "describe",
    "find_places",
    "find_role",
    "format_correction",
    "format_overlay",
    "parse_overlay",
    "read_corrections",
    "write_corrections",
]
