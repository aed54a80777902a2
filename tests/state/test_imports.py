"""Who keeps nothing does not pay for it."""

from __future__ import annotations

import pytest

from tests.test_imports import RUN, find_loaded


def test_the_package_is_cheap_to_import() -> None:
    loaded = find_loaded("import sys, reader.state; print(*sys.modules, sep='\\n', file=sys.stderr)")
    assert loaded & {"sqlite3", "platformdirs", "difflib", "reader.hanzi._fold_table", "textual"} == frozenset()


@pytest.mark.parametrize("args", [["--help"], ["shelf", "--help"], ["forget", "--help"]], ids=" ".join)
def test_help_opens_no_store(args: list[str]) -> None:
    loaded = find_loaded(RUN.format(args=args))
    assert loaded & {"sqlite3", "reader.state", "reader.model"} == frozenset()


def test_shelf_never_loads_the_screen(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DUBAO_DATA", str(tmp_path_factory.mktemp("data")))
    loaded = find_loaded(RUN.format(args=["shelf"]))
    assert "sqlite3" in loaded
    assert loaded & {"textual", "rich", "platformdirs", "opencc", "reader.sources", "reader.structure"} == frozenset()
