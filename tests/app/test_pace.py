"""How long an article takes to read, in either script."""

from __future__ import annotations

import pytest

from reader.app.pace import reading_minutes
from reader.model import Article, ArticleKind, Part, PartKind


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("昨日新桥通车，行人不绝。" * 100, 3.0), ("The new bridge was opened. " * 100, 2.0), ("", 0.0)],
)
def test_minutes(text: str, minutes: float) -> None:
    article = Article("a1", "p1", ArticleKind.ARTICLE, (Part(PartKind.PARAGRAPH, text, "p1"),))
    assert reading_minutes(article) == pytest.approx(minutes, abs=0.05)
