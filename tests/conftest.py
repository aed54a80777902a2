"""For all tests: nothing depends on the data, the settings or the language of whoever runs them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.languages import Language, set_language


@pytest.fixture(autouse=True)
def private_data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty data folder of this test's own."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("DUBAO_DATA", str(folder))
    return folder


@pytest.fixture(autouse=True)
def private_config_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of settings of this test's own."""
    folder = tmp_path_factory.mktemp("config")
    monkeypatch.setenv("DUBAO_CONFIG", str(folder))
    return folder


@pytest.fixture(autouse=True)
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Language:
    """The interface's language: English, or what a test names by `parametrize("language", […], indirect=True)`."""
    chosen: Language = getattr(request, "param", Language.ENGLISH)
    # Set here to be taken back after the test, for `set_language` leaves it to the processes that are started.
    monkeypatch.setenv("DUBAO_LANGUAGE", chosen.value)
    set_language(chosen)
    return chosen
