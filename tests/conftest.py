"""For all tests: nothing is read from or written to the data folder of whoever runs them."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def private_data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty data folder of this test's own."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("DUBAO_DATA", str(folder))
    return folder
