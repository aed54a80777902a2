"""The law that no page may break: nothing is lost between the lines of a page and its articles."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.structure import find_articles
from tests.generator.metrics import count_changes
from tests.generator.strategies import generated_pages


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_nothing_is_lost_on_generated_pages(data: st.DataObject) -> None:
    pages = data.draw(generated_pages(pages=data.draw(st.sampled_from((1, 2))))).truth.pages
    answer = find_articles(pages)
    assert count_changes(pages, answer.articles, answer.furniture) == (0, 0)
    lines = {(page.id, line.number): line.text for page in pages for line in page.lines}
    spans = [span for article in answer.articles for part in article.parts for span in part.spans]
    spans += [span for piece in answer.furniture for span in piece.spans]
    told = [
        (span.page, span.line, at)
        for span in spans
        for at in range(span.start, span.end)
        if not lines[span.page, span.line][at].isspace()
    ]
    printed = {(*place, at) for place, text in lines.items() for at, ch in enumerate(text) if not ch.isspace()}
    assert len(told) == len(set(told))
    assert set(told) == printed
