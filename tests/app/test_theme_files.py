"""Themes of the reader's own: what is right applies, what is wrong is a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.color import Color

from reader.app.app import DubaoApp
from reader.app.contrast import ENOUGH, contrast
from reader.app.theme_fields import FIELDS, find_low_contrast, parse_theme, usual_colours, write_theme
from reader.app.theme_files import begin_theme, list_sources, read_themes
from reader.app.themes import reading_variables
from reader.app.widgets.article_view import ArticleView
from reader.errors import SettingsError
from reader.languages import Language
from reader.model import Issue
from reader.settings import read_settings

pytestmark = pytest.mark.parametrize("language", [Language.ENGLISH], indirect=True)

MINE = 'dark = false\npaper = "#ffffff"\nink = "navy"\n'


@pytest.fixture
def folder(private_config_folder: Path) -> Path:
    themes = private_config_folder / "themes"
    themes.mkdir()
    return themes


def test_what_is_left_out_is_that_of_paper() -> None:
    theme, complaints = parse_theme(MINE, "mine", "themes/mine.toml")
    assert theme is not None and complaints == []
    assert (theme.name, theme.dark, theme.background, theme.foreground) == ("mine", False, "#ffffff", "navy")
    assert theme.primary == usual_colours(dark=False)["heading"]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param(
            'ink = "nosuch"\n', ["line 1: ink must be a colour such as #2b2824 or sienna, not nosuch"], id="no colour"
        ),
        pytest.param(
            "\npaper = 3\n", ["line 2: paper must be a colour such as #2b2824 or sienna, not 3"], id="no text"
        ),
        pytest.param(
            'bar = "ansi_red"\n', ["line 1: bar must be a colour such as #2b2824 or sienna, not ansi_red"], id="ANSI"
        ),
        pytest.param(
            'bar = "#12345678"\n', ["line 1: bar must be a colour such as #2b2824 or sienna, not #12345678"], id="glass"
        ),
        pytest.param('dark = "yes"\n', ["line 1: dark must be true or false, not yes"], id="neither"),
        pytest.param('inck = "red"\n', ["line 1: a theme has no colour inck"], id="unknown"),
        pytest.param(
            "[textual]\ntext_alpha = 2.0\nfoo = 1\nvariables = 3\n",
            [
                "line 2: text_alpha must be a number from 0.0 to 1.0, not 2.0",
                "line 3: Textual's themes have no field foo",
                "line 4: variables must be a table of texts, not 3",
            ],
            id="Textual's",
        ),
        pytest.param("ink = \n", ["line 1: this is no TOML, so that nothing in it applies: Invalid value"], id="none"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, sentences: Sequence[str]) -> None:
    _, complaints = parse_theme(text, "mine", "themes/mine.toml")
    assert [str(complaint) for complaint in complaints] == [f"themes/mine.toml, {sentence}" for sentence in sentences]


def test_textuals_own_fields_apply() -> None:
    text = '[textual]\naccent = "#ff0000"\n[textual.variables]\nborder = "#00ff00"\n'
    theme, complaints = parse_theme(text, "mine", "mine")
    assert theme is not None and complaints == []
    assert (theme.accent, theme.variables["border"]) == ("#ff0000", "#00ff00")
    assert theme.variables["quiet"] == usual_colours(dark=True)["quiet"]


def test_low_contrast_is_told_and_text_can_be_read_all_the_same() -> None:
    theme, complaints = parse_theme('paper = "#000000"\nink = "#333333"\n', "mine", "mine")
    assert theme is not None
    [sentence] = [complaint.message for complaint in complaints]
    assert sentence.startswith("ink on cursor has a contrast of 1.") and sentence.endswith("needs 4.5")
    assert contrast(Color.parse(reading_variables(theme)["ink"]), Color.parse("#000000")) >= ENOUGH


@pytest.mark.parametrize("dark", [True, False])
def test_the_example_is_one_of_ours_with_every_colour(dark: bool) -> None:
    theme, complaints = parse_theme(write_theme(dark=dark), "mine", "mine")
    assert theme is not None and complaints == []
    assert theme.dark is dark
    assert list(find_low_contrast(usual_colours(dark=dark))) == []
    assert set(FIELDS) == set(usual_colours(dark=dark))


def test_files_are_read_by_name(folder: Path) -> None:
    (folder / "b.toml").write_text(MINE, encoding="utf-8")
    (folder / "a.toml").write_text(MINE, encoding="utf-8")
    (folder / "notes.txt").write_text("nothing", encoding="utf-8")
    (folder / "My Theme.toml").write_text(MINE, encoding="utf-8")
    (folder / "bytes.toml").write_bytes(b"\xff\xfe")
    themes, complaints = read_themes()
    assert [each.theme.name for each in themes] == ["a", "b"]
    assert [complaint.file for complaint in complaints] == ["themes/My Theme.toml", "themes/bytes.toml"]


def test_without_a_folder_there_are_none() -> None:
    assert read_themes() == ((), ())


def test_one_that_is_called_like_another_takes_its_place(folder: Path) -> None:
    (folder / "sepia.toml").write_text(MINE, encoding="utf-8")
    found = [(source, path) for theme, source, path in list_sources() if theme.name == "sepia"]
    assert found == [("", folder / "sepia.toml")]


@pytest.mark.parametrize("name", ["", "../x", "A", "a b", "读"])
def test_a_name_is_a_file_on_every_system(name: str) -> None:
    with pytest.raises(SettingsError, match="only a–z"):
        begin_theme(name, dark=True, overwrite=False)


def test_one_is_begun_and_not_overwritten() -> None:
    path = begin_theme("mine", dark=True, overwrite=False)
    assert [each.theme.name for each in read_themes()[0]] == ["mine"]
    with pytest.raises(SettingsError):
        begin_theme("mine", dark=True, overwrite=False)
    assert begin_theme("mine", dark=False, overwrite=True) == path


@pytest.mark.parametrize("dark", [True, False])
async def test_the_screen_is_drawn_in_it(issue: Issue, folder: Path, dark: bool) -> None:
    paper = "#101020" if dark else "#fefefe"
    (folder / "mine.toml").write_text(f'dark = {str(dark).lower()}\npaper = "{paper}"\n', encoding="utf-8")
    (folder.parent / "config.toml").write_text('theme = "mine"\n', encoding="utf-8")
    app = DubaoApp(issue, settings=read_settings(env={}))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.theme == "mine"
        assert "mine" in app.available_themes
        style = app.screen.query_one(ArticleView).rich_style
        assert style.bgcolor is not None and style.bgcolor.name == paper
        assert not app._notifications
