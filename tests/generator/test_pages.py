"""The generator keeps its promises: the truth covers the page, the type is well set, the seed decides all."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import FurnitureKind, PartKind
from tests.generator import MANNERS, REPUBLICAN_MANNERS, GeneratedPage, Manner, Region, generate_page
from tests.generator.genres import WRITERS
from tests.generator.layer import Spacing
from tests.generator.manner import Lines, Order
from tests.generator.metrics import count_changes
from tests.generator.strategies import generated_pages

SEEDS = range(0, 60, 7)


def ink(page: GeneratedPage) -> Counter[tuple[str, int, int]]:
    """Every character of the pages by place, as the truth tells it."""
    lines = {(laid.id, line.number): line.text for laid in page.truth.pages for line in laid.lines}
    spans = [span for article in page.truth.articles for part in article.parts for span in part.spans]
    spans += [span for piece in page.truth.furniture for span in piece.spans]
    return Counter(
        (span.page, span.line, at)
        for span in spans
        for at in range(span.start, span.end)
        if not lines[span.page, span.line][at].isspace()
    )


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_truth_owns_every_character_once(data: st.DataObject) -> None:
    page = data.draw(generated_pages(pages=data.draw(st.sampled_from((1, 2)))))
    printed = {
        (laid.id, line.number, at)
        for laid in page.truth.pages
        for line in laid.lines
        for at, ch in enumerate(line.text)
        if not ch.isspace()
    }
    told = ink(page)
    assert set(told) == printed
    assert set(told.values()) <= {1}


@settings(max_examples=40, deadline=None)
@given(generated_pages())
def test_parts_are_the_text_of_their_spans(page: GeneratedPage) -> None:
    lines = {(laid.id, line.number): line.text for laid in page.truth.pages for line in laid.lines}
    for article in page.truth.articles:
        for part in article.parts:
            spelt = "".join(lines[span.page, span.line][span.start : span.end] for span in part.spans)
            assert "".join(spelt.split()) == "".join(part.text.split())
    assert count_changes(page.truth.pages, page.truth.articles, page.truth.furniture) == (0, 0)


@settings(max_examples=40, deadline=None)
@given(generated_pages(pages=2))
def test_lines_are_those_of_the_text(page: GeneratedPage) -> None:
    assert len(page.texts) == 2
    for text, laid in zip(page.texts, page.truth.pages, strict=True):
        rows = text.splitlines()
        told = [(line.number, line.text, line.tight, line.indent) for line in laid.lines]
        assert told == [
            (number, row.strip(), number > 1 and bool(rows[number - 2].strip()), float(len(row) - len(row.lstrip())))
            for number, row in enumerate(rows, 1)
            if row.strip()
        ]


@pytest.mark.parametrize("seed", SEEDS)
def test_seed_decides(seed: int) -> None:
    assert generate_page(seed) == generate_page(seed)
    assert generate_page(seed).text != generate_page(seed + 1).text


PRINTED = [manner for manner in MANNERS if manner.lines is Lines.PRINTED]


@pytest.mark.parametrize("manner", PRINTED, ids=lambda manner: manner.name)
def test_marks_begin_no_line(manner: Manner) -> None:
    page = generate_page(5, region=Region.MAINLAND, manner=manner, mix={"news": 1})
    lines = {line.number: line.text for line in page.truth.pages[0].lines}
    for article in page.truth.articles:
        for part in article.of_kind(PartKind.PARAGRAPH):
            for span in part.spans[1:]:
                assert lines[span.line][0] not in "。，、；：！？”』」）》"


def test_marks_begin_lines_only_in_old_papers() -> None:
    rows = "".join(
        generate_page(seed, region=Region.REPUBLICAN, manner=REPUBLICAN_MANNERS[0]).text for seed in range(8)
    ).splitlines()
    assert any(row.startswith("、") for row in rows)


def test_manners_do_what_they_say() -> None:
    news = {"news": 1}

    def page(name: str) -> GeneratedPage:
        return generate_page(
            11, region=Region.MAINLAND, manner=next(manner for manner in MANNERS if manner.name == name), mix=news
        )

    assert any(row.startswith("　　") for row in page("indents kept").text.splitlines())
    assert not any(row.startswith("　") for row in page("in order").text.splitlines())
    assert "\n\n" in page("lines doubled").text and "\n\n" not in page("in order").text
    for article in page("a line a paragraph").truth.articles:
        assert all(len(part.spans) == 1 for part in article.parts)
    for article in page("a line an article").truth.articles:
        assert len(article.of_kind(PartKind.PARAGRAPH)) == 1
    for article in page("no bylines").truth.articles:
        assert not article.of_kind(PartKind.BYLINE)
    heads, bodies = _places(page("bodies first"))
    assert min(heads) > max(bodies)
    heads, bodies = _places(page("headlines first"))
    assert max(heads) < min(bodies)


def _places(page: GeneratedPage) -> tuple[list[int], list[int]]:
    def lines(kind: PartKind) -> list[int]:
        return [s.line for a in page.truth.articles for part in a.of_kind(kind) for s in part.spans]

    return lines(PartKind.HEADLINE), lines(PartKind.PARAGRAPH)


@pytest.mark.parametrize("genre", sorted(WRITERS))
def test_every_genre_can_be_printed(genre: str) -> None:
    old = genre in ("wire", "advertisement")
    region = Region.REPUBLICAN if old else Region.TAIWAN
    page = generate_page(3, region=region, mix={genre: 1}, items=(2, 2))
    assert genre in page.truth.genres
    assert len(page.truth.genres) == len(page.truth.articles)


def test_a_jump_goes_on_overleaf() -> None:
    manner = next(manner for manner in MANNERS if manner.name == "in order")
    page = generate_page(2, region=Region.MAINLAND, manner=manner, mix={"news": 1}, pages=2)
    jumped = [article for article in page.truth.articles if article.jump is not None]
    assert [article.pages for article in jumped] == [("p1", "p2")]
    kinds = [piece.kind for piece in page.truth.furniture]
    assert kinds.count(FurnitureKind.JUMP) == 2
    assert {span.page for part in jumped[0].parts for span in part.spans} == {"p1", "p2"}


def test_orders_and_spacings_are_all_used() -> None:
    assert {manner.order for manner in MANNERS} == set(Order)
    assert {manner.lines for manner in MANNERS} == set(Lines)
    assert {manner.layer.spacing for manner in MANNERS} == set(Spacing)
