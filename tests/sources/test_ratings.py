"""Ratings of words: from what formats write to a byte a character, through cleaning."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.cleaning import clean
from reader.sources.ratings import NO_RATING, carry_ratings, rate, rate_words, rate_written


@pytest.mark.parametrize(
    ("written", "percent"),
    [("0.95", 95), ("1", 100), ("0", 0), ("7", 100), ("-1", 0), ("nan", 255), ("x", 255), ("", 255), (None, 255)],
)
def test_shares(written: str | None, percent: int) -> None:
    assert rate_written(written) == bytes([percent])


def test_words_have_a_space_between() -> None:
    assert rate_words(["ab", "c"], [rate(0.9), rate(0.5)]) == bytes([90, 90, 90, 50])
    assert rate_words(["ab", "c"], [NO_RATING, NO_RATING]) == b""


@pytest.mark.parametrize(
    ("before", "after", "carried"),
    [
        pytest.param("abc", "abc", "123", id="unchanged"),
        pytest.param("a\u200bbc", "abc", "134", id="something taken out"),
        pytest.param("e\u0301bc", "\u00e9bc", "134", id="composed"),
        pytest.param("︐bc", "，bc", "123", id="changed in place"),
        pytest.param("  ab", "ab", "34", id="trimmed"),
        pytest.param("ab¬", "ab-", "123", id="a hyphen"),
    ],
)
def test_cleaning(before: str, after: str, carried: str) -> None:
    ratings = bytes(range(1, len(before) + 1))
    assert carry_ratings(ratings, before, after) == bytes(map(int, carried))


@given(st.text(max_size=30))
def test_there_is_a_rating_for_every_character(text: str) -> None:
    after = clean(text).text.strip()
    carried = carry_ratings(bytes(len(text)), text, after)
    assert len(carried) == len(after) or not text
