import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import ConversionError
from reader.hanzi import script
from reader.hanzi.script import (
    STANDARDS,
    Converted,
    Script,
    choose_config,
    convert,
    guess_script,
    is_available,
    standards_for,
)

needs_opencc = pytest.mark.skipif(not is_available(), reason="OpenCC is not installed")
CHARACTER_CONFIGS = [standard.config for standard in STANDARDS if not standard.phrases]
PHRASE_CONFIGS = [standard.config for standard in STANDARDS if standard.phrases]
# Words that some phrase standard replaces, with characters around them and strange things between.
WORDS = st.sampled_from(
    [
        *"的了在，。？！ \n\u3000a1",
        *("软件", "鼠标", "打印机", "互联网络", "信息", "算法", "出租车", "数据库", "的士", "巴士", "面包车", "乾隆"),
        *("頭髮", "軟體", "滑鼠", "網際網路", "資料庫", "計程車", "演算法", "隨身碟", "印表機", "資訊"),
        *("\x00", "\ud800", "𠮷", "葛\U000e0100", "豈"),
    ]
)
TEXTS = st.lists(WORDS, max_size=12).map("".join)


@needs_opencc
@pytest.mark.parametrize(
    ("text", "config", "converted"),
    [
        ("头发出发", "s2t", "頭髮出發"),
        ("台湾的群众", "s2tw", "臺灣的群眾"),
        ("为了卫生", "s2hk", "為了衞生"),
        ("頭髮出發", "t2s", "头发出发"),
        ("軟體", "tw2sp", "软件"),
        ("软件", "s2twp", "軟體"),
        ("", "s2t", ""),
        ("殢", "t2s", "殢"),
    ],
)
def test_convert(text: str, config: str, converted: str) -> None:
    assert convert(text, config).text == converted


@needs_opencc
@settings(max_examples=50)
@given(TEXTS | st.text(), st.sampled_from(CHARACTER_CONFIGS))
def test_characters_keep_their_offsets(text: str, config: str) -> None:
    converted = convert(text, config)
    assert len(converted.text) == len(text)
    assert converted.alignment is None


@needs_opencc
@settings(max_examples=200)
@given(TEXTS, st.sampled_from(PHRASE_CONFIGS), st.data())
def test_the_laws_of_offsets(text: str, config: str, data: st.DataObject) -> None:
    converted = convert(text, config)
    forward = [converted.from_source(offset) for offset in range(len(text) + 1)]
    back = [converted.to_source(offset) for offset in range(len(converted.text) + 1)]
    assert forward == sorted(forward)
    assert back == sorted(back)
    assert (forward[0], forward[-1]) == (0, len(converted.text))
    assert (back[0], back[-1]) == (0, len(text))
    assert all(back[there] <= offset for offset, there in enumerate(forward))
    assert all(forward[there] <= offset for offset, there in enumerate(back))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    there = converted.span_from_source(start, end)
    assert there[0] <= there[1]
    back_start, back_end = converted.span_to_source(*there)
    assert back_start <= start
    if start < end:
        assert back_end >= end
    else:
        assert back_start == back_end


@needs_opencc
@settings(max_examples=200)
@given(TEXTS, TEXTS, TEXTS, st.sampled_from(PHRASE_CONFIGS))
def test_a_word_is_covered_by_what_it_became(before: str, word: str, after: str, config: str) -> None:
    whole = convert(before + word + after, config)
    parts = [convert(part, config).text for part in (before, word, after)]
    if whole.text != "".join(parts):
        return  # a word stands across the cuts
    start, end = whole.span_from_source(len(before), len(before) + len(word))
    assert start <= len(parts[0])
    if word:
        assert end >= len(parts[0]) + len(parts[1])


@needs_opencc
def test_a_replaced_word_is_mapped_as_a_whole() -> None:
    text = "新的互联网络信息算法。"
    converted = convert(text, "s2twp")
    assert converted.text == "新的網際網路資訊演算法。"
    for word, replaced in [
        ("互联网络", "網際網路"),
        ("信息", "資訊"),
        ("算法", "演算法"),
        ("法", "演算法"),
        ("。", "。"),
    ]:
        start, end = converted.span_from_source(text.index(word), text.index(word) + len(word))
        assert converted.text[start:end] == replaced


