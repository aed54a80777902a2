"""What names of files and folders say."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.naming import Named, natural_key, nfc, parse_issue_name, parse_page_name

DAY = date(2017, 12, 13)

PAGES = {
    "青禾日报-2017-12-13-01.txt": Named("青禾日报", DAY, "01"),
    "青禾日报_20171213_A03.txt": Named("青禾日报", DAY, "A03"),
    "青禾日报 2017年12月13日 第2版.txt": Named("青禾日报", DAY, "2"),
    "青禾日报2017.12.13.txt": Named("青禾日报", DAY),
    "青禾日报-2017-12-13-01-要闻.txt": Named("青禾日报", DAY, "01", "要闻"),
    "青禾日报/2017-12-13/01.txt": Named("青禾日报", DAY, "01"),
    "20171213/A01.txt": Named(None, DAY, "A01"),
    "2017-12/13/2.txt": Named(None, DAY, "2"),
    "2017/12/13/第十二版.txt": Named(None, DAY, "12"),
    "2017/1213/b2.txt": Named(None, DAY, "B2"),
    "2017-12/13.txt": Named(None, DAY),
    "2017-12-13.txt": Named(None, DAY),
    "2017-12-13/page-4.txt": Named(None, DAY, "4"),
    "2017-12-13/p4.txt": Named(None, DAY, "4"),
    "2017-12-13/01-要闻.txt": Named(None, DAY, "01", "要闻"),
    "2017-12-13/第01版：要闻.txt": Named(None, DAY, "01", "要闻"),
    "禾报/民国三十六年七月十二日/01.txt": Named("禾报", date(1947, 7, 12), "01"),
    "青禾晚报.txt": Named("青禾晚报"),
    "01.txt": Named(label="01"),
    "qinghe-2017-12-13.txt": Named(None, DAY),
    "qinghe-2017-12-13-01.txt": Named(None, DAY, "01"),
    "2017-12-13-青禾日报-01.txt": Named("青禾日报", DAY, "01"),
    "9999-99-99-2017-12-13-A4.txt": Named(None, DAY, "A4"),
    "notes.txt": Named(),
    "notes-2.txt": Named(),
    "我的文章.txt": Named(),
    "会议2.txt": Named(),
    "2017-13-45.txt": Named(),
    "12345678.txt": Named(),
    "0123-02-03.txt": Named(),
    "page": Named(),
}


@pytest.mark.parametrize(("name", "expected"), PAGES.items(), ids=PAGES)
def test_page_names(name: str, expected: Named) -> None:
    assert parse_page_name(PurePosixPath(name)) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("青禾日报-2017-12-13", Named("青禾日报", DAY)),
        ("青禾日报/20171213", Named("青禾日报", DAY)),
        ("青禾日报/2017-12/13", Named("青禾日报", DAY)),
        ("青禾日报/2017/12/13", Named("青禾日报", DAY)),
        ("/2017-12-12/2017-12-13", Named(None, DAY)),
        ("downloads/pages", Named()),
        ("/", Named()),
    ],
)
def test_issue_names(name: str, expected: Named) -> None:
    assert parse_issue_name(PurePosixPath(name)) == expected


def test_decomposed_names_are_composed() -> None:
    """As some systems keep them."""
    assert parse_page_name(PurePosixPath("2017-12-13/01-\uf9e4版.txt")).section == "理版"


def test_natural_order() -> None:
    names = [
        "10.txt",
        "2.txt",
        "A10.txt",
        "A2.txt",
        "a1.txt",
        "第十版.txt",
        "第二版.txt",
        "第1版.txt",
        "01.txt",
        "１１.txt",
    ]
    assert sorted(names, key=natural_key) == [
        *("01.txt", "2.txt", "10.txt", "１１.txt"),
        *("a1.txt", "A2.txt", "A10.txt"),
        *("第1版.txt", "第二版.txt", "第十版.txt"),
    ]


@given(st.lists(st.text(max_size=12) | st.from_regex(r"第?[0-9一二十]{0,3}版?\.txt", fullmatch=True)))
def test_any_names_have_one_order(names: list[str]) -> None:
    ordered = sorted(names, key=natural_key)
    names.reverse()
    assert sorted(names, key=natural_key) == ordered


@given(st.text(max_size=40))
def test_nothing_is_said_that_is_not_in_the_name(name: str) -> None:
    named = parse_page_name(PurePosixPath(name))
    assert named.title is None or named.title in nfc(name)
    assert named.section is None or named.section in nfc(name)
    assert named.label != ""
