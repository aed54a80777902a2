"""What a correction does, in a few words for a person."""

from __future__ import annotations

from reader.corrections.values import (
    Anchor,
    Break,
    Correction,
    GiveHeading,
    Merge,
    Move,
    Recast,
    Split,
)
from reader.hanzi.harmless import make_harmless
from reader.languages import Sentence, sentence
from reader.model.names import ROLE_NAMES


def describe(correction: Correction) -> Sentence:
    """What a correction does."""
    at = _quote(correction.at)
    match correction:
        case Split():
            return sentence("split at {at}", at=at)
        case Merge():
            if correction.into is None:
                return sentence("merge the article at {at} with the one before", at=at)
            return sentence("merge the article at {at} into that at {other}", at=at, other=_quote(correction.into))
        case Move():
            return _describe_move(correction, at)
        case GiveHeading():
            return sentence("make {at} the heading of the article at {other}", at=at, other=_quote(correction.to))
        case Recast():
            return sentence("{at} is {role}", at=at, role=sentence(ROLE_NAMES[correction.role]))
        case Break():
            return sentence("a paragraph begins at {at}", at=at)
    return sentence("{at} goes on from the paragraph before", at=at)


def _describe_move(correction: Move, at: str) -> Sentence:
    if correction.to is not None:
        return sentence("move {at} to the article at {other}", at=at, other=_quote(correction.to))
    if correction.after is not None:
        return sentence("move {at} behind {other}", at=at, other=_quote(correction.after))
    return sentence("make {at} an article of its own", at=at)


def _quote(anchor: Anchor) -> str:
    return f"“{make_harmless(anchor.words)}”"
