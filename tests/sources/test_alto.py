"""ALTO alone: namespaces, words, hyphens, spaces, reading order, direction."""

from __future__ import annotations

import re
from pathlib import Path, PurePath

import pytest

from reader.errors import BrokenSourceError, EmptySourceError
from reader.model import Box, Direction, Page, mean_rating
from reader.sources.alto import Alto
from tests.sources.builders import EM, V3, V4, Block, make_alto

REAL = Path(__file__).parents[3] / "shared/pages/alto"

NAMESPACES = (
    "",
    "http://schema.ccs-gmbh.com/ALTO",
    "http://www.loc.gov/standards/alto/ns-v2#",
    V3,
    V4,
)


def read(text: str | bytes) -> Page:
    data = text.encode() if isinstance(text, str) else text
    return Alto().read(PurePath("page.xml"), data).pages[0]


def line(inner: str, attributes: str = "") -> str:
    return (
        "<alto><Layout><Page ID='P1'><PrintSpace><TextBlock ID='B'>"
        f"<TextLine {attributes}>{inner}</TextLine></TextBlock></PrintSpace></Page></Layout></alto>"
    )


def text_of(inner: str) -> str:
    return read(line(inner)).lines[0].text


@pytest.mark.parametrize("namespace", NAMESPACES)
def test_every_namespace(namespace: str) -> None:
    page = read(make_alto("P1", [Block("B1", ("青禾镇", "新桥 通车"))], namespace=namespace))
    assert [one.text for one in page.lines] == ["青禾镇", "新桥 通车"]
    assert page.lines[0].box == Box(100, 100, 120, 40)
    assert mean_rating(page.lines[:1]) == pytest.approx(0.9)
    assert page.blocks[0].id == "B1"


def test_a_prefix_and_floats() -> None:
    text = make_alto("P1", [Block("B1", ("bridge opens",))]).replace('HPOS="100"', 'HPOS="100.5"')
    for name in ("alto", "Layout", "Page", "PrintSpace", "TextBlock", "TextLine", "String"):
        text = text.replace(f"<{name}", f"<a:{name}").replace(f"</{name}", f"</a:{name}")
    page = read(text.replace("xmlns=", "xmlns:a="))
    box = page.lines[0].box
    assert box is not None
    assert (page.lines[0].text, box.hpos) == ("bridge opens", 100.5)


@pytest.mark.parametrize(
    ("strings", "expected"),
    [
        ("<String CONTENT='new'/><SP/><String CONTENT='bridge'/>", "new bridge"),
        ("<String CONTENT='new'/><String CONTENT='bridge'/>", "new bridge"),
        ("<String CONTENT='新'/><String CONTENT='桥'/>", "新桥"),
        ("<String CONTENT='新桥'/><SP/><String CONTENT='通车'/>", "新桥 通车"),
        ("<String CONTENT='新' HEIGHT='40'/><SP WIDTH='4'/><String CONTENT='桥' HEIGHT='40'/>", "新桥"),
        ("<String CONTENT='新' HEIGHT='40'/><SP WIDTH='40'/><String CONTENT='桥' HEIGHT='40'/>", "新 桥"),
        ("<String CONTENT='新橋'/><String CONTENT='12'/>", "新橋12"),
        ("<String CONTENT='a&amp;b'/><String/><String CONTENT=' '/>", "a&b"),
    ],
)
def test_spaces_between_words(strings: str, expected: str) -> None:
    assert text_of(strings) == expected


@pytest.mark.parametrize(
    "end",
    [
        "<String CONTENT='brid' SUBS_TYPE='HypPart1' SUBS_CONTENT='bridge'/><HYP CONTENT='-'/>",
        "<String CONTENT='brid' SUBS_TYPE='HypPart1' SUBS_CONTENT='bridge'/><HYP CONTENT='&#xad;'/>",
        "<String CONTENT='brid-' SUBS_TYPE='HypPart1' SUBS_CONTENT='bridge'/>",
        "<String CONTENT='brid&#xac;' SUBS_TYPE='HypPart1' SUBS_CONTENT='bridge'/>",
        "<String CONTENT='brid' SUBS_TYPE='HypPart1' SUBS_CONTENT='bridge'/>",
        "<String CONTENT='brid'/><HYP/>",
    ],
)
def test_a_divided_word_keeps_one_marked_hyphen(end: str) -> None:
    found = read(line(end)).lines[0]
    assert (found.text, found.hyphen) == ("brid-", 1)


