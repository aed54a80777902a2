"""Pages made up by hand, in manners that the generator does not know, with what a reader says stands there.

Beside `NAME.txt` stands `NAME.read`: for each article its kind, then its parts as `kind: text`.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from reader.model import Article
from reader.structure import Structure, find_articles
from tests.structure.pages import check_nothing_lost, make_page

_FOLDER = Path(__file__).with_name("by_hand")
_NAMES = sorted(path.stem for path in _FOLDER.glob("*.txt"))
_ARTICLE = re.compile(r"^\S.*\n(?:  .*\n)*", re.MULTILINE)
_TABLES = "winning numbers under the weather are no table of their own"
_PICTURE = "a picture between a text and its headline further on"
_QUESTION = "a question that heads an interview goes to the text before it"
_TURNED = "the second line of a heading goes to a text further down that has its words"
_BOX = "a box with a title of its own at the end of a report"
_DECKS = "below the headline stood decks, and hardly any kicker above it, with full stops too (before 1950)"
_ADVERT = "an entertainment's advertisement in display type"
_LISTED = "a list in a box whose lines have no mark, between two articles"
_UNMARKED = "prose without any mark, in items whose lines are of several widths (before 1925)"
_WRONG = {
    ("headlines-behind", 1): _PICTURE,
    ("headlines-behind", 2): "a slogan below the deck is the label of the one above",
    ("hongkong-blank-lines", 1): "a paragraph that ends in brackets behind the stop",
    ("hongkong-blank-lines", 4): _TABLES,
    ("hongkong-blank-lines", 5): _TABLES,
    ("hongkong-blank-lines", 6): "the column's name above a letter is no label",
    ("mainland-city-page", 1): _LISTED,
    ("mainland-city-page", 2): _LISTED,
    ("mainland-front-page", 1): "the paper's name in Latin letters; a paragraph whose last line is nearly full",
    ("mainland-page-four", 1): "a crosshead whose words are in neither text is taken for a headline",
    ("mainland-page-four", 5): "two notices of a line or two without indent",
    ("mainland-sports", 3): _QUESTION,
    ("mainland-sports", 4): _QUESTION,
    ("recognition-noise", 1): _TURNED,
    ("recognition-noise", 2): _TURNED,
    ("republican-without-stops", 1): "marked lines of a heading are its labels",
    **{("republican-without-stops", number): _UNMARKED for number in range(2, 7)},
    ("series-and-boxes", 1): _BOX,
    ("series-and-boxes", 2): _BOX,
    ("shanghai-1947", 1): _DECKS,
    ("shanghai-1947", 2): _DECKS,
    ("shanghai-1947", 3): "a telegram of its own without a heading",
    ("shanghai-1947", 8): _ADVERT,
    ("shanghai-1947", 9): _ADVERT,
    ("taiwan-joined-lines", 1): _TURNED,
    ("taiwan-joined-lines", 2): _TURNED,
}
"""What is still read wrongly (page, article), and why; strict, so that it leaves the list when it is right."""


def _write(article: Article) -> str:
    rows = [article.kind.value, *(f"  {part.kind.value}: {part.text}" for part in article.parts)]
    return "\n".join(rows) + "\n"


@cache
def _read(name: str) -> Structure:
    return find_articles([make_page((_FOLDER / f"{name}.txt").read_text(encoding="utf-8"))])


def _cases() -> list[object]:
    cases: list[object] = []
    for name in _NAMES:
        truth = _ARTICLE.findall((_FOLDER / f"{name}.read").read_text(encoding="utf-8"))
        for number, article in enumerate(truth, 1):
            reason = _WRONG.get((name, number))
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            cases.append(pytest.param(name, article, marks=marks, id=f"{name}-{number}"))
    return cases


@pytest.mark.parametrize(("name", "article"), _cases())
def test_an_article_is_read_as_a_reader_would(name: str, article: str) -> None:
    assert article in [_write(found) for found in _read(name).articles]


@pytest.mark.parametrize("name", _NAMES)
def test_nothing_of_it_is_lost(name: str) -> None:
    page = make_page((_FOLDER / f"{name}.txt").read_text(encoding="utf-8"))
    check_nothing_lost([page], find_articles([page]))
