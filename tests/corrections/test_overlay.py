"""The file of corrections."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.corrections import (
    Anchor,
    Break,
    Correction,
    Corrections,
    GiveHeading,
    Join,
    Merge,
    Move,
    Recast,
    Split,
    format_correction,
    format_overlay,
    parse_overlay,
)
from reader.corrections.overlay import HEADER
from reader.model import FurnitureKind, PartKind
from tests.corrections.issues import ROLES

_TEXT = st.text(min_size=1, max_size=12).filter(lambda text: text.strip() and text.isprintable())
_ANCHORS = st.builds(Anchor, _TEXT, _TEXT, st.integers(1, 9), st.text("新桥 \\\"'\t\x7f　", max_size=5))
_CORRECTIONS: st.SearchStrategy[Correction] = st.one_of(
    st.builds(Split, _ANCHORS),
    st.builds(Merge, _ANCHORS, st.none() | _ANCHORS),
    st.builds(Move, _ANCHORS, st.none() | _ANCHORS, _ANCHORS, st.none(), st.none() | st.sampled_from(ROLES)),
    st.builds(Move, _ANCHORS, st.none() | _ANCHORS, st.none(), st.none() | _ANCHORS),
    st.builds(GiveHeading, _ANCHORS, _ANCHORS, st.none() | _ANCHORS),
    st.builds(Recast, _ANCHORS, st.sampled_from(ROLES), st.none() | _ANCHORS),
    st.builds(Break, _ANCHORS),
    st.builds(Join, _ANCHORS),
)

WRITTEN = """\
# 我的更正

[[correction]]
do = "split"
page = "01"
at = "青禾镇新桥昨日"

# 图说误作正文
[[correction]]
do = "recast"
page = "01"
at = { words = "本报讯", nth = 2, below = "石桥村" }
through = "何田 摄"
role = "caption"

