"""Commands that are given text, and programs that open files."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from reader.programs import NoOpenerError, open_file, run_with_text

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
PYTHON = f'"{sys.executable}" -X utf8 -c'


def test_the_text_comes_by_standard_input(tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    command = f'{PYTHON} "import sys,pathlib; pathlib.Path(sys.argv[1]).write_bytes(sys.stdin.buffer.read())" "{out}"'
    assert run_with_text(command, "新桥\n\x1b[2J$(touch no)`touch no`; touch no\n").code == 0
    assert out.read_bytes().decode("utf-8") == "新桥\n\ufffd[2J$(touch no)`touch no`; touch no\n"
    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]


@pytest.mark.parametrize("code", [0, 1, 7])
def test_the_exit_code_is_told(code: int) -> None:
    assert run_with_text(f'{PYTHON} "raise SystemExit({code})"', "文").code == code


def test_a_command_that_reads_nothing_of_a_long_text() -> None:
    assert run_with_text(f'{PYTHON} "pass"', "桥" * 1_000_000).code == 0


@POSIX
def test_no_such_command() -> None:
    assert run_with_text("dubao-has-no-such-command 2>/dev/null", "").code == 127


@POSIX
def test_ctrl_c_ends_the_command_and_not_the_reader() -> None:
    # Tests that run in the background of a shell begin without it.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        # The whole foreground group gets the signal; here each by itself.
        ran = run_with_text("kill -INT $PPID; kill -INT $$", "")
        assert ran.code in (-signal.SIGINT, 128 + signal.SIGINT)
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.fixture
def opener(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all of the path, for openers of our own."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/bin{os.pathsep}/usr/bin" if os.name != "nt" else str(folder))
    return folder


def put_opener(folder: Path, name: str, script: str) -> None:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)


@POSIX
@pytest.mark.parametrize(("platform", "name"), [("linux", "xdg-open"), ("darwin", "open")])
def test_the_system_s_program_gets_the_file(opener: Path, tmp_path: Path, platform: str, name: str) -> None:
    put_opener(opener, name, f'printf %s "$1" > "{tmp_path}/opened"')
    file = tmp_path / "a paper; touch no.txt"
    open_file(file, platform=platform)
    assert (tmp_path / "opened").read_text(encoding="utf-8") == str(file)


@POSIX
def test_what_the_program_says_is_told(opener: Path, tmp_path: Path) -> None:
    put_opener(opener, "xdg-open", "echo no method available >&2; exit 3")
    with pytest.raises(NoOpenerError, match="no method available"):
        open_file(tmp_path, platform="linux")


@POSIX
def test_no_program_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoOpenerError, match="xdg-open"):
        open_file(tmp_path, platform="linux")
