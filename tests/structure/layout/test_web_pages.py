"""Pages that programs make from the web: one wide column, set wide, the headline far above, a rule below the byline."""

from __future__ import annotations

from reader.model import Box, FurnitureKind, PartKind
from reader.structure import find_articles
from tests.structure.layout.pages import BODY, Sheet, Words, set_text
from tests.structure.pages import check_nothing_lost

_LEADING = 1.8 * BODY
_MEASURE = 34


def _print_article(sheet: Sheet, words: Words, headline: str, byline: str) -> list[str]:
    paragraphs = [words.paragraph(length) for length in (90, 120, 70)]
    sheet.add(headline, 120, 30, 2.4 * BODY, bold=True)
    sheet.add(byline, 180, 80, 0.85 * BODY)
    sheet.add("《青禾日报》（2031年5月20日 第 01 版）", 120, 100, 0.85 * BODY)
    sheet.rules.append(Box(30, 118, 400, 0.5))
    y = 135.0
    for text, indent in set_text(paragraphs, _MEASURE):
        sheet.add(text, 30 + indent * BODY, y)
        y += _LEADING
    return paragraphs


def test_an_article_a_page() -> None:
    words = Words(7)
    pages, expected = [], []
    for number, byline in ((1, "本报记者 石小山"), (2, "石 山"), (3, "新华社记者 江水生 白棠")):
        sheet = Sheet(500, 720)
        headline = words.phrase(11)
        expected.append((headline, _print_article(sheet, words, headline, byline), byline))
        pages.append(sheet.make(f"p{number}"))
    structure = find_articles(pages)
    check_nothing_lost(pages, structure)
    found = [
        (
            article.title,
            [part.text for part in article.of_kind(PartKind.PARAGRAPH)],
            "".join(part.text for part in article.of_kind(PartKind.BYLINE)),
        )
        for article in structure.articles
    ]
    assert found == expected
    folios = [piece.text for piece in structure.furniture if piece.kind is FurnitureKind.FOLIO]
    assert folios == ["《青禾日报》（2031年5月20日 第 01 版）"] * 3
