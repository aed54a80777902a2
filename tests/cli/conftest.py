"""Running the program as a person would, without a process for each time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from reader.cli import main

PAGE = """\
青禾镇新桥通车

本报讯 昨日上午，青禾镇新桥正式通车，全镇三千居民从此不再绕路。以后赶集只要十分

钟，船工老沈说，他撑了四十年的渡船，往后就停在岸边给孩子们看。
"""


@dataclass(frozen=True)
class Result:
    """What a run left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `dubao` with these arguments."""

    def run_program(*args: str | Path) -> Result:
        with pytest.raises(SystemExit) as left:
            main([str(arg) for arg in args])
        out, err = capsys.readouterr()
        assert isinstance(left.value.code, int)
        return Result(left.value.code, out, err)

    return run_program


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page of one article."""
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes standard output a terminal of 60 columns, with colours."""
    monkeypatch.setattr("reader.cli.terminal.is_terminal", lambda: True)
    monkeypatch.setattr("reader.cli.commands.is_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
