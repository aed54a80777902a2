"""issue.toml: what is right in it applies, what is wrong is told."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Direction
from reader.sources.manifest import Manifest, ManifestPage, parse_manifest

WHOLE = """
title = "青禾日报"
date = 2024-03-05
direction = "horizontal"

[[pages]]
file = "01.txt"
label = "01"
section = "要闻"

[[pages]]
file = "02.txt"
label = 2
direction = "vertical"
"""


def test_a_whole_manifest() -> None:
    assert parse_manifest(WHOLE.encode()) == Manifest(
        "青禾日报",
        date(2024, 3, 5),
        Direction.HORIZONTAL,
        (
            ManifestPage("01.txt", "01", "要闻"),
            ManifestPage("02.txt", "2", direction=Direction.VERTICAL),
        ),
    )


def test_an_empty_manifest_says_nothing() -> None:
    assert parse_manifest(b"") == Manifest()


def test_a_byte_order_mark_is_no_harm() -> None:
    assert parse_manifest(b"\xef\xbb\xbf" + WHOLE.encode()) == parse_manifest(WHOLE.encode())


@pytest.mark.parametrize(
    "day", ["2024-03-05", '"2024-03-05"', '"2024年3月5日"', "2024-03-05T08:00:00", '"民國113年3月5日"']
)
def test_ways_to_write_the_date(day: str) -> None:
    assert parse_manifest(f"date = {day}".encode()).date == date(2024, 3, 5)


WRONG = {
    'date = "soon"': "date",
    "date = 20240305": "date",
    "title = 3": "title",
    'title = "  "': "title",
    'direction = "up"': "direction",
    "pages = 3": "pages",
    "pages = [1]": "pages 1",
    '[[pages]]\nlabel = "01"': "pages 1 file",
    '[[pages]]\nfile = ["a"]': "pages 1 file",
    '[[pages]]\nfile = "a"\nlabel = true': "pages 1 label",
    '[[pages]]\nfile = "a"\ncolour = 1': "pages 1 colour",
    'newspaper = "青禾日报"': "newspaper",
}


@pytest.mark.parametrize(("entry", "place"), WRONG.items())
def test_a_wrong_entry_is_told_and_the_rest_applies(entry: str, place: str) -> None:
    right = 'direction = "vertical"' if "title" in entry else 'title = "青禾日报"'
    manifest = parse_manifest(f"{right}\n{entry}\n".encode())
    assert (manifest.title, manifest.direction) in {("青禾日报", None), (None, Direction.VERTICAL)}
    assert [note.code for note in manifest.notes] == ["manifest-wrong"]
    assert place in str(manifest.notes[0].message)


@pytest.mark.parametrize("data", [b"title = ", "title = '青禾日报'".encode("gb18030"), b"\0", b"date = 2024-13-45"])
def test_what_is_no_toml_is_told(data: bytes) -> None:
    manifest = parse_manifest(data)
    assert (manifest.title, manifest.pages) == (None, ())
    assert [note.code for note in manifest.notes] == ["manifest-wrong"]


def test_controls_reach_neither_the_title_nor_a_note() -> None:
    manifest = parse_manifest(b'title = "\\u001b[31mRED\\u202e"\n"\\u001b[2J" = 1\n')
    assert manifest.title == "RED"
    assert not any("\x1b" in str(note.message) for note in manifest.notes)


@given(
    st.binary(max_size=80)
    | st.text(max_size=80)
    .map(
        str.encode,
    )
    .filter(bool)
)
def test_any_bytes_give_a_manifest(data: bytes) -> None:
    assert all(note.code == "manifest-wrong" for note in parse_manifest(data).notes)
