"""Which language is spoken, by what was asked, the environment, the settings and the locale."""

from __future__ import annotations

import pytest

from reader.languages import Language, find_language, parse_language
from reader.languages import choice as choice_module

EN, HANS, HANT = Language.ENGLISH, Language.SIMPLIFIED, Language.TRADITIONAL


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        pytest.param("zh_CN.UTF-8", HANS, id="mainland"),
        pytest.param("zh_SG", HANS, id="Singapore"),
        pytest.param("zh_TW.Big5", HANT, id="Taiwan"),
        pytest.param("zh_HK@hk", HANT, id="Hong Kong, with a modifier"),
        pytest.param("zh-MO", HANT, id="Macau, with a hyphen"),
        pytest.param("zh", HANS, id="Chinese alone"),
        pytest.param("zh_Hans", HANS, id="simplified"),
        pytest.param("zh-Hant", HANT, id="traditional"),
        pytest.param("zh-Hant-CN", HANT, id="a script goes before a region"),
        pytest.param("zh_Hans_HK", HANS, id="simplified in Hong Kong"),
        pytest.param("zh-CHT", HANT, id="the old name of Windows"),
        pytest.param(" ZH_TW ", HANT, id="blanks and capitals"),
        pytest.param("en_GB.UTF-8", EN, id="English"),
        pytest.param("fr_FR", None, id="another language"),
        pytest.param("zhuang", None, id="only begins like it"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_tag(tag: str, language: Language | None) -> None:
    assert parse_language(tag) is language


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        pytest.param({"LANG": "zh_CN.UTF-8"}, HANS, id="LANG"),
        pytest.param({"LC_ALL": "en_US", "LC_MESSAGES": "zh_CN", "LANG": "zh_TW"}, EN, id="LC_ALL goes before"),
        pytest.param({"LC_MESSAGES": "zh_TW", "LANG": "en_US"}, HANT, id="LC_MESSAGES goes before LANG"),
        pytest.param({"LC_ALL": "", "LANG": "zh_TW"}, HANT, id="an empty variable says nothing"),
        pytest.param({"LANG": "en_US", "LANGUAGE": "zh_TW:en"}, HANT, id="LANGUAGE is the wish of its own"),
        pytest.param({"LANG": "fr_FR", "LANGUAGE": "fr:zh_CN:en"}, HANS, id="the first known one of LANGUAGE"),
        pytest.param({"LANGUAGE": "zh_CN"}, HANS, id="LANGUAGE alone"),
        pytest.param({"LANG": "C.UTF-8", "LANGUAGE": "zh_CN"}, EN, id="C is English whatever is wished"),
        pytest.param({"LC_ALL": "POSIX", "LANG": "zh_CN"}, EN, id="so is POSIX"),
        pytest.param({"LANG": "de_DE.UTF-8"}, EN, id="another language"),
        pytest.param({}, EN, id="nothing at all"),
    ],
)
def test_locale(environment: dict[str, str], language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DUBAO_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(choice_module, "_ask_system", lambda: "")
    assert find_language() is language


@pytest.mark.parametrize(
    ("asked", "variable", "setting", "language"),
    [
        pytest.param("en", "zh_Hans", "zh_Hant", EN, id="asked on the command line"),
        pytest.param(None, "zh_Hans", "zh_Hant", HANS, id="the variable"),
        pytest.param(None, None, "zh-Hant", HANT, id="the setting"),
        pytest.param(None, None, None, HANS, id="the locale"),
        pytest.param("tlh", "", "auto", HANS, id="what is not understood is passed over"),
    ],
)
def test_order(
    asked: str | None, variable: str | None, setting: str | None, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.delenv("LANGUAGE", raising=False)
    if variable is None:
        monkeypatch.delenv("DUBAO_LANGUAGE", raising=False)
    else:
        monkeypatch.setenv("DUBAO_LANGUAGE", variable)
    assert find_language(asked, setting) is language


def test_the_system_is_asked_where_the_environment_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DUBAO_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(choice_module, "_ask_system", lambda: "zh-Hant-TW")
    assert find_language() is HANT