@pytest.mark.parametrize("end", ["<String CONTENT='well-'/>", "<String CONTENT='bridge'/>"])
def test_an_unmarked_line_end_stays(end: str) -> None:
    assert read(line(end)).lines[0].hyphen == 0


def test_strings_without_coordinates_are_kept() -> None:
    page = read(line("<String CONTENT='seen'/><String CONTENT='too' HPOS='5' VPOS='6' WIDTH='7' HEIGHT='8'/>"))
    assert page.lines[0].text == "seen too"
    assert page.lines[0].box == Box(5, 6, 7, 8)
    assert read(line("<String CONTENT='seen'/>")).lines[0].box is None


@pytest.mark.parametrize("value", ["", "wide", "NaN", "inf", "-"])
def test_broken_coordinates_are_none(value: str) -> None:
    page = read(line("<String CONTENT='seen'/>", f"HPOS='{value}' VPOS='1' WIDTH='1' HEIGHT='1'"))
    assert page.lines[0].box is None


def test_size_is_in_units_of_the_page() -> None:
    page = read(make_alto("P1", [Block("B1", ("大字",), size=20), Block("B2", ("小字",), vpos=300, size=10)]))
    sizes = [one.size for one in page.lines]
    assert sizes[0] is not None
    assert sizes[1] is not None
    assert sizes[0] == 2 * sizes[1]


def test_reading_order() -> None:
    order = (
        "<ReadingOrder><OrderedGroup ID='g'><ElementRef REF='B2'/><ElementRef REF='B1'/></OrderedGroup></ReadingOrder>"
    )
    blocks = [Block("B1", ("二",)), Block("B2", ("一",)), Block("B3", ("三",))]
    assert [one.text for one in read(make_alto("P1", blocks, extra=order)).lines] == ["一", "二", "三"]
    assert [one.text for one in read(make_alto("P1", blocks)).lines] == ["二", "一", "三"]


def test_marks_that_are_words_stand_close_where_spaces_are_not_told() -> None:
    page = make_alto("P1", [Block("B1", ("The bridge is open , they say ( at last ) .",))])
    assert read(page).lines[0].text == "The bridge is open , they say ( at last ) ."
    tight = re.sub(r"<SP[^>]*>", "", page)
    wide = re.sub(r'HPOS="(\d+)" (?=[^>]*CONTENT)', "", tight)
    assert read(wide).lines[0].text == "The bridge is open , they say ( at last ) ."
    close = re.sub(
        r'(CONTENT="[^"]+" HPOS="\d+" VPOS="\d+" WIDTH=")(\d+)', lambda m: f"{m[1]}{int(m[2]) + EM // 3}", tight
    )
    assert read(close).lines[0].text == "The bridge is open, they say (at last)."


def test_a_block_names_the_one_that_follows() -> None:
    blocks = [Block(name, (name,)) for name in ("B1", "B2", "B3", "B4")]
    page = make_alto("P1", blocks).replace('ID="B1"', 'ID="B1" IDNEXT="B3"').replace('ID="B3"', 'ID="B3" IDNEXT="B9"')
    assert [line.text for line in read(page).lines] == ["B1", "B3", "B2", "B4"]
    ring = page.replace('IDNEXT="B9"', 'IDNEXT="B1"')
    assert sorted(line.text for line in read(ring).lines) == ["B1", "B2", "B3", "B4"]


@pytest.mark.parametrize(("direction", "expected"), [("ttb", Direction.VERTICAL), ("ltr", Direction.HORIZONTAL)])
def test_direction_as_told(direction: str, expected: Direction) -> None:
    assert read(make_alto("P1", [Block("B1", ("字",))], direction=direction)).direction is expected


