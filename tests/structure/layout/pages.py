"""Pages for tests of layout: lines set in columns, as a compositor would, with what belongs together."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from reader.hanzi.characters import em_width
from reader.model import Box, Direction, Page, TextBlock, TextLine

BODY = 10.0
LEADING = 15.0
GUTTER = 18.0

_CHARACTERS = "青禾日市区村镇山水桥路田林河湖海新老大小东西南北春夏秋冬风雨雪云花草树木鸟鱼人家门户车船书画歌舞茶米油盐"


@dataclass
class Sheet:
    """A page in the making; everything is placed as if it were horizontal."""

    width: float
    height: float
    lines: list[TextLine] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    frames: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)

    def add(self, text: str, x: float, y: float, size: float = BODY, *, bold: bool = False) -> None:
        """One line whose upper left corner is at (x, y)."""
        box = Box(x, y, em_width(text) * size, size * 1.05)
        self.lines.append(TextLine(text, len(self.lines) + 1, box=box, size=size, bold=bold))

    def make(self, page_id: str = "p1", *, vertical: bool = False) -> Page:
        """The page; a vertical one has everything turned so that lines run down and stack leftward."""
        if not vertical:
            return Page(
                page_id,
                (TextBlock(tuple(self.lines)),),
                box=Box(0, 0, self.width, self.height),
                rules=tuple(self.rules),
                frames=tuple(self.frames),
                pictures=tuple(self.pictures),
            )
        lines = tuple(
            TextLine(line.text, line.number, box=self._turn(line.box), size=line.size, bold=line.bold)
            for line in self.lines
            if line.box is not None
        )
        return Page(
            page_id,
            (TextBlock(lines),),
            direction=Direction.VERTICAL,
            box=Box(0, 0, self.height, self.width),
            rules=tuple(map(self._turn, self.rules)),
            frames=tuple(map(self._turn, self.frames)),
            pictures=tuple(map(self._turn, self.pictures)),
        )

    def _turn(self, box: Box) -> Box:
        return Box(self.height - box.vpos - box.height, box.hpos, box.height, box.width)


class Words:
    """Invented prose: characters at random, so that no story shares words with another but by chance."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def phrase(self, length: int) -> str:
        """So many Han."""
        return "".join(self.random.choice(_CHARACTERS) for _ in range(length))

    def paragraph(self, length: int) -> str:
        """About so many characters with marks, ended by a full stop."""
        pieces: list[str] = []
        while sum(map(len, pieces)) < length:
            pieces.append(self.phrase(self.random.randint(4, 11)) + self.random.choice("，，，。"))
        return "".join(pieces)[:-1] + "。"


def set_text(paragraphs: list[str], measure: int) -> list[tuple[str, int]]:
    """Paragraphs as printed lines with their indent in em; no mark opens a line."""
    lines: list[tuple[str, int]] = []
    for paragraph in paragraphs:
        at, indent = 0, 2
        while at < len(paragraph):
            end = min(at + measure - indent, len(paragraph))
            if end < len(paragraph) and paragraph[end] in "，。":
                end -= 1
            lines.append((paragraph[at:end], indent))
            at, indent = end, 0
    return lines


@dataclass
class Story:
    """What one article of a generated page should come out as."""

    headline: str
    paragraphs: list[str]


def place_columns(
    sheet: Sheet, lines: list[tuple[str, int]], x: float, y: float, columns: int, measure: int, gutter: float = GUTTER
) -> float:
    """Set lines in so many columns of equal depth; where the lowest ends."""
    depth = -(-len(lines) // columns)
    for number, (text, indent) in enumerate(lines):
        column, row = divmod(number, depth)
        sheet.add(text, x + column * (measure * BODY + gutter) + indent * BODY, y + row * LEADING)
    return y + depth * LEADING
