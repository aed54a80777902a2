import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.hanzi.characters import CLOSING, HAN, OPENING, PAUSES, PUNCTUATION, SENTENCE_ENDS, em_width, is_han


@pytest.mark.parametrize("character", "一龥㐀龿々〇豈⺠⼈\U00020000\U0002a6df\U0002ebf0\U000313b0\U000323b0")
def test_ideographs_are_han(character: str) -> None:
    assert is_han(character)


@pytest.mark.parametrize("character", "aＡ1１①。，“《 \u3000あア한ㄅ○◯\ue000\ufeff🙂")
def test_others_are_not_han(character: str) -> None:
    assert not is_han(character)


def test_the_character_class_is_the_same_set() -> None:
    pattern = re.compile(f"[{HAN}]")
    every = (chr(code) for code in range(sys.maxunicode + 1))
    assert all(bool(pattern.match(character)) == is_han(character) for character in every)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("河东村", 3),
        ("河东村。", 4),
        ("2017", 2),
        ("２０１７", 4),
        ("“柳”", 3),
        ("——", 2),
        ("……", 2),
        ("⋯⋯", 2),
        ("\u3000\u3000", 2),
        ("a b", 1.5),
        ("e\u0301", 0.5),
        ("\u200b", 0),
        ("𠮷", 1),
    ],
)
def test_em_width(text: str, width: float) -> None:
    assert em_width(text) == width


@given(st.text(), st.text())
def test_widths_add_up(one: str, other: str) -> None:
    assert em_width(one + other) == em_width(one) + em_width(other)


def test_classes_do_not_overlap() -> None:
    assert not OPENING & CLOSING
    assert not PAUSES & SENTENCE_ENDS
    assert not any(is_han(character) for character in PUNCTUATION)
    assert len(OPENING) == len(CLOSING)