def test_the_same_offsets_without_alignment() -> None:
    converted = Converted("頭髮")
    assert (converted.from_source(1), converted.to_source(2)) == (1, 2)
    assert converted.span_from_source(0, 1) == converted.span_to_source(0, 1) == (0, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("柳江县举办丰收节", Script.SIMPLIFIED),
        ("柳江縣舉辦豐收節", Script.TRADITIONAL),
        ("报", Script.SIMPLIFIED),
        ("報", Script.TRADITIONAL),
        ("皇后在台里", None),
        ("乾著", None),
        ("报報", None),
        ("GDP 2017", None),
        ("", None),
        ("县长" * 10 + "縣", Script.SIMPLIFIED),
        ("\ud800\x00豐", Script.TRADITIONAL),
    ],
)
def test_guess_script(text: str, expected: Script | None) -> None:
    assert guess_script(text) is expected


@needs_opencc
@settings(max_examples=30)
@given(st.text(alphabet="国学报电车马东门问长风云台后里的一是", min_size=4).filter(guess_script))
def test_conversion_changes_the_guess(text: str) -> None:
    assert guess_script(text) is Script.SIMPLIFIED
    assert guess_script(convert(text, "s2tw").text) is Script.TRADITIONAL


@pytest.mark.parametrize(
    ("source", "target", "preferred", "config"),
    [
        (Script.SIMPLIFIED, None, None, None),
        (Script.SIMPLIFIED, None, "s2hk", None),
        (Script.SIMPLIFIED, Script.SIMPLIFIED, None, None),
        (Script.SIMPLIFIED, Script.TRADITIONAL, None, "s2tw"),
        (Script.SIMPLIFIED, Script.TRADITIONAL, "s2hk", "s2hk"),
        (Script.SIMPLIFIED, Script.TRADITIONAL, "tw2s", "s2tw"),
        (Script.TRADITIONAL, Script.SIMPLIFIED, None, "t2s"),
        (Script.TRADITIONAL, Script.SIMPLIFIED, "tw2sp", "tw2sp"),
        (Script.TRADITIONAL, Script.TRADITIONAL, None, None),
        (Script.TRADITIONAL, Script.TRADITIONAL, "t2tw", "t2tw"),
        (Script.TRADITIONAL, Script.TRADITIONAL, "s2tw", None),
        (None, Script.TRADITIONAL, None, "s2tw"),
        (None, Script.SIMPLIFIED, None, "t2s"),
    ],
)
def test_choose_config(source: Script | None, target: Script | None, preferred: str | None, config: str | None) -> None:
    assert choose_config(source, target, preferred) == config


@needs_opencc
def test_every_standard_converts() -> None:
    assert len({standard.name for standard in STANDARDS}) == len(STANDARDS)
    for standard in STANDARDS:
        assert convert("头髮", standard.config).text


def test_standards_for_a_script() -> None:
    assert {standard.source for standard in standards_for(Script.SIMPLIFIED)} == {Script.SIMPLIFIED}
    assert standards_for(None) == STANDARDS


@pytest.mark.parametrize("config", ["bogus", "", "../t2s", "t2jp"])
def test_unknown_standards(config: str) -> None:
    with pytest.raises(ConversionError, match="no script conversion"):
        convert("头", config)


def test_without_opencc(monkeypatch: pytest.MonkeyPatch) -> None:
    script._find_converter.cache_clear()
    monkeypatch.setitem(sys.modules, "opencc", None)
    assert not is_available()
    with pytest.raises(ConversionError, match="pip install opencc"):
        convert("头发", "s2t")
    assert guess_script("头发") is Script.SIMPLIFIED


def test_with_another_package_of_that_name(monkeypatch: pytest.MonkeyPatch) -> None:
    class Module:
        @staticmethod
        def OpenCC(config: str) -> None:  # noqa: N802
            """Takes no dictionaries to leave out."""

    script._find_converter.cache_clear()
    monkeypatch.setitem(sys.modules, "opencc", Module)
    assert not is_available()
    with pytest.raises(ConversionError, match="another package"):
        convert("头发", "s2t")
