"""Cleaning makes text harmless and changes nothing else."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.cleaning import Removed, clean

CASES = {
    "Windows line ends": ("甲\r\n乙\r\n", "甲\n乙\n"),
    "old Mac line ends": ("甲\r乙", "甲\n乙"),
    "vertical tab": ("甲\v乙", "甲\n乙"),
    "next line U+0085": ("甲\x85乙", "甲\n乙"),
    "line and paragraph separators": ("甲\u2028乙\u2029丙", "甲\n乙\n丙"),
    "form feed stays": ("甲\f乙", "甲\f乙"),
    "tab": ("甲\t乙", "甲    乙"),
    "colour": ("a\x1b[31mRED\x1b[0m", "aRED"),
    "long colour": ("\x1b[38;2;255;0;0m红", "红"),
    "8-bit CSI": ("\x9b1;31m红", "红"),
    "window title": ("甲\x1b]0;evil\x07乙", "甲乙"),
    "link": ("\x1b]8;;http://example.org\x1b\\青禾\x1b]8;;\x1b\\", "青禾"),
    "clipboard, 8-bit": ("甲\x9d52;c;AAAA\x9c乙", "甲乙"),
    "device control": ("甲\x1bPq#0\x1b\\乙", "甲乙"),
    "character set": ("甲\x1b(B乙", "甲乙"),
    "reset": ("甲\x1bc乙", "甲乙"),
    "unfinished string keeps its text": ("甲\x1b]0;青禾日报", "甲0;青禾日报"),
    "unfinished string ends with its line": ("甲\x1b]0;青禾\n日报\x07", "甲0;青禾\n日报"),
    "bare escape before Han": ("甲\x1b乙", "甲乙"),
    "nested escapes": ("甲\x1b\x1b[0m[31m乙", "甲[31m乙"),
    "controls": ("a\x00b\x07c\x08d\x7fe\x9ff", "abcdef"),
    "bidi override": ("甲\u202e乙\u202c\u2066丙\u2069\u200f", "甲乙丙"),
    "byte order mark inside": ("甲\ufeff乙", "甲乙"),
    "zero width space and soft hyphen": ("甲\u200b乙 co\u00adoperate", "甲乙 cooperate"),
    "lone surrogate": ("甲\ud800乙", "甲\ufffd乙"),
    "vertical forms": (
        "﹁甲﹂︐乙︒︙︱﹃丙﹄︵丁︶︻戊︼︽己︾︿庚﹀︓︔︕︖",
        "「甲」，乙。…—『丙』（丁）【戊】《己》〈庚〉：；！？",
    ),
    "NFC": ("cafe\u0301 神", "café 神"),
}

KEPT = {
    "ideographic space": "甲\u3000乙",
    "no-break space": "甲\u00a0乙",
    "ideographic variation sequence": "葛\U000e0100",
    "text variation selector": "☎\ufe0e",
    "private use": "\ue123",
    "joiners": "क\u200dष\u200c",
    "compatibility forms": "①㎡Ａ１％ﬁ",
    "radicals": "⼈⺠",
    "replacement character": "\ufffd",
    "half-width and odd punctuation": "｡｢｣∶─⋯〝〞",
}


@pytest.mark.parametrize(("given_text", "expected"), CASES.values(), ids=CASES)
def test_cleans(given_text: str, expected: str) -> None:
    assert clean(given_text).text == expected


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_keeps(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.text == text
    assert cleaned.removed.total == 0


def test_counts_by_class() -> None:
    assert clean("\x1b[1m甲\x1b[0m\x00\x01\x7f\u202e\ufeff\u200b\ud800").removed == Removed(
        escapes=2, controls=3, bidi=1, invisible=2, surrogates=1
    )


def test_line_ends_tabs_and_vertical_forms_are_not_counted() -> None:
    assert clean("甲\r\n\t乙\x85﹁丙﹂").removed.total == 0


def test_many_unfinished_strings_take_no_time() -> None:
    """Each of these could look for its terminator to the end of the text."""
    text = "\x1b]" * 50_000 + "\x9d" * 50_000 + "\x1b[" * 50_000 + "\x9b;" * 50_000
    assert "\x1b" not in clean(text).text


ANYTHING = st.text(
    st.one_of(
        st.characters(codec=None),
        st.sampled_from("\x1b[]\x9b\x9d\x9c\x07\\;0mPX^_\r\n\v\f\t\x85\u2028\u202e\ufeff\u200b︐﹁\ud800\udc00e\u0301"),
    ),
    max_size=60,
)


@given(ANYTHING)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text).text
    again = clean(once)
    assert again.text == once
    assert again.removed.total == 0


@given(ANYTHING)
def test_nothing_harmful_is_left(text: str) -> None:
    cleaned = clean(text).text
    assert unicodedata.is_normalized("NFC", cleaned)
    for character in cleaned:
        if character not in "\n\f":
            assert unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp")
            assert unicodedata.bidirectional(character) not in (
                "LRE",
                "RLE",
                "LRO",
                "RLO",
                "PDF",
                "LRI",
                "RLI",
                "FSI",
                "PDI",
            )


@given(
    st.text(
        st.characters(categories=["L", "N", "P", "S", "Zs"], exclude_characters="︐︑︒︓︔︕︖︗︘︙"), max_size=60
    )
)
def test_letters_numbers_marks_and_spaces_stay(text: str) -> None:
    vertical = {character for character in text if "\ufe30" <= character <= "\ufe48"}
    expected = unicodedata.normalize("NFC", text)
    assert vertical or clean(text).text == expected
    assert len(unicodedata.normalize("NFC", clean(text).text)) == len(expected)
