"""Articles as elements that HTML and XHTML both understand."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import dropwhile, takewhile
from typing import Final

from reader.export.document import Passage, Story
from reader.hanzi.harmless import REPLACEMENT
from reader.model import PartKind

_NO_CHARACTER: Final = re.compile(
    "[\ufdd0-\ufdef" + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17)) + "]"
)
"""Code points that no text may hold (Unicode §23.7; HTML §13.2.3.5, XML 1.0 §2.2)."""

_SHORT_NUMBER: Final = re.compile(r"(?<![0-9A-Za-z.,:/%\-])[0-9]{1,2}(?![0-9A-Za-z.,:/%\-])")
"""A number of one or two digits, which stands upright in vertical setting 縱中橫 (CLREQ §tate-chu-yoko)."""


def escape(text: str) -> str:
    """The text as HTML and XML write it, in an element or in a quoted attribute."""
    return html.escape(_NO_CHARACTER.sub(REPLACEMENT, text))


def write_text(text: str, vertical: bool) -> str:
    """The text in an element, its numbers of one or two digits marked as upright where it is set vertically."""
    escaped = escape(text)
    if not vertical:
        return escaped
    # The digits of `&#x27;`, which are no text, follow a letter.
    return _SHORT_NUMBER.sub(r'<span class="upright">\g<0></span>', escaped)


def write_story(story: Story, *, level: int, vertical: bool = False, anchor: str = "") -> Iterator[str]:
    """The lines of an `article` element.

    Args:
        story: What to write.
        level: Rank of its title, from 1.
        vertical: Whether it is set in columns.
        anchor: The element's id; none by default.
    """
    yield f'<article id="{escape(anchor)}">' if anchor else "<article>"
    heading = tuple(takewhile(lambda passage: not passage.in_body, story.passages))
    if heading:
        yield "<header>"
        for passage in heading:
            yield _write_passage(passage, level, vertical)
        yield "</header>"
    for passage in dropwhile(lambda passage: not passage.in_body, story.passages):
        yield _write_passage(passage, level, vertical)
    if story.citation:
        yield f'<footer><p class="citation">{escape(story.citation)}</p></footer>'
    yield "</article>"


def _write_passage(passage: Passage, level: int, vertical: bool) -> str:
    lines = [write_text(line, vertical) for line in passage.lines]
    text = "<br/>\n".join(lines)
    if passage.is_title:
        return f"<h{level}>{text}</h{level}>"
    match passage.role:
        case PartKind.CROSSHEAD:
            return f"<h{level + 1}>{text}</h{level + 1}>"
        case PartKind.PARAGRAPH:
            return f"<p>{text}</p>"
        case PartKind.NOTE:
            return '<aside class="note">{}</aside>'.format("".join(f"<p>{line}</p>" for line in lines))
        case _:
            return f'<p class="{passage.role.value}">{text}</p>'
