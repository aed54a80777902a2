"""Articles as Markdown (CommonMark 0.31), every character of the newspaper's text as itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reader.export.document import Document, Passage, Story
from reader.model import PartKind

_ANYWHERE: Final = re.compile(r"[\\`*_\[\]<>&~|$#]")
"""What is markup wherever it stands, in CommonMark or its usual extensions."""
_IN_FRONT: Final = re.compile(r"([+\-=:]|[0-9]{1,9}(?=[.)]))")
"""What is markup at a line's beginning; of a numbered list it is the mark after the number."""
_EMPHASIZED: Final = frozenset({PartKind.LABEL, PartKind.KICKER, PartKind.CAPTION, PartKind.CREDIT})
_STRONG: Final = frozenset({PartKind.HEADLINE, PartKind.SUBHEADLINE})
_FENCE: Final = re.compile("`{3,}")


def write_markdown(document: Document) -> str:
    """The file: the issue's name over its pages and articles, or one article under its own headline.

    A title comes before the label and the kicker that are printed over it, so that they stand in its own section.
    """
    if len(document.stories) == 1:
        return "\n\n".join(_iter_story(document.stories[0], 1)) + "\n"
    sections: list[str] = []
    if document.issue_name:
        sections.append(f"# {escape_markdown(document.issue_name)}")
    named = any(page for page, _ in document.by_page)
    for page, stories in document.by_page:
        if page:
            sections.append(f"## {escape_markdown(page)}")
        for _, story in stories:
            sections += _iter_story(story, 3 if named else 2)
    return "\n\n".join(sections) + "\n"


def escape_markdown(text: str) -> str:
    """One line of text that means itself in a paragraph of its own."""
    line = _ANYWHERE.sub(r"\\\g<0>", text.strip())
    found = _IN_FRONT.match(line)
    if not found:
        return line
    mark = found[1]
    return f"{mark}\\{line[len(mark) :]}" if mark.isdecimal() else f"\\{line}"


def _iter_story(story: Story, level: int) -> Iterator[str]:
    """Its paragraphs, without the blank lines between them."""
    title = [passage for passage in story.passages if passage.is_title]
    for passage in [*title, *(passage for passage in story.passages if not passage.is_title)]:
        if written := _write_passage(passage, level):
            yield written
    if story.citation:
        yield escape_markdown(story.citation)


def _write_passage(passage: Passage, level: int) -> str:
    lines = [line for line in map(escape_markdown, passage.lines) if line]
    if not lines:
        return ""
    if passage.is_title:
        return f"{'#' * level} {' '.join(lines)}"
    role = passage.role
    if role is PartKind.CROSSHEAD:
        return f"{'#' * (level + 1)} {lines[0]}"
    if role is PartKind.VERSE:
        return "\\\n".join(lines)
    if role is PartKind.TABLE:
        return _write_fenced(passage.lines)
    if role is PartKind.NOTE:
        return "\n>\n".join(f"> {line}" for line in lines)
    if role in _EMPHASIZED:
        return f"*{lines[0]}*"
    if role in _STRONG:
        return f"**{lines[0]}**"
    return lines[0]


def _write_fenced(lines: tuple[str, ...]) -> str:
    """Lines whose spaces count, between fences longer than any in them."""
    text = "\n".join(lines)
    fence = "`" * (max(map(len, _FENCE.findall(text)), default=2) + 1)
    return f"{fence}\n{text}\n{fence}"
