"""Which encoding: by evidence, never by locale."""

from __future__ import annotations

import codecs
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import EncodingError, NotTextError, ReaderError
from reader.sources.encoding import decode
from reader.sources.frequency import COMMON, FOREIGN, FREQUENT, IMPOSSIBLE, PUNCTUATION, RARE, REPLACED, weigh

SHORT_SIMPLIFIED = "青禾县的新桥昨日通车，两岸的人们都来看热闹。"
SIMPLIFIED = (
    "本报讯（记者 周一川）青禾县的新桥昨日通车，两岸的人们都来看热闹。县长在会上说，这座桥长三百二十米，用了两年时间，"
    "是全县最长的一座。\n过去从河东到河西要坐船，遇到大风就只能等。“现在走路十分钟就到了，”住在河东的老人说。\n"
)
SHORT_TRADITIONAL = "青禾縣的新橋昨日通車，兩岸的人們都來看熱鬧。"
TRADITIONAL = (
    "〔記者周一川／青禾報導〕青禾縣的新橋昨日通車，兩岸的人們都來看熱鬧。縣長在會上說，這座橋長三百二十公尺，用了兩年時間，"
    "是全縣最長的一座。\n過去從河東到河西要坐船，遇到大風就只能等。「現在走路十分鐘就到了，」住在河東的老人說。\n"
)
OLD_STYLE = "本埠新聞、昨日午後、城西茶園失火、幸未延燒鄰屋、聞係小孩弄火所致、巡警當即到場、將火撲滅、\n"
MIXED = "第3届 Tech Week 大会 2024-03-05 在青禾开幕，App 下载量达 35 万次，增长 12.5%。\n"

READINGS = [
    (text, encoding)
    for text in (SHORT_SIMPLIFIED, SIMPLIFIED, SIMPLIFIED * 200, MIXED, MIXED * 100)
    for encoding in ("utf-8", "gb18030")
] + [
    (text, encoding)
    for text in (SHORT_TRADITIONAL, TRADITIONAL, TRADITIONAL * 200, OLD_STYLE)
    for encoding in ("utf-8", "gb18030", "big5hkscs")
]


@pytest.mark.parametrize(("text", "encoding"), READINGS)
def test_finds_the_encoding_of_chinese_text(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert not decoded.doubtful
    assert decoded.invalid == 0


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_text(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + SIMPLIFIED.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.doubtful) == (SIMPLIFIED, encoding, False)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [SIMPLIFIED, MIXED, "The new bridge\nwas opened yesterday.\n"])
def test_utf_16_without_its_mark_is_a_doubtful_guess(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.doubtful) == (text, encoding, True)


def test_ascii_is_utf_8() -> None:
    assert decode(b"The new bridge was opened.\n").encoding == "utf-8"


@pytest.mark.parametrize(
    "text",
    [
        "Le journal a été publié à Genève où l'été était très beau.",
        "Газета сообщает о новых событиях в городе.",
        "春の海ひねもすのたりのたりかな。東京の新聞。",
        "신문사는 어제 새로운 본사를 발표했다.",
    ],
)
def test_utf_8_of_other_scripts_is_utf_8(text: str) -> None:
    decoded = decode(text.encode())
    assert (decoded.text, decoded.encoding) == (text, "utf-8")


def test_text_of_an_encoding_that_is_not_asked_for_is_at_least_doubtful() -> None:
    korean = "신문사는 어제 새로운 본사를 발표했다. 기자회견에서 사장이 말했다."
    assert decode(korean.encode("euc-kr")).doubtful


@pytest.mark.parametrize(
    "text", ["Le journal a été publié à Genève où l'été était très beau.", "Газета сообщает о новом"]
)
def test_what_no_encoding_fits_names_the_way_out(text: str) -> None:
    with pytest.raises(NotTextError, match="--encoding"):
        decode(text.encode("latin-1" if "journal" in text else "cp1251"))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(SIMPLIFIED, "utf-8"), (SIMPLIFIED, "gb18030"), (TRADITIONAL, "big5hkscs"), (TRADITIONAL, "gb18030")],
)
def test_damage_does_not_unseat_the_right_encoding(text: str, encoding: str) -> None:
    """Ten bytes that fit nothing, in a file of some thousands."""
    data = bytearray((text * 30).encode(encoding))
    places = random.Random(7).sample(range(len(data)), 10)
    for place in places:
        data[place] = 0xFF
    decoded = decode(bytes(data))
    assert decoded.encoding == encoding
    assert decoded.doubtful
    assert decoded.invalid >= 1
    assert decoded.text.count("青禾") >= 25


def test_ascii_with_a_stray_byte_is_doubtful_utf_8() -> None:
    decoded = decode(b"It was the longest bridge. " * 20 + b"\x92")
    assert (decoded.encoding, decoded.doubtful, decoded.invalid) == ("utf-8", True, 1)


def test_the_replacement_character_in_a_source_is_no_damage() -> None:
    decoded = decode((SIMPLIFIED + "\ufffd").encode())
    assert (decoded.invalid, decoded.doubtful) == (0, False)


