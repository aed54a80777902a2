"""What a reader should know about how a file's text was come by, in the same words for all formats."""

from __future__ import annotations

from pathlib import PurePath

from reader.errors import EmptySourceError
from reader.hanzi.harmless import make_harmless
from reader.languages import sentence, sentence_count
from reader.model import Note
from reader.sources.cleaning import Removed


def name_file(path: PurePath | str) -> str:
    """A file's own name as it may stand in a Note."""
    return make_harmless(PurePath(path).name or str(path))


def note_removed(name: str, removed: Removed, page: str | None) -> tuple[Note, ...]:
    """What cleaning took out, where it took out anything."""
    classes = (
        (removed.escapes, sentence_count("{count} escape sequence", "{count} escape sequences", removed.escapes)),
        (removed.controls, sentence_count("{count} control character", "{count} control characters", removed.controls)),
        (removed.bidi, sentence_count("{count} bidi control", "{count} bidi controls", removed.bidi)),
        (
            removed.invisible,
            sentence_count("{count} invisible character", "{count} invisible characters", removed.invisible),
        ),
        (
            removed.surrogates,
            sentence_count("{count} broken character", "{count} broken characters", removed.surrogates),
        ),
    )
    found = tuple(words for count, words in classes if count)
    return (
        (Note("characters-removed", sentence("{name}: taken out: {what}", name=name, what=found), page),)
        if found
        else ()
    )


def say_blank(name: str) -> EmptySourceError:
    """The error for a file in whose form all is well, but which holds no text."""
    return EmptySourceError(
        name, sentence("there is no text in it; if it holds a picture, run text recognition on that")
    )


def say_empty(name: str) -> EmptySourceError:
    """The error for a file of text without a byte."""
    return EmptySourceError(name, sentence("this file is empty; name a file that holds a page's text"))
