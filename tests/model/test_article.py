"""What an article says about itself."""

from __future__ import annotations

import pytest

from reader.model import Article, ArticleKind, Part, PartKind, count_characters


def article(*parts: tuple[PartKind, str], page: str = "p1") -> Article:
    return Article("a1", page, ArticleKind.ARTICLE, tuple(Part(kind, text, page) for kind, text in parts))


@pytest.mark.parametrize(
    ("parts", "title"),
    [
        ([(PartKind.KICKER, "县长要求"), (PartKind.HEADLINE, "修好"), (PartKind.HEADLINE, "新桥")], "修好 新桥"),
        ([(PartKind.KICKER, "县长要求"), (PartKind.LABEL, "要闻")], "县长要求"),
        ([(PartKind.SUBHEADLINE, "——记新桥通车"), (PartKind.LABEL, "要闻")], "——记新桥通车"),
        ([(PartKind.LABEL, "要闻"), (PartKind.PARAGRAPH, "新桥通车。")], "要闻"),
        ([(PartKind.PARAGRAPH, "新桥通车。")], ""),
        ([], ""),
    ],
)
def test_title(parts: list[tuple[PartKind, str]], title: str) -> None:
    assert article(*parts).title == title


def test_body_and_length_leave_the_heading_out() -> None:
    item = article(
        (PartKind.HEADLINE, "新桥"),
        (PartKind.BYLINE, "记者 周一川"),
        (PartKind.DATELINE, "本报讯"),
        (PartKind.PARAGRAPH, "新桥 通车。"),
        (PartKind.CROSSHEAD, "两年\u3000时间"),
        (PartKind.CAPTION, "图为新桥"),
    )
    assert [part.text for part in item.body] == ["新桥 通车。", "两年\u3000时间", "图为新桥"]
    assert item.length == 5 + 4 + 4


def test_pages_each_once_in_order() -> None:
    parts = tuple(Part(PartKind.PARAGRAPH, "新桥通车。", page) for page in ("p1", "p1", "p3", "p1"))
    assert Article("a1", "p1", ArticleKind.ARTICLE, parts).pages == ("p1", "p3")


@pytest.mark.parametrize(("texts", "count"), [([], 0), ([" \u3000\n"], 0), (["新 桥", "a b"], 4), (["\U00020000"], 1)])
def test_count_characters(texts: list[str], count: int) -> None:
    assert count_characters(texts) == count
