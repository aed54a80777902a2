"""The benchmark measures what it says: a page that is read whole, in as many stories as it has headings."""

from __future__ import annotations

from pathlib import PurePath

import pytest

from benchmarks.layout import extract_plainly, make_dense_page, read_lines
from reader.sources.pdf import Pdf
from reader.structure import find_articles
from tests.structure.pages import check_nothing_lost

pytest.importorskip("pypdfium2")


def test_the_dense_page_is_read_into_its_stories() -> None:
    data = make_dense_page()
    pages = Pdf().read(PurePath("dense.pdf"), data).pages
    structure = find_articles(pages)
    check_nothing_lost(list(pages), structure)
    headings = [line for line in pages[0].lines if line.size and line.size > 15]
    assert len(structure.articles) == len(headings)
    assert all(article.title for article in structure.articles)


def test_both_sides_read_the_same_characters() -> None:
    data = make_dense_page()
    assert extract_plainly(data, 0) == read_lines(data, 0)
