"""Messages: translated, filled in, and never lost to a mistake in a catalogue."""

from __future__ import annotations

import subprocess
import sys
from gettext import GNUTranslations
from io import BytesIO

import pytest

from reader.errors import MissingSourceError
from reader.languages import (
    Language,
    in_english,
    message,
    say,
    say_count,
    saying,
    sentence,
    sentence_count,
    set_language,
    spoken_language,
)
from scripts.po_files import Entry, compile_catalogue


@pytest.fixture
def speak(monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue of these tests."""
    entries = [
        Entry("Quit", translation="退出"),
        Entry("{name}: {error}", translation="{error}（{name}）"),
        Entry("{name} is gone", translation="{wrong}不在了"),
        Entry("{name} is shut", translation="{name 关了"),
        Entry("100% of {all}", translation="{all.missing} 全部"),
        Entry("{count} match in {name}", "{count} matches in {name}", "{name}有 {count} 处"),
        Entry("not translated"),
    ]
    translations = GNUTranslations(BytesIO(compile_catalogue("zh_Hans", entries)))
    monkeypatch.setattr(saying, "_spoken", (Language.SIMPLIFIED, translations))


@pytest.mark.usefixtures("speak")
@pytest.mark.parametrize(
    ("text", "values", "said"),
    [
        pytest.param("Quit", {}, "退出", id="a constant"),
        pytest.param("{name}: {error}", {"name": "a", "error": "b"}, "b（a）", id="fields in the translation's order"),
        pytest.param("{name}: {error}", {"name": "{error}", "error": 3}, "3（{error}）", id="values stay as they are"),
        pytest.param("{name} is gone", {"name": "a"}, "a is gone", id="a field that is not there"),
        pytest.param("{name} is shut", {"name": "a"}, "a is shut", id="a brace that is not closed"),
        pytest.param("100% of {all}", {"all": 3}, "100% of 3", id="a value without that part"),
        pytest.param("not translated", {}, "not translated", id="no translation"),
        pytest.param("unheard of", {}, "unheard of", id="no entry"),
        pytest.param("{", {}, "{", id="braces where there are no fields"),
        pytest.param("", {}, "", id="the empty message is not the catalogue's head"),
    ],
)
def test_message(text: str, values: dict[str, object], said: str) -> None:
    assert say(text, **values) == said


@pytest.mark.usefixtures("speak")
@pytest.mark.parametrize("count", [0, 1, 2])
def test_count_in_chinese(count: int) -> None:
    assert say_count("{count} match in {name}", "{count} matches in {name}", count, name="a") == f"a有 {count} 处"


@pytest.mark.parametrize(("count", "said"), [(0, "0 pages"), (1, "1 page"), (2, "2 pages")])
def test_count_in_english(count: int, said: str) -> None:
    assert say_count("{count} page", "{count} pages", count) == said


@pytest.mark.usefixtures("speak")
def test_a_constant_is_translated_where_it_is_shown() -> None:
    title = message("Quit")
    assert (title, say(title)) == ("Quit", "退出")


def test_other_processes_speak_the_same() -> None:
    set_language(Language.TRADITIONAL)
    code = "from reader.languages import spoken_language; print(spoken_language())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", timeout=60, check=True)
    assert done.stdout.strip() == spoken_language() == "zh_Hant"


@pytest.mark.usefixtures("speak")
@pytest.mark.parametrize(
    ("said", "chinese", "english"),
    [
        pytest.param(sentence("Quit"), "退出", "Quit", id="a constant"),
        pytest.param(
            sentence("{name}: {error}", name="a", error=sentence("Quit")), "退出（a）", "a: Quit", id="one in another"
        ),
        pytest.param(sentence("{name}: {error}", name="a", error=("b", "c")), "b, c（a）", "a: b, c", id="a list"),
        pytest.param(
            sentence("{name}: {error}", name="a", error=MissingSourceError("b", sentence("Quit"))),
            "b: 退出（a）",
            "a: b: Quit",
            id="an error",
        ),
        pytest.param(
            sentence_count("{count} match in {name}", "{count} matches in {name}", 2, name="a"),
            "a有 2 处",
            "2 matches in a",
            id="a number",
        ),
        pytest.param("{a text}", "{a text}", "{a text}", id="no sentence"),
    ],
)
def test_a_sentence_is_said_to_people_and_written_in_english(
    said: object, chinese: str, english: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (str(said), in_english(said)) == (chinese, english)
