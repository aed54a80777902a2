"""What is taken along by the clipboard or a command."""

from __future__ import annotations

import pytest

from reader.errors import ExportError
from reader.export.extracts import Manner, extract_articles, extract_passage, find_surroundings
from reader.model import PartKind
from tests.export.issues import BRIDGE, ISSUE, NOTICE, make_article

ARTICLE = make_article(
    (PartKind.HEADLINE, "新桥通车"),
    (PartKind.PARAGRAPH, "一。二！三？四。"),
    (PartKind.PARAGRAPH, "五。六。"),
    page="p1",
)


@pytest.mark.parametrize(
    ("stretches", "around"),
    [
        pytest.param([(1, 2, 3)], "一。二！三？", id="one before and one after"),
        pytest.param([(1, 0, 1)], "一。二！", id="nothing before the first"),
        pytest.param([(1, 7, 8)], "三？四。", id="nothing after the last"),
        pytest.param([(0, 1, 3)], "新桥通车", id="a headline is one"),
        pytest.param([(1, 1, 5)], "一。二！三？四。", id="over several"),
        pytest.param([(1, 6, 8), (2, 0, 1)], "三？四。\n五。六。", id="over two paragraphs"),
        pytest.param([(1, 0, 1), (1, 6, 7)], "一。二！三？四。", id="twice in one paragraph"),
    ],
)
def test_what_stands_around(stretches: list[tuple[int, int, int]], around: str) -> None:
    assert find_surroundings(ARTICLE, stretches) == around


@pytest.mark.parametrize("manner", Manner)
def test_articles_in_every_manner(manner: Manner) -> None:
    text = extract_articles(ISSUE, [BRIDGE, NOTICE], manner)
    assert BRIDGE.title in text
    assert ("[N]" in text.replace("\\", "")) == (manner is not Manner.PLAIN)
    assert ("<article>" in text) == (manner is Manner.HTML)


@pytest.mark.parametrize("manner", Manner)
def test_a_passage_in_every_manner(manner: Manner) -> None:
    text = extract_passage(ISSUE, BRIDGE, "十分钟\n*二*\x1b", manner)
    assert ("十分钟" in text) == (manner is not Manner.CITATION)
    assert ("[N]" in text) == (manner in (Manner.CITED, Manner.CITATION))
    assert "\x1b" not in text


def test_no_article() -> None:
    with pytest.raises(ExportError, match="no article"):
        extract_articles(ISSUE, [], Manner.PLAIN)
