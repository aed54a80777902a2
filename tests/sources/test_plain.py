"""Text to pages of lines: nothing lost, every line in its place."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import PurePath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import EmptySourceError, EncodingError, NotTextError, ReaderError
from reader.model import TextLine
from reader.sources.cleaning import clean
from reader.sources.plain import PlainText, find_lines, find_sheets

PATH = PurePath("page.txt")


def test_lines_know_their_number_indent_and_neighbour() -> None:
    text = "\n  新桥昨日通车\n两岸的人都来看\n\n　　过去要坐船\n \t \n \t a b \n"
    assert find_lines(clean(text).text) == (
        TextLine("新桥昨日通车", 2, indent=1.0, tight=False),
        TextLine("两岸的人都来看", 3, indent=0.0, tight=True),
        TextLine("过去要坐船", 5, indent=2.0, tight=False),
        TextLine("a b", 7, indent=3.0, tight=False),
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\x85", "\u2028"])
def test_all_line_ends_part_lines(end: str) -> None:
    sourced = PlainText().read(PATH, end.join(["新桥昨日通车", "", "两岸的人都来看"]).encode())
    assert [(line.text, line.number) for line in sourced.pages[0].lines] == [("新桥昨日通车", 1), ("两岸的人都来看", 3)]


def test_form_feeds_part_pages_and_blank_pages_are_left_out() -> None:
    sourced = PlainText().read(PATH, "\f第1版\n甲乙丙丁\f \n\f第2版\n戊己庚辛\f".encode(), first_page=3)
    assert [(page.id, page.label, page.lines[1].text) for page in sourced.pages] == [
        ("p3", "1", "甲乙丙丁"),
        ("p4", "2", "戊己庚辛"),
    ]


def test_the_text_tells_its_paper_and_day() -> None:
    sourced = PlainText().read(PATH, "青禾日报 2024年3月5日 星期二\n新桥昨日通车，两岸的人都来看。\n".encode())
    assert (sourced.title, sourced.date, sourced.format) == ("青禾日报", date(2024, 3, 5), "plain")
    assert sourced.notes == ()


def test_a_doubtful_encoding_is_a_note() -> None:
    notes = (
        PlainText()
        .read(PATH, "新桥昨日通车，两岸的人都来看热闹。".encode("utf-16-le") + "\n\n".encode("utf-16-le"))
        .notes
    )
    assert [(note.code, note.page) for note in notes] == [("encoding-doubtful", "p1")]
    assert "utf-16-le" in str(notes[0].message)


def test_damage_is_a_note_with_its_count() -> None:
    data = "新桥昨日通车，两岸的人都来看热闹。\n".encode() * 20 + b"\xff\n\xff"
    notes = PlainText().read(PATH, data).notes
    assert [note.code for note in notes] == ["encoding-doubtful"]
    assert "2 places" in str(notes[0].message)


def test_what_was_taken_out_is_one_note_with_counts() -> None:
    notes = PlainText().read(PATH, "\x1b[31m新桥\x1b[0m昨日\u202e通车\x07，两岸的\ufeff人".encode()).notes
    assert [(note.code, note.page) for note in notes] == [("characters-removed", "p1")]
    for part in ("2 escape sequences", "1 control character,", "1 bidi control,", "1 invisible character"):
        assert part in str(notes[0].message)


@pytest.mark.parametrize("data", [b"", b"\n \n\t\r\n", b"\xef\xbb\xbf", "　\u00a0\f\u200b".encode()])
def test_blanks_are_an_error(data: bytes) -> None:
    with pytest.raises(EmptySourceError, match=r"^page\.txt: "):
        PlainText().read(PATH, data)


def test_other_errors_name_the_file() -> None:
    with pytest.raises(NotTextError, match=r"^page\.txt: this seems to be a PDF"):
        PlainText().read(PATH, b"%PDF-1.4 ...")
    with pytest.raises(EncodingError, match=r"^page\.txt: there is no encoding 'klingon'"):
        PlainText().read(PATH, b"abc", encoding="klingon")


def test_a_name_that_acts_on_terminals_is_shown_harmless() -> None:
    with pytest.raises(EmptySourceError) as caught:
        PlainText().read(PurePath("a\x1b[2J\nb.txt"), b"")
    assert "\x1b" not in str(caught.value)
    assert "\n" not in str(caught.value)


NEWSPAPER = st.text(
    st.sampled_from("新桥昨日通车，。 　\n\r\f\t\v\x1b[0m\x00\x85\u2028\u202e\ufeffab12︐\ue000"), max_size=120
)


@settings(max_examples=150)
@given(NEWSPAPER | st.text(max_size=120))
def test_every_printed_character_is_in_one_line_once(text: str) -> None:
    try:
        data = text.encode()
    except UnicodeEncodeError:
        data = text.encode("utf-8", "replace")
    try:
        sourced = PlainText().read(PATH, data, encoding="utf-8")
    except ReaderError:
        return
    lines = [line for page in sourced.pages for line in page.lines]
    cleaned = clean(data.decode("utf-8").removeprefix("\ufeff")).text
    assert "".join("".join(line.text.split()) for line in lines) == "".join(cleaned.split())
    for line in lines:
        assert line.text == line.text.strip() != ""
        assert "\n" not in line.text
        assert line.indent >= 0
    for page in sourced.pages:
        assert page.lines
        assert max(Counter(line.number for line in page.lines).values()) == 1


@pytest.mark.parametrize(
    ("text", "sheets"),
    [
        pytest.param("甲\f乙", ["甲", "乙"], id="form feeds"),
        pytest.param("# 1\nPage 1\n甲\n\nPage 2\n乙\n", ["# 1\nPage 1\n甲\n\n", "Page 2\n乙\n"], id="markers"),
        pytest.param("甲\nPage 1\n乙", ["甲\nPage 1\n乙"], id="one marker parts nothing"),
        pytest.param("Page 3\n甲\nPage 5\n乙", ["Page 3\n甲\nPage 5\n乙"], id="numbers that do not count on"),
        pytest.param("甲\nPage 1 of it\n乙\nPage 2 too", ["甲\nPage 1 of it\n乙\nPage 2 too"], id="words behind"),
    ],
)
def test_sheets(text: str, sheets: list[str]) -> None:
    assert list(find_sheets(text)) == sheets