def test_sampling_a_long_file_still_sees_its_chinese() -> None:
    """A megabyte of ASCII first, then the paper."""
    data = b"-" * 79 + b"\n"
    assert decode(data * 13_000 + SIMPLIFIED.encode("gb18030")).encoding == "gb18030"


@pytest.mark.parametrize(
    ("name", "encoding"),
    [("gbk", "gb18030"), ("GB2312", "gb18030"), ("Big5", "big5hkscs"), ("cp950", "big5hkscs"), ("utf8", "utf-8")],
)
def test_a_named_encoding_is_used_with_its_extensions(name: str, encoding: str) -> None:
    text = TRADITIONAL if encoding == "big5hkscs" else SIMPLIFIED
    decoded = decode(text.encode(encoding), name)
    assert (decoded.text, decoded.encoding, decoded.doubtful) == (text, encoding, False)


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_a_named_encoding_leaves_no_byte_order_mark_in_the_text(name: str) -> None:
    base = name.removesuffix("-sig").removesuffix("-le")
    data = SIMPLIFIED.encode("utf-8-sig" if base == "utf-8" else base)
    assert decode(data, name).text == SIMPLIFIED


def test_a_named_encoding_beats_the_evidence() -> None:
    text = "Le journal a été publié à Genève."
    assert decode(text.encode("latin-1"), "latin-1").text == text


@pytest.mark.parametrize(
    "name", ["klingon", "", "base64", "rot13", "zlib", "idna", "undefined", "unicode_escape", "a\0b"]
)
def test_a_name_that_is_no_encoding_of_text(name: str) -> None:
    with pytest.raises(EncodingError, match="there is no encoding"):
        decode(SIMPLIFIED.encode(), name, source="page.txt")


def test_bytes_that_do_not_fit_the_named_encoding() -> None:
    with pytest.raises(EncodingError, match=r"page\.txt: the bytes do not fit utf-8: \d+ places"):
        decode(SIMPLIFIED.encode("gb18030"), "utf-8", source="page.txt")


def test_a_named_encoding_takes_a_little_damage() -> None:
    decoded = decode((SIMPLIFIED * 10).encode("gb18030") + b"\xff", "gb18030")
    assert (decoded.doubtful, decoded.invalid) == (True, 1)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
        (b"PK\x03\x04\x14\0\x06\0", "ZIP"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "JPEG"),
        (b"\x7fELF\x02\x01\x01\0", "program"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "WebP"),
        (b"<?xml version='1.0'?><mets/>", "XML"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, name: str) -> None:
    with pytest.raises(NotTextError, match=name):
        decode(data)


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 40, b"\0" * 100, b"abc\0\1\2\3\4\5" * 100, random.Random(3).randbytes(5000)]
)
def test_binary_data_is_no_text(data: bytes) -> None:
    with pytest.raises(NotTextError):
        decode(data)


def test_a_few_controls_in_text_are_text() -> None:
    text = "READY a\x1b[31mRED\x07 b\x0bc\x00d 青禾县的新桥昨日通车"
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    ("character", "weight"),
    [
        ("的", FREQUENT),
        ("們", FREQUENT),
        ("，", PUNCTUATION),
        ("桥", COMMON),
        ("橋", COMMON),
        ("龘", RARE),
        ("の", FOREIGN),
        ("ㄅ", FOREIGN),
        ("─", FOREIGN),
        ("\ue000", IMPOSSIBLE),
        ("\x9b", IMPOSSIBLE),
        ("\ufffd", REPLACED),
    ],
)
def test_weights(character: str, weight: float) -> None:
    assert weigh(character) == weight


COMMON_SIMPLIFIED = st.sampled_from([c for c in SIMPLIFIED + SHORT_SIMPLIFIED if c != "\n"])
COMMON_TRADITIONAL = st.sampled_from([c for c in TRADITIONAL + OLD_STYLE if c != "\n"])


@settings(max_examples=60)
@given(
    st.text(COMMON_SIMPLIFIED, min_size=20, max_size=200), st.sampled_from(["utf-8", "gb18030", "utf-8-sig", "utf-16"])
)
def test_any_simplified_text_comes_back(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@settings(max_examples=60)
@given(
    st.text(COMMON_TRADITIONAL, min_size=20, max_size=200), st.sampled_from(["utf-8", "big5hkscs", "utf-16", "gb18030"])
)
def test_any_traditional_text_comes_back(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text or decoded.doubtful


@settings(max_examples=150)
@given(
    st.binary(max_size=400),
    st.none() | st.sampled_from(["utf-8", "gbk", "big5", "utf-16", "utf-7", "cp037", "hz", "x"]),
)
def test_any_bytes_are_text_or_a_sentence(data: bytes, encoding: str | None) -> None:
    try:
        decoded = decode(data, encoding)
    except ReaderError as error:
        assert "\n" not in str(error)
    else:
        assert decoded.invalid == 0 or decoded.doubtful
