"""ABBYY FineReader XML: characters to lines."""

from __future__ import annotations

from pathlib import PurePath

import pytest

from reader.errors import EmptySourceError
from reader.model import Box, mean_rating
from reader.sources import find_source
from reader.sources.abbyy import Abbyy

NAMESPACE = "http://www.abbyy.com/FineReader_xml/FineReader10-schema-v1.xml"


def line(text: str, size: int = 10) -> str:
    characters = "".join(f'<charParams l="1" t="2" r="3" b="4" charConfidence="60">{one}</charParams>' for one in text)
    return f'<line l="10" t="20" r="110" b="60"><formatting fs="{size}.">{characters}</formatting></line>'


def document(*paragraphs: str) -> bytes:
    inner = "".join(f"<par>{paragraph}</par>" for paragraph in paragraphs)
    return (
        f'<document xmlns="{NAMESPACE}"><page width="9" height="9"><block blockType="Text"><text>{inner}</text></block>'
        "</page></document>"
    ).encode()


def test_characters_make_lines() -> None:
    found = Abbyy().read(PurePath("a.xml"), document(line("new brid¬") + line("ge", 20), line("新桥 通车"))).pages[0]
    assert [[one.text for one in block.lines] for block in found.blocks] == [["new brid-", "ge"], ["新桥 通车"]]
    first, second = found.blocks[0].lines
    assert (first.box, mean_rating([first]), first.hyphen, second.hyphen) == (Box(10, 20, 100, 40), 0.6, 1, 0)
    assert first.size is not None
    assert second.size == 2 * first.size


def test_a_character_that_was_not_rated_says_nothing() -> None:
    data = document(line("新")).replace(b'charConfidence="60"', b'charConfidence="255"')
    assert Abbyy().read(PurePath("a.xml"), data).pages[0].lines[0].ratings == b""


@pytest.mark.parametrize(
    ("attributes", "percent"),
    [
        pytest.param('charConfidence="41" wordFromDictionary="true"', 41, id="a number"),
        pytest.param('wordFromDictionary="1"', 100, id="a word that a dictionary has"),
        pytest.param('wordFromDictionary="false"', 50, id="one that none has"),
        pytest.param('wordFromDictionary="0" wordNumeric="1"', 100, id="a number in digits"),
        pytest.param('suspicious="true"', 50, id="a suspected character"),
    ],
)
def test_how_sure_it_was_of_a_word(attributes: str, percent: int) -> None:
    data = document(line("bri")).replace(b'charConfidence="60"', attributes.encode())
    assert Abbyy().read(PurePath("a.xml"), data).pages[0].lines[0].ratings == bytes([percent] * 3)


def test_text_without_characters() -> None:
    data = document('<line l="1" t="1" r="2" b="2"><formatting>新桥</formatting></line>')
    assert Abbyy().read(PurePath("a.xml"), data).pages[0].lines[0].text == "新桥"


@pytest.mark.parametrize("data", [document(line("字")), b'<page width="9"><block blockType="Text"/></page>'])
def test_it_is_told_by_its_first_tag(data: bytes) -> None:
    source = find_source(PurePath("a.xml"), data)
    assert source is not None
    assert source.name == "abbyy"


def test_no_text() -> None:
    with pytest.raises(EmptySourceError):
        Abbyy().read(PurePath("a.xml"), document(line(" ")))
