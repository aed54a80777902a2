"""The page this project began with, where it is present: read exactly as its description says."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from reader.model import Article, ArticleKind, FurnitureKind, PartKind
from reader.structure import Structure, find_articles
from tests.structure.pages import check_nothing_lost, make_page

_PAGES = Path(__file__).parents[2] / "../shared/pages/plain"


@pytest.fixture(scope="module")
def structure() -> Structure:
    files = sorted(_PAGES.glob("yongkang-*.txt"))
    if not files:
        pytest.skip("the real page is not part of this repository")
    page = make_page(unicodedata.normalize("NFC", files[0].read_text(encoding="utf-8")))
    found = find_articles([page])
    check_nothing_lost([page], found)
    return found


def _count(article: Article, kind: PartKind) -> int:
    return len(article.of_kind(kind))


def test_three_articles_in_the_order_of_their_headlines(structure: Structure) -> None:
    assert [article.kind for article in structure.articles] == [
        ArticleKind.ARTICLE,
        ArticleKind.ARTICLE,
        ArticleKind.PHOTO,
    ]
    assert [_count(article, PartKind.PARAGRAPH) for article in structure.articles] == [5, 7, 0]
    assert not structure.notes


def test_headings(structure: Structure) -> None:
    for article, kickers in zip(structure.articles, (1, 1, 0), strict=True):
        assert _count(article, PartKind.KICKER) == kickers
        assert _count(article, PartKind.HEADLINE) == 1
        assert not article.of_kind(PartKind.SUBHEADLINE)
    assert [part.spans[0].line for a in structure.articles for part in a.of_kind(PartKind.HEADLINE)] == sorted(
        part.spans[0].line for a in structure.articles for part in a.of_kind(PartKind.HEADLINE)
    )


def test_bylines_and_datelines(structure: Structure) -> None:
    for article in structure.articles[:2]:
        assert [author.role for author in article.authors] == ["记者"]
        assert article.of_kind(PartKind.BYLINE)[0].text.startswith("记者 ")
        assert [part.text for part in article.of_kind(PartKind.DATELINE)] == ["本报讯"]


def test_the_label_keeps_one_copy(structure: Structure) -> None:
    first, second, third = structure.articles
    labels = second.of_kind(PartKind.LABEL)
    assert len(labels) == 1 and not first.of_kind(PartKind.LABEL) and not third.of_kind(PartKind.LABEL)
    copies = [piece for piece in structure.furniture if piece.kind is FurnitureKind.DUPLICATE]
    assert [copy.text for copy in copies] == [labels[0].text]
    assert sorted(piece.text for piece in structure.furniture if piece.kind is FurnitureKind.OTHER) == ["■■", "□", "□"]


def test_the_photo_story_has_a_caption_and_two_credits(structure: Structure) -> None:
    assert [part.kind for part in structure.articles[2].body] == [
        PartKind.CAPTION,
        PartKind.CREDIT,
        PartKind.CREDIT,
    ]


def test_spaces_round_numbers_are_gone(structure: Structure) -> None:
    body = "".join(
        part.text for article in structure.articles for part in article.body if part.kind is PartKind.PARAGRAPH
    )
    assert " " not in body
