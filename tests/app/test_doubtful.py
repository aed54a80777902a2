"""Words that were doubtful to the text recognition: dim where the reader wants it so, in every view."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rich.segment import Segment

from reader.app.choices import find_choices
from reader.app.screens.reading import ReadingScreen
from reader.app.setting import View
from reader.model import Article, ArticleKind, Issue, LineSpan, Page, Part, PartKind, TextBlock, TextLine
from reader.settings import Value
from tests.app.test_reading import reading

LINE = TextLine("昨日新桥通车了", 1, ratings=bytes([95, 95, 30, 30, 95, 95, 95]))
SPANS = (LineSpan("p1", 1, 0, 7),)


@pytest.fixture
def scanned() -> Issue:
    article = Article("a1", "p1", ArticleKind.ARTICLE, (Part(PartKind.PARAGRAPH, LINE.text, "p1", SPANS),))
    return Issue("scan.xml", "alto", "青禾日报", None, (Page("p1", (TextBlock((LINE,)),)),), (article,))


def choose(screen: ReadingScreen, setting: str, value: Value) -> None:
    find_choices(screen.app).choose(setting, value)


def dim_text(screen: ReadingScreen) -> str:
    """What is drawn in the colour of doubtful words, row by row."""
    view = screen.article_view
    colour = view.get_component_rich_style("text--doubtful", partial=True).color
    body = view.get_component_rich_style("text--paragraph", partial=True).color
    assert colour != body

    def drawn() -> Iterator[Segment]:
        for y in range(view.size.height):
            yield from view.render_line(y)

    return "".join(segment.text for segment in drawn() if segment.style and segment.style.color == colour)


@pytest.mark.parametrize("view", list(View))
async def test_they_are_dim_in_every_view(scanned: Issue, view: View) -> None:
    async with reading(scanned) as (pilot, screen):
        choose(screen, "view", view.value)
        await pilot.pause()
        assert "新" not in dim_text(screen)
        choose(screen, "dim_doubtful", True)
        await pilot.pause()
        shown = dim_text(screen)
        assert "新" in shown and "桥" in shown and "昨" not in shown and "通" not in shown


async def test_a_match_is_lit_over_them(scanned: Issue) -> None:
    async with reading(scanned) as (pilot, screen):
        choose(screen, "dim_doubtful", True)
        await pilot.press("slash", *"新", "enter")
        await pilot.pause()
        shown = dim_text(screen)
        assert "桥" in shown and "新" not in shown
