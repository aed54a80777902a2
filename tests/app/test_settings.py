"""Settings on the screen: each has its effect, the file has it afterwards, and what is wrong is told."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import fields
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.app.app import DubaoApp
from reader.app.screens.reading import ReadingScreen
from reader.app.screens.settings import SettingsScreen
from reader.app.setting import Typesetting, View, make_typesetting
from reader.languages import Language, spoken_language
from reader.model import Issue
from reader.settings import BY_NAME, SETTINGS, Group, Origin, Value, read_settings
from reader.settings.parsing import parse_settings
from reader.settings.table import DEFAULTS

pytestmark = pytest.mark.parametrize("language", [Language.ENGLISH], indirect=True)


@pytest.fixture
def path(private_config_folder: Path) -> Path:
    return private_config_folder / "config.toml"


@asynccontextmanager
async def reading(
    issue: Issue, size: tuple[int, int] = (120, 40), **options: Value
) -> AsyncIterator[tuple[Pilot[None], ReadingScreen, DubaoApp]]:
    """The reading screen by the settings of the file and these options."""
    app = DubaoApp(issue, settings=read_settings(options, {}))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert app.reading is not None
        yield pilot, app.reading, app


async def go_to(pilot: Pilot[None], name: str) -> SettingsScreen:
    """Open the settings, with the cursor on one."""
    await pilot.press("comma")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, SettingsScreen)
    while screen.setting is None or screen.setting.name != name:
        await pilot.press("down")
    return screen


def row(screen: SettingsScreen) -> str:
    option = screen.rows.highlighted_option
    assert option is not None
    return str(option.prompt)


def told(app: DubaoApp) -> list[str]:
    return [notification.message for notification in app._notifications]


def written(path: Path) -> dict[str, Value]:
    return dict(parse_settings(path.read_text(encoding="utf-8")).values)


def test_the_settings_of_the_text_are_the_fields_of_its_typesetting() -> None:
    names = [setting.name for setting in SETTINGS if setting.group is Group.TEXT]
    assert sorted(names) == sorted(field.name for field in fields(Typesetting))
    assert make_typesetting(DEFAULTS, View.HORIZONTAL) == Typesetting()
    assert list(BY_NAME["view"].kind.steps)[1:] == [view.value for view in View]


@pytest.mark.parametrize("name", [setting.name for setting in SETTINGS])
async def test_a_setting_is_changed_and_kept_and_found_again(issue: Issue, path: Path, name: str) -> None:
    async with reading(issue) as (pilot, _, app):
        screen = await go_to(pilot, name)
        await pilot.press("right")
        value = app.choices[name]
        assert value != BY_NAME[name].default
        assert f"‹ {BY_NAME[name].show(value)} ›" in row(screen) and row(screen).endswith("the file")
        await pilot.press("escape")
    assert written(path) == {name: value}
    async with reading(issue) as (pilot, _, app):
        assert (app.choices[name], app.choices.settings.origin(name)) == (value, Origin.FILE)
        await go_to(pilot, name)
        await pilot.press("equals_sign", "escape")
        assert app.choices[name] == BY_NAME[name].default
    assert written(path) == {}


async def test_every_setting_of_the_text_is_seen_at_once(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen, _):
        before = screen.article_view.typesetting
        await go_to(pilot, "view")
        # From as it was printed to lines is no change in this issue.
        await pilot.press("right")
        for _ in fields(Typesetting):
            await pilot.press("right", "down")
        after = screen.article_view.typesetting
    changed = [field.name for field in fields(Typesetting) if getattr(before, field.name) != getattr(after, field.name)]
    assert sorted(changed) == sorted(field.name for field in fields(Typesetting))


@pytest.mark.parametrize(
    ("key", "value"), [("right", 42), ("l", 42), ("plus", 42), ("left", 38), ("h", 38), ("minus", 38), ("enter", 42)]
)
async def test_the_keys_that_change_a_value(issue: Issue, key: str, value: int) -> None:
    async with reading(issue) as (pilot, screen, _):
        await go_to(pilot, "measure")
        await pilot.press(key)
        assert screen.article_view.typesetting.measure == value


@pytest.mark.parametrize("key", ["comma", "escape", "q"])
async def test_the_keys_that_close(issue: Issue, key: str) -> None:
    async with reading(issue) as (pilot, screen, app):
        await go_to(pilot, "view")
        await pilot.press(key)
        assert app.screen is screen


async def test_j_and_k_move(issue: Issue) -> None:
    async with reading(issue) as (pilot, _, _):
        screen = await go_to(pilot, "view")
        await pilot.press("j", "j", "k")
        assert screen.setting is BY_NAME["measure"]


async def test_a_number_between_the_steps_goes_to_the_next_one(issue: Issue, path: Path) -> None:
    path.write_text("measure = 37\n", encoding="utf-8")
    async with reading(issue) as (pilot, _, app):
        await go_to(pilot, "measure")
        await pilot.press("right")
        assert app.choices["measure"] == 38
        await pilot.press("left", "left")
        assert app.choices["measure"] == 34


async def test_values_go_round_the_ends(issue: Issue) -> None:
    async with reading(issue) as (pilot, _, app):
        await go_to(pilot, "indent")
        await pilot.press("right")
        assert app.choices["indent"] == 0
        await pilot.press("left")
        assert app.choices["indent"] == 2


@pytest.mark.parametrize(
    ("keys", "name", "value"),
    [
        (("v",), "view", "vertical"),
        (("w", "w"), "view", "horizontal"),
        (("plus", "plus"), "measure", 44),
        (("minus",), "measure", 38),
        (("c",), "script", "simplified"),
    ],
)
async def test_keys_of_the_reading_screen_hold_for_the_session(
    issue: Issue, path: Path, keys: tuple[str, ...], name: str, value: Value
) -> None:
    async with reading(issue) as (pilot, _, app):
        await pilot.press(*keys)
        assert (app.choices[name], app.choices.settings.origin(name)) == (value, Origin.SESSION)
        screen = await go_to(pilot, name)
        assert row(screen).endswith("this session")
        await pilot.press("escape")
        assert not path.exists()
        # Enter keeps what one has come to.
        await go_to(pilot, name)
        await pilot.press("enter", "escape")
    assert written(path) == {name: value}


async def test_another_issue_of_the_session_is_set_like_the_one_before(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen, _):
        await pilot.press("v", "plus")
        screen.show_issue(issue)
        assert screen.article_view.typesetting == Typesetting(View.VERTICAL, 42)


async def test_equals_goes_back_to_the_readers_own_measure(issue: Issue, path: Path) -> None:
    path.write_text("measure = 30\n", encoding="utf-8")
    async with reading(issue) as (pilot, screen, app):
        await pilot.press("plus", "equals_sign")
        assert screen.article_view.typesetting.measure == 30
        assert app.choices.settings.origin("measure") is Origin.FILE


async def test_the_command_line_is_shown_and_can_be_kept(issue: Issue, path: Path) -> None:
    path.write_text('view = "columns"  # mine\n', encoding="utf-8")
    async with reading(issue, view="vertical") as (pilot, screen, _):
        assert screen.article_view.typesetting.view is View.VERTICAL
        settings_screen = await go_to(pilot, "view")
        assert row(settings_screen).endswith("the command line")
        await pilot.press("enter", "escape")
    assert path.read_text(encoding="utf-8") == 'view = "vertical"  # mine\n'


async def test_a_script_is_shown_from_the_first_page_on(issue: Issue, path: Path) -> None:
    pytest.importorskip("opencc")
    path.write_text('script = "traditional"\ntraditional = "s2hk"\n', encoding="utf-8")
    async with reading(issue) as (pilot, screen, _):
        assert screen.scripts.view.config == "s2hk"
        await pilot.press("c")
        assert screen.scripts.view.config is None


async def test_a_theme_chosen_by_its_key_is_the_sessions(issue: Issue, path: Path) -> None:
    path.write_text('theme = "sepia"\n', encoding="utf-8")
    async with reading(issue) as (pilot, _, app):
        assert app.theme == "sepia"
        app.theme = "paper-light"
        await pilot.pause()
        assert app.choices.settings.origin("theme") is Origin.SESSION
        app.theme = "sepia"
        await pilot.pause()
        assert app.choices.settings.origin("theme") is Origin.FILE


async def test_the_language_changes_at_once(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen, _):
        await go_to(pilot, "language")
        await pilot.press("right", "right")
        assert spoken_language() is Language.SIMPLIFIED
        assert "横排" in screen.status_line.left


async def test_a_table_of_keys_has_its_effect_at_once(issue: Issue) -> None:
    async with reading(issue) as (pilot, screen, _):
        await go_to(pilot, "key_preset")
        await pilot.press("right", "escape", "e", "e")
        assert screen.article_view.scroll_offset.y == 2


@pytest.mark.parametrize(
    ("preset", "down", "up", "end", "search", "back"),
    [
        ("vim", "j", "k", "G", "slash", "escape"),
        ("less", "e", "y", "greater_than_sign", "slash", "escape"),
        ("emacs", "ctrl+n", "ctrl+p", "greater_than_sign", "ctrl+s", "ctrl+g"),
    ],
)
async def test_each_table_of_keys_moves_and_searches(
    issue: Issue, path: Path, preset: str, down: str, up: str, end: str, search: str, back: str
) -> None:
    path.write_text(f'key_preset = "{preset}"\n', encoding="utf-8")
    async with reading(issue) as (pilot, screen, app):
        view = screen.article_view
        await pilot.press(down, down, up)
        assert view.scroll_offset.y == 1
        await pilot.press(end)
        assert view.progress == 1.0
        await pilot.press(search, "水")
        assert screen.searching.typing
        await pilot.press(back)
        assert not screen.searching.typing
        # Panels and lists move, and close, by the same keys.
        settings_screen = await go_to(pilot, "view")
        await pilot.press(down, down, up)
        assert settings_screen.setting is BY_NAME["measure"]
        await pilot.press(back)
        assert app.screen is screen
        assert told(app) == []


@pytest.mark.parametrize("key", ["N", "shift+n"])
async def test_a_capital_is_heard_under_both_its_names(issue: Issue, path: Path, key: str) -> None:
    path.write_text('[keys]\nnext_article = "N"\n', encoding="utf-8")
    async with reading(issue) as (pilot, screen, _):
        await pilot.press(key)
        assert screen.article_index == 1


async def test_hints_help_and_palette_show_the_keys_in_force(issue: Issue, path: Path) -> None:
    path.write_text('[keys]\nnext_article = ["ctrl+t"]\ncopy = []\n', encoding="utf-8")
    async with reading(issue, (200, 40)) as (pilot, screen, app):
        hints = "".join(segment.text for segment in screen.status_line.render_line(0))
        assert "Ctrl+T" in hints and " copy" not in hints
        assert app.keymap.show("next_article") == "Ctrl+T"
        await pilot.press("question_mark")
        await pilot.pause()
        text = "".join(strip.text for strip in app.screen._compositor.render_strips(app.size))
        assert "Ctrl+T" in text


async def test_everything_that_is_wrong_is_told_and_the_rest_applies(issue: Issue, path: Path) -> None:
    path.write_text(
        'measure = 4\nindent = 0\ntheme = "none"\n[keys]\nnext_article = ["X", "??"]\nfoo = "a"\n', encoding="utf-8"
    )
    async with reading(issue) as (pilot, screen, app):
        assert screen.article_view.typesetting.indent == 0
        assert told(app) == [
            "config.toml, line 1: measure must be a whole number from 8 to 80, not 4",
            "config.toml, line 5: “??” is no key; keys are written as in ctrl+o, space, pagedown, f2, ] or G",
            "config.toml, line 6: there is no command foo; dubao keys lists them",
            "config.toml, line 3: there is no theme none; dubao themes lists them",
        ]
        await pilot.press("X")
        assert screen.article_index == 1


@pytest.mark.parametrize("text", ["view = \n", "\ufffd[["])
async def test_a_file_that_is_no_toml_is_told_and_never_overwritten(issue: Issue, path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    async with reading(issue) as (pilot, screen, app):
        assert len(told(app)) == 1 and "no TOML" in told(app)[0]
        app.clear_notifications()
        settings_screen = await go_to(pilot, "measure")
        await pilot.press("right", "comma")
        assert len(told(app)) == 1 and "put it right first" in told(app)[0]
        assert screen.article_view.typesetting.measure == 42
        settings_screen = await go_to(pilot, "measure")
        assert row(settings_screen).endswith("this session")
    assert path.read_text(encoding="utf-8") == text


async def test_a_folder_that_cannot_be_written_is_told(
    issue: Issue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("DUBAO_CONFIG", str(tmp_path / "file"))
    async with reading(issue) as (pilot, screen, app):
        await go_to(pilot, "measure")
        await pilot.press("right", "comma")
        [sentence] = told(app)
        assert sentence.endswith("What you change holds for this session.")
        assert screen.article_view.typesetting.measure == 42


async def test_changes_are_written_in_a_moment_even_if_the_screen_stays(issue: Issue, path: Path) -> None:
    async with reading(issue) as (pilot, _, _):
        await go_to(pilot, "measure")
        await pilot.press("right", "right")
        await pilot.pause(0.6)
        assert written(path) == {"measure": 44}


async def test_the_clipboard_goes_the_way_that_was_chosen(
    issue: Issue, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_text('clipboard = "none"\n', encoding="utf-8")
    monkeypatch.delenv("DUBAO_CLIPBOARD", raising=False)
    async with reading(issue) as (pilot, _, app):
        await pilot.press("y")
        await app.workers.wait_for_complete()
        assert "no clipboard" in " ".join(told(app))


async def test_another_language_is_spoken_at_once_by_all_that_is_seen(issue: Issue) -> None:
    async with reading(issue, size=(160, 50)) as (pilot, reading_screen, app):
        screen = await go_to(pilot, "language")
        while spoken_language() is not Language.TRADITIONAL:
            await pilot.press("right")
        await pilot.pause()
        shown = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert all(
            words in shown for words in ("設定：", "Esc 返回", "‹ 繁體中文 ›", "第01版", "空格 續讀", "第 1/5 篇")
        )
        assert [
            heading for heading in map(str, (option.prompt for option in screen.rows.options)) if heading == "Text"
        ] == []
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("G")
        await pilot.pause()
        shown = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "下一篇：" in shown
        assert "Page 0" not in shown
        assert reading_screen.article_index == 0
