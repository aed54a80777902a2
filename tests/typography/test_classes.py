import sys

import pytest

from reader.typography.classes import ADDRESS, classify


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("春江𠀀𱍊🎉\ue000", "HHHHHH"),
        ("“‘《（【〔", "OOOOOO"),
        ("”》）】〕」", "CCCCCC"),
        ("。、；！？·～－々", "CCCCCCCCC"),
        ("，：．", "KKK"),
        (".,:;'", "IIIII"),
        ("()!?", "occc"),
        ("aéλЖＡ①■°", "AAAAAAAS"),
        ("19１９", "NNWW"),
        ("—―─⸺…⋯", "DDDTEE"),
        ("￥$#％℃", "PPPSS"),
        ("／/\u00a0\u2060", "LLGG"),
        (" \u3000\t\n\u200b", "BBBBB"),
        ("a\u0301葛\U000e0100\ufe0f", "AMHMM"),
        ("👨\u200d👩🏽", "HJHM"),
        ("🇨🇳", "RR"),
        ("️︵︶︒﹁﹂", "MOCCOC"),
        ("각ᆨ", "HM"),
    ],
)
def test_each_character_has_its_class(text: str, classes: str) -> None:
    assert classify(text) == classes


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ('说"好"。', "HoHcC"),
        ('"好"和"好"', "oHcHoHc"),
        ('说"好。', "HQHC"),  # one is missing: no telling which
        ('5"管和6"管', "NQHHNQH"),  # inches
        ('好 "好" 好', "HBoHcBH"),
        ('好" 好"好', "HQBHQH"),  # the first would open before a blank
    ],
)
def test_straight_quotes_open_and_close_where_they_alternate_soundly(text: str, classes: str) -> None:
    assert classify(text) == classes


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("⿰木每春", "HMMH"),
        ("⿱⿰木木火春", "HMMMMH"),
        ("⿲木木木", "HMMM"),
        ("⿰木", "xH"),  # an operand is missing
        ("⿰。木", "xCH"),
        ("⿰⿰", "xx"),
    ],
)
def test_a_complete_description_is_one_character(text: str, classes: str) -> None:
    assert classify(text) == classes


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("见https://news.example/2031/a?b=c&d=e#f。", "https://news.example/2031/a?b=c&d=e#f"),
        ("见 www.example.net/a,b).", "www.example.net/a,b"),
        ("example.org/~x", "example.org/~x"),
        ("晓/处处", None),
        ("12/31", None),
        ("and/or", None),
        ("http://", None),
    ],
)
def test_web_addresses_are_found_without_the_sentence_around_them(text: str, address: str | None) -> None:
    found = ADDRESS.search(text)
    assert (found and found[0]) == address


def test_an_address_is_a_run_of_letters() -> None:
    assert classify("看http://a.b/c，好") == "H" + "A" * 12 + "KH"


def test_every_code_point_has_a_class() -> None:
    for code in [*range(0x3100), *range(0xD700, 0x10FFF), sys.maxunicode]:
        assert classify(chr(code)) in set("HANWOoCcKIVYPSGLQDTEMJRBuxy")
