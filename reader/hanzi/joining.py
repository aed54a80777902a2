"""One text from the lines of print that it was broken over, without what the print put between the characters."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from unicodedata import east_asian_width

from reader.hanzi.characters import HAN, is_han

_LATIN = re.compile(r"[A-Za-z0-9À-ɏ]")
_WIDE = f"{HAN}，。、；：！？“”‘’（）《》〈〉【】〔〕「」『』—…·％"
_JUSTIFIED = re.compile(rf"(?<=[{_WIDE}]) +(?=[0-9A-Za-z.%℃+(])|(?<=[0-9A-Za-z.%℃+)]) +(?=[{_WIDE}])")
"""White space between Han and digits or Latin: justification or extraction put it there."""
_AROUND_MARKS = re.compile(r"(?<=[，。、；：！？（《〈【〔「『“‘]) +| +(?=[，。、；：！？）》〉】〕」』”’])")
_SPREAD = re.compile(rf"(?<![{HAN}])[{HAN}](?:[ \u3000]+[{HAN}]){{2,}}(?![{HAN}])")
"""要 闻 简 报: single characters set wide."""


def join_lines(lines: Iterable[str]) -> str:
    """The text of lines that run on: nothing between Han, one space between Latin words.

    Args:
        lines: Their texts, none of them blank.
    """
    pieces: list[str] = []
    before = ""
    for line in lines:
        if before and _is_word_break(before, line):
            pieces.append(" ")
        pieces.append(line)
        before = line
    return "".join(pieces)


def _is_word_break(before: str, after: str) -> bool:
    """Whether two words of Latin stand beside each other, and not a number that was broken between its digits."""
    if not (_LATIN.match(before[-1]) and _LATIN.match(after[0])):
        return False
    # Two years beside each other are rarer than a broken number.
    return not (before[-1].isdigit() and after[0].isdigit())


def join_words(lines: Sequence[str], hyphens: Sequence[int], glued: Container[int] = ()) -> str:
    """The text of lines in a script that parts its words: a space between them, divided words whole again.

    Args:
        lines: Their texts, none of them blank.
        hyphens: How many of each line's last characters only divide a word.
        glued: Indices of lines whose last word goes on, their hyphen being elsewhere.
    """
    pieces: list[str] = []
    divided = True
    for number, (line, hyphen) in enumerate(zip(lines, hyphens, strict=True), 1):
        if not divided and not (_is_wide(pieces[-1][-1]) or _is_wide(line[0])):
            pieces.append(" ")
        takes_off = 0 < hyphen < len(line) and number < len(lines)
        pieces.append(line[:-hyphen] if takes_off else line)
        divided = takes_off or number - 1 in glued
    return "".join(pieces)


def _is_wide(character: str) -> bool:
    """Whether a character needs no space beside it: Han and its marks, not Hangul."""
    if character.isascii() or "\uac00" <= character <= "\ud7a3" or "\u1100" <= character <= "\u11ff":
        return False
    # Not `em_width`: letters such as é are as wide as Han in old encodings only (UAX #11, A).
    return is_han(character) or east_asian_width(character) in "WF"


def clean_spaces(text: str, *, heading: bool = False) -> str:
    """`text` without the spaces that justification left; spaces between words of Han stay, one wide.

    Args:
        text: Lines joined.
        heading: Whether it is display type, where single characters are set wide.
    """
    if " " in text or "\u3000" in text or "\t" in text:
        text = text.replace("\t", " ").strip()
        if heading:
            text = _SPREAD.sub(lambda match: re.sub(r"\s", "", match.group()), text)
            text = re.sub(r"\s+", " ", text)
        text = _AROUND_MARKS.sub("", _JUSTIFIED.sub("", text))
        text = re.sub(r" {2,}", " ", text)
    return text
