"""What a reader should know about how a file's text was come by, in the same words for all formats."""

from __future__ import annotations

from pathlib import PurePath

from reader.errors import EmptySourceError
from reader.hanzi.harmless import make_harmless
from reader.model import Note
from reader.sources.cleaning import Removed


def name_file(path: PurePath | str) -> str:
    """A file's own name as it may stand in a Note."""
    return make_harmless(PurePath(path).name or str(path))


def note_removed(name: str, removed: Removed, page: str | None) -> tuple[Note, ...]:
    """What cleaning took out, where it took out anything."""
    classes = (
        (removed.escapes, "转义序列", "escape sequences"),
        (removed.controls, "控制字符", "control characters"),
        (removed.bidi, "双向控制符", "bidi controls"),
        (removed.invisible, "不可见字符", "invisible characters"),
        (removed.surrogates, "残缺字符", "broken characters"),
    )
    found = [(count, chinese, english) for count, chinese, english in classes if count]
    if not found:
        return ()
    chinese = "、".join(f"{count} 个{word}" for count, word, _ in found)
    english = ", ".join(f"{count} {word}" for count, _, word in found)
    return (Note("characters-removed", f"{name}：已清除{chinese} · taken out: {english}", page),)


def say_blank(name: str) -> EmptySourceError:
    """The error for a file in whose form all is well, but which holds no text."""
    return EmptySourceError(name, "there is no text in it; if it holds a picture, run text recognition on that")
