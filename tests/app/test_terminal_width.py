"""Asking a terminal how wide it draws: one that answers, one that answers wide, one that is silent, and tmux."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from reader.app.terminal_width import (
    EMOJI_STYLE,
    JOINED_EMOJI,
    QUESTIONS,
    SAMPLES,
    Ambiguous,
    TerminalWidths,
    ambiguous_characters,
    asking,
    read_reports,
)

on_unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")
needs_tmux = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")

ENV = {"TERM": "xterm-256color"}


def reports(widths: Mapping[str, int]) -> bytes:
    return b"".join(b"\x1b[7;%dR" % (widths.get(question, 1) + 1) for question in QUESTIONS)


USUAL = {EMOJI_STYLE: 2, JOINED_EMOJI: 2}
WIDE = USUAL | dict.fromkeys(SAMPLES, 2)


def test_a_usual_terminal_is_the_default() -> None:
    assert read_reports(reports(USUAL)) == TerminalWidths() == read_reports(b"")


def test_a_wide_terminal_widens_every_ambiguous_character() -> None:
    every = frozenset().union(*ambiguous_characters().values())
    assert read_reports(reports(WIDE)) == TerminalWidths(wide=every)
    assert read_reports(b"", Ambiguous.WIDE) == TerminalWidths(wide=every)


def test_kinds_are_told_apart() -> None:
    answer = read_reports(reports(USUAL | {"“": 2}))
    assert answer.wide == set("“”‘’") | (answer.wide - set("“”‘’"))
    assert not answer.wide & set("—…·①■α")


def test_emoji_that_stand_apart() -> None:
    assert read_reports(reports({EMOJI_STYLE: 1, JOINED_EMOJI: 4})) == TerminalWidths(
        emoji_style=False, joins_emoji=False
    )


def test_the_reader_goes_before_the_terminal() -> None:
    assert not read_reports(reports(WIDE), Ambiguous.NARROW).wide
    assert "“" in read_reports(reports(USUAL), Ambiguous.WIDE).wide


def test_what_is_not_answered_stays_as_usual() -> None:
    first = reports(WIDE).split(b"R")[0] + b"R"
    assert read_reports(b"jj" + first + b"\x1b[7").wide == ambiguous_characters()["“"]


@contextmanager
def fake_terminal(
    monkeypatch: pytest.MonkeyPatch, answer: Callable[[bytes], bytes]
) -> Iterator[tuple[int, bytearray, threading.Event]]:
    """A pseudo-terminal that is standard input and output: its program's end, what was written, and when all was."""
    import pty

    terminal, program = pty.openpty()
    written = bytearray()
    asked = threading.Event()

    def serve() -> None:
        while True:
            try:
                piece = os.read(terminal, 4096)
            except OSError:
                return
            if not piece:
                return
            written.extend(piece)
            if written.endswith(b"\x1b[K"):
                os.write(terminal, answer(bytes(written)))
                asked.set()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    monkeypatch.setattr(os, "tcgetpgrp", lambda _: os.getpgrp())
    with (
        open(program, encoding="utf-8", closefd=False) as stdin,
        open(program, "w", encoding="utf-8", closefd=False) as stdout,
        monkeypatch.context() as patch,
    ):
        patch.setattr(sys, "stdin", stdin)
        patch.setattr(sys, "stdout", stdout)
        yield program, written, asked
    os.close(program)
    thread.join(5)
    os.close(terminal)


@on_unix
@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        pytest.param(reports(USUAL), TerminalWidths(), id="usual"),
        pytest.param(reports(WIDE), read_reports(reports(WIDE)), id="wide"),
    ],
)
def test_a_terminal_that_answers(monkeypatch: pytest.MonkeyPatch, answer: bytes, expected: TerminalWidths) -> None:
    import termios

    with fake_terminal(monkeypatch, lambda _: answer) as (program, written, asked):
        before = termios.tcgetattr(program)
        with asking(Ambiguous.AUTO, ENV) as terminal:
            assert not termios.tcgetattr(program)[3] & termios.ECHO
            assert asked.wait(10)
            assert terminal.read() == expected
        assert termios.tcgetattr(program) == before
        assert written.startswith("\r“\x1b[6n".encode())
        assert written.endswith(b"\r\x1b[K")


