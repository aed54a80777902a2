"""Sentences by the stops that end them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.hanzi.sentences import find_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("新桥通车了。渡船停了。", ["新桥通车了。", "渡船停了。"], id="full stops"),
        pytest.param("新桥通车", ["新桥通车"], id="a headline"),
        pytest.param("通车了！？好。余下", ["通车了！？", "好。", "余下"], id="two stops, and a rest"),
        pytest.param("“十分钟。”他说。", ["“十分钟。”", "他说。"], id="a closing quote goes along"),
        pytest.param("他想……后来", ["他想……", "后来"], id="an ellipsis"),
        pytest.param("长3.5公里。完", ["长3.5公里。", "完"], id="a decimal point"),
        pytest.param("It rained. Then not.", ["It rained. ", "Then not."], id="Latin"),
        pytest.param("先修路，后修桥；再种树。", ["先修路，后修桥；再种树。"], id="commas"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in find_sentences(text)] == sentences


@given(st.text(alphabet="桥。！”… .a", max_size=40))
def test_sentences_are_the_whole_text(text: str) -> None:
    found = find_sentences(text)
    assert "".join(text[start:end] for start, end in found) == text
    assert all(start < end for start, end in found)
