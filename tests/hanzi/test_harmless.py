"""Text that cannot act on a terminal or an editor."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.hanzi.harmless import REPLACEMENT, make_harmless


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("新桥，“通车”。\u3000A1 é 𠀀", "新桥，“通车”。\u3000A1 é 𠀀", id="text of a newspaper stays"),
        pytest.param("一\x1b[31m二", "一\ufffd[31m二", id="escape"),
        pytest.param("一\x9b31m二", "一\ufffd31m二", id="one-byte CSI"),
        pytest.param("一\a\b\x7f\0二", "一\ufffd\ufffd\ufffd\ufffd二", id="bell, backspace, delete, nul"),
        pytest.param("一\t\r\n二", "一\ufffd\ufffd\ufffd二", id="tab and line ends"),
        pytest.param("一\u202e二\u2066三\u200f", "一\ufffd二\ufffd三\ufffd", id="bidi controls"),
        pytest.param("一\u2028二\u2029三\x85", "一\ufffd二\ufffd三\ufffd", id="other line ends"),
        pytest.param("一\ud800二", "一\ufffd二", id="half a character"),
        pytest.param("葛\U000e0100👩\u200d🌾", "葛\U000e0100👩\u200d🌾", id="variants and joiners stay"),
    ],
)
def test_table(text: str, expected: str) -> None:
    assert make_harmless(text) == expected


def test_what_is_to_be_kept() -> None:
    assert make_harmless("一\t二\n三\x1b", keep="\n\t") == "一\t二\n三\ufffd"


@given(st.text(st.characters(), max_size=40))
def test_harmless_text_is_as_long_and_can_be_written(text: str) -> None:
    harmless = make_harmless(text)
    assert len(harmless) == len(text)
    assert not {"Cc", "Cs", "Zl", "Zp"} & {unicodedata.category(character) for character in harmless}
    assert make_harmless(harmless) == harmless
    assert all(new in (old, REPLACEMENT) for old, new in zip(text, harmless, strict=True))
    harmless.encode()