@on_unix
def test_keys_typed_after_the_answer_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    import select
    import termios
    import tty

    with fake_terminal(monkeypatch, lambda _: reports(USUAL) + b"j") as (program, _, asked):
        with asking(Ambiguous.AUTO, ENV) as terminal:
            assert asked.wait(10)
            assert terminal.read() == TerminalWidths()
        tty.setcbreak(program, termios.TCSADRAIN)
        assert select.select([program], [], [], 5)[0]
        assert os.read(program, 10) == b"j"


@on_unix
def test_a_silent_terminal_is_usual_and_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    import termios

    waits: list[float] = []
    with fake_terminal(monkeypatch, lambda _: b"") as (program, _, asked):
        before = termios.tcgetattr(program)
        with asking(Ambiguous.AUTO, ENV) as terminal:
            assert asked.wait(10)
            import select

            def count(*args: object) -> tuple[list[int], list[int], list[int]]:
                waits.append(args[3])  # type: ignore[arg-type]
                return [], [], []

            with monkeypatch.context() as patch:
                patch.setattr(select, "select", count)
                assert terminal.read() == TerminalWidths()
        assert termios.tcgetattr(program) == before
    assert len(waits) == 1
    assert 0 <= waits[0] <= 0.1


@on_unix
def test_half_an_answer_is_thrown_away(monkeypatch: pytest.MonkeyPatch) -> None:
    half = reports(WIDE)[:10]
    with fake_terminal(monkeypatch, lambda _: half) as (program, _, asked):
        with asking(Ambiguous.AUTO, ENV) as terminal:
            assert asked.wait(10)
            assert terminal.read().wide == ambiguous_characters()["“"]
        assert_nothing_is_left(program)


def assert_nothing_is_left(program: int) -> None:
    import select

    assert select.select([program], [], [], 0)[0] == []


@on_unix
def test_the_mode_is_restored_whatever_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    import termios

    with fake_terminal(monkeypatch, lambda _: b"") as (program, _, _asked):
        before = termios.tcgetattr(program)
        with pytest.raises(KeyboardInterrupt), asking(Ambiguous.AUTO, ENV):
            raise KeyboardInterrupt
        assert termios.tcgetattr(program) == before


@on_unix
@pytest.mark.parametrize(
    "env",
    [
        pytest.param({"TERM": "dumb"}, id="dumb"),
        pytest.param({}, id="no terminal named"),
        pytest.param(ENV | {"CI": "true"}, id="continuous integration"),
    ],
)
def test_some_are_not_asked(monkeypatch: pytest.MonkeyPatch, env: dict[str, str]) -> None:
    with fake_terminal(monkeypatch, lambda _: b"") as (_, written, _asked):
        with asking(Ambiguous.AUTO, env) as terminal:
            assert terminal.read() == TerminalWidths()
        with asking(Ambiguous.WIDE, env) as terminal:
            assert "“" in terminal.read().wide
        assert not written


def test_a_pipe_is_not_asked(capsys: pytest.CaptureFixture[str]) -> None:
    with asking(Ambiguous.AUTO, ENV) as terminal:
        assert terminal.read() == TerminalWidths()
    assert capsys.readouterr().out == ""


SCRIPT = """
import sys
from pathlib import Path
from reader.app.terminal_width import Ambiguous, asking
with asking(Ambiguous.AUTO) as terminal:
    answer = terminal.read()
    missing = terminal.is_answered
Path(sys.argv[1]).write_text(f"{missing} {sorted(answer.wide)} {answer.joins_emoji}", encoding="utf-8")
"""


@on_unix
@needs_tmux
@pytest.mark.tmux
def test_tmux_answers(tmp_path: Path) -> None:
    script, answer = tmp_path / "ask.py", tmp_path / "answer.txt"
    script.write_text(SCRIPT, encoding="utf-8")
    env = {name: value for name, value in os.environ.items() if name not in ("CI", "TMUX")}
    env |= {"LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "PYTHONPATH": str(Path(__file__).parents[2])}
    tmux = ["tmux", "-L", f"dubao-width-{os.getpid()}", "-f", os.devnull]
    ask = f"env -u CI '{sys.executable}' '{script}' '{answer}'"
    try:
        subprocess.run([*tmux, "new-session", "-d", "-x", "80", "-y", "24", ask], env=env, check=True, timeout=20)
        for _ in range(200):
            if answer.exists() and answer.read_text(encoding="utf-8"):
                break
            time.sleep(0.05)
        assert answer.read_text(encoding="utf-8").startswith("True [] ")
    finally:
        subprocess.run([*tmux, "kill-server"], env=env, check=False, timeout=20, capture_output=True)