def test_direction_by_the_shape_of_lines() -> None:
    tall = "HPOS='900' VPOS='100' WIDTH='40' HEIGHT='400'"
    assert read(line("<String CONTENT='新橋昨日通車'/>", tall)).direction is Direction.VERTICAL
    assert read(line("<String CONTENT='newbridge'/>", tall)).direction is Direction.HORIZONTAL


def test_text_is_cleaned_and_told() -> None:
    sourced = Alto().read(PurePath("page.xml"), line("<String CONTENT='新&#x9b;2J桥&#x202e;'/>").encode())
    assert sourced.pages[0].lines[0].text == "新桥"
    assert [note.code for note in sourced.notes] == ["characters-removed"]


def test_pages_are_numbered_from_the_first() -> None:
    text = make_alto("P1", [Block("B", ("一",))])
    body = text[text.index("<Page ") : text.index("</Layout>")]
    sourced = Alto().read(PurePath("p.xml"), text.replace("</Layout>", f"{body}</Layout>").encode(), first_page=4)
    assert [page.id for page in sourced.pages] == ["p4", "p5"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encodings(encoding: str) -> None:
    text = make_alto("P1", [Block("B1", ("新桥通车，行人不绝",))])
    if encoding == "gb18030":
        text = text.replace('encoding="UTF-8"', 'encoding="GB18030"')
    elif encoding == "utf-16":
        text = text.replace('encoding="UTF-8"', 'encoding="UTF-16"')
    assert read(text.encode(encoding)).lines[0].text == "新桥通车，行人不绝"


def test_an_encoding_that_is_not_the_declared_one() -> None:
    data = make_alto("P1", [Block("B1", ("新桥通车，行人不绝于途，远近都来看",))]).encode("gb18030")
    assert read(data).lines[0].text == "新桥通车，行人不绝于途，远近都来看"


class TestErrors:
    def test_no_text(self) -> None:
        with pytest.raises(EmptySourceError, match="no text"):
            read(make_alto("P1", []))

    def test_empty(self) -> None:
        with pytest.raises(EmptySourceError, match="empty"):
            read(b" \n")

    @pytest.mark.parametrize(
        "dtd",
        [
            '<!DOCTYPE alto [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>',
            '<!DOCTYPE alto [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
            '<!DOCTYPE alto [<!ENTITY % p SYSTEM "http://example.invalid/p.dtd"> %p;]>',
        ],
    )
    def test_entities_are_refused(self, dtd: str) -> None:
        text = line("<String CONTENT='&a;'/>")
        for data in (f"{dtd}{text}".encode(), f"{dtd}{text}".encode("utf-16")):
            with pytest.raises(BrokenSourceError, match="entities"):
                read(data)

    def test_cut_files_are_read_as_far_as_they_go(self) -> None:
        text = make_alto("P1", [Block(f"B{at}", (f"第{at}段",)) for at in range(9)])
        sourced = Alto().read(PurePath("page.xml"), text[: text.index("第5段")].encode())
        assert sourced.pages[0].lines[0].text == "第0段"
        assert [note.code for note in sourced.notes] == ["source-damaged"]

    def test_nothing_but_damage(self) -> None:
        with pytest.raises((BrokenSourceError, EmptySourceError)):
            read(b"<alto \xff\xfe")


@pytest.mark.skipif(not REAL.is_dir(), reason="the real pages are not beside this checkout")
@pytest.mark.parametrize("path", sorted(REAL.glob("*.xml")), ids=lambda path: path.stem[:12])
def test_real_pages(path: Path) -> None:
    from lxml import etree

    root = etree.parse(path).getroot()
    contents = [value for string in root.iter("{*}String") if (value := string.get("CONTENT")) and not value.isspace()]
    page = Alto().read(path, path.read_bytes()).pages[0]
    assert sum(len(one.text.split()) for one in page.lines) <= sum(len(value.split()) for value in contents)
    letters = "".join(character for value in contents for character in value if character.isalnum())
    assert "".join(character for one in page.lines for character in one.text if character.isalnum()) == letters
    assert all(one.box is not None for one in page.lines)
