"""The clipboard against the real programs: a tmux server of our own, an X server without a screen."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.clipboard import COMMANDS, Route, copy

TEXT = "青禾镇上新桥通车\n　　昨日上午，𠀀桥通车。“好！”\n" * 40

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="tmux and X are not on Windows")


def run(*command: str, env: dict[str, str] | None = None) -> bytes:
    return subprocess.run(command, stdout=subprocess.PIPE, timeout=10, check=True, env=env).stdout


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a pane in a tmux that reads nobody's settings."""
    if not shutil.which("tmux"):
        pytest.skip("tmux is not installed")
    env = {**os.environ, "TMUX_TMPDIR": str(tmp_path), "TERM": "xterm-256color"}
    env.pop("TMUX", None)
    server = ["tmux", "-L", "dubao", "-f", os.devnull]
    run(*server, "new-session", "-d", "-x", "80", "-y", "24", "sleep 600", env=env)
    try:
        socket = run(*server, "display-message", "-p", "#{socket_path},#{pid},0", env=env).decode().strip()
        yield {**env, "TMUX": socket}
    finally:
        subprocess.run([*server, "kill-server"], env=env, timeout=10, check=True)


@pytest.mark.tmux
def test_tmux_gives_back_what_was_copied(tmux: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMUX", tmux["TMUX"])
    env = {"TMUX": tmux["TMUX"], "SSH_CONNECTION": "198.51.100.7 50000 198.51.100.8 22"}
    copied = copy(TEXT, env=env, send=pytest.fail)
    assert copied.routes == (Route.TMUX,)
    assert run("tmux", "show-buffer", env=tmux).decode() == TEXT


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """The name of an X display that nobody sees."""
    if not shutil.which("Xvfb"):
        pytest.skip("Xvfb is not installed")
    reading, writing = os.pipe()
    # The server picks a free display itself and writes its number when it is ready.
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "64x64x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading, encoding="ascii") as pipe:
            number = pipe.readline().strip()
        if not number:
            pytest.skip("Xvfb did not start")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(timeout=10)


@pytest.mark.x11
@pytest.mark.parametrize(
    ("route", "read_back"),
    [
        (Route.XCLIP, ("xclip", "-out", "-selection", "clipboard")),
        (Route.XSEL, ("xsel", "--output", "--clipboard")),
    ],
)
def test_x_gives_back_what_was_copied(
    display: str, monkeypatch: pytest.MonkeyPatch, route: Route, read_back: tuple[str, ...]
) -> None:
    if not shutil.which(COMMANDS[route][0]):
        pytest.skip(f"{route} is not installed")
    monkeypatch.setenv("DISPLAY", display)
    copied = copy(TEXT, env={"DISPLAY": display}, which=lambda name: name if name == COMMANDS[route][0] else None)
    assert copied.routes == (route,)
    assert run(*read_back).decode() == TEXT


@pytest.mark.x11
def test_dead_display_goes_on_to_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    if not shutil.which("xclip"):
        pytest.skip("xclip is not installed")
    monkeypatch.setenv("DISPLAY", ":54321")
    copied = copy(TEXT, env={"DISPLAY": ":54321"}, cache=tmp_path)
    assert copied.routes == (Route.FILE,)
