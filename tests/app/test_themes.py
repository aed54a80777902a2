"""Every theme can be read: contrast (WCAG AA) of what the running app resolves its styles to; hits beyond colour."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rich.style import Style
from textual.color import Color
from textual.theme import BUILTIN_THEMES
from textual.widget import Widget
from textual.widgets import Input

from reader.app.app import DubaoApp
from reader.app.contrast import ENOUGH, contrast, make_legible
from reader.app.themes import THEMES, reading_variables
from reader.app.widgets.article_list import ArticleList
from reader.app.widgets.article_view import ArticleView
from reader.app.widgets.page_view import PageView
from reader.model import Issue

COLOURED = [theme.name for theme in THEMES if not theme.ansi]
ANSI = [*(theme.name for theme in THEMES if theme.ansi), *(n for n, theme in BUILTIN_THEMES.items() if theme.ansi)]
OTHERS = [name for name, theme in BUILTIN_THEMES.items() if not theme.ansi]
ON_CURSOR = ("list--mark", "list--hits", "list--length")
DIM = 0.66
"""How much of its colour Textual leaves to dim text."""


def ratio(style: Style, ground: Style | None = None) -> float:
    below = (ground or style).bgcolor
    assert style.color is not None and below is not None
    return contrast(Color.from_rich_color(style.color), Color.from_rich_color(below))


def find_ratios(app: DubaoApp) -> Iterator[tuple[str, float]]:
    """What is drawn on the reading screen → its contrast."""
    for widget in app.screen.walk_children():
        if not isinstance(widget, Widget):
            continue
        if type(widget).__module__.startswith("reader") or isinstance(widget, Input):
            yield f"{type(widget).__name__}#{widget.id}", ratio(widget.rich_style)
        if type(widget).__module__.startswith("reader"):
            for name in sorted(widget.COMPONENT_CLASSES):
                yield name, ratio(widget.get_component_rich_style(name))
    selection = app.screen.get_component_rich_style("screen--selection")
    yield "selection", ratio(selection)
    sidebar = app.screen.query_one(ArticleList)
    cursor = sidebar.get_component_rich_style("list--cursor")
    for name in ON_CURSOR:
        yield f"{name} on the cursor's row", ratio(sidebar.get_component_rich_style(name), cursor)
    page = app.screen.query_one(PageView)
    yield (
        "page--mark on the cursor's row",
        ratio(page.get_component_rich_style("page--mark"), page.get_component_rich_style("page--cursor")),
    )


@pytest.mark.parametrize("theme", [*COLOURED, *OTHERS])
async def test_everything_can_be_read(issue: Issue, theme: str) -> None:
    app = DubaoApp(issue)
    async with app.run_test(size=(160, 40)) as pilot:
        app.theme = theme
        await pilot.pause()
        await pilot.press("p", "tab", "slash")
        await pilot.pause()
        found = dict(find_ratios(app))
        app.screen.query_one(ArticleList).focus()
        await pilot.pause()
        found |= {f"{name}, sidebar in focus": value for name, value in find_ratios(app)}
    assert len(found) > 40
    assert {name: round(value, 2) for name, value in found.items() if value < ENOUGH} == {}


@pytest.mark.parametrize("theme", COLOURED)
async def test_textuals_own_widgets_can_be_read(issue: Issue, theme: str) -> None:
    app = DubaoApp(issue)
    async with app.run_test(size=(120, 40)) as pilot:
        app.theme = theme
        await pilot.press("colon")
        await pilot.pause()
        found = {}
        for name in ("command-palette--help-text", "command-palette--highlight"):
            found[name] = ratio(app.screen.get_component_rich_style(name))
        colour = app.theme_variables
        ink, sheet = Color.parse(colour["ink"]), Color.parse(colour["surface"])
        found["dim text in a panel"] = contrast(sheet.blend(ink, DIM, alpha=1), sheet)
        bar = Color.parse(colour["panel-lighten-1"])
        for name in ("foreground", "text-success", "text-warning", "text-error"):
            found[f"{name} of a notice"] = contrast(Color.parse(colour[name]), bar)
        found["a chosen option"] = contrast(
            Color.parse(colour["block-cursor-foreground"]), Color.parse(colour["block-cursor-background"])
        )
    assert {name: round(value, 2) for name, value in found.items() if value < ENOUGH} == {}


@pytest.mark.parametrize("theme", [*COLOURED, *ANSI, *OTHERS])
async def test_hits_never_rely_on_colour_alone(issue: Issue, theme: str) -> None:
    app = DubaoApp(issue)
    async with app.run_test(size=(120, 40)) as pilot:
        app.theme = theme
        await pilot.pause()
        view = app.screen.query_one(ArticleView)
        hit = view.get_component_rich_style("text--hit", partial=True)
        current = view.get_component_rich_style("text--current-hit", partial=True)
        plain = view.get_component_rich_style("text--paragraph")
        headline = view.get_component_rich_style("text--headline")
    assert hit.underline and not plain.underline and not headline.underline
    # In a headline, which is bold, the current hit still differs from the others.
    assert current.reverse and not hit.reverse


def test_a_theme_says_all_that_the_style_sheet_asks_for() -> None:
    names = [frozenset(reading_variables(theme)) for theme in (*THEMES, *BUILTIN_THEMES.values())]
    assert set(names) == {names[0]}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#808080", "#808080", 1.0)],
)
def test_contrast_is_that_of_the_standard(one: str, other: str, expected: float) -> None:
    assert contrast(Color.parse(one), Color.parse(other)) == pytest.approx(expected, abs=0.01)


def test_a_colour_is_changed_no_further_than_it_must() -> None:
    white, grey = Color.parse("#ffffff"), Color.parse("#999999")
    assert make_legible(Color.parse("#333333"), [white]) == Color.parse("#333333")
    assert ENOUGH <= contrast(make_legible(grey, [white]), white) < 5
