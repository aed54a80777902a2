"""Parts of an article from the strips that they are printed on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.hanzi.characters import HAN
from reader.model import Furniture, FurnitureKind, Part, PartKind
from reader.structure.lines import Strip

_LATIN = re.compile(r"[A-Za-z0-9À-ɏ]")
_WIDE = f"{HAN}，。、；：！？“”‘’（）《》〈〉【】〔〕「」『』—…·％"
_JUSTIFIED = re.compile(rf"(?<=[{_WIDE}]) +(?=[0-9A-Za-z.%℃+(])|(?<=[0-9A-Za-z.%℃+)]) +(?=[{_WIDE}])")
"""White space between Han and digits or Latin: justification or extraction put it there."""
_AROUND_MARKS = re.compile(r"(?<=[，。、；：！？（《〈【〔「『“‘]) +| +(?=[，。、；：！？）》〉】〕」』”’])")
_SPREAD = re.compile(rf"(?<![{HAN}])[{HAN}](?:[ \u3000]+[{HAN}]){{2,}}(?![{HAN}])")
"""要 闻 简 报: single characters set wide."""

HEADING_KINDS = frozenset(
    {PartKind.LABEL, PartKind.KICKER, PartKind.HEADLINE, PartKind.SUBHEADLINE, PartKind.CROSSHEAD}
)


def join(strips: Sequence[Strip]) -> str:
    """The text of lines that run on: nothing between Han, one space between Latin words."""
    pieces: list[str] = []
    before = ""
    for strip in strips:
        text = strip.text
        if before and _LATIN.match(before[-1]) and _LATIN.match(text[0]) and not _is_split_number(before, text):
            pieces.append(" ")
        pieces.append(text)
        before = text
    return "".join(pieces)


def join_texts(before: str, after: str) -> str:
    """Two halves of a text that a page or a picture broke."""
    split = before and after and _LATIN.match(before[-1]) and _LATIN.match(after[0])
    return f"{before} {after}" if split and not _is_split_number(before, after) else before + after


def _is_split_number(before: str, after: str) -> bool:
    """Whether a number was broken between its digits; two years beside each other are rarer than that."""
    return before[-1].isdigit() and after[0].isdigit()


def clean(text: str, *, heading: bool = False) -> str:
    """`text` without the spaces that justification left; spaces between words of Han stay, one wide."""
    if " " in text or "\u3000" in text or "\t" in text:
        text = text.replace("\t", " ").strip()
        if heading:
            text = _SPREAD.sub(lambda match: re.sub(r"\s", "", match.group()), text)
            text = re.sub(r"\s+", " ", text)
        text = _AROUND_MARKS.sub("", _JUSTIFIED.sub("", text))
        text = re.sub(r" {2,}", " ", text)
    return text


def make_part(kind: PartKind, strips: Sequence[Strip], *, spaced: bool = False) -> Part:
    """One part from its lines; `spaced` keeps a space where a line ends (the halves of a headline)."""
    text = " ".join(strip.text for strip in strips) if spaced else join(strips)
    return Part(kind, clean(text, heading=kind in HEADING_KINDS), strips[0].page, tuple(s.span for s in strips))


def make_furniture(kind: FurnitureKind, strips: Sequence[Strip]) -> Furniture:
    """One piece of furniture from its lines."""
    text = " ".join(strip.text for strip in strips)
    return Furniture(kind, text, strips[0].page, tuple(strip.span for strip in strips))
