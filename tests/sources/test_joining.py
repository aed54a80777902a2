"""Lines that run on, in any script."""

from __future__ import annotations

import pytest

from reader.model import LineSpan, PartKind, TextLine
from reader.sources.joining import Piece, join_pieces, make_part


def pieces(*texts: str) -> list[Piece]:
    made = []
    for number, text in enumerate(texts, 1):
        hyphen = int(text.endswith("¬"))
        made.append(Piece("p1", TextLine(text.replace("¬", "-"), number, hyphen=hyphen)))
    return made


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("新桥昨", "日通车"), "新桥昨日通车"),
        (("a new", "bridge"), "a new bridge"),
        (("end of it,", "and more"), "end of it, and more"),
        (("a brid¬", "ge"), "a bridge"),
        (("a well-", "known"), "a well- known"),
        (("新桥长", "12 米"), "新桥长12 米"),
        (("새 다리가", "열렸다"), "새 다리가 열렸다"),
        (("brid¬",), "brid-"),
        (("porté à", "été"), "porté à été"),
        (("à", "été"), "à été"),
        (("(新桥", "）通车"), "(新桥）通车"),
    ],
)
def test_lines(lines: tuple[str, ...], expected: str) -> None:
    assert join_pieces(pieces(*lines)) == expected


def test_the_halves_of_a_headline_keep_their_distance() -> None:
    assert make_part(PartKind.HEADLINE, pieces("新桥通车", "行人不绝")).text == "新桥通车 行人不绝"
    assert make_part(PartKind.HEADLINE, pieces("brid¬", "ge opens")).text == "bridge opens"


def test_a_part_knows_its_places() -> None:
    first, second = pieces("new brid¬", "ge open")
    part = make_part(PartKind.PARAGRAPH, [Piece("p1", first.line, 4), Piece("p1", second.line, 0, 2)])
    assert part.text == "bridge"
    assert part.spans == (LineSpan("p1", 1, 4, 9), LineSpan("p1", 2, 0, 2))