[[correction]]
do = "move"
page = "01"
at = "以后赶集"
to = { words = "渡口", page = "02" }
"""


def test_what_is_written_is_read() -> None:
    overlay = parse_overlay(WRITTEN)
    assert overlay.notes == ()
    assert overlay.corrections.items == (
        Split(Anchor("01", "青禾镇新桥昨日")),
        Recast(Anchor("01", "本报讯", 2, "石桥村"), PartKind.CAPTION, Anchor("01", "何田 摄")),
        Move(Anchor("01", "以后赶集"), to=Anchor("02", "渡口")),
    )


def test_what_was_read_is_written_back_with_its_comments() -> None:
    corrections = parse_overlay(WRITTEN.replace("\n", "\r\n")).corrections
    assert format_overlay(corrections) == WRITTEN
    added = format_overlay(corrections.add(Break(Anchor("02", "渡口"))))
    assert added == WRITTEN + '\n[[correction]]\ndo = "break"\npage = "02"\nat = "渡口"\n'
    assert format_overlay(corrections.undo()) == WRITTEN[: WRITTEN.rindex("\n[[")]
    assert "误作" not in format_overlay(corrections.undo().undo())


def test_the_written_file_is_readable() -> None:
    correction = Recast(Anchor("01", "图为新桥"), FurnitureKind.FOLIO, Anchor("01", "何田", 2, "图为"))
    assert format_overlay(Corrections().add(correction)) == HEADER + (
        "\n[[correction]]\n"
        'do = "recast"\n'
        'page = "01"\n'
        'at = "图为新桥"\n'
        'through = { words = "何田", nth = 2, below = "图为" }\n'
        'role = "folio"\n'
    )


@given(st.lists(_CORRECTIONS, max_size=5))
@settings(max_examples=120, deadline=None)
def test_there_and_back(made: list[Correction]) -> None:
    corrections = Corrections()
    for correction in made:
        corrections = corrections.add(correction)
    text = format_overlay(corrections)
    assert len(tomllib.loads(text).get("correction", [])) == len(made)
    overlay = parse_overlay(text)
    assert overlay.notes == ()
    assert overlay.corrections.items == tuple(made)
    assert format_overlay(overlay.corrections) == text


@given(st.one_of(st.text(max_size=80), st.text('[]corection="#\n \x00新', max_size=60)))
@settings(max_examples=200, deadline=None)
def test_any_text_is_kept(text: str) -> None:
    corrections = parse_overlay(text).corrections
    written = format_overlay(corrections)
    assert format_overlay(parse_overlay(written).corrections) == written
    kept = text.removeprefix("\ufeff").translate({10: None, 13: None})
    assert kept in written.replace("\n", "")


SPLIT = '[[correction]]\ndo = "split"\npage = "01"\n'


@pytest.mark.parametrize(
    ("entry", "line", "words"),
    [
        ('[[correction]]\ndo = "glue"\npage = "01"\nat = "新桥"', 4, "`do` must be one of split, merge"),
        ('[[correction]]\npage = "01"\nat = "新桥"', 4, "`do` must be"),
        (SPLIT, 4, "split needs `at`"),
        (SPLIT + 'at = "新桥"\nwhy = "…"', 4, "split has no `why`"),
        ('[[correction]]\ndo = "split"\nat = "新桥"', 4, "`page` must be"),
        ('[[correction]]\ndo = "split"\npage = 1\nat = "新桥"', 4, "`page` must be"),
        (SPLIT + "at = 7", 4, "`at` must be the words of a line"),
        (SPLIT + 'at = ""', 4, "`at` must have the words"),
        (SPLIT + 'at = { words = "新桥", nth = 0 }', 4, "`nth` of `at`"),
        (SPLIT + 'at = { words = "新桥", nth = true }', 4, "`nth` of `at`"),
        (SPLIT + 'at = { words = "新桥", below = 3 }', 4, "`page` and `below`"),
        (SPLIT + 'at = { word = "新桥" }', 4, "`at` must be the words of a line"),
        (SPLIT + 'at = "新桥', 4, "this is no TOML"),
        (SPLIT.replace("split", "recast") + 'at = "新桥"\nrole = "title"', 4, "`role` must be one of label"),
        (SPLIT.replace("split", "recast") + 'at = "新桥"', 4, "recast needs `role`"),
        (SPLIT.replace("split", "move") + 'at = "新桥"\nto = "甲"\nafter = "乙"', 4, "not both"),
        ("[elsewhere]\nx = 1", 4, "unknown table [elsewhere]"),
        ("[correction]\nx = 1", 4, "unknown table [correction]"),
        ("# 说明\n[[correction]]\nx", 5, "this is no TOML"),
    ],
)
def test_what_is_wrong_is_told_and_kept_and_the_rest_applies(entry: str, line: int, words: str) -> None:
    text = f'# 更正\n# 两行\n\n{entry}\n\n{SPLIT}at = "渡口"\n'
    overlay = parse_overlay(text, "01.dubao.toml")
    assert overlay.corrections.items == (Split(Anchor("01", "渡口")),)
    [note] = overlay.notes
    assert note.code == "correction-wrong"
    assert str(note.message).startswith(f"01.dubao.toml line {line} is not used: ")
    assert words in str(note.message)
    assert entry.strip() in format_overlay(overlay.corrections)


def test_what_stands_outside_the_tables_is_told_and_kept() -> None:
    text = f'version = 1\n\n{SPLIT}at = "渡口"\n'
    overlay = parse_overlay(text)
    assert len(overlay.corrections.items) == len(overlay.notes) == 1
    assert format_overlay(overlay.corrections) == text


def test_what_is_wrong_is_passed_over_by_undo() -> None:
    corrections = parse_overlay(f'{SPLIT}at = "渡口"\n\n{SPLIT}\n').corrections
    assert corrections.next_undo == Split(Anchor("01", "渡口"))
    undone = corrections.undo()
    assert undone.items == ()
    assert undone.next_undo is None
    assert undone.undo() == undone
    assert undone.next_redo == Split(Anchor("01", "渡口"))
    assert SPLIT.strip() in format_overlay(undone)


@pytest.mark.parametrize("words", ['引号"反斜\\杠', "制\t表", "\x1b[31m", "\ud800"])
def test_no_character_leaves_its_string(words: str) -> None:
    text = format_correction(Split(Anchor("01", words)))
    assert text.isascii() or text.encode()
    [table] = tomllib.loads(text)["correction"]
    assert table["at"] == words.replace("\ud800", "\ufffd")
