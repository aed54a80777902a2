"""Corrections from their file to the issue that is opened."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reader.corrections import (
    Correction,
    Corrections,
    LineFinder,
    Merge,
    Recast,
    Split,
    read_corrections,
    write_corrections,
)
from reader.corrections import files as places
from reader.library import correct, find_samples, open_issue
from reader.model import Author, Issue, PartKind
from tests.corrections.issues import check_issue

PAGE = """\
青禾镇新桥通车

本报讯 昨日上午，青禾镇新桥正式通车，全镇三千居民从此不再绕路。以后赶集只要十分

钟，船工老沈说，他撑了四十年的渡船，往后就停在岸边给孩子们看。

记者 苏木青
"""


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "find_corrections_folder", lambda: tmp_path / "data")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def keep(path: Path, *made: Correction) -> None:
    corrections = read_corrections(path).corrections
    for correction in made:
        corrections = corrections.add(correction)
    write_corrections(path, corrections)


def split_at(issue: Issue, number: int) -> Split:
    anchor = LineFinder(issue.pages).make_anchor(issue.pages[0], number)
    assert anchor is not None
    return Split(anchor)


def test_an_issue_is_opened_with_its_corrections(page: Path) -> None:
    plain = open_issue(page)
    keep(page, split_at(plain, 5))
    corrected = open_issue(page)
    check_issue(corrected)
    assert len(corrected.articles) == len(plain.articles) + 1
    assert open_issue(page, corrections=False) == plain
    assert correct(plain, read_corrections(page).corrections) == corrected


def test_corrections_hold_after_another_extraction(page: Path) -> None:
    keep(page, split_at(open_issue(page), 5))
    page.write_text("第一版\n\n" + PAGE.replace("钟，船工老沈说", "钟,船工老沉说"), encoding="utf-8")
    corrected = open_issue(page)
    check_issue(corrected)
    assert [note.code for note in corrected.notes if note.code.startswith("correction")] == ["correction-approximate"]
    assert any(article.parts[0].text.startswith("钟,船工") for article in corrected.articles)


def test_a_correction_whose_line_is_gone_is_told_and_kept(page: Path) -> None:
    keep(page, split_at(open_issue(page), 5))
    page.write_text(PAGE.split("\n\n钟")[0], encoding="utf-8")
    assert [note.code for note in open_issue(page).notes if "correction" in note.code] == ["correction-unresolved"]
    assert len(read_corrections(page).corrections.items) == 1


def test_a_wrong_entry_is_told(page: Path) -> None:
    (page.parent / "page.dubao.toml").write_text('[[correction]]\ndo = "glue"\n', encoding="utf-8")
    assert [note.code for note in open_issue(page).notes if "correction" in note.code] == ["correction-wrong"]


def test_a_new_byline_is_read_as_structure_reads_it(page: Path) -> None:
    issue = open_issue(page)
    anchor = split_at(issue, 7).at
    plain = correct(issue, Corrections().add(Recast(anchor, PartKind.PARAGRAPH)))
    assert plain.articles[0].authors == ()
    signed = correct(plain, Corrections().add(Recast(anchor, PartKind.BYLINE)))
    assert signed.articles[0].authors == (Author("苏木青", "记者"),)


def test_the_file_of_corrections_is_no_page(page: Path) -> None:
    folder = page.parent
    keep(page, split_at(open_issue(page), 5))
    keep(folder, split_at(open_issue(folder), 5))
    issue = open_issue(folder)
    assert len(issue.pages) == 1
    assert not any("dubao.toml" in str(note.message) for note in issue.notes)


def test_an_issue_of_many_pages_keeps_its_laws() -> None:
    for sample in find_samples():
        issue = open_issue(sample.path, corrections=False)
        finder = LineFinder(issue.pages)
        made = Corrections()
        for page in issue.pages:
            lines = finder.find_lines(page)
            for number, line in enumerate(lines[3::11]):
                anchor = finder.make_anchor(page, line.number)
                assert anchor is not None
                made = made.add(Split(anchor) if number % 2 else Merge(anchor))
        corrected = correct(issue, made)
        check_issue(corrected)
        assert replace(corrected, articles=(), furniture=(), notes=()) == replace(
            issue, articles=(), furniture=(), notes=()
        )
