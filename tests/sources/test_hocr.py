"""hOCR: lines, words, boxes, confidence; and HTML that is broken."""

from __future__ import annotations

from pathlib import Path, PurePath

import pytest

from reader.errors import EmptySourceError
from reader.library import open_issue
from reader.model import UNRATED, Box, Direction, mean_rating
from reader.sources.base import Sourced
from reader.sources.hocr import Hocr

REAL = Path(__file__).parents[3] / "shared/pages/hocr"


def word(text: str, title: str = "bbox 1 2 3 4; x_wconf 80") -> str:
    return f"<span class='ocrx_word' title='{title}'>{text}</span>"


def line(*words: str, title: str = "bbox 10 20 110 60; x_size 30") -> str:
    return f"<span class='ocr_line' title='{title}'>{' '.join(words)}</span>"


def document(*lines: str, page: str = "bbox 0 0 900 900") -> bytes:
    inner = "".join(lines)
    return f"<html><body>{sheet(inner, page)}</body></html>".encode()


def sheet(inner: str, title: str) -> str:
    return f"<div class='ocr_page' title='{title}'><p class='ocr_par' lang='eng'>{inner}</p></div>"


def read(data: bytes) -> Sourced:
    return Hocr().read(PurePath("page.html"), data)


def texts(data: bytes) -> list[str]:
    return [one.text for page in read(data).pages for one in page.lines]


def test_lines_words_and_places() -> None:
    sourced = read(document(line(word("new"), word("bridge")), line(word("新"), word("桥"))))
    found = sourced.pages[0].lines
    assert [one.text for one in found] == ["new bridge", "新桥"]
    assert (found[0].box, found[0].size, mean_rating(found[:1])) == (Box(10, 20, 100, 40), 30, 0.8)
    assert sourced.language == "en"


def test_ratings_are_those_of_the_words() -> None:
    page = line(
        "<span class='ocrx_word' title='x_wconf 40'>new</span> <span class='ocrx_word'>old</span>"
        "<span class='ocrx_word' title='x_confs 90 70 80'>pie</span>"
    )
    assert list(read(document(page)).pages[0].lines[0].ratings) == [40] * 3 + [UNRATED] * 4 + [80] * 4


def test_lines_without_words() -> None:
    assert texts(document(line("new <em>bridge</em> opens"))) == ["new bridge opens"]


@pytest.mark.parametrize(
    ("broken", "expected"),
    [
        ("a &amp; b", ["a & b"]),
        ("a & b", ["a & b"]),
        ("a &nosuch; b", ["a &nosuch; b"]),
        ("a &#x41 b", ["a A b"]),
        ("5 < 6", ["5 < 6"]),
    ],
)
def test_broken_entities(broken: str, expected: list[str]) -> None:
    assert texts(document(line(broken))) == expected


def test_a_line_that_is_closed_too_late() -> None:
    data = f"<div class='ocr_page'><span class='ocr_line'>{word('one')}{line(word('two'))}</span></div>".encode()
    assert texts(data) == ["one", "two"]


def test_a_soft_hyphen_divides() -> None:
    found = read(document(line(word("brid\u00ad")), line(word("ge")))).pages[0].lines[0]
    assert (found.text, found.hyphen) == ("brid-", 1)


@pytest.mark.parametrize("title", ["", "bbox 1 2 3", "bbox a b c d", "bbox 1 2 . 4", "x_wconf ..", "bbox 1..2 3 4 5"])
def test_broken_titles(title: str) -> None:
    found = read(document(line(word("word", title), title=title))).pages[0].lines[0]
    assert (found.text, found.box) == ("word", None)


def test_pages_and_their_numbers() -> None:
    data = (sheet(line(word("one")), "bbox 0 0 9 9; lpageno 7") + sheet(line(word("two")), "")).encode()
    assert [(page.id, page.label) for page in read(data).pages] == [("p1", "7"), ("p2", None)]


def test_vertical_lines() -> None:
    tall = read(document(line(word("新橋昨日通車"), title="bbox 500 0 540 400")))
    assert tall.pages[0].direction is Direction.VERTICAL


def test_no_text() -> None:
    with pytest.raises(EmptySourceError):
        read(document(line(" ")))


@pytest.mark.skipif(not REAL.is_dir(), reason="the real pages are not beside this checkout")
@pytest.mark.parametrize(("name", "lines"), [("seq-1.html", 602), ("misplaced_closing.html", 434)])
def test_real_pages(name: str, lines: int) -> None:
    issue = open_issue(REAL / name)
    assert (issue.format, len(issue.pages[0].lines)) == ("hocr", lines)
    assert issue.articles
